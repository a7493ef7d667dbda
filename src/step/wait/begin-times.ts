import type { Clock } from '../../foundation/ports.ts'
import type { ExecutionStatus } from '../../providers/provider.ts'
import type { ServiceClock } from './service-clock.ts'

/** How far a time that the service tells may miss what was seen, and still be believed. */
const TOLERANCE_MS = 1500

/**
 * When executions began, by the monotonic clock. The service says when by its own clock; that counts only where it lies
 * between the last answer that showed an execution waiting and the first that showed it begun.
 */
export class BeginTimes {
  readonly #clock: Clock
  readonly #serviceClock: ServiceClock
  readonly #sinceMs: number
  readonly #waitingMs = new Map<string, number>()
  readonly #begunMs = new Map<string, number>()

  /** `sinceMs`: nothing began before; minus infinity where that is not known, as after an attach. */
  constructor(clock: Clock, serviceClock: ServiceClock, sinceMs: number) {
    this.#clock = clock
    this.#serviceClock = serviceClock
    this.#sinceMs = sinceMs
  }

  /** Takes an answer to a request that went out at `askedMs`. */
  hear({ id, startedAtMs }: ExecutionStatus, askedMs: number): void {
    if (this.#begunMs.has(id)) return
    if (startedAtMs === undefined) this.#waitingMs.set(id, askedMs)
    else this.#begunMs.set(id, this.#momentOf(startedAtMs, this.#waitingMs.get(id) ?? this.#sinceMs))
  }

  of(id: string): number | undefined {
    return this.#begunMs.get(id)
  }

  /** When the service expects the end, by the monotonic clock: its estimate says how long after the begin. */
  expectedEndOf({ id, startedAtMs, estimatedFinishAtMs }: ExecutionStatus): number | undefined {
    if (estimatedFinishAtMs === undefined) return undefined
    const begunMs = this.of(id)
    return startedAtMs === undefined || begunMs === undefined
      ? this.#clock.monotonicMs() + estimatedFinishAtMs - this.#serviceClock.nowMs()
      : begunMs + estimatedFinishAtMs - startedAtMs
  }

  #momentOf(startedAtMs: number, notBeforeMs: number): number {
    const nowMs = this.#clock.monotonicMs()
    // The runner's time stands in only where it can be checked against what was seen.
    if (!this.#serviceClock.isTold && notBeforeMs === Number.NEGATIVE_INFINITY) return nowMs
    const toldMs = nowMs - (this.#serviceClock.nowMs() - startedAtMs)
    const isLikely = toldMs >= notBeforeMs - TOLERANCE_MS && toldMs <= nowMs + TOLERANCE_MS
    return isLikely ? Math.min(Math.max(toldMs, notBeforeMs), nowMs) : nowMs
  }
}
