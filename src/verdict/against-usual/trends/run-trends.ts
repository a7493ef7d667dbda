import type { Criterion, Measure, Operator } from '../../../criteria/language/criterion.ts'
import type { CriterionEntry } from '../../../criteria/language/criterion-entry.ts'
import { measuredText } from '../../../criteria/language/criterion-text.ts'
import { matchesLabel } from '../../../criteria/language/label-pattern.ts'
import { type Dimension, dimensionOf, measureText } from '../../../criteria/language/units.ts'
import { type Measurements, TIMING_SUBJECTS, type TimingSubject } from '../../../measurements/model.ts'
import type { WantedFigures } from '../run-figures.ts'
import { holdsFor, limitValue } from '../../compare.ts'
import type { LabelFigures, RunFigures } from '../../usual/model.ts'
import type { CriterionResult, TrendPoint } from '../../verdict.ts'
import { type Since, sinceBroken, sinceLevel } from './since.ts'

/**
 * One figure over the newest runs that were kept, and this one. Times are in ms, rates per second, shares from 0
 * to 1.
 */
export interface RunTrend {
  /** `p95`, or `requests["Checkout"].p95` for a criterion. */
  name: string
  /** `figure`: of the main subject's total; `criterion`: of a criterion that did not pass. */
  kind: 'figure' | 'criterion'
  dimension: Dimension
  /** Oldest first; the last one is this run. */
  points: TrendPoint[]
  /** The criterion's limit, if it is the same figure for all of these runs. */
  limit?: number
  since?: Since
}

export interface TrendQuestion {
  criteria: readonly CriterionEntry[]
  results: readonly CriterionResult[]
  /** Oldest first. */
  history: readonly RunFigures[]
  now: RunFigures
  subject: TimingSubject | undefined
}

const MOST_RUNS = 20
/** With fewer values, there is no trend to see. */
const LEAST_POINTS = 3
const MOST_CRITERIA = 12

const percentile = (of: number): Measure => ({ name: 'percentile', percentile: of })

/** The most important first. */
const KEY_MEASURES: readonly Measure[] = [
  percentile(95),
  { name: 'error-rate' },
  { name: 'rate' },
  { name: 'mean' },
  percentile(50),
  percentile(99),
  { name: 'count' },
]

/** The subject that the key figures are about. */
export function trendSubject({ subjects }: Measurements): TimingSubject | undefined {
  return TIMING_SUBJECTS.find((subject) => subjects[subject]?.total !== undefined)
}

/** Adds the figures that trends need: the key figures, and what criteria measure. */
export function withTrends(
  wanted: WantedFigures,
  criteria: readonly CriterionEntry[],
  subject: TimingSubject | undefined,
): WantedFigures {
  const all = new Map([...wanted].map(([name, measures]) => [name, [...measures]]))
  const add = (to: TimingSubject, measure: Measure): void => {
    // These are kept for every run anyway.
    if (['count', 'errors', 'error-rate'].includes(measure.name)) return
    const measures = all.get(to) ?? []
    all.set(to, measures)
    if (!measures.some((one) => measureText(one) === measureText(measure))) measures.push(measure)
  }
  for (const entry of criteria) {
    const criterion = timedCriterion(entry)
    if (criterion) add(criterion.subject, criterion.measure)
  }
  if (subject !== undefined) for (const measure of KEY_MEASURES) add(subject, measure)
  return all
}

/**
 * The trends of criteria that did not pass, in the order of the results, and then of the key figures. A figure
 * is left out if this run does not have it, or if too few runs have it.
 */
export function trendsOf(question: TrendQuestion): RunTrend[] {
  const { subject, now, history } = question
  const earlier = history.filter(({ id }) => id === undefined || id !== now.id).slice(1 - MOST_RUNS)
  if (earlier.length === 0) return []
  const runs = [...earlier, now]
  const figures =
    subject === undefined ? [] : KEY_MEASURES.map((measure): RunTrend => keyTrend(runs, subject, measure))
  return [...criterionTrends(question, runs), ...figures].filter(
    ({ points }) => points.at(-1)?.value !== undefined && knownOf(points).length >= LEAST_POINTS,
  )
}

