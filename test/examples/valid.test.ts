import { describe, expect, test } from 'vitest'
import { actionlintFaults, schemaFaults } from './validators.ts'
import { workflowsIn } from './workflow-files.ts'

const examples = workflowsIn('examples')
const all = [...examples, ...workflowsIn('.github/workflows')]

test('there are examples', () => {
  expect(examples.length).toBeGreaterThan(5)
})

describe.each(all)('$path', ({ path, text }) => {
  test('matches the schema of workflows, including expressions', async () => {
    expect(await schemaFaults(path, text)).toEqual([])
  })

  test('has no problem that actionlint finds', async () => {
    expect(await actionlintFaults(path, text)).toEqual([])
  })
})

describe('the checks find', () => {
  const SOUND = `name: x
on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    steps:
      - id: one
        run: echo "$GITHUB_SHA"
`
  const wrong: [string, string, string][] = [
    ['a key that does not exist', 'timeout-minutes: 5', 'timeout-minuts: 5'],
    ['a permission that does not exist', 'permissions: {}', 'permissions: { pull-request: write }'],
    ['a context that does not exist', '$GITHUB_SHA', '${{ gitub.sha }}'],
    ['a function that does not exist', '$GITHUB_SHA', '${{ toJson5(github) }}'],
    ['a broken expression', '$GITHUB_SHA', '${{ github.sha == }}'],
  ]

  test('nothing in a valid file', async () => {
    expect(await schemaFaults('x.yml', SOUND)).toEqual([])
    expect(await actionlintFaults('x.yml', SOUND)).toEqual([])
  })

  test.each(wrong)('%s', async (_what, right, faulty) => {
    const text = SOUND.replace(right, faulty)
    expect(text).not.toBe(SOUND)
    expect(await schemaFaults('x.yml', text)).not.toEqual([])
    expect(await actionlintFaults('x.yml', text)).not.toEqual([])
  })

  test('text of an event in a script', async () => {
    const text = SOUND.replace('$GITHUB_SHA', '${{ github.event.head_commit.message }}')
    expect(await actionlintFaults('x.yml', text)).not.toEqual([])
  })
})
