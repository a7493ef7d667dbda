import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  baselineKeyOf,
  baselinePrefix,
  isNewerKey,
  newerPrefixes,
} from '../../../../src/step/judge/baseline-key.ts'

const NOW = Date.parse('2026-05-10T12:00:00Z')
const DAY_MS = 86_400_000
const STEP = { step: '0123456789abcdef', ref: 'refs/heads/Main' }
const PREFIX = baselinePrefix(STEP)

function keyAt(keptAtMs: number): string {
  const origin = { ...STEP, repository: 'acme/shop', workflowRunId: '12345678901', attempt: 1, keptAtMs }
  return baselineKeyOf(origin, 'f'.repeat(64))
}

test('a key has only lower-case letters, and is short enough', () => {
  const key = keyAt(NOW)
  expect(key).toBe(key.toLowerCase())
  expect(key.startsWith(PREFIX)).toBe(true)
  expect(key.length).toBeLessThan(300)
})

test('the prefixes for newer keys match every newer key, and no other', () => {
  const past = fc.integer({ min: 0, max: 40 * DAY_MS })
  fc.assert(
    fc.property(past, past, (first, second) => {
      const [than, other] = [keyAt(NOW - first), keyAt(NOW - second)]
      const fits = newerPrefixes(than, PREFIX, NOW).some((prefix) => other.startsWith(prefix))
      expect(fits).toBe(Math.floor((NOW - second) / 1000) > Math.floor((NOW - first) / 1000))
      expect(fits).toBe(isNewerKey(other, than, PREFIX))
    }),
    { seed: 1 },
  )
})

test('a month needs at most 22 prefixes', () => {
  for (let days = 0; days <= 30; days++)
    expect(newerPrefixes(keyAt(NOW - days * DAY_MS), PREFIX, NOW).length).toBeLessThanOrEqual(22)
})

test('a key without a time comes first, and nothing is newer', () => {
  expect(isNewerKey(`${PREFIX}planted`, keyAt(NOW), PREFIX)).toBe(true)
  expect(isNewerKey(keyAt(NOW), `${PREFIX}planted`, PREFIX)).toBe(false)
  expect(newerPrefixes(`${PREFIX}planted`, PREFIX, NOW)).toEqual([])
})
