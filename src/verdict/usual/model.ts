/**
 * What the judgment "against the usual" takes and gives. All of this folder is pure and deterministic: no clock, no
 * random numbers, no input or output, nothing of the rest of the sources. `judgeUsual` in `judge-usual.ts` is the entry.
 *
 * What the caller prepares, per run (`measurements.json` has all of it):
 *
 * - `labels`: every label of the subject with `count`, `errors`, and the figures that criteria use, as the report states
 *   them (ms, 1/s). Figures that are absent stay absent; a broken one (NaN, negative, infinite) is not judged.
 * - `samplingVariance`: variance of ln(value) by chance within the run, the larger of two parts of `sampling-error.ts`:
 *   `samplingVarianceOfPercentile` from the count and the percentiles next to it (for p95 those of 90 and 99, or two
 *   ranks of the histogram around it, say 93 and 97), `samplingVarianceOfMean` from mean, deviation and count, or
 *   `samplingVarianceOfRate` from the count; and `samplingVarianceOfBlocks` over the intervals of `series` (its p95Ms,
 *   p50Ms or meanMs), joined to at least 8 blocks of 20 requests and more. Only the 50 busiest labels have a series;
 *   without one the independent part stands alone. Leave the field out where nothing is known. It is no promise: where
 *   the history shows less scatter than it claims, the history is believed.
 * - The first minute and what the load profile declares as ramp-up or shut-down should be left out. That needs figures
 *   of a part of the run: for means and rates the `series` (start, interval, count, mean) is enough; percentiles need the
 *   histogram of that part, which `measurements.json` does not hold today. Until it does, pass whole runs, earlier and
 *   new ones alike: what the warm-up adds to the spread between runs is then part of what is usual.
 */
export interface RunFigures {
  /** The service's id of the run: one that stands in the history twice, or is judged itself, counts once. */
  id?: string
  /** For people; nothing is decided by it. */
  origin?: RunOrigin
  /** By subject as criteria name it: `requests`, `transactions`. */
  subjects: ReadonlyMap<string, SubjectFigures>
}

/** What people know a run by. */
export interface RunOrigin {
  /** When it ended, in milliseconds since 1970. */
  atMs?: number
  /** As the run's own file says it: any text. */
  commit?: string
  runId?: string
  /** Of the workflow run, or at the service. */
  url?: string
}

export interface SubjectFigures {
  total?: LabelFigures
  labels: readonly NamedFigures[]
}

export interface LabelFigures {
  count: number
  errors?: number
  /** By name as criteria write it: `p95`, `mean`, `rate`. Only what criteria use is needed. */
  figures: ReadonlyMap<string, Figure>
}

export interface NamedFigures extends LabelFigures {
  label: string
}

export interface Figure {
  value: number
  /** Variance of ln(value) by chance within the run; see above. */
  samplingVariance?: number
}

/** One criterion that compares with the usual. */
export interface Comparison {
  /** Given back with the result, say the text of the criterion. */
  name: string
  subject: string
  /** `total`, or the labels: `all`, or those that the criterion's pattern chose from this run and the earlier ones. */
  labels: 'total' | 'all' | readonly string[]
  /** A key of `figures`; for `errors` counts are compared, and `figures` is not read. */
  figure: string
  /** `error-share` compares errors per request by their counts, which a logarithm could not do near 0. */
  kind: 'figure' | 'error-share'
  /** What a slow-down looks like: a higher time, a lower rate. */
  worse: 'higher' | 'lower'
  /**
   * How much worse than usual is allowed: `{ ratio: 0.05 }` is `usual + 5%` (or `- 5%` where lower is worse),
   * `{ points: 0.005 }` is `usual + 0.5pp` and only for `error-share` and
   * above 0. A ratio of 0 stands for the method's own margin of 3 %. What is no such limit judges nothing.
   */
  limit: { ratio: number } | { points: number }
  /** Labels with fewer requests in a run are not judged; 20 unless given, and never below. */
  minRequests?: number
}

