import { addressIn, takeWords, type VectorMemory } from '../lines/vector-memory.ts'
import type { HistogramData } from '../model.ts'

/**
 * Durations in log-linear buckets: 256 per power of two, taken from the exponent and the top of the mantissa
 * in the number's binary form, so that finding the bucket is a shift. A value that is read back differs by at
 * most 1/256 (0.4 %). Buckets up to 1 ms wide (below 512 ms) are read as their lower bound, so whole
 * milliseconds are exact; wider ones are read as their middle. Counts are exact, so merging the histograms of
 * all parts gives the histogram of the whole.
 */
export const RELATIVE_ERROR = 1 / 256

const BUCKETS_PER_OCTAVE_BITS = 8
const BUCKETS_PER_OCTAVE = 1 << BUCKETS_PER_OCTAVE_BITS
/**
 * Everything below 2^-10 ms (1 µs) is in bucket 0 and read as 0; everything from 2^32 ms (49 days) on is in
 * the last bucket.
 */
const LOWEST_EXPONENT = -10
export const OCTAVES = 42
export const BUCKET_COUNT = OCTAVES * BUCKETS_PER_OCTAVE
/** Sign, exponent and the top bits of the mantissa of 2^-10 as one integer. */
const FIRST_BUCKET_BITS = (1023 + LOWEST_EXPONENT) << BUCKETS_PER_OCTAVE_BITS

const float = new Float64Array(1)
const words = new Uint32Array(float.buffer)
/** A page has the counts of one power of two; this many limit the memory of one budget to about 64 MB. */
export const PAGES_PER_BUDGET = 60_000

/** How many pages may still be opened by all histograms that share the budget. */
export interface PageBudget {
  pagesLeft: number
}

/** The bucket of a duration of 0 ms or more. */
export function bucketOf(ms: number): number {
  // Adding makes -0 a 0.
  float[0] = ms + 0
  // All platforms of Node are little-endian, so the high word is the second one.
  const bucket = (words[1]! >>> (20 - BUCKETS_PER_OCTAVE_BITS)) - FIRST_BUCKET_BITS
  return bucket <= 0 ? 0 : bucket < BUCKET_COUNT ? bucket : BUCKET_COUNT - 1
}

/** The smallest value in the bucket, in ms; the bucket ends where the next one begins. */
export function lowerBoundMs(bucket: number): number {
  if (bucket <= 0) return 0
  const octave = 2 ** ((bucket >>> BUCKETS_PER_OCTAVE_BITS) + LOWEST_EXPONENT)
  return octave * (1 + (bucket & (BUCKETS_PER_OCTAVE - 1)) / BUCKETS_PER_OCTAVE)
}

/** The value that stands for the buckets from one up to another (exclusive), in ms. */
export function middleMs(firstBucket: number, endBucket: number): number {
  const lowerMs = lowerBoundMs(firstBucket)
  const widthMs = lowerBoundMs(endBucket) - lowerMs
  return widthMs <= 1 ? lowerMs : lowerMs + widthMs / 2
}

/**
 * Nearest rank, counted from 1: the smallest rank that has at least `percentile` % of `count` values up to
 * it.
 */
export function nearestRank(percentile: number, count: number): number {
  // The factor removes the error of binary fractions: 99.9 % of 1,000 is 999, not 999.0000000000001.
  return Math.min(count, Math.max(1, Math.ceil(((percentile * count) / 100) * (1 - 1e-12))))
}

/**
 * The value at a percentile (0 to 100) in ms, limited to the bounds if they are known; undefined if the
 * histogram is empty.
 */
export function percentileOf(
  data: HistogramData,
  percentile: number,
  bounds: { minMs?: number; maxMs?: number } = {},
): number | undefined {
  return percentilesOf(data, [percentile], bounds)[0]
}

/** The same for ascending percentiles in one pass; empty if the histogram is. */
export function percentilesOf(
  { buckets }: HistogramData,
  percentiles: readonly number[],
  bounds: { minMs?: number; maxMs?: number } = {},
): number[] {
  if (buckets.length === 0) return []
  const count = buckets.reduce((sum, [, inBucket]) => sum + inBucket, 0)
  let at = 0
  let upToHere = buckets[0]![1]
  return percentiles.map((percentile) => {
    for (const rank = nearestRank(percentile, count); upToHere < rank;) upToHere += buckets[++at]![1]
    const bucket = buckets[at]![0]
    return clamp(middleMs(bucket, bucket + 1), bounds.minMs, bounds.maxMs)
  })
}

