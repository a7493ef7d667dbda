import { messageOf } from '../../foundation/errors.ts'
import { idsOf, isFinal, type RunHandle } from '../../providers/provider.ts'
import type { HttpPorts } from '../../platform/http/http.ts'
import type { Step } from '../step.ts'

/**
 * The main step has 2 s in all after a cancellation: a runner that shuts down allows no more, and skips the
 * post step.
 */
const SEND_STOP_MS = 1500
const CONFIRM_MS = 60_000
const CONFIRM_GAP_MS = 2000
const STOP_AGAIN_MS = 10_000

/** What the step and the post step need to stop a run. */
export type Stopping = Pick<Step, 'provider' | 'log'> & { http: Pick<HttpPorts, 'clock' | 'signal'> }

/** Sends the stop requests for all executions at once, and waits no longer than sending takes. */
export async function sendStops(
  { provider, log, http: { clock, signal } }: Stopping,
  run: RunHandle,
): Promise<void> {
  const open = new Map(run.executions.map(({ id }) => [id, 'there was no response in time.']))
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
  // If the runner shuts down, it skips the post step, so this is the last message.
  for (const [id, why] of open)
    log.warning(`The stop of ${id} was sent but is not confirmed: ${why} The post step tries again.`)
}

/**
 * Makes sure that the run ends: waits up to a minute for the confirmation, and repeats the stop if the run
 * continues. True if it ended. Never throws for a problem of the service: then an error names the run.
 */
export async function stopAndConfirm(
  ports: Stopping,
  run: RunHandle,
  why: string,
  budgetMs = CONFIRM_MS,
): Promise<boolean> {
  const attempt: Attempt = { isOver: false, trouble: '' }
  const stopped = await inTime(ports, budgetMs, stopUntilConfirmed(ports, run, why, attempt))
  attempt.isOver = true
  if (stopped === true) return true
  ports.log.error(
    `${why}: the stop of run ${idsOf(run)} could not be confirmed within ${Math.round(budgetMs / 1000)} s.${attempt.trouble} Check it at the service, and stop it there.`,
  )
  return false
}

interface Attempt {
  /** The time is up, and the caller no longer waits. */
  isOver: boolean
  trouble: string
}

async function stopUntilConfirmed(
  ports: Stopping,
  run: RunHandle,
  why: string,
  attempt: Attempt,
): Promise<boolean> {
  const { provider, log, http } = ports
  let stopSentMs = Number.NEGATIVE_INFINITY
  let failures = 0
  while (!attempt.isOver) {
    // As long as no state can be read, every execution gets a stop request; it does no harm to one that has
    // ended.
    let active = failures > 0 ? run.executions.map(({ id }) => id) : []
    try {
      const status = await provider.status(run)
      failures = 0
      active = status.executions
        .filter((execution) => !isFinal(execution) && execution.stage !== 'ending')
        .map(({ id }) => id)
      if (active.length === 0 && !attempt.isOver) {
        const states = status.executions.map((execution) => `${execution.id} ${execution.state}`).join(', ')
        log.info(`${why}: no run is left active (${states}).`)
        return true
      }
    } catch (error) {
      http.signal().throwIfAborted()
      failures++
      attempt.trouble = ` ${messageOf(error)}`
    }
    if (!attempt.isOver && active.length > 0 && http.clock.monotonicMs() - stopSentMs >= STOP_AGAIN_MS) {
      stopSentMs = http.clock.monotonicMs()
      attempt.trouble = (await sendEach(ports, active, why)) ?? attempt.trouble
    }
    if (!attempt.isOver) await http.clock.sleep(CONFIRM_GAP_MS, http.signal())
  }
  return false
}

/**
 * The result of the work, or undefined when the time is up, so that a request without a response cannot delay
 * the end.
 */
export async function inTime<T>(
  { http: { clock } }: Pick<Stopping, 'http'>,
  ms: number,
  work: Promise<T>,
): Promise<T | undefined> {
  const done = new AbortController()
  const late = clock.sleep(ms, done.signal).then(
    () => undefined,
    () => undefined,
  )
  try {
    return await Promise.race([work, late])
  } finally {
    work.catch(() => undefined)
    done.abort(new Error('done'))
  }
}

/**
 * Sends the stop to each execution separately, so that one without a response does not keep the others
 * running. Returns the last problem.
 */
async function sendEach(
  { provider, log, http }: Stopping,
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
  await inTime({ http }, STOP_AGAIN_MS, Promise.all(stops))
  http.signal().throwIfAborted()
  return trouble
}

/**
 * For a run that cannot be stopped, or may belong to somebody else: names it, and says that it is still
 * active.
 */
export function nameLeftBehind(
  { provider, log }: Pick<Stopping, 'provider' | 'log'>,
  run: RunHandle,
  why: string,
): void {
  const page = run.url === undefined ? '' : ` Its page: ${run.url}`
  const reason = run.adopted
    ? 'it was adopted after an unclear response and may belong to somebody else'
    : `${provider.name} has no way to stop it from here`
  log.error(
    `${why}: run ${idsOf(run)} is still active and costs machine time, because ${reason}. Stop it at the service if it is not needed.${page}`,
  )
}

/**
 * Stops the run, or says that it is still active; the post step does this too. False if a stop was not
 * confirmed and should be repeated.
 */
export async function endRun(
  ports: Stopping,
  run: RunHandle,
  why: string,
  budgetMs = CONFIRM_MS,
): Promise<boolean> {
  if (run.adopted !== true && ports.provider.canStop) return await stopAndConfirm(ports, run, why, budgetMs)
  if (await inTime(ports, budgetMs, hasEnded(ports, run)))
    ports.log.info(`${why}: run ${idsOf(run)} has finished by itself.`)
  else nameLeftBehind(ports, run, why)
  return true
}

async function hasEnded({ provider }: Stopping, run: RunHandle): Promise<boolean> {
  try {
    return (await provider.status(run)).executions.every(isFinal)
  } catch {
    // After any error, it is unknown whether the run ended.
    return false
  }
}
