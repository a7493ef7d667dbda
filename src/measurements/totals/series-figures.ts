import { middleMs, nearestRank } from './histogram.ts'
import type { Series } from '../model.ts'
import { shownInterval } from './nice-intervals.ts'
import { KEYS_PER_PAGE, type SparseCounts } from './sparse-counts.ts'
import { SLOTS, type TimeSlots } from './time-slots.ts'

type WholeSeries = Required<Series>

export const MAX_INTERVALS = 120
/** 32 buckets per power of two: a value read from a series differs by at most 1/64 (1.6 %). */
export const COARSER_BITS = 3
/** This bucket counts failed values; the others are for durations. */
export const ERRORS_BUCKET = 2047
/** Counts of labels without a series of their own are those of this label. */
export const REST = 0

const SLOT_BITS = 8
const BUCKET_BITS = 11
/** Buckets of one interval, including the one for errors. */
const INTERVAL_BUCKETS = 1 << BUCKET_BITS

/** The series of everything together, and of labels. */
export interface AllSeries {
  total?: Series
  ofLabel: Map<number, Series>
}

/** The key of a count; the label is one more than its number, or `REST`. */
export function keyOf(label: number, slot: number, bucket: number): number {
  return (label << (SLOT_BITS + BUCKET_BITS)) | (slot << BUCKET_BITS) | bucket
}

export function labelOf(key: number): number {
  return key >>> (SLOT_BITS + BUCKET_BITS)
}

export function slotOf(key: number): number {
  return (key >>> BUCKET_BITS) & (SLOTS - 1)
}

export function bucketOfKey(key: number): number {
  return key & (INTERVAL_BUCKETS - 1)
}

/** The series from the counts of all labels; only the wanted labels get one of their own. */
export function seriesOf(counts: SparseCounts, slots: TimeSlots, wanted: ReadonlySet<number>): AllSeries {
  const shown = shownOf(counts, slots)
  if (!shown) return { ofLabel: new Map() }
  const total = new IntervalCounts(shown)
  const own = new IntervalCounts(shown)
  const ofLabel = new Map<number, Series>()
  // One label after another, so that all of them need only one table.
  for (const [label, places] of placesByLabel(counts, shown)) {
    const hasOwn = wanted.has(label)
    ;(hasOwn ? own : total).addPlaces(places, counts.bytes)
    if (!hasOwn) continue
    ofLabel.set(label, own.toSeries())
    total.addAll(own)
    own.clear()
  }
  return { total: total.toSeries(), ofLabel }
}

interface Shown {
  startMs: number
  intervalMs: number
  length: number
  /** The interval of each slot. */
  ofSlot: Int32Array
  columns: Columns
}

/** Undefined if nothing was counted. */
function shownOf(counts: SparseCounts, slots: TimeSlots): Shown | undefined {
  let firstSlot = Infinity
  let lastSlot = -Infinity
  const occurs = new Uint8Array(INTERVAL_BUCKETS)
  // Four at a time.
  const occurring = new Int32Array(occurs.buffer)
  const { words } = counts
  counts.forEachPage((key, start) => {
    firstSlot = Math.min(firstSlot, slotOf(key))
    lastSlot = Math.max(lastSlot, slotOf(key))
    const word = bucketOfKey(key) / 4
    for (let i = 0; i < KEYS_PER_PAGE / 4; i++) occurring[word + i]! |= words[start / 4 + i]!
  })
  counts.forEachCarried((key) => (occurs[bucketOfKey(key)] = 1))
  if (firstSlot > lastSlot) return undefined
  const [firstMs, lastMs] = [slots.startMs(firstSlot), slots.startMs(lastSlot)]
  const intervalMs = shownInterval(slots.intervalMs, firstMs, lastMs, MAX_INTERVALS)
  const first = slots.intervalOf(firstSlot, intervalMs)
  return {
    startMs: first * intervalMs,
    intervalMs,
    length: slots.intervalOf(lastSlot, intervalMs) - first + 1,
    ofSlot: Int32Array.from({ length: SLOTS }, (_, slot) => slots.intervalOf(slot, intervalMs) - first),
    columns: columnsOf(occurs),
  }
}

/**
 * One column for each bucket that occurs (only few do), in ascending order; the errors have the last column.
 */
