import { coarserInterval, FIRST_INTERVAL_MS } from './nice-intervals.ts'

const SLOTS = 256
/** Times outside 2000 to 2100 come from broken clocks. */
const EARLIEST_MS = Date.UTC(2000)
const LATEST_MS = Date.UTC(2100)

/**
 * Collects one figure over time in one pass, without knowing the duration in advance: its sum and the number
 * of values, in intervals of 1 s, aligned to the clock. If more than 256 are needed, they are combined into
 * longer ones.
 */
export class TimeSums {
  intervalMs = FIRST_INTERVAL_MS
  readonly #sums = new Float64Array(SLOTS)
  readonly #counts = new Float64Array(SLOTS)
  /** Number of the first slot, counted in intervals since 1970; NaN before the first time. */
  #base = NaN
  #last = 0
  #slot = 0
  #slotStartMs = NaN
  #slotEndMs = NaN

  /** Adds a value at a time; impossible times are left out. */
  add(timeMs: number, value: number): void {
    this.addOf(Float64Array.of(timeMs, value), 0, 1)
  }

  /** The same for millions of values, which stay in a row, because that allocates no memory. */
  addOf(rows: Float64Array, timeAt: number, valueAt: number): void {
    const timeMs = rows[timeAt]!
    if (!(timeMs >= this.#slotStartMs && timeMs < this.#slotEndMs) && !this.#seek(timeMs)) return
    this.#sums[this.#slot]! += rows[valueAt]!
    this.#counts[this.#slot]!++
  }

  /** Adds to each interval how many milliseconds of it are between `startMs` and `endMs`. */
  addSpan(startMs: number, endMs: number): void {
    if (!(endMs > startMs) || !this.#seek(startMs) || !this.#seek(Math.ceil(endMs) - 1)) return
    const first = Math.floor(startMs / this.intervalMs)
    for (let interval = first; interval * this.intervalMs < endMs; interval++) {
      const fromMs = Math.max(startMs, interval * this.intervalMs)
      const toMs = Math.min(endMs, (interval + 1) * this.intervalMs)
      this.#sums[interval - this.#base]! += toMs - fromMs
      this.#counts[interval - this.#base]!++
    }
  }

  /** Every interval with values: its start, the sum, and the number of values. */
  *intervals(): Generator<[startMs: number, sum: number, count: number]> {
    for (let slot = 0; slot <= this.#last; slot++) {
      const count = this.#counts[slot]!
      if (count > 0) yield [(this.#base + slot) * this.intervalMs, this.#sums[slot]!, count]
    }
  }

  #seek(timeMs: number): boolean {
    if (!(timeMs >= EARLIEST_MS && timeMs < LATEST_MS)) return false
    if (Number.isNaN(this.#base)) this.#base = Math.floor(timeMs / this.intervalMs)
    let slot = Math.floor(timeMs / this.intervalMs) - this.#base
    while (slot >= SLOTS || this.#last - slot >= SLOTS) {
      this.#coarsen()
      slot = Math.floor(timeMs / this.intervalMs) - this.#base
    }
    if (slot < 0) {
      this.#move(-slot)
      slot = 0
    }
    this.#slot = slot
    this.#last = Math.max(this.#last, slot)
    this.#slotStartMs = (this.#base + slot) * this.intervalMs
    this.#slotEndMs = this.#slotStartMs + this.intervalMs
    return true
  }

  /** Makes room for earlier slots. */
  #move(by: number): void {
    for (const numbers of [this.#sums, this.#counts]) {
      numbers.copyWithin(by, 0, this.#last + 1)
      numbers.fill(0, 0, by)
    }
    this.#base -= by
    this.#last += by
  }

  #coarsen(): void {
    const intervalMs = coarserInterval(this.intervalMs)
    const joined = (slot: number): number => Math.floor(((this.#base + slot) * this.intervalMs) / intervalMs)
    const base = joined(0)
    const last = joined(this.#last) - base
    for (const numbers of [this.#sums, this.#counts]) {
      // In ascending order: a combined slot is never after its first part, whose value has already been read.
      for (let slot = 0; slot <= this.#last; slot++) {
        const value = numbers[slot]!
        numbers[slot] = 0
        numbers[joined(slot) - base]! += value
      }
    }
    this.intervalMs = intervalMs
    this.#base = base
    this.#last = last
  }
}
