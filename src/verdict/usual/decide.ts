/** The word for one label, or for the environment, from its change and how surely that is known. */
import { remembered } from './mathematics/remembered.ts'
import { quantileOfT, upperTailOfT } from './mathematics/student-t.ts'
import type { Word } from './model.ts'
import type { Reference } from './history/reference.ts'
import type { Spread } from './history/spread.ts'

/** A slow-down of that many limits must not be missed. */
export const MUST_NOT_MISS = 2
/** How likely at most the change is by going on as the earlier runs did. */
export const MOST_BY_TREND = 0.03
/** A single run must be that much further out than any earlier run was by accident. */
const BEYOND_OUTLIERS = 1.5

/**
 * How many standard errors to either side the 95 % interval goes. Fine is where its upper end leaves out what must not be
 * missed: two-sided, since the spread is only estimated, and a one-sided bound called 7 of 100 slow labels fine.
 */
export const intervalQuantile = remembered((freedom: number) => quantileOfT(0.025, freedom))

/** What the runs show at one label; all are logarithms that grow when it gets worse. */
export interface Evidence {
  /** Of each run of the commit. */
  now: readonly number[]
  reference: Reference
  spread: Spread
  /** By how much the sampling variance is larger now than it was in the earlier runs. */
  excess: number
  /** Variance that comes from rounding and does not shrink with more runs. */
  rounding: number
  /** What the environment adds to the change, as it was measured. */
  environment: number
  /** How far earlier runs were out by accident, see `outliers.ts`. */
  outlier: number
}

/** What counts as proof. */
export interface Bar {
  /** ln(1 + limit). */
  limit: number
  /** How likely by chance at most: red, each run by itself, a step against the newest earlier runs, and suspect. */
  red: number
  alone: number
  newest: number
  suspect: number
}

export interface Decision {
  word: Word
  change: number
  /** Half of the 95 % interval. */
  halfWidth: number
  p: number
}

export function errorOf(
  { spread, reference, excess, rounding }: Omit<Evidence, 'now'>,
  runs: number,
): number {
  return Math.sqrt(spread.variance * (1 / runs + reference.varianceShare) + excess / runs + rounding)
}

export function decide(evidence: Evidence, bar: Bar): Decision {
  const { now, reference, spread } = evidence
  const mean = now.reduce((sum, x) => sum + x, 0) / now.length
  const change = mean - reference.x
  const error = errorOf(evidence, now.length)
  const p = upperTailOfT(change / error, spread.freedom)
  const halfWidth = intervalQuantile(spread.freedom) * error
  return { word: wordOf(evidence, { change, mean, p, error }, bar), change, halfWidth, p }
}

interface Found {
  change: number
  mean: number
  p: number
  error: number
}

function wordOf(evidence: Evidence, found: Found, bar: Bar): Word {
  const { change, p, error } = found
  const { reference, spread } = evidence
  if (change > bar.limit) {
    if (p < bar.red && isCertain(evidence, found, bar)) return 'regression'
    if (p < bar.suspect) return 'suspect'
  }
  const bound = intervalQuantile(spread.freedom) * error
  const mustNotMiss = MUST_NOT_MISS * bar.limit
  // Where only the newest runs are above the level, a step is not proven yet: green must hold against both.
  const worst = change + Math.max(0, reference.x - (reference.level ?? reference.x))
  if (worst <= bar.limit && worst + bound < mustNotMiss) return 'fine'
  // What looks slow blocks green longer than what does not, or noise would hide the very labels that got slower.
  return bound <= (worst > bar.limit ? mustNotMiss : mustNotMiss / 2) ? 'undecided' : 'not-judged'
}

/** Whether it is more than one odd run, now or among the newest earlier ones, and real to those who wait for answers. */
function isCertain(evidence: Evidence, { change, mean }: Found, bar: Bar): boolean {
  const { now, reference, spread, environment, outlier } = evidence
  if (change + environment <= bar.limit) return false
  const above = (x: number, varianceShare: number, most: number) =>
    isAbove(mean - x, varianceShare, { evidence, most })
  if (!reference.newest.every((newest, index) => above(newest, 1 / (index + 1), bar.newest))) return false
  const { trend } = reference
  if (trend && !above(trend.x, trend.varianceShare, Math.min(bar.newest, MOST_BY_TREND))) return false
  if (now.length === 1) return change > BEYOND_OUTLIERS * outlier
  const error = errorOf(evidence, 1)
  return now.every((x) => {
    const alone = x - reference.x
    return alone > bar.limit && upperTailOfT(alone / error, spread.freedom) < bar.alone
  })
}

/** Whether the runs are above an estimate of this variance: if not, a step or trend of the earlier runs may explain them. */
function isAbove(
  step: number,
  varianceShare: number,
  { evidence, most }: { evidence: Evidence; most: number },
): boolean {
  const { now, spread, excess, rounding } = evidence
  const error = Math.sqrt(spread.variance * (1 / now.length + varianceShare) + excess / now.length + rounding)
  return upperTailOfT(step / error, spread.freedom) < most
}
