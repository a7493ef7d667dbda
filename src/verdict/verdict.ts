import type { Severity } from '../criteria/language/severity.ts'
import type { Dimension } from '../criteria/language/units.ts'
import type { Reason } from '../foundation/reason.ts'
import type { ComparisonVerdict, Interval, RunOrigin, WhyNotJudged, Word } from './usual/model.ts'

/** The step's result and the reason for it: the content of `criteria.json` and of all reports. */

export const OUTCOMES = [
  'passed',
  'failed',
  'inconclusive',
  'error',
  'timed-out',
  'cancelled',
  'started',
] as const
export type Outcome = (typeof OUTCOMES)[number]

export interface Verdict {
  outcome: Outcome
  /** Empty if nothing is wrong. */
  reason: Reason | ''
  /** One sentence for people: what decided the outcome. */
  message: string
  /** Whether the step fails, as set by `fail-on`. */
  failsStep: boolean
  criteria: CriterionResult[]
  /** Set if a run passed only because there was nothing to judge it by. */
  nothingJudged?: true
  /** Everything else that people should know, most important first. */
  warnings: string[]
  baseline?: BaselineUse
  /**
   * The runs of this commit that limits from the usual were judged by, oldest first; absent if there is only
   * one.
   */
  commitRuns?: CommitRun[]
  /** The result of XLT's scorecard, if the run has one. */
  scorecard?: ScorecardVerdict
}

export interface CommitRun {
  /** How people recognize it: an attempt, a file, or the run's ID. */
  name: string
  /** The attempt of the workflow run that judged it. */
  attempt?: number
  ids: string[]
}

export interface ScorecardVerdict {
  failed: boolean
  /** One sentence: points, rating, failed rules. */
  message: string
}

export type CriterionStatus = 'passed' | 'failed' | 'skipped' | 'error' | 'inconclusive'

export interface CriterionResult {
  id: string
  /** The criterion as written. */
  criterion: string
  severity: Severity
  status: CriterionStatus
  /** Formatted with unit, such as `412 ms`; absent if there is nothing to observe. */
  observed?: string
  /**
   * Formatted with unit; for a baseline the computed limit with its origin, such as `< 450 ms (baseline 409
   * ms + 10%)`.
   */
  limit?: string
  /** Formatted: how far the value is from the limit, relative to it: `8.4% below`, `40 times the limit`. */
  margin?: string
  /** How bad a breach is, relative to the limit, for sorting; greater is worse. */
  badness?: number
  message: string
  /**
   * The message without what a table shows next to it: the labels of `breaches`; empty if the figures say
   * everything.
   */
  shortMessage?: string
  /** For a wildcard: the labels that broke it, worst first. */
  breaches?: { label: string; observed: string; limit?: string }[]
  /** For a wildcard: how many labels matched, and how many of them broke it; `breaches` may name fewer. */
  matched?: number
  breached?: number
  /** The comparison with the usual, if that is the limit. */
  usual?: UsualFacts
  /** Why it is inconclusive: no comparable baseline, too little data about the usual, or missing data. */
  inconclusiveBecause?: 'baseline' | 'data'
  /** There is no baseline at all; the message says why, and is the same for all such criteria. */
  lacksBaseline?: true
  /** Set if the data is known to be incomplete, with the reason; the criterion was judged anyway. */
  partialData?: string
  /** What it is about, if it names exactly one label; for links. */
  subject?: string
  label?: string
  waiver?: { until: string; owner: string; reason: string; active: boolean }
  /**
   * Where it was written: the file as given in `criteria-file`, or the input `criteria`; lines count from 1.
   */
  source: { file?: string; line: number; column?: number }
}

/** The comparison with the usual, in the words and units of `usual/model.ts`; error rates are shares. */
export interface UsualFacts extends Pick<
  ComparisonVerdict,
  'runs' | 'earlierRuns' | 'suspect' | 'words' | 'judgedShare' | 'settledBy' | 'findable'
> {
  /** What all labels have in common, judged separately. */
  environment?: UsualLabel
  /** The most important first; not all of them if there are many. */
  labels: UsualLabel[]
  /** Labels that the newest earlier run has, and this run does not. */
  vanished?: string[]
  /**
   * Recent changes of the usual itself that are larger than the limit: a slowdown that was accepted has
   * become the usual.
   */
  changes?: UsualChange[]
  /** The usual of the label that decides, as text: `412 ms ± 3% over 8 runs`, or `of "Checkout" 412 ms …`. */
  text?: string
  /** The figures over the earlier runs, for the labels that decide; only for the most important criteria. */
  trends?: UsualTrend[]
}

/** One figure over the earlier runs and those of this commit; values have the units of `UsualLabel`. */
export interface UsualTrend {
  /** Empty for the total. */
  label: string
  word: Word
  dimension: Dimension
  /** `470 ms, 14% slower than usual (8% to 20%); usual is 412 ms ± 3% over 8 runs`. */
  text: string
  /** Oldest first. */
  earlier: TrendPoint[]
  /** The runs of this commit. */
  now: TrendPoint[]
  usual: number
  band: Interval
  /**
   * The index in `earlier` where the current level begins; `formerUsual` is the level before it, if there was
   * one.
   */
  levelStart: number
  formerUsual?: number
}

/** Without a value if the run lacks the figure. */
export interface TrendPoint extends RunOrigin {
  value?: number
}

/** A change of the usual that began with a run of the base branch; reported only for a few runs after it. */
export interface UsualChange {
  /** One sentence. */
  message: string
  /** The first run at the new level, and the number of earlier runs since then, including it. */
  since: RunOrigin
  runs: number
  /** Absent if all labels changed together. */
  labels?: { label: string; from: number; to: number }[]
}

export interface UsualLabel {
  /** Empty for the total and for the environment. */
  label: string
  word: Word
  why?: WhyNotJudged
  value?: number
  usual?: number
  band?: Interval
  change?: number
  interval?: Interval
  spread?: number
  runs?: number
  earlierRuns?: number
  levelStart?: number
  formerUsual?: number
}

export interface BaselineUse {
  /** What was requested, such as `run:1234` or `branch`. */
  from: string
  status: 'used' | 'missing' | 'refused'
  /** Why it is missing or refused. */
  reason?: string
  runId?: string
  commit?: string
  ageMs?: number
}
