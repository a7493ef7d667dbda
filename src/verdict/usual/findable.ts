/** What the method can find with so many runs and so much noise, and how many more runs would decide an open case. */
import { errorOf, MOST_BY_TREND, type Bar, type Evidence } from './decide.ts'
import { MIN_TREND } from './history/reference.ts'
import { logBias } from './history/spread.ts'
import { quantileOfT } from './mathematics/student-t.ts'

/** How often "would be found" must be true. */
const FOUND_SHARE = 0.95
const POINTS = 500
/** The normal values of each point: what each stands for. Up to three runs are next to each other. */
const Z = { spread: 0, reference: 1, firstRun: 2, newest: 5, second: 6, environment: 7, trend: 8 }
/** One is left over, since they come in pairs. */
const DIMENSIONS = 10

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

/** What a change must be above, each for another reason; -Infinity where nothing is asked. */
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

/** How often a slow-down of ln(1 + ratio) is found. */
export function chanceOfFinding({ needed }: Power, slowDown: number): number {
  return needed.filter((need) => need <= slowDown).length / needed.length
}

/** The ln(1 + slow-down) that is found in 95 of 100 cases. */
export const surelyFound = ({ needed }: Power): number => needed[Math.floor(FOUND_SHARE * needed.length)]!

/** What the slope adds to the variance of a straight line's forecast, see `reference.ts`. */
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
