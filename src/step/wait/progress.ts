import { formatSpan } from '../../foundation/format.ts'
import { isFinal, type ExecutionStatus, type RunStatus } from '../../providers/provider.ts'

/**
 * At most one line a minute, and fewer the longer the wait, so that the log of an hour fits on one screen.
 */
const PROGRESS_MS = 60_000
const PROGRESS_SHARE = 0.2
const LONGEST_PROGRESS_MS = 10 * 60_000
/** More executions than this are counted instead of listed. */
const MOST_NAMED = 4

/** Executions and their states: if this text changes, there is something to report. */
export function summaryOf(status: RunStatus): string {
  return status.executions.map((execution) => `${execution.id} ${execution.state}`).join(', ')
}

/** The pause after which progress is logged although nothing has changed. */
export function progressGapMs(elapsedMs: number): number {
  return Math.min(Math.max(elapsedMs * PROGRESS_SHARE, PROGRESS_MS), LONGEST_PROGRESS_MS)
}

/** The state of each execution; if there are many, those in the same state are counted. */
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
