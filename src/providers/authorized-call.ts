import { causeLast, GateError } from '../foundation/errors.ts'
import { dateOf, excerptOf, jsonOf, refusalOf } from '../platform/http/answer.ts'
import { exchange, HttpError, nameOf, type HttpPorts } from '../platform/http/http.ts'
import type { HttpRequest } from '../foundation/ports.ts'

/** How long a safe call is repeated. */
export const CALL_BUDGET_MS = 60_000

/**
 * `serviceNowMs` is the time of the response by the service's own clock, in whole seconds, if the response
 * says so.
 */
export type Parse<T> = (json: unknown, serviceNowMs: number | undefined) => T

/** A call to a service's API that requests JSON. */
export interface AuthorizedCall<T> {
  /** The service and its API, for messages: `XTC's API v2`. */
  api: string
  method: HttpRequest['method']
  url: string
  body?: unknown
  /** Sent as it is, instead of `body`. */
  content?: Content | undefined
  /** A response that takes longer is abandoned. */
  limitMs?: number | undefined
  /** Headers that identify the caller. */
  authorization: Record<string, string>
  /**
   * Throws if the response does not match the contract. An empty response to a PUT, a DELETE or an upload is
   * parsed as undefined.
   */
  parse: Parse<T>
}

/** A file that is uploaded. */
export interface Content {
  type: string
  bytes: Buffer
  /** More headers, such as its digest. */
  headers?: Record<string, string>
}

/** Sends the call once; throws the `HttpError` unchanged. */
export async function callOnce<T>(ports: HttpPorts, call: AuthorizedCall<T>): Promise<T> {
  const { method, url, content } = call
  const { type, body } = bodyOf(call)
  const request: HttpRequest = {
    method,
    url,
    headers: {
      accept: 'application/json',
      ...call.authorization,
      ...(type !== undefined && { 'content-type': type }),
      ...content?.headers,
    },
    ...(body !== undefined && { body }),
  }
  const answer = await exchange(ports, request, call.limitMs)
  if (answer.status < 200 || answer.status > 299) throw refusalOf(request, answer, ports.clock.now())
  const mayBeEmpty = method === 'PUT' || method === 'DELETE' || content !== undefined
  const json = mayBeEmpty && answer.text.trim() === '' ? undefined : jsonOf(request, answer)
  try {
    return call.parse(json, dateOf(answer.headers))
  } catch (cause) {
    const { contractFault } = await import('./contract-fault.ts')
    throw new HttpError(
      `${nameOf(request)}: the response is not what ${call.api} is known to return (${contractFault(cause)}). ` +
        `It begins with: ${excerptOf(answer.text, answer.scrub)}`,
      { kind: 'mismatch', status: answer.status, cause },
    )
  }
}

function bodyOf({ body, content }: Pick<AuthorizedCall<unknown>, 'body' | 'content'>): {
  type?: string
  body?: string | Buffer
} {
  if (content !== undefined) return { type: content.type, body: content.bytes }
  return body === undefined ? {} : { type: 'application/json', body: JSON.stringify(body) }
}

/** What a refusal most likely means, as only the provider knows. */
export interface RefusalHints {
  byStatus: Record<number, string>
  /** For responses that have nothing in common with the contract. */
  strange: string
  /** The input with the address of the service. */
  urlInput: string
  reasonOf401: 'credentials' | 'preflight'
}

/** The error for people if a call that the step needs has failed. */
export function explained(error: unknown, what: string, hints: RefusalHints): unknown {
  if (!(error instanceof HttpError)) return error
  const status = error.kind === 'status' ? (error.status ?? 0) : 0
  const isStrange = error.kind === 'mismatch' || error.kind === 'unreadable'
  const unreachable = `Check ${hints.urlInput} and whether the service can be reached from this runner.`
  const hint = hints.byStatus[status] ?? (isStrange ? hints.strange : unreachable)
  const reason = status === 401 ? hints.reasonOf401 : 'preflight'
  return new GateError(reason, causeLast(`${what} failed. ${hint}`, error), { cause: error })
}
