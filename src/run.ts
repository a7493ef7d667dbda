import type { Cancellation } from './cancellation.ts'
import { endRun, nameLeftBehind, sendStops, stopAndConfirm } from './cleanup.ts'
import { formatDuration } from './duration.ts'
import { GateError, messageOf } from './errors.ts'
import type { Findings } from './findings.ts'
import { markerOf, stepKeyOf, titleOf } from './marker.ts'
import { conclusionOfEnd, conclusionOfError, type Conclusion } from './outcome.ts'
import { HttpError, type HttpPorts } from './platform/http.ts'
import { retrySafe } from './platform/retry.ts'
import { isFinal, type Provider, type RunHandle } from './providers/provider.ts'
import { publish, publishQuickly, type PublishPorts } from './publish.ts'
import { saveRunState } from './run-state.ts'
import { startOnce } from './start.ts'
import { waitForEnd, type WaitEnd } from './wait.ts'

/** Everything that one step works with. */
export interface Step extends PublishPorts {
  provider: Provider
  http: HttpPorts
  cancellation: Cancellation
  /** Parts of the inputs that say what is run; together with the job they tell this step from others. */
  definition: unknown
  executionCount: number
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
    findings.conclusion = CANCELLED
  }
  await publishQuickly(step, findings)
}

const CANCELLED: Conclusion = {
  outcome: 'cancelled',
  reason: 'cancelled',
  message: 'The step was cancelled.',
  failsStep: true,
}

async function goThrough(step: Step, findings: Findings): Promise<void> {
  const { inputs, log } = step
  findings.preflight = await log.group('Check before the start', () => preflight(step))
  if (inputs.mode === 'check') {
    findings.conclusion = {
      outcome: 'passed',
      reason: '',
      message: 'Everything checked is in order. Nothing was started.',
      failsStep: false,
    }
    return
  }
  const run = inputs.mode === 'wait' ? await attach(step, findings) : await start(step, findings)
  if (inputs.mode === 'start') {
    findings.conclusion = {
      outcome: 'started',
      reason: '',
      message: `Run ${idsOf(run)} was started and goes on.`,
      failsStep: false,
    }
    saveRunState(step.workflow, { phase: 'over' })
    return
  }
  const end = await waitAndStop(step, findings, run)
  if (end.status.executions.every(isFinal)) {
    saveRunState(step.workflow, { phase: 'over' })
    findings.collected = await log.group('Collect results', () => collect(step, run, end))
  }
  const missing = findings.collected?.missing ?? []
  findings.conclusion = conclusionOfEnd(end.how, end.status, missing, inputs.failOn)
}

async function preflight({ provider, log }: Step): Promise<NonNullable<Findings['preflight']>> {
  const found = await provider.preflight()
  for (const line of found.lines) log.info(line)
  for (const warning of found.warnings) log.warning(warning)
  return found
}

async function start(step: Step, findings: Findings): Promise<RunHandle> {
  const { provider, inputs, context, http, log, workflow, cancellation, executionCount } = step
  const stepKey = stepKeyOf(context, inputs.stepKey, step.definition)
  const marker = markerOf(context, stepKey)
  const { clock, random } = http
  return await startOnce(
    {
      provider,
      executionCount,
      clock,
      random,
      log,
      workflow,
      cancellation,
      onRun: (run) => (findings.run = run),
    },
    titleOf(context, marker),
    marker,
  )
}

async function attach(step: Step, findings: Findings): Promise<RunHandle> {
  const { inputs, provider, workflow, http, log } = step
  const several = inputs.runIds.length > 1
  // Only interactive tests are given a time to stop after.
  const interactive = inputs.errthquake?.stopAfterMs !== undefined
  const run: RunHandle = {
    provider: provider.name,
    executions: inputs.runIds.map((id) => ({
      id,
      label: several ? id : '',
      ...(interactive ? { interactive } : {}),
    })),
    startedAtMs: http.clock.now(),
    attached: true,
  }
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
      { cause: error },
    )
  }
  findings.run = run
  saveRunState(workflow, { phase: 'going', run })
  workflow.output('run-id', inputs.runIds.join(','))
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
  const stopped = await stopAndConfirm(
    { ...step, clock: http.clock, signal: step.cancellation.signal },
    run,
    why,
  )
  if (!stopped) return end
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
  const collected = await provider.collect(run, end.status, directory)
  if (collected.url !== undefined) workflow.output('run-url', collected.url)
  for (const file of collected.files) log.info(`${file.name}: ${file.sizeBytes} bytes`)
  for (const file of collected.missing) log.warning(`${file.name} could not be had: ${file.reason}`)
  for (const text of collected.partial) log.warning(`The service says that data is partial: ${text}`)
  return collected
}

/** Turns what was thrown into the step's conclusion, and sees to it that no run goes on unnoticed. */
async function conclude(step: Step, findings: Findings, error: unknown): Promise<void> {
  const { cancellation, inputs, log } = step
  const { run } = findings
  const going = run !== undefined && !(findings.status?.executions.every(isFinal) ?? false)
  if (cancellation.cancelled) {
    findings.conclusion = CANCELLED
    cancellation.beginCleanup()
    if (going) await stopOnCancel(step, run)
    return
  }
  const reason = error instanceof GateError ? error.reason : run === undefined ? 'preflight' : 'contact-lost'
  if (!(error instanceof GateError))
    log.debug(error instanceof Error ? (error.stack ?? error.message) : String(error))
  findings.conclusion = conclusionOfError(reason, messageOf(error), inputs.failOn)
  if (!going) return
  try {
    const settled = await endRun(
      { ...step, clock: step.http.clock, signal: cancellation.signal },
      run,
      'The step ends with an error',
    )
    if (settled) saveRunState(step.workflow, { phase: 'over' })
  } catch (again) {
    if (!cancellation.cancelled) throw again
    await conclude(step, findings, again)
  }
}

async function stopOnCancel(step: Step, run: RunHandle): Promise<void> {
  const { provider, inputs, http, log, cancellation, workflow } = step
  // The post step confirms the stop, or names the run: it has the time.
  if (inputs.onCancel === 'leave' || !provider.canStop || run.adopted === true) return
  saveRunState(workflow, { phase: 'going', run, stopSent: true })
  await sendStops({ provider, clock: http.clock, log, signal: cancellation.signal }, run)
}

function idsOf(run: RunHandle): string {
  return run.executions.map((execution) => execution.id).join(', ')
}
