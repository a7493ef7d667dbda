import type { RecordedParameter } from '../formats/parameter-lines.ts'

/**
 * What was measured, whatever the service: the content of `measurements.json`.
 * Absent means not known, never zero. Durations are milliseconds, times are milliseconds since 1970 (UTC).
 */
export interface Measurements {
  schemaVersion: 1
  run: RunFacts
  subjects: Partial<Record<TimingSubject, SubjectTimings>>
  agents?: AgentUsage[]
  webVitals?: WebVital[]
  scorecard?: Scorecard
  /** What the test itself reported that is no error, most first; at most 200. */
  events?: RunEvent[]
  /** What a reader must know before trusting the numbers: partial data, broken lines, labels left out. */
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

/** What a run that left data may have ended with, other than well. */
export const BAD_ENDS = ['timeout', 'remote-failed', 'remote-aborted', 'remote-unresponsive'] as const

/** The run as a comparison must know it: two runs are comparable when provider, test and load profile agree. */
export interface RunFacts {
  /** The service, by the word that workflows use for it. */
  provider: string
  /** One id, or one per execution. */
  ids: string[]
  /** XTC: the name of the load test that was copied; Errthquake: test configuration and input. */
  test?: string
  /** XTC: the revision of the test's sources, such as `main/7a95e2f`. */
  revision?: string
  url?: string
  state?: string
  startedAtMs?: number
  finishedAtMs?: number
  /** True when the run was found after an unclear answer rather than started for certain. */
  adopted?: boolean
  loadProfile?: LoadProfileEntry[]
  /** What the step gave this run besides, by name: properties of XTC, variables of a configuration. */
  parameters?: RecordedParameter[]
  /** Errthquake: what each execution was seen to be, also where nothing tells how it was planned. */
  observed?: { virtualUsers?: number; lastedMs?: number }[]
  /** How the run ended, where it did not end well. */
  failure?: { reason: (typeof BAD_ENDS)[number]; message: string }
  /** A sentence, where a test of a fixed duration ended before it. */
  endedEarly?: string
  /** Repository commit and workflow run, where they are known. */
  commit?: string
  workflowRunUrl?: string
}

/** One scenario of XLT's `<loadProfile>` or one Errthquake execution, as text: `numberOfUsers` may read `1...5`. */
export interface LoadProfileEntry {
  name: string
  settings: [name: string, value: string][]
}

export interface SubjectTimings {
  /** Where the figures of this subject come from. */
  source: 'xlt-report' | 'xlt-timers' | 'request-log'
  total?: Timing
  labels: LabelTiming[]
  /** What kinds of errors there were; absent where the source does not tell. */
  errorKinds?: ErrorKinds
}

/** What the errors of a subject were. What the source does not tell is absent; an empty list says that there were none. */
export interface ErrorKinds {
  /** Errors by status code, most first: all of them that have one. `0` is a request without an answer. */
  codes?: { code: string; count: number }[]
  /** Errors by label with code or message, most first; at most 200. */
  kinds?: ErrorKind[]
  /** The same kinds by execution, where there are several: `region/label`; at most 200. */
  executionKinds?: ErrorKind[]
  /** Errors of kinds that are not listed. */
  unlistedErrors?: number
}

export interface ErrorKind {
  label: string
  code?: string
  /** The first line of what was thrown, or what the report says. */
  message?: string
  count: number
  /** When the first and the last of them began. */
  firstAtMs?: number
  lastAtMs?: number
  /** The URL of one of them; what looks like a secret is masked. */
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
 * Counts per bucket; a value read from it is off by at most `relativeError`. `buckets` holds pairs of bucket index and
 * count, ascending; `histogram.ts` says what value an index stands for.
 */
export interface HistogramData {
  relativeError: number
  buckets: [index: number, count: number][]
}

/** Equal intervals from `startMs`; `null` where nothing was measured in an interval. At most 120 intervals. */
export interface Series {
  startMs: number
  intervalMs: number
  count: number[]
  errors: number[]
  meanMs: (number | null)[]
  p50Ms: (number | null)[]
  p95Ms: (number | null)[]
}

export interface AgentUsage {
  agent: string
  cpuMeanPercent?: number
  cpuMaxPercent?: number
  memoryMaxMb?: number
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

/** An event of XLT's, such as `Low stock`. */
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
  /** The file that lost data by it; absent where no figure is wrong for it. */
  affects?: 'result' | 'scorecard'
}
