import { formatSpan } from '../../foundation/format.ts'
import { causeLast, GateError } from '../../foundation/errors.ts'
import { HttpError } from '../../platform/http/http.ts'
import { backoffMs } from '../../platform/http/retry.ts'
import { BeginTimes } from './begin-times.ts'
import { CostLimit } from './cost-limit.ts'
import { InteractiveStops } from './interactive-stops.ts'
import { contactLost, endsAtOnce, likelyCause } from './contact-lost.ts'
import { pollGapMs } from './poll-cadence.ts'
import { ServiceClock } from './service-clock.ts'
import { summaryOf } from './progress.ts'
import { ProgressLog } from './progress-log.ts'
import type { Clock, Log, Random } from '../../foundation/ports.ts'
import {
  isFinal,
  type ExecutionStatus,
  type Provider,
  type RunHandle,
  type RunStatus,
} from '../../providers/provider.ts'

export interface WaitOptions {
  provider: Provider
  run: RunHandle
  clock: Clock
  random: Random
  log: Log
  signal: () => AbortSignal
  pollIntervalMs: number | 'auto'
  /** The longest wait, counted from `sinceMs`. */
  timeoutMs: number
  /**
   * When the response to the start arrived, by the monotonic clock. Default: when the wait begins, as after
   * attaching to a run.
   */
  sinceMs?: number
  /** True if executions may have begun before that, unobserved. */
  mayHaveBegun?: boolean
  /** Interactive executions are stopped this long after they began. */
  stopAfterMs?: number
  /** The limit for all executions together. */
  maxMinutes?: number
  /** Called for every response. */
  onStatus: (status: RunStatus) => void
  /** Called once, as soon as the service provides the run's page. */
  onUrl: (url: string) => void
}

export interface WaitEnd {
  how: 'final' | 'timeout' | 'cost' | 'unresponsive'
  status: RunStatus
}

/** Polling continues through an outage of this length. */
export const OUTAGE_MS = 10 * 60_000
const UNRESPONSIVE_MS = 5 * 60_000
/** A new run may not be visible to status requests yet. */
const NOT_VISIBLE_YET_MS = 60_000
const LONGEST_GAP_IN_OUTAGE_MS = 30_000

/**
 * Polls until every execution has ended, or a limit is reached. Throws a `GateError` `contact-lost` if the
 * service refuses, or does not respond for too long.
 */
export async function waitForEnd(options: WaitOptions): Promise<WaitEnd> {
  const watch = new Watch(options)
  for (;;) {
    await watch.pause()
    const status = await watch.poll()
    if (status !== undefined) {
      if (status.executions.every(isFinal)) return { how: 'final', status }
      if (watch.unresponsiveForMs() >= UNRESPONSIVE_MS) return { how: 'unresponsive', status }
    }
    // This happens during an outage too, because the test continues until it is stopped.
    await watch.stops.send(watch.status)
    if (watch.cost.isReached(watch.status?.executions))
      return { how: 'cost', status: watch.status ?? notSeen(options.run) }
    if (watch.timedOut()) return { how: 'timeout', status: watch.status ?? notSeen(options.run) }
  }
}

function notSeen(run: RunHandle): RunStatus {
  return { executions: run.executions.map(({ id, label }) => ({ id, label, stage: 'waiting', state: '' })) }
}

interface Seen {
  /** The response, with the expected finish by our clock. */
  expected: RunStatus
  /** Whether the status differs from the one before. */
  changed: boolean
}

/** The state of one wait: what was seen last, and since when. */
class Watch {
  readonly #options: WaitOptions
  /** Like all times here, by the monotonic clock. */
  readonly #sinceMs: number
  #polls = 0
  #failures = 0
  #outageSinceMs = 0
  #lastContactMs: number
  #retryAfterMs = 0
  #lastChangeMs: number
  #urlTold = false
  readonly #unknownStates = new Set<string>()
  readonly #notesTold = new Set<string>()
  readonly #serviceClock: ServiceClock
  readonly #begins: BeginTimes
  readonly #progress: ProgressLog
  readonly stops: InteractiveStops
  readonly cost: CostLimit
  status: RunStatus | undefined
  /** The last status, with the expected finish by our clock. */
  #expected: RunStatus | undefined

