/**
 * What is usual for a label now, according to its earlier runs, and how much they scatter around what was
 * usual at their time.
 */
import { levelStarts, medianOf } from './levels.ts'
import type { Scatter } from './spread.ts'

/** Earlier runs that are more rough spreads away from their level count as if they were this far away. */
const CLIPPED_AT = 3
/**
 * The same limit while the level itself is estimated: Huber's k, which costs 4 % efficiency for normal
 * values.
 */
const HUBER_K = 1.5
/** The variance of the level's estimate divided by that of a mean. */
const ESTIMATE_FACTOR = 1.1
/** How many of the newest runs may be a new level that is not proven yet. */
const NEWEST = 3
/** A step in the last runs, up to this many, may not have been detected. */
const MOST_NEWEST = 4
/** Fewer runs show no trend. */
export const MIN_TREND = 4
const STANDARD_ERRORS = 4
/** Each of the newest runs must also be this many spreads above. */
const LEAST_ABOVE = 2

export interface Reference {
  /** The usual value, and its variance in units of the variance of one run. */
  x: number
  varianceShare: number
  runs: number
  /** Index of the level's first run among the runs that have the label. */
  start: number
  /** The usual before that. */
  former?: number
  /**
   * The means of the newest run, of the newest two, and so on: a change must be visible compared with each of
   * them.
   */
  newest: readonly number[]
  /** The expected level if it continues as a straight line; only if it gets worse. */
  trend?: { x: number; varianceShare: number }
  /**
   * Set if the newest runs are clearly above the level, but are not a level of their own yet. `x` is then the
   * value of those runs.
   */
  level?: number
}

export interface Fit {
  reference: Reference
  scatter: Omit<Scatter, 'sampling'>
  /** The distance from its level of the run that is furthest away. */
  furthest: number
}

/** `x` has the earlier runs that have the label, oldest first, at least one. */
export function fitOf(x: Float64Array, rough: number, scratch: Float64Array): Fit {
  const starts = levelStarts(x, rough, scratch)
  let [squares, furthest] = [0, 0]
  const usuals = starts.map((start, index) => {
    const end = starts[index + 1] ?? x.length
    const usual = usualOf(x.subarray(start, end), rough, scratch)
    for (let run = start; run < end; run++) {
      const distance = Math.abs(x[run]! - usual)
      squares += Math.min(distance, CLIPPED_AT * rough) ** 2
      if (distance > furthest) furthest = distance
    }
    return usual
  })
  const start = starts.at(-1)!
  return {
    reference: referenceOf(x.subarray(start), { usuals, rough, scratch, start }),
    scatter: { squares, freedom: x.length - starts.length },
    furthest,
  }
}

/** One step from the median towards the mean of the nearby values: Huber 1981, Robust Statistics, 6.7. */
function usualOf(level: Float64Array, rough: number, scratch: Float64Array): number {
  const median = medianOf(level, scratch)
  let sum = 0
  for (const value of level) sum += clip(value - median, HUBER_K * rough)
  return median + sum / level.length
}

interface Levels {
  usuals: number[]
  rough: number
  scratch: Float64Array
  start: number
}

function referenceOf(level: Float64Array, { usuals, rough, scratch, start }: Levels): Reference {
  const usual = usuals.at(-1)!
  const reference: Reference = {
    x: usual,
    varianceShare: level.length === 1 ? 1 : ESTIMATE_FACTOR / level.length,
    runs: level.length,
    start,
    newest: newestMeans(level),
  }
  const trend = trendOf(level, usual, CLIPPED_AT * rough)
  if (trend) reference.trend = trend
  const former = usuals.at(-2)
  if (former !== undefined) reference.former = former
  const above = newestAbove(level, { usual, rough, scratch })
  if (above === 0) return reference
  const x = usualOf(level.subarray(-above), rough, scratch)
  return {
    ...reference,
    x,
    level: usual,
    varianceShare: ESTIMATE_FACTOR / above,
    runs: above,
    start: start + level.length - above,
  }
}

/**
 * The forecast of a straight line through the runs by least squares, and its variance (Draper and Smith 1998,
 * 1.4).
 */
function trendOf(level: Float64Array, usual: number, most: number): Reference['trend'] {
  const runs = level.length
  if (runs < MIN_TREND) return undefined
  const middle = (runs - 1) / 2
  let [sum, slope] = [0, 0]
  for (let run = 0; run < runs; run++) {
    const x = clip(level[run]! - usual, most)
    sum += x
    slope += x * (run - middle)
  }
  const squares = (runs * (runs * runs - 1)) / 12
  if (slope <= 0) return undefined
  const ahead = runs - middle
  return {
    x: usual + sum / runs + (slope / squares) * ahead,
    varianceShare: 1 / runs + ahead ** 2 / squares,
  }
}

function newestMeans(level: Float64Array): number[] {
  const means: number[] = []
  let sum = 0
  for (let runs = 1; runs <= MOST_NEWEST && runs < level.length; runs++) {
    sum += level[level.length - runs]!
    means.push(sum / runs)
  }
  return means
}

interface Around {
  usual: number
  rough: number
  scratch: Float64Array
}

/** How many of the newest runs, 0 to 3, are clearly above those before them. */
function newestAbove(level: Float64Array, { usual, rough, scratch }: Around): number {
  if (level.at(-1)! <= usual + LEAST_ABOVE * rough) return 0
  for (let newest = Math.min(NEWEST, level.length - 2); newest >= 1; newest--) {
    const before = level.length - newest
    const median = medianOf(level, scratch, 0, before)
    const step = medianOf(level, scratch, before) - median
    const lowest = Math.min(...level.subarray(before)) - median
    const error = rough * Math.sqrt(1 / newest + ESTIMATE_FACTOR / before)
    if (step > STANDARD_ERRORS * error && lowest > LEAST_ABOVE * rough) return newest
  }
  return 0
}

const clip = (value: number, most: number): number => Math.max(-most, Math.min(most, value))
