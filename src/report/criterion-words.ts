import { formatCount } from '../foundation/format.ts'
import { clip } from '../foundation/one-line.ts'
import type { CriterionResult } from '../verdict/verdict.ts'

/** The message without the labels that are listed next to it. */
export function messageInWords({ message, shortMessage }: CriterionResult): string {
  return shortMessage || message
}

/** What is not said by observed, limit and margin; may be empty. */
export function noteInWords({ message, shortMessage }: CriterionResult): string {
  return shortMessage ?? message
}

/** How many labels broke a wildcard criterion; the list of them may be shorter. */
export function breachCount({ breaches, breached }: CriterionResult): number {
  return breached ?? breaches?.length ?? 0
}

/** Says that a criterion was judged on incomplete data; empty if it was not. */
export function partialInWords({ partialData }: CriterionResult): string {
  return partialData === undefined ? '' : `Judged on incomplete data: ${partialData}`
}

/** `Waived until 2026-12-31 by Ada: known slow`, or that the waiver expired. */
export function waiverInWords(waiver: NonNullable<CriterionResult['waiver']>): string {
  const verb = waiver.active ? 'Waived until' : 'The waiver expired on'
  return `${verb} ${waiver.until}, ${waiver.owner}: ${waiver.reason}`
}

/**
 * `Usual 412 ms ± 3% over 8 runs, judged by 2 runs of this commit; 9 fine; finds changes of 14%.`; empty for
 * other limits.
 */
export function usualInWords({ usual, status, matched }: CriterionResult): string {
  if (usual === undefined) return ''
  const { runs, earlierRuns, findable, settledBy, text } = usual
  const ofRuns = text === undefined ? `Usual of ${runsInWords(earlierRuns)}` : `Usual ${clip(text, 300)}`
  const by = runs > 1 ? `, judged by ${runsInWords(runs)} of this commit` : ''
  const found =
    findable === undefined || findable.now >= MOST_SAID
      ? ''
      : `; finds changes of ${Math.round(findable.now * 100)}%`
  const labels = matched === undefined ? '' : `; ${countsOfWords(usual.words)}`
  const { moreRuns, moreEarlierRuns } = settledBy
  const ways = [
    moreRuns === undefined ? '' : `${moreRuns} more ${moreRuns === 1 ? 'run' : 'runs'} of this commit`,
    moreEarlierRuns === undefined ? '' : `${moreEarlierRuns} more of the base branch`,
  ].filter((way) => way !== '')
  const settled =
    status === 'inconclusive' && ways.length > 0 ? ` ${ways.join(', or ')} would settle it.` : ''
  return `${ofRuns}${by}${labels}${found}.${settled}`
}

/** `14% slower (8% to 20%), usual 412 ms ± 3% over 8 runs`; undefined for other limits. */
export function usualInShort({ usual, margin }: CriterionResult): string | undefined {
  if (usual?.text === undefined) return undefined
  return `${margin === undefined ? '' : `${margin}, `}usual ${usual.text}`
}

/** `8 fine, 1 undecided, 1 not judged`. */
function countsOfWords(words: NonNullable<CriterionResult['usual']>['words']): string {
  const counts = (['regression', 'suspect', 'undecided', 'not-judged', 'fine'] as const)
    .filter((word) => words[word] > 0)
    .map((word) => `${formatCount(words[word])} ${word === 'regression' ? 'worse' : word.replace('-', ' ')}`)
  return counts.join(', ') || 'no labels'
}

/** Larger changes are obvious. */
const MOST_SAID = 10

const runsInWords = (runs: number): string => (runs === 1 ? '1 run' : `${runs} runs`)
