/** Earlier runs that were out by accident at one label: a single run further out than usual may be another accident. */

/** From so many spreads on a run is out by accident, not by chance. */
const ACCIDENT_FROM = 3.5
/** Accidents of labels that are noisier than that count for calm ones in proportion. */
const MUCH_NOISIER = 3
/** The largest are enough to compare with. */
const MOST_KEPT = 200

export interface Accident {
  /** How far out, as a logarithm, and the spread of its label. */
  distance: number
  spread: number
}

/** The accidents among the runs that are furthest from what is usual, each at its label. */
export function accidentsOf(furthest: readonly Accident[]): Accident[] {
  return furthest
    .filter(({ distance, spread }) => distance > ACCIDENT_FROM * spread)
    .sort((a, b) => b.distance / b.spread - a.distance / a.spread)
    .slice(0, MOST_KEPT)
}

/** How far out a label of this spread would be by the worst of these accidents; 0 where there were none. */
export function worstAccident(accidents: readonly Accident[], spread: number): number {
  let worst = 0
  for (const accident of accidents) {
    const calmer = Math.min(1, (MUCH_NOISIER * spread) / accident.spread)
    worst = Math.max(worst, accident.distance * calmer)
  }
  return worst
}
