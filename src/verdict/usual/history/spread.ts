/**
 * How much runs of unchanged software differ, estimated from each label's own runs and from those of all
 * labels together.
 */
import { digamma, inverseTrigamma, trigamma } from '../mathematics/gamma-functions.ts'
import { medianInPlace } from '../mathematics/median.ts'
import { remembered } from '../mathematics/remembered.ts'

/**
 * Assumed until enough runs are known: half of all services vary by less than 3 % between runs, and one in
 * ten by 8 %.
 */
export const FIELD_SPREAD = 0.03
const FIELD_VARIANCE_OF_LN = 2.5
/** No run is more repeatable than this, even if a few runs look like it. */
export const LEAST_SPREAD = 0.003
/** Limits for how much ln(variance) is assumed to differ between labels. */
const LABELS_DIFFER = { least: 0.4, most: 4 }
/** With this many labels, the typical spread can be learned from them. */
const MIN_LABELS = 5
/** How many runs the typical spread counts as when a rough one is drawn towards it. */
const TYPICAL_WEIGHT = 4
/** The median of |a − b| for two normal values with spread 1. */
const MEDIAN_DIFFERENCE = 0.9539

/** What a label's runs say about its spread. */
export interface Scatter {
  /** The sum of squares around its levels, and the degrees of freedom. */
  squares: number
  freedom: number
  /** Sampling variance of a run; 0 if unknown. */
  sampling: number
}

/** The variance of ln(value) between runs, and its degrees of freedom. */
export interface Spread {
  variance: number
  freedom: number
  /** The standard deviation of the estimated ln(variance), if labels are as similar as they look. */
  errorOfLn: number
}

/**
 * A rough spread that a step affects at one place only: the median absolute successive difference, drawn
 * towards the typical one of all series, or towards the assumed one if there are few.
 */
export function roughSpreads(
  series: readonly Float64Array[],
  scratch: Float64Array,
  field: number = FIELD_SPREAD,
): Float64Array {
  const own = Float64Array.from(series, (x) => medianDifference(x, scratch) / MEDIAN_DIFFERENCE)
  const known = own.filter((spread) => !Number.isNaN(spread))
  const many = known.length >= MIN_LABELS
  const typical = Math.max(LEAST_SPREAD, many ? medianInPlace(known, known.length) : field)
  const weight = many ? TYPICAL_WEIGHT : TYPICAL_WEIGHT / 2
  return own.map((spread, index) => {
    if (Number.isNaN(spread)) return typical
    const differences = series[index]!.length - 1
    return Math.sqrt((differences * spread ** 2 + weight * typical ** 2) / (differences + weight))
  })
}

function medianDifference(x: Float64Array, scratch: Float64Array): number {
  for (let i = 1; i < x.length; i++) scratch[i - 1] = Math.abs(x[i]! - x[i - 1]!)
  return medianInPlace(scratch, Math.max(0, x.length - 1))
}

/**
 * The spread of each label: its own ln(variance), drawn towards the typical one, depending on how much labels
 * differ. Empirical Bayes as in limma (Smyth 2004, Statistical Applications in Genetics and Molecular Biology
 * 3:3), but with the typical variance s² + sampling variance instead of one for all, and an estimate that is
 * weighted in ln(variance).
 */
export function drawnTogether(scatters: readonly Scatter[], field: number = FIELD_SPREAD): Spread[] {
  const own = scatters.map(logVariance)
  const typical = typicalOf(scatters, own, field)
  return scatters.map(({ sampling, freedom }, index) => {
    const { mean, variance } = own[index]!
    const prior = Math.log(typical.variance + typical.believed * sampling)
    const weight = freedom > 0 ? 1 / variance : 0
    const priorWeight = 1 / typical.varianceOfLn
    const drawn = (weight * mean + priorWeight * prior) / (weight + priorWeight)
    // An assumed spread must not make the runs look calmer than they were.
    const combined = typical.ofField && weight > 0 ? Math.max(drawn, mean) : drawn
    const together = 2 * freedomFactor(weight + priorWeight)
    const floor = Math.max(LEAST_SPREAD ** 2, typical.believed * sampling)
    return {
      // Converted from the mean of the logarithm to the mean that Student's t needs.
      variance: Math.max(floor, Math.exp(combined + logBias(together))),
      freedom: together,
      errorOfLn: errorOfLn(weight, variance, typical),
    }
  })
}

/**
 * The label's own error, weighted by how much its own runs count, and the same for the differences between
 * labels beyond what is assumed.
 */
