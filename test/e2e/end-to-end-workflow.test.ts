import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { runWorkflow } from '../runner/run-workflow.ts'
import { pushTo, type RanJob } from '../runner/workflow-run.ts'
import { startSimulator } from '../simulator/simulator.ts'

const root = join(import.meta.dirname, '..', '..')
const SCRIPTS = ['test/workflow/simulator-in-job.ts', 'test/workflow/check-steps.ts']

/** The part of the checkout that the workflow uses: its scripts, run from their real place. */
const files = Object.fromEntries(
  SCRIPTS.map((path) => [path, `import '${pathToFileURL(join(root, path)).href}'\n`]),
)

/** Runs .github/workflows/e2e.yml for the first of its systems; `change` breaks it. */
async function endToEnd(change = (text: string): string => text): Promise<RanJob> {
  const simulator = await startSimulator()
  const directory = await mkdtemp(join(tmpdir(), 'end-to-end-'))
  try {
    const text = await readFile(join(root, '.github', 'workflows', 'e2e.yml'), 'utf8')
    const file = join(directory, 'e2e.yml')
    await writeFile(file, change(text).replace(/os: \[(\S+),.*\]/, 'os: [$1]'))
    const run = { file, simulator, directory, files, trigger: pushTo('main'), runId: '4711' }
    const { job } = await runWorkflow({
      ...run,
      vars: {},
      secrets: {},
      pathBefore: dirname(process.execPath),
    })
    return job('gate')
  } finally {
    await simulator.close()
    await rm(directory, { recursive: true, force: true })
  }
}

const checkIn = ({ steps }: RanJob): { outcome: string; log: string } | undefined =>
  steps.find(({ name }) => name === 'Check outcomes, outputs and bytes')

test.concurrent(
  'the end-to-end workflow passes on a runner with an artifact service, including downloads',
  async () => {
    const job = await endToEnd()
    const outcomes = job.steps.map(({ name, outcome }) => `${name}: ${outcome}`)
    expect(outcomes.filter((line) => !line.endsWith(': success'))).toEqual(['A gate that must fail: failure'])
    expect(checkIn(job)?.log).toMatch(
      /^\d\d artifacts, downloaded again, are the bytes that were uploaded\.$/m,
    )
    expect(job.result).toBe('success')
  },
  300_000,
)

test.concurrent(
  'the end-to-end workflow fails if a download differs from what was uploaded',
  async () => {
    const job = await endToEnd((text) => text.replace('          skip-decompress: true\n', ''))
    expect(job.result).toBe('failure')
    expect(checkIn(job)?.log).toContain('downloaded, but not the bytes that were uploaded')
    expect(checkIn(job)?.log).toMatch(/e2e-ubuntu-latest-errthquake\.logs\.zip/)
  },
  300_000,
)
