import { expect, test } from 'vitest'
import {
  formatBytes,
  formatChange,
  formatCount,
  formatDuration,
  formatPercent,
  formatPointChange,
  formatRate,
  formatSpan,
  formatTime,
} from '../../../src/foundation/format.ts'

test.each([
  [0, '0 ms'],
  [0.42, '0.42 ms'],
  [412, '412 ms'],
  [999.6, '1 s'],
  [1240, '1.24 s'],
  [12_400, '12.4 s'],
  [59_949, '59.9 s'],
  [59_960, '1 m'],
  [65_000, '1 m 05 s'],
  [3_599_600, '1 h'],
  [5_400_000, '1 h 30 m'],
  [183_600_000, '2 d 3 h'],
  [-5, '−5 ms'],
  [Number.NaN, '–'],
])('a duration of %s ms is %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text)
})

test.each([
  [0, '0 ms'],
  [-5, '0 ms'],
  [250, '250 ms'],
  [1000, '1 s'],
  [59_400, '59 s'],
  [60_000, '1 m'],
  [725_000, '12 m 05 s'],
  [3_600_000, '1 h'],
  [5_403_000, '1 h 30 m'],
])('a span of %i ms is %s', (ms, text) => {
  expect(formatSpan(ms)).toBe(text)
})

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1234567.4, '1,234,567'],
  [-1234, '−1,234'],
])('a count of %s is %s', (count, text) => {
  expect(formatCount(count)).toBe(text)
})

test.each([
  [0, '0%'],
  [0.00001, '< 0.01%'],
  [0.0042, '0.42%'],
  [0.123, '12.3%'],
  [0.99999, '> 99.99%'],
  [1, '100%'],
])('a share of %s is %s', (share, text) => {
  expect(formatPercent(share)).toBe(text)
})

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [999_600, '1 MB'],
  [1500, '1.5 kB'],
  [2_340_000_000, '2.34 GB'],
])('%s bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text)
})

test.each([
  [0, '0/s'],
  [0.01, '0.6/min'],
  [12.44, '12.4/s'],
  [12_345, '12,345/s'],
])('a rate of %s is %s', (rate, text) => {
  expect(formatRate(rate)).toBe(text)
})

test.each([
  [112.3, 100, '▲ +12.3%'],
  [96, 100, '▼ −4.0%'],
  [100.01, 100, '= 0.0%'],
  [5, 0, '▲ from 0'],
  [0, 0, '= 0.0%'],
  [1500, 100, '▲ ×15'],
])('%s after %s changed by %s', (now, before, text) => {
  expect(formatChange(now, before)).toBe(text)
})

test('a share changes in percentage points', () => {
  expect(formatPointChange(0.0063, 0.0042)).toBe('▲ +0.21 pp')
  expect(formatPointChange(0.0042, 0.0042)).toBe('= 0.00 pp')
})

test('times are in UTC', () => {
  expect(formatTime(0)).toBe('1970-01-01 00:00 UTC')
})