/** `null` if the data is a histogram as written by `Histogram.toData`; otherwise what is wrong with it. */
export function faultOfHistogram(data: HistogramData): string | null {
  if (data.relativeError !== RELATIVE_ERROR) return `relativeError is not ${RELATIVE_ERROR}`
  let previous = -1
  for (const [bucket, count] of data.buckets) {
    if (!Number.isSafeInteger(bucket) || bucket <= previous || bucket >= BUCKET_COUNT)
      return `bucket ${bucket} is out of order or range`
    if (!Number.isSafeInteger(count) || count < 1)
      return `the count of bucket ${bucket} is not a whole number`
    previous = bucket
  }
  return null
}

export interface HistogramOptions {
  budget?: PageBudget
  /** Gets the counts when the budget is used up; the histogram then has no data of its own. */
  rest?: Histogram
  /** Where its pages are; `addresses` tells the vectors where each of them begins. */
  memory?: VectorMemory
  addresses?: Int32Array
}

export class Histogram {
  /** By octave; those that are not open are missing. Counts beyond 31 bits are read without their sign. */
  #pages: (Int32Array | undefined)[] = []
  readonly #options: HistogramOptions
  readonly #budget: PageBudget
  #spilled = false

  constructor(options: HistogramOptions = {}) {
    this.#options = options
    this.#budget = options.budget ?? { pagesLeft: Infinity }
  }

  /** True if its counts were moved to the rest, because the budget of pages was used up. */
  get spilled(): boolean {
    return this.#spilled
  }

  /** Counts a value by its bucket, see `bucketOf`. A bucket can count up to 4,294,967,295 values. */
  addBucket(bucket: number, count = 1): void {
    const octave = bucket >>> BUCKETS_PER_OCTAVE_BITS
    const page = this.#pages[octave] ?? this.#openPage(octave)
    page[bucket & (BUCKETS_PER_OCTAVE - 1)]! += count
  }

  add(ms: number): void {
    this.addBucket(bucketOf(ms))
  }

  /**
   * Adds all counts of another histogram. If the counts of that one were moved to its rest, those of this one
   * are moved too.
   */
  merge(other: Histogram): void {
    if (other.#spilled) {
      if (this.#options.rest && !this.#spilled) this.#spill(this.#options.rest, 0)
      return
    }
    for (const [bucket, count] of other.#buckets()) this.addBucket(bucket, count)
  }

  /** Pairs of bucket and count, ascending; empty if the counts were moved to the rest. */
  toData(): HistogramData {
    return { relativeError: RELATIVE_ERROR, buckets: this.#spilled ? [] : [...this.#buckets()] }
  }

  #openPage(octave: number): Int32Array {
    const { rest, memory } = this.#options
    if (rest && this.#budget.pagesLeft < 1) return this.#spill(rest, octave)
    this.#budget.pagesLeft--
    const page = takeWords(memory, BUCKETS_PER_OCTAVE)
    this.#pages[octave] = page
    this.#tellPage(octave, page)
    return page
  }

  /** Moves all counts to the rest, and counts there from now on. */
  #spill(rest: Histogram, octave: number): Int32Array {
    rest.merge(this)
    for (let i = 0; i < OCTAVES; i++) if (!rest.#pages[i]) rest.#openPage(i)
    this.#pages = rest.#pages
    for (const [i, page] of this.#pages.entries()) this.#tellPage(i, page!)
    this.#spilled = true
    return this.#pages[octave]!
  }

  #tellPage(octave: number, page: Int32Array): void {
    const { memory, addresses } = this.#options
    if (addresses) addresses[octave] = addressIn(memory, page)
  }

  *#buckets(): Generator<[number, number]> {
    for (const [octave, page] of this.#pages.entries()) {
      if (!page) continue
      for (let index = 0; index < BUCKETS_PER_OCTAVE; index++) {
        const count = page[index]!
        if (count !== 0) yield [octave * BUCKETS_PER_OCTAVE + index, count >>> 0]
      }
    }
  }
}

function clamp(value: number, min = -Infinity, max = Infinity): number {
  return Math.min(Math.max(value, min), max)
}
