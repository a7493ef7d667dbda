import { formatSpan } from '../../foundation/format.ts'
import type { ExecutionHandle, ExecutionStatus } from '../../providers/provider.ts'

/**
 * If a test with a fixed length ran for less than this share of it, somebody stopped it. The service does not
 * show that in any other way.
 */
const WHOLE_SHARE = 0.95

/** A sentence about the executions that ended too early; undefined if there are none. */
export function endedEarly(
  executions: readonly ExecutionHandle[],
  statuses: readonly ExecutionStatus[],
): string | undefined {
  const early = statuses.flatMap(({ id, stage, startedAtMs, finishedAtMs }) => {
    const plannedMs = executions.find((execution) => execution.id === id)?.plannedMs
    if (stage !== 'finished' || plannedMs === undefined) return []
    if (startedAtMs === undefined || finishedAtMs === undefined) return []
    const lastedMs = finishedAtMs - startedAtMs
    return lastedMs < plannedMs * WHOLE_SHARE
      ? [`${id} ran for ${formatSpan(lastedMs)} of ${formatSpan(plannedMs)}`]
      : []
  })
  return early.length === 0 ? undefined : `The test ended early: ${early.join(', ')}.`
}
