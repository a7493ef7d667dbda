/** Calculates the result of a criterion from the words of its labels and of the environment. */
import type { LabelVerdict, UsualStatus, Word } from './model.ts'

/**
 * A criterion passes only if at least this share of the requests is judged, and at most this share is too
 * noisy.
 */
const LEAST_JUDGED = 0.5
const MOST_NOISE = 0.2

/** The share of requests at labels that were judged, and at labels that are too noisy. */
export interface Shares {
  judged: number
  noise: number
}

export function statusOf(
  environment: LabelVerdict | undefined,
  labels: readonly LabelVerdict[],
  shares: Shares,
): UsualStatus {
  const words = [environment?.word ?? 'fine', ...labels.map(({ word }) => word)]
  if (words.includes('regression')) return 'failed'
  const open = words.some((word) => word === 'suspect' || word === 'undecided')
  const blind = environment?.word === 'not-judged' || tooLittleJudged(shares)
  return open || blind ? 'inconclusive' : 'passed'
}

export const tooLittleJudged = ({ judged, noise }: Shares): boolean =>
  !(judged >= LEAST_JUDGED) || noise > MOST_NOISE

export function wordsOf(labels: readonly LabelVerdict[]): Record<Word, number> {
  const words: Record<Word, number> = { regression: 0, suspect: 0, fine: 0, undecided: 0, 'not-judged': 0 }
  for (const { word } of labels) words[word]++
  return words
}

/** `counts` has the same order as `labels`. */
export function sharesOf(labels: readonly LabelVerdict[], counts: readonly { count: number }[]): Shares {
  let [judged, noise, all] = [0, 0, 0]
  for (const [index, { word, why }] of labels.entries()) {
    const count = counts[index]?.count ?? 0
    all += count
    if (word !== 'not-judged') judged += count
    else if (why === 'noise') noise += count
  }
  return all > 0 ? { judged: judged / all, noise: noise / all } : { judged: 0, noise: 0 }
}
