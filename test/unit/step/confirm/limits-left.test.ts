import { expect, test } from 'vitest'
import { leftFor, spentOf, type Spent } from '../../../../src/step/confirm/limits-left.ts'

const MINUTE_MS = 60_000
const run = (minutes: number): Spent => ({ lastedMs: minutes * MINUTE_MS, minutes })

test('if the remaining timeout is shorter than a run takes, nothing is started', () => {
  const limits = { timeoutMs: 60 * MINUTE_MS }
  expect(leftFor(limits, [run(10)], 40 * MINUTE_MS)).toEqual({ timeoutMs: 40 * MINUTE_MS })
  expect(leftFor(limits, [run(10), run(12)], 11 * MINUTE_MS)).toMatch(/^11 m .*and a run takes 12 m\.$/)
  expect(leftFor(limits, [run(10)], -MINUTE_MS)).toMatch(/^0 /)
  // The duration of an attached run is unknown.
  expect(leftFor(limits, [{ lastedMs: 0, minutes: 3 }], 1000)).toEqual({ timeoutMs: 1000 })
})

test('max-minutes counts all runs together', () => {
  const limits = { timeoutMs: 600 * MINUTE_MS, maxMinutes: 30 }
  expect(leftFor(limits, [run(10)], 500 * MINUTE_MS)).toEqual({
    timeoutMs: 500 * MINUTE_MS,
    maxMinutes: 20,
  })
  expect(leftFor(limits, [run(10), run(10.04)], 500 * MINUTE_MS)).toMatch(
    /^10 of the 30 minutes that max-minutes allows are left, and a run costs 10/,
  )
  expect(leftFor(limits, [run(40)], 500 * MINUTE_MS)).toMatch(/^0 of the 30/)
})

test('a run costs the time of all its executions; without times of the service, the time from start to end', () => {
  const execution = { label: '', stage: 'finished', state: 'complete' } as const
  const times = { startedAtMs: 1000, finishedAtMs: 1000 + 2 * MINUTE_MS }
  const status = {
    executions: [
      { ...execution, ...times, id: 'a' },
      { ...execution, id: 'b' },
    ],
  }
  expect(spentOf(status, 5 * MINUTE_MS, () => undefined)).toEqual({ lastedMs: 5 * MINUTE_MS, minutes: 7 })
  // A test of a minute that took a little longer costs one minute.
  const planned = spentOf(status, 5 * MINUTE_MS, (id) => (id === 'a' ? MINUTE_MS : undefined))
  expect(planned.minutes).toBe(6)
})
