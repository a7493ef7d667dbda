import type { Answers } from '../../criteria/answers.ts'
import { entriesNeedingBaseline, type CriterionEntry } from '../../criteria/language/criterion-entry.ts'
import { placeText } from '../../criteria/language/fault-text.ts'
import { providerHints } from '../../criteria/provider-hints.ts'
import { wantedFigures } from '../../verdict/against-usual/usual-entries.ts'
import type { Inputs } from '../../inputs/parse-inputs.ts'
import { formatCounted } from '../../foundation/format.ts'
import { failed, passed, unknown, type Check } from './checklist.ts'

/** The message must stay readable, although a file may have ten thousand criteria. */
const MOST_NAMED = 5

/**
 * Checks criteria without a run: a criterion about something that the service does not measure can never be
 * judged.
 */
export function checkCriteria(
  criteria: readonly CriterionEntry[],
  answers: Answers,
  { baseline, mode, confirm }: Pick<Inputs, 'baseline' | 'mode' | 'confirm'>,
): Check[] {
  const enabled = criteria.filter((entry) => entry.enabled)
  // Another step may judge the run that this one starts, and a verdict without criteria says so itself.
  if (enabled.length === 0) return mode === 'check' ? [noCriteria(criteria.length, answers)] : []
  const unanswered = providerHints(criteria, answers).map((hint) =>
    failed(`${hint} Remove the criterion, or disable it in the criteria file.`),
  )
  const places =
    baseline !== undefined ? [] : entriesNeedingBaseline(criteria).map(({ source }) => placeText(source))
  return [
    ...(unanswered.length === 0
      ? [
          passed(
            `${formatCounted(enabled.length, 'criterion is', 'criteria are')} valid; ${answers.service} measures what ${enabled.length === 1 ? 'it needs' : 'they need'}.`,
          ),
        ]
      : atMost(unanswered)),
    ...(confirm > 0 && wantedFigures(criteria).size === 0
      ? [
          unknown(
            `Input 'confirm' is ${confirm}, and no criterion has the usual as its limit: nothing will be confirmed.`,
          ),
        ]
      : []),
    ...(places.length === 0
      ? []
      : [
          unknown(
            `Input 'baseline' is not set, but criteria need it (${listed(places)}): they will be inconclusive. Set it to branch, run:<id> or file:<path>.`,
          ),
        ]),
  ]
}

function noCriteria(count: number, answers: Answers): Check {
  const why = count === 0 ? 'There are no criteria' : 'Every criterion is disabled'
  const unless = answers.hasReport ? ', unless the run has a scorecard' : ''
  return unknown(`${why}: nothing will be judged${unless}. Set the input 'criteria' or 'criteria-file'.`)
}

function atMost(checks: Check[]): Check[] {
  const more = checks.length - MOST_NAMED
  return more <= 0 ? checks : [...checks.slice(0, MOST_NAMED), failed(`And ${more} more of these criteria.`)]
}

function listed(places: string[]): string {
  const more = places.length - MOST_NAMED
  return [...places.slice(0, MOST_NAMED), ...(more > 0 ? [`and ${more} more`] : [])].join('; ')
}
