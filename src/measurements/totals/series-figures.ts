import { middleMs, nearestRank } from './histogram.ts'
import type { Series } from '../model.ts'

/** 32 buckets per power of two: a value read from a series is off by at most 1/64 (1.6 %). */
export const COARSER_BITS = 3
/** The bucket that holds how many values failed; the others hold durations. */
export const ERRORS_BUCKET = 2047

/** Buckets of one interval, the errors among them. */
export const INTERVAL_BUCKETS = 2048

/** The series out of the count of each bucket of each interval, one interval behind the other. */
export function seriesOf(counts: Uint32Array, startMs: number, intervalMs: number): Series {
  const series: Series = { startMs, intervalMs, count: [], errors: [], meanMs: [], p50Ms: [], p95Ms: [] }
  for (let at = 0; at < counts.length; at += INTERVAL_BUCKETS)
    addInterval(series, counts.subarray(at, at + INTERVAL_BUCKETS))
  return series
}

function addInterval(series: Series, counts: Uint32Array): void {
  let count = 0
  let sumMs = 0
  for (let bucket = 0; bucket < ERRORS_BUCKET; bucket++) {
    const inBucket = counts[bucket]!
    if (inBucket === 0) continue
    count += inBucket
    sumMs += valueMs(bucket) * inBucket
  }
  series.count.push(count)
  series.errors.push(counts[ERRORS_BUCKET]!)
  series.meanMs.push(count === 0 ? null : sumMs / count)
  series.p50Ms.push(percentileMs(counts, 50, count))
  series.p95Ms.push(percentileMs(counts, 95, count))
}

function percentileMs(counts: Uint32Array, percentile: number, count: number): number | null {
  if (count === 0) return null
  let rank = nearestRank(percentile, count)
  let bucket = 0
  while ((rank -= counts[bucket]!) > 0) bucket++
  return valueMs(bucket)
}

/** What a value in a bucket of a series is read as, in ms. */
function valueMs(bucket: number): number {
  return middleMs(bucket << COARSER_BITS, (bucket + 1) << COARSER_BITS)
}
