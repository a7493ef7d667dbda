import { middleMs, nearestRank } from './histogram.ts'
import type { Series } from './model.ts'

/** 32 buckets per power of two: a value read from a series is off by at most 1/64 (1.6 %). */
export const COARSER_BITS = 3
/** The bucket that holds how many values failed; the others hold durations. */
export const ERRORS_BUCKET = 2047

/** For each interval the count of each bucket. */
export type Slots = Map<number, number>[]

export function addTo(counts: Map<number, number>, bucket: number, count: number): void {
  counts.set(bucket, (counts.get(bucket) ?? 0) + count)
}

export function seriesOf(slots: Slots, startMs: number, intervalMs: number): Series {
  const intervals = slots.map(intervalFigures)
  return {
    startMs,
    intervalMs,
    count: intervals.map((interval) => interval.count),
    errors: intervals.map((interval) => interval.errors),
    meanMs: intervals.map((interval) => interval.meanMs),
    p50Ms: intervals.map((interval) => interval.p50Ms),
    p95Ms: intervals.map((interval) => interval.p95Ms),
  }
}

function intervalFigures(countOfBucket: Map<number, number>) {
  const errors = countOfBucket.get(ERRORS_BUCKET) ?? 0
  const buckets = [...countOfBucket].filter(([bucket]) => bucket !== ERRORS_BUCKET).sort(([a], [b]) => a - b)
  const count = buckets.reduce((sum, [, inBucket]) => sum + inBucket, 0)
  if (count === 0) return { count, errors, meanMs: null, p50Ms: null, p95Ms: null }
  const sumMs = buckets.reduce((sum, [bucket, inBucket]) => sum + valueMs(bucket) * inBucket, 0)
  const at = (percentile: number) => {
    let rank = nearestRank(percentile, count)
    return valueMs(buckets.find(([, inBucket]) => (rank -= inBucket) <= 0)![0])
  }
  return { count, errors, meanMs: sumMs / count, p50Ms: at(50), p95Ms: at(95) }
}

/** What a value in a bucket of a series is read as, in ms. */
function valueMs(bucket: number): number {
  return middleMs(bucket << COARSER_BITS, (bucket + 1) << COARSER_BITS)
}