const knownOf = (points: readonly TrendPoint[]): number[] => points.flatMap(({ value }) => value ?? [])

function keyTrend(runs: readonly RunFigures[], subject: TimingSubject, measure: Measure): RunTrend {
  const points = runs.map((run) => pointOf(run, run.subjects.get(subject)?.total, measure))
  const since = sinceLevel(points)
  const of = { name: measureText(measure), kind: 'figure' as const, dimension: dimensionOf(measure), points }
  return { ...of, ...(since && { since }) }
}

function criterionTrends({ criteria, results }: TrendQuestion, runs: readonly RunFigures[]): RunTrend[] {
  const entries = new Map(criteria.map((entry) => [entry.id, entry]))
  return results
    .filter(({ status, usual }) => status === 'failed' && usual?.trends === undefined)
    .flatMap((result) => {
      const entry = entries.get(result.id)
      const criterion = entry && timedCriterion(entry)
      return criterion ? [criterionTrend(criterion, result, runs)] : []
    })
    .slice(0, MOST_CRITERIA)
}

type TimedCriterion = Criterion & { subject: TimingSubject }

function timedCriterion({ enabled, test }: CriterionEntry): TimedCriterion | undefined {
  if (!enabled || test.kind !== 'measure') return undefined
  const isTimed = TIMING_SUBJECTS.some((subject) => subject === test.criterion.subject)
  return isTimed ? (test.criterion as TimedCriterion) : undefined
}

/** For a wildcard, it is the trend of the label that broke the limit most. */
function criterionTrend(
  criterion: TimedCriterion,
  { label, breaches }: CriterionResult,
  runs: readonly RunFigures[],
): RunTrend {
  const { subject, measure, operator } = criterion
  const about = criterion.label && (label ?? breaches?.[0]?.label)
  const points = runs.map((run) => {
    const figures = run.subjects.get(subject)
    const timing = about === undefined ? figures?.total : figures?.labels.find((one) => one.label === about)
    // If the label is not known, the total must not take its place: it is a different figure.
    return pointOf(run, criterion.label && about === undefined ? undefined : timing, measure)
  })
  const limit = fixedLimit(criterion)
  const since = limit === undefined ? sinceLevel(points) : sinceBroken(points, breaks(operator, limit))
  const isNamed = about !== undefined && criterion.label !== undefined && matchesLabel(criterion.label, about)
  return {
    name: measuredText({ subject, measure, ...(isNamed && { label: { parts: [about] } }) }),
    kind: 'criterion',
    dimension: dimensionOf(measure),
    points,
    ...(limit !== undefined && { limit }),
    ...(since && { since }),
  }
}

const breaks =
  (operator: Operator, limit: number) =>
  (value: number): boolean =>
    !holdsFor(operator, value, limit)

/** In the units of a trend; undefined for a limit from a baseline, which differs from run to run. */
function fixedLimit({ limit, measure }: Criterion): number | undefined {
  if (limit.kind !== 'figure') return undefined
  const value = limitValue(limit, undefined)
  return value !== undefined && dimensionOf(measure) === 'share' ? value / 100 : value
}

function pointOf({ origin }: RunFigures, timing: LabelFigures | undefined, measure: Measure): TrendPoint {
  const value = timing && valueIn(timing, measure)
  const isKnown = value !== undefined && Number.isFinite(value) && value >= 0
  return { ...origin, ...(isKnown && { value: Number(value.toPrecision(6)) }) }
}

function valueIn({ count, errors, figures }: LabelFigures, measure: Measure): number | undefined {
  if (measure.name === 'count') return count
  if (measure.name === 'errors' && !('code' in measure)) return errors
  if (measure.name === 'error-rate') return errors === undefined || count === 0 ? undefined : errors / count
  return figures.get(measureText(measure))?.value
}
