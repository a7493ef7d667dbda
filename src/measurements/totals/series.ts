import { addressIn, takeWords, type VectorMemory } from '../lines/vector-memory.ts'
import { coarserInterval } from './nice-intervals.ts'
import {
  type AllSeries,
  bucketOfKey,
  COARSER_BITS,
  ERRORS_BUCKET,
  keyOf,
  labelOf,
  REST,
  seriesOf,
  slotOf,
} from './series-figures.ts'
import { SparseCounts } from './sparse-counts.ts'
import { SLOTS, TimeSlots } from './time-slots.ts'
import { TIME_MS } from './timing-accumulator.ts'

/** Labels with higher numbers have no series; their counts are in the total. */
const MAX_LABELS = 1 << 13
/** At most 24 MiB together, and as much again for a short time while the table is made smaller. */
const MAX_PAGES = 1 << 18
const LABELS_KEPT = 64
/**
 * Keys are collected and then counted together: if the table is larger than the processor's cache, the
 * accesses to memory overlap.
 */
const MOST_PENDING = 512
/** A failed value adds two keys. */
const PENDING_PLACES = MOST_PENDING + 2
/** Places among the slots' own words; `vectors/parts/timings.ts` has the same. */
const PENDING = 0
const PENDING_START = 1
const PENDING_END = 2
const FOLDED = 3
const COUNTS = 4
const WORDS = 5

/**
 * Collects the time series of all labels in one pass, without knowing the duration in advance. Time is
 * divided into intervals of 1 s, aligned to the clock; if more than 256 are needed, they are combined into
 * longer ones. One hash table has a count per interval, label and duration bucket, so the memory depends on
 * the number of different values, and not on the number of requests. If the table is full, all labels except
 * the 64 with the most requests lose their series, and only count in the total. If that is not enough,
 * intervals are combined. So the table limits the memory.
 */
export class SeriesCollector {
  readonly #slots: TimeSlots
  #counts: SparseCounts
  readonly #folded: Uint8Array
  readonly #pending: Int32Array

  constructor(memory?: VectorMemory) {
    this.#slots = new TimeSlots(memory, 0, WORDS)
    this.#counts = new SparseCounts(MAX_PAGES, memory)
    this.#pending = takeWords(memory, PENDING_PLACES)
    const { buffer, byteOffset } = takeWords(memory, MAX_LABELS / 4)
    this.#folded = new Uint8Array(buffer, byteOffset, MAX_LABELS)
    this.#slots.words[PENDING] = addressIn(memory, this.#pending)
    this.#slots.words[FOLDED] = addressIn(memory, this.#folded)
    this.#slots.words[COUNTS] = this.#counts.address
  }

  /** Where the vectors find it in the memory; 0 if they cannot. */
  get address(): number {
    const { words, address } = this.#slots
    return words[PENDING] && words[FOLDED] && words[COUNTS] ? address : 0
  }

  /**
   * Counts one duration, given as its bucket, in the interval of the row's time; impossible times are left
   * out.
   */
  add(label: number, rows: Float64Array, row: number, bucket: number, failed: boolean): void {
    const timeMs = rows[row + TIME_MS]!
    if (!this.#slots.isCurrent(timeMs) && !this.#seek(timeMs)) return
    this.#countLater(label, bucket >>> COARSER_BITS)
    if (failed) this.#countLater(label, ERRORS_BUCKET)
  }

  /** Counts the pending keys, and makes room if necessary. */
  settle(): void {
    for (;;) {
      this.#pendingStart = this.#counts.addEach(this.#pending, this.#pendingStart, this.#pendingEnd)
      if (this.#pendingStart === this.#pendingEnd) break
      this.#makeRoom()
    }
    this.#pendingStart = 0
    this.#pendingEnd = 0
  }

  /** Adds the counts of another collector; `labels` converts its label numbers to those of this one. */
  merge(other: SeriesCollector, labels: (label: number) => number): void {
    while (this.#slots.intervalMs < other.#slots.intervalMs) this.#coarsen(Infinity)
    other.#forEach((key, count) => {
      this.#seek(other.#slots.timeIn(slotOf(key)))
      const label = labelOf(key) === REST ? -1 : labels(labelOf(key) - 1)
      this.#count(label, bucketOfKey(key), count)
    })
  }

  /** The series of everything together and of the requested labels; those without times have none. */
  toSeries(labels: number[]): AllSeries {
    this.settle()
    return seriesOf(this.#counts, this.#slots, new Set(labels.filter((label) => this.#has(label))))
  }

  get #pendingStart(): number {
    return this.#slots.words[PENDING_START]!
  }

  set #pendingStart(start: number) {
    this.#slots.words[PENDING_START] = start
  }

