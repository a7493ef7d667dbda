import { messageOf } from '../../foundation/errors.ts'
import { idsOf, isFinal, type RunHandle } from '../../providers/provider.ts'
import type { HttpPorts } from '../../platform/http/http.ts'
import type { Step } from '../step.ts'

/** Main has 2 s in all after a cancel: a runner that shuts down gives no more, and skips the post step. */
const SEND_STOP_MS = 1500
const CONFIRM_MS = 60_000
const CONFIRM_GAP_MS = 2000
const STOP_AGAIN_MS = 10_000

/** What a run is ended with, by the step and by the post step. */
export type Stopping = Pick<Step, 'provider' | 'log'> & { http: Pick<HttpPorts, 'clock' | 'signal'> }

/** Sends the stop for every execution at once, and waits no longer than it takes to send it. */
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
  // A runner that shuts down skips the post step, and then these are the last words.
  for (const [id, why] of open)
    log.warning(`The stop of ${id} was sent but is not confirmed: ${why} The post step tries again.`)
}

/**
 * Sees to it that the run ends, and says what happened: waits up to a minute for the confirmation, and repeats the stop
 * where the run goes on. Never throws for a service that does not answer: the error annotation names what is left.
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
  /** Nobody waits any more. */
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
    // While no state can be read the stop goes to all: it harms no run that has ended.
    let going = failures > 0 ? run.executions.map(({ id }) => id) : []
    try {
      const status = await provider.status(run)
      failures = 0
      going = status.executions
        .filter((execution) => !isFinal(execution) && execution.stage !== 'ending')
        .map(({ id }) => id)
      if (going.length === 0 && !attempt.isOver) {
        const states = status.executions.map((execution) => `${execution.id} ${execution.state}`).join(', ')
        log.info(`${why}: no run is left active (${states}).`)
        return true
      }
    } catch (error) {
      http.signal().throwIfAborted()
      failures++
      attempt.trouble = ` ${messageOf(error)}`
    }
    if (!attempt.isOver && going.length > 0 && http.clock.monotonicMs() - stopSentMs >= STOP_AGAIN_MS) {
      stopSentMs = http.clock.monotonicMs()
      attempt.trouble = (await sendEach(ports, going, why)) ?? attempt.trouble
    }
    if (!attempt.isOver) await http.clock.sleep(CONFIRM_GAP_MS, http.signal())
  }
  return false
}

/** The work's result, or undefined once the time is over: a request that hangs must not hold up the end. */
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

/** One execution whose stop hangs or fails must not keep the others running; gives the last trouble. */
async function sendEach(
  { provider, log, http: { clock, signal } }: Stopping,
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
 * Ends the run or says that it goes on; what the post step and every failure do. False where a stop stays unconfirmed,
 * so that somebody should try again.
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
    // Whatever the reason: it cannot be said that it ended.
    return false
  }
}
