import { measuredText } from '../../criteria/language/criterion-text.ts'
import { oneLine, visibleName } from '../../foundation/one-line.ts'
import { relativeText } from '../figures.ts'
import { shownLabel } from '../observe/label-choice.ts'
import { OWN_MARGIN } from '../usual/judge-usual.ts'
import type { ComparisonVerdict, LabelFacts, LabelVerdict, RunFigures, RunOrigin } from '../usual/model.ts'
import type { UsualChange } from '../verdict.ts'
import type { UsualCriterion } from './usual-entries.ts'
import { valueText } from './usual-text.ts'

/** A single run may be an accident; after five runs, the change is known. */
const LEVEL_RUNS = { least: 2, most: 5 }
/** The changes of one criterion differ in the run or the direction. */
const MOST_CHANGES = 3
const MOST_NAMED = 3
const MOST_LISTED = 10
const MOST_MEASURED_CHARACTERS = 400

interface Change {
  label: string
  facts: LabelFacts & { levelChange: number }
}

/**
 * Changes of the usual that began with one of the newest earlier runs, better or worse, and are larger than
 * the criterion allows. A change is reported until the base branch has more than five runs at the new level.
 */
export function usualChanges(
  criterion: UsualCriterion,
  { labels, environment }: ComparisonVerdict,
  history: readonly RunFigures[],
): UsualChange[] {
  const isNew = ({ facts }: LabelVerdict): boolean => isNewLevel(criterion, facts, history.length)
  const changed = labels.filter(isNew) as Change[]
  const groups = Map.groupBy(changed, ({ facts }) => `${facts.levelStart} ${facts.levelChange > 0}`)
  const ofLabels = [...groups.values()]
    .sort((a, b) => b.length - a.length)
    .map((group) => changeOf(criterion, group, { history, of: labels.length }))
  const together = environment && isNew(environment) ? [environment as Change] : []
  return [...together.map((one) => changeTogether(criterion, one, history)), ...ofLabels].slice(
    0,
    MOST_CHANGES,
  )
}

function isNewLevel({ limit }: UsualCriterion, facts: LabelFacts | undefined, earlierRuns: number): boolean {
  if (facts?.levelChange === undefined) return false
  const allowed = limit.change?.figure.value ?? 0
  const least = allowed > 0 ? allowed / 100 : OWN_MARGIN
  const isRecent = earlierRuns - facts.levelStart <= LEVEL_RUNS.most
  return isRecent && facts.earlierRuns >= LEVEL_RUNS.least && Math.abs(facts.levelChange) > least
}

function changeOf(
  criterion: UsualCriterion,
  group: readonly Change[],
  { history, of }: { history: readonly RunFigures[]; of: number },
): UsualChange {
  const sorted = group.toSorted((a, b) => Math.abs(b.facts.levelChange) - Math.abs(a.facts.levelChange))
  const [first] = sorted
  const { levelStart, levelChange } = first!.facts
  const moved = levelChange > 0 ? 'rose' : 'fell'
  const named = sorted
    .slice(0, MOST_NAMED)
    .map((one) => `${shownLabel(one.label)} ${fromTo(criterion, one.facts)}`)
  const more = group.length > named.length ? `, and ${group.length - named.length} more` : ''
  const since = sinceOf(history, levelStart)
  const message =
    of === 1 || group.length === 1
      ? `The usual of ${measured(criterion, first!.label)} ${moved} ${fromTo(criterion, first!.facts)} ${since.text}.`
      : `The usual of ${group.length} of ${of} labels of ${measured(criterion)} ${moved} ${since.text}: ${named.join(', ')}${more}.`
  return {
    message,
    ...since.facts,
    labels: sorted
      .slice(0, MOST_LISTED)
      .map(({ label, facts }) => ({ label, from: rounded(facts.formerUsual), to: rounded(facts.usual) })),
  }
}

/** A change of the environment, which is what all labels have in common. */
function changeTogether(
  criterion: UsualCriterion,
  { facts }: Change,
  history: readonly RunFigures[],
): UsualChange {
  const moved = `${facts.levelChange > 0 ? 'rose' : 'fell'} by ${relativeText(facts.levelChange)}`
  const { text, facts: since } = sinceOf(history, facts.levelStart)
  return {
    message: `The usual of all labels of ${measured(criterion)} together ${moved} ${text}.`,
    ...since,
  }
}

/** `requests["Checkout"].p95`, even if the criterion has a wildcard; without the label for a total. */
function measured(criterion: UsualCriterion, label = ''): string {
  const of = label === '' ? criterion : { ...criterion, label: { parts: [label] } }
  return visibleName(measuredText(of), MOST_MEASURED_CHARACTERS)
}

function fromTo(criterion: UsualCriterion, { formerUsual = 0, usual = 0 }: LabelFacts): string {
  return `from ${valueText(criterion, formerUsual)} to ${valueText(criterion, usual)}`
}

/** `with the run of 2026-11-20 (commit abc1234)`. */
function sinceOf(
  history: readonly RunFigures[],
  levelStart: number,
): { text: string; facts: Pick<UsualChange, 'since' | 'runs'> } {
  const since = history[levelStart]?.origin ?? {}
  const runs = history.length - levelStart
  const day = dayOf(since)
  const commit = since.commit === undefined ? '' : ` (commit ${oneLine(since.commit, 100).slice(0, 7)})`
  const run = day === '' ? `${runs} runs ago` : `with the run of ${day}`
  return { text: `${run}${commit}`, facts: { since, runs } }
}

function dayOf({ atMs = NaN }: RunOrigin): string {
  const date = new Date(atMs)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}

const rounded = (value: number | undefined): number => Number((value ?? 0).toPrecision(6))
