import { endRun, sendStops } from './stop/stop-run.ts'
import { GateError, messageOf } from '../foundation/errors.ts'
import { activeRun, type Findings, type Tell } from './findings.ts'
import { internalError, verdictOfError } from './wait/run-failure.ts'
import { FileError } from '../platform/files/file-errors.ts'
import { HttpError } from '../platform/http/http.ts'
import { endQuiet } from '../platform/runner/quiet.ts'
import { idsOf, type RunHandle } from '../providers/provider.ts'
import { tryToSaveRunState } from './traces/run-state.ts'
import type { Step } from './step.ts'
import { leaveStepNote } from './traces/leave-step-note.ts'
import { decide } from '../verdict/outcome/decide.ts'
import type { Verdict } from '../verdict/verdict.ts'

/** Turns an error into the step's verdict, and makes sure that no active run goes unnoticed. */
export async function conclude(
  step: Step,
  findings: Readonly<Findings>,
  error: unknown,
  tell: Tell<'verdict'>,
): Promise<void> {
  const { cancellation, inputs, log } = step
  const active = activeRun(findings)
  if (cancellation.cancelled) {
    endQuiet()
    tell({ verdict: cancelled(step) })
    // A cancelled step must still say that a test may be running.
    if (error instanceof GateError && error.reason === 'start-unknown') log.error(error.message)
    cancellation.beginCleanup()
    if (active !== undefined) await stopOnCancel(step, active)
    return
  }
  if (!(error instanceof GateError || error instanceof FileError))
    log.debug(error instanceof Error ? (error.stack ?? error.message) : String(error))
  tell({ verdict: verdictOf(error, findings, inputs.failOn) })
  if (active === undefined) return
  try {
    await endAfterError(step, active, 'The step ends with an error')
  } catch (again) {
    if (!cancellation.cancelled) throw again
    // The step was cancelled in the meantime, but the first error must still be reported.
    await conclude(step, findings, error instanceof GateError ? error : again, tell)
  }
}

/** After a problem with a run: stops it, or reports that it is still active. Passes a cancellation on. */
export async function endAfterError(step: Step, run: RunHandle, why: string): Promise<void> {
  const { log, workflow, provider } = step
  // The run must be stopped even if the state cannot be saved; then only this step can do it.
  tryToSaveRunState(workflow, { phase: 'active', run, stopDue: true }, log)
  const settled = await endRun(step, run, why)
  if (settled) tryToSaveRunState(workflow, { phase: 'over' }, log)
  if (settled && provider.canStop) await leaveStepNote(step, run, 'stopped')
}

function verdictOf(error: unknown, findings: Readonly<Findings>, failOn: Step['inputs']['failOn']): Verdict {
  if (error instanceof GateError) return verdictOfError(error.reason, messageOf(error), failOn)
  const { run, mayHaveStarted } = findings
  const isService = error instanceof HttpError
  if (run !== undefined && isService) return verdictOfError('contact-lost', messageOf(error), failOn)
  const isBefore = run === undefined && mayHaveStarted !== true
  if (isBefore && (isService || error instanceof FileError))
    return verdictOfError('preflight', messageOf(error), failOn)
  return internalError(findings, error, failOn)
}

/** Handles the run as `on-cancel` says, within the few seconds that a cancelled step has. */
export async function stopOnCancel(step: Step, run: RunHandle): Promise<void> {
  const { provider, inputs, log, workflow } = step
  if (inputs.onCancel === 'leave') {
    const page = run.url === undefined ? '' : ` Its page: ${run.url}`
    log.warning(`The step was cancelled, and run ${idsOf(run)} was left running, as set by on-cancel.${page}`)
    tryToSaveRunState(workflow, { phase: 'over' }, log)
    return
  }
  // The post step has enough time: it confirms the stop, or names the run.
  const isKept = tryToSaveRunState(workflow, { phase: 'active', run, stopDue: true }, log)
  if (!isKept)
    log.warning(`The step was cancelled while run ${idsOf(run)} was active: make sure that it has finished.`)
  if (!provider.canStop || run.adopted === true) {
    log.warning(
      `The step was cancelled, and run ${idsOf(run)} is still active: it cannot be stopped from here.`,
    )
    return
  }
  await sendStops(step, run)
}

export function cancelled({ inputs }: Step): Verdict {
  return { ...decide({ cancelled: true, criteria: [], failOn: inputs.failOn }), failsStep: true }
}
