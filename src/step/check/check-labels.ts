import type { CriterionEntry } from '../../criteria/language/criterion-entry.ts'
import { placeText } from '../../criteria/language/fault-text.ts'
import { TIMING_SUBJECTS, type Measurements, type TimingSubject } from '../../measurements/model.ts'
import { chooseLabels } from '../../verdict/observe/label-choice.ts'

/** GitHub shows ten warnings of a step; this leaves room for those about the run. */
const MOST_NAMED = 5

/**
 * Labels in criteria that an earlier run does not have. Most are typing errors, which would cost a whole run.
 */
export function unknownLabels(
  criteria: readonly CriterionEntry[],
  { subjects }: Pick<Measurements, 'subjects'>,
): string[] {
  const labels = criteria.flatMap(({ enabled, source, test }) => {
    if (!enabled || test.kind !== 'measure' || test.criterion.label === undefined) return []
    const { subject, label } = test.criterion
    const timings = isTimed(subject) ? subjects[subject] : undefined
    if (timings === undefined || timings.labels.length === 0) return []
    const query = { subject, criteriaCount: criteria.length }
    const choice = chooseLabels(timings.labels, (item) => item.label, label, query)
    return 'problem' in choice ? [`${placeText(source)}: in the baseline, ${choice.problem}`] : []
  })
  const more = labels.length - MOST_NAMED
  return [...labels.slice(0, MOST_NAMED), ...(more > 0 ? [`And ${more} more labels in criteria.`] : [])]
}

export function namesLabels(criteria: readonly CriterionEntry[]): boolean {
  return criteria.some(
    ({ enabled, test }) => enabled && test.kind === 'measure' && test.criterion.label !== undefined,
  )
}

function isTimed(subject: string): subject is TimingSubject {
  return (TIMING_SUBJECTS as readonly string[]).includes(subject)
}
