import { createHash } from 'node:crypto'
import type { KeptOrigin } from './signed-entry.ts'

const KIND = 'load-test-gate-baseline'
const VERSION = 2
/** Enough for times in seconds until 2106. */
const TIME_DIGITS = 32
/** The clocks of runners differ. */
const CLOCK_SKEW_MS = 3_600_000

/** Contains the ref, because a job can also read the entries of the default branch. */
export function baselinePrefix({ step, ref }: Pick<KeptOrigin, 'step' | 'ref'>): string {
  return `${KIND}-${VERSION}-${step}-${digest(ref)}-`
}

/** The prefix that an earlier version of this action used. */
export function formerPrefix({ step, ref }: Pick<KeptOrigin, 'step' | 'ref'>): string {
  return `${KIND}-1-${step}-${digest(ref.replace(/^refs\/(?:heads|tags)\//, ''))}-`
}

/**
 * The key is derived from the first part of the entry, and contains its signature. An entry with another key
 * was copied by somebody.
 */
export function baselineKeyOf(origin: KeptOrigin, signature: string): string {
  const time = timeDigits(origin.keptAtMs)
  return `${baselinePrefix(origin)}${time}-${origin.workflowRunId}-${origin.attempt}.${signature}`
}

/**
 * Prefixes of all keys that are newer than this one, up to now. If the cache has no entry for them, this one
 * is the newest. A job of a pull request can copy an old entry of main into its own scope, where the service
 * finds it first, but it cannot remove the newer one.
 */
export function newerPrefixes(key: string, prefix: string, nowMs: number): string[] {
  const time = timeIn(key, prefix)
  if (time === undefined) return []
  const until = timeDigits(nowMs + CLOCK_SKEW_MS)
  // A larger binary number begins with the same digits, and then has 1 where this one has 0.
  return Array.from(time)
    .flatMap((digit, at) => (digit === '0' ? [`${time.slice(0, at)}1`] : []))
    .filter((start) => start.padEnd(TIME_DIGITS, '0') <= until)
    .map((start) => `${prefix}${start}`)
}

/**
 * Whether a key has a later time. One without a time, which no version of this action wrote, counts as newer,
 * so that it is examined first.
 */
export function isNewerKey(key: string, than: string, prefix: string): boolean {
  const [time, other] = [key, than].map((one) => timeIn(one, prefix) ?? 'none')
  return time! > other!
}

function timeIn(key: string, prefix: string): string | undefined {
  return key.startsWith(prefix) ? /^([01]{32})-/.exec(key.slice(prefix.length))?.[1] : undefined
}

/** Seconds since 1970 as a binary number, because then a few prefixes cover all later times. */
function timeDigits(ms: number): string {
  return Math.floor(ms / 1000)
    .toString(2)
    .padStart(TIME_DIGITS, '0')
}

function digest(ref: string): string {
  return createHash('sha256').update(ref).digest('hex').slice(0, 16)
}
