import type { CriterionResult } from '../verdict.ts'

/** True if it failed or is in error. */
export const isBroken = ({ status }: CriterionResult): boolean => status === 'failed' || status === 'error'

/**
 * Whether it counts as failed: it is broken, not waived today, and neither a warning nor a validity check.
 */
export function countsAsFailed(result: CriterionResult): boolean {
  return isBroken(result) && result.severity === 'error' && !isWaived(result)
}

/** The output `criteria-failed`: failed and in error, without warnings and waived ones. */
export function criteriaFailed(results: readonly CriterionResult[]): number {
  return results.filter((result) => isBroken(result) && result.severity !== 'warning' && !isWaived(result))
    .length
}

export const isWaived = (result: CriterionResult): boolean => result.waiver?.active === true
