import { describe, expect, test } from 'vitest'
import type { AgainstUsual } from '../../../src/verdict/against-usual/trends/judged-changes.ts'
import { toneOf } from '../../../src/report/figures/tone.ts'
import { keyFigures } from '../../../src/report/figures/key-figures.ts'
import { mainSubject, totalOf } from '../../../src/report/figures/label-rows.ts'
import { countsInWords, countStatuses, verdictWords } from '../../../src/report/verdict-words.ts'
import {
  effectiveStatusOf,
  worstFirst,
  type EffectiveStatus,
} from '../../../src/verdict/outcome/effective-status.ts'
import type { CriterionResult } from '../../../src/verdict/verdict.ts'
import { bareData, criterionWith, presentationWith } from './presentation-data.ts'

const WAIVER = { until: '2026-12-31', owner: 'Ada', reason: 'known', active: true }
const STATES: [Partial<CriterionResult>, EffectiveStatus][] = [
  [{}, 'passed'],
  [{ status: 'failed' }, 'failed'],
  [{ status: 'error' }, 'error'],
  [{ status: 'error', severity: 'warning' }, 'warning'],
  [{ status: 'failed', severity: 'warning' }, 'warning'],
  [{ status: 'failed', severity: 'validity' }, 'invalid'],
  [{ status: 'inconclusive' }, 'inconclusive'],
  [{ status: 'skipped' }, 'skipped'],
  [{ status: 'failed', waiver: WAIVER }, 'waived'],
  [{ status: 'failed', waiver: { ...WAIVER, active: false } }, 'failed'],
  [{ status: 'passed', waiver: WAIVER }, 'passed'],
]

describe('the effective status of a criterion', () => {
  test.each(STATES)('%o: %s', (change, status) => {
    expect(effectiveStatusOf(criterionWith(change))).toBe(status)
  })

  test('sorts criteria by effective status, then by badness, then in the order of the file', () => {
    const criteria = [
      { id: 'p' },
      { id: 'f1', status: 'failed' },
      { id: 'f2', status: 'failed', badness: 2 },
      { id: 'e', status: 'error' },
    ] as const
    expect(worstFirst(criteria.map((change) => criterionWith(change))).map(({ id }) => id)).toEqual([
      'f2',
      'f1',
      'e',
      'p',
    ])
  })

  test('is described in words', () => {
    expect(countsInWords(countStatuses(STATES.map(([change]) => criterionWith(change))))).toBe(
      '2 failed, 1 error, 1 validity failed, 1 inconclusive, 2 warnings, 1 waived, 1 skipped, 2 passed',
    )
    expect(countsInWords(countStatuses([]))).toBe('no criteria')
    expect(verdictWords({ ...bareData().verdict, outcome: 'cancelled', reason: 'cancelled' })).toBe(
      'Cancelled',
    )
  })
})

test('more is worse for durations, better for throughput, and five percent are noise', () => {
  expect([110, 90, 105, 95].map((now) => toneOf(now, 100, 'less'))).toEqual([
    'worse',
    'better',
    'same',
    'same',
  ])
  expect([100, 99].map((count) => toneOf(500, 100, 'less', { counts: [count, 5000] }))).toEqual([
    'worse',
    'same',
  ])
  expect(toneOf(500, 100, 'less', { counts: [5000, 3] })).toBe('same')
  expect([toneOf(110, 100, 'more'), toneOf(110, 100, 'neither'), toneOf(1, 0, 'less')]).toEqual([
    'better',
    'neutral',
    'worse',
  ])
})

test('with a history, a change means something only if it is not usual, whatever its size', () => {
  const tone = (now: number, usual: AgainstUsual, counts = [5000, 5000]) =>
    toneOf(now, 100, 'less', { counts, usual })
  expect([104, 130, 96].map((now) => tone(now, 'usual'))).toEqual(['same', 'same', 'same'])
  expect([104, 130].map((now) => tone(now, 'higher'))).toEqual(['worse', 'worse'])
  expect([96, 70].map((now) => tone(now, 'lower'))).toEqual(['better', 'better'])
  // The run before was the unusual one.
  expect([tone(130, 'lower'), tone(70, 'higher'), tone(100, 'higher')]).toEqual(['same', 'same', 'same'])
  expect(tone(130, 'higher', [5000, 99])).toBe('same')
})

test('figures are those that are known, with the baseline if there is one', () => {
  const data = presentationWith({ baseline: false })
  expect(keyFigures(data).map(({ id }) => id)).toEqual([
    'count',
    'rate',
    'error-rate',
    'mean',
    'p50',
    'p95',
    'p99',
    'max',
  ])
  expect(keyFigures(data).some((figure) => figure.change !== undefined)).toBe(false)
  const requests = data.measurements?.subjects.requests
  if (requests) requests.total = { count: 5 }
  expect(keyFigures(data)).toEqual([{ id: 'count', name: 'Count', value: '5' }])
  expect(keyFigures(bareData())).toEqual([])
})

test('a total that the source does not state is added up, as far as possible without guessing', () => {
  const labels = [
    { label: 'a', count: 2, errors: 1, meanMs: 5 },
    { label: 'b', count: 3, errors: 0 },
  ]
  expect(totalOf({ source: 'xlt-timers', labels })).toEqual({ count: 5, errors: 1 })
  expect(totalOf({ source: 'xlt-timers', labels: [...labels, { label: 'c', count: 1 }] })).toEqual({
    count: 6,
  })
  expect(mainSubject(undefined)).toBeUndefined()
})
