import type { Schedule } from './schedule.ts'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS

/**
 * The longest that each part of a step may take in the worst weather; what docs/reliability.md states. A part that asks
 * several times (a token, then scopes, then a list) may meet trouble each time, so these are sums of budgets.
 */
export const LIMITS = {
  beforeStartMs: 6 * MINUTE_MS,
  /** Refusals that are certain, and the looks after a 503. */
  startMs: 8 * MINUTE_MS,
  lookMs: 2 * MINUTE_MS,
  /** Past the timeout: the last poll, the stop, and results being stored. */
  afterTimeoutMs: 15 * MINUTE_MS,
  collectMs: 35 * MINUTE_MS,
  publishMs: 12 * MINUTE_MS,
  /** Main after a cancel, and while a start request is on its way. */
  afterCancelMs: 2 * SECOND_MS,
  afterCancelInFlightMs: 7 * SECOND_MS,
  /** A minute, and one request. */
  postMs: 1.5 * MINUTE_MS,
}

export function longestMainMs({ timeoutMs, confirm, mode }: Schedule): number {
  const { beforeStartMs, startMs, lookMs, afterTimeoutMs, collectMs, publishMs } = LIMITS
  const runs = mode === 'run' ? 1 + confirm : 1
  const eachMs = startMs + lookMs + afterTimeoutMs + collectMs
  return beforeStartMs + timeoutMs + runs * eachMs + publishMs
}
