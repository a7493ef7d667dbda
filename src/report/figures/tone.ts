import { formatChange } from '../../foundation/format.ts'

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

/**
 * What a change from `before` to `now` means; `counts` are the requests that the two numbers are based on.
 */
export function toneOf(now: number, before: number, good: Good, counts: readonly number[] = []): Tone {
  if (good === 'neither') return 'neutral'
  if (counts.some((count) => count < FEWEST)) return 'same'
  if (Math.abs(now - before) <= Math.abs(before) * NOTICEABLE) return 'same'
  return now < before === (good === 'less') ? 'better' : 'worse'
}

/** The change of one duration, such as a label's p95; `counts` are the requests that the two are based on. */
export function durationChange(
  nowMs: number | undefined,
  beforeMs: number | undefined,
  counts: readonly number[],
): Change | undefined {
  if (nowMs === undefined || beforeMs === undefined) return undefined
  return { text: formatChange(nowMs, beforeMs), tone: toneOf(nowMs, beforeMs, 'less', counts) }
}
