import type { CriterionResult } from '../verdict.ts'
import { isWaived } from './ranking.ts'

/**
 * Status, severity and waiver of a criterion in one word for readers, from the most important to those that
 * can be folded.
 */
export const STANDINGS = [
  'failed',
  'error',
  'invalid',
  'inconclusive',
  'warning',
  'waived',
  'skipped',
  'passed',
] as const
export type Standing = (typeof STANDINGS)[number]

/** See `STANDINGS`. */
export function standingOf(criterion: CriterionResult): Standing {
  const { status, severity } = criterion
  if (status === 'passed' || status === 'skipped') return status
  if (isWaived(criterion)) return 'waived'
  if (severity === 'warning') return 'warning'
  if (status === 'failed' && severity === 'validity') return 'invalid'
  return status
}

/**
 * Worst first: by standing, then by badness, then in the written order. Files and reports all use this order.
 */
export function worstFirst(criteria: readonly CriterionResult[]): CriterionResult[] {
  return criteria.toSorted(
    (a, b) =>
      STANDINGS.indexOf(standingOf(a)) - STANDINGS.indexOf(standingOf(b)) ||
      (b.badness ?? 0) - (a.badness ?? 0),
  )
}
