import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startSimulator } from '../simulator/simulator.ts'
import { holds, interpolate } from './expressions.ts'
import { runWorkflow } from './run-workflow.ts'
import { pushTo, type RanWorkflow } from './workflow-run.ts'

async function ran(text: string): Promise<RanWorkflow> {
  const simulator = await startSimulator()
  const directory = await mkdtemp(join(tmpdir(), 'workflow-'))
  try {
    const file = join(directory, 'workflow.yml')
    await writeFile(file, text)
    const known = { vars: { GREETING: 'Hello' }, secrets: { WORD: 'sesame' } }
    return await runWorkflow({ file, simulator, directory, trigger: pushTo('main'), runId: '1', ...known })
  } finally {
    await simulator.close()
    await rm(directory, { recursive: true, force: true })
  }
}

const jobs = (text: string): string => `name: x\non: push\njobs:\n${text}`

describe.concurrent('the runner of workflow files', () => {
  test('passes outputs on, except those that contain a masked value', async () => {
    const { job } = await ran(
      jobs(`
  one:
    outputs:
      plain: \${{ steps.say.outputs.text }}
      secret: \${{ secrets.WORD }}, open
      masked: \${{ steps.say.outputs.hidden }}
    steps:
      - id: say
        env: { WHO: '\${{ github.actor }}' }
        run: |
          echo "text=\${{ vars.GREETING }} $WHO" >> "$GITHUB_OUTPUT"
          echo "::add-mask::buried"
          echo "hidden=is buried here" >> "$GITHUB_OUTPUT"
  two:
    needs: [one]
    steps:
      - run: echo "\${{ needs.one.outputs.plain }} and \${{ needs.one.result }}"
`),
    )
    expect(job('one').outputs).toEqual({ plain: 'Hello octocat' })
    expect(job('two').steps[0]?.log).toBe('Hello octocat and success\n')
  })

  test('after a failure, skips steps and later jobs that do not ask about failures', async () => {
    const { jobs: all } = await ran(
      jobs(`
  one:
    steps:
      - run: "false\\necho no"
      - run: echo skipped
      - if: \${{ !cancelled() }}
        run: echo still
      - if: failure() && github.ref == 'refs/heads/main'
        run: echo failed
  two: { needs: one, steps: [{ run: echo }] }
  three: { needs: two, if: '!cancelled()', steps: [{ run: echo }] }
`),
    )
    expect(all.map(({ result }) => result)).toEqual(['failure', 'skipped', 'success'])
    expect(all[0]?.steps.map(({ outcome }) => outcome)).toEqual(['failure', 'skipped', 'success', 'success'])
    expect(all[0]?.steps.map(({ log }) => log)).toEqual(['', '', 'still\n', 'failed\n'])
  })

  test('runs every job of a matrix, and continues after a step that may fail', async () => {
    const { jobs: all, job } = await ran(
      jobs(`
  one:
    strategy: { fail-fast: false, matrix: { a: [x, y], b: [1, 2] } }
    steps:
      - id: may
        continue-on-error: true
        run: test \${{ matrix.a }}\${{ matrix.b }} = x1
      - run: echo "\${{ steps.may.outcome }} \${{ steps.may.conclusion }}"
`),
    )
    expect(all.map(({ matrix }) => Object.values(matrix ?? {}).join(''))).toEqual(['x1', 'x2', 'y1', 'y2'])
    expect(all.map(({ result }) => result)).toEqual(all.map(() => 'success'))
    expect(all.map(({ steps }) => steps[1]?.log)).toEqual([
      'success success\n',
      ...Array.from({ length: 3 }, () => 'failure success\n'),
    ])
    expect(() => job('one', 'x')).toThrow('2 jobs')
  })

  test.each([
    ['a key', 'one: { container: node, steps: [{ run: echo }] }', 'one: container'],
    ['a key of a step', 'one: { steps: [{ run: echo, working-directory: src }] }', 'working-directory'],
    ['an action', 'one: { steps: [{ uses: somebody/else@v1 }] }', 'somebody/else'],
    ['a shell', 'one: { steps: [{ run: echo, shell: pwsh }] }', 'pwsh'],
    ['a permission', 'one: { permissions: {}, steps: [{ uses: actions/checkout@v1 }] }', 'contents: read'],
    [
      'jobs in a circle',
      'one: { needs: two, steps: [] }\n  two: { needs: one, steps: [] }',
      'wait for each other',
    ],
  ])('rejects what it does not support: %s', async (_what, text, why) => {
    await expect(ran(jobs(`  ${text}\n`))).rejects.toThrow(why)
  })
})

describe('expressions', () => {
  const contexts = { github: { actor: 'o"cto', nothing: null }, vars: {} }

  test('are replaced in texts', () => {
    expect(interpolate('a ${{ github.actor }} b${{ vars.MISSING }}${{ github.nothing }}', contexts)).toBe(
      'a o"cto b',
    )
    expect(interpolate('${{ toJSON(github.actor) }}', contexts)).toBe('"o\\"cto"')
  })

  test('as conditions are true only after success, unless they use a status function', () => {
    expect(holds(undefined, contexts, 'success')).toBe(true)
    expect(holds("github.actor == 'O\"CTO'", contexts, 'success')).toBe(true)
    expect(holds('github.actor', contexts, 'failure')).toBe(false)
    expect(holds('${{ !cancelled() && vars.MISSING }}', contexts, 'failure')).toBe(false)
    expect(holds('always()', contexts, 'cancelled')).toBe(true)
  })

  test('that name something missing are rejected', () => {
    expect(() => interpolate('${{ gitub.actor }}', contexts)).toThrow('gitub')
  })
})
