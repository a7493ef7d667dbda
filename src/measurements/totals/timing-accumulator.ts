import { addressIn, takeRecord } from '../lines/vector-memory.ts'
import { bucketOf, Histogram, type HistogramOptions, OCTAVES, percentilesOf } from './histogram.ts'
import type { Timing } from '../model.ts'

/**
 * Places in the row of numbers for one request or timer. Functions pass rows to each other, because each
 * number with a fraction that is passed by itself allocates memory.
 */
export const TIME_MS = 0
export const DURATION_MS = 1
export const BYTES_SENT = 2
export const BYTES_RECEIVED = 3

/** The percentiles that are stated for raw data, besides the histogram; ascending. */
const STATED_PERCENTILES = [50, 75, 90, 95, 99, 99.9]

/** Places in `#numbers`; `vectors/parts/timings.ts` has the same. */
const COUNT = 0
const ERRORS = 1
const MIN_MS = 2
const MAX_MS = 3
const SHIFT_MS = 4
const SUM_MS = 5
const SQUARES_MS2 = 6
const SENT = 7
const RECEIVED = 8
const NUMBERS = 9

/**
 * Exact count, errors, minimum, maximum, mean and bytes of durations in ms, and their histogram. Mean and
 * deviation are calculated from sums of differences to the first value. That is exact for whole milliseconds,
 * and more precise than a sum of squares if values are large and close together. Merging gives the same
 * result as a single accumulator. In a vector memory, the vectors add values too.
 */
export class TimingAccumulator {
  /** Where the vectors find it in the memory; 0 if they cannot. */
  readonly address: number
  readonly histogram: Histogram
  readonly #numbers: Float64Array

  constructor(options: Omit<HistogramOptions, 'addresses'> = {}) {
    const { floats, words } = takeRecord(options.memory, NUMBERS, OCTAVES)
    this.address = addressIn(options.memory, floats)
    this.histogram = new Histogram({ ...options, addresses: words })
    this.#numbers = floats
    floats[MIN_MS] = Infinity
    floats[MAX_MS] = -Infinity
    // There are no values yet.
    floats[SENT] = NaN
    floats[RECEIVED] = NaN
  }

  get count(): number {
    return this.#numbers[COUNT]!
  }

  get errors(): number {
    return this.#numbers[ERRORS]!
  }

  get minMs(): number {
    return this.#numbers[MIN_MS]!
  }

  get maxMs(): number {
    return this.#numbers[MAX_MS]!
  }

  /**
   * Adds the duration (0 ms or more) and the bytes (NaN if unknown) of a row; returns the duration's bucket.
   */
  add(rows: Float64Array, row: number, failed: boolean): number {
    const numbers = this.#numbers
    const ms = rows[row + DURATION_MS]!
    if (numbers[COUNT] === 0) numbers[SHIFT_MS] = Math.floor(ms)
    numbers[COUNT]!++
    if (failed) numbers[ERRORS]!++
    if (ms < numbers[MIN_MS]!) numbers[MIN_MS] = ms
    if (ms > numbers[MAX_MS]!) numbers[MAX_MS] = ms
    const distance = ms - numbers[SHIFT_MS]!
    numbers[SUM_MS]! += distance
    numbers[SQUARES_MS2]! += distance * distance
    this.#addBytes(SENT, rows[row + BYTES_SENT]!)
    this.#addBytes(RECEIVED, rows[row + BYTES_RECEIVED]!)
    const bucket = bucketOf(ms)
    this.histogram.addBucket(bucket)
    return bucket
  }

  merge(other: TimingAccumulator): void {
    if (other.count === 0) return
    const [own, added] = [this.#numbers, other.#numbers]
    if (this.count === 0) own[SHIFT_MS] = added[SHIFT_MS]!
    const shift = added[SHIFT_MS]! - own[SHIFT_MS]!
    own[SQUARES_MS2]! += added[SQUARES_MS2]! + 2 * shift * added[SUM_MS]! + other.count * shift * shift
    own[SUM_MS]! += added[SUM_MS]! + other.count * shift
    own[COUNT]! += added[COUNT]!
    own[ERRORS]! += added[ERRORS]!
    own[MIN_MS] = Math.min(own[MIN_MS]!, added[MIN_MS]!)
    own[MAX_MS] = Math.max(own[MAX_MS]!, added[MAX_MS]!)
    this.#addBytes(SENT, added[SENT]!)
    this.#addBytes(RECEIVED, added[RECEIVED]!)
    this.histogram.merge(other.histogram)
  }

  /** The rate is per second of `spanMs`, the length of the whole run; absent if that is unknown or 0. */
  toTiming(spanMs?: number): Timing {
    const { count, errors, minMs, maxMs } = this
    const numbers = this.#numbers
    const timing: Timing = { count, errors }
    if (spanMs) timing.ratePerSecond = (count * 1000) / spanMs
    if (numbers[SENT]! >= 0) timing.bytesSent = numbers[SENT]!
    if (numbers[RECEIVED]! >= 0) timing.bytesReceived = numbers[RECEIVED]!
    if (count === 0) return timing
    const meanDistance = numbers[SUM_MS]! / count
    const variance = Math.max(0, numbers[SQUARES_MS2]! / count - meanDistance * meanDistance)
    timing.minMs = minMs
    timing.maxMs = maxMs
    timing.meanMs = numbers[SHIFT_MS]! + meanDistance
    timing.deviationMs = Math.sqrt(variance)
    return this.histogram.spilled ? timing : this.#withPercentiles(timing)
  }

  #addBytes(place: number, bytes: number): void {
    const sum = this.#numbers[place]!
    if (bytes >= 0) this.#numbers[place] = sum >= 0 ? sum + bytes : bytes
  }

  #withPercentiles(timing: Timing): Timing {
    const histogram = this.histogram.toData()
    const valuesMs = percentilesOf(histogram, STATED_PERCENTILES, this)
    timing.percentilesMs = STATED_PERCENTILES.map((percentile, at) => [percentile, valuesMs[at]!])
    timing.medianMs = valuesMs[STATED_PERCENTILES.indexOf(50)]!
    timing.histogram = histogram
    return timing
  }
}
