import { visibleName } from '../../foundation/one-line.ts'
import type { LabelTiming, LoadOverTime, Series, Timing, TimingSubject } from '../../measurements/model.ts'
import { statedPercentile } from '../../measurements/stated-percentile.ts'
import { toneOfP95 } from '../figures/key-figures.ts'
import { errorShare, type LabelRow, labelRows, subjectsOf, totalOf } from '../figures/label-rows.ts'
import { ratesPerSecond } from '../figures/over-time.ts'
import type { Presentation } from '../presentation.ts'
import { worstFirst } from '../../verdict/outcome/effective-status.ts'
import type { CriterionResult } from '../../verdict/verdict.ts'
import { type Distribution, distributionOf } from './charts/distribution.ts'
import type { LabelCells } from './label-cells.ts'

/** The data for the page's script, which is in the page as JSON. */
export interface PageData {
  subjects: PageSubject[]
  /** The views that can be chosen for charts: first the totals, then the labels with the most requests, and those that broke a criterion. */
  views: View[]
  /** The load on the system; the same for all views. */
  load: ChartLoad | null
}

export interface ChartLoad {
  startMs: number
  intervalMs: number
  users: (number | null)[] | null
  cpuMean: (number | null)[] | null
  /** The values of the busiest one; null if there is only one. */
  cpuMax: (number | null)[] | null
}

export interface PageSubject {
  name: TimingSubject
  /** Indexes of the labels that broke a criterion, which are printed whatever their place. */
  broken: number[]
  rows: LabelCells[]
}

export interface View {
  name: string
  subject: TimingSubject
  /** True for a label, false for a total. */
  isLabel: boolean
  series: ChartSeries | null
  errorShare: number | null
  /** The baseline's values, for the intervals of `series`. */
  before: BeforeSeries | null
  distribution: Distribution | null
  beforeDistribution: Distribution | null
}

export interface ChartSeries {
  startMs: number
  intervalMs: number
  rate: number[]
  /** Errors and percentiles are null if the source does not have them over time. */
  errors: number[] | null
  mean: (number | null)[]
  p50: (number | null)[] | null
  p95: (number | null)[] | null
}

/** The mean is there only if the p95 of this run is unknown. */
type BeforeSeries = Pick<ChartSeries, 'rate' | 'p95'> & { mean: (number | null)[] | null }

const MOST_LABEL_VIEWS = 50
/** Besides the busiest: labels that broke a criterion. */
const MOST_FAILING_VIEWS = 50
const MOST_NAME_CHARACTERS = 500

/** Rows, series and distributions of everything that was measured. */
export function pageDataOf(presentation: Presentation): PageData {
  const names = subjectsOf(presentation.measurements)
  const totals = names.flatMap((subject) => totalView(presentation, subject))
  // The first view is shown first. It should have a series with percentiles: an XLT report has none for
  // requests, but its timers have.
  const rankOf = ({ series }: View): number => (series === null ? 2 : series.p95 === null ? 1 : 0)
  const views = totals.toSorted((a, b) => rankOf(a) - rankOf(b))
  const subjects = names.map((subject): PageSubject => {
    const rows = labelRows(presentation, subject)
    const failing = failingLabels(presentation.verdict.criteria, subject)
    const viewIndexes = addLabelViews(views, chartedRows(rows, failing), presentation.run.finishedAtMs)
    return {
      name: subject,
      broken: rows.flatMap(({ now }, index) => (failing.has(now.label) ? [index] : [])),
      rows: rows.map((row, index) => cellsOf(row, index, viewIndexes, presentation)),
    }
  })
  return { subjects, views, load: chartLoad(presentation.measurements?.load) }
}

function totalView(presentation: Presentation, subject: TimingSubject): View[] {
  const now = totalOf(presentation.measurements?.subjects[subject])
  const before = totalOf(presentation.baseline?.subjects[subject])
  const of = { name: `All ${subject}`, subject, isLabel: false }
  const view = now && viewOf(of, { now, before }, presentation.run.finishedAtMs)
  return view === undefined ? [] : [view]
}

/** The busiest labels, and those that broke a criterion, whatever their rank. */
function chartedRows(rows: readonly LabelRow[], failing: ReadonlySet<string>): LabelRow[] {
  const known = rows.filter(
    ({ now }) => now.series !== undefined || now.histogram !== undefined || failing.has(now.label),
  )
  const byCount = known.toSorted((a, b) => b.now.count - a.now.count)
  const others = byCount.slice(MOST_LABEL_VIEWS).filter(({ now }) => failing.has(now.label))
  return [...byCount.slice(0, MOST_LABEL_VIEWS), ...others]
}

