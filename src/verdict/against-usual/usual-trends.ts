import { measureText, dimensionOf } from '../../criteria/language/units.ts'
import type { Judgment } from '../judge-criterion.ts'
import type { ComparisonVerdict, LabelFigures, LabelVerdict, RunFigures } from '../usual/model.ts'
import type { TrendPoint, UsualTrend } from '../verdict.ts'
import type { UsualCriterion } from './usual-entries.ts'
import { worstOf } from './worst-label.ts'
import { byChange } from './usual-message.ts'
import { againstUsual, usualText, valueText } from './usual-text.ts'

/**
 * Charts are shown for criteria that failed, are suspect or undecided, up to the maximum. If there are fewer
 * than the minimum, others are added.
 */
const MOST_CRITERIA = 12
const LEAST_CRITERIA = 4
/** For a failed criterion with a wildcard. */
const MOST_LABELS = 3

interface Judged {
  criterion: UsualCriterion
  verdict: ComparisonVerdict
  judgment: Judgment
}

interface Runs {
  runs: readonly RunFigures[]
  history: readonly RunFigures[]
}

/**
 * Adds figures over the earlier runs to the most important criteria; only to a few, because each becomes a
 * chart.
 */
export function addTrends(judged: readonly Judged[], runs: Runs): void {
  if (runs.history.length === 0) return
  const ranked = judged.toSorted((a, b) => rankOf(a) - rankOf(b))
  const noted = ranked.filter((one) => rankOf(one) < FINE).length
  for (const { criterion, verdict, judgment } of ranked.slice(
    0,
    Math.min(MOST_CRITERIA, Math.max(LEAST_CRITERIA, noted)),
  )) {
    const trends = shownLabels(verdict).flatMap((label) => trendOf(criterion, label, runs) ?? [])
    if (judgment.usual && trends.length > 0) judgment.usual.trends = trends
  }
}

const FINE = 3

function rankOf({ verdict: { status, suspect } }: Judged): number {
  if (status === 'failed') return 0
  if (suspect) return 1
  return status === 'inconclusive' ? 2 : FINE
}

/** The labels with a regression, worst first; if there are none, the label that is closest to its limit. */
function shownLabels({ labels }: ComparisonVerdict): LabelVerdict[] {
  const red = labels.filter(({ word }) => word === 'regression').sort(byChange)
  if (red.length > 0) return red.slice(0, MOST_LABELS)
  const worst = worstOf(labels)
  return worst ? [worst] : []
}

function trendOf(
  criterion: UsualCriterion,
  { label, word, facts }: LabelVerdict,
  { runs, history }: Runs,
): UsualTrend | undefined {
  if (facts?.usual === undefined || facts.value === undefined || !facts.band) return undefined
  const { usual, band, value, levelStart, formerUsual } = facts
  const point = (run: RunFigures): TrendPoint => pointOf(criterion, label, run)
  return {
    label,
    word,
    dimension: dimensionOf(criterion.measure),
    text: `${valueText(criterion, value)}, ${againstUsual(criterion, facts)}; ${usualText(criterion, facts)}`,
    earlier: history.map(point),
    now: runs.map(point),
    usual: rounded(usual),
    band: { low: rounded(band.low), high: rounded(band.high) },
    levelStart,
    ...(formerUsual !== undefined && { formerUsual: rounded(formerUsual) }),
  }
}

function pointOf(criterion: UsualCriterion, label: string, { origin, subjects }: RunFigures): TrendPoint {
  const { subject, measure } = criterion
  const figures = subjects.get(subject)
  const timing = criterion.label ? figures?.labels.find((one) => one.label === label) : figures?.total
  const value = timing && valueIn(timing, measure)
  return { ...origin, ...(value !== undefined && { value: rounded(value) }) }
}

/** Error rates are shares. */
function valueIn(
  { count, errors, figures }: LabelFigures,
  measure: UsualCriterion['measure'],
): number | undefined {
  const value =
    measure.name === 'error-rate'
      ? errors === undefined
        ? undefined
        : errors / count
      : figures.get(measureText(measure))?.value
  return value !== undefined && Number.isFinite(value) && value >= 0 ? value : undefined
}

const rounded = (value: number): number => Number(value.toPrecision(6))
