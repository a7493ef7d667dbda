import { messageOf } from '../../foundation/errors.ts'
import type { Clock, Log } from '../../foundation/ports.ts'
import { idsOf, isFinal, type Provider, type RunHandle, type StartIntent } from '../../providers/provider.ts'
import { LOOK_GAP_MS, lookOnce, LOOKS_IN_ACCORD, type Found } from '../traces/find-run.ts'

/** Main has 2 s in all after a cancel: a runner that shuts down gives no more, and skips the post step. */
const SEND_STOP_MS = 1500
const CONFIRM_MS = 60_000
const CONFIRM_GAP_MS = 2000
const STOP_AGAIN_MS = 10_000
const LOOK_MS = 60_000

interface CleanupPorts {
  provider: Provider
  clock: Clock
  log: Log
  signal: () => AbortSignal
}

/** Sends the stop for every execution at once, and waits no longer than it takes to send it. */
export async function sendStops(
  { provider, clock, log, signal }: CleanupPorts,
  run: RunHandle,
): Promise<void> {
  const open = new Map(run.executions.map(({ id }) => [id, 'no answer came in time.']))
  const stops = run.executions.map(async ({ id }) => {
    try {
      await provider.stop(id)
      open.delete(id)
      log.info(`The stop of ${id} was accepted.`)
    } catch (error) {
      open.set(id, messageOf(error))
    }
  })
  await Promise.race([Promise.allSettled(stops), clock.sleep(SEND_STOP_MS, signal())])
  // A runner that shuts down skips the post step, and then these are the last words.
  for (const [id, why] of open)
    log.warning(`The stop of ${id} was sent and is not confirmed: ${why} The post step tries again.`)
}

/**
 * Sees to it that the run ends, and says what happened: waits up to a minute for the confirmation, and repeats the stop
 * where the run goes on. Never throws for a service that does not answer: the error annotation names what is left.
 */
export async function stopAndConfirm(ports: CleanupPorts, run: RunHandle, why: string): Promise<boolean> {
  const { provider, clock, log } = ports
  const endMs = clock.monotonicMs() + CONFIRM_MS
  let stopSentMs = Number.NEGATIVE_INFINITY
  let trouble = ''
  let failures = 0
  while (clock.monotonicMs() < endMs) {
    // While no state can be read the stop goes to all: it harms no run that has ended.
    let going = failures > 0 ? run.executions.map(({ id }) => id) : []
    try {
      const status = await provider.status(run)
      failures = 0
      going = status.executions
        .filter((execution) => !isFinal(execution) && execution.stage !== 'ending')
        .map(({ id }) => id)
      if (going.length === 0) {
        const states = status.executions.map((execution) => `${execution.id} ${execution.state}`).join(', ')
        log.info(`${why}: nothing is left running (${states}).`)
        return true
      }
    } catch (error) {
      ports.signal().throwIfAborted()
      failures++
      trouble = ` ${messageOf(error)}`
    }
    if (going.length > 0 && clock.monotonicMs() - stopSentMs >= STOP_AGAIN_MS) {
      stopSentMs = clock.monotonicMs()
      trouble = (await sendEach(ports, going, why)) ?? trouble
    }
    await clock.sleep(CONFIRM_GAP_MS, ports.signal())
  }
  log.error(
    `${why}: the stop of run ${idsOf(run)} could not be confirmed within ${CONFIRM_MS / 1000} s.${trouble} Check it at the service, and stop it there.`,
  )
  return false
}

/** One execution whose stop hangs or fails must not keep the others running; gives the last trouble. */
async function sendEach(
  { provider, clock, log, signal }: CleanupPorts,
  ids: string[],
  why: string,
): Promise<string | undefined> {
  let trouble: string | undefined
  const stops = ids.map(async (id) => {
    try {
      await provider.stop(id)
      log.info(`${why}: sent the stop of ${id}.`)
    } catch (error) {
      trouble = ` ${messageOf(error)}`
    }
  })
  const sent = new AbortController()
  const late = clock.sleep(STOP_AGAIN_MS, sent.signal).catch(() => undefined)
  await Promise.race([Promise.all(stops), late])
  sent.abort()
  signal().throwIfAborted()
  return trouble
}

/** Where there is no stop, or the run may be somebody else's: says which run goes on, and where. */
export function nameLeftBehind(
  { provider, log }: Pick<CleanupPorts, 'provider' | 'log'>,
  run: RunHandle,
  why: string,
): void {
  const page = run.url === undefined ? '' : ` Its page: ${run.url}`
  const reason = run.adopted
    ? 'it was adopted after an unclear answer and may belong to somebody else'
    : `${provider.name} offers no way to stop it from here`
  log.error(
    `${why}: run ${idsOf(run)} goes on and costs machine time, because ${reason}. Stop it at the service if it is not needed.${page}`,
  )
}

/**
 * Ends the run or says that it goes on; what the post step and every failure do. False where a stop stays unconfirmed,
 * so that somebody should try again.
 */
export async function endRun(ports: CleanupPorts, run: RunHandle, why: string): Promise<boolean> {
  if (run.adopted !== true && ports.provider.canStop) return await stopAndConfirm(ports, run, why)
  if (await hasEnded(ports, run)) ports.log.info(`${why}: run ${idsOf(run)} has ended by itself.`)
  else nameLeftBehind(ports, run, why)
  return true
}

async function hasEnded({ provider }: CleanupPorts, run: RunHandle): Promise<boolean> {
  try {
    return (await provider.status(run)).executions.every(isFinal)
  } catch {
    // Whatever the reason: it cannot be said that it ended.
    return false
  }
}

/** A start request went out and its answer never came: finds the run and ends it, or says that it may go on. */
export async function endUnknownRun(
  ports: CleanupPorts,
  intent: StartIntent,
  executionCount: number,
  why: string,
): Promise<void> {
  const { provider, log } = ports
  const found = await lookFor(ports, intent, executionCount)
  const candidates = [...found.candidates, ...(found.others ?? [])]
  if (found.ours === undefined && found.trouble === undefined && candidates.length === 0) {
    log.warning(
      `${why}: the start request went out, and no run of it was found within ${LOOK_MS / 1000} s. Most likely nothing was started; look at the service to be sure.`,
    )
    return
  }
  if (found.ours === undefined) {
    const seen = found.trouble ?? `candidates: ${candidates.map((run) => run.title).join(', ')}`
    log.error(
      `${why}: a test may have been started and may be running (${seen}). Check the service, and stop what should not run.`,
    )
    return
  }
  const executions = found.ours.map((run) => ({ id: run.id, label: '' }))
  const run: RunHandle = {
    provider: provider.name,
    executions,
    startedAtMs: intent.atMs,
    ...(provider.marksRuns ? {} : { adopted: true }),
  }
  await endRun(ports, run, why)
}

/** The request may still be on its way, and a fresh run may not be listed yet. */
async function lookFor(ports: CleanupPorts, intent: StartIntent, executionCount: number): Promise<Found> {
  const { provider, clock } = ports
  const endMs = clock.monotonicMs() + LOOK_MS
  for (let accord = 1; ; accord++) {
    const found = await lookOnce({ provider, executionCount }, intent)
    // Without a marker the only new run may be somebody else's, and ours may be about to show.
    if (found.ours === undefined) accord = 0
    const ours = found.ours !== undefined && (provider.marksRuns || accord >= LOOKS_IN_ACCORD)
    const clear = ours || found.candidates.length > executionCount || found.final === true
    if (clear || clock.monotonicMs() + LOOK_GAP_MS > endMs) return found
    await clock.sleep(LOOK_GAP_MS, ports.signal())
  }
}
