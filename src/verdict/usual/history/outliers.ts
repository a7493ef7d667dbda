/** Earlier runs that were out by accident at one label: a single run further out than usual may be another accident. */

/** From so many spreads on a run is out by accident, not by chance. */
const ACCIDENT_FROM = 4
/** The largest are enough to compare with. */
const MOST_KEPT = 200

export interface Accident {
  /** How far out, as a logarithm, and in spreads. */
  distance: number
  spreads: number
}

/** The accidents among the residuals of one label. */
export function accidentsOf(residuals: Float64Array, spread: number): Accident[] {
  const found: Accident[] = []
  for (const residual of residuals) {
    const distance = Math.abs(residual)
    if (distance > ACCIDENT_FROM * spread) found.push({ distance, spreads: distance / spread })
  }
  return found
}

/** The largest accidents, in spreads. */
export function largestOf(accidents: readonly Accident[]): Accident[] {
  return accidents.toSorted((a, b) => b.spreads - a.spreads).slice(0, MOST_KEPT)
}

/** How far out a label of this spread would be by the worst of these accidents; 0 where there were none. */
export function worstAccident(accidents: readonly Accident[], spread: number): number {
  let worst = 0
  for (const { distance, spreads } of accidents) worst = Math.max(worst, Math.min(distance, spreads * spread))
  return worst
}
