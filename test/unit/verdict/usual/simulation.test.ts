// A small part of `npm run bench -- verdict`, with fixed seeds: the same steps are judged in every run of the
// tests.
import { describe, expect, test } from 'vitest'
import { countVerdicts, type Counts } from '../../../../bench/verdict/count-verdicts.ts'
import { PLAIN, type Change, type Scenario } from '../../../../bench/verdict/play-history.ts'
import { wilson } from '../../../../bench/verdict/wilson.ts'

const SAME: Change = { ratio: 0, of: 'one' }
const SPREADS = [0.01, 0.02, 0.04, 0.08]

const played = (scenarios: Scenario[], change: Change, steps: number): Counts =>
  countVerdicts({ scenarios, change, steps, seed: 23 })

describe('if nothing changed', () => {
  test.each([
    [1, 480],
    [20, 240],
  ])(
    'at most 1 %% of steps with %d labels fail, at any spread and number of earlier runs',
    (labels, steps) => {
      const scenarios = SPREADS.flatMap((spread) =>
        [1, 2, 3, 5, 8, 12].map((earlier) => ({ ...PLAIN, spread, labels, earlier })),
      )
      const { tallies } = played(scenarios, SAME, steps)
      for (const { failed } of Object.values(tallies)) expect(failed / steps).toBeLessThanOrEqual(0.01)
    },
  )

  test('at most 2 % of steps fail with steps, outliers and drift in the history', () => {
    const troubles: Partial<Scenario>[] = [
      { outliers: 0.011 },
      { badRuns: 0.05 },
      { step: 0.2 },
      { step: 0.2, stepOf: 'some' },
      { drift: 0.01 },
      { wholeMs: true },
      { rare: 0.5, slope: 7, correlated: 2 },
    ]
    const scenarios = troubles.flatMap((trouble) => [
      { ...PLAIN, labels: 1, ...trouble },
      { ...PLAIN, ...trouble },
    ])
    const steps = 280
    const { tallies } = played(scenarios, SAME, steps)
    for (const { failed } of Object.values(tallies)) expect(failed / steps).toBeLessThanOrEqual(0.02)
  })
})

describe('if one label is 10 % slower', () => {
  test.each([
    [1, 0.0175, 300],
    [20, 0.015, 120],
    [200, 0.0125, 12],
  ])('it is found among %d at a spread of %d, with one confirming run', (labels, spread, steps) => {
    const { tallies } = played([{ ...PLAIN, labels, spread }], { ratio: 0.1, of: 'one' }, steps)
    expect(tallies.two.failed / steps).toBeGreaterThanOrEqual(0.95)
    expect(tallies.onSuspicion.failed / steps).toBeGreaterThanOrEqual(0.95)
  })

  test('hardly any step passes, however noisy the runs are', () => {
    const scenarios = [0.02, 0.03, 0.04, 0.08].flatMap((spread) => [
      { ...PLAIN, labels: 1, spread },
      { ...PLAIN, labels: 6, spread },
    ])
    const steps = 480
    const { tallies } = played(scenarios, { ratio: 0.1, of: 'one' }, steps)
    for (const { wrongGreen } of Object.values(tallies)) expect(wrongGreen / steps).toBeLessThanOrEqual(0.05)
  })

  test('or all of them are slower, their common change is found', () => {
    const { tallies } = played([{ ...PLAIN, spread: 0.015 }], { ratio: 0.1, of: 'all' }, 80)
    expect(tallies.two.failed / 80).toBeGreaterThanOrEqual(0.95)
  })
})

test("the interval of a share is Wilson's", () => {
  // Newcombe 1998, table I, method 3.
  expect(wilson(81, 263).low).toBeCloseTo(0.2553, 4)
  expect(wilson(81, 263).high).toBeCloseTo(0.3662, 4)
  expect(wilson(0, 20)).toMatchObject({ low: 0 })
  expect(wilson(0, 20).high).toBeCloseTo(0.1611, 4)
})
