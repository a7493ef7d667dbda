import { expect, test } from 'vitest'
import type { Series } from '../../../../src/measurements/model.ts'
import { onsetOfErrors, onsetOfSlowness } from '../../../../src/report/diagnosis/onset.ts'
import { randomFrom } from '../measured-data.ts'

const START_MS = Date.UTC(2026, 10, 21, 22, 10)
const INTERVAL_MS = 10_000

/** 60 intervals of about 100 requests; `errors` and `p95` by interval. */
function seriesOf(
  errors: (index: number) => number,
  p95: (index: number) => number | null,
): Required<Series> {
  const at = <T>(value: (index: number) => T): T[] => Array.from({ length: 60 }, (_, index) => value(index))
  return {
    startMs: START_MS,
    intervalMs: INTERVAL_MS,
    count: at(() => 100),
    errors: at(errors),
    meanMs: at(p95),
    p50Ms: at(p95),
    p95Ms: at(p95),
  }
}

test('is where errors begin if they last to the end', () => {
  const series = seriesOf(
    (index) => (index < 42 ? 0 : 30),
    () => 100,
  )
  expect(onsetOfErrors(series, 'requests')).toEqual({
    subject: 'requests',
    at: '2026-11-21T22:17:00Z',
    afterSeconds: 420,
    before: 0,
    during: 0.3,
    resolutionSeconds: 10,
  })
  expect(onsetOfSlowness(series, 'requests')).toEqual({ subject: 'requests', steady: true, during: 100 })
})

test('has an end if it got better', () => {
  const series = seriesOf(
    (index) => (index >= 20 && index < 26 ? 50 : 1),
    () => 100,
  )
  expect(onsetOfErrors(series, 'actions')).toMatchObject({
    afterSeconds: 200,
    until: '2026-11-21T22:14:20Z',
    before: 0.01,
    during: 0.5,
  })
})

test('may be the very beginning', () => {
  const series = seriesOf(
    (index) => (index < 5 ? 40 : 0),
    () => 100,
  )
  expect(onsetOfErrors(series, 'requests')).toMatchObject({ afterSeconds: 0, until: '2026-11-21T22:10:50Z' })
})

test('of slowness is found despite noise, within an interval or two', () => {
  for (let seed = 1; seed <= 50; seed++) {
    const random = randomFrom(seed)
    const series = seriesOf(
      () => 0,
      (index) => (index < 30 ? 400 : 800) * (0.8 + random() * 0.4),
    )
    const onset = onsetOfSlowness(series, 'requests')
    if (onset === undefined || 'steady' in onset) throw new Error(`seed ${seed}: not found`)
    expect(Math.abs(onset.afterSeconds - 300)).toBeLessThanOrEqual(20)
    expect(onset.during / onset.before).toBeCloseTo(2, 0)
    expect(onsetOfErrors(series, 'requests')).toBeUndefined()
  }
})

test('is absent if there is only noise', () => {
  for (let seed = 1; seed <= 50; seed++) {
    const random = randomFrom(seed)
    const series = seriesOf(
      () => 5,
      () => 400 * (0.9 + random() * 0.2),
    )
    expect(onsetOfErrors(series, 'requests')).toHaveProperty('steady', true)
    expect(onsetOfSlowness(series, 'requests')).toHaveProperty('steady', true)
  }
})

test('is absent for two errors, for empty intervals, and for nothing', () => {
  const two = seriesOf(
    (index) => (index === 50 || index === 51 ? 1 : 0),
    () => null,
  )
  expect(onsetOfErrors(two, 'requests')).toHaveProperty('steady', true)
  expect(onsetOfSlowness(two, 'requests')).toBeUndefined()
  const empty: Series = { ...two, count: [], errors: [], meanMs: [], p50Ms: [], p95Ms: [] }
  expect(onsetOfErrors(empty, 'requests')).toBeUndefined()
  const gaps = seriesOf(
    (index) => (index < 30 ? 0 : 20),
    () => 100,
  )
  gaps.count = gaps.count.map((count, index) => (index % 3 === 0 ? 0 : count))
  gaps.errors = gaps.errors.map((errors, index) => (index % 3 === 0 ? 0 : errors))
  expect(onsetOfErrors(gaps, 'requests')).toMatchObject({ during: 0.2, before: 0 })
})
