/** What the method can find with so many runs and so much noise, and how many more runs would decide an open case. */
import { errorOf, type Bar, type Evidence } from './decide.ts'
import { quantileOfT } from './mathematics/student-t.ts'

/** How often "would be found" must be true. */
const FOUND_SHARE = 0.95
const POINTS = 500
/** Normal values for each point: the spread's estimate, the reference's error, and up to three runs. */
const DIMENSIONS = 6

/** How small a slow-down is found how often. */
export interface Power {
  /** ln(1 + slow-down) that each of the points needs to be found, ascending. */
  needed: Float64Array
}

/**
 * Plays the decision of `decide.ts` at one label at 500 points that fill the space of what chance may do evenly: the error
 * of the reference, of each run, and of the estimated spread. Each point says how large a slow-down it needs to be found.
 * The points are Roberts' R-sequence (2018, The Unreasonable Effectiveness of Quasirandom Sequences).
 */
export function powerOf(evidence: Omit<Evidence, 'now'>, bar: Bar, runs: number): Power {
  const { spread, reference } = evidence
  const single = errorOf(evidence, 1)
  const pooled = errorOf(evidence, runs)
  const needsPooled = quantileOfT(bar.red, spread.freedom) * pooled
  const needsAlone = runs > 1 ? quantileOfT(bar.alone, spread.freedom) * single : 0
  const error = Math.sqrt(spread.variance)
  const needed = normalPoints().map(([chi, ofReference, ...ofRuns]) => {
    const estimate = chiFactor(chi!, spread.freedom)
    const own = ofRuns
      .slice(0, runs)
      .map((z) => z * error - ofReference! * error * Math.sqrt(reference.varianceShare))
    const mean = own.reduce((sum, x) => sum + x, 0) / runs
    return Math.max(
      Math.max(bar.limit, needsPooled * estimate) - mean,
      Math.max(bar.limit, needsAlone * estimate) - Math.min(...own),
    )
  })
  return { needed: Float64Array.from(needed).sort() }
}

/** How often a slow-down of ln(1 + ratio) is found. */
export function chanceOfFinding({ needed }: Power, slowDown: number): number {
  return needed.filter((need) => need <= slowDown).length / needed.length
}

/** The ln(1 + slow-down) that is found in 95 of 100 cases. */
export const surelyFound = ({ needed }: Power): number => needed[Math.floor(FOUND_SHARE * needed.length)]!

/** An estimated spread over the true one: the cube root of χ²/d is nearly normal (Wilson and Hilferty 1931). */
function chiFactor(z: number, freedom: number): number {
  const term = 2 / (9 * freedom)
  return Math.sqrt(Math.max(1e-3, 1 - term + z * Math.sqrt(term)) ** 3)
}

function normalPoints(): number[][] {
  const step = rootOfSequence(DIMENSIONS)
  return Array.from({ length: POINTS }, (_, index) => {
    const uniform = Array.from({ length: DIMENSIONS }, (_, d) => (0.5 + (index + 1) * step ** -(d + 1)) % 1)
    return uniform.flatMap((u, d) => (d % 2 === 0 ? boxMuller(u, uniform[d + 1]!) : []))
  })
}

function boxMuller(u: number, v: number): [number, number] {
  const radius = Math.sqrt(-2 * Math.log(u || Number.MIN_VALUE))
  return [radius * Math.cos(2 * Math.PI * v), radius * Math.sin(2 * Math.PI * v)]
}

/** The root of x^(d + 1) = x + 1. */
function rootOfSequence(dimensions: number): number {
  let x = 2
  for (let step = 0; step < 50; step++) x = (1 + x) ** (1 / (dimensions + 1))
  return x
}
