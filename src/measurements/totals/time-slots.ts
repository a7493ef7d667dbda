import { addressIn, takeRecord, type VectorMemory } from '../lines/vector-memory.ts'
import { FIRST_INTERVAL_MS } from './nice-intervals.ts'

export const SLOTS = 256
/** Times outside 2000 to 2100 come from broken clocks. */
const EARLIEST_MS = Date.UTC(2000)
const LATEST_MS = Date.UTC(2100)

/** Places in `numbers`. */
const START_MS = 0
const END_MS = 1
const SLOT = 2
const BASE = 3
const INTERVAL_MS = 4
const NUMBERS = 5

/**
 * Divides time into 256 slots of one interval, aligned to the clock. The numbers are in a typed array, where
 * the vectors find them, followed by what their owner adds.
 */
export class TimeSlots {
  readonly #memory: VectorMemory | undefined
  readonly #numbers: Float64Array
  /** The owner's own numbers. */
  readonly more: Float64Array
  readonly words: Int32Array

  constructor(memory?: VectorMemory, moreFloats = 0, words = 0) {
    const record = takeRecord(memory, NUMBERS + moreFloats, words)
    this.#memory = memory
    this.#numbers = record.floats
    this.more = record.floats.subarray(NUMBERS)
    this.words = record.words
    this.#numbers.fill(NaN, 0, NUMBERS)
    this.#numbers[INTERVAL_MS] = FIRST_INTERVAL_MS
  }

  /** Where the vectors find it in the memory; 0 if they cannot. */
  get address(): number {
    return addressIn(this.#memory, this.#numbers)
  }

  get intervalMs(): number {
    return this.#numbers[INTERVAL_MS]!
  }

  /** The number of the first slot, counted in intervals since 1970; NaN before the first time. */
  get base(): number {
    return this.#numbers[BASE]!
  }

  /** The current slot. */
  get slot(): number {
    return this.#numbers[SLOT]!
  }

  /** A possible time in the current slot; NaN if there is none. */
  get slotTimeMs(): number {
    return Math.max(EARLIEST_MS, this.#numbers[START_MS]!)
  }

  /** Changes how time is divided; there is no current slot then. */
  divide(base: number, intervalMs: number): void {
    this.#numbers[BASE] = base
    this.#numbers[INTERVAL_MS] = intervalMs
    this.#numbers[START_MS] = NaN
  }

  /** True if the time is possible. The first one decides where the slots begin. */
  accepts(timeMs: number): boolean {
    if (!(timeMs >= EARLIEST_MS && timeMs < LATEST_MS)) return false
    if (Number.isNaN(this.base)) this.divide(Math.floor(timeMs / this.intervalMs), this.intervalMs)
    return true
  }

  isCurrent(timeMs: number): boolean {
    return timeMs >= this.#numbers[START_MS]! && timeMs < this.#numbers[END_MS]!
  }

  /** The slot of a time; below 0 or above the last one if there is none. */
  slotOf(timeMs: number): number {
    return Math.floor(timeMs / this.intervalMs) - this.base
  }

  /** When a slot begins. */
  startMs(slot: number): number {
    return (this.base + slot) * this.intervalMs
  }

  /** A possible time in a slot: its start, unless that is before the earliest time. */
  timeIn(slot: number): number {
    return Math.max(EARLIEST_MS, this.startMs(slot))
  }

  /** The interval of another length in which a slot begins, counted since 1970. */
  intervalOf(slot: number, intervalMs: number): number {
    return Math.floor(this.startMs(slot) / intervalMs)
  }

  /** Makes the slot of a time the current one. */
  enter(timeMs: number): void {
    const slot = this.slotOf(timeMs)
    this.#numbers[SLOT] = slot
    this.#numbers[START_MS] = this.startMs(slot)
    this.#numbers[END_MS] = this.startMs(slot + 1)
  }
}