interface Columns {
  ofBucket: Int32Array
  /** The value in ms that each column stands for; the errors have none. */
  valuesMs: Float64Array
}

function columnsOf(occurs: Uint8Array): Columns {
  const buckets = [...occurs.keys()].filter((bucket) => bucket !== ERRORS_BUCKET && occurs[bucket] !== 0)
  const ofBucket = new Int32Array(INTERVAL_BUCKETS)
  for (const [column, bucket] of buckets.entries()) ofBucket[bucket] = column
  ofBucket[ERRORS_BUCKET] = buckets.length
  return { ofBucket, valuesMs: Float64Array.from(buckets, valueMs) }
}

/** The value in ms that a bucket of a series stands for. */
function valueMs(bucket: number): number {
  return middleMs(bucket << COARSER_BITS, (bucket + 1) << COARSER_BITS)
}

/** Triples: an interval, a bucket, and where a page begins or how much was carried. */
interface Places {
  pages: number[]
  carried: number[]
}

/** Where the counts of each label are, by its number; those of `REST` are at -1. */
function placesByLabel(counts: SparseCounts, { ofSlot }: Shown): Map<number, Places> {
  const byLabel = new Map<number, Places>()
  const placesOf = (key: number): Places => {
    const label = labelOf(key) - 1
    const places = byLabel.get(label) ?? { pages: [], carried: [] }
    byLabel.set(label, places)
    return places
  }
  counts.forEachPage((key, start) => placesOf(key).pages.push(ofSlot[slotOf(key)]!, bucketOfKey(key), start))
  counts.forEachCarried((key, count) =>
    placesOf(key).carried.push(ofSlot[slotOf(key)]!, bucketOfKey(key), count),
  )
  return byLabel
}

/** The counts of all columns of each interval, one interval after another. */
class IntervalCounts {
  readonly #shown: Shown
  /** The columns of an interval, with the one for errors. */
  readonly #width: number
  readonly #counts: Uint32Array

  constructor(shown: Shown) {
    this.#shown = shown
    this.#width = shown.columns.valuesMs.length + 1
    this.#counts = new Uint32Array(shown.length * this.#width)
  }

  clear(): void {
    this.#counts.fill(0)
  }

  addPlaces({ pages, carried }: Places, bytes: Uint8Array): void {
    const { ofBucket } = this.#shown.columns
    const [counts, width] = [this.#counts, this.#width]
    for (let i = 0; i < carried.length; i += 3)
      counts[carried[i]! * width + ofBucket[carried[i + 1]!]!]! += carried[i + 2]!
    for (let i = 0; i < pages.length; i += 3) {
      const [at, bucket, start] = [pages[i]! * width, pages[i + 1]!, pages[i + 2]!]
      for (let j = 0; j < KEYS_PER_PAGE; j++) counts[at + ofBucket[bucket + j]!]! += bytes[start + j]!
    }
  }

  addAll(others: IntervalCounts): void {
    const [own, added] = [this.#counts, others.#counts]
    for (let i = 0; i < own.length; i++) own[i]! += added[i]!
  }

  toSeries(): WholeSeries {
    const { startMs, intervalMs, columns } = this.#shown
    const series: WholeSeries = {
      startMs,
      intervalMs,
      count: [],
      errors: [],
      meanMs: [],
      p50Ms: [],
      p95Ms: [],
    }
    for (let at = 0; at < this.#counts.length; at += this.#width)
      addInterval(series, this.#counts, at, columns.valuesMs)
    return series
  }
}

function addInterval(series: WholeSeries, counts: Uint32Array, at: number, valuesMs: Float64Array): void {
  let count = 0
  let sumMs = 0
  for (let column = 0; column < valuesMs.length; column++) {
    const inColumn = counts[at + column]!
    count += inColumn
    sumMs += valuesMs[column]! * inColumn
  }
  series.count.push(count)
  series.errors.push(counts[at + valuesMs.length]!)
  series.meanMs.push(count === 0 ? null : sumMs / count)
  for (const [percentile, values] of [
    [50, series.p50Ms],
    [95, series.p95Ms],
  ] as const) {
    if (count === 0) {
      values.push(null)
      continue
    }
    let rank = nearestRank(percentile, count)
    let column = 0
    while ((rank -= counts[at + column]!) > 0) column++
    values.push(valuesMs[column]!)
  }
}
