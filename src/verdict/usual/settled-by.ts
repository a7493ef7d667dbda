/** How many more runs would decide open cases, and which slowdown would be found now. */
import { errorOf, intervalQuantile, MUST_NOT_MISS, type Bar, type Evidence } from './decide.ts'
import { powerOf, surelyFound } from './findable.ts'
import type { Case, Cases } from './judge-figures.ts'
import { upperTailOfT } from './mathematics/student-t.ts'
import type { ComparisonVerdict, LabelVerdict } from './model.ts'

/** Only this many runs of a commit count, so more would not settle anything. */
export const MOST_RUNS = 3
const MOST_EARLIER_RUNS = 12

/** The thresholds of a comparison: with the runs so far, and with several. */
export interface Proof {
  now: Bar
  several: Bar
}

export interface OpenCase {
  evidence: Evidence
  proof: Proof
}

/**
 * The cases that keep a criterion undecided. Labels that are not judged belong to them only if too little is
 * judged.
 */
export function isOpen({ word }: LabelVerdict, tooLittleJudged: boolean): boolean {
  return word === 'suspect' || word === 'undecided' || (word === 'not-judged' && tooLittleJudged)
}

/**
 * The fewest further runs that would decide all open cases if they showed the same change again; for each way
 * by itself.
 */
export function settledBy(open: readonly OpenCase[]): ComparisonVerdict['settledBy'] {
  if (open.length === 0) return {}
  const runs = open.map(moreRuns)
  const earlier = open.map(moreEarlierRuns)
  return {
    ...(!runs.includes(undefined) && { moreRuns: Math.max(...(runs as number[])) }),
    ...(!earlier.includes(undefined) && { moreEarlierRuns: Math.max(...(earlier as number[])) }),
  }
}

function moreRuns({ evidence, proof }: OpenCase): number | undefined {
  for (let more = 1; evidence.now.length + more <= MOST_RUNS; more++)
    if (decided(evidence, evidence.now.length + more, proof.several)) return more
  return undefined
}

function moreEarlierRuns({ evidence, proof }: OpenCase): number | undefined {
  const { reference, spread } = evidence
  for (let more = 1; reference.runs + more <= MOST_EARLIER_RUNS; more++) {
    const runs = reference.runs + more
    const varianceShare = (reference.varianceShare * reference.runs) / runs
    const then = {
      ...evidence,
      reference: { ...reference, varianceShare },
      spread: { ...spread, freedom: spread.freedom + more },
    }
    if (decided(then, evidence.now.length, proof.now)) return more
  }
  return undefined
}

function decided(evidence: Evidence, runs: number, bar: Bar): boolean {
  const change = changeOf(evidence)
  const error = errorOf(evidence, runs)
  if (change > bar.limit) return upperTailOfT(change / error, evidence.spread.freedom) < bar.red
  return change + intervalQuantile(evidence.spread.freedom) * error < MUST_NOT_MISS * bar.limit
}

const changeOf = ({ now, reference }: Evidence): number =>
  now.reduce((sum, x) => sum + x, 0) / now.length - reference.x

/**
 * What would be found for the median label of those that could be judged; if there is none, for the
 * environment.
 */
export function findableOf(
  { labels, environment }: Cases,
  proof: Proof,
  runs: number,
): ComparisonVerdict['findable'] {
  const middle = middleOf(labels) ?? environment
  if (!middle) return undefined
  const setting = (count: number) => ({
    runs: count,
    environmentError: environment ? errorOf(environment.evidence, count) : 0,
  })
  const more = Math.min(MOST_RUNS, runs + 1)
  return {
    now: Math.expm1(surelyFound(powerOf(middle.evidence, proof.now, setting(runs)))),
    withOneMore: Math.expm1(surelyFound(powerOf(middle.evidence, proof.several, setting(more)))),
  }
}

function middleOf(cases: readonly Case[]): Case | undefined {
  const byNoise = cases.toSorted((a, b) => errorOf(a.evidence, 1) - errorOf(b.evidence, 1))
  return byNoise[byNoise.length >> 1]
}
