import { measuredText, usualText as limitAsWritten } from '../../criteria/language/criterion-text.ts'
import { visibleName } from '../../foundation/one-line.ts'
import { shownLabel } from '../observe/label-choice.ts'
import type { ComparisonVerdict, LabelVerdict } from '../usual/model.ts'
import { findableText, settlingText, type Rerun } from './settling-text.ts'
import type { UsualCriterion } from './usual-entries.ts'
import { againstUsual, labelText, usualText, valueText, whyText } from './usual-text.ts'

const MOST_NAMED = 3
const MOST_MEASURED_CHARACTERS = 400

/**
 * One or two sentences for people: what was found, how it compares with the usual, and, if it is
 * inconclusive, what would settle it.
 */
export function usualMessage(
  criterion: UsualCriterion,
  verdict: ComparisonVerdict,
  worst: LabelVerdict | undefined,
  { several, rerun }: { several: boolean; rerun: Rerun | undefined },
): string {
  const text = several ? wildcardText(criterion, verdict, worst) : singleText(criterion, verdict, worst)
  if (verdict.status !== 'inconclusive') return text
  return [`${text}; ${settlingText(verdict, rerun)}.`, findableText(verdict)]
    .filter((part) => part !== '')
    .join(' ')
}

function singleText(
  criterion: UsualCriterion,
  { words }: ComparisonVerdict,
  worst: LabelVerdict | undefined,
): string {
  const measured = visibleName(measuredText(criterion), MOST_MEASURED_CHARACTERS)
  const facts = worst?.facts
  if (!facts) return `Cannot tell: ${measured} is not judged, because ${reasonOf(criterion, worst)}`
  const value = facts.value === undefined ? '' : `${valueText(criterion, facts.value)}, `
  const found = `${measured} is ${value}${againstUsual(criterion, facts)}; ${usualText(criterion, facts)}`
  if (words.regression > 0) return found
  if (words.fine > 0) return found
  return words.suspect > 0 ? `Suspect: ${found}, which may be chance` : `Cannot tell: ${found}`
}

const reasonOf = (criterion: UsualCriterion, label: LabelVerdict | undefined): string =>
  whyText(label?.why, criterion.limit.minRequests)

function wildcardText(
  criterion: UsualCriterion,
  verdict: ComparisonVerdict,
  worst: LabelVerdict | undefined,
): string {
  const { labels, words, status, environment } = verdict
  const common = environmentText(criterion, environment)
  const limit = limitAsWritten(criterion.limit)
  const closest = worst?.facts ? `closest is ${labelText(criterion, worst.label, worst.facts)}` : ''
  if (status === 'failed') {
    const red = words.regression > 0 ? redText(criterion, verdict, limit) : ''
    return [common, red, restText(verdict)].filter((part) => part !== '').join('; ')
  }
  if (status === 'passed') {
    const all = words.fine === labels.length
    const lead = all ? `All ${count(labels.length)} labels are within ${limit}` : restText(verdict)
    return [lead, closest].filter((part) => part !== '').join('; ')
  }
  const lead = words.suspect > 0 || environment?.word === 'suspect' ? 'Suspect' : 'Cannot tell'
  const looked = words.suspect > 0 ? closest.replace('closest is ', '') : closest
  const parts = [common, looked, restText(verdict)].filter((part) => part !== '')
  return `${lead}: ${parts.join('; ')}`
}

function redText(criterion: UsualCriterion, { labels }: ComparisonVerdict, limit: string): string {
  const red = labels.filter(({ word }) => word === 'regression').sort(byChange)
  const named = red
    .slice(0, MOST_NAMED)
    .map(({ label, facts }) => (facts ? labelText(criterion, label, facts) : shownLabel(label)))
  const more = red.length > named.length ? ` and ${count(red.length - named.length)} more` : ''
  const lead =
    labels.length === 1
      ? 'The only label is beyond'
      : `${count(red.length)} of ${count(labels.length)} labels ${red.length === 1 ? 'is' : 'are'} beyond`
  return `${lead} ${limit}: ${named.join(', ')}${more}`
}

export const byChange = (a: LabelVerdict, b: LabelVerdict): number =>
  Math.abs(b.facts?.change ?? 0) - Math.abs(a.facts?.change ?? 0)

/** What all labels have in common, if that affects the result. */
function environmentText(criterion: UsualCriterion, environment: LabelVerdict | undefined): string {
  if (!environment?.facts || environment.word === 'fine') return ''
  const found = `all labels together are ${againstUsual(criterion, environment.facts)}`
  return environment.word === 'regression' ? `A regression: ${found}` : found
}

/** `15 fine, 2 undecided, 3 not judged (2 with fewer than 20 requests, 1 new)`. */
function restText({ words, labels }: ComparisonVerdict): string {
  const parts = [
    words.fine > 0 ? `${count(words.fine)} fine` : '',
    words.suspect > 0 ? `${count(words.suspect)} suspect` : '',
    words.undecided > 0 ? `${count(words.undecided)} undecided` : '',
    words['not-judged'] > 0 ? `${count(words['not-judged'])} not judged (${whysText(labels)})` : '',
  ].filter((part) => part !== '')
  return parts.join(', ')
}

const WHYS = {
  new: 'new',
  'few-requests': 'few requests',
  'no-figure': 'no figure',
  noise: 'too noisy',
  'no-limit': 'no limit',
}

function whysText(labels: readonly LabelVerdict[]): string {
  const counts = new Map<string, number>()
  for (const { word, why } of labels) {
    if (word !== 'not-judged') continue
    const text = WHYS[why ?? 'noise']
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return [...counts]
    .map(([text, number]) => (counts.size === 1 ? text : `${count(number)} ${text}`))
    .join(', ')
}

const count = (value: number): string => value.toLocaleString('en-US')
