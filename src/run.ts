import { checkBeforeStart } from './before-start.ts'
import type { Cancellation } from './cancellation.ts'
import { endRun, nameLeftBehind, sendStops, stopAndConfirm } from './cleanup.ts'
import { formatDuration } from './duration.ts'
import { endedEarly } from './ended-early.ts'
import { GateError, messageOf } from './errors.ts'
import type { Findings } from './findings.ts'
import { markerOf, titleOf } from './marker.ts'
import type { JudgePorts } from './judging.ts'
import type { NoteEvent } from './note.ts'
import { failureOfEnd, verdictOfError } from './outcome.ts'
import type { CacheStore } from './platform/cache.ts'
import { HttpError, type HttpPorts } from './platform/http.ts'
import { retrySafe } from './platform/retry.ts'
import { isFinal, type ExecutionHandle, type Provider, type RunHandle } from './providers/provider.ts'
import { publish, publishQuickly, type PublishPorts } from './publish.ts'
import { formatBytes } from './report/format.ts'
import { earlierRun, leaveNote } from './rerun.ts'
import { saveRunState } from './run-state.ts'
import { startOnce } from './start.ts'
import { decide } from './verdict/outcome.ts'
import type { Verdict } from './verdict/verdict.ts'
import { waitForEnd, type WaitEnd } from './wait.ts'

/** Everything that one step works with. */
export interface Step extends PublishPorts, JudgePorts {
  provider: Provider
  http: HttpPorts
  cancellation: Cancellation
  cache: CacheStore
  /** Tells this step from others of the workflow run. */
  stepKey: string
  /** Signs notes and markers. */
  key: Buffer
  /** What one start brings: an entry per execution. */
  planned: Omit<ExecutionHandle, 'id'>[]
}

const AFTER_STOP_MS = 2 * 60_000
const FIRST_CONTACT_BUDGET_MS = 60_000

/** The whole step: start, wait, collect, judge, publish. Never throws for what a person can understand. */
export async function runStep(step: Step): Promise<Findings> {
  const findings: Findings = { uploads: [] }
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
    findings.verdict = cancelled(step)
    cancellation.beginCleanup()
    // Mode `start` leaves its run going only as long as nobody cancels the step.
    if (step.inputs.mode === 'start' && findings.run !== undefined) await stopOnCancel(step, findings.run)
  }
  await publishQuickly(step, findings)
}

function cancelled({ inputs }: Step): Verdict {
  return { ...decide({ cancelled: true, criteria: [], failOn: inputs.failOn }), failsStep: true }
}

async function goThrough(step: Step, findings: Findings): Promise<void> {
  const { inputs, log } = step
  // First of all: whether this attempt goes on with an earlier one's run is the log's first line.
  const restarts = inputs.mode === 'run' || inputs.mode === 'start'
  const { cancellation } = step
  const earlier = restarts ? await cancellation.orCancelled(earlierRun(step, inputs.onRerun)) : undefined
  const starts = inputs.mode !== 'wait' && earlier === undefined
  findings.preflight = await log.group('Check before the start', () => checkBeforeStart(step, starts))
  if (inputs.mode === 'check') {
    findings.verdict = { ...decide({ criteria: [], failOn: inputs.failOn }), message: CHECKED, warnings: [] }
    return
  }
  const run = await startOrAttach(step, findings, earlier)
  if (inputs.mode === 'start') {
    findings.verdict = decide({ started: true, criteria: [], failOn: inputs.failOn })
    saveRunState(step.workflow, { phase: 'over' })
    return
  }
  const end = await waitAndStop(step, findings, run)
  const failure = failureOfEnd(end.how, end.status)
  if (end.status.executions.every(isFinal)) {
    saveRunState(step.workflow, { phase: 'over' })
    // Checking and reading gigabytes takes longer than a cancelled step has.
    const collected = await cancellation.orCancelled(
      log.group('Collect results', () => collect(step, run, end)),
    )
    findings.collected = collected
    const early = endedEarly(run.executions, end.status.executions)
    // Apart, so that a judgement that nobody waits for any more does not replace the cancel's.
    const judged = { ...findings }
    // Loads only here: a run that waits for hours needs none of it.
    const { judgeRun } = await import('./judging.ts')
    const judging = judgeRun(step, judged, {
      collected,
      ...(failure === undefined ? {} : { failure }),
      ...(early === undefined ? {} : { endedEarly: early }),
    })
    await cancellation.orCancelled(judging)
    Object.assign(findings, judged)
  } else {
    findings.verdict = decide({
      ...(failure === undefined ? {} : { failure }),
      criteria: [],
      failOn: inputs.failOn,
    })
  }
  await note(step, run, 'judged', findings.verdict?.outcome)
}

