import type { Random } from '../../foundation/ports.ts'
import { HttpError, type HttpFailureKind, type HttpPorts } from './http.ts'

/**
 * The only retry policy: one row per kind of trouble, with the reaction of a safe request (reading, stopping,
 * asking for a token, where repeating does no harm), of the download of a file (which may not exist yet, and
 * where nothing else depends on its end), and of the start request (where repeating would start a second
 * test).
 *
 * Safe and download: `retry` within the budget, `renew` the token once, `end`. Start: `again` (it certainly
 * had no effect), `look` for the run and never send it again, `wait-look`: wait, look, and send it again only
 * if there is nothing new, `renew` the token once, `refused`.
 */
export const RETRY_POLICY: readonly PolicyRow[] = [
  { trouble: 'not-sent', safe: 'retry', download: 'retry', start: 'again' },
  { trouble: 'lost', safe: 'retry', download: 'retry', start: 'look' },
  { trouble: 'stalled', safe: 'retry', download: 'retry', start: 'look' },
  { trouble: 'unreadable', safe: 'retry', download: 'retry', start: 'look' },
  // The page of a proxy or a sign-in page in place of an archive may be gone a minute later.
  { trouble: 'mismatch', safe: 'end', download: 'retry', start: 'look' },
  { trouble: 401, safe: 'renew', download: 'renew', start: 'renew' },
  // Both services create archives after a test has finished; until then they respond with 404 or 409.
  { trouble: 404, safe: 'end', download: 'retry', start: 'refused' },
  { trouble: 408, safe: 'retry', download: 'retry', start: 'look' },
  { trouble: 409, safe: 'end', download: 'retry', start: 'refused' },
  { trouble: 425, safe: 'retry', download: 'retry', start: 'look' },
  { trouble: 429, safe: 'retry', download: 'retry', start: 'again' },
  { trouble: 501, safe: 'end', download: 'end', start: 'look' },
  { trouble: 503, safe: 'retry', download: 'retry', start: 'wait-look' },
  { trouble: '3xx', safe: 'end', download: 'end', start: 'look' },
  { trouble: '4xx', safe: 'end', download: 'end', start: 'refused' },
  { trouble: '5xx', safe: 'retry', download: 'retry', start: 'look' },
]

export interface PolicyRow {
  trouble: Exclude<HttpFailureKind, 'status'> | number | '3xx' | '4xx' | '5xx'
  safe: 'retry' | 'renew' | 'end'
  download: 'retry' | 'renew' | 'end'
  start: 'again' | 'look' | 'wait-look' | 'renew' | 'refused'
}

export function policyFor(error: HttpError): PolicyRow {
  const row = RETRY_POLICY.find((row) =>
    error.kind === 'status'
      ? row.trouble === error.status || row.trouble === `${Math.floor((error.status ?? 0) / 100)}xx`
      : row.trouble === error.kind,
  )
  // A status below 300 that is not a success (1xx) is as unclear as a response can be; for a download it
  // means that there is no file.
  return row ?? { trouble: '5xx', safe: 'retry', download: 'end', start: 'look' }
}

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 20_000

/** Exponential with full jitter: the pause before the attempt after `failures` failures in a row. */
export function backoffMs(failures: number, random: Random): number {
  const ceilingMs = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(failures, 20), LONGEST_PAUSE_MS)
  return Math.round(ceilingMs * random())
}

export interface RetryOptions {
  /** How long to keep trying, counted from the first attempt. */
  budgetMs: number
  /** Called before each further attempt. */
  onRetry?: (error: HttpError, pauseMs: number) => void
}

/**
 * Repeats a safe attempt until it succeeds, must not be repeated, or the budget ends; then throws its last
 * error.
 */
export async function retrySafe<T>(
  ports: HttpPorts,
  options: RetryOptions,
  attempt: () => Promise<T>,
): Promise<T> {
  return await retryBy((error) => policyFor(error).safe, ports, options, attempt)
}

/** The same for the download of a file. `renew` gets a new authorization; it is called once. */
export async function retryDownload<T>(
  ports: HttpPorts,
  options: RetryOptions & { renew: () => boolean },
  attempt: () => Promise<T>,
): Promise<T> {
  return await retryBy((error) => policyFor(error).download, ports, options, attempt)
}

async function retryBy<T>(
  policyOf: (error: HttpError) => PolicyRow['safe'],
  ports: HttpPorts,
  options: RetryOptions & { renew?: () => boolean },
  attempt: () => Promise<T>,
): Promise<T> {
  const { clock, random } = ports
  const endMs = clock.monotonicMs() + options.budgetMs
  let renewed = false
  for (let failures = 1; ; failures++) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof HttpError) || error.permanent) throw error
      const policy = policyOf(error)
      if (policy === 'renew' && !renewed && options.renew?.() === true) {
        renewed = true
        continue
      }
      if (policy !== 'retry') throw error
      const pauseMs = Math.max(error.retryAfterMs ?? 0, backoffMs(failures, random))
      if (clock.monotonicMs() + pauseMs >= endMs) throw error
      options.onRetry?.(error, pauseMs)
      await clock.sleep(pauseMs, ports.signal())
    }
  }
}
