import type { RecordedParameter } from '../formats/parameter-lines.ts'

/**
 * What was measured, for any service: the content of `measurements.json`. An absent value is unknown, never
 * zero. Durations are in milliseconds, times in milliseconds since 1970 (UTC).
 */
export interface Measurements {
  schemaVersion: 1
  run: RunFacts
  subjects: Partial<Record<TimingSubject, SubjectTimings>>
  agents?: AgentUsage[]
  load?: LoadOverTime
  webVitals?: WebVital[]
  scorecard?: Scorecard
  /** Events that the test itself reported and that are not errors, most frequent first; at most 200. */
  events?: RunEvent[]
  /**
   * What readers must know before they trust the numbers: partial data, broken lines, labels that were left
   * out.
   */
  warnings: DataWarning[]
}

export const TIMING_SUBJECTS = [
  'requests',
  'raw-requests',
  'actions',
  'transactions',
  'page-loads',
  'custom',
] as const
export type TimingSubject = (typeof TIMING_SUBJECTS)[number]

/** The bad endings that a run with data may have. */
export const BAD_ENDS = ['timeout', 'remote-failed', 'remote-aborted', 'remote-unresponsive'] as const

/**
 * What a comparison must know about the run: two runs are comparable if provider, test and load profile are
 * the same.
 */
export interface RunFacts {
  /** The name of the service in workflows. */
  provider: string
  /** One ID, or one per execution. */
  ids: string[]
  /** XTC: the name of the load test that was copied; Errthquake: test configuration and input. */
  test?: string
  /** XTC: the revision of the test's sources, such as `main/7a95e2f`. */
  revision?: string
  url?: string
  state?: string
  startedAtMs?: number
  finishedAtMs?: number
  /** True if the run was found after an unclear response, and may not be ours. */
  adopted?: boolean
  loadProfile?: LoadProfileEntry[]
  /** Values that the step set for this run, by name: properties of XTC, or variables of a configuration. */
  parameters?: RecordedParameter[]
  /** Errthquake: what was observed of each execution, even if its plan is unknown. */
  observed?: { virtualUsers?: number; lastedMs?: number }[]
  /** How the run ended, if it did not end well. */
  failure?: { reason: (typeof BAD_ENDS)[number]; message: string }
  /** A sentence, if a test with a fixed duration ended too early. */
  endedEarly?: string
  /** Commit in the repository and workflow run, if they are known. */
  commit?: string
  workflowRunUrl?: string
}

/**
 * One scenario of XLT's `<loadProfile>`, or one Errthquake execution. Values are texts: `numberOfUsers` may be
 * `1...5`.
 */
export interface LoadProfileEntry {
  name: string
  settings: [name: string, value: string][]
}

export interface SubjectTimings {
  /** Where the figures of this subject come from. */
  source: 'xlt-report' | 'xlt-timers' | 'request-log'
  total?: Timing
  labels: LabelTiming[]
  /** The kinds of errors; absent if the source does not have them. */
  errorKinds?: ErrorKinds
}

/**
 * The errors of a subject. What the source does not have is absent; an empty list means that there were none.
 */
export interface ErrorKinds {
  /**
   * Errors by status code, most frequent first: all errors that have one. `0` is a request without a response.
   */
  codes?: { code: string; count: number }[]
  /** Errors by label with code or message, most frequent first; at most 200. */
  kinds?: ErrorKind[]
  /** The same kinds by execution, if there are several: `region/label`; at most 200. */
  executionKinds?: ErrorKind[]
  /** The number of errors of kinds that are not listed. */
  unlistedErrors?: number
}

export interface ErrorKind {
  label: string
  code?: string
  /** The first line of the exception, or the message in the report. */
  message?: string
  count: number
  /** When the first and the last of them began. */
  firstAtMs?: number
  lastAtMs?: number
  /** The URL of one of them; values that look like secrets are masked. */
  sample?: string
}

export interface LabelTiming extends Timing {
  label: string
}

export interface Timing {
  count: number
  errors?: number
  ratePerSecond?: number
  minMs?: number
  meanMs?: number
  medianMs?: number
  maxMs?: number
  deviationMs?: number
  /** Percentile (`50`, `99.9`) and milliseconds, ascending, as the source states them. */
  percentilesMs?: [percentile: number, ms: number][]
  /** Sums over all requests of the label. */
  bytesSent?: number
  bytesReceived?: number
  histogram?: HistogramData
  series?: Series
}

/**
 * Counts per bucket; a value read from it differs from the exact one by at most `relativeError`. `buckets` has
 * pairs of bucket index and count, ascending; `histogram.ts` converts an index to a value.
 */
export interface HistogramData {
  relativeError: number
  buckets: [index: number, count: number][]
}

/**
 * Equal intervals from `startMs`; `null` if nothing was measured in an interval. At most 120 intervals. The
 * chart data of XLT's report has no errors and no percentiles, and its counts may be approximate.
 */
export interface Series {
  startMs: number
  intervalMs: number
  count: number[]
  errors?: number[]
  meanMs: (number | null)[]
  p50Ms?: (number | null)[]
  p95Ms?: (number | null)[]
}

export interface AgentUsage {
  agent: string
  cpuMeanPercent?: number
  cpuMaxPercent?: number
  memoryMaxMb?: number
}

/**
 * What put load on the system, in equal intervals from `startMs`, at most 120; `null` if nothing was measured
 * in an interval.
 */
export interface LoadOverTime {
  startMs: number
  intervalMs: number
  /**
   * Virtual users that were active, on average: XLT's transactions in progress; Errthquake's clients from
   * their first request to the end of their last one.
   */
  users?: (number | null)[]
  /** CPU of the load generators' whole machines: the mean of all, and the busiest in each interval. */
  cpuMeanPercent?: (number | null)[]
  cpuMaxPercent?: (number | null)[]
}

/** One Core Web Vital (`lcp`, `inp`, …) of one page. */
export interface WebVital {
  page: string
  vital: string
  score?: number
  rating?: string
  goodCount?: number
  improveCount?: number
  poorCount?: number
}

/** An event from XLT, such as `Low stock`. */
export interface RunEvent {
  name: string
  testCase?: string
  /** One of its messages. */
  message?: string
  count: number
}

export interface Scorecard {
  points?: number
  totalPoints?: number
  pointsPercent?: number
  testFailed: boolean
  rating?: string
  error?: string
  rules: ScorecardRule[]
}

export interface ScorecardRule {
  group: string
  rule: string
  points?: number
  testFailed: boolean
  result: 'PASSED' | 'NOTPASSED' | 'SKIPPED' | 'ERROR'
  message?: string
}

export interface DataWarning {
  code:
    | 'partial-archives'
    | 'broken-line'
    | 'labels-left-out'
    | 'report-covers-less'
    | 'unreadable-part'
    | 'clock'
    | 'note'
  message: string
  /** The file that lost data; absent if no figure is wrong because of it. */
  affects?: 'result' | 'scorecard'
}