const CHECKED = 'Everything checked is in order; nothing was started.'

async function startOrAttach(
  step: Step,
  findings: Findings,
  earlier: RunHandle | undefined,
): Promise<RunHandle> {
  if (step.inputs.mode === 'wait') return attach(step, findings, handleOfInputs(step))
  if (earlier !== undefined) return attach(step, findings, earlier)
  const run = await start(step, findings)
  // A cancel that came while the start request was on its way takes effect here.
  await note(step, run, 'started')
  return run
}

async function start(step: Step, findings: Findings): Promise<RunHandle> {
  const { provider, planned, context, http, log, workflow, cancellation } = step
  const marker = markerOf(context, step.stepKey, step.key)
  const { clock, random } = http
  const onRun = (run: RunHandle): void => void (findings.run = run)
  return await startOnce(
    { provider, executionCount: planned.length, clock, random, log, workflow, cancellation, onRun },
    titleOf(context, marker),
    marker,
  )
}

/** The runs of `run-id`. */
function handleOfInputs({ inputs, provider, http }: Step): RunHandle {
  const several = inputs.runIds.length > 1
  // Only interactive tests are given a time to stop after.
  const interactive = inputs.errthquake?.stopAfterMs !== undefined
  return {
    provider: provider.name,
    executions: inputs.runIds.map((id) => ({
      id,
      label: several ? id : '',
      ...(interactive ? { interactive } : {}),
    })),
    startedAtMs: http.clock.now(),
    attached: true,
  }
}

async function attach(step: Step, findings: Findings, run: RunHandle): Promise<RunHandle> {
  const { provider, workflow, http, log } = step
  try {
    const status = await retrySafe(http, { budgetMs: FIRST_CONTACT_BUDGET_MS }, () => provider.status(run))
    log.info(
      `Attached to run ${idsOf(run)}: ${status.executions.map((execution) => execution.state).join(', ')}.`,
    )
  } catch (error) {
    if (!(error instanceof HttpError)) throw error
    throw new GateError(
      'preflight',
      `Run ${idsOf(run)} cannot be attached to. ${error.message} Check run-id.`,
      {
        cause: error,
      },
    )
  }
  findings.run = run
  saveRunState(workflow, { phase: 'going', run })
  workflow.output('run-id', run.executions.map((execution) => execution.id).join(','))
  return run
}

/** Waits for the end; where our own limit comes first, does what `on-timeout` says. */
async function waitAndStop(step: Step, findings: Findings, run: RunHandle): Promise<WaitEnd> {
  const { inputs, provider, log, http } = step
  const end = await log.group('Wait for the end', () => wait(step, findings, run, inputs.timeoutMs))
  findings.status = end.status
  if (end.how === 'final') return end
  const why =
    end.how === 'timeout'
      ? `The timeout of ${formatDuration(inputs.timeoutMs)} is reached`
      : 'The run is unresponsive'
  if (end.how === 'timeout' && inputs.onTimeout === 'leave') {
    log.warning(`${why}, and run ${idsOf(run)} is left going, as on-timeout says.`)
    saveRunState(step.workflow, { phase: 'over' })
    return end
  }
  if (!provider.canStop || run.adopted === true) {
    nameLeftBehind(step, run, why)
    saveRunState(step.workflow, { phase: 'over' })
    return end
  }
  saveRunState(step.workflow, { phase: 'going', run, stopDue: true })
  const stopped = await stopAndConfirm(
    { ...step, clock: http.clock, signal: step.cancellation.signal },
    run,
    why,
  )
  if (!stopped) return end
  await note(step, run, 'stopped')
  // A stopped test still stores its results; they are worth having.
  const stored = await wait(step, findings, { ...run, attached: true }, AFTER_STOP_MS)
  findings.status = stored.status
  return { how: end.how, status: stored.status }
}

