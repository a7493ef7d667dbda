/**
 * Judges the runs of a commit against what is usual: the entry point of this folder. Never throws, whatever
 * the numbers are.
 */
import type { Bar } from './decide.ts'
import { chosenRows, minRequestsOf, type FigureTable } from './figures.ts'
import { errorVerdictOf } from './errors/judge-errors.ts'
import { verdictOf, type Cases } from './judge-figures.ts'
import type {
  Comparison,
  ComparisonVerdict,
  LabelVerdict,
  RunFigures,
  UsualQuestion,
  UsualVerdict,
} from './model.ts'
import { preparing, type Prepared } from './preparation.ts'
import { findableOf, isOpen, MOST_RUNS, settledBy, type OpenCase, type Proof } from './settled-by.ts'
import { sharesOf, statusOf, tooLittleJudged, wordsOf, type Shares } from './sum-up.ts'

const MOST_EARLIER_RUNS = 12
/** The largest share of steps that fail although nothing changed, with one run and with several. */
const FALSE_ALARMS = { oneRun: 0.003, severalRuns: 0.005 }
/** The part of it that the environments may use; the labels share the rest. */
const ENVIRONMENT_SHARE = 0.25
/** The largest share of unchanged steps in which another run may seem necessary. */
const SUSPECT_SHARE = 0.2
/** If there are several runs, each of them must be beyond chance by itself. */
const ALONE = { share: 0.4, least: 0.004, most: 0.1 }
/** The largest probability that a change is only a step that the newest earlier runs already show. */
const MOST_NEWEST = { label: 0.08, environment: 0.02 }
/** The margin of the method itself, for `usual` without a figure (a limit of 0). */
export const OWN_MARGIN = 0.03

export function judgeUsual({ runs, history, comparisons }: UsualQuestion): UsualVerdict {
  return usualJudge(runs, history).verdicts(comparisons)
}

/** Judges the same runs by one set of comparisons after another; each set has its own budget. */
export interface UsualJudge {
  verdicts: (comparisons: readonly Comparison[]) => UsualVerdict
  /** The same decisions, without the work for what would settle them and what could be found. */
  decisions: (comparisons: readonly Comparison[]) => Decision[]
}

/** The part of a verdict that is decided; an invalid limit decides nothing. */
export interface Decision {
  status: ComparisonVerdict['status']
  labels: LabelVerdict[]
  environment?: LabelVerdict | undefined
}

export function usualJudge(allRuns: readonly RunFigures[], allEarlier: readonly RunFigures[]): UsualJudge {
  const runs = lastOfEach(allRuns, new Set()).slice(-MOST_RUNS)
  const ours = new Set(runs.flatMap(({ id }) => (id === undefined ? [] : [id])))
  const history = lastOfEach(allEarlier, ours).slice(-MOST_EARLIER_RUNS)
  const positions = history.map((run) => allEarlier.lastIndexOf(run))
  const preparations = preparing(history, runs)
  return {
    verdicts: (comparisons) => {
      const prepared = preparations(comparisons)
      const budget = budgetOf(prepared, runs.length)
      return {
        comparisons: prepared.map((one) => verdictOn(one, budget, positions)),
        compared: budget.labels + budget.environments,
      }
    },
    decisions: (comparisons) => {
      const prepared = preparations(comparisons)
      const budget = budgetOf(prepared, runs.length)
      return prepared.map((one) => judged(one, budget) ?? { status: 'inconclusive', labels: [] })
    },
  }
}

function budgetOf(prepared: readonly Prepared[], runs: number): Budget {
  return {
    labels: sumOf(prepared, ({ cases, errors }) => (cases ?? { labels: errors ?? [] }).labels.length),
    environments: sumOf(prepared, ({ cases }) => (cases?.environment ? 1 : 0)),
    runs,
  }
}

/**
 * The runs without those that occur again later, or are in `others`. A run without an ID is never a
 * duplicate.
 */
function lastOfEach(runs: readonly RunFigures[], others: ReadonlySet<string>): RunFigures[] {
  const seen = new Set(others)
  const kept: RunFigures[] = []
  for (const run of runs.toReversed()) {
    if (run.id !== undefined && seen.has(run.id)) continue
    if (run.id !== undefined) seen.add(run.id)
    kept.push(run)
  }
  return kept.toReversed()
}

export interface Budget {
  labels: number
  environments: number
  runs: number
}

/** All comparisons of the step share one budget of false alarms, by Bonferroni. */
export function proofOf(
  what: 'label' | 'environment',
  { labels, environments, runs }: Budget,
  limit: number,
): Proof {
  const share = environments > 0 ? ENVIRONMENT_SHARE : 0
  const each = what === 'label' ? (1 - share) / Math.max(1, labels) : share / Math.max(1, environments)
  const alone = Math.min(ALONE.most, Math.max(ALONE.least, ALONE.share * each))
  const several: Bar = {
    limit,
    red: FALSE_ALARMS.severalRuns * each,
    suspect: SUSPECT_SHARE * each,
    alone,
    newest: Math.min(MOST_NEWEST[what], alone),
  }
  return { now: runs > 1 ? several : { ...several, red: FALSE_ALARMS.oneRun * each }, several }
}

