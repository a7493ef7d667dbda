import { GateError } from '../../errors.ts'
import {
  excerptOf,
  exchange,
  HttpError,
  jsonOf,
  nameOf,
  retryAfterMs,
  type HttpPorts,
} from '../../platform/http.ts'
import { retrySafe } from '../../platform/retry.ts'
import { contractFault } from '../contract-fault.ts'
import type { HttpRequest } from '../../ports.ts'
import type { ErrthquakeInputs } from './inputs.ts'

export interface ErrthquakeApi {
  urlOf(path: string): string
  /** The Authorization header for a URL, or none where it leads to another origin. */
  authorization(url: string): Record<string, string>
  /** Sends once; throws `HttpError` as it comes. An empty answer is parsed as undefined. */
  once<T>(call: Call, parse: (json: unknown) => T): Promise<T>
  /** Repeats a safe call for up to a minute. */
  patiently<T>(call: Call, parse: (json: unknown) => T): Promise<T>
}

export interface Call {
  method: HttpRequest['method']
  path: string
  body?: unknown
}

const BUDGET_MS = 60_000

export function createErrthquakeApi(options: { ports: HttpPorts; inputs: ErrthquakeInputs }): ErrthquakeApi {
  const { ports, inputs } = options
  const origin = new URL(inputs.url).origin
  const urlOf = (path: string): string => `${inputs.url}${path}`
  // The whole value as it is: the service wants no scheme word before it.
  const authorization = (url: string): Record<string, string> =>
    new URL(url).origin === origin ? { authorization: inputs.token } : {}

  const once = async <T>(call: Call, parse: (json: unknown) => T): Promise<T> => {
    const request: HttpRequest = {
      method: call.method,
      url: urlOf(call.path),
      headers: {
        accept: 'application/json',
        ...authorization(urlOf(call.path)),
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    }
    const answer = await exchange(ports, request)
    if (answer.status < 200 || answer.status > 299) {
      throw new HttpError(
        `${nameOf(request)} failed with status ${answer.status}: ${excerptOf(answer.text)}`,
        {
          kind: 'status',
          status: answer.status,
          retryAfterMs: retryAfterMs(answer.headers, ports.clock.now()),
        },
      )
    }
    const json = call.method === 'PUT' && answer.text.trim() === '' ? undefined : jsonOf(request, answer)
    try {
      return parse(json)
    } catch (cause) {
      throw new HttpError(
        `${nameOf(request)}: the answer is not what Errthquake's API is known to give (${contractFault(cause)}). It begins: ${excerptOf(answer.text)}`,
        { kind: 'mismatch', status: answer.status, cause },
      )
    }
  }
  return {
    urlOf,
    authorization,
    once,
    patiently: (call, parse) => retrySafe(ports, { budgetMs: BUDGET_MS }, () => once(call, parse)),
  }
}

/** What a refused call most likely means. */
export function explainRefusal(error: unknown, what: string): unknown {
  if (!(error instanceof HttpError)) return error
  const status = error.kind === 'status' ? (error.status ?? 0) : 0
  const advice: Record<number, string> = {
    401: 'Check errthquake-token: it must be the whole Authorization value that was shown when the service account was made (two words); the account may have been deleted.',
    403: 'The service account lacks the permission for this, or belongs to another workspace.',
    404: 'Check errthquake-url and errthquake-workspace.',
  }
  const hint =
    advice[status] ??
    (error.kind === 'mismatch' || error.kind === 'unreadable'
      ? 'Check errthquake-url.'
      : 'Check errthquake-url and whether the service can be reached from this runner.')
  return new GateError(
    status === 401 ? 'credentials' : 'preflight',
    `${what} failed. ${error.message} ${hint}`,
    { cause: error },
  )
}
