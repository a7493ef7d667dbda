import type { TestResult } from '../contract.ts'

const CLEAR_MS = 10 * 60_000

/**
 * The order of the runs, by their places in the list. Which end of the list is newer is not documented: the
 * tests that have begun show it, if they are in the order of their times. Undefined if they are not, or if
 * none of them clearly began before another.
 */
export function turnsOf(
  results: readonly Pick<TestResult, 'startedAtMs' | 'stage'>[],
): ((index: number) => number) | undefined {
  const times = results.flatMap(({ startedAtMs, stage }) =>
    startedAtMs === undefined || stage !== 'finished' ? [] : [startedAtMs],
  )
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? 0))
  // Tests with almost the same time may have waited for a machine, and begun in another order.
  const clear = steps.filter((step) => Math.abs(step) >= CLEAR_MS)
  if (clear.length === 0) return undefined
  if (clear.every((step) => step > 0)) return (index) => index
  if (clear.every((step) => step < 0)) return (index) => -index
  return undefined
}
