import { middleMs, nearestRank } from './histogram.ts'
import type { Series } from '../model.ts'

/** 32 buckets per power of two: a value read from a series is off by at most 1/64 (1.6 %). */
export const COARSER_BITS = 3
/** The bucket that holds how many values failed; the others hold durations. */
export const ERRORS_BUCKET = 2047

/** Buckets of one interval, the errors among them. */
export const INTERVAL_BUCKETS = 2048

/** The buckets that occur, which are few: each is a column, in ascending order, and the errors are the last one. */
export interface Columns {
  ofBucket: Int32Array
  /** What a value in each column is read as; the errors have none. */
  valuesMs: Float64Array
}

export function columnsOf(occurs: Uint8Array): Columns {
  const buckets = [...occurs.keys()].filter((bucket) => bucket !== ERRORS_BUCKET && occurs[bucket] === 1)
  const ofBucket = new Int32Array(INTERVAL_BUCKETS)
  for (const [column, bucket] of buckets.entries()) ofBucket[bucket] = column
  ofBucket[ERRORS_BUCKET] = buckets.length
  return { ofBucket, valuesMs: Float64Array.from(buckets, valueMs) }
}

/** The series out of the count in each column of each interval, one interval behind the other. */
export function seriesOf(
  counts: Uint32Array,
  valuesMs: Float64Array,
  startMs: number,
  intervalMs: number,
): Series {
  const series: Series = { startMs, intervalMs, count: [], errors: [], meanMs: [], p50Ms: [], p95Ms: [] }
  for (let at = 0; at < counts.length; at += valuesMs.length + 1) addInterval(series, counts, at, valuesMs)
  return series
}

function addInterval(series: Series, counts: Uint32Array, at: number, valuesMs: Float64Array): void {
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

/** What a value in a bucket of a series is read as, in ms. */
function valueMs(bucket: number): number {
  return middleMs(bucket << COARSER_BITS, (bucket + 1) << COARSER_BITS)
}