async function wait(step: Step, findings: Findings, run: RunHandle, timeoutMs: number): Promise<WaitEnd> {
  const { inputs, provider, http, log, workflow, cancellation } = step
  const stopAfterMs = inputs.errthquake?.stopAfterMs
  return await waitForEnd({
    provider,
    run,
    clock: http.clock,
    random: http.random,
    log,
    signal: cancellation.signal,
    pollIntervalMs: inputs.pollIntervalMs,
    timeoutMs,
    ...(stopAfterMs === undefined ? {} : { stopAfterMs }),
    onStatus: (status) => (findings.status = status),
    onUrl: (url) => {
      workflow.output('run-url', url)
      saveRunState(workflow, { phase: 'going', run: { ...run, url } })
    },
  })
}

async function collect(
  step: Step,
  run: RunHandle,
  end: WaitEnd,
): Promise<NonNullable<Findings['collected']>> {
  const { provider, log, directory, workflow } = step
  const found = await provider.collect(run, end.status, directory)
  // Here and not where it is shown: once it is escaped for Markdown or HTML, a secret no longer looks like one.
  const collected = {
    ...found,
    missing: found.missing.map((file) => ({ ...file, reason: workflow.scrub(file.reason) })),
    partial: found.partial.map((text) => workflow.scrub(text)),
  }
  if (collected.url !== undefined) workflow.output('run-url', collected.url)
  for (const file of collected.files) log.info(`${file.name}: ${formatBytes(file.sizeBytes)}`)
  for (const file of collected.missing) log.warning(`${file.name} could not be had: ${file.reason}`)
  for (const text of collected.partial) log.warning(`The service says that data is partial: ${text}`)
  return run.adopted === true ? { ...collected, facts: { ...collected.facts, adopted: true } } : collected
}

/** Turns what was thrown into the step's conclusion, and sees to it that no run goes on unnoticed. */
async function conclude(step: Step, findings: Findings, error: unknown): Promise<void> {
  const { cancellation, inputs, log } = step
  const { run } = findings
  const going = run !== undefined && !(findings.status?.executions.every(isFinal) ?? false)
  if (cancellation.cancelled) {
    findings.verdict = cancelled(step)
    // The cancel must not swallow that a test may be running.
    if (error instanceof GateError && error.reason === 'start-unknown') log.error(error.message)
    cancellation.beginCleanup()
    if (going) await stopOnCancel(step, run)
    return
  }
  const reason = error instanceof GateError ? error.reason : run === undefined ? 'preflight' : 'contact-lost'
  if (!(error instanceof GateError))
    log.debug(error instanceof Error ? (error.stack ?? error.message) : String(error))
  findings.verdict = verdictOfError(reason, step.workflow.scrub(messageOf(error)), inputs.failOn)
  if (!going) return
  saveRunState(step.workflow, { phase: 'going', run, stopDue: true })
  try {
    const settled = await endRun(
      { ...step, clock: step.http.clock, signal: cancellation.signal },
      run,
      'The step ends with an error',
    )
    if (settled) saveRunState(step.workflow, { phase: 'over' })
    if (settled && step.provider.canStop) await note(step, run, 'stopped')
  } catch (again) {
    if (!cancellation.cancelled) throw again
    await conclude(step, findings, again)
  }
}

async function stopOnCancel(step: Step, run: RunHandle): Promise<void> {
  const { provider, inputs, http, log, cancellation, workflow } = step
  if (inputs.onCancel === 'leave') {
    const page = run.url === undefined ? '' : ` Its page: ${run.url}`
    log.warning(`The step was cancelled, and run ${idsOf(run)} is left going, as on-cancel says.${page}`)
    saveRunState(workflow, { phase: 'over' })
    return
  }
  // The post step confirms the stop, or names the run: it has the time.
  saveRunState(workflow, { phase: 'going', run, stopDue: true })
  if (!provider.canStop || run.adopted === true) {
    log.warning(`The step was cancelled, and run ${idsOf(run)} goes on: it cannot be stopped from here.`)
    return
  }
  await sendStops({ provider, clock: http.clock, log, signal: cancellation.signal }, run)
}

/** Mode `wait` knows only the run: the step that started it has another key, and finds the note by the run's id. */
async function note(step: Step, run: RunHandle, event: NoteEvent, outcome?: string): Promise<void> {
  const by = step.inputs.mode === 'wait' ? 'run' : 'step'
  // The cache may take half a minute, which a cancelled step does not have.
  await step.cancellation.orCancelled(leaveNote(step, run, event, outcome, by))
}

function idsOf(run: RunHandle): string {
  return run.executions.map((execution) => execution.id).join(', ')
}
