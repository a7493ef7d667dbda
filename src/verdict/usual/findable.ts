/** What the method can find with so many runs and so much noise, and how many more runs would decide an open case. */
import { errorOf, type Bar, type Evidence } from './decide.ts'
import { quantileOfT } from './mathematics/student-t.ts'

/** How often "would be found" must be true. */
const FOUND_SHARE = 0.95
const POINTS = 500
/** Normal values for each point: the spread's estimate, the reference, three runs, the newest earlier run, the environment. */
const DIMENSIONS = 8

export interface Setting {
  /** Of the commit, 1 to 3. */
  runs: number
  /** Standard error of the environment's change, 0 where there is none. */
  environmentError: number
}

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
export function powerOf(
  evidence: Omit<Evidence, 'now'>,
  bar: Bar,
  { runs, environmentError }: Setting,
): Power {
  const { spread, reference, excess, rounding } = evidence
  const single = errorOf(evidence, 1)
  const pooled = errorOf(evidence, runs)
  const needsPooled = quantileOfT(bar.red, spread.freedom) * pooled
  const needsAlone = runs > 1 ? quantileOfT(bar.alone, spread.freedom) * single : 0
  const againstNewest = Math.sqrt(spread.variance * (1 / runs + 1) + excess / runs + rounding)
  const needsNewest =
    reference.newest.length > 0 ? quantileOfT(bar.newest, spread.freedom) * againstNewest : -Infinity
  const error = Math.sqrt(spread.variance)
  const needed = new Float64Array(POINTS)
  const points = normalPoints()
  const ofReference = error * Math.sqrt(reference.varianceShare)
  for (let point = 0; point < POINTS; point++) {
    const normal = points.subarray(point * DIMENSIONS, (point + 1) * DIMENSIONS)
    const estimate = chiFactor(normal[0]!, spread.freedom)
    let [sum, least] = [0, Infinity]
    for (let run = 0; run < runs; run++) {
      sum += normal[2 + run]! * error
      least = Math.min(least, normal[2 + run]! * error)
    }
    const [mean, usual] = [sum / runs, normal[1]! * ofReference]
    needed[point] = Math.max(
      Math.max(bar.limit, needsPooled * estimate) - mean + usual,
      Math.max(runs > 1 ? bar.limit : 0, needsAlone * estimate) - least + usual,
      needsNewest * estimate - mean + normal[5]! * error,
      bar.limit - mean + usual - normal[6]! * environmentError,
    )
  }
  return { needed: needed.sort() }
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

let rememberedPoints: Float64Array | undefined

function normalPoints(): Float64Array {
  if (rememberedPoints) return rememberedPoints
  const step = rootOfSequence(DIMENSIONS)
  const points = new Float64Array(POINTS * DIMENSIONS)
  for (let point = 0; point < POINTS; point++) {
    const uniform = (d: number) => (0.5 + (point + 1) * step ** -(d + 1)) % 1
    for (let d = 0; d < DIMENSIONS; d += 2)
      points.set(boxMuller(uniform(d), uniform(d + 1)), point * DIMENSIONS + d)
  }
  rememberedPoints = points
  return points
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
