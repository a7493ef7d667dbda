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
  #last: { serviceMs: number; atMs: number } | undefined
  #isKnown = false

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** True as soon as a response had the time; until then the runner's clock is used. */
  get isKnown(): boolean {
    return this.#isKnown
  }

  /** Takes the time in a response that has just arrived. */
  update(serviceMs: number | undefined): void {
    const ownMs = this.#clock.now()
    const isUsable = serviceMs !== undefined && Math.abs(serviceMs - ownMs) < BELIEVABLE_MS
    this.#isKnown ||= isUsable
    if (!isUsable && this.#isKnown) return
    const aheadMs = isUsable ? serviceMs - ownMs : 0
    // If both clocks agree within the accuracy of the header, ours is more precise.
    const agrees = aheadMs > -COARSENESS_MS - ON_THE_WAY_MS && aheadMs < ON_THE_WAY_MS
    this.#last = { serviceMs: agrees ? ownMs : ownMs + aheadMs, atMs: this.#clock.monotonicMs() }
  }

  nowMs(): number {
    if (this.#last === undefined) return this.#clock.now()
    return this.#last.serviceMs + this.#clock.monotonicMs() - this.#last.atMs
  }
}
