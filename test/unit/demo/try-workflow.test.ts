import { expect, test } from 'vitest'
import { readWorkflow } from '../../demo/workflow-file.ts'
import { interpolateKnown } from '../../runner/expressions.ts'

const workflow = (steps: string, strategy = ''): string => `
jobs:
  gate:
${strategy}
    steps:
${steps}
`

test('finds the steps that use this action, whoever its owner is', () => {
  const { steps, others } = readWorkflow(
    workflow(`
      - uses: actions/checkout@v5
      - { id: one, uses: acme/load-test-gate@v1, with: { virtual-users: 5, criteria: " a\\n" } }
      - { name: two, uses: ./ }
      - run: echo load-test-gate
    `),
  )
  expect(steps).toMatchObject([
    {
      job: 'gate',
      id: 'one',
      name: 'acme/load-test-gate@v1',
      inputs: { 'virtual-users': '5', criteria: 'a' },
    },
    { job: 'gate', id: '', name: 'two', inputs: {} },
  ])
  expect(others).toEqual(['actions/checkout@v5', 'a script'])
})

test('takes the first job of a matrix', () => {
  const step = '      - { uses: acme/load-test-gate@v1 }'
  const firstValues = (matrix: string): unknown =>
    readWorkflow(workflow(step, `    strategy: { matrix: ${matrix} }`)).steps[0]?.matrix
  expect(firstValues('{ test: [a, b], users: [1, 2] }')).toEqual({ test: 'a', users: 1 })
  expect(firstValues('{ include: [{ test: c }, { test: d }] }')).toEqual({ test: 'c' })
  expect(readWorkflow(workflow(step)).steps[0]?.matrix).toBeUndefined()
})

test('a file without jobs has no steps', () => {
  expect(readWorkflow('').steps).toEqual([])
  expect(readWorkflow('on: push').steps).toEqual([])
})

test('inserts the value of an expression, and says if it cannot know it', () => {
  const contexts = { vars: { NAME: 'shop' }, steps: { a: { outputs: { 'run-id': 7, empty: '' } } } }
  const known = {
    '${{ vars.NAME }}/${{steps.a.outputs.run-id}}': 'shop/7',
    'plain ${NAME}': 'plain ${NAME}',
    '${{ steps.a.outputs.empty }}': '',
    "${{ vars.OTHER || format('{0}-{1}', vars.NAME, 'eu') }}": 'shop-eu',
    "${{ contains(fromJSON('[1, 7]'), steps.a.outputs.run-id) && 'a' || 'b' }}": 'a',
  }
  for (const [text, value] of Object.entries(known)) expect(interpolateKnown(text, contexts)).toBe(value)
  const unknown = ['${{ vars.OTHER }}', '${{ runner.temp }}', "${{ hashFiles('a') }}", '${{ vars. }}']
  for (const text of unknown) expect(interpolateKnown(text, contexts)).toBeUndefined()
})
