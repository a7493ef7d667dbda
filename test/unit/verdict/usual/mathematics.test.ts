import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  digamma,
  inverseTrigamma,
  lnGamma,
  trigamma,
} from '../../../../src/verdict/usual/mathematics/gamma-functions.ts'
import { medianInPlace } from '../../../../src/verdict/usual/mathematics/median.ts'
import {
  incompleteBeta,
  quantileOfT,
  upperTailOfCount,
  upperTailOfT,
} from '../../../../src/verdict/usual/mathematics/student-t.ts'

describe('the gamma function', () => {
  test('has its known values', () => {
    expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 11)
    expect(lnGamma(11)).toBeCloseTo(Math.log(3628800), 10)
    expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 11)
    expect(digamma(0.5)).toBeCloseTo(-1.9635100260214235, 11)
    expect(trigamma(1)).toBeCloseTo(Math.PI ** 2 / 6, 11)
    expect(trigamma(0.5)).toBeCloseTo(Math.PI ** 2 / 2, 10)
  })

  test('inverseTrigamma is the inverse of trigamma', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 500, noNaN: true }), (x) => {
        expect(inverseTrigamma(trigamma(x)) / x).toBeCloseTo(1, 6)
      }),
      { seed: 1 },
    )
  })
})

describe("Student's t", () => {
  // Table A.3 of Snedecor and Cochran, Statistical Methods.
  test.each([
    [0.05, 1, 6.314],
    [0.025, 1, 12.706],
    [0.05, 2, 2.92],
    [0.025, 4, 2.776],
    [0.005, 7, 3.499],
    [0.025, 10, 2.228],
    [0.0005, 13, 4.221],
    [0.05, 30, 1.697],
    [0.005, 120, 2.617],
  ])('leaves %d above the table value at %d degrees of freedom', (tail, freedom, t) => {
    expect(quantileOfT(tail, freedom)).toBeCloseTo(t, 3)
    expect(upperTailOfT(t, freedom)).toBeCloseTo(tail, 4)
  })

  test('is the arctangent at one degree of freedom, also far out', () => {
    for (const t of [0.3, 2, 50, 1e6])
      expect(upperTailOfT(t, 1) / (Math.atan(1 / t) / Math.PI)).toBeCloseTo(1, 9)
  })

  test('is symmetric, falls as t grows, and its quantile is the inverse at any degrees of freedom', () => {
    const t = fc.double({ min: 0.01, max: 6, noNaN: true })
    const freedom = fc.double({ min: 0.5, max: 200, noNaN: true })
    fc.assert(
      fc.property(t, freedom, (at, df) => {
        const tail = upperTailOfT(at, df)
        expect(tail + upperTailOfT(-at, df)).toBeCloseTo(1, 12)
        expect(upperTailOfT(at * 1.01, df)).toBeLessThan(tail)
        expect(quantileOfT(tail, df) / at).toBeCloseTo(1, 5)
      }),
      { seed: 1 },
    )
  })

  test('is 0 or 1 at infinity, and NaN for an invalid number', () => {
    expect(upperTailOfT(Infinity, 5)).toBe(0)
    expect(upperTailOfT(-Infinity, 5)).toBe(1)
    expect(upperTailOfT(Number.NaN, 5)).toBeNaN()
  })
})

test('the incomplete beta is a polynomial for whole parameters', () => {
  // I_x(2, 3) = 6x² − 8x³ + 3x⁴.
  for (const x of [0.01, 0.2, 0.5, 0.9])
    expect(incompleteBeta(x, 2, 3)).toBeCloseTo(6 * x ** 2 - 8 * x ** 3 + 3 * x ** 4, 12)
  expect(incompleteBeta(0, 2, 3)).toBe(0)
  expect(incompleteBeta(1, 2, 3)).toBe(1)
})

test('the incomplete beta is between 0 and 1, and rises, even where its two formulas meet', () => {
  const parameter = fc.double({ min: 0.5, max: 5000, noNaN: true })
  fc.assert(
    fc.property(parameter, parameter, fc.double({ min: -1e-9, max: 1e-9, noNaN: true }), (a, b, off) => {
      const x = (a + 1) / (a + b + 2) + off
      const value = incompleteBeta(x, a, b)
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value).toBeLessThanOrEqual(1)
      expect(incompleteBeta(Math.min(1, x * 1.001), a, b)).toBeGreaterThanOrEqual(value - 1e-9)
    }),
    { numRuns: 2000, seed: 3 },
  )
  expect(upperTailOfCount(1_000_000, 1_000_000, 100)).toBeCloseTo(0.487, 2)
})

test('the tail of a gamma-Poisson is the sum of its terms', () => {
  const [mean, shape] = [3, 2.5]
  const p = mean / (mean + shape)
  const term = (k: number) =>
    Math.exp(lnGamma(k + shape) - lnGamma(shape) - lnGamma(k + 1) + shape * Math.log(1 - p) + k * Math.log(p))
  for (const count of [1, 2, 5, 12]) {
    const below = Array.from({ length: count }, (_, k) => term(k)).reduce((sum, x) => sum + x, 0)
    expect(upperTailOfCount(count, mean, shape)).toBeCloseTo(1 - below, 10)
  }
  expect(upperTailOfCount(0, mean, shape)).toBe(1)
})

test('the median is that of the sorted values, whatever their number', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 90 }),
      (values) => {
        const sorted = values.toSorted((a, b) => a - b)
        const middle = (values.length - 1) / 2
        const expected = (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2
        expect(medianInPlace(Float64Array.from(values), values.length)).toBeCloseTo(expected, 6)
      },
    ),
    { seed: 1 },
  )
  expect(medianInPlace(new Float64Array(3), 0)).toBeNaN()
})
