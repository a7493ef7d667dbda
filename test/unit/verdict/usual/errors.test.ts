import { describe, expect, test } from 'vitest'
import { judgeUsual } from '../../../../src/verdict/usual/judge-usual.ts'
import type { Comparison, ComparisonVerdict } from '../../../../src/verdict/usual/model.ts'
import { label, run } from './runs.ts'

const MORE_ERRORS: Comparison = {
  name: 'requests["*"].error-rate <= usual + 0.5pp',
  subject: 'requests',
  labels: 'all',
  figure: 'error-rate',
  kind: 'error-share',
  worse: 'higher',
  limit: { points: 0.005 },
}

const runs = (errors: number[], count = 2000) =>
  errors.map((number) => run([label('Cart', 100, { count, errors: number })]))

function judge(
  history: number[],
  now: number[],
  count?: number,
  limit = MORE_ERRORS.limit,
): ComparisonVerdict {
  const comparisons = [{ ...MORE_ERRORS, limit }]
  return judgeUsual({ history: runs(history, count), runs: runs(now, count), comparisons }).comparisons[0]!
}

describe('errors per request', () => {
  test('are fine if there are none, usually and now', () => {
    const verdict = judge([0, 0, 0, 0, 0], [0])
    expect(verdict.status).toBe('passed')
    expect(verdict.labels[0]!.facts).toMatchObject({ value: 0, runs: 1, earlierRuns: 5 })
  })

  test('do not fail because of a few errors where there usually are none', () => {
    expect(judge([0, 0, 0, 0, 0], [3]).status).not.toBe('failed')
    expect(judge([0, 1, 0, 2, 0], [5]).status).not.toBe('failed')
  })

  test('fail because of many errors, with their number', () => {
    const verdict = judge([0, 1, 0, 2, 0], [60])
    expect(verdict).toMatchObject({ status: 'failed' })
    expect(verdict.labels[0]!.facts!.value).toBe(0.03)
    expect(verdict.labels[0]!.facts!.p).toBeLessThan(0.003)
  })

  test('must be unusual in each of several runs, so that one bad run does not count', () => {
    expect(judge([0, 1, 0, 2, 0], [120, 0])).toMatchObject({ status: 'inconclusive' })
    expect(judge([0, 1, 0, 2, 0], [50, 61]).status).toBe('failed')
  })

  test('that differ from run to run by more than chance have a wider limit', () => {
    const steady = judge([100, 104, 98, 101, 99, 103], [250], 20_000)
    const bursts = judge([20, 210, 60, 15, 150, 90], [250], 20_000)
    expect(steady.status).toBe('failed')
    expect(bursts.status).not.toBe('failed')
    expect(bursts.labels[0]!.facts!.spread).toBeGreaterThan(steady.labels[0]!.facts!.spread)
  })

  test('with few requests are not judged, because nothing could be detected', () => {
    const verdict = judge([0, 0, 0], [0], 50)
    expect(verdict.labels[0]).toMatchObject({ word: 'not-judged', why: 'noise' })
    expect(verdict.status).toBe('inconclusive')
  })

  test('accept a ratio as the limit too', () => {
    expect(judge([1000, 1010, 990, 1005], [4000], 100_000, { ratio: 0.1 }).status).toBe('failed')
  })

  test.each([0, -0.005, Number.NaN, Infinity])('judge nothing by a limit of %d points', (points) => {
    expect(judge([0, 0, 0, 0, 0], [900], 2000, { points }).labels[0]!.why).toBe('no-limit')
  })

  test('can be new, too few, or not counted', () => {
    expect(judge([], [0]).labels[0]).toEqual({ label: 'Cart', word: 'not-judged', why: 'new' })
    expect(judge([0, 0], [0], 10).labels[0]).toEqual({
      label: 'Cart',
      word: 'not-judged',
      why: 'few-requests',
    })
    const uncounted = [run([label('Cart', 100)])]
    const [verdict] = judgeUsual({
      history: uncounted,
      runs: uncounted,
      comparisons: [MORE_ERRORS],
    }).comparisons
    expect(verdict!.labels[0]).toEqual({ label: 'Cart', word: 'not-judged', why: 'no-figure' })
  })
})
