/** Errors per request, judged by their counts: near 0 a share has no logarithm, and chance alone doubles it. */
import { upperTailOfCount } from '../mathematics/student-t.ts'

/** Half an error is the prior of a count (Jeffreys). */
export const PRIOR_ERRORS = 0.5
/** What errors differ between runs beyond chance, as a variance of their ratio, and how many runs that counts as. */
const PRIOR_DISPERSION = 0.25
const PRIOR_RUNS = 2

export interface CountedErrors {
  errors: number
  count: number
}

/** How many errors are expected in a run of a commit, as a gamma-Poisson. */
export interface ExpectedErrors {
  /** Errors per request. */
  share: number
  /** Variance of the expected share over its square: what the earlier runs leave open, and what runs differ by. */
  ofShare: number
  betweenRuns: number
}

/** Pools earlier runs; what they differ by beyond chance comes from moments, drawn towards the prior. */
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

/** How likely so many errors or more are by chance; also were the share another one than usual. */
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