  constructor(options: WaitOptions) {
    this.#options = options
    const { clock, run } = options
    const nowMs = clock.monotonicMs()
    this.#sinceMs = options.sinceMs ?? nowMs
    this.#serviceClock = new ServiceClock(clock)
    const notBeforeMs = options.mayHaveBegun === true ? Number.NEGATIVE_INFINITY : this.#sinceMs
    this.#begins = new BeginTimes(clock, this.#serviceClock, notBeforeMs)
    this.stops = new InteractiveStops({ ...options, begins: this.#begins })
    this.cost = new CostLimit({ ...options, begins: this.#begins })
    this.#progress = new ProgressLog({ ...options, begins: this.#begins }, this.#sinceMs)
    this.#lastContactMs = nowMs
    this.#lastChangeMs = nowMs
    this.#urlTold = run.url !== undefined
  }

  async pause(): Promise<void> {
    const { clock, signal } = this.#options
    const nowMs = clock.monotonicMs()
    const limits = [
      this.#gapMs(nowMs),
      this.#sinceMs + this.#options.timeoutMs - nowMs,
      this.#failures > 0 ? Number.POSITIVE_INFINITY : this.stops.dueInMs(nowMs, this.status),
      this.cost.dueInMs(this.status?.executions),
    ]
    await clock.sleep(Math.max(0, Math.min(...limits)), signal())
  }

  #gapMs(nowMs: number): number {
    const { pollIntervalMs, random } = this.#options
    const regularMs =
      pollIntervalMs === 'auto'
        ? pollGapMs(this.#polls, nowMs - this.#sinceMs, nowMs, this.#expected)
        : pollIntervalMs
    if (this.#failures === 0) return regularMs
    // During an outage, a long interval set by the user would leave too few polls.
    const soonMs = Math.min(regularMs, LONGEST_GAP_IN_OUTAGE_MS)
    return Math.max(soonMs, this.#retryAfterMs, backoffMs(this.#failures, random))
  }

  timedOut(): boolean {
    return this.#options.clock.monotonicMs() >= this.#sinceMs + this.#options.timeoutMs
  }

  /** The status, or undefined if this poll failed and polling continues. */
  async poll(): Promise<RunStatus | undefined> {
    const { provider, run, clock } = this.#options
    this.#polls++
    const ended = this.status?.executions.filter(isFinal) ?? []
    const active = run.executions.filter((execution) => !ended.some((other) => other.id === execution.id))
    const askedMs = clock.monotonicMs()
    let seen: Seen
    try {
      const status = await provider.status({ ...run, executions: active })
      this.#serviceClock.update(status.serviceNowMs)
      for (const execution of status.executions) this.#begins.record(execution, askedMs)
      const executions = run.executions.flatMap(
        ({ id }) => [...ended, ...status.executions].find((execution) => execution.id === id) ?? [],
      )
      const { revision } = this.status ?? {}
      seen = this.#seen({ ...(revision !== undefined && { revision }), ...status, executions })
    } catch (error) {
      this.#failed(error)
      if (clock.monotonicMs() - this.#outageSinceMs < OUTAGE_MS) return undefined
      throw contactLost(run, `There was no response for ${formatSpan(OUTAGE_MS)}.`, error)
    }
    await this.#progress.report(seen.expected, seen.changed)
    return this.status
  }

  #seen(status: RunStatus): Seen {
    const { clock, log, onUrl } = this.#options
    const nowMs = clock.monotonicMs()
    if (this.#failures > 0) log.info(`Contact was restored after ${formatSpan(nowMs - this.#lastContactMs)}.`)
    this.#failures = 0
    this.#lastContactMs = nowMs
    const changed = summaryOf(status) !== (this.status === undefined ? '' : summaryOf(this.status))
    this.status = status
    this.#expected = {
      ...status,
      executions: status.executions.map((execution) => this.#byOurClock(execution)),
    }
    this.#options.onStatus(status)
    if (changed) this.#lastChangeMs = nowMs
    if (status.url !== undefined && !this.#urlTold) {
      this.#urlTold = true
      this.#options.run.url = status.url
      onUrl(status.url)
      log.info(`Page: ${status.url}`)
    }
    for (const note of status.notes ?? []) this.#tellOnce('info', note)
    for (const warning of status.warnings ?? []) this.#tellOnce('warning', warning)
    for (const execution of status.executions) this.#warnOfUnknown(execution)
    return { expected: this.#expected, changed }
  }

  #byOurClock(execution: ExecutionStatus): ExecutionStatus {
    const { estimatedFinishAtMs: _told, ...others } = execution
    const estimatedFinishAtMs = this.#begins.expectedEndOf(execution)
    return { ...others, ...(estimatedFinishAtMs !== undefined && { estimatedFinishAtMs }) }
  }

  #tellOnce(level: 'info' | 'warning', note: string): void {
    if (this.#notesTold.has(note)) return
    this.#notesTold.add(note)
    this.#options.log[level](note)
  }

  #warnOfUnknown(execution: ExecutionStatus): void {
    if (!execution.unknownState || this.#unknownStates.has(execution.state)) return
    this.#unknownStates.add(execution.state)
    this.#options.log.warning(`The state '${execution.state}' is not known to this version; still waiting.`)
  }

  #failed(error: unknown): void {
    const { run, log, clock } = this.#options
    if (error instanceof GateError) throw contactLost(run, error.message, error)
    if (!(error instanceof HttpError)) throw error
    const fresh = error.status === 404 && clock.monotonicMs() - this.#sinceMs < NOT_VISIBLE_YET_MS
    if (!fresh && endsAtOnce(error)) throw contactLost(run, likelyCause(error), error)
    this.#failures++
    if (this.#failures === 1) this.#outageSinceMs = clock.monotonicMs()
    this.#retryAfterMs = error.retryAfterMs ?? 0
    if (this.#failures === 1 && !fresh) {
      log.info(causeLast(`No usable response; polling continues for up to ${formatSpan(OUTAGE_MS)}.`, error))
    }
  }

  /** How long an execution has been unresponsive without any change. */
  unresponsiveForMs(): number {
    const lost = this.status?.executions.some((execution) => execution.stage === 'unresponsive') ?? false
    return lost ? this.#options.clock.monotonicMs() - this.#lastChangeMs : 0
  }
}
