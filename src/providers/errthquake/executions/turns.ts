import type { TestResult } from '../contract.ts'

const CLEAR_MS = 10 * 60_000

/**
 * Who came first, by the place in the list. Which end of it is the newer is not documented: the tests that began say so,
 * where they stand in the order of their times. Undefined where they do not, or none of them began clearly before another.
 */
export function turnsOf(
  results: readonly Pick<TestResult, 'startedAtMs' | 'stage'>[],
): ((index: number) => number) | undefined {
  const times = results.flatMap(({ startedAtMs, stage }) =>
    startedAtMs === undefined || stage !== 'finished' ? [] : [startedAtMs],
  )
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? 0))
  // Tests of about the same time may have waited for a machine, and not begun in their order.
  const clear = steps.filter((step) => Math.abs(step) >= CLEAR_MS)
  if (clear.length === 0) return undefined
  if (clear.every((step) => step > 0)) return (index) => index
  if (clear.every((step) => step < 0)) return (index) => -index
  return undefined
}
