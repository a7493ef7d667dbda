import type { Measure } from '../../../criteria/language/criterion.ts'
import type { CriterionEntry } from '../../../criteria/language/criterion-entry.ts'
import { measureText } from '../../../criteria/language/units.ts'
import type { Measurements, TimingSubject } from '../../../measurements/model.ts'
import type { WantedFigures } from '../../../verdict/against-usual/run-figures.ts'
import {
  suggestCriteria,
  suggestedSubject,
  type Suggestions,
} from '../../../verdict/suggest/suggest-criteria.ts'
import type { RunFigures } from '../../../verdict/usual/model.ts'

const P95: Measure = { name: 'percentile', percentile: 95 }

/**
 * The figures needed of earlier runs: those that criteria compare, and those that suggestions are made from.
 */
export function withSuggested(wanted: WantedFigures, { subjects }: Measurements): WantedFigures {
  const subject = suggestedSubject({ has: (one) => subjects[one] !== undefined })
  if (subject === undefined) return wanted
  const measures = wanted.get(subject) ?? []
  if (measures.some((measure) => measureText(measure) === measureText(P95))) return wanted
  return new Map<TimingSubject, readonly Measure[]>([...wanted, [subject, [...measures, P95]]])
}

/**
 * Criteria that the earlier runs suggest. One that contains a secret is left out, because the suggestions are
 * written to a file.
 */
export function suggestionsFrom(
  history: readonly RunFigures[] | undefined,
  criteria: readonly CriterionEntry[],
  scrub: (text: string) => string,
): Suggestions | undefined {
  const suggested = history && suggestCriteria(history, criteria)
  if (!suggested) return undefined
  const open = (texts: string[]): string[] => texts.filter((text) => scrub(text) === text)
  const [usual, fixed] = [open(suggested.usual), open(suggested.fixed)]
  return usual.length + fixed.length === 0 ? undefined : { ...suggested, usual, fixed }
}
