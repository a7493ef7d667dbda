import { formatSpan } from '../../foundation/format.ts'
import type { RunHandle, RunStatus } from '../../providers/provider.ts'
import type { Inputs } from '../../inputs/parse-inputs.ts'
import type { LimitsLeft } from './further-step.ts'

/** What one run of the test used. */
export interface Spent {
  /** From start to finish, as far as this step or the service saw it. */
  lastedMs: number
  /** The minutes that the service counts, for all executions together. */
  minutes: number
}

const MINUTE_MS = 60_000

/**
 * For a run that ended. If the service provides no times, the time from start to finish counts. Only the
 * planned length counts, because the extra time in which the service ends a test must not use up the share of
 * the next run.
 */
export function spentOf(
  { executions }: RunStatus,
  lastedMs: number,
  plannedMs: (id: string) => number | undefined,
): Spent {
  const took = executions.map(({ id, startedAtMs, finishedAtMs }) => {
    const known = startedAtMs !== undefined && finishedAtMs !== undefined
    return { id, ms: known ? Math.max(0, finishedAtMs - startedAtMs) : lastedMs }
  })
  const minutes = took.map(
    ({ id, ms }) => Math.min(ms, plannedMs(id) ?? Number.POSITIVE_INFINITY) / MINUTE_MS,
  )
  return {
    lastedMs: Math.max(lastedMs, ...took.map(({ ms }) => ms)),
    minutes: minutes.reduce((sum, one) => sum + one, 0),
  }
}

/** The planned length of an execution, as the service counts it. */
export function plannedOf({ executions }: RunHandle, { setup }: Inputs): (id: string) => number | undefined {
  return (id) => {
    const execution = executions.find((one) => one.id === id)
    return execution?.plannedMs ?? (execution?.interactive === true ? setup?.stopAfterMs : undefined)
  }
}

/**
 * What is left for a further run, or why it is not enough, as a sentence: a run with too little left would
 * only be stopped again.
 */
export function leftFor(
  { timeoutMs, maxMinutes }: Pick<Inputs, 'timeoutMs' | 'maxMinutes'>,
  runs: readonly Spent[],
  leftMs: number,
): LimitsLeft | string {
  const lastedMs = Math.max(...runs.map((run) => run.lastedMs))
  if (leftMs <= lastedMs)
    return `${formatSpan(Math.max(0, leftMs))} are left of the timeout of ${formatSpan(timeoutMs)}, and a run takes ${formatSpan(lastedMs)}.`
  if (maxMinutes === undefined) return { timeoutMs: leftMs }
  const needed = Math.max(...runs.map(({ minutes }) => minutes))
  const leftMinutes = maxMinutes - runs.reduce((sum, { minutes }) => sum + minutes, 0)
  if (leftMinutes < needed)
    return `${tenths(Math.max(0, leftMinutes))} of the ${maxMinutes} minutes that max-minutes allows are left, and a run costs ${tenths(needed)}.`
  return { timeoutMs: leftMs, maxMinutes: tenths(leftMinutes) }
}

const tenths = (minutes: number): number => Math.round(minutes * 10) / 10
