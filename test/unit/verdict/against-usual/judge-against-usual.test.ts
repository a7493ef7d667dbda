import { describe, expect, test } from 'vitest'
import type { Measurements } from '../../../../src/measurements/model.ts'
import { parseCriteriaInput } from '../../../../src/criteria/sources/inline-criteria.ts'
import { serviceNamed } from '../../../../src/providers/service.ts'
import { SERVICES } from '../../../../src/providers/services.ts'
import { runFiguresOf } from '../../../../src/verdict/against-usual/run-figures.ts'
import { wantedFigures } from '../../../../src/verdict/against-usual/usual-entries.ts'
import { judge, type AskedUsual } from '../../../../src/verdict/judge.ts'
import { decide } from '../../../../src/verdict/outcome/decide.ts'
import type { CriterionResult } from '../../../../src/verdict/verdict.ts'
import { readPercentile } from '../run-data.ts'
import { playedHistory, playedRun } from './played-runs.ts'

async function judged(
  criteria: string,
  runs: Measurements[],
  history: Measurements[],
  more: AskedUsual = {},
): Promise<CriterionResult[]> {
  const { entries, faults } = parseCriteriaInput(criteria)
  expect(faults).toEqual([])
  const [measurements, ...further] = runs
  const figures = (run: Measurements) => runFiguresOf(run, wantedFigures(entries), readPercentile)
  return await judge(entries, {
    answers: serviceNamed(SERVICES, 'xtc').answers,
    ...(measurements && { measurements }),
    percentileOf: readPercentile,
    usual: { after: further.map(figures), history: history.map(figures), ...more },
    troubles: [],
    nowMs: 0,
  })
}

async function one(criterion: string, run: Measurements, history: Measurements[]): Promise<CriterionResult> {
  const [result] = await judged(criterion, [run], history)
  return result!
}

const EACH = 'requests["*"].p95 <= usual + 5%'
const HISTORY = playedHistory(8, { labels: 10 })
const UNCHANGED = playedRun({ run: 100, labels: 10 })
const SLOWER = playedRun({ run: 100, labels: 10, slower: { 3: 0.2, 7: 0.3 } })

describe('each label', () => {
  test('passes if nothing changed', async () => {
    const result = await one(EACH, UNCHANGED, HISTORY)
    expect(result).toMatchObject({ status: 'passed', matched: 10, breached: 0 })
    expect(result.message).toMatch(
      /^All 10 labels are within usual \+ 5%; closest is "Label \d" [\d.]+ ms, [\d.]+% (slower|faster) than usual \(.* to .*; usual is [\d.]+ ms ± [\d.]+% over 8 runs\)$/,
    )
    expect(result.limit).toMatch(/^<= [\d.]+ ms \(usual [\d.]+ ms \+ 5%\)$/)
    expect(result.margin).toMatch(/^[\d.]+% (slower|faster) \(-?[\d.]+% to -?[\d.]+%\)$/)
  })

  test('fails if two got slower, names them, and counts the others', async () => {
    const result = await one(EACH, SLOWER, HISTORY)
    expect(result).toMatchObject({
      status: 'failed',
      matched: 10,
      breached: 2,
      observed: expect.stringMatching(/ms$/),
    })
    expect(result.message).toMatch(
      /^2 of 10 labels are beyond usual \+ 5%: "Label 7" 2\d\d ms, \d\d% slower than usual \(.*; usual is 1\d\d ms ± .*% over 8 runs\), "Label 3" .*; 8 fine$/,
    )
    expect(result.breaches).toMatchObject([{ label: 'Label 7' }, { label: 'Label 3' }])
    expect(result.usual).toMatchObject({
      runs: 1,
      earlierRuns: 8,
      suspect: false,
      words: { regression: 2, fine: 8 },
    })
    expect(result.usual?.labels[0]).toMatchObject({ word: 'regression', earlierRuns: 8, runs: 1 })
    expect(result.usual?.labels[0]?.change).toBeGreaterThan(0.2)
  })

  test('that no earlier run has, or with too few requests, is counted with the reason', async () => {
    const more = playedRun({ run: 100, labels: 12 })
    const labels = more.subjects.requests!.labels.map((label, index) =>
      index === 0 ? { ...label, count: 19 } : label,
    )
    const run = { ...more, subjects: { requests: { ...more.subjects.requests!, labels } } }
    const result = await one(EACH, run, HISTORY)
    expect(result).toMatchObject({ status: 'passed', matched: 12 })
    expect(result.message).toMatch(
      /^9 fine, 3 not judged \((2 new, 1 few requests|1 few requests, 2 new)\); closest is/,
    )
    const strict = await one('requests["*"].p95 <= usual(min 6000) + 5%', run, HISTORY)
    expect(strict).toMatchObject({ status: 'inconclusive', inconclusiveBecause: 'baseline' })
    expect(strict.message).toContain('12 not judged')
  })

  test('is judged if the pattern matches, and no other', async () => {
    const result = await one('requests["*3"].p95 <= usual + 5%', SLOWER, HISTORY)
    expect(result).toMatchObject({ status: 'failed', matched: 1, breached: 1, label: 'Label 3' })
    expect(result.message).toMatch(/^The only label is beyond usual \+ 5%: "Label 3"/)
    const single = await one('requests["Label 3"].p95 <= usual + 5%', SLOWER, HISTORY)
    expect(single).toMatchObject({ status: 'failed', label: 'Label 3' })
    expect(single.message).toMatch(
      /^requests\["Label 3"\]\.p95 is 1\d\d ms, [\d.]+% slower than usual \([\d.]+% to [\d.]+%\); usual is [\d.]+ ms ± [\d.]+% over 8 runs$/,
    )
  })

  test('is an error if the pattern matches nothing, or the run lacks the figure', async () => {
    expect((await one('requests["Lable 3"].p95 <= usual', UNCHANGED, HISTORY)).message).toContain(
      'Nearest: "Label 3"',
    )
    expect(await one('requests["*"].p97 <= usual', UNCHANGED, HISTORY)).toMatchObject({ status: 'error' })
    expect(await one('actions.p95 <= usual', UNCHANGED, HISTORY)).toMatchObject({ status: 'error' })
  })

  test('that alone lacks the figure does not affect the others', async () => {
    const labels = UNCHANGED.subjects.requests!.labels.map((label, index) =>
      index === 4 ? { ...label, percentilesMs: [] } : label,
    )
    const run = { ...UNCHANGED, subjects: { requests: { ...UNCHANGED.subjects.requests!, labels } } }
    const result = await one(EACH, run, HISTORY)
    expect(result.status).toBe('passed')
    expect(result.message).toMatch(/^9 fine, 1 not judged \(no figure\)/)
  })
})

