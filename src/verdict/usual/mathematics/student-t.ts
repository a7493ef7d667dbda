/**
 * Tails of Student's t and of counts, from the regularized incomplete beta function. This is our own code,
 * because no package fits: simple-statistics 7.12 has no Student's t; jStat 1.9 has it, as part of a large
 * library without trigamma; the two functions of @stdlib need 233 packages. The formulas fit on a page, and
 * the tests compare them with published tables.
 */
import { lnGamma } from './gamma-functions.ts'
import { rememberedOfTwo } from './remembered.ts'

const TINY = 1e-300
const CLOSE_ENOUGH = 1e-13

/**
 * I_x(a, b): the continued fraction NIST DLMF 8.17.22, by Lentz's method; the symmetry 8.17.4 is used where
 * it would converge slowly.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(x > 0)) return 0
  if (x >= 1) return 1
  return x > (a + 1) / (a + b + 2) ? 1 - lowerPart(1 - x, b, a) : lowerPart(x, a, b)
}

function lowerPart(x: number, a: number, b: number): number {
  const lnFront = a * Math.log(x) + b * Math.log1p(-x) - lnBeta(a, b)
  return (Math.exp(lnFront) / a) * continuedFraction(x, a, b)
}

const lnBeta = rememberedOfTwo((a: number, b: number) => lnGamma(a) + lnGamma(b) - lnGamma(a + b))

function continuedFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / notZero(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / notZero(1 + even * d)
    c = notZero(1 + even / c)
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / notZero(1 + odd * d)
    c = notZero(1 + odd / c)
    value *= d * c
    if (Math.abs(d * c - 1) < CLOSE_ENOUGH) break
  }
  return value
}

const notZero = (value: number): number => (Math.abs(value) < TINY ? TINY : value)

/**
 * P(T ≥ t) of Student's t with `df` > 0 degrees of freedom, which may be fractional: Abramowitz and Stegun
 * 26.5.27.
 */
export function upperTailOfT(t: number, df: number): number {
  if (Number.isNaN(t)) return Number.NaN
  if (!Number.isFinite(t)) return t > 0 ? 0 : 1
  const half = 0.5 * incompleteBeta(df / (df + t * t), df / 2, 0.5)
  return t >= 0 ? half : 1 - half
}

/**
 * The t ≥ 0 with P(T ≥ t) = tail, 0 < tail ≤ 0.5. By bisection, because the tails are very long if there are
 * few degrees of freedom.
 */
export function quantileOfT(tail: number, df: number): number {
  let low = 0
  let high = 2
  while (upperTailOfT(high, df) > tail && high < 1e12) {
    low = high
    high *= 4
  }
  for (let step = 0; step < 60 && high - low > 1e-9 * high; step++) {
    const middle = (low + high) / 2
    if (upperTailOfT(middle, df) > tail) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/**
 * P(X ≥ count), where X is a gamma-Poisson (negative binomial) count with this mean and `shape` (its variance
 * is mean + mean² / shape): Abramowitz and Stegun 26.5.26.
 */
export function upperTailOfCount(count: number, mean: number, shape: number): number {
  if (count <= 0) return 1
  return incompleteBeta(mean / (mean + shape), count, shape)
}
