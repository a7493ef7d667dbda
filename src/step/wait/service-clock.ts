import type { Clock } from '../../foundation/ports.ts'

/** A `Date` header has whole seconds, and some time passes until it is read. */
const COARSENESS_MS = 1000
const ON_THE_WAY_MS = 500
/** A time that differs by more than a day is wrong and is ignored. */
const BELIEVABLE_MS = 86_400_000

/**
 * The service's time, from its responses. Its clock may differ from the runner's by any amount, so times from
 * the service are only compared with this clock.
 */
export class ServiceClock {
  readonly #clock: Clock
  #heard: { serviceMs: number; atMs: number } | undefined
  #isTold = false

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** True as soon as a response had the time; until then the runner's clock is used. */
  get isTold(): boolean {
    return this.#isTold
  }

  /** Takes the time in a response that has just arrived. */
  hear(toldMs: number | undefined): void {
    const ownMs = this.#clock.now()
    const isTold = toldMs !== undefined && Math.abs(toldMs - ownMs) < BELIEVABLE_MS
    this.#isTold ||= isTold
    if (!isTold && this.#isTold) return
    const aheadMs = isTold ? toldMs - ownMs : 0
    // If both clocks agree within the accuracy of the header, ours is more precise.
    const agrees = aheadMs > -COARSENESS_MS - ON_THE_WAY_MS && aheadMs < ON_THE_WAY_MS
    this.#heard = { serviceMs: agrees ? ownMs : ownMs + aheadMs, atMs: this.#clock.monotonicMs() }
  }

  nowMs(): number {
    if (this.#heard === undefined) return this.#clock.now()
    return this.#heard.serviceMs + this.#clock.monotonicMs() - this.#heard.atMs
  }
}
