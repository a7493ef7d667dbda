import { bucketOf, Histogram, type PageBudget, percentileOf } from './histogram.ts'
import type { Timing } from '../model.ts'

/**
 * Places in the row of numbers for one request or timer. Functions pass rows to each other, because each
 * number with a fraction that is passed by itself allocates memory.
 */
export const TIME_MS = 0
export const DURATION_MS = 1
export const BYTES_SENT = 2
export const BYTES_RECEIVED = 3

/** The percentiles that are stated for raw data, besides the histogram. */
const STATED_PERCENTILES = [50, 75, 90, 95, 99, 99.9]

/**
 * Exact count, errors, minimum, maximum, mean and bytes of durations in ms, and their histogram. Mean and
 * deviation are calculated from sums of differences to the first value. That is exact for whole milliseconds,
 * and more precise than a sum of squares if values are large and close together. Merging gives the same
 * result as a single accumulator.
 */
export class TimingAccumulator {
  count = 0
  errors = 0
  minMs = Infinity
  maxMs = -Infinity
  readonly histogram: Histogram
  // Fields that begin as NaN or infinite are changed in place; others would be allocated again when they
  // exceed 31 bits.
  #bytesSent = NaN
  #bytesReceived = NaN
  #shiftMs = 0
  #sumMs = 0
  #squaresMs2 = 0

  constructor(budget?: PageBudget, rest?: Histogram) {
    this.histogram = new Histogram(budget, rest)
  }

  /**
   * Adds the duration (0 ms or more) and the bytes (NaN if unknown) of a row; returns the duration's bucket.
   */
  add(rows: Float64Array, row: number, failed: boolean): number {
    const ms = rows[row + DURATION_MS]!
    if (this.count === 0) this.#shiftMs = Math.floor(ms)
    this.count++
    if (failed) this.errors++
    if (ms < this.minMs) this.minMs = ms
    if (ms > this.maxMs) this.maxMs = ms
    const distance = ms - this.#shiftMs
    this.#sumMs += distance
    this.#squaresMs2 += distance * distance
    this.#addBytes(rows[row + BYTES_SENT]!, rows[row + BYTES_RECEIVED]!)
    const bucket = bucketOf(ms)
    this.histogram.addBucket(bucket)
    return bucket
  }

  merge(other: TimingAccumulator): void {
    if (other.count === 0) return
    if (this.count === 0) this.#shiftMs = other.#shiftMs
    const shift = other.#shiftMs - this.#shiftMs
    this.#sumMs += other.#sumMs + other.count * shift
    this.#squaresMs2 += other.#squaresMs2 + 2 * shift * other.#sumMs + other.count * shift * shift
    this.count += other.count
    this.errors += other.errors
    this.minMs = Math.min(this.minMs, other.minMs)
    this.maxMs = Math.max(this.maxMs, other.maxMs)
    this.#addBytes(other.#bytesSent, other.#bytesReceived)
    this.histogram.merge(other.histogram)
  }

  /** The rate is per second of `spanMs`, the length of the whole run; absent if that is unknown or 0. */
  toTiming(spanMs?: number): Timing {
    const timing: Timing = { count: this.count, errors: this.errors }
    if (spanMs) timing.ratePerSecond = (this.count * 1000) / spanMs
    if (this.#bytesSent >= 0) timing.bytesSent = this.#bytesSent
    if (this.#bytesReceived >= 0) timing.bytesReceived = this.#bytesReceived
    if (this.count === 0) return timing
    const meanDistance = this.#sumMs / this.count
    const variance = Math.max(0, this.#squaresMs2 / this.count - meanDistance * meanDistance)
    timing.minMs = this.minMs
    timing.maxMs = this.maxMs
    timing.meanMs = this.#shiftMs + meanDistance
    timing.deviationMs = Math.sqrt(variance)
    return this.histogram.spilled ? timing : this.#withPercentiles(timing)
  }

  #addBytes(sent: number, received: number): void {
    if (sent >= 0) this.#bytesSent = this.#bytesSent >= 0 ? this.#bytesSent + sent : sent
    if (received >= 0)
      this.#bytesReceived = this.#bytesReceived >= 0 ? this.#bytesReceived + received : received
  }

  #withPercentiles(timing: Timing): Timing {
    const histogram = this.histogram.toData()
    const at = (percentile: number) => percentileOf(histogram, percentile, this) ?? NaN
    timing.medianMs = at(50)
    timing.percentilesMs = STATED_PERCENTILES.map((percentile) => [percentile, at(percentile)])
    timing.histogram = histogram
    return timing
  }
}
