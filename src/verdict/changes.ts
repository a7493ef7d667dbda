import type { Measurements, SubjectTimings, Timing, TimingSubject } from '../measurements/model.ts'
import { TIMING_SUBJECTS } from '../measurements/model.ts'
import type { Measure, Unit } from '../criteria/language/criterion.ts'
import { distinctFigures, figureFor, readableUnit, relativeText, sameFigure } from './figures.ts'
import type { PercentileOf } from './observe/observation.ts'
import { timingValue } from './observe/observe-timings.ts'
import { dimensionOf, measureText } from '../criteria/language/units.ts'

/** One figure beside that of the baseline, in the base of its dimension (ms, percent, per second) and as texts. */
export interface Change {
  measure: string
  observed: number
  baseline: number
  absolute: number
  /** Of the baseline; absent where that is 0. */
  relative?: number
  observedText: string
  baselineText: string
  /** `+38 ms (9.2%)`, `-0.4 pp (40%)`, `±0`. */
  changeText: string
  /** Whether it got worse, better or neither; counts and rates are neither. */
  direction: 'worse' | 'better' | 'neutral'
}

export interface ChangeRow {
  subject: TimingSubject
  /** Absent for all labels together. */
  label?: string
  changes: Change[]
  /** Share of the baseline's whole time that was gained or lost here, and ten times the share of newly failed requests. */
  importance: number
}

export interface ChangeTable {
  /** Totals first, then labels by importance. */
  rows: ChangeRow[]
  /** Labels that only one side has, as `subject: label`. */
  added: string[]
  removed: string[]
}

const COMPARED: Measure[] = [
  { name: 'percentile', percentile: 50 },
  { name: 'percentile', percentile: 95 },
  { name: 'percentile', percentile: 99 },
  { name: 'mean' },
  { name: 'error-rate' },
  { name: 'rate' },
  { name: 'count' },
]

/** What changed since the baseline, for every subject that both have; figures that one side lacks are left out. */
export function changesSince(
  baseline: Measurements,
  run: Measurements,
  percentileOf: PercentileOf,
): ChangeTable {
  const table: ChangeTable = { rows: [], added: [], removed: [] }
  for (const subject of TIMING_SUBJECTS) {
    const [before, now] = [baseline.subjects[subject], run.subjects[subject]]
    if (before && now) addSubject(table, { subject, before, now, percentileOf })
  }
  table.rows.sort(
    (a, b) => Number(a.label !== undefined) - Number(b.label !== undefined) || b.importance - a.importance,
  )
  return table
}

interface SubjectPair {
  subject: TimingSubject
  before: SubjectTimings
  now: SubjectTimings
  percentileOf: PercentileOf
}

function addSubject(table: ChangeTable, pair: SubjectPair): void {
  const { subject, before, now } = pair
  if (before.total && now.total) table.rows.push(rowOf(pair, before.total, now.total))
  const earlier = new Map(before.labels.map((timing) => [timing.label, timing]))
  for (const timing of now.labels) {
    const match = earlier.get(timing.label)
    if (match) table.rows.push({ ...rowOf(pair, match, timing), label: timing.label })
    else table.added.push(`${subject}: ${timing.label}`)
    earlier.delete(timing.label)
  }
  for (const label of earlier.keys()) table.removed.push(`${subject}: ${label}`)
}

function rowOf(pair: SubjectPair, before: Timing, now: Timing): ChangeRow {
  const { subject, percentileOf } = pair
  const changes = COMPARED.flatMap((measure) => {
    const observed = timingValue(now, measure, { timings: pair.now, subject, percentileOf })
    const baseline = timingValue(before, measure, { timings: pair.before, subject, percentileOf })
    return observed === undefined || baseline === undefined ? [] : [changeOf(measure, observed, baseline)]
  })
  return { subject, changes, importance: importanceOf(pair, before, changes) }
}

function importanceOf({ before: { total, labels } }: SubjectPair, before: Timing, changes: Change[]): number {
  const count = total?.count ?? labels.reduce((sum, label) => sum + label.count, 0)
  const mean = total?.meanMs ?? before.meanMs
  const share = count > 0 ? before.count / count : 0
  const change = (name: string): number =>
    Math.abs(changes.find(({ measure }) => measure === name)?.absolute ?? 0)
  const time = mean !== undefined && mean > 0 ? change('mean') / mean : 0
  return share * (time + (10 * change('error-rate')) / 100)
}

function changeOf(measure: Measure, observed: number, baseline: number): Change {
  const dimension = dimensionOf(measure)
  const unit = readableUnit(Math.max(Math.abs(observed), Math.abs(baseline)), dimension)
  const [observedText, baselineText] = distinctFigures(observed, baseline, unit)
  const absolute = observed - baseline
  const relative = baseline === 0 ? undefined : absolute / baseline
  return {
    measure: measureText(measure),
    observed,
    baseline,
    absolute,
    ...(relative !== undefined && { relative }),
    observedText,
    baselineText,
    changeText: sameFigure(observed, baseline) ? '±0' : changeText(absolute, relative, unit),
    direction: directionOf(measure, observed, baseline),
  }
}

function changeText(absolute: number, relative: number | undefined, unit: Unit | ''): string {
  const size = figureFor(Math.abs(absolute), unit === '%' ? 'pp' : unit)
  return `${absolute > 0 ? '+' : '-'}${size}${relative === undefined ? '' : ` (${relativeText(relative)})`}`
}

function directionOf(measure: Measure, observed: number, baseline: number): Change['direction'] {
  if (measure.name === 'count' || measure.name === 'rate' || sameFigure(observed, baseline)) return 'neutral'
  return observed > baseline ? 'worse' : 'better'
}
