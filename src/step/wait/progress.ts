import { formatSpan } from '../../foundation/format.ts'
import { isFinal, type ExecutionStatus, type RunStatus } from '../../providers/provider.ts'

/** At most a line a minute; the longer the wait, the fewer: an hour's wait and its end fit one screen. */
const PROGRESS_MS = 60_000
const PROGRESS_SHARE = 0.2
const LONGEST_PROGRESS_MS = 10 * 60_000
/** So many executions are named one by one. */
const MOST_NAMED = 4

/** What changes when anything changed. */
export function summaryOf(status: RunStatus): string {
  return status.executions.map((execution) => `${execution.id} ${execution.state}`).join(', ')
}

/** The pause after which progress is told although nothing has changed. */
export function progressGapMs(elapsedMs: number): number {
  return Math.min(Math.max(elapsedMs * PROGRESS_SHARE, PROGRESS_MS), LONGEST_PROGRESS_MS)
}

/** What is in which state where; many of the same state are counted. */
function statesInWords(executions: readonly ExecutionStatus[]): string {
  if (executions.length <= MOST_NAMED)
    return executions.map(({ label, state }) => (label === '' ? state : `${label} ${state}`)).join(', ')
  const groups = Map.groupBy(executions, ({ state }) => state)
  return [...groups]
    .map(([state, those]) => {
      const named = those.slice(0, MOST_NAMED).map(({ label, id }) => label || id)
      const more = those.length > named.length ? ', …' : ''
      return `${those.length} ${state} (${named.join(', ')}${more})`
    })
    .join(', ')
}

export function progressLine(status: RunStatus, elapsedMs: number, nowMs: number): string {
  const states = statesInWords(status.executions)
  const ends = status.executions.flatMap((execution) =>
    isFinal(execution) ? [] : (execution.estimatedFinishAtMs ?? []),
  )
  const leftMs = Math.max(...ends) - nowMs
  const left = ends.length > 0 && leftMs > 0 ? `, about ${formatSpan(leftMs)} left` : ''
  return `${states} after ${formatSpan(elapsedMs)}${left}`
}
