import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { TimingAccumulator } from '../../../../src/measurements/totals/timing-accumulator.ts'

type Sample = { ms: number; failed: boolean; sent: number; received: number }

function accumulatorOf(samples: Sample[]): TimingAccumulator {
  const accumulator = new TimingAccumulator()
  for (const { ms, failed, sent, received } of samples)
    accumulator.add(Float64Array.of(NaN, ms, sent, received), 0, failed)
  return accumulator
}

const samples = fc.array(
  fc.record({ ms: fc.nat(1e7), failed: fc.boolean(), sent: fc.nat(1e6), received: fc.nat(1e9) }),
)

test('merging any split of whole milliseconds gives exactly the timing of the whole', () => {
  fc.assert(
    fc.property(samples, fc.nat(), (values, at) => {
      const cut = values.length === 0 ? 0 : at % values.length
      const merged = accumulatorOf(values.slice(0, cut))
      merged.merge(accumulatorOf(values.slice(cut)))
      const whole = accumulatorOf(values).toTiming(60_000)
      const { deviationMs, meanMs, ...exact } = merged.toTiming(60_000)
      expect({ ...whole, deviationMs: undefined, meanMs: undefined }).toEqual({
        ...exact,
        deviationMs: undefined,
        meanMs: undefined,
      })
      expect(meanMs ?? 0).toBeCloseTo(whole.meanMs ?? 0, 6)
      expect(deviationMs ?? 0).toBeCloseTo(whole.deviationMs ?? 0, 3)
    }),
    { seed: 1 },
  )
})

test('has count, errors, rate, bounds, mean, deviation, median and bytes', () => {
  const timing = accumulatorOf([
    { ms: 100, failed: false, sent: 10, received: 1000 },
    { ms: 200, failed: true, sent: 20, received: NaN },
    { ms: 300, failed: false, sent: 30, received: 3000 },
  ]).toTiming(1500)
  expect(timing).toMatchObject({
    count: 3,
    errors: 1,
    ratePerSecond: 2,
    minMs: 100,
    maxMs: 300,
    meanMs: 200,
    medianMs: 200,
    bytesSent: 60,
    bytesReceived: 4000,
  })
  expect(timing.deviationMs).toBeCloseTo(81.6497, 4)
})

test('the deviation of large values that are close together is accurate', () => {
  const values = Array.from({ length: 100_000 }, (_, i) => ({
    ms: 1e9 + (i % 2),
    failed: false,
    sent: NaN,
    received: NaN,
  }))
  expect(accumulatorOf(values).toTiming().deviationMs).toBeCloseTo(0.5, 9)
})

test('without measurements there is a count of 0 and no figures', () => {
  expect(new TimingAccumulator().toTiming(1000)).toEqual({ count: 0, errors: 0, ratePerSecond: 0 })
})
