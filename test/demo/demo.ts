// Runs the bundles in dist/ against the simulator as a runner does: first XTC, then Errthquake.
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { runAction, type StepResult } from '../runner/run-action.ts'
import { startSimulator, type Simulator } from '../simulator/simulator.ts'
import { DEFAULT_ERRTHQUAKE_TOKEN } from '../simulator/errthquake.ts'
import { asTheRunnerShows } from './runner-log.ts'

const root = join(import.meta.dirname, '..', '..')

const XTC_CRITERIA = `
valid: requests.count >= 100
requests.error-rate < 5%
actions["*"].p95 <= 5s        # every action
transactions.p99 <= 60s
warn: requests.p99 <= 300ms
`

const ERRTHQUAKE_CRITERIA = `
valid: requests.count >= 1000
requests.error-rate <= 2%
requests["checkout"].p95 <= 3s
requests["*"].p99 <= 10s
warn: agents.cpu-max <= 60%
`

async function demo(): Promise<void> {
  const directory = join(root, '.demo')
  await rm(directory, { recursive: true, force: true })
  const simulator = await startSimulator()
  try {
    const xtc = await step('XTC', simulator, join(directory, 'xtc'), {
      provider: 'xtc',
      'xtc-url': simulator.xtcUrl,
      'xtc-organization': 'acme',
      'xtc-project': 'shop',
      'xtc-load-test': 'Checkout nightly',
      'xtc-client-id': 'simulated-client',
      'xtc-client-secret': 'simulated-client-secret',
      criteria: XTC_CRITERIA,
    })
    const errthquake = await step('Errthquake', simulator, join(directory, 'errthquake'), {
      provider: 'errthquake',
      'errthquake-url': simulator.errthquakeUrl,
      'errthquake-token': DEFAULT_ERRTHQUAKE_TOKEN,
      'test-input': 'customers.csv',
      'test-config': 'checkout.yaml',
      'virtual-users': '50',
      'test-duration': '3s',
      region: 'eu-west-1',
      criteria: ERRTHQUAKE_CRITERIA,
    })
    await look('XTC', simulator, join(directory, 'xtc'), xtc)
    await look('Errthquake', simulator, join(directory, 'errthquake'), errthquake)
    if (xtc.exitCode !== 0 || errthquake.exitCode !== 0) process.exitCode = 1
  } finally {
    await simulator.close()
  }
}

async function step(
  name: string,
  simulator: Simulator,
  directory: string,
  inputs: Record<string, string>,
): Promise<StepResult> {
  say(`\n=== ${name}: the step's log ===\n`)
  return await runAction({
    inputs,
    directory,
    environment: simulator.environment(),
    onOutput: asTheRunnerShows(say),
  })
}

async function look(
  name: string,
  simulator: Simulator,
  directory: string,
  result: StepResult,
): Promise<void> {
  const files = await readdir(result.outputs['output-directory'] ?? directory)
  const artifacts = JSON.parse(result.outputs['artifacts'] ?? '[]') as { name: string; size: number }[]
  say(`\n=== ${name}: results ===\n`)
  say(`outcome:   ${result.outputs['outcome']} (exit code ${result.exitCode})\n`)
  say(`summary:   ${join(directory, 'command-summary.md')}\n`)
  say(
    `files:     ${result.outputs['output-directory']}: ${files.filter((file) => !file.startsWith('.')).join(', ')}\n`,
  )
  for (const artifact of artifacts) say(`artifact:  ${artifact.name} (${artifact.size} bytes)\n`)
  const stored = artifacts.map((artifact) => simulator.actions.artifact(artifact.name)?.finalized?.bytes)
  if (stored.some((bytes, index) => bytes !== artifacts[index]?.size))
    throw new Error('An artifact did not arrive completely.')
  say(`\n${await readFile(join(directory, 'command-summary.md'), 'utf8')}`)
}

function say(text: string): void {
  process.stdout.write(text)
}

await demo()
