/**
 * Judges errors per request of one comparison, label by label, in two ways that must agree: as counts, which
 * handle chance well if there are few errors, and as figures, which handle the variation between runs well if
 * there are many.
 */
import { decide, MUST_NOT_MISS, type Bar, type Decision, type Evidence } from '../decide.ts'
import { chosenRows, minRequestsOf, type FigureRow, type GridRow, type SubjectGrid } from '../figures.ts'
import { fittedCases } from '../judge-figures.ts'
import type { Comparison, Interval, LabelFigures, LabelVerdict, WhyNotJudged, Word } from '../model.ts'
import {
  chanceOfErrors,
  expectedErrors,
  PRIOR_ERRORS,
  sumOf,
  type CountedErrors,
  type ExpectedErrors,
} from './error-counts.ts'

/** The errors of one label; without `known` it cannot be judged. */
export interface ErrorCase {
  label: string
  count: number
  why?: WhyNotJudged
  known?: KnownErrors
}

interface KnownErrors {
  runs: CountedErrors[]
  expected: ExpectedErrors
  evidence: Evidence
  levelStart: number
}

/** Assumed as long as nothing is known about a label: its error shares vary by half between runs. */
const FIELD_SPREAD_OF_ERRORS = 0.5
/** The largest share of a spread that is attributed to chance. */
const MOST_OF_CHANCE = 0.75
const MISSED_SHARE = 0.025
const NORMAL_95 = 1.96

/** Collects the counts of the labels, and fits them. */
export function errorCasesOf(grid: SubjectGrid, comparison: Comparison): ErrorCase[] {
  const { earlier, columns } = grid
  const counted = chosenRows(grid.rows, comparison).map((row) => countedRow(row, minRequestsOf(comparison)))
  const usable = counted.filter(
    ({ cells }) => cells.slice(0, earlier).some(isKnown) && cells.slice(earlier).some(isKnown),
  )
  const table = { earlier, columns, rows: [], roundedTo: 0, field: FIELD_SPREAD_OF_ERRORS }
  const fits = fittedCases(
    usable.map((row) => asFigures(row, earlier)),
    table,
  )
  for (const { row, evidence } of fits) evidence.excess = excessOf(row!, evidence)
  const byRow = new Map(usable.map((row, index) => [row, fits[index]!]))
  return counted.map((row): ErrorCase => {
    const { label, count, cells, why } = row
    const fit = byRow.get(row)
    if (!fit) return { label, count, why: why(earlier) }
    const [before, runs] = [cells.slice(0, earlier).filter(isKnown), cells.slice(earlier).filter(isKnown)]
    const levelStart = fit.columns[fit.evidence.reference.start]!
    return {
      label,
      count,
      known: { runs, expected: expectedErrors(before), evidence: fit.evidence, levelStart },
    }
  })
}

/**
 * How much larger the variance from counting is now than in the earlier runs. It may be smaller: runs with
 * one or two errors vary mostly by chance, and a run with many errors does not.
 */
function excessOf({ sampling, earlierSampling }: FigureRow, { spread }: Evidence): number {
  return Math.max(sampling - earlierSampling, -MOST_OF_CHANCE * spread.variance)
}

interface CountedRow {
  label: string
  count: number
  /** By column; undefined if a run has too few requests, or no error counts. */
  cells: (CountedErrors | undefined)[]
  why: (earlier: number) => WhyNotJudged
}

function countedRow({ label, cells }: GridRow, minRequests: number): CountedRow {
  const newest = cells.findLast((timing) => timing !== undefined)
  return {
    label,
    count: newest && isCount(newest.count) ? newest.count : 0,
    cells: cells.map((timing) => countedErrors(timing, minRequests)),
    why: (earlier) => {
      if (!cells.slice(0, earlier).some((timing) => timing !== undefined)) return 'new'
      return cells.some((timing) => isCount(timing?.errors)) ? 'few-requests' : 'no-figure'
    },
  }
}

function countedErrors(timing: LabelFigures | undefined, minRequests: number): CountedErrors | undefined {
  if (!timing || !isCount(timing.errors) || !isCount(timing.count) || timing.count < minRequests)
    return undefined
  return { errors: Math.min(timing.errors, timing.count), count: timing.count }
}

const isKnown = (cell: CountedErrors | undefined): cell is CountedErrors => cell !== undefined
const isCount = (value: number | undefined): value is number =>
  value !== undefined && value >= 0 && value < Infinity

/** ln(errors per request), with half an error added, and the variance of a Poisson count. */
function asFigures({ label, count, cells }: CountedRow, earlier: number): FigureRow {
  const x = Float64Array.from(cells, (cell) =>
    cell ? Math.log((cell.errors + PRIOR_ERRORS) / cell.count) : Number.NaN,
  )
  const sampling = (some: readonly (CountedErrors | undefined)[]) => {
    const variances = some.filter(isKnown).map(({ errors }) => 1 / (errors + PRIOR_ERRORS))
    return sumOf(variances) / variances.length
  }
  const [before, now] = [sampling(cells.slice(0, earlier)), sampling(cells.slice(earlier))]
  return { label, count, why: undefined, x, earlierSampling: before, sampling: now }
}

