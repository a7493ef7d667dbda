import { GateError } from '../../foundation/errors.ts'
import type { Findings } from '../findings.ts'
import { markerOf, titleOf } from '../traces/marker.ts'
import { wasAdopted } from '../traces/notes.ts'
import { HttpError } from '../../platform/http/http.ts'
import { policyFor, retrySafe } from '../../platform/http/retry.ts'
import { idsOf, type RunHandle } from '../../providers/provider.ts'
import { saveRunState } from '../traces/run-state.ts'
import { startInTurn } from './start-in-turn.ts'
import { startOnce } from './start-once.ts'
import type { Step } from '../step.ts'
import { leaveStepNote } from '../traces/leave-step-note.ts'

const FIRST_CONTACT_BUDGET_MS = 60_000

/** The run that the step waits for: an earlier attempt's, the one of `run-id`, or a new one. */
export async function startOrAttach(
  step: Step,
  findings: Findings,
  earlier: RunHandle | undefined,
): Promise<RunHandle> {
  if (step.inputs.mode === 'wait') return attach(step, findings, handleOfInputs(step))
  if (earlier !== undefined) return attach(step, findings, earlier)
  const run = await start(step, findings)
  // A cancel that came while the start request was on its way takes effect here.
  await leaveStepNote(step, run, 'started')
  return run
}

async function start(step: Step, findings: Findings): Promise<RunHandle> {
  const { context } = step
  const onRun = (run: RunHandle | undefined): void => {
    if (run === undefined) return void delete findings.run
    findings.run = run
    // The same run may be told twice: as the answer named it, and as it was found.
    findings.sinceMs ??= step.http.clock.monotonicMs()
  }
  const onDoubt = (mayHaveStarted: boolean): void => void (findings.mayHaveStarted = mayHaveStarted)
  return await startInTurn(step, findings, (round) => {
    // A run that gave way bears its own marker.
    const turn = round === 1 ? step.stepKey : `${step.stepKey} ${round}`
    const marker = markerOf(context, turn, step.key)
    return startOnce({ ...step, onRun, onDoubt }, titleOf(context, marker), marker)
  })
}

/** The runs of `run-id`. */
function handleOfInputs({ inputs, provider, http, planned }: Step): RunHandle {
  const several = inputs.runIds.length > 1
  // Only interactive tests are given a time to stop after.
  const interactive = inputs.setup?.stopAfterMs !== undefined
  return {
    provider: provider.name,
    executions: inputs.runIds.map((id, index) => ({
      label: several ? id : '',
      ...(interactive ? { interactive } : {}),
      // Where the inputs say what runs, in the order of the ids.
      ...(planned.length === inputs.runIds.length ? planned[index] : {}),
      id,
    })),
    startedAtMs: http.clock.now(),
    attached: true,
  }
}

/** From the first request on the run counts as this step's: a cancel or an outage must not leave it unnamed. */
async function attach(step: Step, findings: Findings, run: RunHandle): Promise<RunHandle> {
  const { provider, workflow, http, log } = step
  findings.run = run
  saveRunState(workflow, { phase: 'going', run })
  workflow.output('run-id', idsOf(run, ','))
  await markAdopted(step, run)
  try {
    const status = await retrySafe(http, { budgetMs: FIRST_CONTACT_BUDGET_MS }, () => provider.status(run))
    log.info(
      `Attached to run ${idsOf(run)}: ${status.executions.map((execution) => execution.state).join(', ')}.`,
    )
  } catch (error) {
    if (!(error instanceof HttpError)) throw error
    const what = `Run ${idsOf(run)} cannot be attached to. ${error.message}`
    if (policyFor(error).safe === 'retry') throw new GateError('contact-lost', what, { cause: error })
    // A run that the service refuses to show is most likely not the one that was meant.
    log.warning(
      `If run ${idsOf(run)} is going, it goes on: this step does not stop a run that it cannot see. Look at the service, and stop it there if it is not needed.`,
    )
    delete findings.run
    saveRunState(workflow, { phase: 'over' })
    throw new GateError('preflight', `${what} Check run-id.`, { cause: error })
  }
  return run
}

/** What a step in mode `start` was not sure of stays unsure: the run may be somebody else's, and is not stopped. */
async function markAdopted(step: Step, run: RunHandle): Promise<void> {
  if (step.inputs.mode !== 'wait') return
  if (!(await step.cancellation.orCancelled(wasAdopted(step, step.inputs.runIds)))) return
  run.adopted = true
  saveRunState(step.workflow, { phase: 'going', run })
  step.log.info(
    `Run ${idsOf(run)} was found after an unclear answer to the start, and may be somebody else's: this step will not stop it.`,
  )
}
