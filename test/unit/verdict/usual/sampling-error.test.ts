import { describe, expect, test } from 'vitest'
import { randomFrom } from '../../../../bench/verdict/random.ts'
import {
  samplingVarianceOfBlocks,
  samplingVarianceOfMean,
  samplingVarianceOfPercentile,
  samplingVarianceOfRate,
} from '../../../../src/verdict/usual/mathematics/sampling-error.ts'

describe('the sampling error of a percentile', () => {
  test('matches repeated samples from one distribution', () => {
    const random = randomFrom(2)
    const count = 400
    const p95s = Array.from({ length: 600 }, () => {
      const sample = Array.from({ length: count }, () => -Math.log(random.uniform())).sort((a, b) => a - b)
      return Math.log(sample[Math.ceil(0.95 * count) - 1]!)
    })
    const mean = p95s.reduce((sum, x) => sum + x, 0) / p95s.length
    const seen = p95s.reduce((sum, x) => sum + (x - mean) ** 2, 0) / p95s.length
    const quantile = (percentile: number) => -Math.log(1 - percentile / 100)
    const said = samplingVarianceOfPercentile(95, count, [
      [93, quantile(93)],
      [95, quantile(95)],
      [97, quantile(97)],
    ])!
    expect(said / seen).toBeGreaterThan(0.8)
    expect(said / seen).toBeLessThan(1.25)
  })

  test('takes the closest percentiles on both sides, and the percentile itself if one side has none', () => {
    const slope = (100 * Math.log(300 / 200)) / 9
    expect(
      samplingVarianceOfPercentile(95, 1000, [
        [50, 90],
        [90, 200],
        [95, 240],
        [99, 300],
      ]),
    ).toBeCloseTo((0.0475 * slope ** 2) / 1000, 12)
    expect(
      samplingVarianceOfPercentile(99, 1000, [
        [90, 200],
        [99, 300],
      ]),
    ).toBeGreaterThan(0)
  })

  test('is unknown without neighbors, without requests, or with invalid numbers', () => {
    expect(samplingVarianceOfPercentile(95, 1000, [[95, 240]])).toBeUndefined()
    expect(
      samplingVarianceOfPercentile(95, 0, [
        [90, 200],
        [99, 300],
      ]),
    ).toBeUndefined()
    expect(
      samplingVarianceOfPercentile(95, 10, [
        [90, Number.NaN],
        [99, Infinity],
      ]),
    ).toBeUndefined()
  })
})

test('the sampling errors of means and rates shrink with the number of requests', () => {
  expect(samplingVarianceOfMean(100, 50, 25)).toBeCloseTo(0.01, 12)
  expect(samplingVarianceOfMean(0, 50, 25)).toBeUndefined()
  expect(samplingVarianceOfRate(400)).toBe(0.0025)
  expect(samplingVarianceOfRate(0)).toBeUndefined()
})

test('time blocks show what requests have in common, from 8 blocks on', () => {
  const alternating = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? 100 : 121))
  expect(samplingVarianceOfBlocks(alternating)).toBeCloseTo((10 * Math.log(1.1) ** 2) / 9 / 10, 10)
  expect(samplingVarianceOfBlocks(alternating.slice(0, 7))).toBeUndefined()
  expect(samplingVarianceOfBlocks([...alternating.slice(0, 7), null, 0, Number.NaN])).toBeUndefined()
})
