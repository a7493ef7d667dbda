import {
  type LabelTiming,
  type Measurements,
  type SubjectTimings,
  type Timing,
  TIMING_SUBJECTS,
  type TimingSubject,
} from '../../measurements/model.ts'
import { statedPercentile } from '../../measurements/stated-percentile.ts'
import type { JudgedFigures } from '../../verdict/against-usual/trends/judged-changes.ts'
import type { Presentation } from '../presentation.ts'

/** One label of one subject, with the same label of the baseline. */
export interface LabelRow {
  subject: TimingSubject
  now: LabelTiming
  before?: LabelTiming
  /** How its figures compare with earlier runs, if there are enough of them. */
  usual?: JudgedFigures
}

/** The subjects with data, in the order of the model. */
export function subjectsOf(measurements: Measurements | undefined): TimingSubject[] {
  return TIMING_SUBJECTS.filter((subject) => {
    const timings = measurements?.subjects[subject]
    return timings !== undefined && (timings.labels.length > 0 || timings.total !== undefined)
  })
}

/** The subject that a summary is about: requests, if there are any. */
export function mainSubject(measurements: Measurements | undefined): TimingSubject | undefined {
  return subjectsOf(measurements)[0]
}

/**
 * The first subject whose total has a series, if possible one with percentiles: an XLT report has none for
 * requests, or only counts and means, but its timers have.
 */
export function chartedSubject(measurements: Measurements | undefined): TimingSubject | undefined {
  const seriesOf = (subject: TimingSubject) => measurements?.subjects[subject]?.total?.series
  const charted = subjectsOf(measurements).filter((subject) => (seriesOf(subject)?.count.length ?? 0) > 0)
  return charted.find((subject) => seriesOf(subject)?.p95Ms !== undefined) ?? charted[0]
}

/** The total: as the source states it; otherwise only what can be added exactly. */
export function totalOf(timings: SubjectTimings | undefined): Timing | undefined {
  if (timings === undefined) return undefined
  if (timings.total !== undefined) return timings.total
  if (timings.labels.length === 0) return undefined
  const count = timings.labels.reduce((sum, label) => sum + label.count, 0)
  if (timings.labels.some((label) => label.errors === undefined)) return { count }
  return { count, errors: timings.labels.reduce((sum, label) => sum + (label.errors ?? 0), 0) }
}

/** Every label of `subject`, in the order of the measurements. */
export function labelRows(presentation: Presentation, subject: TimingSubject): LabelRow[] {
  const before = new Map(
    presentation.baseline?.subjects[subject]?.labels.map((label) => [label.label, label]),
  )
  const labels = presentation.measurements?.subjects[subject]?.labels ?? []
  const judged = presentation.againstUsual?.get(subject)?.labels
  return labels.map((now) => {
    const then = before.get(now.label)
    const usual = judged?.get(now.label)
    return { subject, now, ...(then && { before: then }), ...(usual && { usual }) }
  })
}

/** Share of the requests that failed. */
export function errorShare(timing: Timing | undefined): number | undefined {
  if (timing?.errors === undefined || timing.count === 0) return undefined
  return timing.errors / timing.count
}

/** The value that slow labels are found by: p95, or the mean if there is no p95. */
export function slownessMs(timing: Timing): number {
  return statedPercentile(timing, 95) ?? timing.meanMs ?? 0
}

/** The slowest labels, slowest first. */
export function slowestRows(rows: readonly LabelRow[], most: number): LabelRow[] {
  return rows
    .filter((row) => slownessMs(row.now) > 0)
    .sort((a, b) => slownessMs(b.now) - slownessMs(a.now))
    .slice(0, most)
}

/** The labels with the most errors; those without errors are left out. */
export function mostFailingRows(rows: readonly LabelRow[], most: number): LabelRow[] {
  return rows
    .filter((row) => (row.now.errors ?? 0) > 0)
    .sort((a, b) => (b.now.errors ?? 0) - (a.now.errors ?? 0))
    .slice(0, most)
}
