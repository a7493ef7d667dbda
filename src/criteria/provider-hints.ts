import { subjectsInWords, type Answers } from './answers.ts'
import type { CriterionEntry } from './language/criterion-entry.ts'
import { placeText } from './language/fault-text.ts'
import type { Criterion } from './language/criterion.ts'
import { measuredText } from './language/criterion-text.ts'

/**
 * Warnings before a run about criteria that its data can't answer; each will end in an error when the run is
 * judged. They are not faults, because the same criteria file may be used with both services.
 */
export function providerHints(entries: readonly CriterionEntry[], answers: Answers): string[] {
  return entries.flatMap((entry) => {
    const why = entry.enabled ? unanswerable(entry, answers) : undefined
    return why === undefined ? [] : [`${placeText(entry.source)}: ${why}`]
  })
}

function unanswerable({ id, test }: CriterionEntry, answers: Answers): string | undefined {
  const { service, subjects, hasReport, withoutMemory } = answers
  if (test.kind === 'xpath')
    return hasReport ? undefined : `'${id}' is XPath, and ${service} has no testreport.xml.`
  const { criterion } = test
  if (!subjects.includes(criterion.subject))
    return `${measuredText(criterion)}: ${service} measures only ${subjectsInWords(answers)}.`
  const withoutCode = codesNotTold(criterion, hasReport)
  if (withoutCode !== undefined) return `${measuredText(criterion)}: ${withoutCode}`
  return withoutMemory !== undefined && criterion.measure.name === 'memory-max'
    ? `${measuredText(criterion)}: ${withoutMemory} don't include the memory of agents.`
    : undefined
}

/** Only what is requested is answered with a code, and XLT's report has the codes of all requests together. */
function codesNotTold({ subject, label, measure }: Criterion, hasReport: boolean): string | undefined {
  if (!('code' in measure)) return undefined
  if (subject !== 'requests' && subject !== 'raw-requests') return `errors of ${subject} have no status code.`
  return hasReport && subject === 'requests' && label !== undefined
    ? `the report has the codes of all requests together only. raw-requests.errors[${measure.code}] has them by label, for the unmerged names of the raw result.`
    : undefined
}
