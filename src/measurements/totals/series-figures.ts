import { middleMs, nearestRank } from './histogram.ts'
import type { Series } from '../model.ts'

type WholeSeries = Required<Series>

/** 32 buckets per power of two: a value read from a series differs by at most 1/64 (1.6 %). */
export const COARSER_BITS = 3
/** This bucket counts failed values; the others are for durations. */
export const ERRORS_BUCKET = 2047

/** Buckets of one interval, including the one for errors. */
export const INTERVAL_BUCKETS = 2048

/**
 * One column for each bucket that occurs (only few do), in ascending order; the errors have the last column.
 */
export interface Columns {
  ofBucket: Int32Array
  /** The value in ms that each column stands for; the errors have none. */
  valuesMs: Float64Array
}

export function columnsOf(occurs: Uint8Array): Columns {
  const buckets = [...occurs.keys()].filter((bucket) => bucket !== ERRORS_BUCKET && occurs[bucket] === 1)
  const ofBucket = new Int32Array(INTERVAL_BUCKETS)
  for (const [column, bucket] of buckets.entries()) ofBucket[bucket] = column
  ofBucket[ERRORS_BUCKET] = buckets.length
  return { ofBucket, valuesMs: Float64Array.from(buckets, valueMs) }
}

/** Creates the series from the counts of all columns of each interval, one interval after another. */
export function seriesOf(
  counts: Uint32Array,
  valuesMs: Float64Array,
  startMs: number,
  intervalMs: number,
): WholeSeries {
  const series: WholeSeries = { startMs, intervalMs, count: [], errors: [], meanMs: [], p50Ms: [], p95Ms: [] }
  for (let at = 0; at < counts.length; at += valuesMs.length + 1) addInterval(series, counts, at, valuesMs)
  return series
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

/** The value in ms that a bucket of a series stands for. */
function valueMs(bucket: number): number {
  return middleMs(bucket << COARSER_BITS, (bucket + 1) << COARSER_BITS)
}
