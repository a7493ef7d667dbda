import type { HttpPorts } from '../../platform/http/http.ts'
import { retrySafe } from '../../platform/http/retry.ts'
import { CALL_BUDGET_MS, callOnce, explained, type Parse } from '../authorized-call.ts'
import type { Call } from './calls.ts'
import type { ErrthquakeInputs } from './inputs.ts'

export interface ErrthquakeApi {
  /** As configured. */
  serviceUrl: string
  urlOf(path: string): string
  /** The Authorization header for a URL, or none if the URL has another origin. */
  authorization(url: string): Record<string, string>
  /** Sends once; throws every `HttpError` unchanged. An empty response is parsed as undefined. */
  once<T>(call: Call, parse: Parse<T>): Promise<T>
  /** Repeats a safe call for up to a minute. */
  patiently<T>(call: Call, parse: Parse<T>): Promise<T>
}

export function createErrthquakeApi(options: { ports: HttpPorts; inputs: ErrthquakeInputs }): ErrthquakeApi {
  const { ports, inputs } = options
  const origin = new URL(inputs.url).origin
  const urlOf = (path: string): string => `${inputs.url}${path}`
  // The complete value, unchanged: the service wants no scheme in front of it.
  const authorization = (url: string): Record<string, string> =>
    new URL(url).origin === origin ? { authorization: inputs.token } : {}

  const once = async <T>({ method, path, body, content }: Call, parse: Parse<T>): Promise<T> => {
    const url = urlOf(path)
    const api = "Errthquake's API"
    return await callOnce(ports, {
      api,
      method,
      url,
      body,
      content,
      authorization: authorization(url),
      parse,
    })
  }
  return {
    serviceUrl: inputs.url,
    urlOf,
    authorization,
    once,
    patiently: (call, parse) => retrySafe(ports, { budgetMs: CALL_BUDGET_MS }, () => once(call, parse)),
  }
}

/** What a refused call most likely means. */
export function explainRefusal(error: unknown, what: string): unknown {
  return explained(error, what, {
    byStatus: {
      401: 'Check errthquake-token: it must be the complete two-part Authorization value that was shown when the service account was created; the account may have been deleted.',
      403: 'The service account lacks the permission for this, or belongs to another workspace.',
      404: 'Check errthquake-url and errthquake-workspace.',
    },
    strange: 'Check errthquake-url.',
    urlInput: 'errthquake-url',
    reasonOf401: 'credentials',
  })
}
