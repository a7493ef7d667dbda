import { addressIn, takeFloats, type VectorMemory } from '../lines/vector-memory.ts'
import { coarserInterval } from './nice-intervals.ts'
import { SLOTS, TimeSlots } from './time-slots.ts'

/** A place among the slots' own numbers. */
const LAST = 0

/**
 * Collects one figure over time in one pass, without knowing the duration in advance: its sum and the number
 * of values, in intervals of 1 s, aligned to the clock. If more than 256 are needed, they are combined into
 * longer ones. In a vector memory, the vectors add values too.
 */
export class TimeSums {
  readonly #slots: TimeSlots
  readonly #sums: Float64Array
  readonly #counts: Float64Array

  constructor(memory?: VectorMemory) {
    this.#slots = new TimeSlots(memory, 1, 2)
    this.#sums = takeFloats(memory, SLOTS)
    this.#counts = takeFloats(memory, SLOTS)
    this.#slots.words.set([addressIn(memory, this.#sums), addressIn(memory, this.#counts)])
  }

  /** Where the vectors find it in the memory; 0 if they cannot. */
  get address(): number {
    const [sums, counts] = this.#slots.words
    return sums && counts ? this.#slots.address : 0
  }

  get intervalMs(): number {
    return this.#slots.intervalMs
  }

  /** Adds a value at a time; impossible times are left out. */
  add(timeMs: number, value: number): void {
    this.addOf(Float64Array.of(timeMs, value), 0, 1)
  }

  /** The same for millions of values, which stay in a row, because that allocates no memory. */
  addOf(rows: Float64Array, timeAt: number, valueAt: number): void {
    const timeMs = rows[timeAt]!
    if (!this.#slots.isCurrent(timeMs) && !this.#seek(timeMs)) return
    this.#sums[this.#slots.slot]! += rows[valueAt]!
    this.#counts[this.#slots.slot]!++
  }

  /** Adds to each interval how many milliseconds of it are between `startMs` and `endMs`. */
  addSpan(startMs: number, endMs: number): void {
    if (!(endMs > startMs) || !this.#seek(startMs) || !this.#seek(Math.ceil(endMs) - 1)) return
    const { intervalMs, base } = this.#slots
    const [sums, counts] = [this.#sums, this.#counts]
    for (let interval = Math.floor(startMs / intervalMs); interval * intervalMs < endMs; interval++) {
      const fromMs = Math.max(startMs, interval * intervalMs)
      const toMs = Math.min(endMs, (interval + 1) * intervalMs)
      sums[interval - base]! += toMs - fromMs
      counts[interval - base]!++
    }
  }

  /** Every interval with values: its start, the sum, and the number of values. */
  *intervals(): Generator<[startMs: number, sum: number, count: number]> {
    for (let slot = 0; slot <= this.#last; slot++) {
      const count = this.#counts[slot]!
      if (count > 0) yield [this.#slots.startMs(slot), this.#sums[slot]!, count]
    }
  }

  /** The last slot with values. */
  get #last(): number {
    return this.#slots.more[LAST]!
  }

  set #last(slot: number) {
    this.#slots.more[LAST] = slot
  }

  #seek(timeMs: number): boolean {
    if (!this.#slots.accepts(timeMs)) return false
    let slot = this.#slots.slotOf(timeMs)
    while (slot >= SLOTS || this.#last - slot >= SLOTS) {
      this.#coarsen()
      slot = this.#slots.slotOf(timeMs)
    }
    if (slot < 0) this.#move(-slot)
    this.#slots.enter(timeMs)
    this.#last = Math.max(this.#last, this.#slots.slot)
    return true
  }

  /** Makes room for earlier slots. */
  #move(by: number): void {
    for (const numbers of [this.#sums, this.#counts]) {
      numbers.copyWithin(by, 0, this.#last + 1)
      numbers.fill(0, 0, by)
    }
    this.#slots.divide(this.#slots.base - by, this.intervalMs)
    this.#last += by
  }

  #coarsen(): void {
    const intervalMs = coarserInterval(this.intervalMs)
    const joined = (slot: number): number => this.#slots.intervalOf(slot, intervalMs)
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
    this.#slots.divide(base, intervalMs)
    this.#last = last
  }
}
