/** What a label's earlier runs say is usual today, and how they scatter around what was usual in their time. */
import { levelStarts, medianOf } from './levels.ts'
import type { Scatter } from './spread.ts'

/** Earlier runs further than that from their level, in rough spreads, count as if they were there. */
const CLIPPED_AT = 3
/** The same where the level itself is estimated: Huber's k, which costs 4 % at normal values. */
const HUBER_K = 1.5
/** The variance of the level's estimate over that of a mean. */
const ESTIMATE_FACTOR = 1.1
/** How many of the newest runs may be a new level of their own, though too few to prove it for good. */
const NEWEST = 3
const STANDARD_ERRORS = 4

export interface Reference {
  /** The usual, and its variance in units of the variance of one run. */
  x: number
  varianceShare: number
  runs: number
  /** Index of the level's first run among the runs that have the label. */
  start: number
  /** The usual before that. */
  former?: number
  /** The last run, and the median of the last three: a change must show against them too. */
  last: number
  lastThree: number
  /** Where the newest runs are surely above the level: a step that no level shows yet. `x` is then theirs. */
  level?: number
}

export interface Fit {
  reference: Reference
  scatter: Scatter
  /** Distances of runs from their level, as they are. */
  residuals: Float64Array
}

/** `x` are the earlier runs that have the label, oldest first, at least one. */
export function fitOf(
  x: Float64Array,
  rough: number,
  scratch: Float64Array,
): Omit<Fit, 'scatter'> & Omit<Scatter, 'sampling'> {
  const starts = levelStarts(x, rough, scratch)
  const residuals = new Float64Array(x.length)
  let squares = 0
  const usuals = starts.map((start, index) => {
    const level = x.subarray(start, starts[index + 1] ?? x.length)
    const usual = usualOf(level, rough, scratch)
    for (const [at, value] of level.entries()) {
      residuals[start + at] = value - usual
      squares += clip(value - usual, CLIPPED_AT * rough) ** 2
    }
    return usual
  })
  return {
    reference: referenceOf(x.subarray(starts.at(-1)), { usuals, rough, scratch, start: starts.at(-1)! }),
    residuals,
    squares,
    freedom: x.length - starts.length,
  }
}

/** One step from the median towards the mean of what is near: Huber 1981, Robust Statistics, 6.7. */
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
    last: level.at(-1)!,
    lastThree: medianOf(level.subarray(-NEWEST), scratch),
  }
  const former = usuals.at(-2)
  if (former !== undefined) reference.former = former
  const newest = newestAbove(level, rough, scratch)
  if (newest === 0) return reference
  const x = usualOf(level.subarray(-newest), rough, scratch)
  return {
    ...reference,
    x,
    level: usual,
    varianceShare: ESTIMATE_FACTOR / newest,
    runs: newest,
    start: start + level.length - newest,
  }
}

/** How many of the newest runs, 0 to 3, are surely above those before them. */
function newestAbove(level: Float64Array, rough: number, scratch: Float64Array): number {
  for (let newest = Math.min(NEWEST, level.length - 2); newest >= 1; newest--) {
    const before = level.subarray(0, -newest)
    const step = medianOf(level.subarray(-newest), scratch) - medianOf(before, scratch)
    const lowest = Math.min(...level.subarray(-newest)) - medianOf(before, scratch)
    const error = rough * Math.sqrt(1 / newest + ESTIMATE_FACTOR / before.length)
    if (step > STANDARD_ERRORS * error && lowest > 2 * rough) return newest
  }
  return 0
}

const clip = (value: number, most: number): number => Math.max(-most, Math.min(most, value))
