import { isWaived } from '../../verdict/outcome/ranking.ts'
import type { Verdict } from '../../verdict/verdict.ts'

/**
 * True if another run of the commit may decide the result: a limit that compares with the usual seems to be
 * exceeded, by more than is likely by chance but without proof, and nothing worse is certain. Criteria that
 * only warn or are waived do not count.
 */
export function isSuspicion({ outcome, reason, criteria }: Verdict): boolean {
  if (outcome !== 'inconclusive' || reason !== 'baseline') return false
  return criteria.some(
    (result) => result.usual?.suspect === true && result.severity !== 'warning' && !isWaived(result),
  )
}
