import type { TrendPoint } from '../../verdict.ts'

/** Since which run something is as it is. */
export interface Since {
  /** What it is since then: a limit is broken, or the figure is higher or lower than before. */
  what: 'broken' | 'higher' | 'lower'
  /** Position of that run among the points. */
  index: number
  /** That all known runs are so, the first one too: it may be so for longer. */
  orEarlier?: true
}

/** Two runs of the same software differ by less than this. */
const NOTICEABLE = 0.05
/** So many runs tell what was before. */
const LEAST_BEFORE = 3
/** Runs before the change differ by so much themselves; what is beyond that is a change. */
const SPREADS = 3

/** Since which run in a row a limit has been broken; undefined if the last one does not break it. */
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

/** Since which run the figure has been higher, or lower, than in all runs before it; undefined if it has not changed. */
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
