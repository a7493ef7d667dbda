import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { runWorkflow } from '../runner/run-workflow.ts'
import type { RanJob, RanWorkflow, Trigger, WorkflowRun } from '../runner/workflow-run.ts'
import { DEFAULT_ERRTHQUAKE_TOKEN } from '../simulator/errthquake.ts'
import type { RecordedRequest } from '../simulator/record.ts'
import { startSimulator, type Simulator, type SimulatorOptions } from '../simulator/simulator.ts'
import type { StepResult } from '../runner/run-action.ts'

/** The criteria file in the repository, for examples that read it. */
export const CRITERIA_FILE = `criteria:
  - 'valid: requests.count >= 1000'
  - requests.error-rate < 2%
  - check: requests["checkout"].p95 <= 3s
    message: Customers leave when the checkout is slower.
`

const CLIENT_SECRET = 'simulated-client-secret'
const EXAMPLES = join(import.meta.dirname, '..', '..', 'examples')

export interface Stage {
  simulator: Simulator
  directory: string
  /** Runs the example once more, as a separate workflow run. */
  run: (trigger: Trigger, more?: Partial<WorkflowRun>) => Promise<RanWorkflow>
  /** Requests that start a test, whatever the response. */
  starts: () => RecordedRequest[]
  /** The path of another example. */
  file: (example: string) => string
}

export interface StageOptions extends SimulatorOptions {
  /** Errthquake's clock runs faster by this factor, so that a test can last as long as the example says. */
  fasterBy?: number
}

/** Runs an example whose variables and secrets point to a simulator. */
export async function onStage(
  example: string,
  { fasterBy = 1, ...options }: StageOptions,
  work: (stage: Stage) => Promise<void>,
): Promise<void> {
  const beganMs = Date.now()
  const simulator = await startSimulator({
    errthquakeNow: () => beganMs + (Date.now() - beganMs) * fasterBy,
    xltData: { lines: 300 },
    requestLog: { lines: 1200 },
    ...options,
    xtc: { ...options.xtc, run: { speed: 4, archiveDelayMs: 0, ...options.xtc?.run } },
  })
  const directory = await mkdtemp(join(tmpdir(), 'example-'))
  try {
    await work(stageFor(example, simulator, directory))
  } finally {
    await simulator.close()
    await rm(directory, { recursive: true, force: true })
  }
}

/** The same, with a simulator that is already running. */
export function stageFor(example: string, simulator: Simulator, directory: string): Stage {
  const file = (name: string): string => join(EXAMPLES, name)
  let runs = 0
  return {
    simulator,
    directory,
    file,
    run: async (trigger, more = {}) => {
      runs += 1
      const ran = await runWorkflow({
        file: file(example),
        simulator,
        directory,
        trigger,
        runId: String(4710 + runs),
        secrets: { XTC_CLIENT_SECRET: CLIENT_SECRET, ERRTHQUAKE_TOKEN: DEFAULT_ERRTHQUAKE_TOKEN },
        ...more,
        vars: { ...variablesFor(simulator), ...more.vars },
      })
      expectNoSecrets(ran)
      expect(simulator.record.of('errthquake', 'PUT', /\/stop$/)).toEqual([])
      return ran
    },
    starts: () => [
      ...simulator.record.of('xtc', 'POST', /\/load-tests\/\d+$/),
      ...simulator.record.of('errthquake', 'POST', /\/exec$/),
    ],
  }
}

function variablesFor(simulator: Simulator): Record<string, string> {
  return {
    XTC_URL: simulator.xtcUrl,
    XTC_ORGANIZATION: 'acme',
    XTC_PROJECT: 'shop',
    XTC_CLIENT_ID: 'simulated-client',
    ERRTHQUAKE_URL: simulator.errthquakeUrl,
  }
}

function expectNoSecrets({ jobs }: RanWorkflow): void {
  for (const { log } of jobs.flatMap(({ steps }) => steps)) {
    const shown = shownOf(log)
    expect(shown).not.toContain(CLIENT_SECRET)
    expect(shown).not.toContain(DEFAULT_ERRTHQUAKE_TOKEN)
  }
}

/** A log without the lines that the runner hides. */
function shownOf(log: string): string {
  return log.replace(/^::add-mask::.*\n?/gm, '')
}

/** The gate step of a job. Checks outcome and reason as well, so that a failure shows the log. */
export function gateOf(job: RanJob, outcome: string, reason = ''): StepResult {
  const gates = job.steps.flatMap(({ gate }) => gate ?? [])
  expect(gates).toHaveLength(1)
  const gate = gates[0] as StepResult
  expect({ ...gate.outputs, log: gate.log }).toMatchObject({ outcome, reason })
  // Post has nothing to clean up: no example leaves a run behind by accident.
  expect(shownOf(gate.postLog)).toBe('')
  return gate
}
