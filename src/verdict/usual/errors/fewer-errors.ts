import { chanceOfErrors, expectedErrors, type CountedErrors } from './error-counts.ts'

/** How sure it must be. */
export interface FewerErrors {
  /** The largest probability of so few errors by chance. */
  chance: number
  /** What is not yet fewer: 0.03 is 3 %. */
  margin: number
}

/** Whether a run has fewer errors per request than the earlier ones, by more than the margin and chance. */
export function hasFewerErrors(
  now: CountedErrors,
  earlier: readonly CountedErrors[],
  { chance, margin }: FewerErrors,
): boolean {
  if (earlier.length === 0) return false
  const expected = expectedErrors(earlier)
  if (now.errors >= expected.share * (1 - margin) * now.count) return false
  return 1 - chanceOfErrors(expected, [{ ...now, errors: now.errors + 1 }]) < chance
}
