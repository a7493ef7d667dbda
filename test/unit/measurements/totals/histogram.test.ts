import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  BUCKET_COUNT,
  bucketOf,
  faultOfHistogram,
  Histogram,
  lowerBoundMs,
  middleMs,
  nearestRank,
  percentileOf,
  percentilesOf,
} from '../../../../src/measurements/totals/histogram.ts'

const PERCENTILES = [0, 1, 10, 25, 50, 75, 90, 95, 99, 99.9, 99.99, 100]

function exactPercentile(values: number[], percentile: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[nearestRank(percentile, sorted.length) - 1]!
}

function histogramOf(values: number[]): Histogram {
  const histogram = new Histogram()
  for (const value of values) histogram.add(value)
  return histogram
}

/** Uniform numbers from 0 to 1, the same in each run. */
function uniform(seed: number): () => number {
  let state = seed
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
}

const random = uniform(7)
const shapes: Record<string, number[]> = {
  constant: Array.from({ length: 5000 }, () => 1234),
  bimodal: Array.from({ length: 20_000 }, () =>
    Math.round(random() < 0.8 ? 20 + 10 * random() : 3000 + 500 * random()),
  ),
  'heavy tail': Array.from({ length: 20_000 }, () => 5 * (1 - random()) ** -1.2),
  'tiny sample': [3, 1400.5, 17],
  'one value': [777.77],
}

describe.each(Object.entries(shapes))('%s', (_, values) => {
  test.each(PERCENTILES)('p%d is within 0.5 %% of the exact value', (percentile) => {
    const exact = exactPercentile(values, percentile)
    const measured = percentileOf(histogramOf(values).toData(), percentile, {
      minMs: Math.min(...values),
      maxMs: Math.max(...values),
    })!
    expect(Math.abs(measured - exact) / exact).toBeLessThanOrEqual(0.005)
  })
})

test('whole milliseconds below 512 are exact', () => {
  for (let ms = 0; ms < 512; ms++) expect(middleMs(bucketOf(ms), bucketOf(ms) + 1)).toBe(ms)
})

test('no value is off by more than 1/256 when it is read back', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 4e9, noNaN: true }), (ms) => {
      const bucket = bucketOf(ms)
      expect(Math.abs(middleMs(bucket, bucket + 1) - ms) / ms).toBeLessThanOrEqual(1 / 256)
    }),
    { seed: 1 },
  )
})

test('a bucket begins at its lower bound and ends before the next', () => {
  for (let bucket = 1; bucket < BUCKET_COUNT - 1; bucket++)
    expect(bucketOf(lowerBoundMs(bucket))).toBe(bucket)
})

test('merging any split gives the histogram of the whole', () => {
  const durations = fc.array(fc.oneof(fc.nat(100_000), fc.double({ min: 0, max: 1e6, noNaN: true })))
  fc.assert(
    fc.property(durations, fc.nat(), (values, at) => {
      const cut = values.length === 0 ? 0 : at % values.length
      const merged = histogramOf(values.slice(0, cut))
      merged.merge(histogramOf(values.slice(cut)))
      expect(merged.toData()).toEqual(histogramOf(values).toData())
    }),
    { seed: 1 },
  )
})

test('nearest rank is not affected by binary fractions', () => {
  expect(nearestRank(99.9, 1000)).toBe(999)
  expect(nearestRank(99.9, 1001)).toBe(1000)
  expect(nearestRank(50, 4)).toBe(2)
  expect(nearestRank(0, 4)).toBe(1)
  expect(nearestRank(100, 4)).toBe(4)
})

test.each(Object.entries(shapes))('%s: all percentiles at once are the same as one by one', (_, values) => {
  const data = histogramOf(values).toData()
  const oneByOne = PERCENTILES.map((percentile) => percentileOf(data, percentile, { minMs: 5 }))
  expect(percentilesOf(data, PERCENTILES, { minMs: 5 })).toEqual(oneByOne)
})

test('an empty histogram has no percentile', () => {
  expect(percentileOf(new Histogram().toData(), 50)).toBeUndefined()
  expect(percentilesOf(new Histogram().toData(), [50, 90])).toEqual([])
})

test('a histogram over its budget passes its counts to the rest', () => {
  const rest = new Histogram()
  const budget = { pagesLeft: 1 }
  const fits = new Histogram({ budget, rest })
  const spills = new Histogram({ budget, rest })
  fits.add(10)
  for (const ms of [1, 100, 10_000]) spills.add(ms)
  expect(fits.toData().buckets).toHaveLength(1)
  expect(spills.spilled).toBe(true)
  expect(spills.toData().buckets).toEqual([])
  expect(rest.toData()).toEqual(histogramOf([1, 100, 10_000]).toData())
})

test.each([
  ['another error', { relativeError: 0.1, buckets: [] }],
  [
    'buckets out of order',
    {
      relativeError: 1 / 256,
      buckets: [
        [5, 1],
        [4, 1],
      ],
    },
  ],
  ['a bucket out of range', { relativeError: 1 / 256, buckets: [[1e6, 1]] }],
  ['a fraction as count', { relativeError: 1 / 256, buckets: [[5, 0.5]] }],
] as const)('finds the fault: %s', (_, data) => {
  expect(faultOfHistogram({ ...data, buckets: data.buckets.map(([i, n]) => [i, n]) })).not.toBeNull()
})
