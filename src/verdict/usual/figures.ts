/**
 * The figures of one comparison as a table: one row per label, one column per run. All values are logarithms
 * that grow when it gets worse.
 */
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
/** Steps to which reports round figures, coarsest first: XLT rounds to 1 ms, old versions to 5 or 10. */
const ROUNDED_TO = [10, 5, 1]

export interface FigureTable {
  /** The number of earlier runs, which are the first columns, oldest first; the runs of the commit follow. */
  earlier: number
  columns: number
  rows: FigureRow[]
  /** All values are multiples of this step, in units of the value; 0 if there is no such step. */
  roundedTo: number
  /** The spread that is assumed until enough runs are known. */
  field: number
}

export interface FigureRow {
  label: string
  /** Requests in the newest run of the commit. */
  count: number
  why: WhyNotJudged | undefined
  /** ln(value), or −ln(value) if lower is worse; NaN if a run has no usable value. */
  x: Float64Array
  /** Sampling variances, averaged over the earlier runs and over those of the commit; 0 if unknown. */
  earlierSampling: number
  sampling: number
}

/** The figures of one subject in all runs, prepared once for all comparisons. */
export interface SubjectGrid {
  /** Columns as in `FigureTable`. */
  earlier: number
  columns: number
  /** The labels in the runs of the commit; those of the newest run come first. */
  rows: GridRow[]
  /** Labels of the newest earlier run that no run of the commit has. */
  gone: GridRow[]
  /** By name, for all rows. */
  figures: ReadonlyMap<string, FigureColumns>
}

/** One figure of all rows, row by row: the values of the runs, and NaN if a value is missing or unusable. */
interface FigureColumns {
  values: Float64Array
  /** Sampling variances; 0 if unknown. */
  samplings: Float64Array
}

export interface GridRow {
  label: string
  /** Its index in `rows`. */
  index: number
  /** By column. If a label occurs twice in a run, the first one counts. */
  cells: (LabelFigures | undefined)[]
}

/** Creates the grid for a subject's labels, or only its total, with these figures. */
export function gridOf(
  earlier: readonly RunFigures[],
  runs: readonly RunFigures[],
  { subject, labels }: Pick<Comparison, 'subject' | 'labels'>,
  figures: readonly string[],
): SubjectGrid {
  const columns = earlier.length + runs.length
  const rows = new Map<string, GridRow>()
  const order = [...runs.keys()].map((run) => earlier.length + run).toReversed()
  const all = [...earlier, ...runs].map((run) => timingsOf(run.subjects.get(subject), labels === 'total'))
  const put = (column: number, into: Map<string, GridRow>, opens: boolean) => {
    for (const timing of all[column]!) {
      let row = into.get(timing.label)
      if (!row) {
        if (!opens) continue
        row = { label: timing.label, index: into.size, cells: Array(columns).fill(undefined) }
        into.set(timing.label, row)
      }
      row.cells[column] ??= timing
    }
  }
  for (const column of order) put(column, rows, true)
  for (const column of earlier.keys()) put(column, rows, false)
  const gone = new Map<string, GridRow>()
  if (earlier.length > 0) put(earlier.length - 1, gone, true)
  for (const label of rows.keys()) gone.delete(label)
  const ordered = [...rows.values()]
  return {
    earlier: earlier.length,
    columns,
    rows: ordered,
    gone: [...gone.values()],
    figures: figuresOf(ordered, columns, figures),
  }
}

/**
 * Reads run by run, with all figures of a label at once: that is faster, because thousands of small maps are
 * far apart in memory.
 */
