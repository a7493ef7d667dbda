import { endRun, sendStops } from './stop/stop-run.ts'
import { GateError, messageOf } from '../foundation/errors.ts'
import { goingRun, type Findings, type Tell } from './findings.ts'
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

/** Turns what was thrown into the step's conclusion, and sees to it that no run goes on unnoticed. */
export async function conclude(
  step: Step,
  findings: Readonly<Findings>,
  error: unknown,
  tell: Tell<'verdict'>,
): Promise<void> {
  const { cancellation, inputs, log } = step
  const going = goingRun(findings)
  if (cancellation.cancelled) {
    endQuiet()
    tell({ verdict: cancelled(step) })
    // The cancel must not swallow that a test may be running.
    if (error instanceof GateError && error.reason === 'start-unknown') log.error(error.message)
    cancellation.beginCleanup()
    if (going !== undefined) await stopOnCancel(step, going)
    return
  }
  if (!(error instanceof GateError || error instanceof FileError))
    log.debug(error instanceof Error ? (error.stack ?? error.message) : String(error))
  tell({ verdict: verdictOf(error, findings, inputs.failOn) })
  if (going === undefined) return
  try {
    await endAfterError(step, going, 'The step ends with an error')
  } catch (again) {
    if (!cancellation.cancelled) throw again
    // What was to be said of the run must be said all the same.
    await conclude(step, findings, error instanceof GateError ? error : again, tell)
  }
}

/** Ends a run, or says that it goes on, where something went wrong with it. Passes a cancel on. */
export async function endAfterError(step: Step, run: RunHandle, why: string): Promise<void> {
  const { log, workflow, provider } = step
  // Where it is not kept the run must end all the same, and it is up to this step alone.
  tryToSaveRunState(workflow, { phase: 'going', run, stopDue: true }, log)
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

/** Does with the run what `on-cancel` says, as far as the seconds of a cancelled step allow. */
export async function stopOnCancel(step: Step, run: RunHandle): Promise<void> {
  const { provider, inputs, log, workflow } = step
  if (inputs.onCancel === 'leave') {
    const page = run.url === undefined ? '' : ` Its page: ${run.url}`
    log.warning(`The step was cancelled, and run ${idsOf(run)} was left running, as set by on-cancel.${page}`)
    tryToSaveRunState(workflow, { phase: 'over' }, log)
    return
  }
  // The post step confirms the stop, or names the run: it has the time.
  const isKept = tryToSaveRunState(workflow, { phase: 'going', run, stopDue: true }, log)
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
