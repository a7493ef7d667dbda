import { describe, expect, test } from 'vitest'

import { bucketOf } from '../../../../src/measurements/totals/histogram.ts'
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
})
