import { expect, test } from 'vitest'

import { samplingVarianceOf } from '../../../../src/verdict/against-usual/sampling-of-timing.ts'

test('a series without percentiles is only for charts: its counts are approximate', () => {
  const row = Array.from({ length: 60 }, (_, index) => 100 + 20 * Math.sin(index / 5))
  const series = { startMs: 0, intervalMs: 1000, count: row.map(() => 50), meanMs: row }
  const whole = { ...series, errors: row.map(() => 0), p50Ms: row, p95Ms: row }
  expect(samplingVarianceOf({ count: 3000, series: whole }, { name: 'mean' })).toBeGreaterThan(0)
  expect(samplingVarianceOf({ count: 3000, series }, { name: 'mean' })).toBeUndefined()
})
