import type { LabelPattern } from '../../criteria/language/criterion.ts'
import { isWildcard, labelText, matchesLabel } from '../../criteria/language/label-pattern.ts'
import { nearestNames } from '../../foundation/nearest.ts'
import { visibleName } from '../../foundation/one-line.ts'
import type { Query } from './observation.ts'

const SUGGESTED = 3
/** Comparing spellings is slow: if there are more labels, suggestions come from the first ones only. */
const COMPARED_LABELS = 5_000
const COMPARED_BY_ALL = 100_000
const SHOWN_LENGTH = 100

/** The items whose label matches, or a message if there is none. */
export function chooseLabels<Item>(
  items: readonly Item[],
  labelOf: (item: Item) => string,
  pattern: LabelPattern,
  { subject, criteriaCount = 1 }: Pick<Query, 'subject' | 'criteriaCount'>,
): { chosen: Item[] } | { problem: string } {
  const chosen = items.filter((item) => matchesLabel(pattern, labelOf(item)))
  if (chosen.length > 0) return { chosen }
  const most = Math.min(COMPARED_LABELS, Math.ceil(COMPARED_BY_ALL / criteriaCount))
  const compared = items.slice(0, most).map(labelOf)
  return { problem: noMatch({ compared, count: items.length }, pattern, subject) }
}

function noMatch(
  { compared, count }: { compared: string[]; count: number },
  pattern: LabelPattern,
  subject: string,
): string {
  if (count === 0) return `The data has no labels of ${subject}.`
  const wanted = isWildcard(pattern) ? pattern.parts.join('') : (pattern.parts[0] ?? '')
  const near = nearestNames(wanted, compared, SUGGESTED)
  const named = (near.length > 0 ? near : compared.slice(0, SUGGESTED)).map(shownLabel).join(', ')
  const hint = near.length > 0 ? `Nearest: ${named}` : `For example, there are ${named}`
  const all = count === 1 ? 'the only label' : `any of the ${count.toLocaleString('en-US')} labels`
  return `"${cut(labelText(pattern))}" does not match ${all} of ${subject}. ${hint}.`
}

/** A label in quotes for a message: on one line, with visible whitespace, shortened if it is very long. */
export function shownLabel(label: string): string {
  return `"${cut(label)}"`
}

function cut(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return visibleName(text, SHOWN_LENGTH).replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ')
}
