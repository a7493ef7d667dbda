import type { LabelVerdict, Word } from '../usual/model.ts'

const ORDER: Record<Word, number> = { regression: 0, suspect: 1, undecided: 2, fine: 3, 'not-judged': 4 }

/** The label that decides the criterion, or is closest to doing so. */
export function worstOf(labels: readonly LabelVerdict[]): LabelVerdict | undefined {
  let worst: LabelVerdict | undefined
  for (const label of labels) if (worst === undefined || isWorse(label, worst)) worst = label
  return worst
}

function isWorse(a: LabelVerdict, b: LabelVerdict): boolean {
  if (ORDER[a.word] !== ORDER[b.word]) return ORDER[a.word] < ORDER[b.word]
  return (a.facts?.p ?? 2) < (b.facts?.p ?? 2)
}
