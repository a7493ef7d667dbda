import { createHash } from 'node:crypto'
import type { KeptOrigin } from './kept-run.ts'

const KIND = 'load-test-gate-baseline'
const VERSION = 2
/** Enough for the seconds of a time until 2106. */
const TIME_DIGITS = 32
/** Clocks of runners differ. */
const CLOCK_SKEW_MS = 3_600_000

/** With the ref in it, since a job may also read the entries of the default branch. */
export function baselinePrefix({ step, ref }: Pick<KeptOrigin, 'step' | 'ref'>): string {
  return `${KIND}-${VERSION}-${step}-${digest(ref)}-`
}

/** How entries began that an earlier version of this action kept. */
export function formerPrefix({ step, ref }: Pick<KeptOrigin, 'step' | 'ref'>): string {
  return `${KIND}-1-${step}-${digest(ref.replace(/^refs\/(?:heads|tags)\//, ''))}-`
}

/** The key of an entry follows from its newest run: an entry under another key was copied by somebody. */
export function baselineKeyOf(origin: KeptOrigin, signature: string): string {
  const time = timeDigits(origin.keptAtMs)
  return `${baselinePrefix(origin)}${time}-${origin.workflowRunId}-${origin.attempt}.${signature}`
}

/**
 * What keys begin with that are newer than this one, up to now: none of them in the cache means that it is the newest.
 * A job of a pull request can copy an old entry of main into its own scope, where the service finds it first; it cannot
 * take away the newer one.
 */
export function newerPrefixes(key: string, prefix: string, nowMs: number): string[] {
  const time = timeIn(key, prefix)
  if (time === undefined) return []
  const until = timeDigits(nowMs + CLOCK_SKEW_MS)
  // The binary numbers above another one: each begins as that one does, and has the first different digit 1 instead of 0.
  return Array.from(time)
    .flatMap((digit, at) => (digit === '0' ? [`${time.slice(0, at)}1`] : []))
    .filter((start) => start.padEnd(TIME_DIGITS, '0') <= until)
    .map((start) => `${prefix}${start}`)
}

/** Whether a key is of a later time. One without a time, which no version of this action made, must be looked at first. */
export function isNewerKey(key: string, than: string, prefix: string): boolean {
  const [time, other] = [key, than].map((one) => timeIn(one, prefix) ?? 'none')
  return time! > other!
}

function timeIn(key: string, prefix: string): string | undefined {
  return key.startsWith(prefix) ? /^([01]{32})-/.exec(key.slice(prefix.length))?.[1] : undefined
}

/** Seconds since 1970 as a binary number: in that form few prefixes stand for all later times. */
function timeDigits(ms: number): string {
  return Math.floor(ms / 1000)
    .toString(2)
    .padStart(TIME_DIGITS, '0')
}

function digest(ref: string): string {
  return createHash('sha256').update(ref).digest('hex').slice(0, 16)
}