/** The labels of criteria that did not pass, worst first. */
function failingLabels(criteria: readonly CriterionResult[], subject: TimingSubject): ReadonlySet<string> {
  const labels = new Set<string>()
  for (const criterion of worstFirst(criteria)) {
    if (criterion.subject !== subject || criterion.status === 'passed' || criterion.status === 'skipped')
      continue
    const { label, breaches = [] } = criterion
    for (const one of label === undefined ? breaches.map((breach) => breach.label) : [label])
      if (labels.size < MOST_FAILING_VIEWS) labels.add(one)
  }
  return labels
}

/** Appends the views of the labels with the most requests; returns the index of each. */
function addLabelViews(
  views: View[],
  rows: readonly LabelRow[],
  endMs: number | undefined,
): Map<LabelTiming, number> {
  const indexes = new Map<LabelTiming, number>()
  for (const { now, before, subject } of rows) {
    const view = viewOf({ name: nameOnPage(now.label), subject, isLabel: true }, { now, before }, endMs)
    if (view === undefined) continue
    indexes.set(now, views.length)
    views.push(view)
  }
  return indexes
}

function viewOf(
  of: Pick<View, 'name' | 'subject' | 'isLabel'>,
  { now, before }: { now: Timing; before: Timing | undefined },
  endMs: number | undefined,
): View | undefined {
  const series = hasPoints(now) ? chartSeries(now.series, endMs) : null
  const distribution = distributionOf(now) ?? null
  if (series === null && distribution === null) return undefined
  return {
    ...of,
    series,
    errorShare: errorShare(now) ?? null,
    before: hasPoints(now) && hasPoints(before) ? alignedTo(now.series, before.series) : null,
    distribution,
    beforeDistribution: distributionOf(before) ?? null,
  }
}

function hasPoints(timing: Timing | undefined): timing is Timing & { series: Series } {
  return timing?.series !== undefined && timing.series.count.length > 0
}

function chartSeries(series: Series, endMs: number | undefined): ChartSeries {
  return {
    startMs: series.startMs,
    intervalMs: series.intervalMs,
    rate: ratesPerSecond(series, endMs).map((rate) => rounded(rate) ?? 0),
    errors: series.errors ?? null,
    mean: series.meanMs.map(rounded),
    p50: series.p50Ms?.map(rounded) ?? null,
    p95: series.p95Ms?.map(rounded) ?? null,
  }
}

function chartLoad(load: LoadOverTime | undefined): ChartLoad | null {
  if (load === undefined) return null
  const row = (values: readonly (number | null)[] | undefined): (number | null)[] | null =>
    values === undefined || values.every((value) => value === null) ? null : values.map(rounded)
  const [cpuMean, cpuMax] = [row(load.cpuMeanPercent), row(load.cpuMaxPercent)]
  const isOne = cpuMean?.every((value, at) => value === cpuMax?.[at])
  return {
    startMs: load.startMs,
    intervalMs: load.intervalMs,
    users: row(load.users),
    cpuMean,
    cpuMax: isOne === true ? null : cpuMax,
  }
}

/** Both runs are aligned at their starts: the baseline's value in the middle of each interval. */
function alignedTo(now: Series, before: Series): BeforeSeries {
  const rates = ratesPerSecond(before)
  const positions = now.count.map((_, index) =>
    Math.floor(((index + 0.5) * now.intervalMs) / before.intervalMs),
  )
  const aligned = (values: Series['meanMs']) => positions.map((position) => rounded(values[position]))
  return {
    rate: positions.map((position) => rounded(rates[position] ?? null) ?? 0),
    p95: now.p95Ms && before.p95Ms ? aligned(before.p95Ms) : null,
    mean: now.p95Ms ? null : aligned(before.meanMs),
  }
}

function cellsOf(
  row: LabelRow,
  index: number,
  viewIndexes: ReadonlyMap<LabelTiming, number>,
  presentation: Presentation,
): LabelCells {
  const { now, before } = row
  const p95 = statedPercentile(now, 95)
  const beforeP95 = statedPercentile(before, 95)
  return {
    index,
    name: nameOnPage(now.label),
    count: now.count,
    errors: now.errors ?? null,
    errorShare: errorShare(now) ?? null,
    rate: rounded(now.ratePerSecond),
    mean: rounded(now.meanMs),
    p50: rounded(statedPercentile(now, 50)),
    p95: rounded(p95),
    p99: rounded(statedPercentile(now, 99)),
    max: rounded(now.maxMs),
    beforeP95: rounded(beforeP95),
    change: p95 !== undefined && beforeP95 !== undefined && beforeP95 > 0 ? p95 / beforeP95 : null,
    tone: toneOfP95(row),
    isNew: presentation.baseline !== undefined && before === undefined,
    view: viewIndexes.get(now) ?? null,
  }
}

/** Shortened, because thousands of long names would make the page too large. */
export function nameOnPage(label: string): string {
  return visibleName(label, MOST_NAME_CHARACTERS)
}

function rounded(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value.toPrecision(6))
}
