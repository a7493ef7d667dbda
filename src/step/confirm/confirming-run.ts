import { GateError, messageOf } from '../../foundation/errors.ts'
import { FileError } from '../../platform/files/file-errors.ts'
import { HttpError } from '../../platform/http/http.ts'
import {
  idsOf,
  isFinal,
  type RemoteFile,
  type Collected,
  type RunHandle,
  type RunNumber,
} from '../../providers/provider.ts'
import { endAfterError } from '../conclude.ts'
import { activeRun, type ConfirmingRun } from '../findings.ts'
import { earlierRun } from '../start/earlier-run.ts'
import { startOrAttach, type StartedRun } from '../start/start-or-attach.ts'
import type { Step } from '../step.ts'
import { leaveStepNote } from '../traces/leave-step-note.ts'
import { keyOfRun } from '../traces/marker.ts'
import { saveRunState } from '../traces/run-state.ts'
import { endedEarly } from '../wait/ended-early.ts'
import { failureOfEnd } from '../wait/run-failure.ts'
import { collect, waitAndStop } from '../wait/wait-and-stop.ts'
import { confirmingOutput, folderOf, furtherStep } from './further-step.ts'
import type { AttemptJudgment } from './judge-attempt.ts'
import { leftFor, plannedOf, spentOf, type Spent } from './limits-left.ts'

/** The first run, after it was judged. */
export interface FirstRun {
  run: RunHandle
  judgment: AttemptJudgment
  /** When the timeout is reached, by the monotonic clock. */
  untilMs: number
  spent: Spent
}

export interface Confirming {
  run: ConfirmingRun
  /** All confirming runs so far; this one is the last. */
  runs: readonly ConfirmingRun[]
  /** What each run so far has used of the limits. */
  spent: Spent[]
  /** Reports what is known about the confirming runs, and about everything that the step uploaded. */
  tell: (remoteFiles?: readonly RemoteFile[]) => void
}

/**
 * Starts one further run, waits for it, and judges it together with the earlier ones. If that is not
 * possible, the reason is reported.
 */
export async function confirmBy(step: Step, first: FirstRun, confirming: Confirming): Promise<void> {
  const { cancellation, log } = step
  const { run } = confirming
  confirming.tell()
  try {
    const failure = await startAndJudge(step, first, confirming)
    if (failure !== undefined) await fail(step, first, confirming, failure)
  } catch (error) {
    if (cancellation.cancelled || !isExpected(error)) throw error
    // A run that may have been started must be named as an error, because those are seen first.
    if (error instanceof GateError && error.reason === 'start-unknown') log.error(error.message)
    const active = activeRun({ uploads: [], confirming: [run] })
    if (active !== undefined) await endAfterError(step, active, 'The confirming run is given up')
    await fail(step, first, confirming, messageOf(error))
  }
}

/** Errors caused by services, users or disks, and not by a bug in this action. */
function isExpected(error: unknown): error is GateError | HttpError | FileError {
  return error instanceof GateError || error instanceof HttpError || error instanceof FileError
}

async function fail(step: Step, first: FirstRun, { run, tell }: Confirming, failure: string): Promise<void> {
  run.failure = step.workflow.scrub(failure)
  tell()
  const by = run.run === undefined ? '' : ` by run ${idsOf(run.run)}`
  const text = `The suspicion was not confirmed${by}. ${capital(run.failure)}`
  step.log.warning(text)
  await step.cancellation.orCancelled(first.judgment.remark(text))
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Returns why the run could not be used, or undefined if it was judged. */
async function startAndJudge(
  step: Step,
  first: FirstRun,
  confirming: Confirming,
): Promise<string | undefined> {
  const { inputs, log, http, workflow } = step
  const { run, runs, spent, tell } = confirming
  const left = leftFor(inputs, spent, first.untilMs - http.clock.monotonicMs())
  if (typeof left === 'string') return `Nothing was started: ${left}`
  log.info(
    `The verdict is only a suspicion. Run ${run.number} of this commit follows to confirm it, as set by confirm (${inputs.confirm}).`,
  )
  const further = furtherStep(step, run.number, left, () =>
    workflow.output('confirming-runs', workflow.scrub(confirmingOutput(runs))),
  )
  const earlier = await earlierOf(further, run.number, first.run)
  const started = await startOrAttach(further, earlier, ({ remoteFiles, ...found }) => {
    learn(run, found)
    tell(remoteFiles)
  })
  return await waitAndJudge(further, started, first, confirming)
}

/** `undefined` withdraws what turned out to be wrong. */
function learn(
  run: ConfirmingRun,
  found: { [K in keyof ConfirmingRun]?: ConfirmingRun[K] | undefined },
): void {
  Object.assign(run, found)
  for (const [name, value] of Object.entries(found))
    if (value === undefined) delete run[name as Exclude<keyof ConfirmingRun, 'number'>]
}

/**
 * A run that an earlier attempt started but did not judge is continued, instead of starting a second one. It
 * may be the first run of this attempt.
 */
async function earlierOf(
  further: Step,
  number: RunNumber,
  judged: RunHandle,
): Promise<RunHandle | undefined> {
  const { stepKey, inputs, cancellation } = further
  const onRerun = inputs.onRerun === 'start' ? 'start' : 'auto'
  const own = { ...further, stepKey: keyOfRun(stepKey, number) }
  const earlier = await cancellation.orCancelled(earlierRun(own, { onRerun, confirm: 0, judged }))
  return earlier && { ...earlier, number }
}

/**
 * The run gets what is left of the timeout when it is started, because it may have waited for other runs
 * before.
 */
function withTimeout(further: Step, leftMs: number): Step {
  return { ...further, inputs: { ...further.inputs, timeoutMs: Math.max(0, leftMs) } }
}

/** Files are named by their path in the output directory. */
function inFolder(collected: Collected, number: RunNumber): Collected {
  const named = <T extends { name: string }>(file: T): T => ({
    ...file,
    name: `${folderOf(number)}/${file.name}`,
  })
  return { ...collected, files: collected.files.map(named), missing: collected.missing.map(named) }
}

async function waitAndJudge(
  further: Step,
  started: StartedRun,
  first: FirstRun,
  { run: told, spent, tell }: Confirming,
): Promise<string | undefined> {
  const { http, log, cancellation, workflow } = further
  const { run } = started
  const sinceMs = started.sinceMs ?? http.clock.monotonicMs()
  const end = await waitAndStop(withTimeout(further, first.untilMs - sinceMs), started, (found) => {
    learn(told, found)
    tell()
  })
  const lastedMs = http.clock.monotonicMs() - sinceMs
  spent.push(spentOf(end.status, lastedMs, plannedOf(run, further.inputs)))
  const failure = failureOfEnd(end.how, end.status)
  const ended = end.status.executions.filter(isFinal)
  const isOver = ended.length === end.status.executions.length
  if (isOver) saveRunState(workflow, { phase: 'over' })
  if (ended.length === 0) return failure?.message
  const collected = await cancellation.orCancelled(
    log.group('Collect results of the confirming run', () => collect(further, run, end)),
  )
  learn(told, { collected: inFolder(collected, told.number) })
  tell()
  const early = end.status.isOther ?? endedEarly(run.executions, end.status.executions)
  const judging = first.judgment.judgeWith(told.number, {
    collected,
    executions: run.executions,
    ...(failure !== undefined && { failure }),
    ...(early !== undefined && { endedEarly: early }),
  })
  const why = await cancellation.orCancelled(judging)
  if (isOver) await leaveStepNote(further, run, 'judged', first.judgment.judged.verdict.outcome)
  return why
}
