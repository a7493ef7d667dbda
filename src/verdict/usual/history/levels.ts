/**
 * Finds where the usual changed for good: a slowdown that was accepted is the new usual, and the runs before
 * it no longer count.
 */
import { medianInPlace } from '../mathematics/median.ts'

/** The fewest runs in which levels are searched, the fewest runs of a new level, and the fewest before it. */
const MIN_RUNS = 5
const MIN_RUNS_AFTER = 3
const MIN_RUNS_BEFORE = 2
const STANDARD_ERRORS = 4
/** The standard error of a median divided by that of a mean, for few runs. */
const MEDIAN_FACTOR = 1.15

/**
 * The index of each level's first run, in ascending order, beginning with 0. Binary segmentation (Scott and
 * Knott 1974) with the difference of medians, which a single outlier does not change.
 */
export function levelStarts(x: Float64Array, spread: number, scratch: Float64Array): number[] {
  const starts = [0]
  const open: [from: number, to: number][] = [[0, x.length]]
  for (let part = open.pop(); part; part = open.pop()) {
    const at = clearestStep(x.subarray(part[0], part[1]), spread, scratch)
    if (at === 0) continue
    starts.push(part[0] + at)
    open.push([part[0], part[0] + at], [part[0] + at, part[1]])
  }
  return starts.sort((a, b) => a - b)
}

/** The index of the first run after the clearest step; 0 if there is no clear step. */
function clearestStep(x: Float64Array, spread: number, scratch: Float64Array): number {
  if (x.length < MIN_RUNS || rangeOf(x) < STANDARD_ERRORS * MEDIAN_FACTOR * spread * Math.sqrt(4 / x.length))
    return 0
  let [clearest, at] = [STANDARD_ERRORS, 0]
  for (let split = MIN_RUNS_BEFORE; split <= x.length - MIN_RUNS_AFTER; split++) {
    const after = medianOf(x, scratch, split)
    const before = medianOf(x, scratch, 0, split)
    const error = MEDIAN_FACTOR * spread * Math.sqrt(1 / split + 1 / (x.length - split))
    const step = Math.abs(after - before) / error
    const isHere = isNearer(x[split]!, after, before) && isNearer(x[split - 1]!, before, after)
    if (step > clearest && isHere) [clearest, at] = [step, split]
  }
  return at
}

/**
 * With medians alone, the step might be placed one run too early: the runs on both sides must be closer to
 * their own side.
 */
const isNearer = (x: number, own: number, other: number): boolean => Math.abs(x - own) < Math.abs(x - other)

function rangeOf(x: Float64Array): number {
  let [low, high] = [Infinity, -Infinity]
  for (const value of x) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return high - low
}

/** The median of the values from one index up to another, exclusive. */
export function medianOf(x: Float64Array, scratch: Float64Array, from = 0, to = x.length): number {
  for (let i = from; i < to; i++) scratch[i - from] = x[i]!
  return medianInPlace(scratch, to - from)
}
