import { checkBeforeStart } from './before-start.ts'
import { startOrAttach } from './start/start-or-attach.ts'
import { cancelled, conclude, stopOnCancel } from './conclude.ts'
import { collect, waitAndStop } from './wait/wait-and-stop.ts'
import { endedEarly } from './wait/ended-early.ts'
import type { Findings } from './findings.ts'
import { failureOfEnd } from './wait/run-failure.ts'
import { endQuiet } from '../platform/runner/quiet.ts'
import { isFinal, type Preflight, type RunHandle } from '../providers/provider.ts'
import { publish, publishQuickly } from './publish/publish.ts'
import { earlierRun } from './start/earlier-run.ts'
import { saveRunState } from './traces/run-state.ts'
import type { Step } from './step.ts'
import { leaveStepNote } from './traces/leave-step-note.ts'
import { decide } from '../verdict/outcome/decide.ts'
import type { WaitEnd } from './wait/wait-for-end.ts'

/** The whole step: start, wait, collect, judge, publish. Never throws for what a person can understand. */
export async function runStep(step: Step, findings: Findings = { uploads: [] }): Promise<Findings> {
  try {
    await goThrough(step, findings)
  } catch (error) {
    await conclude(step, findings, error)
  }
  await publishUnlessCancelled(step, findings)
  return findings
}

/** Uploads can take minutes, and a cancelled step has seconds. */
async function publishUnlessCancelled(step: Step, findings: Findings): Promise<void> {
  const { cancellation } = step
  if (!cancellation.cancelled) {
    const outcome = await cancellation.race(publish(step, findings))
    if (outcome === 'done') return
    endQuiet()
    findings.verdict = cancelled(step)
    cancellation.beginCleanup()
    // Mode `start` leaves its run going only as long as nobody cancels the step.
    if (step.inputs.mode === 'start' && findings.run !== undefined) await stopOnCancel(step, findings.run)
  }
  await publishQuickly(step, findings)
}

async function goThrough(step: Step, findings: Findings): Promise<void> {
  const { inputs, log, cancellation } = step
  // First of all: whether this attempt goes on with an earlier one's run is the log's first line.
  const restarts = inputs.mode === 'run' || inputs.mode === 'start'
  const earlier = restarts ? await cancellation.orCancelled(earlierRun(step, inputs.onRerun)) : undefined
  const starts = inputs.mode !== 'wait' && earlier === undefined
  const check = (): Promise<Preflight> => checkBeforeStart(step, starts)
  // In mode check the list is what the step is for: nobody should have to unfold it.
  findings.preflight =
    inputs.mode === 'check' ? await check() : await log.group('Check before the start', check)
  if (inputs.mode === 'check') {
    findings.verdict = decide({ checked: true, criteria: [], failOn: inputs.failOn })
    return
  }
  const run = await startOrAttach(step, findings, earlier)
  if (inputs.mode === 'start') {
    findings.verdict = decide({ started: true, criteria: [], failOn: inputs.failOn })
    saveRunState(step.workflow, { phase: 'over' })
    return
  }
  await collectAndJudge(step, findings, run, await waitAndStop(step, findings, run))
  await leaveStepNote(step, run, 'judged', findings.verdict?.outcome)
}

/** A run that goes on, because it could not or should not be stopped, leaves nothing to collect. */
async function collectAndJudge(step: Step, findings: Findings, run: RunHandle, end: WaitEnd): Promise<void> {
  const { inputs, log, cancellation, workflow } = step
  const failure = failureOfEnd(end.how, end.status)
  const failed = failure === undefined ? {} : { failure }
  const ended = end.status.executions.filter(isFinal)
  if (ended.length === 0) {
    findings.verdict = decide({ ...failed, criteria: [], failOn: inputs.failOn })
    return
  }
  if (ended.length === end.status.executions.length) saveRunState(workflow, { phase: 'over' })
  // Checking and reading gigabytes takes longer than a cancelled step has.
  const collected = await cancellation.orCancelled(
    log.group('Collect results', () => collect(step, run, end)),
  )
  findings.collected = collected
  const early = endedEarly(run.executions, end.status.executions)
  // Apart, so that a judgement that nobody waits for any more does not replace the cancel's.
  const judged = { ...findings }
  // Loads only here: a run that waits for hours needs none of it.
  const { judgeRun } = await import('./judge/judge-run.ts')
  await cancellation.orCancelled(
    judgeRun(step, judged, { collected, ...failed, ...(early === undefined ? {} : { endedEarly: early }) }),
  )
  Object.assign(findings, judged)
}
