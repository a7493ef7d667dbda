import { causeLast, GateError } from '../../foundation/errors.ts'
import { keyOfRun, markerOf, titleOf } from '../traces/marker.ts'
import { wasAdopted } from '../traces/notes.ts'
import { HttpError } from '../../platform/http/http.ts'
import { policyFor, retrySafe } from '../../platform/http/retry.ts'
import { idsOf, type RemoteFile, type RunHandle } from '../../providers/provider.ts'
import { saveRemoteFiles } from '../traces/remote-files-state.ts'
import { saveRunState } from '../traces/run-state.ts'
import { startOnce } from './start-once.ts'
import type { TellRun } from '../findings.ts'
import type { Step } from '../step.ts'
import { leaveStepNote } from '../traces/leave-step-note.ts'

const FIRST_CONTACT_BUDGET_MS = 60_000

/** The run that the step waits for: the run of an earlier attempt, the run of `run-id`, or a new one. */
export async function startOrAttach(
  step: Step,
  earlier: RunHandle | undefined,
  tell: TellRun,
): Promise<StartedRun> {
  if (step.inputs.mode === 'wait') return { run: await attach(step, handleOfInputs(step), tell) }
  if (earlier !== undefined) return { run: await attach(step, earlier, tell) }
  const started = await start(step, tell)
  // If the step was cancelled while the start request was in progress, that takes effect here.
  await leaveStepNote(step, started.run, 'started')
  return started
}

export interface StartedRun {
  run: RunHandle
  /**
   * When the response to the start arrived, by the monotonic clock; absent if this step did not start the
   * run.
   */
  sinceMs?: number
}

async function start(step: Step, tell: TellRun): Promise<StartedRun> {
  const { context, http } = step
  let sinceMs: number | undefined
  const onRun = (run: RunHandle | undefined): void => {
    // This may be called twice for one run: when the response named it, and when it was found.
    if (run !== undefined) sinceMs ??= http.clock.monotonicMs()
    tell({ run })
  }
  const onDoubt = (mayHaveStarted: boolean): void => tell({ mayHaveStarted })
  const onRemoteFiles = (remoteFiles: readonly RemoteFile[]): void => {
    saveRemoteFiles(step.workflow, remoteFiles)
    tell({ remoteFiles })
  }
  const startRound = (round: number): Promise<RunHandle> => {
    sinceMs = undefined
    // A run that is started after another one was stopped for somebody else's run needs its own marker.
    const stepKey = keyOfRun(step.stepKey, step.runNumber)
    const turn = round === 1 ? stepKey : `${stepKey} ${round}`
    const marker = markerOf(context, turn, step.key)
    return startOnce(
      { ...step, onRun, onDoubt, onRemoteFiles },
      titleOf(context, marker, step.runNumber),
      marker,
    )
  }
  const isFree = step.inputs.whenBusy === 'start' && step.provider.sharesFiles !== true
  const run = await (isFree ? startRound(1) : inTurn(step, tell, startRound))
  return { run, ...(sinceMs !== undefined && { sinceMs }) }
}

/** The code is loaded only if other runs at the service matter. */
async function inTurn(
  step: Step,
  tell: TellRun,
  startRound: (round: number) => Promise<RunHandle>,
): Promise<RunHandle> {
  const { startInTurn } = await import('./start-in-turn.ts')
  return await startInTurn(step, tell, startRound)
}

/** A handle for the runs of `run-id`. */
function handleOfInputs({ inputs, provider, http, planned }: Step): RunHandle {
  const several = inputs.runIds.length > 1
  // Only interactive tests have a time after which they are stopped.
  const interactive = inputs.setup?.stopAfterMs !== undefined
  return {
    provider: provider.name,
    executions: inputs.runIds.map((id, index) => ({
      label: several ? id : '',
      ...(interactive && { interactive }),
      // If the inputs say what runs, in the order of the IDs.
      ...(planned.length === inputs.runIds.length && planned[index]),
      id,
    })),
    startedAtMs: http.clock.now(),
    attached: true,
  }
}

/**
 * The run counts as this step's from the first request on, so that it is named after a cancellation or an
 * outage.
 */
async function attach(step: Step, run: RunHandle, tell: TellRun): Promise<RunHandle> {
  const { provider, workflow, http, log } = step
  tell({ run })
  saveRunState(workflow, { phase: 'active', run })
  workflow.output('run-id', idsOf(run, ','))
  await markAdopted(step, run)
  try {
    const status = await retrySafe(http, { budgetMs: FIRST_CONTACT_BUDGET_MS }, () => provider.status(run))
    log.info(
      `Attached to run ${idsOf(run)}: ${status.executions.map((execution) => execution.state).join(', ')}.`,
    )
  } catch (error) {
    if (!(error instanceof HttpError)) throw error
    const what = `Run ${idsOf(run)} cannot be attached to.`
    if (policyFor(error).safe === 'retry')
      throw new GateError('contact-lost', causeLast(what, error), { cause: error })
    // A run that the service refuses to show is most likely not the one that was meant.
    log.warning(
      `Run ${idsOf(run)}, if still active, was left running, because this step does not stop a run that it cannot see. Check the service, and stop the run there if it is not needed.`,
    )
    tell({ run: undefined })
    saveRunState(workflow, { phase: 'over' })
    throw new GateError('preflight', causeLast(`${what} Check run-id.`, error), { cause: error })
  }
  return run
}

/**
 * If the step in mode `start` was not sure that the run is its own, it may belong to somebody else, and this
 * step must not stop it either.
 */
async function markAdopted(step: Step, run: RunHandle): Promise<void> {
  if (step.inputs.mode !== 'wait') return
  if (!(await step.cancellation.orCancelled(wasAdopted(step, step.inputs.runIds)))) return
  run.adopted = true
  saveRunState(step.workflow, { phase: 'active', run })
  step.log.info(
    `Run ${idsOf(run)} was found after an unclear response to the start, and may belong to somebody else: this step will not stop it.`,
  )
}
