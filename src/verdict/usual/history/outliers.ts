/**
 * Accidental outliers of single labels in earlier runs. A single new run that is not much further away may be
 * another accident.
 */

/** A run that is this many spreads away is an accident, because chance does not explain it. */
const ACCIDENT_FROM = 3.5
/** Accidents of labels that are this many times noisier count in proportion for a calmer label. */
const MUCH_NOISIER = 3
/** The largest ones are enough to compare with. */
const MOST_KEPT = 200

export interface Accident {
  /** The distance as a logarithm, and the spread of the label. */
  distance: number
  spread: number
}

/** The accidents among each label's most distant run. */
export function accidentsOf(furthest: readonly Accident[]): Accident[] {
  return furthest
    .filter(({ distance, spread }) => distance > ACCIDENT_FROM * spread)
    .sort((a, b) => b.distance / b.spread - a.distance / a.spread)
    .slice(0, MOST_KEPT)
}

/** How far a label with this spread would be away in the worst of these accidents; 0 if there were none. */
export function worstAccident(accidents: readonly Accident[], spread: number): number {
  let worst = 0
  for (const accident of accidents) {
    const calmer = Math.min(1, (MUCH_NOISIER * spread) / accident.spread)
    worst = Math.max(worst, accident.distance * calmer)
  }
  return worst
}
