import { expect, test } from 'vitest'
import { turnsOf } from '../../../../../src/providers/errthquake/executions/turns.ts'

const HOUR_MS = 3_600_000
const ended = (hours: number | undefined): { stage: 'finished'; startedAtMs?: number } => ({
  stage: 'finished',
  ...(hours !== undefined && { startedAtMs: hours * HOUR_MS }),
})
const PENDING = { stage: 'waiting' as const }

function orderOf(results: Parameters<typeof turnsOf>[0]): number[] | undefined {
  const turnOf = turnsOf(results)
  return turnOf === undefined
    ? undefined
    : results.map((_, index) => index).sort((a, b) => turnOf(a) - turnOf(b))
}

test('recognizes lists with the oldest or the newest test first', () => {
  expect(orderOf([ended(1), ended(2), PENDING, PENDING])).toEqual([0, 1, 2, 3])
  expect(orderOf([PENDING, PENDING, ended(2), ended(1)])).toEqual([3, 2, 1, 0])
})

test('ignores tests of about the same time', () => {
  expect(orderOf([ended(1), ended(2), ended(1.99), PENDING])).toEqual([0, 1, 2, 3])
})

test.each([
  ['nothing ended', [PENDING, PENDING]],
  ['one that ended', [ended(1), PENDING]],
  ['no times', [ended(undefined), ended(undefined), PENDING]],
  ['no order', [ended(2), ended(1), ended(3), PENDING]],
])('does not know the order with %s', (_what, results) => {
  expect(orderOf(results)).toBeUndefined()
})
