import { whyNoBaseline } from '../comparable-baseline.ts'
import { isBroken, isWaived } from './ranking.ts'
import type { OutcomeFacts } from './outcome-facts.ts'
import type { CriterionResult, ScorecardVerdict, Verdict } from '../verdict.ts'
import type { Reason } from '../../foundation/reason.ts'

const CRITERIA_NAMED = 10

/** What people should know besides the message of the outcome, most important first. */
export function otherWarnings(
  facts: OutcomeFacts,
  reason: Reason | '',
  scorecard?: ScorecardVerdict,
): string[] {
  return [
    ...nothingJudgedWarning(facts, reason),
    ...(scorecard?.failed && reason !== 'scorecard' ? [scorecard.message] : []),
    ...named(facts.criteria.filter(isWarned), ''),
    ...named(
      facts.criteria.filter((result) => isBroken(result) && isWaived(result)),
      'Waived: ',
    ),
    ...named(facts.criteria.filter(isSuspect), ''),
    // The message of the outcome already says it.
    ...(saysNoBaseline({ reason, criteria: facts.criteria }) ? [] : baselineWarning(facts)),
    ...(facts.troubles ?? []).map((trouble) => trouble.reason),
    ...(facts.warnings ?? []),
  ]
}

function nothingJudgedWarning(facts: OutcomeFacts, reason: Reason | ''): string[] {
  const why = reason === '' ? whyNothingJudged(facts) : undefined
  return why === undefined ? [] : [`Nothing was judged: ${why}. Set the input 'criteria' or 'criteria-file'.`]
}

/** Why a finished run was not judged by anything; undefined if something was judged, or nothing had to be. */
export function whyNothingJudged(facts: OutcomeFacts): string | undefined {
  const { criteria, scorecard, failure, cancelled, started, checked } = facts
  if (failure || cancelled || started || checked || scorecard) return undefined
  if (criteria.some(({ status }) => status !== 'skipped')) return undefined
  return criteria.length > 0 ? 'every criterion is disabled' : 'there are no criteria and no scorecard'
}

/** A criterion that only warns, and is not met or could not be judged. */
const isWarned = (result: CriterionResult): boolean =>
  result.severity === 'warning' && !isWaived(result) && (isBroken(result) || result.status === 'inconclusive')

/** Worth another run. Criteria that only warn are already named. */
const isSuspect = (result: CriterionResult): boolean =>
  result.usual?.suspect === true && result.severity !== 'warning' && !isWaived(result)

function named(results: CriterionResult[], word: 'Waived: ' | ''): string[] {
  const lines = results
    .slice(0, CRITERIA_NAMED)
    .map((result) => `${word}${result.criterion}: ${result.message}`)
  const more = results.length - lines.length
  return more > 0 ? [...lines, `${word}${more} more criteria; see the list.`] : lines
}

/** Whether the outcome's own message says why there is no baseline; otherwise a warning does. */
export function saysNoBaseline({
  reason,
  criteria,
}: {
  reason: Verdict['reason']
  criteria: readonly CriterionResult[]
}): boolean {
  const decides = criteria.some(
    (result) => result.lacksBaseline === true && result.severity !== 'warning' && !isWaived(result),
  )
  return reason === 'baseline' && decides
}

function baselineWarning({ baseline }: OutcomeFacts): string[] {
  return !baseline || baseline.status === 'used' ? [] : [whyNoBaseline(baseline)]
}
