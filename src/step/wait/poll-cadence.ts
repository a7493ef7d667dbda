import { isFinal, type RunStatus } from '../../providers/provider.ts'

const SECOND_MS = 1000
/**
 * With this pause, and the two early polls, there are on average at most as many polls in two minutes as with
 * one every 5 s.
 */
const SHORTEST_MS = 6 * SECOND_MS
const LONGEST_MS = 30 * SECOND_MS
const LONGEST_WITH_ESTIMATE_MS = 60 * SECOND_MS
const BEFORE_ESTIMATE_MS = 10 * SECOND_MS
const NEAR_END_MS = 5 * SECOND_MS
const AFTER_ESTIMATE_MS = 60 * SECOND_MS

/**
 * The pause before the next poll, in milliseconds. `polls` is the number of polls so far; `status` is the
 * last response, if any.
 */
export function pollGapMs(
  polls: number,
  elapsedMs: number,
  nowMs: number,
  status: RunStatus | undefined,
): number {
  // Early polls show a failed start soon.
  if (polls === 0) return SECOND_MS
  if (polls === 1) return 2 * SECOND_MS
  const withoutEstimateMs = Math.min(Math.max(elapsedMs * 0.02, SHORTEST_MS), LONGEST_MS)
  const active = status?.executions.filter((execution) => !isFinal(execution)) ?? []
  const gaps = active.map((execution) => {
    if (execution.stage === 'ending') return NEAR_END_MS
    const leftMs = (execution.estimatedFinishAtMs ?? Number.NaN) - nowMs
    if (Number.isNaN(leftMs) || leftMs < -AFTER_ESTIMATE_MS) return withoutEstimateMs
    const untilWatchMs = leftMs - BEFORE_ESTIMATE_MS
    return untilWatchMs > 0
      ? Math.min(Math.max(untilWatchMs, SECOND_MS), LONGEST_WITH_ESTIMATE_MS)
      : NEAR_END_MS
  })
  return gaps.length === 0 ? withoutEstimateMs : Math.min(...gaps)
}
