/** Which change the method can find with a number of runs and their noise. */
import { errorOf, MOST_BY_TREND, type Bar, type Evidence } from './decide.ts'
import { MIN_TREND } from './history/reference.ts'
import { logBias } from './history/spread.ts'
import { quantileOfT } from './mathematics/student-t.ts'

/** A change counts as findable if it is found in this share of cases. */
const FOUND_SHARE = 0.95
const POINTS = 500
/**
 * Which normal value of a point stands for what. Up to three runs are next to each other, from `firstRun`.
 */
const Z = { spread: 0, reference: 1, firstRun: 2, newest: 5, second: 6, environment: 7, trend: 8 }
/** One is unused, because values are generated in pairs. */
const DIMENSIONS = 10

export interface Setting {
  /** The number of runs of the commit, 1 to 3. */
  runs: number
  /** Standard error of the environment's change; 0 if there is no environment. */
  environmentError: number
}

/** How often which slowdown is found. */
export interface Power {
  /** For each point, the smallest ln(1 + slowdown) that is found, in ascending order. */
  needed: Float64Array
}

/**
 * Simulates the decision of `decide.ts` for one label at 500 points, which cover evenly what chance may do:
 * the errors of the reference, of each run, and of the estimated spread. Each point has the smallest slowdown
 * that is found there. The points are Roberts' R-sequence (2018, The Unreasonable Effectiveness of
 * Quasirandom Sequences).
 */
export function powerOf(evidence: Omit<Evidence, 'now'>, bar: Bar, setting: Setting): Power {
  const { reference, spread } = evidence
  const { runs, environmentError } = setting
  const bounds = boundsOf(evidence, bar, runs)
  const normal = normalPoints()
  const needed = new Float64Array(POINTS)
  const error = Math.sqrt(spread.variance)
  const ofReference = Math.sqrt(reference.varianceShare) * error
  const slope = Math.sqrt(slopeShare(reference.runs)) * error
  const bias = logBias(spread.freedom)
  for (let point = 0; point < POINTS; point++) {
    const at = point * DIMENSIONS
    const estimate = Math.exp((bias + spread.errorOfLn * normal[at + Z.spread]!) / 2)
    let [mean, least] = [0, Infinity]
    for (let run = 0; run < runs; run++) {
      const own = normal[at + Z.firstRun + run]! * error
      mean += own / runs
      if (own < least) least = own
    }
    const usual = normal[at + Z.reference]! * ofReference
    const [newest, second] = [normal[at + Z.newest]! * error, normal[at + Z.second]! * error]
    const trend = normal[at + Z.trend]! * slope
    needed[point] = Math.max(
      Math.max(bar.limit, bounds.pooled * estimate) + usual - mean,
      Math.max(bounds.limitAlone, bounds.alone * estimate) + usual - least,
      bounds.newest * estimate + newest - mean,
      bounds.newestTwo * estimate + (newest + second) / 2 - mean,
      trend > 0 ? bounds.trend * estimate + usual + trend - mean : 0,
      bar.limit + usual - mean - normal[at + Z.environment]! * environmentError,
    )
  }
  return { needed: needed.sort() }
}

/**
 * The values that a change must exceed, each for a different condition of the decision; -Infinity if the
 * condition does not apply.
 */
function boundsOf(evidence: Omit<Evidence, 'now'>, bar: Bar, runs: number) {
  const { spread, reference, excess, rounding } = evidence
  const against = (varianceShare: number, most: number) =>
    quantileOfT(most, spread.freedom) *
    Math.sqrt(spread.variance * (1 / runs + varianceShare) + excess / runs + rounding)
  const slope = slopeShare(reference.runs)
  return {
    pooled: quantileOfT(bar.red, spread.freedom) * errorOf(evidence, runs),
    limitAlone: runs > 1 ? bar.limit : -Infinity,
    alone: runs > 1 ? quantileOfT(bar.alone, spread.freedom) * errorOf(evidence, 1) : -Infinity,
    newest: reference.runs > 1 ? against(1, bar.newest) : -Infinity,
    newestTwo: reference.runs > 2 ? against(1 / 2, bar.newest) : -Infinity,
    trend:
      slope > 0 ? against(reference.varianceShare + slope, Math.min(bar.newest, MOST_BY_TREND)) : -Infinity,
  }
}

/** The share of cases in which a slowdown of ln(1 + ratio) is found. */
export function chanceOfFinding({ needed }: Power, slowDown: number): number {
  return needed.filter((need) => need <= slowDown).length / needed.length
}

/** The ln(1 + slowdown) that is found in 95 of 100 cases. */
export const surelyFound = ({ needed }: Power): number => needed[Math.floor(FOUND_SHARE * needed.length)]!

/** What the slope adds to the variance of the forecast of a straight line, see `reference.ts`. */
const slopeShare = (runs: number): number => (runs < MIN_TREND ? 0 : (3 * (runs + 1)) / (runs * (runs - 1)))

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
