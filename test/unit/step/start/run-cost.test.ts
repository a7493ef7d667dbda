import { expect, test } from 'vitest'
import { costFaults, costOfAll, costWarnings, plannedMinutes } from '../../../../src/step/start/run-cost.ts'

const SERVICE = { title: 'Errthquake', canStop: true }
const ONE = { minutes: 20, how: '20 virtual users × 20 min' }

test('runs that may be started to confirm count as a maximum', () => {
  expect(costOfAll(ONE, 0)).toEqual(ONE)
  const all = costOfAll(ONE, 2)
  expect(plannedMinutes(all)).toBe(60)
  expect(costFaults(all, 60)).toEqual([])
  expect(costFaults(all, 59)[0]).toContain('up to 60 minutes (up to 3 runs: 20 virtual users × 20 min)')
  expect(costWarnings(all, 60, SERVICE)).toEqual([])
})

test('unknown costs stay unknown', () => {
  expect(plannedMinutes(costOfAll({ ...ONE, certainty: 'least' }, 1))).toBeUndefined()
  const guess = costOfAll({ ...ONE, certainty: 'guess' }, 1)
  expect(plannedMinutes(guess)).toBe(40)
  expect(costWarnings(guess, 60, SERVICE)).toHaveLength(1)
})
