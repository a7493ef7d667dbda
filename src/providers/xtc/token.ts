import { causeLast, GateError } from '../../foundation/errors.ts'
import { refusalOf } from '../../platform/http/answer.ts'
import { exchange, HttpError, type HttpAnswer, type HttpPorts } from '../../platform/http/http.ts'
import { retrySafe } from '../../platform/http/retry.ts'
import type { HttpRequest } from '../../foundation/ports.ts'
import type { Scope } from './contracts/contract.ts'

export interface TokenSource {
  /** A token that is valid for at least another minute. */
  get(): Promise<string>
  /** Discards a token that the service rejected, so that the next `get` requests a new one. */
  renew(refused: string): void
  /** Whether the credentials have this scope; requests a token if there was none yet. */
  has(scope: Scope): Promise<boolean>
}

export interface TokenOptions {
  ports: HttpPorts
  url: string
  clientId: string
  clientSecret: string
  required: Scope[]
  /** Requested if the credentials have them, and omitted if not. */
  optional: Scope[]
  /** Called with every new token before it is used. */
  onToken: (token: string) => void
}

export const TOKEN_PATH = '/oauth/token'
const BUDGET_MS = 60_000

interface Token {
  value: string
  /** By the clock that cannot be changed. */
  renewAtMs: number
}

export function createTokenSource(options: TokenOptions): TokenSource {
  let scopes = [...options.required, ...options.optional]
  let current: Promise<Token> | undefined
  let refused = ''
  let everObtained = false
  const obtain = async (): Promise<Token> => {
    try {
      return await requestToken(options, scopes)
    } catch (error) {
      // There was a token before, so the credentials are right: whatever this is may be temporary, and the
      // caller waits for it.
      if (everObtained && !isRefusal(error)) throw error
      if (!refusesScopes(error)) throw explain(error, scopes)
      const { token, granted } = await withoutRefusedScopes(options, error)
      scopes = granted
      return token
    }
  }
  const token = async (): Promise<Token> => {
    const known = await current?.catch(() => undefined)
    const good =
      known !== undefined && known.value !== refused && options.ports.clock.monotonicMs() < known.renewAtMs
    if (good) return known
    const asked = obtain()
    current = asked
    asked.catch(() => {
      if (current === asked) current = undefined
    })
    const fresh = await asked
    everObtained = true
    return fresh
  }
  return {
    get: async () => (await token()).value,
    renew: (token) => {
      refused = token
    },
    has: async (scope) => {
      await token()
      return scopes.includes(scope)
    },
  }
}

/** Scopes are separated by single spaces only. */
export function tokenForm(
  { clientId, clientSecret }: Pick<TokenOptions, 'clientId' | 'clientSecret'>,
  scopes: readonly string[],
): Record<string, string> {
  return {
    client_id: clientId,
    client_secret: clientSecret,
    grant_type: 'client_credentials',
    scope: scopes.join(' '),
  }
}

async function requestToken(options: TokenOptions, scopes: Scope[]): Promise<Token> {
  const form = new URLSearchParams(tokenForm(options, scopes))
  const request: HttpRequest = {
    method: 'POST',
    url: `${options.url}${TOKEN_PATH}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    // `URLSearchParams` writes `+` for a blank, as forms do; the service documents single spaces.
    body: form.toString().replaceAll('+', '%20'),
  }
  return await retrySafe(options.ports, { budgetMs: BUDGET_MS }, async () => {
    const answer = await exchange(options.ports, request)
    return await readToken(options, request, answer)
  })
}

async function readToken(options: TokenOptions, request: HttpRequest, answer: HttpAnswer): Promise<Token> {
  const { clock } = options.ports
  if (answer.status < 200 || answer.status > 299) throw refusalOf(request, answer, clock.now())
  // Loaded only here, so that the request was sent before.
  const { readTokenAnswer } = await import('./token-answer.ts')
  const { value, lifetimeMs } = readTokenAnswer(request, answer)
  options.onToken(value)
  // Renewed before it expires: five minutes early, or after half of a short lifetime.
  const renewAtMs = clock.monotonicMs() + Math.max(lifetimeMs - 300_000, lifetimeMs / 2)
  return { value, renewAtMs }
}

function isRefusal(error: unknown): boolean {
  return error instanceof HttpError && error.kind === 'status' && [400, 401, 403].includes(error.status ?? 0)
}

function refusesScopes(error: unknown): boolean {
  return (
    error instanceof HttpError && error.kind === 'status' && (error.status === 400 || error.status === 403)
  )
}

/**
 * The service does not say which scope it refuses. Therefore: once without the optional scopes, then scope by
 * scope.
 */
async function withoutRefusedScopes(
  options: TokenOptions,
  first: unknown,
): Promise<{ token: Token; granted: Scope[] }> {
  if (options.optional.length > 0) {
    try {
      return { token: await requestToken(options, options.required), granted: options.required }
    } catch (error) {
      if (!refusesScopes(error)) throw explain(error, options.required)
    }
  }
  const refused: Scope[] = []
  for (const scope of options.required) {
    try {
      await requestToken(options, [scope])
    } catch (error) {
      if (!refusesScopes(error)) throw explain(error, [scope])
      refused.push(scope)
    }
  }
  if (refused.length === 0 || refused.length === options.required.length)
    throw explain(first, options.required)
  throw new GateError(
    'credentials',
    `The XTC credentials lack ${refused.length > 1 ? 'scopes' : 'scope'} ${refused.join(', ')}. ` +
      `Add ${refused.length > 1 ? 'them' : 'it'} to the API client credentials in XTC (Configuration > Integrations > API Client Credentials).`,
    { cause: first },
  )
}

function explain(error: unknown, scopes: Scope[]): unknown {
  if (!(error instanceof HttpError)) return error
  const hint: Record<number, string> = {
    401: 'XTC rejects the credentials: check xtc-client-id and xtc-client-secret; the credentials may have expired or been deleted.',
    400: `Check xtc-client-id and that the credentials have the scopes ${scopes.join(', ')}.`,
    403: `Check that the credentials are for this organization or project, and have the scopes ${scopes.join(', ')}.`,
    404: 'Check xtc-url: there is no XTC at this address.',
  }
  const status = error.kind === 'status' ? (error.status ?? 0) : 0
  const advice = hint[status] ?? 'Check xtc-url and whether the service can be reached from this runner.'
  // Without a response, nothing is known about the credentials.
  const reason = ['not-sent', 'lost', 'stalled'].includes(error.kind) ? 'preflight' : 'credentials'
  return new GateError(reason, causeLast(`No access token could be obtained. ${advice}`, error), {
    cause: error,
  })
}
