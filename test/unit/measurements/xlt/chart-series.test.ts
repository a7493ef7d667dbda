import { expect, test } from 'vitest'

import { chartSchema, seriesOfChart } from '../../../../src/measurements/xlt/chart-series.ts'
import { ChartData } from '../../../simulator/xlt-chart-data.ts'

const START_MS = Date.UTC(2026, 4, 12, 9, 30)

function rowsOf(chart: ChartData) {
  return chartSchema().parse(JSON.parse(chart.json()))
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** One request every `everyMs`. */
function steady(seconds: number, everyMs: number): { chart: ChartData; count: number } {
  const chart = new ChartData()
  let count = 0
  for (let ms = 0; ms < seconds * 1000; ms += everyMs, count++) chart.add(START_MS + ms, 100 + (count % 3))
  return { chart, count }
}

test('up to half an hour, the counts of the intervals are exact', () => {
  const { chart, count } = steady(600, 250)
  const series = seriesOfChart(rowsOf(chart), count)!
  expect(series).toMatchObject({ startMs: START_MS, intervalMs: 5000 })
  expect(series.count).toEqual(Array.from({ length: 120 }, () => 20))
  expect(series).not.toHaveProperty('errors')
  expect(series).not.toHaveProperty('p95Ms')
})

test('seconds without requests are gaps', () => {
  const chart = new ChartData()
  for (const [second, ms] of [
    [0, 100],
    [0, 200],
    [3, 50],
  ] as const)
    chart.add(START_MS + second * 1000, ms)
  expect(seriesOfChart(rowsOf(chart), 3)).toEqual({
    startMs: START_MS,
    intervalMs: 1000,
    count: [2, 0, 0, 1],
    meanMs: [150, null, null, 50],
  })
})

test('a label with few requests keeps its own slots, whatever their distance', () => {
  const chart = new ChartData()
  for (const second of [0, 8, 24]) chart.add(START_MS + second * 1000, 100)
  const series = seriesOfChart(rowsOf(chart), 3)!
  expect(series.intervalMs).toBe(1000)
  expect(sum(series.count)).toBe(3)
})

test.each([2, 6, 24])('%i hours: what XLT rounds down is spread evenly, and the sum is exact', (hours) => {
  const { chart, count } = steady(hours * 3600, 300)
  const series = seriesOfChart(rowsOf(chart), count)!
  expect(series.count.length).toBeLessThanOrEqual(120)
  expect(series.count.length * series.intervalMs).toBeGreaterThanOrEqual(
    hours * 3_600_000 - series.intervalMs,
  )
  expect(sum(series.count)).toBe(count)
  const expected = series.intervalMs / 300
  for (const one of series.count.slice(0, -1)) expect(Math.abs(one / expected - 1)).toBeLessThan(0.02)
  for (const mean of series.meanMs) expect(mean).toBeGreaterThanOrEqual(100)
})

test('a label whose requests were mostly rounded away has no series', () => {
  const { chart, count } = steady(6 * 3600, 1500)
  expect(seriesOfChart(rowsOf(chart), count)).toBeUndefined()
})

test('rows that do not belong to the count give no series', () => {
  const { chart, count } = steady(600, 250)
  expect(seriesOfChart(rowsOf(chart), count * 2)).toBeUndefined()
  expect(seriesOfChart(rowsOf(chart), count / 2)).toBeUndefined()
})

const ROW = [START_MS, 100, 90, 110, 2]
test.each([
  ['no rows', []],
  ['an object', {}],
  ['a short row', [[START_MS, 1, 1, 1]]],
  ['a text', [[START_MS, '1', 1, 1, 1]]],
  ['a negative number', [[START_MS, -1, 1, 1, 1]]],
  ['a number without end', [[START_MS, 1e300, 1, 1, 1]]],
  ['an impossible time', [[1, 1, 1, 1, 1]]],
  ['a time that is not later', [ROW, ROW]],
  ['too many rows', Array.from({ length: 5001 }, (_, at) => [START_MS + at * 1000, 1, 1, 1, 1])],
])('%s: not the data of a chart', (_, content) => {
  expect(chartSchema().safeParse(content).success).toBe(false)
})

test('distances of years do not need memory', () => {
  const far = [ROW, [Date.UTC(2099), 100, 90, 110, 2]] as [number, number, number, number, number][]
  expect(seriesOfChart(far, 4)!.count.length).toBeLessThanOrEqual(120)
})
