import type { HistogramData } from '../../measurements/model.ts'
import type { Answers } from '../../criteria/answers.ts'
import type { Criterion } from '../../criteria/language/criterion.ts'

/** What is asked for: the left side of a criterion. */
export type Query = Pick<Criterion, 'subject' | 'label' | 'measure'> & {
  /** How many ask: the more they are, the fewer labels are looked through for what may have been meant. */
  criteriaCount?: number
  /** What the data's service can answer: where there is nothing to observe, that tells why. */
  answers?: Answers
}

/** One observed value in the base of its dimension: milliseconds, percent, per second, bytes, or a bare number. */
export interface Reading {
  /** Absent for all labels together. */
  label?: string
  value: number
  /** True where it was read from a histogram of raw data because the report does not state it. */
  fromHistogram?: boolean
}

/**
 * Either a value for every label that matches, or why there is none: never a part of them, never a guess. `inResult`: the
 * raw result would give it.
 */
export type Measured = { readings: Reading[] } | { problem: string; inResult?: true }

/**
 * Reads a percentile (above 0, up to 100) in milliseconds by nearest rank, within the bounds where they are known;
 * undefined for an empty histogram.
 */
export type PercentileOf = (
  histogram: HistogramData,
  percentile: number,
  bounds?: { minMs?: number; maxMs?: number },
) => number | undefined
