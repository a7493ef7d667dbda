import { endRun, sendStops } from './stop/stop-run.ts'
import { GateError, messageOf } from '../foundation/errors.ts'
import type { Findings, Tell } from './findings.ts'
import { internalError, verdictOfError } from './wait/run-failure.ts'
import { FileError } from '../platform/files/file-errors.ts'
import { HttpError } from '../platform/http/http.ts'
import { endQuiet } from '../platform/runner/quiet.ts'
import { idsOf, isFinal, type RunHandle } from '../providers/provider.ts'
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
  const { run } = findings
  const going = run !== undefined && !(findings.status?.executions.every(isFinal) ?? false)
  if (cancellation.cancelled) {
    endQuiet()
    tell({ verdict: cancelled(step) })
    // The cancel must not swallow that a test may be running.
    if (error instanceof GateError && error.reason === 'start-unknown') log.error(error.message)
    cancellation.beginCleanup()
    if (going) await stopOnCancel(step, run)
    return
  }
  if (!(error instanceof GateError || error instanceof FileError))
    log.debug(error instanceof Error ? (error.stack ?? error.message) : String(error))
  tell({ verdict: verdictOf(error, findings, inputs.failOn) })
  if (!going) return
  // Where it is not kept the run must end all the same, and it is up to this step alone.
  tryToSaveRunState(step.workflow, { phase: 'going', run, stopDue: true }, log)
  try {
    const settled = await endRun(step, run, 'The step ends with an error')
    if (settled) tryToSaveRunState(step.workflow, { phase: 'over' }, log)
    if (settled && step.provider.canStop) await leaveStepNote(step, run, 'stopped')
  } catch (again) {
    if (!cancellation.cancelled) throw again
    // What was to be said of the run must be said all the same.
    await conclude(step, findings, error instanceof GateError ? error : again, tell)
  }
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
