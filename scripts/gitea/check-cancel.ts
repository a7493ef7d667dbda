import { readdirSync } from 'node:fs'
import type { ErrthquakeTest } from '../../test/simulator/errthquake-tests.ts'
import type { WorkflowRun } from './gitea-client.ts'
import { given, mustHaveSucceeded, workflowRun, type Stage } from './stage.ts'
import { waitFor } from './wait-for.ts'

const START_WITHIN_MS = 120_000
const STOP_WITHIN_MS = 120_000
/** Longer than the whole check. */
const TEST_MS = 60 * 60_000
/** While the first states are polled, the action saves the note for later attempts. */
const LOOKS_BEFORE_CANCEL = 3

/** Cancels a workflow run while its test is active: the test must be stopped. */
export async function checkCancel(stage: Stage): Promise<void> {
  const { test } = await startAndCancel(stage, 'stop')
  await waitFor(waitOf(stage, 'the test to be stopped', STOP_WITHIN_MS), () =>
    test.stoppedAtMs === undefined ? undefined : true,
  ).catch(() => undefined)
  stage.findings.expect(
    'cancel stops the test at the service',
    test.stoppedAtMs !== undefined,
    'it is still active',
  )
}

/**
 * Cancels with `on-cancel: leave` and runs the workflow again: the second attempt must attach to the test.
 */
export async function checkRerun(stage: Stage): Promise<void> {
  const { simulator, instance, repository, findings } = stage
  const { run, test } = await startAndCancel(stage, 'leave')
  const startsBefore = simulator.errthquake.runs.length
  const asked = looksAt(stage, test)
  await instance.client.post(`/repos/${repository}/actions/runs/${run.id}/rerun`)
  await waitFor(waitOf(stage, 'the second attempt to ask for the state', START_WITHIN_MS), () =>
    looksAt(stage, test) > asked + 1 || simulator.errthquake.runs.length > startsBefore ? true : undefined,
  )
  findings.expect(
    'with on-cancel: leave, the test stays active',
    test.stoppedAtMs === undefined,
    'it was stopped',
  )
  // Let the test finish, and with it the second attempt.
  test.plan.runMs = 1
  const again = await workflowRun(stage, { id: run.id, attempt: 2 })
  await mustHaveSucceeded(stage, again)
  const { outputs } = given(stage, 'Long', again)
  const starts = simulator.errthquake.runs.length - startsBefore
  findings.expect(
    'a re-run attaches to the test of the first attempt and judges it',
    outputs['run-id'] === test.id && outputs['outcome'] === 'passed' && starts === 0,
    `run ${outputs['run-id']} instead of ${test.id}, outcome ${outputs['outcome']}, ${starts} more starts`,
  )
}

async function startAndCancel(
  stage: Stage,
  onCancel: 'stop' | 'leave',
): Promise<{ run: WorkflowRun; test: ErrthquakeTest }> {
  const { instance, repository, simulator } = stage
  const before = simulator.errthquake.runs.length
  simulator.errthquake.nextRuns.push({ runMs: TEST_MS })
  const entries = cacheEntries(stage)
  const { workflow_run_id: id } = await instance.client.post<{ workflow_run_id: number }>(
    `/repos/${repository}/actions/workflows/long.yml/dispatches?return_run_details=true`,
    { ref: 'main', inputs: { 'on-cancel': onCancel } },
  )
  const test = await waitFor(waitOf(stage, 'an active test', START_WITHIN_MS), () => {
    const started = simulator.errthquake.runs[before]
    const isNoted = cacheEntries(stage) > entries
    return started !== undefined && looksAt(stage, started) >= LOOKS_BEFORE_CANCEL && isNoted
      ? started
      : undefined
  })
  await instance.client.cancel(repository, id)
  const run = await workflowRun(stage, { id, attempt: 1 })
  stage.findings.expect(
    'Gitea shows the run as cancelled',
    run.conclusion === 'cancelled',
    `${run.conclusion}`,
  )
  return { run, test }
}

function looksAt({ simulator }: Stage, test: ErrthquakeTest): number {
  return simulator.record.of('errthquake', 'GET').filter(({ path }) => path.endsWith(`/${test.id}`)).length
}

/** Number of files of the runner's cache server. */
function cacheEntries({ instance }: Stage): number {
  return readdirSync(instance.cacheDirectory, { recursive: true, withFileTypes: true }).filter((file) =>
    file.isFile(),
  ).length
}

function waitOf(
  { instance }: Stage,
  what: string,
  withinMs: number,
): { what: string; withinMs: number; check: () => void } {
  return { what, withinMs, check: () => instance.programs.check() }
}
