/** What a criterion comes to, from the words of its labels and of the environment. */
import type { LabelVerdict, UsualStatus, Word } from './model.ts'

/** A green criterion speaks for at least that share of the requests. */
export const LEAST_JUDGED = 0.5

export function statusOf(
  environment: LabelVerdict | undefined,
  labels: readonly LabelVerdict[],
  judgedShare: number,
): UsualStatus {
  const words = [environment?.word ?? 'fine', ...labels.map(({ word }) => word)]
  if (words.includes('regression')) return 'failed'
  const open = words.some((word) => word === 'suspect' || word === 'undecided')
  const blind = environment?.word === 'not-judged' || !(judgedShare >= LEAST_JUDGED)
  return open || blind ? 'inconclusive' : 'passed'
}

export function wordsOf(labels: readonly LabelVerdict[]): Record<Word, number> {
  const words: Record<Word, number> = { regression: 0, suspect: 0, fine: 0, undecided: 0, 'not-judged': 0 }
  for (const { word } of labels) words[word]++
  return words
}

/** The share of requests at labels that were judged; `counts` are in the order of `labels`. */
export function judgedShareOf(labels: readonly LabelVerdict[], counts: readonly { count: number }[]): number {
  let [judged, all] = [0, 0]
  for (const [index, { word }] of labels.entries()) {
    const count = counts[index]?.count ?? 0
    all += count
    if (word !== 'not-judged') judged += count
  }
  return all > 0 ? judged / all : 0
}
