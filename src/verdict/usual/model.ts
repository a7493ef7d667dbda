/**
 * The input and output of the judgment "against the usual". Everything in this folder is pure and
 * deterministic: no clock, no random numbers, no input or output, and no imports from other folders. The entry
 * point is `judgeUsual` in `judge-usual.ts`.
 *
 * What the caller prepares for each run, from `measurements.json`:
 *
 * - `labels`: every label of the subject with `count`, `errors`, and the figures that criteria use, as in the
 *   report (ms, 1/s). Missing figures stay absent; an unusable one (NaN, negative, infinite) is not judged.
 * - `samplingVariance`: the variance of ln(value) by chance within the run, which is the larger of two parts,
 *   both from `mathematics/sampling-error.ts`. The first one assumes independent requests: `samplingVarianceOfPercentile`
 *   from the count and the neighboring percentiles (for p95 those of 90 and 99, or two percentiles around it
 *   from the histogram, such as 93 and 97), `samplingVarianceOfMean` from mean, deviation and count, or
 *   `samplingVarianceOfRate` from the count. The second one is `samplingVarianceOfBlocks` over the intervals
 *   of `series` (its p95Ms, p50Ms or meanMs), combined to at least 8 blocks of at least 20 requests. Only the
 *   50 labels with the most requests have a series; the others have only the first part. Leave the field out
 *   if nothing is known. If the history scatters less than it says, the history counts.
 * - The first minute, and ramp-up and shutdown according to the load profile, should be left out. That needs
 *   figures of a part of the run: for means and rates the `series` (start, interval, count, mean) is enough,
 *   but percentiles need a histogram of that part, which `measurements.json` does not have. Therefore whole
 *   runs are passed, earlier and new ones alike: the variation during warm-up is then part of what is usual.
 */
export interface RunFigures {
  /** Identifies the run: one that occurs twice in the history, or is also the one to judge, counts once. */
  id?: string
  /** Shown to people, without effect on the result. */
  origin?: RunOrigin
  /** By subject as in criteria: `requests`, `transactions`. */
  subjects: ReadonlyMap<string, SubjectFigures>
}

/** How people recognize a run. */
export interface RunOrigin {
  /** When it ended, in milliseconds since 1970. */
  atMs?: number
  /** As in the run's own file, so it may be any text. */
  commit?: string
  runId?: string
  /** The page of the workflow run, or the one at the service. */
  url?: string
}

export interface SubjectFigures {
  total?: LabelFigures
  labels: readonly NamedFigures[]
}

export interface LabelFigures {
  count: number
  errors?: number
  /** By name as in criteria: `p95`, `mean`, `rate`. Only those that criteria use are needed. */
  figures: ReadonlyMap<string, Figure>
}

export interface NamedFigures extends LabelFigures {
  label: string
}

export interface Figure {
  value: number
  /** Variance of ln(value) by chance within the run; see `RunFigures`. */
  samplingVariance?: number
}

/** One criterion that compares with the usual. */
export interface Comparison {
  /** Returned with the result, for example the text of the criterion. */
  name: string
  subject: string
  /**
   * `total`, `all` labels, or the labels of this run and the earlier ones that match the criterion's pattern.
   */
  labels: 'total' | 'all' | readonly string[]
  /** A key of `figures`; not used for errors, which are compared by their counts. */
  figure: string
  /** `error-share` compares errors per request by their counts, because near 0 a logarithm does not work. */
  kind: 'figure' | 'error-share'
  /** What a slowdown looks like: a higher time, a lower rate. */
  worse: 'higher' | 'lower'
  /**
   * How much worse than usual is allowed: `{ ratio: 0.05 }` is `usual + 5%` (or `- 5%` if lower is worse); `{
   * points: 0.005 }` is `usual + 0.5pp`, only for `error-share` and above 0. A ratio of 0 stands for the
   * method's own margin of 3 %. With an invalid limit, no label is judged.
   */
  limit: { ratio: number } | { points: number }
  /** Labels with fewer requests in a run are not judged; 20 by default, and never below. */
  minRequests?: number
}

