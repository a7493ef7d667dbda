import type { Timing } from '../../measurements/model.ts'
import { statedPercentile } from '../../measurements/stated-percentile.ts'
import type { AgainstUsual, JudgedFigures } from '../../verdict/against-usual/trends/judged-changes.ts'
import { type Change, type Good, type Tone, toneOf } from './tone.ts'
import {
  formatChange,
  formatCount,
  formatDuration,
  formatPercent,
  formatPointChange,
  formatRate,
} from '../../foundation/format.ts'
import { errorShare, type LabelRow, mainSubject, totalOf } from './label-rows.ts'
import type { Presentation } from '../presentation.ts'

/** One number that sums up the run, with its value in the baseline. */
export interface KeyFigure {
  id: FigureId
  name: string
  value: string
  before?: string
  change?: Change
}

export type FigureId = 'count' | 'rate' | 'error-rate' | 'mean' | 'p50' | 'p95' | 'p99' | 'max'

/** How one figure of a timing is read, shown and compared. */
export interface FigureMeasure {
  id: FigureId
  name: string
  /** The direction that is good. */
  good: Good
  of: (timing: Timing) => number | undefined
  format: (value: number) => string
  formatDifference: (now: number, before: number) => string
}

const duration = { good: 'less', format: formatDuration, formatDifference: formatChange } as const

export const P95: FigureMeasure = {
  id: 'p95',
  name: 'p95',
  of: (timing) => statedPercentile(timing, 95),
  ...duration,
}

export const FIGURE_MEASURES: readonly FigureMeasure[] = [
  {
    id: 'count',
    name: 'Count',
    good: 'neither',
    of: (timing) => timing.count,
    format: formatCount,
    formatDifference: formatChange,
  },
  {
    id: 'rate',
    name: 'Throughput',
    good: 'more',
    of: (timing) => timing.ratePerSecond,
    format: formatRate,
    formatDifference: formatChange,
  },
  {
    id: 'error-rate',
    name: 'Error rate',
    good: 'less',
    of: errorShare,
    format: formatPercent,
    formatDifference: formatPointChange,
  },
  { id: 'mean', name: 'Mean', of: (timing) => timing.meanMs, ...duration },
  { id: 'p50', name: 'p50', of: (timing) => statedPercentile(timing, 50), ...duration },
  P95,
  { id: 'p99', name: 'p99', of: (timing) => statedPercentile(timing, 99), ...duration },
  { id: 'max', name: 'Maximum', of: (timing) => timing.maxMs, ...duration },
]

/** The figure that tables compare labels by. */
export function changeOfP95({ now, before, usual }: LabelRow): Change | undefined {
  return before && changeOf(P95, now, before, usual?.get(P95.id))?.change
}

/** The same without its text, because there may be thousands of labels. */
export function toneOfP95({ now, before, usual }: LabelRow): Tone {
  const [value, then] = [P95.of(now), before && P95.of(before)]
  if (before === undefined || value === undefined || then === undefined) return 'same'
  return toneOf(value, then, P95.good, { counts: [now.count, before.count], usual: usual?.get(P95.id) })
}

/** The known figures of the main subject's total, in a fixed order. */
export function keyFigures(presentation: Presentation): KeyFigure[] {
  const subject = mainSubject(presentation.measurements)
  if (subject === undefined) return []
  const now = totalOf(presentation.measurements?.subjects[subject])
  const before = totalOf(presentation.baseline?.subjects[subject])
  return now === undefined ? [] : figuresOf(now, before, presentation.againstUsual?.get(subject)?.total)
}

/** The known figures of one timing, with those of another one. */
function figuresOf(now: Timing, before: Timing | undefined, usual?: JudgedFigures): KeyFigure[] {
  return FIGURE_MEASURES.flatMap((one) => {
    const value = one.of(now)
    if (value === undefined) return []
    const figure: KeyFigure = { id: one.id, name: one.name, value: one.format(value) }
    const change = before && changeOf(one, now, before, usual?.get(one.id))
    return [change === undefined ? figure : { ...figure, ...change }]
  })
}

/** One figure compared with the baseline's; undefined if one of them is unknown. */
export function changeOf(
  measure: FigureMeasure,
  now: Timing,
  before: Timing,
  usual?: AgainstUsual,
): { before: string; change: Change } | undefined {
  const [value, then] = [measure.of(now), measure.of(before)]
  if (value === undefined || then === undefined) return undefined
  const tone = toneOf(value, then, measure.good, { counts: [now.count, before.count], usual })
  return { before: measure.format(then), change: { text: measure.formatDifference(value, then), tone } }
}
