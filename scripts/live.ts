// Runs the shipped action against the real XTC, first in mode check, then a whole job, and prints what was
// learned.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Assumption } from '../src/providers/assumption.ts'
import { xtcAssumptions } from '../src/providers/xtc/assumptions.ts'
import { contractV1 } from '../src/providers/xtc/contracts/contract-v1.ts'
import { contractV2 } from '../src/providers/xtc/contracts/contract-v2.ts'
import { runAction, stepDirectory, type StepResult } from '../test/runner/run-action.ts'
import { countOf, reportOf } from './contract/finding.ts'
import { factsOf } from './live/facts.ts'
import { learned } from './live/learned.ts'
import type { Observation } from './live/observation.ts'
import { RunnerLog } from './live/runner-log.ts'
import { liveSettings, networkVariables, USAGE, type LiveSettings } from './live/settings.ts'

const OBSERVER = import.meta.resolve('./live/observer.ts')

async function main(): Promise<number> {
  if (process.env['LIVE_XTC'] !== '1') {
    process.stdout.write(`Skipped: LIVE_XTC is not 1.\n\n${USAGE}`)
    return 0
  }
  const settings = liveSettings(process.env)
  if (Array.isArray(settings)) {
    process.stderr.write(`Missing environment variables: ${settings.join(', ')}.\n\n${USAGE}`)
    return 2
  }
  // The step also gets the signal, names the run that it leaves, and ends. Then this script still prints its
  // findings.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined)
  const directory = await mkdtemp(join(tmpdir(), 'live-'))
  try {
    return await liveRun(settings, directory)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

async function liveRun(settings: LiveSettings, directory: string): Promise<number> {
  const log = new RunnerLog([settings.secret], (text) => process.stdout.write(text))
  const check = await step(settings, directory, log, 'check')
  const run = check.exitCode === 0 ? await step(settings, directory, log, 'run') : undefined
  const observations = await observationsIn(directory)
  const assumptions: Assumption[] = xtcAssumptions(settings.apiVersion === 'v1' ? contractV1 : contractV2)
  const compared = learned(assumptions, observations)
  const facts = factsOf(assumptions, observations).map((line) => `  ${line}\n`)
  const report = reportOf(compared, ['confirmed', 'contradicted', 'not found', 'not seen'])
  process.stdout.write(log.masked(`\n== What was learned ==\n\n${report}\nAlso:\n${facts.join('')}`))
  const outcome = run?.outputs['outcome'] ?? 'not run, because mode check failed'
  process.stdout.write(`\nOutcome: ${outcome}.\n`)
  const good = check.exitCode === 0 && run?.exitCode === 0
  return good && countOf(compared, 'contradicted') === 0 ? 0 : 1
}

async function step(
  { url, inputs }: LiveSettings,
  directory: string,
  log: RunnerLog,
  mode: 'check' | 'run',
): Promise<StepResult> {
  process.stdout.write(`\n== Mode ${mode} ==\n\n`)
  const result = await runAction({
    inputs: { ...inputs, mode },
    directory: stepDirectory(directory),
    onOutput: (text) => log.add(text),
    environment: {
      ...networkVariables(process.env),
      // XTC shows this as part of the copy's name.
      GITHUB_REPOSITORY: 'load-test-gate/live-test',
      GITHUB_WORKFLOW: 'Live test',
      GITHUB_JOB: 'live',
      NODE_OPTIONS: `--import=${OBSERVER}`,
      LIVE_OBSERVATIONS: observationFile(directory),
      // An invalid address is reported by the step itself.
      LIVE_ORIGIN: URL.canParse(url) ? new URL(url).origin : '',
    },
  })
  log.end()
  return result
}

function observationFile(directory: string): string {
  return join(directory, 'observations.jsonl')
}

async function observationsIn(directory: string): Promise<Observation[]> {
  const text = await readFile(observationFile(directory), 'utf8').catch(() => '')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Observation)
    .sort((a, b) => a.startedAtMs - b.startedAtMs)
}

process.exitCode = await main()
