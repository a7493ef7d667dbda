import type { Measure } from '../../criteria/language/criterion.ts'
import type { Timing, TimingSubject } from '../../measurements/model.ts'
import { samplingVarianceOf } from '../../verdict/against-usual/sampling-of-timing.ts'
import type { Presentation } from '../presentation.ts'
import { changeOf, FIGURE_MEASURES, type FigureId, type FigureMeasure, P95 } from './key-figures.ts'
import { errorShare, type LabelRow, labelRows, mainSubject } from './label-rows.ts'
import { type Change, FEWEST, NOTICEABLE } from './tone.ts'

/** The changes from the baseline, label by label. */
export interface LabelChanges {
  subject: TimingSubject
  /** Those that changed most come first. */
  changed: ChangedLabel[]
  /** Labels that are only in this run, and only in the baseline; those with the most requests come first. */
  added: string[]
  vanished: string[]
  /** The number of labels that both runs have. */
  compared: number
}

/** A label that both runs have. */
type ComparedRow = LabelRow & { before: NonNullable<LabelRow['before']> }

export interface ChangedLabel extends ComparedRow {
  /** Those that changed most come first; at least one. */
  figures: ChangedFigure[]
}

export interface ChangedFigure {
  id: FigureId
  name: string
  before: string
  value: string
  change: Change
}

/** How much two runs of unchanged software differ, besides what happens by chance inside a run. */
const SPREAD_OF_RUNS = 0.03
/** A change counts if it is larger than 95 of 100 changes by chance. */
const SURE = 1.96
/**
 * Near 0, the ratio of two shares has no meaning: there, half a percentage point more counts as twice as
 * many.
 */
const SHARE_STEP = 0.005

/** A figure as its logarithm, with its variance by chance inside a run. */
interface Scaled {
  x: number
  variance: number
}

const SCALES: Partial<Record<FigureId, (timing: Timing) => Scaled | undefined>> = {
  count: (timing) => scaled(timing.count, timing, { name: 'count' }),
  rate: (timing) => scaled(timing.ratePerSecond, timing, { name: 'rate' }),
  // With few requests, an error rate says too little.
  'error-rate': (timing) => (timing.count < FEWEST ? undefined : scaledShare(timing)),
  mean: (timing) => scaledDuration(timing.meanMs, timing, { name: 'mean' }),
  p95: (timing) => scaledDuration(P95.of(timing), timing, { name: 'percentile', percentile: 95 }),
}

/**
 * The labels of the main subject, those that changed most from the baseline first. What counts is the part of
 * a change that is not explained by chance inside the runs, or by the usual difference between two runs.
 * Undefined if the subject has no baseline.
 */
export function changedLabels(presentation: Presentation): LabelChanges | undefined {
  const subject = mainSubject(presentation.measurements)
  const earlier = subject && presentation.baseline?.subjects[subject]
  if (subject === undefined || earlier === undefined) return undefined
  const rows = labelRows(presentation, subject)
  if (rows.length === 0 && earlier.labels.length === 0) return undefined
  const here = new Set(rows.map(({ now }) => now.label))
  const both = rows.filter((row): row is ComparedRow => row.before !== undefined)
  return {
    subject,
    changed: ranked(both),
    added: byCount(rows.flatMap(({ now, before }) => (before === undefined ? [now] : []))),
    vanished: byCount(earlier.labels.filter(({ label }) => !here.has(label))),
    compared: both.length,
  }
}

function byCount(timings: readonly { label: string; count: number }[]): string[] {
  return timings.toSorted((a, b) => b.count - a.count).map(({ label }) => label)
}

function ranked(rows: readonly LabelRow[]): ChangedLabel[] {
  const known = rows.flatMap(({ before, ...row }) => {
    const surest = before === undefined ? [] : surestChanges({ ...row, before })
    const [first] = surest
    return before === undefined || first === undefined ? [] : [{ ...row, before, surest, sure: first.sure }]
  })
  return known
    .sort((a, b) => b.sure - a.sure)
    .map(({ surest, sure: _sure, ...row }) => ({ ...row, figures: surest.map(({ figure }) => figure()) }))
}

/**
 * The changes that are certain, largest first. The texts are created only on request, because there may be
 * thousands of labels.
 */
function surestChanges(row: ComparedRow): { sure: number; figure: () => ChangedFigure }[] {
  const { now, before } = row
  const found = FIGURE_MEASURES.flatMap((measure) => {
    const scale = SCALES[measure.id]
    const [here, there] = [scale?.(now), scale?.(before)]
    if (here === undefined || there === undefined) return []
    const change = Math.abs(here.x - there.x)
    const sure = change - SURE * Math.sqrt(here.variance + there.variance + 2 * SPREAD_OF_RUNS ** 2)
    if (!(sure > 0) || change < Math.log1p(NOTICEABLE)) return []
    return [{ id: measure.id, sure, figure: () => figureOf(measure, row) }]
  })
  // If runs are equally long, count and rate say the same.
  const hasRate = found.some(({ id }) => id === 'rate')
  return found.filter(({ id }) => id !== 'count' || !hasRate).sort((a, b) => b.sure - a.sure)
}

function figureOf(measure: FigureMeasure, { now, before, usual }: ComparedRow): ChangedFigure {
  const { change, before: then } = changeOf(measure, now, before, usual?.get(measure.id))!
  return { id: measure.id, name: measure.name, before: then, value: measure.format(measure.of(now)!), change }
}

function scaled(value: number | undefined, timing: Timing, measure: Measure): Scaled | undefined {
  if (value === undefined || !(value > 0)) return undefined
  return {
    x: Math.log(value),
    variance: samplingVarianceOf(timing, measure) ?? 1 / Math.max(1, timing.count),
  }
}

function scaledDuration(ms: number | undefined, timing: Timing, measure: Measure): Scaled | undefined {
  return timing.count < FEWEST ? undefined : scaled(ms, timing, measure)
}

function scaledShare(timing: Timing): Scaled | undefined {
  const share = errorShare(timing)
  if (share === undefined || timing.count === 0) return undefined
  const variance = Math.max(share * (1 - share), 1 / timing.count) / timing.count
  return { x: Math.log(share + SHARE_STEP), variance: variance / (share + SHARE_STEP) ** 2 }
}

/** `p95 412 ms → 543 ms (▲ +31.8%), mean ▲ +30.1%`. */
export function figuresInWords([first, ...others]: readonly ChangedFigure[]): string {
  if (first === undefined) return ''
  const { name, before, value, change } = first
  return [`${name} ${before} → ${value} (${change.text})`, ...others.map(shortFigure)].join(', ')
}

/** `mean ▲ +30.1%` */
export function shortFigure({ name, change }: ChangedFigure): string {
  return `${/^[A-Z]/.test(name) ? name.toLowerCase() : name} ${change.text}`
}
