import type { Clock } from '../../foundation/ports.ts'
import type { ExecutionStatus } from '../../providers/provider.ts'
import type { ServiceClock } from './service-clock.ts'

/** How much a time from the service may differ from what was observed. */
const TOLERANCE_MS = 1500

/**
 * When executions began, by the monotonic clock. The service provides the time by its own clock; it counts
 * only if it is between the last response that showed the execution waiting and the first one that showed it
 * running.
 */
export class BeginTimes {
  readonly #clock: Clock
  readonly #serviceClock: ServiceClock
  readonly #sinceMs: number
  readonly #waitingMs = new Map<string, number>()
  readonly #begunMs = new Map<string, number>()

  /** `sinceMs`: nothing began before this; minus infinity if that is unknown, as after attaching to a run. */
  constructor(clock: Clock, serviceClock: ServiceClock, sinceMs: number) {
    this.#clock = clock
    this.#serviceClock = serviceClock
    this.#sinceMs = sinceMs
  }

  /** Adds the response to a request that was sent at `askedMs`. */
  record({ id, startedAtMs }: ExecutionStatus, askedMs: number): void {
    if (this.#begunMs.has(id)) return
    if (startedAtMs === undefined) this.#waitingMs.set(id, askedMs)
    else this.#begunMs.set(id, this.#momentOf(startedAtMs, this.#waitingMs.get(id) ?? this.#sinceMs))
  }

  of(id: string): number | undefined {
    return this.#begunMs.get(id)
  }

  /**
   * When the service expects the execution to finish, by the monotonic clock, calculated from the expected
   * length.
   */
  expectedEndOf({ id, startedAtMs, estimatedFinishAtMs }: ExecutionStatus): number | undefined {
    if (estimatedFinishAtMs === undefined) return undefined
    const begunMs = this.of(id)
    return startedAtMs === undefined || begunMs === undefined
      ? this.#clock.monotonicMs() + estimatedFinishAtMs - this.#serviceClock.nowMs()
      : begunMs + estimatedFinishAtMs - startedAtMs
  }

  #momentOf(startedAtMs: number, notBeforeMs: number): number {
    const nowMs = this.#clock.monotonicMs()
    // The runner's clock is used instead of the service's only if the result can be compared with
    // observations.
    if (!this.#serviceClock.isKnown && notBeforeMs === Number.NEGATIVE_INFINITY) return nowMs
    const toldMs = nowMs - (this.#serviceClock.nowMs() - startedAtMs)
    const isLikely = toldMs >= notBeforeMs - TOLERANCE_MS && toldMs <= nowMs + TOLERANCE_MS
    return isLikely ? Math.min(Math.max(toldMs, notBeforeMs), nowMs) : nowMs
  }
}
