import type { CriterionResult } from '../verdict.ts'
import { isWaived } from './ranking.ts'

/**
 * How a criterion stands for a reader: status, severity and waiver in one word.
 * Ordered from what a reader must see first to what can be folded.
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

/** See `Standing`. */
export function standingOf(criterion: CriterionResult): Standing {
  const { status, severity } = criterion
  if (status === 'passed' || status === 'skipped') return status
  if (isWaived(criterion)) return 'waived'
  if (severity === 'warning') return 'warning'
  if (status === 'failed' && severity === 'validity') return 'invalid'
  return status
}

/** Worst first: by standing, then by badness, then as written. The one order, in files and in all that people see. */
export function worstFirst(criteria: readonly CriterionResult[]): CriterionResult[] {
  return criteria.toSorted(
    (a, b) =>
      STANDINGS.indexOf(standingOf(a)) - STANDINGS.indexOf(standingOf(b)) ||
      (b.badness ?? 0) - (a.badness ?? 0),
  )
}
