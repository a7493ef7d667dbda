import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeConnection } from '../simulator/connection.ts'
import { startSimulator, type Simulator } from '../simulator/simulator.ts'

const root = join(import.meta.dirname, '..', '..')
let simulator: Simulator
let directory: string
let connection: string

beforeAll(async () => {
  simulator = await startSimulator()
  directory = await mkdtemp(join(tmpdir(), 'try-'))
  connection = join(directory, 'simulator.json')
  await writeConnection(simulator, connection)
})
afterAll(async () => {
  await simulator.close()
  await rm(directory, { recursive: true, force: true })
})

/** Runs `npm run try -- <file> …`, without npm. */
async function tryFile(
  text: string,
  ...more: string[]
): Promise<{ exitCode: number | null; printed: string }> {
  const file = join(directory, 'workflow.yml')
  await writeFile(file, text)
  const child = spawn(process.execPath, ['test/demo/try.ts', file, '--simulator', connection, ...more], {
    cwd: root,
    env: { PATH: process.env['PATH'] },
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk))
  const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { exitCode, printed }
}

const TWO_JOBS = `
jobs:
  start:
    outputs: { run-id: '\${{ steps.load.outputs.run-id }}' }
    steps:
      - uses: actions/checkout@v5
      - id: load
        uses: acme/load-test-gate@v1
        with:
          provider: errthquake
          mode: start
          errthquake-url: \${{ vars.ERRTHQUAKE_URL }}
          errthquake-token: \${{ secrets.ERRTHQUAKE_TOKEN }}
          test-input: customers.csv
          test-config: checkout.yaml
          virtual-users: 20
          test-duration: 2h
          region: \${{ vars.REGION }}
  judge:
    needs: start
    steps:
      - uses: acme/load-test-gate@v1
        with:
          provider: errthquake
          mode: wait
          errthquake-token: \${{ secrets.ERRTHQUAKE_TOKEN }}
          run-id: \${{ needs.start.outputs.run-id }}
          criteria: requests.count > 0
`

describe('npm run try', () => {
  test("fails the README's gate, and passes it once the criterion is relaxed as the README says", async () => {
    const readme = await readFile(join(root, 'README.md'), 'utf8')
    const gate = /## Quick start: XTC[\s\S]*?```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
    const [, strict = '', relaxed = ''] = /change `([^`]+)` to\s+`([^`]+)`/.exec(readme) ?? []
    expect(gate).toContain(strict)
    const failed = await tryFile(gate)
    expect(failed.printed).toContain('outcome:  failed (criteria)')
    expect(failed.exitCode).toBe(1)
    const passed = await tryFile(gate.replace(strict, relaxed))
    expect(passed.printed).toContain('outcome:  passed')
    expect(passed.exitCode).toBe(0)
    expect(simulator.xtc.runs).toHaveLength(2)
  })

  test('runs the steps of several jobs, and passes outputs of one to another', async () => {
    const { exitCode, printed } = await tryFile(
      TWO_JOBS,
      '--set',
      'test-duration=1s',
      '--set',
      'region=eu-west-1',
    )
    expect(printed).toContain('Not run here: actions/checkout@v5.')
    expect(printed).toContain('outcome:  started')
    expect(printed).toContain('outcome:  passed')
    expect(exitCode).toBe(0)
  })

  test('names an expression that only GitHub knows, and says what to do', async () => {
    const { exitCode, printed } = await tryFile(TWO_JOBS)
    expect(printed).toContain('Input region is left empty: ${{ vars.REGION }} is known only to GitHub.')
    expect(printed).toContain("Input 'region' is required")
    expect(exitCode).toBe(1)
  })

  test('ends at once without a simulator, a workflow or a gate in it', async () => {
    const withoutSimulator = await tryFile(TWO_JOBS, '--simulator', join(directory, 'none.json'))
    expect(withoutSimulator).toMatchObject({ exitCode: 2 })
    expect(withoutSimulator.printed).toContain('npm run simulator')
    expect(await tryFile('jobs: {}')).toMatchObject({ exitCode: 2 })
  })
})
