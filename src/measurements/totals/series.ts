import type { Series } from '../model.ts'
import { coarserInterval, FIRST_INTERVAL_MS, shownInterval } from './nice-intervals.ts'
import { COARSER_BITS, columnsOf, ERRORS_BUCKET, INTERVAL_BUCKETS, seriesOf } from './series-figures.ts'
import { SparseCounts } from './sparse-counts.ts'
import { TIME_MS } from './timing-accumulator.ts'

export const MAX_INTERVALS = 120

/** The label that counts of labels without a series of their own are under. */
const REST = 0
/** Labels after these have no series; their counts are in the total. */
const MAX_LABELS = 1 << 13
const SLOT_BITS = 8
const SLOTS = 1 << SLOT_BITS
const BUCKET_BITS = 11
/** Together 24 MiB at most, and as much again for a moment while it is made smaller. */
const MAX_PAGES = 1 << 18
const LABELS_KEPT = 64
/** Keys that wait to be counted together: where the table is larger than the processor's cache, its misses overlap then. */
const MOST_PENDING = 512
/** Times outside of 2000 to 2100 are broken clocks, not load tests. */
const EARLIEST_MS = Date.UTC(2000)
const LATEST_MS = Date.UTC(2100)

/**
 * Time series of all labels in one pass, without knowing the span beforehand. Time is cut into intervals of 1 s, aligned
 * to the clock; when more than 256 are needed they are joined into longer ones. What happened in an interval is a
 * count per label and duration bucket in one hash table: memory follows what is different, not how much was measured.
 * When the table is full, labels outside the 64 busiest so far are folded into the rest (they have no series then, the
 * total still has them), and if that is not enough, intervals are joined. So memory is bounded by the table.
 */
export class SeriesCollector {
  #intervalMs = FIRST_INTERVAL_MS
  /** Number of the first slot, counted in intervals since 1970; NaN before the first time. */
  #base = NaN
  #counts = new SparseCounts(MAX_PAGES)
  readonly #folded = new Uint8Array(MAX_LABELS)
  #slotStartMs = NaN
  #slotEndMs = NaN
  #slot = 0
  readonly #pending = new Int32Array(MOST_PENDING)
  #pendingStart = 0
  #pendingEnd = 0

  /** Counts one duration, given as its bucket, in the interval of the row's time; a time that cannot be is left out. */
  add(label: number, rows: Float64Array, row: number, bucket: number, failed: boolean): void {
    const timeMs = rows[row + TIME_MS]!
    if (!(timeMs >= this.#slotStartMs && timeMs < this.#slotEndMs) && !this.#seek(timeMs)) return
    this.#countLater(label, bucket >>> COARSER_BITS)
    if (failed) this.#countLater(label, ERRORS_BUCKET)
  }

  /** Adds what another collector counted; `labels` gives this one's number for each label of the other. */
  merge(other: SeriesCollector, labels: (label: number) => number): void {
    this.#settle()
    while (this.#intervalMs < other.#intervalMs) this.#coarsen(Infinity)
    other.#forEach((key, count) => {
      this.#seek((other.#base + slotOf(key)) * other.#intervalMs)
      const label = labelOf(key) === REST ? -1 : labels(labelOf(key) - 1)
      this.#count(label, bucketOfKey(key), count)
    })
  }

  /** The series of everything together and of the labels asked for; without a time there is none. */
  toSeries(labels: number[]): { total?: Series; ofLabel: Map<number, Series> } {
    const shown = this.#shown()
    if (!shown) return { ofLabel: new Map() }
    const { ofBucket, valuesMs } = columnsOf(shown.occurs)
    const columns = valuesMs.length + 1
    const counts = new Uint32Array(shown.length * columns)
    /** Pairs of place in `counts` and count, so that one array of counts serves all labels in turn. */
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

  #countLater(label: number, bucket: number): void {
    this.#pending[this.#pendingEnd++] = this.#keyOf(label, bucket)
    if (this.#pendingEnd === MOST_PENDING) this.#settle()
  }

  #settle(): void {
    for (;;) {
      this.#pendingStart = this.#counts.addEach(this.#pending, this.#pendingStart, this.#pendingEnd)
      if (this.#pendingStart === this.#pendingEnd) break
      this.#makeRoom()
    }
    this.#pendingStart = 0
    this.#pendingEnd = 0
  }

  #count(label: number, bucket: number, count: number): void {
    // With room made the label may be folded and the slot another one.
    while (!this.#counts.add(this.#keyOf(label, bucket), count)) this.#makeRoom()
  }

  #keyOf(label: number, bucket: number): number {
    return keyOf(this.#has(label) ? label + 1 : REST, this.#slot, bucket)
  }

  /** Calls back with every key that was counted and its count; one key may come several times. */
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

  /** Makes the slot of a time the current one; false when the time cannot be. */
  #seek(timeMs: number): boolean {
    if (!(timeMs >= EARLIEST_MS && timeMs < LATEST_MS)) return false
    if (Number.isNaN(this.#base)) this.#base = Math.floor(timeMs / this.#intervalMs)
    this.#cover(timeMs)
    const interval = Math.floor(timeMs / this.#intervalMs)
    this.#slot = interval - this.#base
    this.#slotStartMs = interval * this.#intervalMs
    this.#slotEndMs = this.#slotStartMs + this.#intervalMs
    return true
  }

  /** Moves the first slot or joins intervals until the time has a slot. */
  #cover(timeMs: number): void {
    for (;;) {
      const slot = Math.floor(timeMs / this.#intervalMs) - this.#base
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
    this.#base += firstSlot
    this.#rekey((key) => keyOf(labelOf(key), slotOf(key) - firstSlot, bucketOfKey(key)))
  }

  #coarsen(earliestMs: number): void {
    const intervalMs = coarserInterval(this.#intervalMs)
    const joined = (key: number) => this.#intervalOf(key, intervalMs)
    let base = Math.floor((this.#base * this.#intervalMs) / intervalMs)
    // An earlier time moves the first slot at once if the data then still fits.
    const wanted = Math.floor(earliestMs / intervalMs)
    let last = base
    this.#forEach((key) => (last = Math.max(last, joined(key))))
    if (wanted < base && last - wanted < SLOTS) base = wanted
    this.#rekey((key) => keyOf(labelOf(key), joined(key) - base, bucketOfKey(key)))
    this.#intervalMs = intervalMs
    this.#base = base
  }

  #makeRoom(): void {
    const busiest = this.#busiest()
    if (busiest.length <= LABELS_KEPT) {
      const timeMs = this.#slotStartMs
      this.#coarsen(Infinity)
      this.#slotStartMs = NaN
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
    return Math.floor(((this.#base + slotOf(key)) * this.#intervalMs) / intervalMs)
  }

  /** The intervals to show, and which buckets occur. */
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
    const timeOf = (slot: number) => (this.#base + slot) * this.#intervalMs
    const intervalMs = shownInterval(this.#intervalMs, timeOf(first), timeOf(last), MAX_INTERVALS)
    const firstShown = Math.floor(timeOf(first) / intervalMs)
    const length = Math.floor(timeOf(last) / intervalMs) - firstShown + 1
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
