import type { ComparisonVerdict, LabelVerdict, RunFigures, Word } from '../usual/model.ts'
import type { UsualFacts, UsualLabel } from '../verdict.ts'
import type { UsualCriterion } from './usual-entries.ts'
import { usualOfLabel } from './usual-text.ts'
import { usualChanges } from './usual-changes.ts'

const MOST_LABELS = 200
const ORDER: Record<Word, number> = { regression: 0, suspect: 1, undecided: 2, 'not-judged': 3, fine: 4 }

/** The verdict in the form of `criteria.json`: the most important labels first, and at most 200 of them. */
export function usualFactsOf(
  criterion: UsualCriterion,
  verdict: ComparisonVerdict,
  { history, worst }: { history: readonly RunFigures[]; worst: LabelVerdict | undefined },
): UsualFacts {
  const text = worst?.facts && usualOfLabel(criterion, worst.label, worst.facts)
  const changes = usualChanges(criterion, verdict, history)
  const { words, labels, environment, findable, vanished } = verdict
  const sorted = labels.toSorted(
    (a, b) => ORDER[a.word] - ORDER[b.word] || (a.facts?.p ?? 1) - (b.facts?.p ?? 1),
  )
  return {
    runs: verdict.runs,
    earlierRuns: verdict.earlierRuns,
    suspect: verdict.suspect,
    words,
    judgedShare: finite(verdict.judgedShare),
    ...(environment && { environment: labelOf(environment) }),
    labels: sorted.slice(0, MOST_LABELS).map(labelOf),
    ...(vanished.length > 0 && { vanished: vanished.slice(0, MOST_LABELS) }),
    settledBy: verdict.settledBy,
    ...(text !== undefined && { text }),
    ...(changes.length > 0 && { changes }),
    ...(findable && { findable: { now: finite(findable.now), withOneMore: finite(findable.withOneMore) } }),
  }
}

function labelOf({ label, word, why, facts }: LabelVerdict): UsualLabel {
  return {
    label,
    word,
    ...(why !== undefined && { why }),
    ...(facts && {
      ...(facts.value !== undefined && { value: finite(facts.value) }),
      ...(facts.usual !== undefined && { usual: finite(facts.usual) }),
      ...(facts.band && { band: facts.band }),
      change: finite(facts.change),
      interval: { low: finite(facts.interval.low), high: finite(facts.interval.high) },
      spread: finite(facts.spread),
      runs: facts.runs,
      earlierRuns: facts.earlierRuns,
      levelStart: facts.levelStart,
      ...(facts.formerUsual !== undefined && { formerUsual: finite(facts.formerUsual) }),
    }),
  }
}

/** JSON has no infinity. */
const finite = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(6)) : 1e6)
