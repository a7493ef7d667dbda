import type { Series, TimingSubject } from '../../measurements/model.ts'
import { isoTime } from '../../foundation/duration.ts'

/** Since when a figure has been bad. */
export type Onset = BadSpan | { subject: TimingSubject; steady: true; during: number }

interface BadSpan {
  /**
   * The subject of the series: an XLT report has no p95 of requests over time, but the timers of the same name
   * have.
   */
  subject: TimingSubject
  /** ISO 8601, UTC: the beginning of the first bad interval. */
  at: string
  /** From the beginning of the series. */
  afterSeconds: number
  /** The end, if it did not last until the end of the run. */
  until?: string
  /** Outside and inside the span: errors per request, or p95 in milliseconds. */
  before: number
  during: number
  /** Length of an interval, which is the accuracy of the times. */
  resolutionSeconds: number
}

/** It counts as a change if errors are twice as frequent, or times a quarter longer. */
const MORE_ERRORS = 2
const LONGER = 1.25
const FEWEST_ERRORS = 3

/** When errors became frequent; undefined if there are none. */
export function onsetOfErrors(series: Series, subject: TimingSubject): Onset | undefined {
  const errorCounts = series.errors ?? []
  const shares = series.count.map((count, index) =>
    count === 0 ? null : Math.min(1, (errorCounts[index] ?? 0) / count),
  )
  const errors = errorCounts.reduce((sum, count) => sum + count, 0)
  if (errors === 0) return undefined
  const span = errors < FEWEST_ERRORS ? undefined : worstSpan(series.count, shares)
  const isChange = span !== undefined && span.during >= span.before * MORE_ERRORS
  return onsetOf(series, subject, isChange ? span : undefined, meanOf(series.count, shares))
}

/** When response times became long, by p95; undefined if there are none, or no p95. */
export function onsetOfSlowness(series: Series, subject: TimingSubject): Onset | undefined {
  const times = (series.p95Ms ?? []).map((value, index) => value ?? series.meanMs[index] ?? null)
  if (times.every((value) => value === null)) return undefined
  const span = worstSpan(series.count, times)
  const isChange = span !== undefined && span.during >= span.before * LONGER
  return onsetOf(series, subject, isChange ? span : undefined, meanOf(series.count, times))
}

function onsetOf(series: Series, subject: TimingSubject, span: Span | undefined, mean: number): Onset {
  if (span === undefined) return { subject, steady: true, during: mean }
  const { startMs, intervalMs } = series
  const isOver = span.end < series.count.length
  return {
    subject,
    at: isoTime(startMs + span.start * intervalMs),
    afterSeconds: (span.start * intervalMs) / 1000,
    ...(isOver && { until: isoTime(startMs + span.end * intervalMs) }),
    before: span.before,
    during: span.during,
    resolutionSeconds: intervalMs / 1000,
  }
}

/** From interval `start` up to `end` (exclusive). */
interface Span {
  start: number
  end: number
  before: number
  during: number
}

/**
 * The span whose values exceed the mean most, by cumulative sums, which fall while values are below the mean
 * and rise while they are above it. Undefined if everything or nothing would be in the span.
 */
function worstSpan(weights: readonly number[], values: readonly (number | null)[]): Span | undefined {
  const mean = meanOf(weights, values)
  let [sum, lowest, low, best] = [0, 0, 0, 0]
  let [start, end] = [0, 0]
  for (const [index, value] of values.entries()) {
    if (value !== null) sum += (weights[index] ?? 0) * (value - mean)
    if (sum - lowest > best) [best, start, end] = [sum - lowest, low, index + 1]
    if (sum < lowest) [lowest, low] = [sum, index + 1]
  }
  const within = (index: number): boolean => index >= start && index < end
  const inside = weights.map((weight, index) => (within(index) ? weight : 0))
  const outside = weights.map((weight, index) => (within(index) ? 0 : weight))
  if (!inside.some((weight) => weight > 0) || !outside.some((weight) => weight > 0)) return undefined
  return { start, end, before: meanOf(outside, values), during: meanOf(inside, values) }
}

/** 0 if the total weight is 0. */
function meanOf(weights: readonly number[], values: readonly (number | null)[]): number {
  let [total, weight] = [0, 0]
  for (const [index, value] of values.entries()) {
    if (value === null) continue
    total += (weights[index] ?? 0) * value
    weight += weights[index] ?? 0
  }
  return weight === 0 ? 0 : total / weight
}