describe('in doubt', () => {
  const suspect = playedRun({ run: 100, labels: 10, slower: { 3: 0.14 }, spread: 0.005 })
  const noisy = playedHistory(6, { labels: 10, spread: 0.02 })

  test('a suspicious label is inconclusive with a warning, and another run of the commit settles it', async () => {
    const results = await judged(EACH, [suspect], noisy)
    const [result] = results
    expect(result).toMatchObject({ status: 'inconclusive', usual: { suspect: true } })
    expect(result?.message).toMatch(
      /^Suspect: "Label 3" .*1 more run of this commit, judged together with this one in mode judge/,
    )
    const verdict = decide({ criteria: results, failOn: new Set(['baseline']) })
    expect(verdict).toMatchObject({ outcome: 'inconclusive', reason: 'baseline', failsStep: true })
    expect(verdict.message).toMatch(/^One criterion is not settled by the runs so far\. Suspect: /)
    expect(verdict.warnings.filter((text) => text.startsWith(`${EACH}: Suspect: `))).toHaveLength(1)
    const again = playedRun({ run: 101, labels: 10, slower: { 3: 0.14 }, spread: 0.005 })
    const [both] = await judged(EACH, [suspect, again], noisy)
    expect(both).toMatchObject({ status: 'failed', usual: { runs: 2 }, breaches: [{ label: 'Label 3' }] })
  })

  test('the message mentions a re-run of the job if that adds a run, but never more runs than count', async () => {
    const settled = async (runs: Measurements[], history: Measurements[], rerun: 'job' | 'workflow') =>
      (await judged(EACH, runs, history, { rerun }))[0]!
    expect((await settled([suspect], noisy, 'job')).message).toContain(
      '; re-running this job (1 more run of this commit)',
    )
    expect((await settled([suspect], noisy, 'workflow')).message).toContain(
      '; re-running all jobs (1 more run',
    )
    const open = [100, 101, 102].map((run) => playedRun({ run, labels: 10, spread: 0.005 }))
    const third = await settled(open, playedHistory(8, { labels: 10, spread: 0.08 }), 'job')
    expect(third).toMatchObject({ status: 'inconclusive', usual: { runs: 3 } })
    expect(third.usual?.settledBy.moreRuns).toBeUndefined()
    expect(third.message).not.toContain('re-running')
  })

  test('nothing passes if runs of the commit may be missing, but failures still fail', async () => {
    const doubt = 'the runs of attempt 1 cannot be judged together with this run: somebody hid it.'
    expect((await judged(EACH, [UNCHANGED], HISTORY, { doubt }))[0]).toMatchObject({
      status: 'inconclusive',
      inconclusiveBecause: 'baseline',
      message: expect.stringMatching(/^All 10 labels .*; but the runs of attempt 1/),
    })
    expect((await judged(EACH, [SLOWER], HISTORY, { doubt }))[0]?.status).toBe('failed')
  })

  test('runs before this one count like those after it, and only the newest three', async () => {
    const { entries } = parseCriteriaInput(EACH)
    const figures = (run: number, slower: number) =>
      runFiguresOf(
        playedRun({ run, labels: 10, slower: { 3: slower } }),
        wantedFigures(entries),
        readPercentile,
      )
    const before = [figures(90, 9), figures(91, 0.2), figures(92, 0.2)]
    const [result] = await judged(EACH, [SLOWER], HISTORY, { before })
    expect(result).toMatchObject({ status: 'failed', usual: { runs: 3 } })
    const worst = result?.usual?.labels.find(({ label }) => label === 'Label 3')
    expect(worst?.change).toBeLessThan(0.3)
  })

  test('one earlier run says next to nothing, none says nothing', async () => {
    const few = await one(EACH, UNCHANGED, HISTORY.slice(0, 1))
    expect(few).toMatchObject({
      status: 'inconclusive',
      inconclusiveBecause: 'baseline',
      usual: { earlierRuns: 1 },
    })
    expect(few.message).toMatch(/^Cannot tell: .*would settle it\./)
    const { entries } = parseCriteriaInput(EACH)
    const context = {
      answers: serviceNamed(SERVICES, 'xtc').answers,
      measurements: UNCHANGED,
      percentileOf: readPercentile,
      troubles: [],
      nowMs: 0,
    } as const
    const [none] = await judge(entries, context)
    expect(none).toMatchObject({ status: 'inconclusive', inconclusiveBecause: 'baseline' })
    expect(none?.message).toContain("set the input 'baseline'")
  })

  test('a baseline of one run is a history of one run', async () => {
    const { entries } = parseCriteriaInput(EACH)
    const [result] = await judge(entries, {
      answers: serviceNamed(SERVICES, 'xtc').answers,
      measurements: playedRun({ run: 100, labels: 10, slower: { 3: 4 } }),
      percentileOf: readPercentile,
      baseline: { use: { from: 'file:a', status: 'used' }, measurements: HISTORY[0]! },
      troubles: [],
      nowMs: 0,
    })
    expect(result).toMatchObject({ status: 'inconclusive', usual: { earlierRuns: 1, suspect: true } })
  })
})

