/** The figures of one comparison as a table: a row per label, a column per run, all as logarithms that grow when it gets worse. */
import { FIELD_SPREAD } from './history/spread.ts'
import type {
  Comparison,
  Figure,
  LabelFigures,
  NamedFigures,
  RunFigures,
  SubjectFigures,
  WhyNotJudged,
} from './model.ts'

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
  /** The spread that is assumed before enough is seen. */
  field: number
}

export interface FigureRow {
  label: string
  /** Requests in the newest run of the commit. */
  count: number
  why: WhyNotJudged | undefined
  /** ln(value), or −ln(value) where lower is worse; NaN where a run has nothing to compare. */
  x: Float64Array
  /** Sampling variances, averaged over the earlier runs and over those of the commit; 0 where unknown. */
  earlierSampling: number
  sampling: number
}

/** What the runs have of one subject, once for all comparisons. */
export interface SubjectGrid {
  /** Columns as in `FigureTable`. */
  earlier: number
  columns: number
  /** The labels of the runs of the commit, those of the newest first. */
  rows: GridRow[]
  /** Labels of the newest earlier run that no run of the commit has. */
  gone: GridRow[]
}

export interface GridRow {
  label: string
  /** By column; of labels that stand twice in a run the first counts. */
  cells: (LabelFigures | undefined)[]
}

/** Lays out a subject's labels, or its total alone. */
export function gridOf(
  earlier: readonly RunFigures[],
  runs: readonly RunFigures[],
  { subject, labels }: Pick<Comparison, 'subject' | 'labels'>,
): SubjectGrid {
  const columns = earlier.length + runs.length
  const rows = new Map<string, GridRow>()
  const order = [...runs.keys()].map((run) => earlier.length + run).toReversed()
  const all = [...earlier, ...runs].map((run) => timingsOf(run.subjects.get(subject), labels === 'total'))
  const put = (column: number, into: Map<string, GridRow>, opens: boolean) => {
    for (const timing of all[column]!) {
      const row = into.get(timing.label) ?? { label: timing.label, cells: Array(columns).fill(undefined) }
      if (opens) into.set(timing.label, row)
      row.cells[column] ??= timing
    }
  }
  for (const column of order) put(column, rows, true)
  for (const column of earlier.keys()) put(column, rows, false)
  const gone = new Map<string, GridRow>()
  if (earlier.length > 0) put(earlier.length - 1, gone, true)
  for (const label of rows.keys()) gone.delete(label)
  return { earlier: earlier.length, columns, rows: [...rows.values()], gone: [...gone.values()] }
}

function timingsOf(figures: SubjectFigures | undefined, total: boolean): readonly NamedFigures[] {
  if (!total) return figures?.labels ?? []
  return figures?.total ? [{ ...figures.total, label: '' }] : []
}

/** The rows that a comparison is about. */
export function chosenRows(rows: readonly GridRow[], { labels }: Comparison): readonly GridRow[] {
  if (labels === 'total' || labels === 'all') return rows
  const chosen = new Set(labels)
  return rows.filter(({ label }) => chosen.has(label))
}

export const minRequestsOf = ({ minRequests }: Comparison): number =>
  minRequests !== undefined && minRequests > MIN_REQUESTS ? minRequests : MIN_REQUESTS

/** The figures of one comparison. */
export function tableOf(grid: SubjectGrid, comparison: Comparison): FigureTable {
  const { earlier, columns } = grid
  const chosen = chosenRows(grid.rows, comparison)
  const values = new Float64Array(chosen.length * columns)
  const rows = chosen.map((row, index) =>
    rowOf(row, values.subarray(index * columns, (index + 1) * columns), { earlier, comparison }),
  )
  const roundedTo =
    ROUNDED_TO.find((step) => values.every((value) => !(value > 0) || value % step === 0)) ?? 0
  toLogarithms(values, roundedTo, comparison.worse === 'lower' ? -1 : 1)
  for (const row of rows) row.why ??= whyNot(row.x, earlier)
  return { earlier, columns, rows, roundedTo, field: FIELD_SPREAD }
}

function rowOf(
  { label, cells }: GridRow,
  values: Float64Array,
  { earlier, comparison }: { earlier: number; comparison: Comparison },
): FigureRow {
  const minRequests = minRequestsOf(comparison)
  const row: FigureRow = { label, count: 0, why: undefined, x: values, earlierSampling: 0, sampling: 0 }
  const sums = [0, 0]
  const numbers = [0, 0]
  let [seen, few] = [false, false]
  for (let column = 0; column < cells.length; column++) {
    values[column] = Number.NaN
    const timing = cells[column]
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
  const known = knownColumns(x, 0, x.length)
  const before = known.findIndex((column) => column >= earlier)
  return before > 0 ? undefined : 'no-figure'
}

/** The columns from one up to another (exclusive) that have a value. */
export function knownColumns(x: Float64Array, from: number, to: number): number[] {
  const known: number[] = []
  for (let column = from; column < to; column++) if (!Number.isNaN(x[column]!)) known.push(column)
  return known
}