function errorOfLn(weight: number, variance: number, { varianceOfLn, alike, ofField }: Typical): number {
  if (weight === 0) return Math.sqrt(varianceOfLn)
  const share = weight / (weight + 1 / varianceOfLn)
  const differ = ofField || !alike ? varianceOfLn : 0
  return Math.sqrt(share ** 2 * variance + (1 - share) ** 2 * differ)
}

/** An unbiased ln(variance), and its own variance. */
function logVariance({ squares, freedom }: Scatter): { mean: number; variance: number } {
  if (freedom <= 0) return { mean: 0, variance: Infinity }
  const variance = Math.max(squares / freedom, LEAST_SPREAD ** 2)
  return { mean: Math.log(variance) - logBias(freedom), variance: halfTrigamma(freedom) }
}

/** E[ln(χ²/d)] for d degrees of freedom. */
export const logBias = remembered((freedom: number) => digamma(freedom / 2) - Math.log(freedom / 2))
const halfTrigamma = remembered((freedom: number) => trigamma(freedom / 2))
const freedomFactor = remembered((precision: number) => inverseTrigamma(1 / precision))

interface Typical {
  /** Variance between runs, without the sampling variance. */
  variance: number
  varianceOfLn: number
  /** How much of the stated sampling variances is consistent with the scatter of the runs. */
  believed: number
  /** True if it is assumed, because there are too few labels to learn it from. */
  ofField: boolean
  /** True if labels differ no more than by chance. */
  alike: boolean
}

function typicalOf(
  scatters: readonly Scatter[],
  own: { mean: number; variance: number }[],
  field: number,
): Typical {
  const known = scatters.flatMap((scatter, index) =>
    scatter.freedom > 0 ? [{ ...own[index]!, sampling: scatter.sampling }] : [],
  )
  const believed = believedShare(scatters)
  if (known.length < MIN_LABELS) {
    return {
      variance: field ** 2,
      varianceOfLn: FIELD_VARIANCE_OF_LN,
      believed,
      ofField: true,
      alike: false,
    }
  }
  const total = known.reduce((sum, { variance }) => sum + 1 / variance, 0)
  /**
   * The average deviation of the labels' ln(variance), to a power. A loop, because this runs forty times for
   * thousands of labels.
   */
  const off = (variance: number, power: 1 | 2): number => {
    let sum = 0
    for (const one of known) {
      const distance = one.mean - Math.log(variance + believed * one.sampling)
      sum += (power === 1 ? distance : distance * distance) / one.variance
    }
    return sum / total
  }
  const between = known.some(({ sampling }) => sampling > 0)
    ? rootOf((variance) => off(variance, 1))
    : Math.exp(known.reduce((sum, one) => sum + one.mean / one.variance, 0) / total)
  const variance = Math.max(between, LEAST_SPREAD ** 2)
  const differ = off(variance, 2)
  const ownError = known.length / total
  const labelsDiffer = Math.min(LABELS_DIFFER.most, Math.max(LABELS_DIFFER.least, differ - ownError))
  const varianceOfLn = labelsDiffer + (labelsDiffer + ownError) / known.length
  return { variance, varianceOfLn, believed, ofField: false, alike: differ - ownError < LABELS_DIFFER.least }
}

/** Where a decreasing function of a variance crosses 0, within the possible range of spreads. */
function rootOf(excess: (variance: number) => number): number {
  let [low, high] = [Math.log(LEAST_SPREAD ** 2), Math.log(4)]
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2
    if (excess(Math.exp(middle)) > 0) low = middle
    else high = middle
  }
  return Math.exp((low + high) / 2)
}

/**
 * The stated sampling variances may be much too large, for example if requests were counted differently. They
 * are refuted if the runs scatter less than they would by chance in 1 of 5 cases: the result is the upper 80
 * % bound that the scatter allows.
 */
function believedShare(scatters: readonly Scatter[]): number {
  let [ratio, freedom] = [0, 0]
  for (const scatter of scatters) {
    if (!(scatter.sampling > 0) || scatter.freedom <= 0) continue
    ratio += scatter.squares / scatter.sampling
    freedom += scatter.freedom
  }
  return freedom === 0 ? 1 : Math.min(1, ratio / lowerQuantileOfChiSquare(freedom))
}

/** The 20 % quantile of χ², by the cube-root approximation of Wilson and Hilferty 1931. */
function lowerQuantileOfChiSquare(freedom: number): number {
  const term = 2 / (9 * freedom)
  return freedom * Math.max(0.05, 1 - term - 0.842 * Math.sqrt(term)) ** 3
}
