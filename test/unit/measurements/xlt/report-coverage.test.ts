import { describe, expect, test } from 'vitest'
import type { LoadProfileEntry, Measurements } from '../../../../src/measurements/model.ts'
import { coverage, rampUpMs } from '../../../../src/measurements/xlt/report-coverage.ts'

const subjects = (
  name: 'actions' | 'requests' | 'raw-requests',
  count: number[],
): Measurements['subjects'] => {
  const total = count.reduce((sum, one) => sum + one, 0)
  const zeros = count.map(() => 0)
  const series = {
    startMs: 0,
    intervalMs: 1000,
    count,
    errors: zeros,
    meanMs: zeros,
    p50Ms: zeros,
    p95Ms: zeros,
  }
  return { [name]: { source: 'xlt-timers', total: { count: total, series }, labels: [] } }
}

describe('requests that a report leaves out', () => {
  const raw = subjects('raw-requests', [5, 5, 5, 5, 80])

  test.each([
    ['as much as the raw result', 100, 2000, []],
    // The ramp-up of 2 s may have begun up to a second into the series.
    ['as many as the ramp-up had', 85, 2000, ['note']],
    ['fewer than the ramp-up had', 99, 2000, ['note']],
    ['more than the ramp-up had', 84, 2000, ['report-covers-less']],
    ['some, without a ramp-up', 99, 0, ['report-covers-less']],
    ['more than the raw result', 101, 2000, ['report-covers-less']],
  ])('%s', (_, counted, rampUp, codes) => {
    const warnings = coverage(subjects('requests', [counted]), raw, rampUp)
    expect(warnings.map(({ code }) => code)).toEqual(codes)
  })

  test('are explained if it is normal', () => {
    const [more, none, fewer, note] = [
      coverage(subjects('requests', [50]), raw, 2000),
      coverage(subjects('requests', [50]), raw, 0),
      coverage(subjects('requests', [1234]), raw, 0),
      coverage(subjects('requests', [90]), raw, 2000),
    ].map(([first]) => first?.message)
    expect(more).toBe(
      'The report counts 50 requests, the raw result 100: the difference is more than what began in the ramp-up of 2 s. That is normal if XLT was told to report only a part of the time, or to drop requests; otherwise data is missing.',
    )
    expect(none).toContain('the load profile has no ramp-up that could be excluded')
    expect(fewer).toBe(
      'The report counts 1,234 requests, the raw result 100: data is missing from the raw result, or the report is from another run.',
    )
    expect(note).toContain('the difference is no more than what began in the ramp-up of 2 s. That is normal.')
  })
})

test('the ramp-up lasts from the first scenario to the end of the last ramp-up', () => {
  const scenario = (initialDelay: string, rampUpPeriod: string): LoadProfileEntry => ({
    name: 'T',
    settings: [
      ['initialDelay', initialDelay],
      ['rampUpPeriod', rampUpPeriod],
    ],
  })
  expect(rampUpMs([scenario('0', '3')])).toBe(3000)
  expect(rampUpMs([scenario('10', '60'), scenario('5', '30'), scenario('200', '-1')])).toBe(65_000)
  for (const none of [undefined, [], [scenario('0', '-1')], [scenario('0', '')], [scenario('x', 'y')]])
    expect(rampUpMs(none)).toBe(0)
})
