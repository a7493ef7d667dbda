/** Finds the word for one label, or for the environment, from its change and the certainty of it. */
import { remembered } from './mathematics/remembered.ts'
import { quantileOfT, upperTailOfT } from './mathematics/student-t.ts'
import type { Word } from './model.ts'
import type { Reference } from './history/reference.ts'
import type { Spread } from './history/spread.ts'

/** A slowdown of this many times the limit must not be missed. */
export const MUST_NOT_MISS = 2
/** The change must be less likely than this to be the continuation of a trend in the earlier runs. */
export const MOST_BY_TREND = 0.03
/** A single run must be this many times further away than any accidental outlier among the earlier runs. */
const BEYOND_OUTLIERS = 1.5

/**
 * The half width of the 95 % interval in standard errors. A label is fine if the upper end of the interval is
 * below the slowdown that must not be missed. The interval is two-sided, because the spread is only
 * estimated: with a one-sided bound, 7 of 100 slow labels were called fine.
 */
export const intervalQuantile = remembered((freedom: number) => quantileOfT(0.025, freedom))

/** What the runs show about one label. All values are logarithms that grow when it gets worse. */
export interface Evidence {
  /** The value of each run of the commit. */
  now: readonly number[]
  reference: Reference
  spread: Spread
  /** How much larger the sampling variance is now than in the earlier runs. */
  excess: number
  /** Variance from rounding, which does not shrink with more runs. */
  rounding: number
  /** How much of the measured change comes from the environment. */
  environment: number
  /** How far earlier runs were away by accident, see `outliers.ts`. */
  outlier: number
}

/** The thresholds for a decision. */
export interface Bar {
  /** ln(1 + limit). */
  limit: number
  /**
   * The largest probabilities of chance: for a regression (`red`), for each run alone, for a step against the
   * newest earlier runs, and for a suspicion.
   */
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
  // If only the newest earlier runs are above the level, a step is not proven yet: the label must be fine
  // compared with both.
  const worst = change + Math.max(0, reference.x - (reference.level ?? reference.x))
  if (worst <= bar.limit && worst + bound < mustNotMiss) return 'fine'
  // A label that looks slow stays undecided for longer; otherwise noise would hide exactly the labels that
  // became slower.
  return bound <= (worst > bar.limit ? mustNotMiss : mustNotMiss / 2) ? 'undecided' : 'not-judged'
}

/**
 * True if the change is not explained by a single unusual run, now or among the newest earlier ones, and if
 * it is still there when the environment is included, because that is what users notice.
 */
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

/**
 * Whether the runs are clearly above an estimate with this variance. If not, a step or trend in the earlier
 * runs may explain the change.
 */
function isAbove(
  step: number,
  varianceShare: number,
  { evidence, most }: { evidence: Evidence; most: number },
): boolean {
  const { now, spread, excess, rounding } = evidence
  const error = Math.sqrt(spread.variance * (1 / now.length + varianceShare) + excess / now.length + rounding)
  return upperTailOfT(step / error, spread.freedom) < most
}
