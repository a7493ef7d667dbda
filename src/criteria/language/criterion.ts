import type { Severity } from './severity.ts'

/** One parsed criterion of the language in `docs/criteria.md`: the syntax tree, nothing evaluated. */
export interface Criterion {
  severity: Severity
  subject: Subject
  /** Absent: all labels together. */
  label?: LabelPattern
  measure: Measure
  operator: Operator
  limit: Limit
  /** Columns from 1 of the parts in the text that was parsed, for messages. */
  columns: { subject: number; label?: number; measure: number; operator: number; limit: number }
}

export const SUBJECTS = [
  'requests',
  'actions',
  'transactions',
  'page-loads',
  'web-vitals',
  'custom',
  'agents',
  'raw-requests',
] as const
export type Subject = (typeof SUBJECTS)[number]

/** The literal texts between wildcards: `["Home*"]` is `['Home', '']`; exactly one part means no wildcard. */
export interface LabelPattern {
  parts: string[]
}

export const TIMING_MEASURES = [
  'count',
  'errors',
  'error-rate',
  'rate',
  'min',
  'mean',
  'median',
  'max',
  'deviation',
  'bytes-sent',
  'bytes-received',
] as const
export const AGENT_MEASURES = ['cpu-mean', 'cpu-max', 'memory-max'] as const
export const VITAL_MEASURES = ['score', 'good-share', 'poor-share'] as const

export type TimingMeasure = (typeof TIMING_MEASURES)[number]
export type AgentMeasure = (typeof AGENT_MEASURES)[number]
export type VitalMeasure = (typeof VITAL_MEASURES)[number]

/**
 * `percentile` lies above 0 and at most at 100. `code` is a status code (`503`), a class of them (`5xx`), or `0` for requests
 * without an answer.
 */
export type Measure =
  | { name: TimingMeasure | AgentMeasure | VitalMeasure }
  | { name: 'errors'; code: string }
  | { name: 'percentile'; percentile: number }

export const OPERATORS = ['<=', '>=', '==', '!=', '<', '>'] as const
export type Operator = (typeof OPERATORS)[number]

/** A number as written; `unit` is empty where none was written. */
export interface Figure {
  value: number
  unit: Unit | ''
}

export type Unit = 'ms' | 's' | 'm' | '%' | 'pp' | '/s' | '/min' | 'B' | 'kB' | 'MB' | 'GB'

export type Limit = DirectLimit | UsualLimit

/** A limit that one figure, or one run to compare with, turns into a number. */
export type DirectLimit =
  | { kind: 'figure'; figure: Figure }
  | { kind: 'baseline' }
  | { kind: 'baseline-factor'; factor: number }
  | { kind: 'baseline-percent'; sign: 1 | -1; percent: number }
  | { kind: 'baseline-figure'; sign: 1 | -1; figure: Figure }

/** What earlier runs say is usual, judged with its noise. Without `change` the method's own margin holds. */
export interface UsualLimit {
  kind: 'usual'
  /** How much worse is allowed: `+` where more is worse, `-` where less is; in `%`, or in `pp` for an error rate. */
  change?: { sign: 1 | -1; figure: Figure & { unit: '%' | 'pp' } }
  /** Labels with fewer requests are not judged; absent where the default holds. */
  minRequests?: number
}