  get #pendingEnd(): number {
    return this.#slots.words[PENDING_END]!
  }

  set #pendingEnd(end: number) {
    this.#slots.words[PENDING_END] = end
  }

  #countLater(label: number, bucket: number): void {
    this.#pending[this.#pendingEnd++] = this.#keyOf(label, bucket)
    if (this.#pendingEnd >= MOST_PENDING) this.settle()
  }

  #count(label: number, bucket: number, count: number): void {
    // Making room may remove the label's series or change the slot, so the key is calculated again.
    while (!this.#counts.add(this.#keyOf(label, bucket), count)) this.#makeRoom()
  }

  #keyOf(label: number, bucket: number): number {
    return keyOf(this.#has(label) ? label + 1 : REST, this.#slots.slot, bucket)
  }

  /** Calls `use` with every counted key and its count; a key may occur several times. */
  #forEach(use: (key: number, count: number) => void): void {
    this.#counts.forEach(use)
    for (let i = this.#pendingStart; i < this.#pendingEnd; i++) use(this.#pending[i]!, 1)
  }

  /** The bits for the place in a page stay as they are. */
  #rekey(newKey: (key: number) => number): void {
    this.#counts = this.#counts.rekeyed(newKey)
    this.#slots.words[COUNTS] = this.#counts.address
    for (let i = this.#pendingStart; i < this.#pendingEnd; i++) this.#pending[i] = newKey(this.#pending[i]!)
  }

  #has(label: number): boolean {
    return label >= 0 && label + 1 < MAX_LABELS && this.#folded[label + 1] === 0
  }

  /** Makes the slot of a time the current one; false if the time is impossible. */
  #seek(timeMs: number): boolean {
    if (!this.#slots.accepts(timeMs)) return false
    this.#cover(timeMs)
    this.#slots.enter(timeMs)
    return true
  }

  /** Moves the first slot or combines intervals until there is a slot for the time. */
  #cover(timeMs: number): void {
    for (;;) {
      const slot = this.#slots.slotOf(timeMs)
      if (slot >= 0 && slot < SLOTS) return
      if (slot < 0 && this.#lastSlot() - slot < SLOTS) return this.#rebase(slot)
      this.#coarsen(slot < 0 ? timeMs : Infinity)
    }
  }

  #lastSlot(): number {
    let last = 0
    const see = (key: number): void => void (last = Math.max(last, slotOf(key)))
    this.#counts.forEachPage(see)
    for (let i = this.#pendingStart; i < this.#pendingEnd; i++) see(this.#pending[i]!)
    return last
  }

  #rebase(firstSlot: number): void {
    this.#slots.divide(this.#slots.base + firstSlot, this.#slots.intervalMs)
    this.#rekey((key) => keyOf(labelOf(key), slotOf(key) - firstSlot, bucketOfKey(key)))
  }

  #coarsen(earliestMs: number): void {
    const intervalMs = coarserInterval(this.#slots.intervalMs)
    let base = this.#slots.intervalOf(0, intervalMs)
    // For an earlier time, the first slot is moved at once if the data still fits then.
    const wanted = Math.floor(earliestMs / intervalMs)
    if (wanted < base && this.#slots.intervalOf(this.#lastSlot(), intervalMs) - wanted < SLOTS) base = wanted
    this.#rekey((key) => {
      const slot = this.#slots.intervalOf(slotOf(key), intervalMs) - base
      return keyOf(labelOf(key), slot, bucketOfKey(key))
    })
    this.#slots.divide(base, intervalMs)
  }

  #makeRoom(): void {
    const busiest = this.#busiest()
    if (busiest.length <= LABELS_KEPT) {
      const timeMs = this.#slots.slotTimeMs
      this.#coarsen(Infinity)
      this.#seek(timeMs)
      return
    }
    for (const label of busiest.slice(LABELS_KEPT)) this.#folded[label] = 1
    this.#rekey((key) => (this.#folded[labelOf(key)] ? keyOf(REST, slotOf(key), bucketOfKey(key)) : key))
  }

  #busiest(): number[] {
    const counts = new Float64Array(MAX_LABELS)
    this.#forEach((key, count) => {
      if (bucketOfKey(key) !== ERRORS_BUCKET) counts[labelOf(key)]! += count
    })
    const labels = [...counts.keys()].filter((label) => label !== REST && counts[label]! > 0)
    return labels.sort((a, b) => counts[b]! - counts[a]!)
  }
}
