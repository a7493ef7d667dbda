import { isWaived } from '../../verdict/outcome/ranking.ts'
import type { Verdict } from '../../verdict/verdict.ts'

/**
 * Whether another run of the commit may decide the step: a limit from the usual looks broken, beyond what is likely by chance
 * and short of proof, and nothing worse is certain already. What only warns or is waived decides nothing.
 */
export function isSuspicion({ outcome, reason, criteria }: Verdict): boolean {
  if (outcome !== 'inconclusive' || reason !== 'baseline') return false
  return criteria.some(
    (result) => result.usual?.suspect === true && result.severity !== 'warning' && !isWaived(result),
  )
}
