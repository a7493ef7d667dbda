import { formatSpan } from '../../foundation/format.ts'
import type { ExecutionHandle, ExecutionStatus } from '../../providers/provider.ts'

/** A test of a fixed length that lasted less than this part of it was stopped by somebody; the service shows no flag. */
const WHOLE_SHARE = 0.95

/** The executions that ended before their time, in a sentence; undefined where none did. */
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
