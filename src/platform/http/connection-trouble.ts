import { ActionError } from '../../foundation/errors.ts'
import { certificateTrouble } from './certificate-trouble.ts'
import type { Proxy } from './proxy.ts'

/**
 * There was no response. `connected` is false only if it is certain that the request never reached the
 * service.
 */
export class TransportError extends ActionError {
  readonly code = 'transport'
  readonly connected: boolean
  /** True if waiting cannot fix it. */
  readonly permanent: boolean

  constructor(message: string, connected: boolean, options: { cause?: unknown; permanent?: boolean } = {}) {
    super(message, options)
    this.connected = connected
    this.permanent = options.permanent ?? false
  }
}

/** The proxy opened no tunnel, so the request was not sent. `permanent`: waiting cannot fix it. */
export class TunnelError extends ActionError {
  readonly code = 'tunnel'
  readonly permanent: boolean

  constructor(message: string, options: { cause?: unknown; permanent?: boolean } = {}) {
    super(message, options)
    this.permanent = options.permanent ?? false
  }
}

/** The service that provided the address may not lead there: nothing was sent. */
export class OutOfReachError extends ActionError {
  readonly code = 'out-of-reach'
}

/** What these codes mean for a person. */
const WORDS: Record<string, string> = {
  ENOTFOUND: 'the host name is unknown',
  EAI_AGAIN: 'the host name could not be resolved at the moment',
  ECONNREFUSED: 'the connection was refused',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  EADDRNOTAVAIL: 'no local address was free',
  ETIMEDOUT: 'the connection timed out',
}

/** Node's message, without a code, for a connection that ended during the handshake. */
const IN_HANDSHAKE = /before secure TLS connection was established/

/**
 * Describes what broke a request. Only the connection knows whether the request can have reached the service:
 * it can if the connection was `open`, because the same errors occur before and after.
 */
export function explainTrouble(error: unknown, proxy: Proxy | undefined, open: boolean): TransportError {
  const cause = firstOf(error)
  if (cause instanceof TunnelError) {
    return new TransportError(cause.message, false, { cause, permanent: cause.permanent })
  }
  if (cause instanceof OutOfReachError) return new TransportError(cause.message, false, { permanent: true })
  const { message, permanent } = troubleOf(cause)
  const through = proxy === undefined ? '' : ` through the proxy ${proxy.name}`
  return new TransportError(`${message}${through}`, open, { cause, permanent: permanent && !open })
}

function troubleOf(cause: NodeJS.ErrnoException): { message: string; permanent: boolean } {
  const code = cause.code ?? ''
  const certificate = certificateTrouble(cause, process.env)
  if (certificate !== undefined) return { message: certificate, permanent: true }
  const known = code === 'EPROTO' || code.startsWith('ERR_SSL') ? 'TLS failed' : WORDS[code]
  if (known !== undefined) return { message: `${known} (${code})`, permanent: false }
  const lost = IN_HANDSHAKE.test(cause.message)
    ? 'the connection was closed during the TLS handshake'
    : `the connection was lost (${code || cause.message})`
  return { message: lost, permanent: false }
}

/** Why the proxy could not be reached: the request was not sent. */
export function explainProxyTrouble(error: unknown, proxy: Proxy): TunnelError {
  const cause = firstOf(error)
  if (cause instanceof TunnelError) return cause
  const { message, permanent } = troubleOf(cause)
  return new TunnelError(
    `the proxy ${proxy.name} could not be used: ${message}. Check https_proxy, or list the host in no_proxy if it can be reached directly`,
    { cause, permanent },
  )
}

/** A host with several addresses fails with all their errors at once. */
function firstOf(error: unknown): NodeJS.ErrnoException {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return error.errors[0]
  return error instanceof Error ? error : new Error(String(error))
}
