import { checkBeforeStart } from './check/before-start.ts'
import { startOrAttach } from './start/start-or-attach.ts'
import { cancelled, conclude, stopOnCancel } from './conclude.ts'
import type { AttemptJudgment } from './confirm/judge-attempt.ts'
import { isSuspicion } from './confirm/suspicion.ts'
import { collect, waitAndStop } from './wait/wait-and-stop.ts'
import { endedEarly } from './wait/ended-early.ts'
import { learn, type Findings, type Found, type Tell } from './findings.ts'
import { failureOfEnd } from './wait/run-failure.ts'
import { releaseCompilers } from '../platform/runner/compilers.ts'
import { endQuiet } from '../platform/runner/quiet.ts'
import { isFinal, type Preflight, type RunHandle } from '../providers/provider.ts'
import type { Concluded } from './publish/publish.ts'
import type { Presentation } from '../report/presentation.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { earlierRun } from './start/earlier-run.ts'
import { forgetRemoteFiles } from './traces/remote-files-state.ts'
import { saveRunState } from './traces/run-state.ts'
import type { Step } from './step.ts'
import { leaveStepNote } from './traces/leave-step-note.ts'
import { decide } from '../verdict/outcome/decide.ts'
import type { WaitEnd } from './wait/wait-for-end.ts'

/**
 * The whole step: start, wait, collect, judge, publish. Never throws for problems that a user can understand
 * and fix. If it does throw, `findings` has what was known until then.
 */
export async function runStep(step: Step, findings: Findings = { uploads: [] }): Promise<Concluded> {
  const tell = (found: Found): void => learn(findings, found)
  try {
    await runPhases(step, tell)
  } catch (error) {
    await conclude(step, findings, error, tell)
  }
  await removeUnlessCancelled(step, findings)
  const presented = await publishUnlessCancelled(step, findings, tell)
  return { ...findings, presented }
}

/** If the step is cancelled, the post step deletes the files instead: it has enough time. */
async function removeUnlessCancelled(step: Step, { remoteFiles = [], run }: Findings): Promise<void> {
  const { cancellation, workflow, log } = step
  if (remoteFiles.length === 0 || cancellation.cancelled) return
  const { removeRemoteFiles } = await import('./stop/remove-remote-files.ts')
  const removing = removeRemoteFiles(step, remoteFiles, run).then(() => forgetRemoteFiles(workflow, log))
  await cancellation.race(
    removing.catch((error: unknown) => {
      if (!cancellation.cancelled) throw error
    }),
  )
}

/** Uploads can take minutes, and a cancelled step has only seconds. */
async function publishUnlessCancelled(
  step: Step,
  findings: Findings,
  tell: (found: Found) => void,
): Promise<Presentation> {
  const { cancellation } = step
  // Loaded only now, because a run that waits for hours does not need it.
  const { publish, publishQuickly } = await import('./publish/publish.ts')
  if (!cancellation.cancelled) {
    const publishing = step.times.measure('publish', () => publish(step, findings, tell))
    if ((await cancellation.race(publishing)) === 'done') return await publishing
    endQuiet()
    tell({ verdict: cancelled(step) })
    cancellation.beginCleanup()
    // Mode `start` leaves its run active, unless the step is cancelled.
    if (step.inputs.mode === 'start' && findings.run !== undefined) await stopOnCancel(step, findings.run)
  }
  return await publishQuickly(step, findings)
}

async function runPhases(step: Step, tell: (found: Found) => void): Promise<void> {
  const { inputs, log, cancellation, times } = step
  // Done first, so that the log begins with whether this attempt continues an earlier attempt's run.
  const restarts = inputs.mode === 'run' || inputs.mode === 'start'
  const earlier = restarts ? await cancellation.orCancelled(earlierRun(step, inputs)) : undefined
  const starts = inputs.mode !== 'wait' && earlier === undefined
  const check = (): Promise<Preflight> => times.measure('check', () => checkBeforeStart(step, starts))
  // In mode `check` the list is the result of the step, so it is not in a collapsed group.
  const preflight = inputs.mode === 'check' ? await check() : await log.group('Check before the start', check)
  tell({ preflight })
  if (inputs.mode === 'check') {
    return tell({ verdict: decide({ checked: true, criteria: [], failOn: inputs.failOn }) })
  }
  const started = await times.measure('start', () => startOrAttach(step, earlier, tell))
  if (inputs.mode === 'start') {
    tell({ verdict: decide({ started: true, criteria: [], failOn: inputs.failOn }) })
    saveRunState(step.workflow, { phase: 'over' })
    return
  }
  const { run } = started
  const sinceMs = started.sinceMs ?? step.http.clock.monotonicMs()
  const end = await times.measure('wait', () => waitAndStop(step, started, tell))
  const endedMs = step.http.clock.monotonicMs()
  releaseCompilers()
  const { verdict, judgment } = await collectAndJudge(step, run, end, tell)
  // Before anything else is started: a re-run must not take this run for one that was never judged.
  await leaveStepNote(step, run, 'judged', verdict.outcome)
  if (judgment === undefined) return
  if (inputs.confirm > 0 && isSuspicion(verdict)) {
    const { confirmSuspicion } = await import('./confirm/confirm.ts')
    const { plannedOf, spentOf } = await import('./confirm/limits-left.ts')
    const lastedMs = started.sinceMs === undefined ? 0 : endedMs - sinceMs
    const spent = spentOf(end.status, lastedMs, plannedOf(run, inputs))
    const first = { run, judgment, untilMs: sinceMs + inputs.timeoutMs, spent }
    await times.measure('confirm', () => confirmSuspicion(step, first, tell))
  }
  await cancellation.orCancelled(judgment.keepForBranch())
}

/**
 * If no execution has finished, because the run could not or should not be stopped, there is nothing to
 * collect.
 */
async function collectAndJudge(
  step: Step,
  run: RunHandle,
  end: WaitEnd,
  tell: Tell<'collected' | 'measurements' | 'baseline' | 'verdict'>,
): Promise<{ verdict: Verdict; judgment?: AttemptJudgment }> {
  const { inputs, log, cancellation, workflow, times } = step
  const failure = failureOfEnd(end.how, end.status)
  const failed = failure !== undefined && { failure }
  const ended = end.status.executions.filter(isFinal)
  if (ended.length === 0) {
    const verdict = decide({ ...failed, criteria: [], failOn: inputs.failOn })
    tell({ verdict })
    return { verdict }
  }
  if (ended.length === end.status.executions.length) saveRunState(workflow, { phase: 'over' })
  // Checking and reading gigabytes takes longer than a cancelled step has.
  const collected = await cancellation.orCancelled(
    log.group('Collect results', () => times.measure('collect', () => collect(step, run, end))),
  )
  tell({ collected })
  const early = end.status.isOther ?? endedEarly(run.executions, end.status.executions)
  const { executions } = run
  const facts = { collected, executions, ...failed, ...(early !== undefined && { endedEarly: early }) }
  // Loaded only now, because a run that waits for hours does not need it.
  const { judgeAttempt } = await import('./confirm/judge-attempt.ts')
  // After a cancellation the judgment is not reported, because it must not replace the verdict `cancelled`.
  const judgment = await cancellation.orCancelled(times.measure('judge', () => judgeAttempt(step, facts)))
  tell(judgment.judged)
  return { verdict: judgment.judged.verdict, judgment }
}