export interface UsualQuestion {
  /** The runs of this commit: the first, and those that confirm it. Only the newest 3 count. */
  runs: readonly RunFigures[]
  /** Comparable earlier runs of the base branch, oldest first; the newest 12 count. */
  history: readonly RunFigures[]
  /** All comparisons of the step together, because they share one budget of false alarms. */
  comparisons: readonly Comparison[]
}

/**
 * - `regression`: worse than the limit allows, and not by chance.
 * - `suspect`: looks like a regression; another run of the commit would show it.
 * - `fine`: within the limit, and a slowdown of twice the limit is outside the 95 % interval.
 * - `undecided`: neither, although the label can be judged with these runs.
 * - `not-judged`: there are no figures to compare, or too much noise; see `why`.
 */
export type Word = 'regression' | 'suspect' | 'fine' | 'undecided' | 'not-judged'

export type WhyNotJudged =
  /** No earlier run has the label. */
  | 'new'
  /** Fewer requests than needed, in this run or in the earlier ones. */
  | 'few-requests'
  /** The figure is missing, or not a usable number. */
  | 'no-figure'
  /** The runs differ more than the change that has to be found. */
  | 'noise'
  /** The limit of the comparison is invalid. */
  | 'no-limit'

export interface LabelVerdict {
  /** Empty for the total and for the environment. */
  label: string
  word: Word
  why?: WhyNotJudged
  /** Absent if there is nothing to compare. */
  facts?: LabelFacts
}

/**
 * Changes are ratios: 0.1 is 10 % more than usual, -0.1 is 10 % less, even if less is worse. `value` and
 * `usual` are as measured. `change` is what is judged: the environment's change is subtracted, so it may
 * differ from value / usual - 1.
 */
export interface LabelFacts {
  /** The geometric mean over the runs of this commit, or errors per request. Absent for the environment. */
  value?: number
  /** What it is compared with. Absent for the environment. */
  usual?: number
  /** The range of 95 of 100 runs of unchanged software, in units of the value. Absent for the environment. */
  band?: Interval
  /** Compared with the usual, after subtracting what all labels have in common (see `environment`). */
  change: number
  /** The 95 % interval of `change`. */
  interval: Interval
  /** The probability that chance alone looks at least this bad. */
  p: number
  /** Standard deviation of a run, as a ratio: 0.02 is 2 %. */
  spread: number
  /** Runs of this commit that have the label, and earlier runs that the usual is calculated from. */
  runs: number
  earlierRuns: number
  /** Index in `history` of the first run of the current level; earlier runs had another one. */
  levelStart: number
  /** The usual before `levelStart`, if there was another level; absent for the environment. */
  formerUsual?: number
  /** The ratio by which the usual changed at `levelStart`, if there was another level. Absent for errors. */
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
  /**
   * True if a label or the environment is suspect, so that another run of the commit is useful. Never true if
   * `status` is `passed`.
   */
  suspect: boolean
  /** What all labels have in common in this run, judged separately; needs at least 5 labels. */
  environment?: LabelVerdict
  /** In the order of the newest run. */
  labels: LabelVerdict[]
  /** Labels that have enough requests in the newest earlier run, and are missing now. */
  vanished: string[]
  /** How many labels got each word. */
  words: Record<Word, number>
  /**
   * The share of requests, from 0 to 1, at labels that could be judged. If it is below a half, or if more
   * than a fifth of the requests are at labels that are too noisy, the result is inconclusive.
   */
  judgedShare: number
  /** The runs of the commit and the earlier runs that were used. */
  runs: number
  earlierRuns: number
  /** What would settle an inconclusive result, each by itself; empty if neither would. */
  settledBy: { moreRuns?: number; moreEarlierRuns?: number }
  /**
   * The smallest slowdown of one label that is found in 95 of 100 cases, as a ratio: with the runs so far,
   * and with one more run of the commit. Absent if no label can be judged.
   */
  findable?: { now: number; withOneMore: number }
}

export interface UsualVerdict {
  comparisons: ComparisonVerdict[]
  /** The number of labels and environments that were compared; they share the budget of false alarms. */
  compared: number
}
