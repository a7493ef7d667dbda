import type { Series } from '../model.ts'
import { addressIn, takeWords, type VectorMemory } from '../lines/vector-memory.ts'
import { coarserInterval, shownInterval } from './nice-intervals.ts'
import { COARSER_BITS, columnsOf, ERRORS_BUCKET, INTERVAL_BUCKETS, seriesOf } from './series-figures.ts'
import { SparseCounts } from './sparse-counts.ts'
import { SLOTS, TimeSlots } from './time-slots.ts'
import { TIME_MS } from './timing-accumulator.ts'

export const MAX_INTERVALS = 120

/** Counts of labels without a series of their own are added to this label. */
const REST = 0
/** Labels with higher numbers have no series; their counts are in the total. */
const MAX_LABELS = 1 << 13
const SLOT_BITS = 8
const BUCKET_BITS = 11
/** At most 24 MiB together, and as much again for a short time while the table is made smaller. */
const MAX_PAGES = 1 << 18
const LABELS_KEPT = 64
/**
 * Keys are collected and then counted together: if the table is larger than the processor's cache, the
 * accesses to memory overlap.
 */
const MOST_PENDING = 512
/** The vectors add up to two keys for each of 256 lines before `settle`. */
const PENDING_PLACES = 2 * MOST_PENDING
/** Places among the slots' own words. */
const PENDING = 0
const PENDING_END = 1
const FOLDED = 2

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
  #pendingStart = 0

  constructor(memory?: VectorMemory) {
    this.#slots = new TimeSlots(memory, 0, 3)
    this.#counts = new SparseCounts(MAX_PAGES, memory)
    this.#pending = takeWords(memory, PENDING_PLACES)
    const { buffer, byteOffset } = takeWords(memory, MAX_LABELS / 4)
    this.#folded = new Uint8Array(buffer, byteOffset, MAX_LABELS)
    this.#slots.words[PENDING] = addressIn(memory, this.#pending)
    this.#slots.words[FOLDED] = addressIn(memory, this.#folded)
  }

  /** Where the vectors find it in the memory; 0 if they cannot. */
  get address(): number {
    const { words, address } = this.#slots
    return words[PENDING] && words[FOLDED] ? address : 0
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

  /** Counts the pending keys if there are many; must be called after the vectors have added some. */
  settle(): void {
    if (this.#pendingEnd < MOST_PENDING) return
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
      this.#seek(other.#slots.startMs(slotOf(key)))
      const label = labelOf(key) === REST ? -1 : labels(labelOf(key) - 1)
      this.#count(label, bucketOfKey(key), count)
    })
  }

  /** The series of everything together and of the requested labels; none if there were no times. */
  toSeries(labels: number[]): { total?: Series; ofLabel: Map<number, Series> } {
    const shown = this.#shown()
    if (!shown) return { ofLabel: new Map() }
    const { ofBucket, valuesMs } = columnsOf(shown.occurs)
    const columns = valuesMs.length + 1
    const counts = new Uint32Array(shown.length * columns)
    /**
     * Pairs of a place in `counts` and a count, so that one array of counts can be used for all labels, one
     * after another.
     */
    const pairsOf = new Map<number, number[]>(
      labels.filter((label) => this.#has(label)).map((label) => [label, []]),
    )
    this.#forEach((key, count) => {
      const interval = this.#intervalOf(key, shown.intervalMs) - shown.first
      const place = interval * columns + ofBucket[bucketOfKey(key)]!
      counts[place]! += count
      pairsOf.get(labelOf(key) - 1)?.push(place, count)
    })
    const startMs = shown.first * shown.intervalMs
    const total = seriesOf(counts, valuesMs, startMs, shown.intervalMs)
    const ofLabel = new Map<number, Series>()
    for (const [label, pairs] of pairsOf) {
      counts.fill(0)
      for (let i = 0; i < pairs.length; i += 2) counts[pairs[i]!]! += pairs[i + 1]!
      ofLabel.set(label, seriesOf(counts, valuesMs, startMs, shown.intervalMs))
    }
    return { total, ofLabel }
  }

  get #pendingEnd(): number {
    return this.#slots.words[PENDING_END]!
  }

  set #pendingEnd(end: number) {
    this.#slots.words[PENDING_END] = end
  }

  #countLater(label: number, bucket: number): void {
    this.#pending[this.#pendingEnd++] = this.#keyOf(label, bucket)
    this.settle()
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

  #rekey(newKey: (key: number) => number): void {
    this.#counts = this.#counts.rekeyed(newKey)
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
    this.#forEach((key) => (last = Math.max(last, slotOf(key))))
    return last
  }

  #rebase(firstSlot: number): void {
    this.#slots.divide(this.#slots.base + firstSlot, this.#slots.intervalMs)
    this.#rekey((key) => keyOf(labelOf(key), slotOf(key) - firstSlot, bucketOfKey(key)))
  }

  #coarsen(earliestMs: number): void {
    const intervalMs = coarserInterval(this.#slots.intervalMs)
    const joined = (key: number) => this.#intervalOf(key, intervalMs)
    let base = Math.floor(this.#slots.startMs(0) / intervalMs)
    // For an earlier time, the first slot is moved at once if the data still fits then.
    const wanted = Math.floor(earliestMs / intervalMs)
    let last = base
    this.#forEach((key) => (last = Math.max(last, joined(key))))
    if (wanted < base && last - wanted < SLOTS) base = wanted
    this.#rekey((key) => keyOf(labelOf(key), joined(key) - base, bucketOfKey(key)))
    this.#slots.divide(base, intervalMs)
  }

  #makeRoom(): void {
    const busiest = this.#busiest()
    if (busiest.length <= LABELS_KEPT) {
      const timeMs = this.#slots.slotStartMs
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

  #intervalOf(key: number, intervalMs: number): number {
    return Math.floor(this.#slots.startMs(slotOf(key)) / intervalMs)
  }

  /** The intervals to show, and the buckets that occur. */
  #shown(): { first: number; length: number; intervalMs: number; occurs: Uint8Array } | undefined {
    let first = Infinity
    let last = -Infinity
    const occurs = new Uint8Array(INTERVAL_BUCKETS)
    this.#forEach((key) => {
      occurs[bucketOfKey(key)] = 1
      first = Math.min(first, slotOf(key))
      last = Math.max(last, slotOf(key))
    })
    if (first > last) return undefined
    const [firstMs, lastMs] = [this.#slots.startMs(first), this.#slots.startMs(last)]
    const intervalMs = shownInterval(this.#slots.intervalMs, firstMs, lastMs, MAX_INTERVALS)
    const firstShown = Math.floor(firstMs / intervalMs)
    const length = Math.floor(lastMs / intervalMs) - firstShown + 1
    return { first: firstShown, length, intervalMs, occurs }
  }
}

function keyOf(label: number, slot: number, bucket: number): number {
  return (label << (SLOT_BITS + BUCKET_BITS)) | (slot << BUCKET_BITS) | bucket
}

function labelOf(key: number): number {
  return key >>> (SLOT_BITS + BUCKET_BITS)
}

function slotOf(key: number): number {
  return (key >>> BUCKET_BITS) & (SLOTS - 1)
}

function bucketOfKey(key: number): number {
  return key & ((1 << BUCKET_BITS) - 1)
}