/**
 * ln(1 + limit); undefined if the limit is invalid. For points it only shows whether the limit is valid,
 * because counts are compared differently.
 */
function limitOf({ limit, worse, kind }: Comparison): number | undefined {
  if ('points' in limit)
    return kind === 'error-share' && limit.points > 0 && limit.points < 1 ? OWN_MARGIN : undefined
  const given = limit.ratio === 0 ? OWN_MARGIN : limit.ratio
  const ln = worse === 'lower' ? -Math.log1p(-given) : Math.log1p(given)
  return given > 0 && Number.isFinite(ln) ? ln : undefined
}

interface Decided extends Decision {
  shares: Shares
  proofs: Record<'label' | 'environment', Proof>
}

/** Undefined if the limit is invalid. */
function judged({ comparison, cases, errors, table }: Prepared, budget: Budget): Decided | undefined {
  const limit = limitOf(comparison)
  if (limit === undefined) return undefined
  const proofs = {
    label: proofOf('label', budget, limit),
    environment: proofOf('environment', budget, limit),
  }
  const sign = comparison.worse === 'lower' ? -1 : 1
  const labels = errors
    ? errors.map((one) => errorVerdictOf(one, proofs.label.now, comparison.limit))
    : labelVerdicts(table, cases, { bar: proofs.label.now, sign })
  const environment = cases?.environment && verdictOf(cases.environment, proofs.environment.now, sign)
  const shares = sharesOf(labels, errors ?? table?.rows ?? [])
  return { status: statusOf(environment, labels, shares), labels, environment, shares, proofs }
}

function verdictOn(prepared: Prepared, budget: Budget, positions: readonly number[]): ComparisonVerdict {
  const decided = judged(prepared, budget)
  if (decided === undefined) return withoutLimit(prepared)
  const { cases, grid } = prepared
  const { status, labels, environment, shares, proofs } = decided
  const all = environment ? [environment, ...labels] : labels
  for (const { facts } of all) if (facts) facts.levelStart = positions[facts.levelStart] ?? 0
  const verdict: ComparisonVerdict = {
    ...frameOf(prepared, labels),
    status,
    suspect: status === 'inconclusive' && all.some(({ word }) => word === 'suspect'),
    ...(environment && { environment }),
    judgedShare: shares.judged,
  }
  if (!cases) return verdict
  if (status === 'inconclusive') verdict.settledBy = settledBy(openCases(cases, { verdict, shares, proofs }))
  const findable = findableOf(cases, proofs.label, grid.columns - grid.earlier)
  return findable ? { ...verdict, findable } : verdict
}

function withoutLimit(prepared: Prepared): ComparisonVerdict {
  const rows = chosenRows(prepared.grid.rows, prepared.comparison)
  return frameOf(
    prepared,
    rows.map(({ label }) => ({ label, word: 'not-judged', why: 'no-limit' })),
  )
}

/** The verdict without any decision. */
function frameOf(prepared: Prepared, labels: LabelVerdict[]): ComparisonVerdict {
  const { comparison, grid } = prepared
  return {
    name: comparison.name,
    status: 'inconclusive',
    suspect: false,
    labels,
    vanished: vanishedFrom(prepared),
    words: wordsOf(labels),
    judgedShare: 0,
    runs: grid.columns - grid.earlier,
    earlierRuns: grid.earlier,
    settledBy: {},
  }
}

interface Open {
  verdict: ComparisonVerdict
  shares: Shares
  proofs: Record<'label' | 'environment', Proof>
}

function openCases({ environment, labels }: Cases, { verdict, shares, proofs }: Open): OpenCase[] {
  const byLabel = new Map(verdict.labels.map((label) => [label.label, label]))
  const tooLittle = tooLittleJudged(shares)
  const open = labels
    .filter(({ row }) => isOpen(byLabel.get(row?.label ?? '')!, tooLittle))
    .map(({ evidence }) => ({ evidence, proof: proofs.label }))
  const blind = environment && verdict.environment && isOpen(verdict.environment, true)
  return blind ? [{ evidence: environment.evidence, proof: proofs.environment }, ...open] : open
}

function labelVerdicts(
  table: FigureTable | undefined,
  cases: Cases | undefined,
  { bar, sign }: { bar: Bar; sign: 1 | -1 },
): LabelVerdict[] {
  const byRow = new Map(cases?.labels.map((one) => [one.row, one]))
  return (table?.rows ?? []).map((row): LabelVerdict => {
    const one = byRow.get(row)
    return one
      ? verdictOf(one, bar, sign)
      : { label: row.label, word: 'not-judged', ...(row.why && { why: row.why }) }
  })
}

function vanishedFrom({ grid, comparison }: Prepared): string[] {
  const least = minRequestsOf(comparison)
  const gone = chosenRows(grid.gone, comparison)
  return gone.filter(({ cells }) => cells[grid.earlier - 1]!.count >= least).map(({ label }) => label)
}

function sumOf<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0)
}
