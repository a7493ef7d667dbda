import type { Clock } from '../../foundation/ports.ts'

/** A `Date` header tells whole seconds, and some time passes until it is read. */
const COARSENESS_MS = 1000
const ON_THE_WAY_MS = 500
/** A header that is further off than any clock that somebody looks after tells nothing. */
const BELIEVABLE_MS = 86_400_000

/**
 * The service's time as its answers tell it. Its clock and the runner's may differ by any amount, so a time of the
 * service's is only ever compared with this one.
 */
export class ServiceClock {
  readonly #clock: Clock
  #heard: { serviceMs: number; atMs: number } | undefined
  #isTold = false

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** True once an answer told its time; until then the runner's stands in. */
  get isTold(): boolean {
    return this.#isTold
  }

  /** Takes the time of an answer that came just now. */
  hear(toldMs: number | undefined): void {
    const ownMs = this.#clock.now()
    const isTold = toldMs !== undefined && Math.abs(toldMs - ownMs) < BELIEVABLE_MS
    this.#isTold ||= isTold
    if (!isTold && this.#isTold) return
    const aheadMs = isTold ? toldMs - ownMs : 0
    // Where both clocks agree as far as can be told, ours is the finer one.
    const agrees = aheadMs > -COARSENESS_MS - ON_THE_WAY_MS && aheadMs < ON_THE_WAY_MS
    this.#heard = { serviceMs: agrees ? ownMs : ownMs + aheadMs, atMs: this.#clock.monotonicMs() }
  }

  nowMs(): number {
    if (this.#heard === undefined) return this.#clock.now()
    return this.#heard.serviceMs + this.#clock.monotonicMs() - this.#heard.atMs
  }
}
