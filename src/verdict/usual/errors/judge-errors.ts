/** Judges errors per request of one comparison, label by label: few of them as counts, many as any figure. */
import { MUST_NOT_MISS, type Bar } from '../decide.ts'
import {
  chanceOfErrors,
  expectedErrors,
  sumOf,
  type CountedErrors,
  type ExpectedErrors,
} from './error-counts.ts'
import { minRequestsOf, type GridRow } from '../figures.ts'
import type { Comparison, LabelFigures, LabelVerdict, WhyNotJudged, Word } from '../model.ts'

/** The errors of one label; without `expected` it can't be judged. */
export interface ErrorCase {
  label: string
  count: number
  why?: WhyNotJudged
  runs: CountedErrors[]
  expected?: ExpectedErrors
  earlierRuns: number
  levelStart: number
}

const MISSED_SHARE = 0.05
const NORMAL_95 = 1.96

/** Gathers the counts of a label; its first `earlier` cells are those of earlier runs. */
export function errorCaseOf({ label, cells }: GridRow, earlier: number, comparison: Comparison): ErrorCase {
  const known = (some: readonly (LabelFigures | undefined)[]) =>
    countedErrors(some, minRequestsOf(comparison))
  const [before, now] = [known(cells.slice(0, earlier)), known(cells.slice(earlier))]
  const newest = cells.slice(earlier).findLast((timing) => timing !== undefined)
  const found: ErrorCase = {
    label,
    count: newest && isCount(newest.count) ? newest.count : 0,
    runs: now,
    earlierRuns: before.length,
    levelStart: 0,
  }
  if (before.length > 0 && now.length > 0) return { ...found, expected: expectedErrors(before) }
  const seen = cells.slice(0, earlier).some((timing) => timing !== undefined)
  const counted = cells.some((timing) => timing && isCount(timing.errors))
  return { ...found, why: !seen ? 'new' : counted ? 'few-requests' : 'no-figure' }
}

const countedErrors = (cells: readonly (LabelFigures | undefined)[], minRequests: number): CountedErrors[] =>
  cells.flatMap((timing) =>
    timing && isCount(timing.errors) && timing.count >= minRequests && timing.count < Infinity
      ? [{ errors: Math.min(timing.errors, timing.count), count: timing.count }]
      : [],
  )

const isCount = (value: number | undefined): value is number =>
  value !== undefined && value >= 0 && value < Infinity

export function errorVerdictOf(errors: ErrorCase, bar: Bar, limit: Comparison['limit']): LabelVerdict {
  const { label, expected, runs } = errors
  if (!expected) return { label, word: 'not-judged', ...(errors.why ? { why: errors.why } : {}) }
  const word = wordOf(expected, runs, { bar, limit })
  const requests = sumOf(runs.map(({ count }) => count))
  const observed = sumOf(runs.map((run) => run.errors))
  const value = observed / requests
  const known = observed + 0.5
  const error = Math.sqrt(1 / known + expected.ofShare + expected.betweenRuns / runs.length)
  const ratio = known / requests / expected.share
  const band =
    NORMAL_95 * Math.sqrt(expected.ofShare + expected.betweenRuns + runs.length / (expected.share * requests))
  return {
    label,
    word,
    ...(word === 'not-judged' ? { why: 'noise' } : {}),
    facts: {
      value,
      usual: expected.share,
      band: { low: expected.share * Math.exp(-band), high: Math.min(1, expected.share * Math.exp(band)) },
      change: value / expected.share - 1,
      interval: {
        low: ratio * Math.exp(-NORMAL_95 * error) - 1,
        high: ratio * Math.exp(NORMAL_95 * error) - 1,
      },
      p: chanceOfErrors(expected, runs),
      spread: Math.sqrt(expected.betweenRuns),
      runs: runs.length,
      earlierRuns: errors.earlierRuns,
      levelStart: errors.levelStart,
    },
  }
}

function wordOf(
  expected: ExpectedErrors,
  runs: readonly CountedErrors[],
  { bar, limit }: { bar: Bar; limit: Comparison['limit'] },
): Word {
  const allowed = (times: number) =>
    'points' in limit ? expected.share + times * limit.points : expected.share * Math.exp(times * bar.limit)
  const share = (some: readonly CountedErrors[]) =>
    sumOf(some.map(({ errors }) => errors)) / sumOf(some.map(({ count }) => count))
  const certain = (some: readonly CountedErrors[], alpha: number) =>
    share(some) > allowed(1) && chanceOfErrors(expected, some) < alpha
  if (certain(runs, bar.red) && (runs.length === 1 || runs.every((run) => certain([run], bar.alone))))
    return 'regression'
  if (certain(runs, bar.suspect)) return 'suspect'
  const missed = (errors: number) => {
    const requests = sumOf(runs.map(({ count }) => count))
    const more = [{ errors: errors + 1, count: requests }]
    return (
      1 -
      chanceOfErrors(expected, runs.length > 1 ? spreadOver(more[0]!, runs) : more, allowed(MUST_NOT_MISS))
    )
  }
  const total = sumOf(runs.map(({ errors }) => errors))
  if (share(runs) <= allowed(1) && missed(total) < MISSED_SHARE) return 'fine'
  const usually = Math.round(expected.share * sumOf(runs.map(({ count }) => count)))
  return missed(usually) < MISSED_SHARE ? 'undecided' : 'not-judged'
}

/** The same number of errors over as many runs, since what runs differ by averages out over them. */
function spreadOver({ errors, count }: CountedErrors, runs: readonly CountedErrors[]): CountedErrors[] {
  return runs.map(() => ({ errors: errors / runs.length, count: count / runs.length }))
}
