import type { Timing } from './model.ts'

/** A percentile in ms as the source states it; undefined if it does not, because nothing is interpolated. */
export function statedPercentile(timing: Timing | undefined, percentile: number): number | undefined {
  const found = timing?.percentilesMs?.find(([stated]) => Math.abs(stated - percentile) < 1e-9)
  if (found) return found[1]
  if (percentile === 50) return timing?.medianMs
  return percentile === 100 ? timing?.maxMs : undefined
}
