/**
 * Errors per request are judged by their counts: near 0 a share has no logarithm, and may double by chance
 * alone.
 */
import { upperTailOfCount } from '../mathematics/student-t.ts'

/** Jeffreys' prior for a count is half an error. */
export const PRIOR_ERRORS = 0.5
/**
 * How much error counts vary between runs beyond chance, as a variance of their ratio, before enough runs are
 * known, and how many runs that assumption counts as.
 */
const PRIOR_DISPERSION = 0.25
const PRIOR_RUNS = 2

export interface CountedErrors {
  errors: number
  count: number
}

/** The number of errors that is expected in a run of a commit, as a gamma-Poisson distribution. */
export interface ExpectedErrors {
  /** Errors per request. */
  share: number
  /**
   * The variance of the expected share divided by its square: `ofShare` is the uncertainty from the earlier
   * runs, `betweenRuns` the variation between runs.
   */
  ofShare: number
  betweenRuns: number
}

/**
 * Combines earlier runs. The variation between runs beyond chance is estimated by moments, and drawn towards
 * the prior.
 */
export function expectedErrors(earlier: readonly CountedErrors[]): ExpectedErrors {
  const errors = sumOf(earlier.map((run) => run.errors))
  const requests = sumOf(earlier.map(({ count }) => count))
  const share = (errors + PRIOR_ERRORS) / requests
  const chi = sumOf(earlier.map((run) => (run.errors - share * run.count) ** 2 / (share * run.count)))
  const freedom = earlier.length - 1
  const beyondChance =
    freedom > 0 ? Math.max(0, chi / freedom - 1) / ((share * requests) / earlier.length) : 0
  const betweenRuns = (PRIOR_RUNS * PRIOR_DISPERSION + freedom * beyondChance) / (PRIOR_RUNS + freedom)
  return { share, ofShare: 1 / (errors + PRIOR_ERRORS) + betweenRuns / earlier.length, betweenRuns }
}

/** The probability of at least this many errors by chance; with `share`, if that were the usual share. */
export function chanceOfErrors(
  expected: ExpectedErrors,
  runs: readonly CountedErrors[],
  { share, ofShare }: Pick<ExpectedErrors, 'share' | 'ofShare'> = expected,
): number {
  const errors = sumOf(runs.map((run) => run.errors))
  const requests = sumOf(runs.map(({ count }) => count))
  const shape = 1 / (ofShare + expected.betweenRuns / runs.length)
  return upperTailOfCount(errors, share * requests, shape)
}

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
