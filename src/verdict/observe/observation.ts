import type { HistogramData } from '../../measurements/model.ts'
import type { Answers } from '../../criteria/answers.ts'
import type { Criterion } from '../../criteria/language/criterion.ts'

/** What is asked for: the left side of a criterion. */
export type Query = Pick<Criterion, 'subject' | 'label' | 'measure'> & {
  /** The number of criteria: the more there are, the fewer labels are searched for a suggestion. */
  criteriaCount?: number
  /** What the service's data can answer: it explains why there is nothing to observe. */
  answers?: Answers
}

/**
 * One observed value in the base unit of its dimension: milliseconds, percent, per second, bytes, or a plain
 * number.
 */
export interface Reading {
  /** Absent for all labels together. */
  label?: string
  value: number
  /** True if the report does not have the value, so that it was calculated from a histogram of raw data. */
  fromHistogram?: boolean
}

/**
 * Either a value for every matching label, or why there is none; never only some of the values, and never an
 * estimate. `inResult`: the raw result would have it.
 */
export type Measured = { readings: Reading[] } | { problem: string; inResult?: true }

/**
 * Reads a percentile (above 0, up to 100) in milliseconds by nearest rank, limited to the bounds if they are
 * known. Undefined for an empty histogram.
 */
export type PercentileOf = (
  histogram: HistogramData,
  percentile: number,
  bounds?: { minMs?: number; maxMs?: number },
) => number | undefined
