import type { AgainstUsual } from '../../verdict/against-usual/trends/judged-changes.ts'

/** The change of a number from the baseline. */
export interface Change {
  /** `▲ +12.3%` */
  text: string
  tone: Tone
}

/** What a change means; `neutral` if neither direction is better. */
export type Tone = 'better' | 'worse' | 'same' | 'neutral'

/** The direction that is good. */
export type Good = 'less' | 'more' | 'neither'

// Two runs of the same software differ by less than this, unless they have few requests: then they may differ
// by any amount.
export const NOTICEABLE = 0.05
export const FEWEST = 100

/** What two numbers are based on. */
export interface Basis {
  /** The requests of each run. */
  counts?: readonly number[]
  /** How the newer number compares with earlier runs, if there are enough of them. */
  usual?: AgainstUsual | undefined
}

/**
 * What a change from `before` to `now` means. With a history, it means something only if the new number is
 * not what is usual, and changed in the same direction: the run before may have been the unusual one.
 */
export function toneOf(now: number, before: number, good: Good, { counts = [], usual }: Basis = {}): Tone {
  if (good === 'neither') return 'neutral'
  if (now === before || counts.some((count) => count < FEWEST)) return 'same'
  const isSame =
    usual === undefined
      ? Math.abs(now - before) <= Math.abs(before) * NOTICEABLE
      : usual !== (now > before ? 'higher' : 'lower')
  if (isSame) return 'same'
  return now < before === (good === 'less') ? 'better' : 'worse'
}
