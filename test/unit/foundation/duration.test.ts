import { expect, test } from 'vitest'
import { isoTime, parseDuration } from '../../../src/foundation/duration.ts'

test.each([
  ['90s', 90_000],
  ['1h30m', 5_400_000],
  ['250ms', 250],
  ['1.5h', 5_400_000],
  ['2h0m0s', 7_200_000],
  ['0s', 0],
  ['1m1m', 120_000],
])('reads %s', (text, ms) => {
  expect(parseDuration(text)).toBe(ms)
})

test.each(['', '10', 's', '10 m', '1d', '-5s', '1h 30m', '5M', '1e3s', '.5s', 'soon', '10m!', '١s'])(
  'rejects %j',
  (text) => {
    expect(parseDuration(text)).toBeUndefined()
  },
)

test('shows times in UTC without fractions of a second', () => {
  expect(isoTime(Date.UTC(2026, 0, 5, 9, 8, 7, 654))).toBe('2026-01-05T09:08:07Z')
})
