import { expect, test } from 'vitest'
import { spanInWords } from '../../../../src/report/figures/error-rows.ts'

const AT_MS = Date.UTC(2026, 10, 21, 23, 59, 58, 400)

test.each([
  ['within one second', 599, '23:59:58 UTC'],
  ['over the end of a second', 600, '23:59:58 to 23:59:59 UTC'],
  ['over midnight', 2000, '23:59:58 to 00:00:00 UTC'],
])('errors %s: %i ms after the first one, the last one is shown as "%s"', (_when, afterMs, words) => {
  expect(spanInWords({ firstAtMs: AT_MS, lastAtMs: AT_MS + afterMs })).toBe(words)
})

test('errors of unknown times have no span', () => {
  expect(spanInWords({})).toBe('')
})
