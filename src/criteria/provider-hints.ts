import { subjectsInWords, type Answers } from './answers.ts'
import type { CriterionEntry } from './language/criterion-entry.ts'
import { placeText } from './language/fault-text.ts'
import { measuredText } from './language/criterion-text.ts'

/**
 * Warnings before a run about criteria that its data can't answer: each will end in error when the run is judged.
 * They are no faults: one criteria file may serve both services.
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
  return withoutMemory !== undefined && criterion.measure.name === 'memory-max'
    ? `${measuredText(criterion)}: ${withoutMemory} don't include the memory of agents.`
    : undefined
}
