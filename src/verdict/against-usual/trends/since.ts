import type { TrendPoint } from '../../verdict.ts'

/** The run with which the present state began. */
export interface Since {
  /** The state since then: a limit is broken, or the figure is higher or lower than before. */
  what: 'broken' | 'higher' | 'lower'
  /** Position of that run among the points. */
  index: number
  /** All known runs are in this state, so it may have begun earlier. */
  orEarlier?: true
}

/** Smaller differences are normal between runs of the same software. */
const NOTICEABLE = 0.05
/** A change is only recognized after this many runs. */
const LEAST_BEFORE = 3
/** A change must be larger than this many times the spread of the runs before it. */
const SPREADS = 3

/** The first of the consecutive runs that break the limit; undefined if the last run does not break it. */
export function sinceBroken(
  points: readonly TrendPoint[],
  isBroken: (value: number) => boolean,
): Since | undefined {
  let index: number | undefined
  for (let at = points.length - 1; at >= 0; at--) {
    const { value } = points[at]!
    if (value === undefined) continue
    if (!isBroken(value)) break
    index = at
  }
  if (index === undefined) return undefined
  const isFirst = points.slice(0, index).every(({ value }) => value === undefined)
  return { what: 'broken', index, ...(isFirst && { orEarlier: true as const }) }
}

/**
 * The run from which on the figure has been higher, or lower, than in all runs before; undefined if it has not
 * changed.
 */
export function sinceLevel(points: readonly TrendPoint[]): Since | undefined {
  const known = points.flatMap(({ value }, index) => (value === undefined ? [] : [{ value, index }]))
  for (let at = LEAST_BEFORE; at < known.length; at++) {
    const before = known.slice(0, at).map(({ value }) => value)
    const after = known.slice(at).map(({ value }) => value)
    const usual = medianOf(before)
    const spread = medianOf(before.map((value) => Math.abs(value - usual)))
    const room = Math.max(usual * NOTICEABLE, SPREADS * 1.4826 * spread)
    const index = known[at]!.index
    if (Math.min(...after) > Math.max(usual + room, ...before)) return { what: 'higher', index }
    if (Math.max(...after) < Math.min(usual - room, ...before)) return { what: 'lower', index }
  }
  return undefined
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
