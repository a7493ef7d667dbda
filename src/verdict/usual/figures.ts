/** The figures of one comparison as a table: a row per label, a column per run, all as logarithms that grow when it gets worse. */
import type { Comparison, Figure, LabelFigures, RunFigures, WhyNotJudged } from './model.ts'

export const MIN_REQUESTS = 20
/** Steps in which reports round figures, coarsest first: XLT to 1 ms, in old versions to 5 or 10. */
const ROUNDED_TO = [10, 5, 1]

export interface FigureTable {
  /** Earlier runs, oldest first; the runs of the commit are the columns from here on. */
  earlier: number
  columns: number
  rows: FigureRow[]
  /** The step that all values are whole multiples of, in units of the value; 0 where there is none. */
  roundedTo: number
}

export interface FigureRow {
  label: string
  /** Requests in the newest run of the commit. */
  count: number
  why?: WhyNotJudged | undefined
  /** ln(value), or −ln(value) where lower is worse; NaN where a run has nothing to compare. */
  x: Float64Array
  /** Sampling variances, averaged over the earlier runs and over those of the commit; 0 where unknown. */
  earlierSampling: number
  sampling: number
}

/** Finds the labels of one subject in one run. */
export interface SubjectIndex {
  labels: ReadonlyMap<string, LabelFigures>
}

/** Indexes a run's labels; of labels that stand there twice the first counts. */
export function indexOf(run: RunFigures, { subject, labels }: Comparison): SubjectIndex {
  const figures = run.subjects.get(subject)
  if (labels === 'total') return { labels: new Map(figures?.total ? [['', figures.total]] : []) }
  const index = new Map<string, LabelFigures>()
  for (const timing of figures?.labels ?? []) if (!index.has(timing.label)) index.set(timing.label, timing)
  return { labels: index }
}

/** The labels that a comparison is about, as far as one of these runs has them. */
export function labelsIn(indexes: readonly SubjectIndex[], { labels }: Comparison): string[] {
  const found = new Set(indexes.flatMap((index) => [...index.labels.keys()]))
  if (labels === 'total' || labels === 'all') return [...found]
  return [...new Set(labels)].filter((label) => found.has(label))
}

export const minRequestsOf = ({ minRequests }: Comparison): number =>
  minRequests !== undefined && minRequests > MIN_REQUESTS ? minRequests : MIN_REQUESTS

/** Builds the table from the indexes of the earlier runs and those of the commit, both oldest first. */
export function tableOf(
  earlier: readonly SubjectIndex[],
  runs: readonly SubjectIndex[],
  comparison: Comparison,
): FigureTable {
  const indexes = [...earlier, ...runs]
  const labels = labelsIn(runs.toReversed(), comparison)
  const values = new Float64Array(labels.length * indexes.length)
  const rows = labels.map((label, row) =>
    rowOf(label, indexes, {
      comparison,
      earlier: earlier.length,
      values: values.subarray(row * indexes.length, (row + 1) * indexes.length),
    }),
  )
  const roundedTo =
    ROUNDED_TO.find((step) => values.every((value) => !(value > 0) || value % step === 0)) ?? 0
  toLogarithms(values, roundedTo, comparison.worse === 'lower' ? -1 : 1)
  for (const row of rows) row.why ??= whyNot(row.x, earlier.length)
  return { earlier: earlier.length, columns: indexes.length, rows, roundedTo }
}

interface RowPlace {
  comparison: Comparison
  earlier: number
  values: Float64Array
}

function rowOf(label: string, indexes: readonly SubjectIndex[], place: RowPlace): FigureRow {
  const { comparison, earlier, values } = place
  const minRequests = minRequestsOf(comparison)
  const row: FigureRow = { label, count: 0, x: values, earlierSampling: 0, sampling: 0 }
  const sums = [0, 0]
  const numbers = [0, 0]
  let [seen, few] = [false, false]
  for (let column = 0; column < indexes.length; column++) {
    values[column] = Number.NaN
    const timing = indexes[column]!.labels.get(label)
    if (!timing) continue
    const ours = column < earlier ? 0 : 1
    if (ours === 0) seen = true
    else row.count = timing.count >= 0 && timing.count < Infinity ? timing.count : 0
    if (!(timing.count >= minRequests)) {
      few = true
      continue
    }
    const figure = timing.figures.get(comparison.figure)
    if (!figure || !comparable(figure)) continue
    values[column] = figure.value
    sums[ours]! += samplingOf(figure)
    numbers[ours]!++
  }
  if (!seen) row.why = 'new'
  else if (few && (numbers[0] === 0 || numbers[1] === 0)) row.why = 'few-requests'
  row.earlierSampling = numbers[0] === 0 ? 0 : sums[0]! / numbers[0]!
  row.sampling = numbers[1] === 0 ? 0 : sums[1]! / numbers[1]!
  return row
}

const comparable = ({ value }: Figure): boolean => Number.isFinite(value) && value >= 0

const samplingOf = ({ samplingVariance }: Figure): number =>
  samplingVariance !== undefined && samplingVariance > 0 && samplingVariance < 1e6 ? samplingVariance : 0

/** 0 has no logarithm: where values are rounded it stands for less than half a step, else for nothing to compare. */
function toLogarithms(values: Float64Array, roundedTo: number, sign: number): void {
  for (let i = 0; i < values.length; i++) {
    const value = Math.max(values[i]!, roundedTo / 2)
    values[i] = value > 0 ? sign * Math.log(value) : Number.NaN
  }
}

function whyNot(x: Float64Array, earlier: number): WhyNotJudged | undefined {
  const known = (from: number, to: number) => x.subarray(from, to).some((value) => !Number.isNaN(value))
  return known(0, earlier) && known(earlier, x.length) ? undefined : 'no-figure'
}
