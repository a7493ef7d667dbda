import * as z from 'zod/mini'
import { oneLine } from '../../foundation/one-line.ts'
import type { HttpRequest } from '../../foundation/ports.ts'
import { jsonOf, retryAfterMs } from '../http/answer.ts'
import { HttpError, nameOf, type HttpAnswer } from '../http/http.ts'

export const PER_PAGE = 100
/** The time that GitHub recommends if it limits requests without a time. */
const UNSAID_PAUSE_MS = 60_000

const REFUSAL = z.looseObject({ message: z.string() })

/** A successful response, with its request. */
export interface Answered {
  request: HttpRequest
  headers: Record<string, string>
  answer: HttpAnswer
}

/** Throws `HttpError` if GitHub refuses. */
export function answered(request: HttpRequest, answer: HttpAnswer, nowMs: number): Answered {
  const { status, headers } = answer
  if (status >= 200 && status < 300) return { request, headers, answer }
  const words = wordsOf(answer)
  const message = `${nameOf(request)}: HTTP ${status}${words === '' ? '' : `, ${words}`}`
  const isLimit = status === 429 || (status === 403 && limits(headers, words))
  throw new HttpError(message, {
    kind: 'status',
    // A rate limit has the status 403 or 429; the retry policy treats both the same.
    status: isLimit ? 429 : status,
    retryAfterMs: isLimit ? pauseOf(headers, nowMs) : retryAfterMs(headers, nowMs),
  })
}

/** GitHub's own message, if there is one. */
function wordsOf({ text, scrub }: HttpAnswer): string {
  try {
    const refusal = REFUSAL.safeParse(JSON.parse(text))
    if (!refusal.success) return ''
    const { message } = refusal.data
    return oneLine(scrub?.(message) ?? message, 200)
  } catch {
    return ''
  }
}

function limits(headers: Record<string, string>, words: string): boolean {
  return (
    headers['retry-after'] !== undefined ||
    headers['x-ratelimit-remaining'] === '0' ||
    /rate limit|abuse|submitted too quickly/i.test(words)
  )
}

function pauseOf(headers: Record<string, string>, nowMs: number): number {
  const said = retryAfterMs(headers, nowMs)
  if (said !== undefined) return said
  const resetMs = Number(headers['x-ratelimit-reset']) * 1000
  const spent = headers['x-ratelimit-remaining'] === '0' && Number.isFinite(resetMs)
  return spent ? Math.max(resetMs - nowMs, 0) : UNSAID_PAUSE_MS
}

export function parsed<T>(schema: z.ZodMiniType<T>, { request, answer }: Answered): T {
  const result = schema.safeParse(jsonOf(request, answer))
  if (result.success) return result.data
  throw new HttpError(`${nameOf(request)}: the response is not as documented by GitHub.`, {
    kind: 'mismatch',
  })
}

/**
 * A response with a single page has no `Link`; if something in between removes headers, a full page means
 * that there may be more.
 */
export function hasNext(headers: Record<string, string>, count: number): boolean {
  const { link } = headers
  return link === undefined ? count >= PER_PAGE : /rel="?next"?/.test(link)
}
