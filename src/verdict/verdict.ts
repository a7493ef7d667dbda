import type { Severity } from '../criteria/language/severity.ts'
import type { Dimension } from '../criteria/language/units.ts'
import type { Reason } from '../foundation/reason.ts'
import type { ComparisonVerdict, Interval, RunOrigin, WhyNotJudged, Word } from './usual/model.ts'

/** What the step concluded, and why: the content of `criteria.json` and of everything that people see. */

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
  /** Empty where nothing is wrong. */
  reason: Reason | ''
  /** One sentence for people: what decided. */
  message: string
  /** Whether the step fails, by `fail-on`. */
  failsStep: boolean
  criteria: CriterionResult[]
  /** Set where a run passed because nothing says what to judge it by. */
  nothingJudged?: true
  /** Everything else that people should know, most important first. */
  warnings: string[]
  baseline?: BaselineUse
  /** The runs of this commit that limits from the usual were judged by, oldest first; absent where it is one alone. */
  commitRuns?: CommitRun[]
  /** What XLT's scorecard says, where the run has one. */
  scorecard?: ScorecardVerdict
}

export interface CommitRun {
  /** What people know it by: an attempt, a file, or the run's id. */
  name: string
  /** Of the workflow run, where another attempt or this one judged it. */
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
  /** Formatted with unit, such as `412 ms`; absent where there is nothing to observe. */
  observed?: string
  /** Formatted with unit; for a baseline the computed limit with its origin, such as `< 450 ms (baseline 409 ms + 10%)`. */
  limit?: string
  /** Formatted: by how much it is met or missed, relative to the limit: `8.4% below`, `40 times the limit`. */
  margin?: string
  /** How bad a breach is, relative to the limit, for sorting; greater is worse. */
  badness?: number
  message: string
  /** The message without what a table shows beside it: the labels of `breaches`; empty where figures say it all. */
  shortMessage?: string
  /** For a wildcard: the labels that broke it, worst first. */
  breaches?: { label: string; observed: string; limit?: string }[]
  /** For a wildcard: how many labels matched, and how many of them broke it; `breaches` may name fewer. */
  matched?: number
  breached?: number
  /** How it compares with the usual, where that is its limit. */
  usual?: UsualFacts
  /** Why it is inconclusive: no comparable baseline or not enough of a usual, or data that could not be had. */
  inconclusiveBecause?: 'baseline' | 'data'
  /** It was judged, but on data that is known to be incomplete, for this reason. */
  partialData?: string
  /** The label that it is about, where it names exactly one; for links. */
  subject?: string
  label?: string
  waiver?: { until: string; owner: string; reason: string; active: boolean }
  /** Where it was written: the file as given in `criteria-file`, or the input `criteria`; lines count from 1. */
  source: { file?: string; line: number; column?: number }
}

/** What was found against the usual, in the words and units of `usual/model.ts`; error rates are shares. */
export interface UsualFacts extends Pick<
  ComparisonVerdict,
  'runs' | 'earlierRuns' | 'suspect' | 'words' | 'judgedShare' | 'settledBy' | 'findable'
> {
  /** What all labels have in common, judged for itself. */
  environment?: UsualLabel
  /** What matters most first; not all of them where they are many. */
  labels: UsualLabel[]
  /** In the newest earlier run, and gone now. */
  vanished?: string[]
  /** Where the usual itself changed lately, by more than the limit: an accepted slow-down is the new usual. */
  changes?: UsualChange[]
  /** The usual of the label that decides, for people: `412 ms ± 3% over 8 runs`, or `of "Checkout" 412 ms …`. */
  text?: string
  /** How it went over the earlier runs, for the labels that decide; of the criteria that matter most only. */
  trends?: UsualTrend[]
}

/** One figure over the earlier runs and those of this commit; values are in the units of `UsualLabel`. */
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
  /** Where in `earlier` the level begins that is usual today; the usual before it, where there was another one. */
  levelStart: number
  formerUsual?: number
}

/** Without a value where a run lacks the figure. */
export interface TrendPoint extends RunOrigin {
  value?: number
}

/** What is usual changed with a run of the base branch; told for the few runs after it. */
export interface UsualChange {
  /** One sentence. */
  message: string
  /** The first run at the new level, and how many earlier runs there are from it on. */
  since: RunOrigin
  runs: number
  /** Absent where all labels changed together. */
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
  /** What was asked for, such as `run:1234` or `branch`. */
  from: string
  status: 'used' | 'missing' | 'refused'
  /** Why it is missing or refused. */
  reason?: string
  runId?: string
  commit?: string
  ageMs?: number
}
