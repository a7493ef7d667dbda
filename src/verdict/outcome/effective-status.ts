import type { CriterionResult } from '../verdict.ts'
import { isWaived } from './ranking.ts'

/**
 * Status, severity and waiver of a criterion in one word for readers, from the most important to those that
 * can be folded.
 */
export const EFFECTIVE_STATUSES = [
  'failed',
  'error',
  'invalid',
  'inconclusive',
  'warning',
  'waived',
  'skipped',
  'passed',
] as const
export type EffectiveStatus = (typeof EFFECTIVE_STATUSES)[number]

/** See `EFFECTIVE_STATUSES`. */
export function effectiveStatusOf(criterion: CriterionResult): EffectiveStatus {
  const { status, severity } = criterion
  if (status === 'passed' || status === 'skipped') return status
  if (isWaived(criterion)) return 'waived'
  if (severity === 'warning') return 'warning'
  if (status === 'failed' && severity === 'validity') return 'invalid'
  return status
}

/**
 * Worst first: by effective status, then by badness, then in the written order. Files and reports all use this order.
 */
export function worstFirst(criteria: readonly CriterionResult[]): CriterionResult[] {
  return criteria.toSorted(
    (a, b) =>
      EFFECTIVE_STATUSES.indexOf(effectiveStatusOf(a)) - EFFECTIVE_STATUSES.indexOf(effectiveStatusOf(b)) ||
      (b.badness ?? 0) - (a.badness ?? 0),
  )
}
