import { jsonFault } from './json-fault.ts'
import type { HttpRequest } from '../../foundation/ports.ts'
import { HttpError, nameOf, type HttpAnswer } from './http.ts'

const RETRY_AFTER_CAP_MS = 120_000

/** The request of a response; `serviceUrl` is set if a service provided the address. */
export type Asked = Pick<HttpRequest, 'method' | 'url' | 'serviceUrl'>

/**
 * The error for a response that refuses, with the service's own message. The retry policy may treat it as
 * another status.
 */
export function refusalOf(
  request: Asked,
  answer: HttpAnswer,
  nowMs: number,
  countsAs = answer.status,
): HttpError {
  const said = mayQuote(request) ? `: ${excerptOf(answer.text, answer.scrub)}` : ''
  return new HttpError(`${nameOf(request)} failed with status ${answer.status}${said}`, {
    kind: 'status',
    status: countsAs,
    retryAfterMs: retryAfterMs(answer.headers, nowMs),
  })
}

/** The response's JSON; an HTML page or an incomplete document is an `HttpError` that says so. */
export function jsonOf(request: HttpRequest, answer: HttpAnswer): unknown {
  const text = answer.text.trim()
  if (text.startsWith('<')) {
    throw new HttpError(
      `${nameOf(request)}: the response (status ${answer.status}) is a web page, not JSON. ` +
        `Check the URL; a proxy or a sign-in page may be in between. It begins with: ${excerptOf(answer.text, answer.scrub)}`,
      { kind: 'mismatch', status: answer.status },
    )
  }
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new HttpError(
      `${nameOf(request)}: the response (status ${answer.status}, ${text.length} characters) is not complete JSON: ${excerptOf(answer.text, answer.scrub)}`,
      { kind: 'unreadable', status: answer.status, cause: jsonFault(cause) },
    )
  }
}

/**
 * A response of another host that the service led to is not shown: it may be something that the service
 * itself cannot see.
 */
export function mayQuote({ url, serviceUrl }: Asked): boolean {
  return serviceUrl === undefined || new URL(url).origin === new URL(serviceUrl).origin
}

const EXCERPT_CHARACTERS = 300
/** Enough to find the whole of a secret that begins in the excerpt, however it is encoded. */
const LOOKED_AT_CHARACTERS = 100_000

/** The first few hundred characters on one line, without secrets: they are removed before anything is cut. */
export function excerptOf(text: string, scrub?: (text: string) => string): string {
  const start = text.slice(0, LOOKED_AT_CHARACTERS)
  const line = (scrub?.(start) ?? start).replace(/\s+/g, ' ').trim()
  if (line === '') return '(empty)'
  return line.length > EXCERPT_CHARACTERS ? `${line.slice(0, EXCERPT_CHARACTERS)}…` : line
}

/** The time of the response by the server's clock, in whole seconds. */
export function dateOf(headers: Record<string, string>): number | undefined {
  const ms = Date.parse(headers['date'] ?? '')
  return Number.isFinite(ms) ? ms : undefined
}

/**
 * `Retry-After` in seconds, or as a date by the service's own clock, limited to two minutes. `nowMs` is ours.
 */
export function retryAfterMs(headers: Record<string, string>, nowMs: number): number | undefined {
  const value = headers['retry-after']?.trim()
  if (value === undefined || value === '') return undefined
  const ms = /^\d+(\.\d+)?$/.test(value)
    ? Number(value) * 1000
    : Date.parse(value) - (dateOf(headers) ?? nowMs)
  if (!Number.isFinite(ms)) return undefined
  return Math.min(Math.max(ms, 0), RETRY_AFTER_CAP_MS)
}
