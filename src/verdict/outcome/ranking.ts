import type { CriterionResult } from '../verdict.ts'

/** Failed or in error: what `criteria-failed` counts, unless it only warns or is waived. */
export const isBroken = ({ status }: CriterionResult): boolean => status === 'failed' || status === 'error'

/** Whether it counts: broken, not waived today, and neither a warning nor about validity. */
export function countsAsFailed(result: CriterionResult): boolean {
  return isBroken(result) && result.severity === 'error' && !isWaived(result)
}

/** The output `criteria-failed`: failed and error, without `warn:` and waived ones. */
export function criteriaFailed(results: readonly CriterionResult[]): number {
  return results.filter((result) => isBroken(result) && result.severity !== 'warning' && !isWaived(result))
    .length
}

export const isWaived = (result: CriterionResult): boolean => result.waiver?.active === true