export interface UsualQuestion {
  /** The runs of this commit: the first, and those that confirm it. More than 3 are cut to the newest 3. */
  runs: readonly RunFigures[]
  /** Comparable earlier runs of the base branch, oldest first; the newest 12 count. */
  history: readonly RunFigures[]
  /** All comparisons of the step at once, since they share one budget of false alarms. */
  comparisons: readonly Comparison[]
}

/**
 * - `regression`: worse than the limit allows, and not by chance.
 * - `suspect`: looks like one; another run of the commit would tell.
 * - `fine`: within the limit, and the 95 % interval leaves out a slow-down of twice the limit.
 * - `undecided`: neither, though such a label can be judged with these runs.
 * - `not-judged`: no figures to compare, or so much noise that nothing can be told; `why` says which.
 */
export type Word = 'regression' | 'suspect' | 'fine' | 'undecided' | 'not-judged'

export type WhyNotJudged =
  /** No earlier run has it. */
  | 'new'
  /** Fewer requests than needed, in this run or in the earlier ones. */
  | 'few-requests'
  /** The figure is missing, or no number that can be compared. */
  | 'no-figure'
  /** The runs differ by more than what is looked for. */
  | 'noise'
  /** The limit of the comparison is none. */
  | 'no-limit'

export interface LabelVerdict {
  /** Empty for the total and for the environment. */
  label: string
  word: Word
  why?: WhyNotJudged
  /** Absent where there is nothing to compare. */
  facts?: LabelFacts
}

/**
 * Changes are ratios: 0.1 is 10 % more than usual, -0.1 is 10 % less, also where less is worse. `value` and `usual` are as
 * measured; `change` is what is judged: the environment's own change is taken off it, so value / usual - 1 may differ.
 */
export interface LabelFacts {
  /** Over the runs of this commit: their geometric mean, or errors per request. Absent for the environment. */
  value?: number
  /** What it is compared with. Absent for the environment. */
  usual?: number
  /** Where 95 of 100 runs of unchanged software are, in units of the value. Absent for the environment. */
  band?: Interval
  /** Against the usual, after what all labels have in common is taken off (see `environment`). */
  change: number
  /** 95 %. */
  interval: Interval
  /** How likely chance alone looks at least so bad. */
  p: number
  /** Standard deviation of a run, as a ratio: 0.02 is 2 %. */
  spread: number
  /** Runs of this commit that have the label, and earlier runs that the usual is taken from. */
  runs: number
  earlierRuns: number
  /** Index in `history` of the first run of the level that is usual today; runs before it had another one. */
  levelStart: number
  /** The usual before `levelStart`, where there was another level; absent for the environment. */
  formerUsual?: number
  /** By which ratio the usual changed at `levelStart`, where there was another level. Errors have none. */
  levelChange?: number
}

export interface Interval {
  low: number
  high: number
}

export type UsualStatus = 'passed' | 'failed' | 'inconclusive'

export interface ComparisonVerdict {
  name: string
  status: UsualStatus
  /** A suspect label or environment: worth another run of the commit. Never true where `status` is `passed`. */
  suspect: boolean
  /** What all labels have in common in this run, judged for itself; from 5 labels on. */
  environment?: LabelVerdict
  /** In the order of the newest run. */
  labels: LabelVerdict[]
  /** In the newest earlier run with enough requests, and gone now. */
  vanished: string[]
  /** How many labels got which word. */
  words: Record<Word, number>
  /**
   * Of the requests of all its labels, how many are at labels that could be judged: 0 to 1. Below a half, or with more than
   * a fifth at labels that are too noisy, it is inconclusive.
   */
  judgedShare: number
  /** Runs of the commit and earlier runs that were used. */
  runs: number
  earlierRuns: number
  /** What would settle an inconclusive one, each alone; empty where neither does. */
  settledBy: { moreRuns?: number; moreEarlierRuns?: number }
  /**
   * The smallest slow-down of one label that is found in 95 of 100 cases, as a ratio: with the runs as they are, and with
   * one more run of the commit. Absent where no label can be judged.
   */
  findable?: { now: number; withOneMore: number }
}

export interface UsualVerdict {
  comparisons: ComparisonVerdict[]
  /** How many labels and environments were compared; they share the budget of false alarms. */
  compared: number
}
