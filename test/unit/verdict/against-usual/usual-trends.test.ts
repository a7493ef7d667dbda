import { expect, test } from 'vitest'
import { parseCriteriaInput } from '../../../../src/criteria/sources/inline-criteria.ts'
import type { Measurements } from '../../../../src/measurements/model.ts'
import { serviceNamed } from '../../../../src/providers/service.ts'
import { SERVICES } from '../../../../src/providers/services.ts'
import { runFiguresOf } from '../../../../src/verdict/against-usual/run-figures.ts'
import { wantedFigures } from '../../../../src/verdict/against-usual/usual-entries.ts'
import { judge } from '../../../../src/verdict/judge.ts'
import type { CriterionResult } from '../../../../src/verdict/verdict.ts'
import { readPercentile } from '../run-data.ts'
import { playedHistory, playedRun } from './played-runs.ts'

async function judged(
  criteria: string,
  run: Measurements,
  history: Measurements[],
): Promise<CriterionResult[]> {
  const { entries } = parseCriteriaInput(criteria)
  const figures = (one: Measurements) => runFiguresOf(one, wantedFigures(entries), readPercentile)
  return await judge(entries, {
    answers: serviceNamed(SERVICES, 'xtc').answers,
    measurements: run,
    percentileOf: readPercentile,
    usual: { history: history.map(figures) },
    troubles: [],
    nowMs: 0,
  })
}

const HISTORY = playedHistory(8, { labels: 10 })
const SLOWER = playedRun({ run: 100, labels: 10, slower: { 1: 0.1, 3: 0.2, 5: 0.3, 7: 0.4 } })

test('a failed criterion has the values of every run for its worst three labels', async () => {
  const [result] = await judged('requests["*"].p95 <= usual + 5%', SLOWER, HISTORY)
  const trends = result?.usual?.trends ?? []
  expect(trends.map(({ label, word }) => [label, word])).toEqual([
    ['Label 7', 'regression'],
    ['Label 5', 'regression'],
    ['Label 3', 'regression'],
  ])
  const [worst] = trends
  const stated = HISTORY.map(({ subjects }) => subjects.requests!.labels[7]!.percentilesMs![1]![1])
  expect(worst?.earlier.map(({ value }) => value)).toEqual(stated.map((ms) => Number(ms.toPrecision(6))))
  expect(worst?.earlier.map(({ runId }) => runId)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7'])
  expect(worst?.now).toMatchObject([{ runId: '100' }])
  expect(worst?.text).toMatch(
    /^[\d.]+ ms, 4\d% slower than usual \(3\d% to 4\d%\); usual is [\d.]+ ms ± [\d.]+% over 8 runs$/,
  )
  expect(worst!.band.low).toBeLessThan(worst!.usual)
  expect(result?.usual?.text).toMatch(/^of "Label 7" [\d.]+ ms ± [\d.]+% over 8 runs$/)
})

test('error rates and rates have values too; a run that lacks a label has none', async () => {
  const [first, ...rest] = HISTORY
  const without = { ...first!.subjects.requests!, labels: first!.subjects.requests!.labels.slice(5) }
  const history = [{ ...first!, subjects: { requests: without } }, ...rest]
  const results = await judged(
    'requests["Label 1"].error-rate <= usual + 50%\nrequests["Label 1"].rate >= usual - 5%',
    SLOWER,
    history,
  )
  const errors = results.find(({ criterion }) => criterion.includes('error-rate'))?.usual?.trends?.[0]
  expect(errors).toMatchObject({ dimension: 'share', label: 'Label 1', now: [{ value: 0.002 }] })
  expect(errors?.earlier[0]?.value).toBeUndefined()
  expect(errors?.earlier[1]?.value).toBe(0.002)
  expect(errors?.text).toMatch(/^0\.2%/)
  const rate = results.find(({ criterion }) => criterion.includes('rate >='))?.usual
  expect(rate?.trends?.[0]).toMatchObject({ dimension: 'rate' })
  expect(rate?.text).toMatch(/^[\d.]+\/s ± [\d.]+% over 7 runs$/)
})

test('only important criteria have values, at most twelve, and four if nothing is wrong', async () => {
  const each = Array.from({ length: 10 }, (_, label) => `requests["Label ${label}"].p95 <= usual + 5%`)
  const fine = await judged(each.join('\n'), playedRun({ run: 100, labels: 10 }), HISTORY)
  expect(fine.filter(({ usual }) => usual?.trends)).toHaveLength(4)
  const all = Object.fromEntries(each.map((_, label) => [label, 0.3]))
  const many = [...each, ...each.map((one) => one.replace('p95', 'mean'))].join('\n')
  const red = await judged(many, playedRun({ run: 100, labels: 10, slower: all }), HISTORY)
  expect(red.filter(({ status }) => status === 'failed').length).toBeGreaterThan(12)
  expect(red.filter(({ usual }) => usual?.trends)).toHaveLength(12)
  const [none] = await judged(each[0]!, SLOWER, [])
  expect(none?.usual?.trends).toBeUndefined()
})

test('text about a run in a hostile file is shortened', async () => {
  const long = 'x'.repeat(10_000)
  const history = HISTORY.map((run) => ({
    ...run,
    run: { ...run.run, ids: [long], commit: long, url: `https://x.example/${long}` },
  }))
  const [result] = await judged('requests.p95 <= usual + 5%', SLOWER, history)
  const [trend] = result?.usual?.trends ?? []
  expect(JSON.stringify(trend).length).toBeLessThan(8000)
  expect(trend?.earlier[0]?.url).toBeUndefined()
})
