import { formatCount, formatSpan } from '../../foundation/format.ts'
import {
  isFinal,
  type ExecutionHandle,
  type ExecutionStatus,
  type RunStatus,
  type SoFar,
} from '../../providers/provider.ts'

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

export interface Progress {
  waitedMs: number
  /** Like all times here, by the monotonic clock. */
  nowMs: number
  handles: readonly ExecutionHandle[]
  begunMs: (id: string) => number | undefined
  /** What the service has measured so far. */
  soFar: SoFar
}

/**
 * One line with everything that is known: `running after 12 m, about 49 m left: 11 m of 1 h, 50 virtual
 * users, requests 4,210, errors 12`.
 */
export function progressLine(status: RunStatus, progress: Progress): string {
  const states = statesInWords(status.executions)
  const ends = status.executions.flatMap((execution) =>
    isFinal(execution) ? [] : (execution.estimatedFinishAtMs ?? []),
  )
  const leftMs = Math.max(...ends) - progress.nowMs
  const left = ends.length > 0 && leftMs > 0 ? `, about ${formatSpan(leftMs)} left` : ''
  const known = [...lengthOf(status, progress), ...usersOf(status), ...figuresOf(progress.soFar)]
  const colon = known.length > 0 ? `: ${known.join(', ')}` : ''
  return `${states} after ${formatSpan(progress.waitedMs)}${left}${colon}`
}

/** How much of the planned length is over, for the execution with the longest time left. */
function lengthOf({ executions }: RunStatus, { nowMs, handles, begunMs }: Progress): string[] {
  const lengths = executions.flatMap(({ id, stage }) => {
    const { plannedMs, likelyMs } = handles.find((handle) => handle.id === id) ?? {}
    const wholeMs = plannedMs ?? likelyMs
    const atMs = begunMs(id)
    if (stage !== 'running' || atMs === undefined || wholeMs === undefined) return []
    const about = plannedMs === undefined ? 'about ' : ''
    return [{ ranMs: nowMs - atMs, wholeMs, about }]
  })
  const last = lengths.toSorted((a, b) => b.wholeMs - b.ranMs - (a.wholeMs - a.ranMs))[0]
  return last === undefined ? [] : [`${formatSpan(last.ranMs)} of ${last.about}${formatSpan(last.wholeMs)}`]
}

function usersOf({ executions }: RunStatus): string[] {
  const users = executions.flatMap(({ stage, virtualUsers }) =>
    stage === 'running' ? (virtualUsers ?? []) : [],
  )
  const sum = users.reduce((all, one) => all + one, 0)
  return sum > 0 ? [`${formatCount(sum)} virtual users`] : []
}

function figuresOf(soFar: SoFar): string[] {
  return soFar.map(([name, value]) => `${name} ${figureText(value)}`)
}

/** The unit is known only to the service. */
function figureText(value: number): string {
  return value >= 1000 || Number.isInteger(value) ? formatCount(value) : String(Number(value.toPrecision(3)))
}
