import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyTally, count } from './tally.ts'
import { keepsItsPromises } from './promised.ts'

const SEED = 20_260_105
const SCHEDULES = 300

test('keeps every promise in 300 schedules of faults, in virtual time', { timeout: 300_000 }, async () => {
  const tally = emptyTally()
  // A failure prints seed and path; `npm run schedules -- --seed N --path P` plays that schedule again.
  await fc.assert(
    keepsItsPromises((played) => count(tally, played)),
    { seed: SEED, numRuns: SCHEDULES, endOnFailure: true },
  )
  // If no schedule reached the dangerous places, the test would prove nothing.
  expect(tally.schedules).toBe(SCHEDULES)
  expect(tally.starts).toBeGreaterThan(SCHEDULES / 2)
  expect(tally.interruptedConfirming).toBeGreaterThan(0)
  for (const much of [
    tally.confirming,
    tally.adopted,
    tally.inDoubt,
    tally.cancelled,
    tally.killed,
    tally.stopped,
    tally.named,
    tally.uploads,
    tally.filesLeft,
  ])
    expect(much).toBeGreaterThanOrEqual(SCHEDULES / 100)
})
