import { countKeys } from '../count-keys'
import { Counts } from './counts'
import { Lines, TO_SETTLE } from './lines'
import { Names } from './names'
import { Slots } from './slots'

/** What `TimingAccumulator` keeps; then 42 addresses of the pages of its histogram, 0 for those that are not open. */
@unmanaged
class Timing {
  count: f64
  errors: f64
  minMs: f64
  maxMs: f64
  shiftMs: f64
  sumMs: f64
  squaresMs2: f64
  bytesSent: f64
  bytesReceived: f64
}

/** What `SeriesCollector` keeps. */
@unmanaged
class Series extends Slots {
  /** Keys from `pendingStart` to `pendingEnd` are not counted yet. */
  pending: usize
  pendingStart: u32
  pendingEnd: u32
  folded: usize
  counts: Counts
}

/** What `SubjectAccumulator` keeps: the labels and, by their numbers, the addresses of their timings. */
@unmanaged
export class Subject {
  names: Names
  timings: usize
  timingCount: i32
  series: Series
}

/** Places in a row, as in `timing-accumulator.ts`. */
const DURATION_AT: usize = 8
const SENT_AT: usize = 16
const RECEIVED_AT: usize = 24
const PAGES_AT: usize = 72

/** The same as in `histogram.ts`. */
const BUCKETS_PER_OCTAVE_BITS: i32 = 8
const LAST_BUCKET: i32 = 42 * 256 - 1
const FIRST_BUCKET_BITS: i32 = (1023 - 10) << BUCKETS_PER_OCTAVE_BITS
const MANTISSA_BITS: i32 = 52

/** The same as in `series.ts` and `series-figures.ts`. */
const MOST_PENDING: u32 = 512
const COARSER_BITS: i32 = 3
const ERRORS_BUCKET: i32 = 2047
const MAX_LABELS: i32 = 1 << 13
const SLOT_BITS: i32 = 8
const BUCKET_BITS: i32 = 11

/** The bucket of a duration of 0 ms or more. */
export function bucketOf(ms: f64): i32 {
  const bits = (reinterpret<u64>(ms) >> (MANTISSA_BITS - BUCKETS_PER_OCTAVE_BITS)) as i32
  return min(max(bits - FIRST_BUCKET_BITS, 0), LAST_BUCKET)
}

/** The address of the count of a bucket; 0 if the label has no timing or no such page here. */
export function countOf(subject: Subject, label: i32, bucket: i32): usize {
  if (label < 0 || label >= subject.timingCount) return 0
  const timing = timingOf(subject, label)
  if (timing === 0) return 0
  const page = load<usize>(timing + (((bucket >> BUCKETS_PER_OCTAVE_BITS) as usize) << 2), PAGES_AT)
  return page === 0 ? 0 : page + (((bucket & 255) as usize) << 2)
}

/**
 * Counts the pending keys if there are many; false, and says so in the task, if `SeriesCollector` must do that, because
 * there is no page for one.
 */
export function settle(task: Lines, series: Series): bool {
  if (series.pendingEnd < MOST_PENDING) return true
  series.pendingStart = countKeys(series.counts, series.pending, series.pendingStart, series.pendingEnd)
  if (series.pendingStart !== series.pendingEnd) {
    task.rest = TO_SETTLE
    return false
  }
  series.pendingStart = 0
  series.pendingEnd = 0
  return true
}

/** Adds a row for which there is a count, in the current slot of the series. */
export function addTiming(
  subject: Subject,
  label: i32,
  row: usize,
  failed: bool,
  bucket: i32,
  count: usize,
): void {
  const timing = changetype<Timing>(timingOf(subject, label))
  const ms = load<f64>(row, DURATION_AT)
  timing.count += 1
  if (failed) timing.errors += 1
  if (ms < timing.minMs) timing.minMs = ms
  if (ms > timing.maxMs) timing.maxMs = ms
  const distance = ms - timing.shiftMs
  timing.sumMs += distance
  timing.squaresMs2 += distance * distance
  timing.bytesSent = withBytes(timing.bytesSent, load<f64>(row, SENT_AT))
  timing.bytesReceived = withBytes(timing.bytesReceived, load<f64>(row, RECEIVED_AT))
  store<u32>(count, load<u32>(count) + 1)
  countInSeries(subject.series, label, bucket >> COARSER_BITS, failed)
}

function timingOf(subject: Subject, label: i32): usize {
  return load<usize>(subject.timings + ((label as usize) << 2))
}

/** Sums that are NaN have no values yet. */
function withBytes(sum: f64, bytes: f64): f64 {
  if (!(bytes >= 0)) return sum
  return sum >= 0 ? sum + bytes : bytes
}

function countInSeries(series: Series, label: i32, bucket: i32, failed: bool): void {
  const hasOwn = label + 1 < MAX_LABELS && load<u8>(series.folded + label + 1) === 0
  const slot = ((hasOwn ? label + 1 : 0) << SLOT_BITS) | (series.slot as i32)
  const next = series.pending + ((series.pendingEnd as usize) << 2)
  store<i32>(next, (slot << BUCKET_BITS) | bucket)
  if (failed) store<i32>(next, (slot << BUCKET_BITS) | ERRORS_BUCKET, 4)
  series.pendingEnd += 1 + (failed as u32)
}
