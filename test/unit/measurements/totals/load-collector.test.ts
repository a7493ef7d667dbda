import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ClientSpans } from '../../../../src/measurements/request-log/client-spans.ts'
import { LoadCollector, loadOverTime } from '../../../../src/measurements/totals/load-collector.ts'
import { TimeSums } from '../../../../src/measurements/totals/time-sums.ts'

const START = Date.UTC(2026, 0, 15, 9)

describe('sums over time', () => {
  test.each([1, 255, 256, 257, 5000, 86_400, 40 * 86_400])(
    'of %d s lose nothing, in any order',
    (seconds) => {
      const times = Array.from({ length: 1000 }, (_, at) => START + Math.floor((at / 1000) * seconds * 1000))
      const [forwards, backwards] = [new TimeSums(), new TimeSums()]
      for (const timeMs of times) forwards.add(timeMs, 2)
      for (const timeMs of times.toReversed()) backwards.add(timeMs, 2)
      const intervals = [...forwards.intervals()]
      expect([...backwards.intervals()]).toEqual(intervals)
      expect(intervals.length).toBeLessThanOrEqual(256)
      expect(intervals.reduce((sum, [, value]) => sum + value, 0)).toBe(2000)
      expect(intervals.reduce((sum, [, , count]) => sum + count, 0)).toBe(1000)
    },
  )

  test('of spans have the milliseconds in each interval, wherever the spans begin and end', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 4e6 }), fc.integer({ min: 1, max: 4e6 }))
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 20 }), (spans) => {
        const sums = new TimeSums()
        for (const [startMs, lengthMs] of spans) sums.addSpan(START + startMs, START + startMs + lengthMs)
        for (const [atMs, sum] of sums.intervals()) {
          const wanted = spans.reduce((total, [startMs, lengthMs]) => {
            const fromMs = Math.max(atMs, START + startMs)
            const toMs = Math.min(atMs + sums.intervalMs, START + startMs + lengthMs)
            return total + Math.max(0, toMs - fromMs)
          }, 0)
          expect(sum).toBe(wanted)
        }
        const all = [...sums.intervals()].reduce((total, [, sum]) => total + sum, 0)
        expect(all).toBe(spans.reduce((total, [, lengthMs]) => total + lengthMs, 0))
      }),
      { seed: 1 },
    )
  })

  test.each([Number.NaN, -1, 0, Infinity, 1e18])('leave out the time %d', (timeMs) => {
    const sums = new TimeSums()
    sums.add(timeMs, 1)
    sums.addSpan(timeMs, timeMs + 1000)
    sums.addSpan(START, timeMs)
    expect([...sums.intervals()]).toEqual([])
  })
})

describe('load over time', () => {
  test('has virtual users averaged over the part of an interval in which the run was active', () => {
    const load = new LoadCollector()
    load.addUser(START, START + 3500)
    load.addUser(START + 1000, START + 3500)
    expect(loadOverTime([load])).toEqual({ startMs: START, intervalMs: 1000, users: [1, 2, 2, 2] })
  })

  test('has the mean CPU of all generators, and the busiest one of each interval', () => {
    const load = new LoadCollector()
    load.cpuOf('a')?.add(START, 20)
    load.cpuOf('a')?.add(START + 500, 40)
    load.cpuOf('b')?.add(START, 90)
    load.cpuOf('a')?.add(START + 2000, 50)
    expect(loadOverTime([load])).toEqual({
      startMs: START,
      intervalMs: 1000,
      cpuMeanPercent: [60, null, 50],
      cpuMaxPercent: [90, null, 50],
    })
  })

  test('of several executions with different intervals is combined, in at most 120 intervals', () => {
    const [short, long] = [new LoadCollector(), new LoadCollector()]
    for (let user = 0; user < 10; user++) short.addUser(START, START + 60_000)
    long.addUser(START, START + 3600_000)
    long.cpuOf('')?.add(START + 3599_000, 30)
    const load = loadOverTime([short, long])!
    expect(load.users!.length).toBeLessThanOrEqual(120)
    expect(load.users!.at(0)).toBe(11)
    expect(new Set(load.users!.slice(3))).toEqual(new Set([1]))
    expect(load.cpuMaxPercent!.filter((value) => value !== null)).toEqual([30])
  })

  test('is unknown without data', () => {
    expect(loadOverTime([])).toBeUndefined()
    expect(loadOverTime([new LoadCollector()])).toBeUndefined()
  })

  test('follows only the first agents if there are too many', () => {
    const load = new LoadCollector()
    for (let agent = 0; agent < 10_000; agent++) load.cpuOf(`agent ${agent}`)?.add(START, agent)
    expect(load.agents.size).toBe(200)
  })
})

describe('clients', () => {
  const add = (spans: ClientSpans, client: string, startMs: number): void => {
    const bytes = Buffer.from(client)
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    spans.add(view, 0, bytes.length, Float64Array.of(START + startMs, 100), 0)
  }

  test('are virtual users from their first request to the end of their last one, pauses included', () => {
    const spans = new ClientSpans()
    for (const [client, startMs] of [
      ['2', 5000],
      ['1', 0],
      ['1', 9900],
      ['2', 7900],
    ] as const)
      add(spans, client, startMs)
    const load = new LoadCollector()
    spans.addTo(load)
    expect(loadOverTime([load])?.users).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 1, 1])
  })

  test('are not counted at all if there are too many', () => {
    const spans = new ClientSpans()
    for (let client = 0; client <= 65_536; client++) add(spans, String(client), 0)
    const load = new LoadCollector()
    spans.addTo(load)
    expect(loadOverTime([load])).toBeUndefined()
  })
})
