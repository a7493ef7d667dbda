import type { Severity } from './severity.ts'

/** A parsed criterion of the language in `docs/criteria.md`: the syntax tree, without any evaluation. */
export interface Criterion {
  severity: Severity
  subject: Subject
  /** Absent for all labels together. */
  label?: LabelPattern
  measure: Measure
  operator: Operator
  limit: Limit
  /** The columns (from 1) of the parts in the parsed text, for messages. */
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

/**
 * The literal texts between wildcards: `["Home*"]` is `['Home', '']`; a single part means that there is no
 * wildcard.
 */
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
 * `percentile` is above 0 and at most 100. `code` is a status code (`503`), a class of codes (`5xx`), or `0` for requests
 * without a response.
 */
export type Measure =
  | { name: TimingMeasure | AgentMeasure | VitalMeasure }
  | { name: 'errors'; code: string }
  | { name: 'percentile'; percentile: number }

export const OPERATORS = ['<=', '>=', '==', '!=', '<', '>'] as const
export type Operator = (typeof OPERATORS)[number]

/** A number as written; `unit` is empty if there was none. */
export interface Figure {
  value: number
  unit: Unit | ''
}

export type Unit = 'ms' | 's' | 'm' | '%' | 'pp' | '/s' | '/min' | 'B' | 'kB' | 'MB' | 'GB'

export type Limit = DirectLimit | UsualLimit

/** A limit that a figure, or a single run to compare with, turns into a number. */
export type DirectLimit =
  | { kind: 'figure'; figure: Figure }
  | { kind: 'baseline' }
  | { kind: 'baseline-factor'; factor: number }
  | { kind: 'baseline-percent'; sign: 1 | -1; percent: number }
  | { kind: 'baseline-figure'; sign: 1 | -1; figure: Figure }

/**
 * What is usual in earlier runs, judged with its noise. Without `change`, the method's own margin applies.
 */
export interface UsualLimit {
  kind: 'usual'
  /**
   * How much worse is allowed: `+` if higher is worse, `-` if lower is worse; in `%`, or in `pp` for an error
   * rate.
   */
  change?: { sign: 1 | -1; figure: Figure & { unit: '%' | 'pp' } }
  /** Labels with fewer requests are not judged; absent for the default. */
  minRequests?: number
}