function figuresOf(
  rows: readonly GridRow[],
  columns: number,
  names: readonly string[],
): Map<string, FigureColumns> {
  const all = names.map((): FigureColumns => {
    const values = new Float64Array(rows.length * columns).fill(Number.NaN)
    return { values, samplings: new Float64Array(rows.length * columns) }
  })
  for (let column = 0; column < columns; column++) {
    for (let index = 0; index < rows.length; index++) {
      const figures = rows[index]!.cells[column]?.figures
      if (!figures) continue
      for (let name = 0; name < names.length; name++) {
        const figure = figures.get(names[name]!)
        if (!figure || !comparable(figure)) continue
        const at = index * columns + column
        all[name]!.values[at] = figure.value
        all[name]!.samplings[at] = samplingOf(figure)
      }
    }
  }
  return new Map(names.map((name, index) => [name, all[index]!]))
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
  const stated = grid.figures.get(comparison.figure)!
  const values = new Float64Array(chosen.length * columns)
  const rows = chosen.map((row, index) =>
    rowOf(row, values.subarray(index * columns, (index + 1) * columns), { earlier, comparison, stated }),
  )
  const roundedTo = ROUNDED_TO.find((step) => areMultiples(values, step)) ?? 0
  toLogarithms(values, roundedTo, comparison.worse === 'lower' ? -1 : 1)
  for (const row of rows) row.why ??= whyNot(row.x, earlier)
  return { earlier, columns, rows, roundedTo, field: FIELD_SPREAD }
}

/**
 * Whether all values above 0 are multiples of the step. A loop, because calling a function for each of tens
 * of thousands of values would take most of the time.
 */
function areMultiples(values: Float64Array, step: number): boolean {
  for (let i = 0; i < values.length; i++) if (values[i]! > 0 && values[i]! % step !== 0) return false
  return true
}

interface Stated {
  earlier: number
  comparison: Comparison
  stated: FigureColumns
}

function rowOf(
  { label, index, cells }: GridRow,
  values: Float64Array,
  { earlier, comparison, stated }: Stated,
): FigureRow {
  const minRequests = minRequestsOf(comparison)
  const row: FigureRow = { label, count: 0, why: undefined, x: values, earlierSampling: 0, sampling: 0 }
  const from = index * cells.length
  let [sumBefore, numberBefore, sumNow, numberNow] = [0, 0, 0, 0]
  let [seen, few] = [false, false]
  for (let column = 0; column < cells.length; column++) {
    values[column] = Number.NaN
    const timing = cells[column]
    if (!timing) continue
    const { count } = timing
    if (column < earlier) seen = true
    else row.count = count >= 0 && count < Infinity ? count : 0
    if (!(count >= minRequests)) {
      few = true
      continue
    }
    const value = stated.values[from + column]!
    if (Number.isNaN(value)) continue
    values[column] = value
    if (column < earlier) {
      sumBefore += stated.samplings[from + column]!
      numberBefore++
    } else {
      sumNow += stated.samplings[from + column]!
      numberNow++
    }
  }
  if (!seen) row.why = 'new'
  else if (few && (numberBefore === 0 || numberNow === 0)) row.why = 'few-requests'
  row.earlierSampling = numberBefore === 0 ? 0 : sumBefore / numberBefore
  row.sampling = numberNow === 0 ? 0 : sumNow / numberNow
  return row
}

const comparable = ({ value }: Figure): boolean => Number.isFinite(value) && value >= 0

const samplingOf = ({ samplingVariance }: Figure): number =>
  samplingVariance !== undefined && samplingVariance > 0 && samplingVariance < 1e6 ? samplingVariance : 0

/** 0 has no logarithm: if values are rounded, it becomes half a step; otherwise it is unusable. */
function toLogarithms(values: Float64Array, roundedTo: number, sign: number): void {
  for (let i = 0; i < values.length; i++) {
    const value = Math.max(values[i]!, roundedTo / 2)
    values[i] = value > 0 ? sign * Math.log(value) : Number.NaN
  }
}

function whyNot(x: Float64Array, earlier: number): WhyNotJudged | undefined {
  return hasKnown(x, 0, earlier) && hasKnown(x, earlier, x.length) ? undefined : 'no-figure'
}

function hasKnown(x: Float64Array, from: number, to: number): boolean {
  for (let column = from; column < to; column++) if (!Number.isNaN(x[column]!)) return true
  return false
}

/** The columns from `from` up to `to` (exclusive) that have a value. */
export function knownColumns(x: Float64Array, from: number, to: number): number[] {
  const known: number[] = []
  for (let column = from; column < to; column++) if (!Number.isNaN(x[column]!)) known.push(column)
  return known
}
