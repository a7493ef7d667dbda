import { jsonWebToken } from './json-web-token.ts'
import { HEX, type Random } from './random.ts'
import { json, type SimRequest, type SimResponse } from './service.ts'

export const XTC_RUN_SCOPES = [
  'LOADTEST_LIST',
  'LOADTEST_STATUS',
  'LOADTEST_DETAILS',
  'LOADTEST_COPY_RUN',
  'LOADTEST_REPORT_DOWNLOAD',
  'LOADTEST_RESULT_DOWNLOAD',
  'CODEARCHIVE_UPLOAD',
  'CODEARCHIVE_DELETE',
] as const

export interface XtcCredentials {
  clientId: string
  clientSecret: string
  scopes: readonly string[]
  /** Credentials are made for one version of the API. A list with both saves tests a second pair. */
  apiVersions: readonly ('v1' | 'v2')[]
  /** The credentials have expired. */
  expired: boolean
  /** Credentials of the organization that are disabled for this project. */
  switchedOffForProject: boolean
}

export interface IssuedToken {
  credentials: XtcCredentials
  scopes: readonly string[]
  expiresAtMs: number
}

export interface XtcTokensOptions {
  now: () => number
  random: Random
  credentials: () => readonly XtcCredentials[]
  lifetimeSeconds: () => number
  /**
   * The status for a scope that the credentials lack: the contract says that it is an error, but not which.
   */
  refusedScopeStatus: () => number
}

/** The token endpoint, and the permissions of each token that it issued. */
export class XtcTokens {
  #options: XtcTokensOptions
  #issued = new Map<string, IssuedToken>()

  constructor(options: XtcTokensOptions) {
    this.#options = options
  }

  /** Every token issued so far, for tests that look for leaks. */
  get all(): string[] {
    return [...this.#issued.keys()]
  }

  /** Invalidates every token issued so far, like a server that lost its sessions. */
  revokeAll(): void {
    for (const token of this.#issued.values()) token.expiresAtMs = 0
  }

  answer(request: SimRequest): SimResponse {
    if (request.method !== 'POST') return oauthError(405, 'invalid_request', 'POST only')
    const type = request.headers['content-type'] ?? ''
    if (!type.startsWith('application/x-www-form-urlencoded')) {
      return oauthError(400, 'invalid_request', 'the body must be form-encoded')
    }
    const form = new URLSearchParams(request.body.toString('utf8'))
    if (form.get('grant_type') !== 'client_credentials') {
      return oauthError(400, 'unsupported_grant_type', 'grant_type must be client_credentials')
    }
    const credentials = this.#options.credentials().find((known) => known.clientId === form.get('client_id'))
    if (
      credentials === undefined ||
      credentials.clientSecret !== form.get('client_secret') ||
      credentials.expired
    ) {
      return oauthError(401, 'invalid_client', 'client authentication failed')
    }
    return this.#grant(credentials, form.get('scope') ?? '')
  }

  #grant(credentials: XtcCredentials, scope: string): SimResponse {
    // Only single spaces are allowed; commas are rejected since v111.
    if (!/^[A-Z_]+( [A-Z_]+)*$/.test(scope)) {
      return oauthError(400, 'invalid_scope', 'scopes must be separated by single spaces')
    }
    const scopes = scope.split(' ')
    if (scopes.some((asked) => !credentials.scopes.includes(asked))) {
      return oauthError(
        this.#options.refusedScopeStatus(),
        'invalid_scope',
        'a requested scope is not granted',
      )
    }
    const lifetimeSeconds = this.#options.lifetimeSeconds()
    const token = this.#issue(credentials, scopes, lifetimeSeconds)
    return json(200, {
      access_token: token,
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      token_type: 'Bearer',
      expires_in: lifetimeSeconds,
      scope,
    })
  }

  #issue(credentials: XtcCredentials, scopes: string[], lifetimeSeconds: number): string {
    const issuedAtSeconds = Math.floor(this.#options.now() / 1000)
    const token = jsonWebToken(
      {
        sub: credentials.clientId,
        scope: scopes.join(' '),
        iat: issuedAtSeconds,
        exp: issuedAtSeconds + lifetimeSeconds,
        jti: this.#options.random.text(HEX, 16),
      },
      'simulated-xtc',
    )
    const expiresAtMs = this.#options.now() + lifetimeSeconds * 1000
    this.#issued.set(token, { credentials, scopes, expiresAtMs })
    return token
  }

  /** The token of a request; undefined if it is missing, unknown or expired. */
  valid(request: SimRequest): IssuedToken | undefined {
    const text = /^Bearer ([\w.-]+)$/.exec(request.headers['authorization'] ?? '')?.[1]
    const token = text === undefined ? undefined : this.#issued.get(text)
    return token !== undefined && this.#options.now() < token.expiresAtMs ? token : undefined
  }
}

function oauthError(status: number, error: string, description: string): SimResponse {
  return json(status, { error, error_description: description })
}
