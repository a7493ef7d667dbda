import { describe, expect, test } from 'vitest'
import { parseCriteriaInput } from '../../../../src/criteria/sources/inline-criteria.ts'
import type { Measurements } from '../../../../src/measurements/model.ts'
import { serviceNamed } from '../../../../src/providers/service.ts'
import { SERVICES } from '../../../../src/providers/services.ts'
import { runFiguresOf } from '../../../../src/verdict/against-usual/run-figures.ts'
import {
  type RunTrend,
  trendsOf,
  trendSubject,
  withTrends,
} from '../../../../src/verdict/against-usual/trends/run-trends.ts'
import { sinceBroken, sinceLevel } from '../../../../src/verdict/against-usual/trends/since.ts'
import { judge } from '../../../../src/verdict/judge.ts'
import { readPercentile } from '../run-data.ts'
import { playedHistory, playedRun } from './played-runs.ts'

async function trended(criteria: string, run: Measurements, history: Measurements[]): Promise<RunTrend[]> {
  const { entries } = parseCriteriaInput(criteria)
  const subject = trendSubject(run)
  const wanted = withTrends(new Map(), entries, subject)
  const figures = (one: Measurements) => runFiguresOf(one, wanted, readPercentile)
  const results = await judge(entries, {
    answers: serviceNamed(SERVICES, 'xtc').answers,
    measurements: run,
    percentileOf: readPercentile,
    troubles: [],
    nowMs: 0,
  })
  return trendsOf({ criteria: entries, results, history: history.map(figures), now: figures(run), subject })
}

const HISTORY = playedHistory(30, { labels: 10 })
const SLOWER = playedRun({ run: 100, labels: 10, slower: { 3: 0.5 } })

describe('trends', () => {
  test('are those of each key figure over the last 20 runs, this one included', async () => {
    const trends = await trended('', SLOWER, HISTORY)
    expect(trends.map(({ name, kind }) => [name, kind])).toContainEqual(['p95', 'figure'])
    expect(trends.map(({ name }) => name)).toContain('error-rate')
    for (const { points } of trends) {
      expect(points).toHaveLength(20)
      expect(points.map(({ runId }) => runId)).toEqual([
        ...Array.from({ length: 19 }, (_, index) => String(11 + index)),
        '100',
      ])
    }
    expect(trends.find(({ name }) => name === 'error-rate')?.points[0]?.value).toBeCloseTo(0.002)
  })

  test('begin with the criteria that failed, and since when the limit is broken', async () => {
    const history = [
      ...HISTORY.slice(0, 6),
      ...[6, 7].map((run) => playedRun({ run, labels: 10, slower: { 3: 0.4 } })),
    ]
    const [named, matched, ...others] = await trended(
      'requests["Label 3"].p95 < 150ms\nrequests["*"].p95 < 193ms\nrequests["Label 1"].p95 < 1s',
      SLOWER,
      history,
    )
    expect(named).toMatchObject({
      name: 'requests["Label 3"].p95',
      kind: 'criterion',
      limit: 150,
      since: { what: 'broken', index: 6 },
    })
    expect(named?.points.map(({ runId }) => runId)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '100'])
    // For a wildcard, the label that breaks the limit most.
    expect(matched).toMatchObject({ name: 'requests["Label 3"].p95', since: { what: 'broken', index: 8 } })
    expect(others.every(({ kind }) => kind === 'figure')).toBe(true)
  })

  test('leave out this run where it is kept already, and need two earlier ones', async () => {
    const [first] = await trended('', HISTORY[5]!, HISTORY.slice(0, 6))
    expect(first?.points.map(({ runId }) => runId)).toEqual(['0', '1', '2', '3', '4', '5'])
    expect(await trended('', SLOWER, HISTORY.slice(0, 1))).toEqual([])
    expect(await trended('', SLOWER, [])).toEqual([])
  })
})

const pointsOf = (values: (number | undefined)[]) =>
  values.map((value) => (value === undefined ? {} : { value }))

test('a limit is broken since the first run in a row, over runs without the figure', () => {
  const isBroken = (value: number): boolean => value > 10
  expect(sinceBroken(pointsOf([12, 9, 11, undefined, 12]), isBroken)).toEqual({ what: 'broken', index: 2 })
  expect(sinceBroken(pointsOf([undefined, 11, 12]), isBroken)).toEqual({
    what: 'broken',
    index: 1,
    orEarlier: true,
  })
  expect(sinceBroken(pointsOf([12, 9]), isBroken)).toBeUndefined()
})

test('a figure is higher or lower since the first run from which all are beyond what was before', () => {
  expect(sinceLevel(pointsOf([100, 101, 99, 100, 120, 119, 125]))).toEqual({ what: 'higher', index: 4 })
  expect(sinceLevel(pointsOf([100, 101, undefined, 99, 80, 81]))).toEqual({ what: 'lower', index: 4 })
  // A single run, noise, or a difference of a few percent is not a new level.
  expect(sinceLevel(pointsOf([100, 101, 99, 150, 100, 101]))).toBeUndefined()
  expect(sinceLevel(pointsOf([100, 140, 80, 120, 90, 145]))).toBeUndefined()
  expect(sinceLevel(pointsOf([100, 100, 100, 104, 104]))).toBeUndefined()
  expect(sinceLevel(pointsOf([100, 200]))).toBeUndefined()
})
