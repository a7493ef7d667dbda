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

/** For `sort`: failed first, then what is in error, about validity, inconclusive, warned of, waived, passed, skipped. */
export function worstFirst(a: CriterionResult, b: CriterionResult): number {
  return rank(a) - rank(b) || (b.badness ?? 0) - (a.badness ?? 0)
}

function rank(result: CriterionResult): number {
  if (result.status === 'passed') return 7
  if (result.status === 'skipped') return 8
  if (isBroken(result) && isWaived(result)) return 6
  if (result.severity === 'warning') return 5
  if (result.status === 'inconclusive') return 4
  if (result.severity === 'validity') return 3
  return result.status === 'failed' ? 1 : 2
}