test('limits from the usual also work for rates that may fall, errors, and all labels together', async () => {
  const slow = playedRun({ run: 100, labels: 10, slower: { 0: 0.3 }, errors: 200 })
  const results = await judged(
    [
      'requests["Label 0"].rate >= usual - 5%',
      'requests["*"].error-rate <= usual + 0.5pp',
      'requests.error-rate <= usual + 50%',
      'requests.p95 <= usual',
      'warn: requests["Label 0"].p95 <= usual + 100%',
    ].join('\n'),
    [slow],
    HISTORY,
  )
  const byText = Object.fromEntries(results.map((result) => [result.criterion, result]))
  expect(byText['requests["Label 0"].rate >= usual - 5%']).toMatchObject({
    status: 'failed',
    margin: expect.stringMatching(/^2\d% lower \(-[\d.]+% to -[\d.]+%\)$/),
    limit: expect.stringMatching(/^>= [\d.]+\/s \(usual [\d.]+\/s - 5%\)$/),
  })
  expect(byText['requests["*"].error-rate <= usual + 0.5pp']).toMatchObject({
    status: 'failed',
    breached: 10,
    limit: '<= 0.701% (usual 0.201% + 0.5pp)',
    observed: '4%',
  })
  expect(byText['requests.error-rate <= usual + 50%']?.status).toBe('failed')
  expect(byText['requests.p95 <= usual']?.limit).toMatch(/ \+ 3%\)$/)
  expect(byText['warn: requests["Label 0"].p95 <= usual + 100%']?.status).toBe('passed')
})

test('a slow-down of all labels by the same factor is a regression of all together', async () => {
  const all = Object.fromEntries(Array.from({ length: 10 }, (_, label) => [label, 0.3]))
  const result = await one(EACH, playedRun({ run: 100, labels: 10, slower: all }), HISTORY)
  expect(result).toMatchObject({ status: 'failed', usual: { environment: { word: 'regression' } } })
  expect(result.message).toMatch(/^A regression: all labels together are (29|30|31)% slower than usual \(/)
})

test('a run that is part of the history is not compared with itself', async () => {
  const result = await one(EACH, UNCHANGED, [...HISTORY, UNCHANGED])
  expect(result.usual?.earlierRuns).toBe(8)
  // The same id used again, as in manually made histories, is another run.
  const reused = HISTORY.map((run) => ({ ...run, run: { ...run.run, ids: ['1'], finishedAtMs: 5 } }))
  expect((await one(EACH, UNCHANGED, reused)).usual?.earlierRuns).toBe(8)
})
