import type { Schedule } from './schedule.ts'
import { uploadsCode } from './services.ts'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS

/**
 * The longest that each part of a step may take in the worst case, as stated in docs/reliability.md. A part
 * with several requests (a token, then scopes, then a list) may have trouble with each, so these are sums of
 * several limits.
 */
export const LIMITS = {
  beforeStartMs: 6 * MINUTE_MS,
  /** Waiting until others have begun, and definite refusals of an upload. */
  uploadMs: 8 * MINUTE_MS,
  /** Definite refusals, and the checks after a 503. */
  startMs: 8 * MINUTE_MS,
  lookMs: 2 * MINUTE_MS,
  /** After the timeout: the last poll, the stop, and storing the results. */
  afterTimeoutMs: 15 * MINUTE_MS,
  collectMs: 35 * MINUTE_MS,
  publishMs: 12 * MINUTE_MS,
  /** Main after a cancel, and while a start request is being sent. */
  afterCancelMs: 2 * SECOND_MS,
  afterCancelInFlightMs: 7 * SECOND_MS,
  /** A minute, and one request. */
  postMs: 1.5 * MINUTE_MS,
}

export function longestMainMs(schedule: Schedule): number {
  const { timeoutMs, confirm, mode } = schedule
  const { beforeStartMs, uploadMs, startMs, lookMs, afterTimeoutMs, collectMs, publishMs } = LIMITS
  const runs = mode === 'run' ? 1 + confirm : 1
  const codeMs = uploadsCode(schedule) ? uploadMs : 0
  const eachMs = codeMs + startMs + lookMs + afterTimeoutMs + collectMs
  return beforeStartMs + timeoutMs + runs * eachMs + publishMs
}
