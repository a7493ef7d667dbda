import { describe, expect, test } from 'vitest'
import type { Series } from '../../../../src/measurements/model.ts'
import {
  bridgeGaps,
  downsample,
  ratesPerSecond,
  sparkline,
} from '../../../../src/report/figures/over-time.ts'

const SERIES: Series = {
  startMs: 0,
  intervalMs: 1000,
  count: [10, 30, 0, 5, 8],
  errors: [1, 0, 0, 2, 1],
  meanMs: [100, 200, null, 50, 60],
  p50Ms: [100, 200, null, 50, 60],
  p95Ms: [100, 200, null, 400, 60],
}

describe('down-sampling', () => {
  test('adds up counts and weights durations by them', () => {
    const half = downsample(SERIES, 3)
    expect(half).toMatchObject({
      intervalMs: 2000,
      count: [40, 5, 8],
      errors: [1, 2, 1],
      p95Ms: [175, 400, 60],
    })
  })

  test('leaves out what is not known over time', () => {
    const { errors: _errors, p50Ms: _p50Ms, p95Ms: _p95Ms, ...counts } = SERIES
    expect(downsample(counts, 3)).toEqual({
      startMs: 0,
      intervalMs: 2000,
      count: [40, 5, 8],
      meanMs: [175, 50, 60],
    })
  })

  test('leaves short series unchanged', () => {
    expect(downsample(SERIES, 5)).toBe(SERIES)
  })

  test('keeps a gap that fills a whole group', () => {
    const gap = { ...SERIES, count: [0, 0, 1, 1], errors: [0, 0, 0, 0], p95Ms: [null, null, 5, 5] }
    expect(downsample(gap, 2).p95Ms).toEqual([null, 5])
  })
})

test('the rate of a shorter last interval uses its own length', () => {
  expect(ratesPerSecond(SERIES, 4500)).toEqual([10, 30, 0, 5, 16])
  expect(ratesPerSecond(SERIES)).toEqual([10, 30, 0, 5, 8])
})

test('gaps are bridged by a straight line', () => {
  expect(bridgeGaps([null, 1, null, null, 4, null])).toEqual([1, 1, 2, 3, 4, 4])
  expect(bridgeGaps([null, null])).toEqual([0, 0])
})

test('a sparkline starts at zero and marks gaps', () => {
  expect(sparkline([0, 7, null, 14])).toBe('▁▅·█')
  expect(sparkline([0, 0])).toBe('▁▁')
})