export function errorVerdictOf(errors: ErrorCase, bar: Bar, limit: Comparison['limit']): LabelVerdict {
  const { label, known } = errors
  if (!known) return { label, word: 'not-judged', ...(errors.why && { why: errors.why }) }
  const { expected, evidence, runs } = known
  const { share } = expected
  const allowed = worseShare(expected, { times: 1, bar, limit }).share
  const decision = decide(evidence, { ...bar, limit: Math.log(allowed / share) })
  const word = agreed(wordOfCounts(known, { bar, limit }), decision.word)
  const value = sumOf(runs.map((run) => run.errors)) / sumOf(runs.map(({ count }) => count))
  return {
    label,
    word,
    ...(word === 'not-judged' && { why: 'noise' }),
    facts: {
      value,
      usual: share,
      band: bandOf(known),
      change: value / share - 1,
      interval: intervalOf(known, decision),
      p: Math.max(decision.p, chanceOfErrors(expected, runs)),
      spread: Math.sqrt(evidence.spread.variance),
      runs: runs.length,
      earlierRuns: evidence.reference.runs,
      levelStart: known.levelStart,
    },
  }
}

/**
 * The result of both ways: a regression, suspect or fine only if both agree; otherwise the less certain word.
 */
function agreed(counts: Word, figures: Word): Word {
  if (counts === figures) return counts
  const red = (word: Word) => word === 'regression' || word === 'suspect'
  if (red(counts) && red(figures)) return 'suspect'
  return counts === 'not-judged' || figures === 'not-judged' ? 'not-judged' : 'undecided'
}

function intervalOf({ runs, expected }: KnownErrors, { halfWidth }: Decision): Interval {
  const errors = sumOf(runs.map((run) => run.errors)) + PRIOR_ERRORS
  const ratio = errors / sumOf(runs.map(({ count }) => count)) / expected.share
  const error = Math.sqrt(1 / errors + expected.ofShare + expected.betweenRuns / runs.length)
  const half = Math.min(Math.max(NORMAL_95 * error, halfWidth), MOST_HALF_WIDTH)
  return { low: ratio * Math.exp(-half) - 1, high: ratio * Math.exp(half) - 1 }
}

/** Wider intervals say nothing more, and would be infinite. */
const MOST_HALF_WIDTH = 20

function bandOf({ runs, expected, evidence }: KnownErrors): Interval {
  const { share, ofShare, betweenRuns } = expected
  const requests = sumOf(runs.map(({ count }) => count)) / runs.length
  const variance = ofShare + Math.max(betweenRuns, evidence.spread.variance) + 1 / (share * requests)
  const half = Math.min(NORMAL_95 * Math.sqrt(variance), MOST_HALF_WIDTH)
  return { low: share * Math.exp(-half), high: Math.min(1, share * Math.exp(half)) }
}

function wordOfCounts(
  { expected, runs }: KnownErrors,
  { bar, limit }: { bar: Bar; limit: Comparison['limit'] },
): Word {
  const worse = (times: number) => worseShare(expected, { times, bar, limit })
  const allowed = worse(1).share
  const requests = sumOf(runs.map(({ count }) => count))
  const errors = sumOf(runs.map((run) => run.errors))
  const certain = (some: readonly CountedErrors[], alpha: number) =>
    sumOf(some.map((run) => run.errors)) > allowed * sumOf(some.map(({ count }) => count)) &&
    chanceOfErrors(expected, some) < alpha
  if (certain(runs, bar.red) && (runs.length === 1 || runs.every((run) => certain([run], bar.alone))))
    return 'regression'
  if (certain(runs, bar.suspect)) return 'suspect'
  /** The probability of so few errors, if the share had grown by the amount that must not be missed. */
  const missed = (few: number) =>
    1 - chanceOfErrors(expected, spreadOver({ errors: few + 1, count: requests }, runs), worse(MUST_NOT_MISS))
  if (errors <= allowed * requests && missed(errors) < MISSED_SHARE) return 'fine'
  return missed(Math.round(expected.share * requests)) < MISSED_SHARE ? 'undecided' : 'not-judged'
}

/**
 * The share at this many times the limit. Points are added, and the absolute uncertainty of the usual share
 * stays the same.
 */
function worseShare(
  expected: ExpectedErrors,
  { times, bar, limit }: { times: number; bar: Bar; limit: Comparison['limit'] },
): Pick<ExpectedErrors, 'share' | 'ofShare'> {
  if (!('points' in limit))
    return { share: expected.share * Math.exp(times * bar.limit), ofShare: expected.ofShare }
  const share = expected.share + times * limit.points
  return { share, ofShare: expected.ofShare * (expected.share / share) ** 2 }
}

/**
 * The same number of errors, distributed over as many runs, because the variation between runs averages out.
 */
function spreadOver({ errors, count }: CountedErrors, runs: readonly CountedErrors[]): CountedErrors[] {
  return runs.map(() => ({ errors: errors / runs.length, count: count / runs.length }))
}
