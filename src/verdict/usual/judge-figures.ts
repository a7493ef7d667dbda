/** Judges the labels of one comparison, and what they have in common, by their figures. */
import { intervalQuantile, decide, type Bar, type Evidence } from './decide.ts'
import { knownColumns, type FigureRow, type FigureTable } from './figures.ts'
import { environmentOf } from './history/environment.ts'
import { accidentsOf, worstAccident, type Accident } from './history/outliers.ts'
import { fitOf, type Reference } from './history/reference.ts'
import { drawnTogether, roughSpreads, type Spread } from './history/spread.ts'
import { medianInPlace } from './mathematics/median.ts'
import type { LabelFacts, LabelVerdict } from './model.ts'

/** With fewer runs, at least the assumed spread is used: two runs may be similar by accident. */
const FEW_RUNS = 3

/** The data for a decision about one row; `row` is absent for the environment. */
export interface Case {
  row?: FigureRow
  evidence: Evidence
  /** Column of each earlier run that the reference uses. */
  columns: number[]
  /** What was subtracted as the environment, for the usual and for the runs of the commit. */
  taken: { usual: number; now: number }
}

export interface Cases {
  environment?: Case
  labels: Case[]
}

/** Subtracts the environment, fits the earlier runs of every label, and draws their spreads together. */
export function casesOf(table: FigureTable): Cases {
  const environment = environmentOf(table)
  const usable = table.rows.filter((row) => row.why === undefined)
  const common =
    environment && fittedCases([asRow(environment)], { ...table, roundedTo: middleStep(usable, table) })[0]
  if (environment) for (const { x } of usable) for (let i = 0; i < x.length; i++) x[i]! -= environment[i]!
  const labels = fittedCases(usable, table)
  if (common === undefined) return { labels }
  const taken = { usual: common.evidence.reference.x, now: meanOf(common.evidence.now) }
  for (const label of labels) {
    label.taken = taken
    label.evidence.environment = taken.now - taken.usual
  }
  delete common.row
  return { environment: common, labels }
}

/**
 * The rounding step of the median label, as a share of its value: the environment is a median over labels.
 */
function middleStep(usable: readonly FigureRow[], { roundedTo, earlier }: FigureTable): number {
  if (!(roundedTo > 0)) return roundedTo
  const sizes = Float64Array.from(usable, ({ x }) => Math.abs(x[earlier]!))
  return roundedTo / Math.exp(medianInPlace(sizes, sizes.length))
}

const asRow = (x: Float64Array): FigureRow => ({
  label: '',
  count: 0,
  why: undefined,
  x,
  earlierSampling: 0,
  sampling: 0,
})

/** Fits the earlier runs of every row that has some, and draws their spreads together. */
export function fittedCases(allRows: readonly FigureRow[], table: FigureTable): Case[] {
  const scratch = new Float64Array(table.columns)
  const known = allRows.map((row) => ({ row, columns: knownColumns(row.x, 0, table.earlier) }))
  // Earlier runs with too few labels have no environment, so a row that occurs only in them has no values
  // left.
  for (const { row, columns } of known) if (columns.length === 0) row.why = 'new'
  const fitted = known.filter(({ columns }) => columns.length > 0)
  const earlier = packed(fitted, table.earlier)
  const rough = roughSpreads(earlier, scratch, table.field)
  const fits = earlier.map((x, index) => fitOf(x, rough[index]!, scratch))
  const scatters = fits.map(({ scatter }, index) => ({
    ...scatter,
    sampling: fitted[index]!.row.earlierSampling,
  }))
  const spreads = drawnTogether(scatters, table.field).map((spread, index) =>
    earlier[index]!.length < FEW_RUNS ? atLeast(table.field, spread) : spread,
  )
  const accidents = accidentsOf(
    fits.map(({ furthest }, index) => ({ distance: furthest, spread: Math.sqrt(spreads[index]!.variance) })),
  )
  return fitted.map(({ row, columns }, index) => ({
    row,
    columns,
    taken: { usual: 0, now: 0 },
    evidence: evidenceOf(row, {
      table,
      reference: fits[index]!.reference,
      spread: spreads[index]!,
      accidents,
    }),
  }))
}

/**
 * The known values of the earlier runs, without gaps. All rows share one buffer, because thousands of buffers
 * would be slow.
 */
function packed(rows: readonly { row: FigureRow; columns: number[] }[], earlier: number): Float64Array[] {
  const buffer = new Float64Array(rows.length * earlier)
  return rows.map(({ row, columns }, index) => {
    const from = index * earlier
    for (let i = 0; i < columns.length; i++) buffer[from + i] = row.x[columns[i]!]!
    return buffer.subarray(from, from + columns.length)
  })
}

const atLeast = (field: number, spread: Spread): Spread => ({
  ...spread,
  variance: Math.max(spread.variance, field ** 2),
})

interface Known {
  table: FigureTable
  reference: Reference
  spread: Spread
  accidents: readonly Accident[]
}

function evidenceOf(row: FigureRow, { table, reference, spread, accidents }: Known): Evidence {
  return {
    now: knownColumns(row.x, table.earlier, table.columns).map((column) => row.x[column]!),
    reference,
    spread,
    excess: Math.max(0, row.sampling - row.earlierSampling),
    rounding: roundingVariance(table.roundedTo / Math.exp(Math.abs(reference.x)), spread),
    environment: 0,
    outlier: worstAccident(accidents, Math.sqrt(spread.variance)),
  }
}

/**
 * The variance that rounding adds to the difference of two figures, for a step as a share of the value: step²
 * / 12 for each. More runs do not reduce it, unless they spread over several steps (Widrow and Kollár,
 * Quantization Noise, 2008).
 */
function roundingVariance(step: number, { variance }: Spread): number {
  if (!(step > 0)) return 0
  return (step ** 2 / 6) * Math.exp((-2 * Math.PI ** 2 * variance) / step ** 2)
}

/** The verdict of one case; `sign` is −1 if lower is worse. */
export function verdictOf(subject: Case, bar: Bar, sign: 1 | -1): LabelVerdict {
  const { row, evidence, columns } = subject
  const decision = decide(evidence, bar)
  const { reference, spread } = evidence
  const halfBand =
    intervalQuantile(spread.freedom) * Math.sqrt(spread.variance * (1 + reference.varianceShare))
  const facts: LabelFacts = {
    change: Math.expm1(sign * decision.change),
    interval: around(sign * decision.change, decision.halfWidth, -1),
    p: decision.p,
    spread: Math.sqrt(spread.variance),
    runs: evidence.now.length,
    earlierRuns: reference.runs,
    levelStart: columns[reference.start]!,
  }
  const former = reference.level ?? reference.former
  if (former !== undefined) facts.levelChange = Math.expm1(sign * (reference.x - former))
  if (row) {
    const usual = sign * (reference.x + subject.taken.usual)
    facts.value = Math.exp(sign * (reference.x + decision.change + subject.taken.now))
    facts.usual = Math.exp(usual)
    facts.band = around(usual, halfBand, 0)
    if (former !== undefined) facts.formerUsual = Math.exp(sign * (former + subject.taken.usual))
  }
  const verdict: LabelVerdict = { label: row?.label ?? '', word: decision.word, facts }
  return decision.word === 'not-judged' ? { ...verdict, why: 'noise' } : verdict
}

const around = (x: number, half: number, offset: 0 | -1) => ({
  low: Math.exp(x - half) + offset,
  high: Math.exp(x + half) + offset,
})

const meanOf = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length
