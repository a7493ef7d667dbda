/** Judges the labels of one comparison, and what they have in common, by their figures. */
import { decide, type Bar, type Evidence } from './decide.ts'
import type { FigureRow, FigureTable } from './figures.ts'
import { environmentOf } from './history/environment.ts'
import { accidentsOf, largestOf, worstAccident } from './history/outliers.ts'
import { fitOf, type Fit } from './history/reference.ts'
import { drawnTogether, FIELD_SPREAD, roughSpreads, type Spread } from './history/spread.ts'
import { quantileOfT } from './mathematics/student-t.ts'
import type { LabelFacts, LabelVerdict } from './model.ts'

/** Two runs that are alike by accident must not pass for a small spread. */
const FEW_RUNS = 3

/** What there is to decide about one row; `row` is absent for the environment. */
export interface Case {
  row?: FigureRow
  evidence: Evidence
  fit: Fit
  /** Column of each earlier run that the fit knows. */
  columns: number[]
  /** What was taken off as environment, usually and in the runs of the commit. */
  taken: { usual: number; now: number }
}

export interface Cases {
  environment?: Case
  labels: Case[]
}

/** Takes the environment off, fits the earlier runs of every label, and draws their spreads together. */
export function casesOf(table: FigureTable): Cases {
  const environment = environmentOf(table)
  const usable = table.rows.filter((row) => row.why === undefined)
  const common = environment && fittedCases([asRow(environment)], table)[0]
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

const asRow = (x: Float64Array): FigureRow => ({ label: '', count: 0, x, earlierSampling: 0, sampling: 0 })

function fittedCases(allRows: readonly FigureRow[], table: FigureTable): Case[] {
  const scratch = new Float64Array(table.columns)
  // Earlier runs with too few labels have no environment: a row that only they have has nothing left.
  const hasEarlier = (row: FigureRow) => knownColumns(row.x, 0, table.earlier).length > 0
  const rows = allRows.filter(hasEarlier)
  for (const row of allRows) if (!hasEarlier(row)) row.why = 'new'
  const columns = rows.map(({ x }) => knownColumns(x, 0, table.earlier))
  const earlier = rows.map(({ x }, index) => Float64Array.from(columns[index]!, (column) => x[column]!))
  const rough = roughSpreads(earlier, scratch)
  const fits = earlier.map((x, index): Fit => {
    const { reference, residuals, squares, freedom } = fitOf(x, rough[index]!, scratch)
    return { reference, residuals, scatter: { squares, freedom, sampling: rows[index]!.earlierSampling } }
  })
  const spreads = drawnTogether(fits.map(({ scatter }) => scatter)).map((spread, index) =>
    earlier[index]!.length < FEW_RUNS ? atLeastField(spread) : spread,
  )
  const accidents = largestOf(
    fits.flatMap(({ residuals }, i) => accidentsOf(residuals, Math.sqrt(spreads[i]!.variance))),
  )
  return rows.map((row, index) => ({
    row,
    fit: fits[index]!,
    columns: columns[index]!,
    taken: { usual: 0, now: 0 },
    evidence: evidenceOf(row, { table, fit: fits[index]!, spread: spreads[index]!, accidents }),
  }))
}

const atLeastField = ({ variance, freedom }: Spread): Spread => ({
  variance: Math.max(variance, FIELD_SPREAD ** 2),
  freedom,
})

interface Known {
  table: FigureTable
  fit: Fit
  spread: Spread
  accidents: ReturnType<typeof largestOf>
}

function evidenceOf(row: FigureRow, { table, fit, spread, accidents }: Known): Evidence {
  return {
    now: knownColumns(row.x, table.earlier, table.columns).map((column) => row.x[column]!),
    reference: fit.reference,
    spread,
    excess: Math.max(0, row.sampling - row.earlierSampling),
    rounding: roundingVariance(table.roundedTo / Math.exp(Math.abs(fit.reference.x)), spread),
    environment: 0,
    outlier: worstAccident(accidents, Math.sqrt(spread.variance)),
  }
}

/**
 * What rounding adds to the difference of two figures, for a step as a share of the value: step² / 12 for each, and it
 * stays however many runs there are, unless they spread over several steps (Widrow and Kollár, Quantization Noise, 2008).
 */
function roundingVariance(step: number, { variance }: Spread): number {
  if (!(step > 0)) return 0
  return (step ** 2 / 6) * Math.exp((-2 * Math.PI ** 2 * variance) / step ** 2)
}

function knownColumns(x: Float64Array, from: number, to: number): number[] {
  const known: number[] = []
  for (let column = from; column < to; column++) if (!Number.isNaN(x[column]!)) known.push(column)
  return known
}

/** The verdict of one case; `sign` is −1 where lower is worse. */
export function verdictOf(subject: Case, bar: Bar, sign: 1 | -1): LabelVerdict {
  const { row, evidence, columns } = subject
  const decision = decide(evidence, bar)
  const { reference, spread } = evidence
  const halfBand =
    quantileOfT(0.025, spread.freedom) * Math.sqrt(spread.variance * (1 + reference.varianceShare))
  const facts: LabelFacts = {
    change: Math.expm1(sign * decision.change),
    interval: around(sign * decision.change, decision.halfWidth, -1),
    p: decision.p,
    spread: Math.sqrt(spread.variance),
    runs: evidence.now.length,
    earlierRuns: reference.runs,
    levelStart: columns[reference.start]!,
  }
  if (row) {
    const usual = sign * (reference.x + subject.taken.usual)
    facts.value = Math.exp(sign * (reference.x + decision.change + subject.taken.now))
    facts.usual = Math.exp(usual)
    facts.band = around(usual, halfBand, 0)
    const former = reference.level ?? reference.former
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
