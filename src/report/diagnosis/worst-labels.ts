import { TIMING_SUBJECTS, type Series, type TimingSubject } from '../../measurements/model.ts'
import { statedPercentile } from '../../measurements/stated-percentile.ts'
import { effectiveStatusOf } from '../../verdict/outcome/effective-status.ts'
import type { CriterionResult } from '../../verdict/verdict.ts'
import {
  errorShare,
  type LabelRow,
  labelRows,
  mainSubject,
  mostFailingRows,
  slownessMs,
  slowestRows,
} from '../figures/label-rows.ts'
import { type ErrorRow, errorRows } from '../figures/error-rows.ts'
import type { Presentation } from '../presentation.ts'
import { onsetOfErrors, onsetOfSlowness, type Onset } from './onset.ts'

/** One of the labels that are the most probable cause. */
export interface WorstLabel {
  subject: TimingSubject
  label: string
  /** Why it is listed: a criterion that did not pass, errors, much slower than the baseline, or slow. */
  because: 'criterion' | 'errors' | 'slower' | 'slow'
  count: number
  errors?: number
  /** Errors per request. */
  errorShare?: number
  p95Ms?: number
  baselineP95Ms?: number
  /** Since when; absent if nothing is known over time. */
  errorsSince?: Onset
  slowSince?: Onset
  /** Its most frequent kinds of errors, at most three. */
  errorKinds?: ErrorRow[]
}

const MOST_LABELS = 5
const MOST_KINDS = 3
/** A label counts as slower than the baseline from this factor on. */
const SLOWER = 1.2

/**
 * At most five: the labels of broken criteria first, then those with errors, those that became slower, and
 * the slowest.
 */
export function worstLabels(presentation: Presentation, broken: readonly CriterionResult[]): WorstLabel[] {
  const main = mainSubject(presentation.measurements)
  if (main === undefined) return []
  const rows = labelRows(presentation, main)
  const candidates: [LabelRow, WorstLabel['because']][] = [
    ...ofCriteria(presentation, broken).map(because('criterion')),
    ...mostFailingRows(rows, MOST_LABELS).map(because('errors')),
    ...slowerRows(rows).map(because('slower')),
    ...slowestRows(rows, MOST_LABELS).map(because('slow')),
  ]
  const chosen = new Map<string, WorstLabel>()
  for (const [row, why] of candidates) {
    const key = JSON.stringify([row.subject, row.now.label])
    if (chosen.size < MOST_LABELS && !chosen.has(key)) chosen.set(key, labelOf(presentation, row, why))
  }
  return [...chosen.values()]
}

function because(why: WorstLabel['because']): (row: LabelRow) => [LabelRow, WorstLabel['because']] {
  return (row) => [row, why]
}

/** The labels that criteria name, or that broke a wildcard; worst first. */
function ofCriteria(presentation: Presentation, broken: readonly CriterionResult[]): LabelRow[] {
  return (
    broken
      .filter((criterion) => !['waived', 'warning'].includes(effectiveStatusOf(criterion)))
      .filter(({ label, breaches = [] }) => label !== undefined || breaches.length > 0)
      // There may be 10,000 of each.
      .slice(0, MOST_LABELS)
      .flatMap(({ subject: name, label, breaches = [] }) => {
        const subject = TIMING_SUBJECTS.find((one) => one === name)
        if (subject === undefined) return []
        const labels = label === undefined ? breaches.map((breach) => breach.label) : [label]
        const wanted = labels.slice(0, MOST_LABELS)
        const rows = labelRows(presentation, subject).filter(({ now }) => wanted.includes(now.label))
        return rows.toSorted((a, b) => wanted.indexOf(a.now.label) - wanted.indexOf(b.now.label))
      })
      .slice(0, MOST_LABELS)
  )
}

function slowerRows(rows: readonly LabelRow[]): LabelRow[] {
  const factor = ({ now, before }: LabelRow): number =>
    before === undefined ? 0 : slownessMs(now) / slownessMs(before)
  return rows
    .filter((row) => factor(row) >= SLOWER && Number.isFinite(factor(row)))
    .sort((a, b) => factor(b) - factor(a))
    .slice(0, MOST_LABELS)
}

function labelOf(presentation: Presentation, row: LabelRow, why: WorstLabel['because']): WorstLabel {
  const { now, before, subject } = row
  const share = errorShare(now)
  const p95Ms = statedPercentile(now, 95)
  const baselineP95Ms = statedPercentile(before, 95)
  const over = seriesOf(presentation, row)
  const errorsSince = over && onsetOfErrors(over.series, over.subject)
  const slowSince = over && onsetOfSlowness(over.series, over.subject)
  const kinds = kindsOf(errorRows(presentation.measurements), row)
  return {
    subject,
    label: now.label,
    because: why,
    count: now.count,
    ...(now.errors !== undefined && { errors: now.errors }),
    ...(share !== undefined && { errorShare: share }),
    ...(p95Ms !== undefined && { p95Ms }),
    ...(baselineP95Ms !== undefined && { baselineP95Ms }),
    ...(errorsSince !== undefined && { errorsSince }),
    ...(slowSince !== undefined && { slowSince }),
    ...(kinds.length > 0 && { errorKinds: kinds }),
  }
}

/**
 * The label's own errors. If there are none, those of the raw requests that XLT's report merges under this
 * name by default: `Homepage.1.4`.
 */
function kindsOf(errors: readonly ErrorRow[], { now, subject }: LabelRow): ErrorRow[] {
  const own = errors.filter((error) => error.subject === subject && error.label === now.label)
  if (own.length > 0 || (now.errors ?? 0) === 0) return own.slice(0, MOST_KINDS)
  const isMerged = ({ label = '' }: ErrorRow): boolean =>
    label.startsWith(now.label) && /^(?:\.\d+)*$/.test(label.slice(now.label.length))
  return errors.filter((error) => error.subject === 'raw-requests' && isMerged(error)).slice(0, MOST_KINDS)
}

/**
 * The label's own series. If there is none, or none with percentiles, that of another label with the same
 * name, because an XLT report has neither errors nor percentiles of requests over time.
 */
function seriesOf(
  { measurements }: Presentation,
  { now, subject }: LabelRow,
): { series: Series; subject: TimingSubject } | undefined {
  if (isWhole(now.series)) return { series: now.series, subject }
  for (const other of ['raw-requests', 'actions', 'page-loads', 'transactions'] as const) {
    const timing = measurements?.subjects[other]?.labels.find(({ label }) => label === now.label)
    if (isWhole(timing?.series)) return { series: timing.series, subject: other }
  }
  return undefined
}

function isWhole(series: Series | undefined): series is Series {
  return series?.p95Ms !== undefined && series.count.length > 0
}
