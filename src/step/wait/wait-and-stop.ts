import { nameLeftBehind, stopAndConfirm } from '../stop/stop-run.ts'
import { formatBytes, formatSpan } from '../../foundation/format.ts'
import type { Tell } from '../findings.ts'
import type { StartedRun } from '../start/start-or-attach.ts'
import { idsOf, isFinal, type Collected, type RunHandle } from '../../providers/provider.ts'
import { saveRunState } from '../traces/run-state.ts'
import type { Step } from '../step.ts'
import { leaveStepNote } from '../traces/leave-step-note.ts'
import { waitForEnd, type WaitEnd } from './wait-for-end.ts'

const AFTER_STOP_MS = 2 * 60_000

/** Waits until the run finishes. If one of our own limits is reached first, does what `on-timeout` says. */
export async function waitAndStop(
  step: Step,
  { run, sinceMs }: StartedRun,
  tell: Tell<'status'>,
): Promise<WaitEnd> {
  const { inputs, provider, log } = step
  const { timeoutMs, maxMinutes } = inputs
  const end = await log.group('Wait for the run to finish', () =>
    wait(step, run, { timeoutMs, maxMinutes, sinceMs, mayHaveBegun: run.attached === true }, tell),
  )
  if (end.how === 'final') return end
  const why = {
    timeout:
      step.runNumber === undefined
        ? `The timeout of ${formatSpan(inputs.timeoutMs)} was reached`
        : `What was left of the timeout, ${formatSpan(inputs.timeoutMs)}, is over`,
    cost: `The run has taken more than the ${inputs.maxMinutes} minutes that max-minutes ${step.runNumber === undefined ? 'allows' : 'left'}`,
    unresponsive: 'The run is unresponsive',
  }[end.how]
  if (end.how === 'timeout' && inputs.onTimeout === 'leave') {
    log.warning(`${why}, and run ${idsOf(run)} was left running, as set by on-timeout.`)
    saveRunState(step.workflow, { phase: 'over' })
    return end
  }
  if (!provider.canStop || run.adopted === true) {
    nameLeftBehind(step, run, why)
    saveRunState(step.workflow, { phase: 'over' })
    return end
  }
  saveRunState(step.workflow, { phase: 'active', run, stopDue: true })
  const stopped = await stopAndConfirm(step, run, why)
  if (!stopped) return end
  await leaveStepNote(step, run, 'stopped')
  // A stopped test still stores its results, so they are collected too.
  const stored = await wait(step, run, { timeoutMs: AFTER_STOP_MS, mayHaveBegun: true }, tell)
  return { how: end.how, status: stored.status }
}

interface Limits {
  timeoutMs: number
  /** See `WaitOptions`. */
  mayHaveBegun: boolean
  sinceMs?: number | undefined
  maxMinutes?: number | undefined
}

async function wait(step: Step, run: RunHandle, limits: Limits, tell: Tell<'status'>): Promise<WaitEnd> {
  const { inputs, provider, http, log, workflow, cancellation } = step
  const { timeoutMs, mayHaveBegun, sinceMs, maxMinutes } = limits
  const stopAfterMs = inputs.setup?.stopAfterMs
  const end = await waitForEnd({
    provider,
    run,
    clock: http.clock,
    random: http.random,
    log,
    signal: cancellation.signal,
    pollIntervalMs: inputs.pollIntervalMs,
    timeoutMs,
    mayHaveBegun,
    ...(sinceMs !== undefined && { sinceMs }),
    ...(stopAfterMs !== undefined && { stopAfterMs }),
    ...(maxMinutes !== undefined && { maxMinutes }),
    onStatus: (status) => tell({ status }),
    onUrl: (url) => {
      workflow.output('run-url', url)
      saveRunState(workflow, { phase: 'active', run: { ...run, url } })
    },
  })
  tell({ status: end.status })
  return end
}

/** Downloads the results of the run; secrets are removed from the service's messages. */
export async function collect(step: Step, run: RunHandle, end: WaitEnd): Promise<Collected> {
  const { provider, log, directory, workflow, inputs } = step
  const ended = end.status.executions.filter(isFinal)
  const found = await provider.collect(run, { ...end.status, executions: ended }, directory)
  const active = end.status.executions.filter((execution) => !isFinal(execution))
  // Done here and not in the reports, because a secret that is escaped for Markdown or HTML is no longer
  // recognized.
  const collected = {
    ...found,
    missing: [
      ...found.missing.map((file) => ({ ...file, reason: workflow.scrub(file.reason) })),
      ...active.map(({ id, state }) => ({
        name: `${id}/logs.zip`,
        reason: `the execution has not finished (${state})`,
      })),
    ],
    partial: found.partial.map((text) => workflow.scrub(text)),
  }
  if (collected.url !== undefined) workflow.output('run-url', collected.url)
  for (const file of collected.files) log.info(`${file.name}: ${formatBytes(file.sizeBytes)}`)
  for (const file of collected.missing) log.warning(`${file.name} is unavailable: ${file.reason}`)
  for (const text of collected.partial) log.warning(`The service says that data is partial: ${text}`)
  const { parameters = [] } = inputs.setup ?? {}
  const facts = {
    ...collected.facts,
    ...(parameters.length > 0 && { parameters }),
    ...(run.adopted === true && { adopted: true }),
  }
  return { ...collected, facts }
}
