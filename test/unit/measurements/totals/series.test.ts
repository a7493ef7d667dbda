import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { bucketOf, nearestRank } from '../../../../src/measurements/totals/histogram.ts'
import { SeriesCollector } from '../../../../src/measurements/totals/series.ts'

const START = Date.UTC(2026, 0, 15, 9)

type Sample = { label: number; timeMs: number; ms: number; failed?: boolean }

function collect(samples: Sample[], collector = new SeriesCollector()): SeriesCollector {
  for (const { label, timeMs, ms, failed } of samples)
    collector.add(label, Float64Array.of(timeMs), 0, bucketOf(ms), failed ?? false)
  return collector
}

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)

test('has counts, errors, mean and percentiles of each second', () => {
  const { total } = collect([
    { label: 0, timeMs: START + 100, ms: 10 },
    { label: 0, timeMs: START + 900, ms: 30, failed: true },
    { label: 1, timeMs: START + 2100, ms: 20 },
  ]).toSeries([])
  expect(total).toEqual({
    startMs: START,
    intervalMs: 1000,
    count: [2, 0, 1],
    errors: [1, 0, 0],
    meanMs: [20, null, 20],
    p50Ms: [10, null, 20],
    p95Ms: [30, null, 20],
  })
})

/** The series of samples in some seconds from `START` on, by plain means. */
function plainSeries(samples: Sample[], firstSecond: number, length: number) {
  const seconds = Array.from({ length }, (_, i) =>
    samples.filter(({ timeMs }) => timeMs === START + (firstSecond + i) * 1000),
  )
  const values = seconds.map((ones) => ones.map(({ ms }) => ms).sort((a, b) => a - b))
  const at = (percentile: number) =>
    values.map((sorted) => sorted[nearestRank(percentile, sorted.length) - 1] ?? null)
  return {
    startMs: START + firstSecond * 1000,
    intervalMs: 1000,
    count: values.map(({ length: count }) => count),
    errors: seconds.map((ones) => ones.filter(({ failed }) => failed).length),
    meanMs: values.map((ones) => (ones.length === 0 ? null : sum(ones) / ones.length)),
    p50Ms: at(50),
    p95Ms: at(95),
  }
}

test('the total and each label have all their values, however often one occurs, and if parts are merged', () => {
  const sample = fc.record({
    label: fc.nat(3),
    second: fc.nat(20),
    ms: fc.constantFrom(1, 2, 3, 40, 63),
    failed: fc.boolean(),
    times: fc.constantFrom(1, 2, 255, 256, 700),
  })
  fc.assert(
    fc.property(fc.array(sample, { minLength: 1, maxLength: 30 }), fc.nat(30), (groups, cut) => {
      const samplesOf = (some: typeof groups): Sample[] =>
        some.flatMap(({ times, second, ...one }) =>
          Array.from({ length: times }, () => ({ ...one, timeMs: START + second * 1000 })),
        )
      const collector = collect(samplesOf(groups.slice(0, cut)))
      collector.merge(collect(samplesOf(groups.slice(cut))), (label) => label)
      const samples = samplesOf(groups)
      const seconds = groups.map(({ second }) => second)
      const first = Math.min(...seconds)
      const expected = (some: Sample[]) => plainSeries(some, first, Math.max(...seconds) - first + 1)
      const labels = [0, 2].filter((label) => groups.some((one) => one.label === label))
      const ofLabel = labels.map((label): [number, object] => [
        label,
        expected(samples.filter((one) => one.label === label)),
      ])
      expect(collector.toSeries([0, 2])).toEqual({ total: expected(samples), ofLabel: new Map(ofLabel) })
    }),
    { numRuns: 100, seed: 1 },
  )
})

describe.each([1, 59, 119, 120, 121, 300, 3600, 10_000, 86_400, 40 * 86_400])('a run of %d s', (seconds) => {
  const samples = Array.from({ length: 2000 }, (_, i) => ({
    label: i % 3,
    timeMs: START + Math.floor((i / 2000) * seconds * 1000),
    ms: i % 100,
  }))

  test('has at most 120 intervals and loses nothing', () => {
    const { total, ofLabel } = collect(samples).toSeries([0, 1, 2])
    expect(total!.count.length).toBeLessThanOrEqual(120)
    expect(sum(total!.count)).toBe(2000)
    expect(sum([...ofLabel.values()].flatMap((series) => series.count))).toBe(2000)
    expect(total!.startMs % total!.intervalMs).toBe(0)
    expect(total!.count.length).toBeGreaterThanOrEqual(Math.min(20, seconds))
  })

  test('is the same if read backwards, or in two halves that are merged', () => {
    const forwards = collect(samples).toSeries([1])
    expect(collect(samples.toReversed()).toSeries([1])).toEqual(forwards)
    const merged = collect(samples.slice(0, 700))
    merged.merge(collect(samples.slice(700)), (label) => label)
    expect(merged.toSeries([1])).toEqual(forwards)
  })
})

test('with more different values than the table holds, the busiest labels keep their series, and the total loses nothing', () => {
  const collector = new SeriesCollector()
  const row = Float64Array.of(START)
  let count = 0
  for (let i = 0; i < 2_500_000; i++) {
    row[0] = START + (i % 250) * 1000
    collector.add(i % 5 === 0 ? 7 : 100 + (i % 7001), row, 0, bucketOf(1 + ((i * 7919) % 60_000)), false)
    count++
  }
  const { total, ofLabel } = collector.toSeries([7, 100])
  expect(sum(total!.count)).toBe(count)
  expect(sum(ofLabel.get(7)!.count)).toBe(500_000)
})

test('impossible times are left out', () => {
  const samples = [NaN, -1, 0, 8.64e15, Infinity].map((timeMs) => ({ label: 0, timeMs, ms: 1 }))
  expect(collect(samples).toSeries([0])).toEqual({ ofLabel: new Map() })
  const { ofLabel } = collect([...samples, { label: 1, timeMs: START, ms: 1 }]).toSeries([0, 1])
  expect([...ofLabel.keys()]).toEqual([1])
})

test('from the first day of 2000 on, merged values stay in their intervals, which may begin before it', () => {
  const samples = Array.from({ length: 600 }, (_, i) => ({
    label: 0,
    timeMs: Date.UTC(2000) + Math.floor(i / 3) * 47 * 86_400_000,
    ms: 1,
  }))
  const merged = collect(samples.slice(300))
  merged.merge(collect(samples), (label) => label)
  const twice = collect([...samples, ...samples.slice(300)])
  expect(merged.toSeries([0])).toEqual(twice.toSeries([0]))
})
