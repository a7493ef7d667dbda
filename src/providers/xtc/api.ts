import { HttpError, type HttpPorts } from '../../platform/http/http.ts'
import { retrySafe } from '../../platform/http/retry.ts'
import { CALL_BUDGET_MS, callOnce, explained, type Parse } from '../authorized-call.ts'
import type { Clock } from '../../foundation/ports.ts'
import type { Sending } from '../provider.ts'
import { projectPath, type Call, type XtcContract } from './contracts/contract.ts'
import type { XtcInputs } from './inputs.ts'
import { ListPlace } from './load-tests/list-place.ts'
import type { TokenSource } from './token.ts'

/** Authorized calls below one project. */
export interface XtcApi {
  contract: XtcContract
  tokens: TokenSource
  clock: Clock
  listPlace: ListPlace
  /**
   * Makes sure that there is a token; throws `HttpError` with the kind `not-sent` if there is none at the
   * moment.
   */
  ready: () => Promise<unknown>
  /**
   * Sends once (twice if the token had to be renewed), each time within `sending`; throws every `HttpError`
   * unchanged.
   */
  once: <T>(call: Call, parse: Parse<T>, sending?: Sending) => Promise<T>
  /** Repeats a safe call for up to a minute, or for the given time. */
  patiently: <T>(call: Call, parse: Parse<T>, budgetMs?: number) => Promise<T>
  /** As configured. */
  serviceUrl: string
  /** The URL of a path below the project; a full URL is unchanged. */
  urlOf: (path: string) => string
  /** The Authorization header for a URL, or none if the URL has another origin. */
  authorization: (url: string) => Promise<Record<string, string>>
}

export function createXtcApi(options: {
  ports: HttpPorts
  inputs: XtcInputs
  contract: XtcContract
  tokens: TokenSource
}): XtcApi {
  const { ports, inputs, contract, tokens } = options
  const base = `${inputs.url}${projectPath(contract.version, inputs.organization, inputs.project)}`
  const origin = new URL(inputs.url).origin
  // Links from the service are full URLs, or begin at its root.
  const urlOf = (path: string): string =>
    path.startsWith('/') && !path.startsWith('/public/') ? `${base}${path}` : new URL(path, base).href

  const once = async <T>(call: Call, parse: Parse<T>, sending: Sending = (work) => work()): Promise<T> => {
    const token = await tokenToSend()
    try {
      return await sending(() => send(call, parse, token))
    } catch (error) {
      if (!(error instanceof HttpError) || error.status !== 401) throw error
      tokens.renew(token)
      const fresh = await tokenToSend()
      return await sending(() => send(call, parse, fresh))
    }
  }
  // Whatever the reason for the missing token, the call itself was not sent, so a start may be tried again.
  const tokenToSend = async (): Promise<string> => {
    try {
      return await tokens.get()
    } catch (error) {
      if (!(error instanceof HttpError)) throw error
      const { retryAfterMs, permanent } = error
      throw new HttpError(error.message, { kind: 'not-sent', retryAfterMs, permanent, cause: error })
    }
  }
  const send = async <T>(call: Call, parse: Parse<T>, token: string): Promise<T> => {
    const url = urlOf(call.path)
    if (new URL(url).origin !== origin) {
      // The token must not be sent to another service.
      throw new HttpError(`${call.method} ${url.split('?')[0]} leads away from ${origin}.`, {
        kind: 'mismatch',
      })
    }
    const { method, body, content, limitMs } = call
    const api = `XTC's API ${contract.version}`
    const authorization = bearer(token)
    return await callOnce(ports, { api, method, url, body, content, limitMs, authorization, parse })
  }
  return {
    contract,
    tokens,
    clock: ports.clock,
    listPlace: new ListPlace(contract.listPlaces),
    ready: tokenToSend,
    once,
    patiently: (call, parse, budgetMs = CALL_BUDGET_MS) =>
      retrySafe(ports, { budgetMs }, () => once(call, parse)),
    serviceUrl: inputs.url,
    urlOf,
    authorization: async (url) => (new URL(url).origin === origin ? bearer(await tokens.get()) : {}),
  }
}

function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` }
}

/** What a refusal of a call below the project most likely means. */
export function explainRefusal(error: unknown, inputs: XtcInputs, what: string, call: Call): unknown {
  const where = `organization '${inputs.organization}', project '${inputs.project}'`
  return explained(error, what, {
    byStatus: {
      401: `The service rejects the access token for ${where}: the credentials may be for another organization, project or API version.`,
      403:
        `The credentials may not do this in ${where}: they lack scope ${call.scope}, are for another project, ` +
        'or the project has disabled the credentials of the organization.',
      404: `Nothing was found: check xtc-organization and xtc-project (short names; now ${where}), the number, and xtc-api-version (v1 may be retired).`,
      410: `API ${inputs.apiVersion} seems to be retired: set xtc-api-version.`,
    },
    strange: 'Check xtc-url and xtc-api-version.',
    urlInput: 'xtc-url',
    reasonOf401: 'preflight',
  })
}
