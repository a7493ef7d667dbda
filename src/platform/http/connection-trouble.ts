import { ActionError } from '../../foundation/errors.ts'
import { certificateTrouble } from './certificate-trouble.ts'
import type { Proxy } from './proxy.ts'

/** No answer came. `connected` is false only when it is certain that the request never reached the service. */
export class TransportError extends ActionError {
  readonly code = 'transport'
  readonly connected: boolean
  /** True when waiting cannot mend it. */
  readonly permanent: boolean

  constructor(message: string, connected: boolean, options: { cause?: unknown; permanent?: boolean } = {}) {
    super(message, options)
    this.connected = connected
    this.permanent = options.permanent ?? false
  }
}

/** The proxy gave no tunnel, so the request never left. `permanent`: waiting cannot mend it. */
export class TunnelError extends ActionError {
  readonly code = 'tunnel'
  readonly permanent: boolean

  constructor(message: string, options: { cause?: unknown; permanent?: boolean } = {}) {
    super(message, options)
    this.permanent = options.permanent ?? false
  }
}

/** The address lies where the service that named it may not lead: nothing was sent. */
export class OutOfReachError extends ActionError {
  readonly code = 'out-of-reach'
}

/** What these codes mean for a person. All of them can come before the first byte of the request is sent. */
const NEVER_CONNECTED: Record<string, string> = {
  ENOTFOUND: 'the host name is unknown',
  EAI_AGAIN: 'the host name could not be resolved just now',
  ECONNREFUSED: 'the connection was refused',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  EADDRNOTAVAIL: 'no local address was free',
}

const ON_A_CONNECTION: ReadonlySet<string> = new Set(['read', 'write'])
/** TLS errors that only a handshake has; a broken record or an alert can also end a connection that stood. */
const HANDSHAKE =
  /wrong.version.number|unsupported.protocol|no.protocols.available|handshake.failure|alert.protocol.version|no.cipher/i

/** What Node says, without a code of its own, of a connection that ended before the request was sent. */
const NEVER_SECURED = /before secure TLS connection was established/

/**
 * Puts what broke a request into words, and says whether the request can have reached the service: always, once the
 * connection was secured, since the same errors can come before and after.
 */
export function explainTrouble(error: unknown, proxy: Proxy | undefined, secured: boolean): TransportError {
  const cause = firstOf(error)
  if (cause instanceof TunnelError) {
    return new TransportError(cause.message, false, { cause, permanent: cause.permanent })
  }
  if (cause instanceof OutOfReachError) return new TransportError(cause.message, false, { permanent: true })
  const { message, connected, permanent } = troubleOf(cause)
  const through = proxy === undefined ? '' : ` through the proxy ${proxy.name}`
  return new TransportError(`${message}${through}`, connected || secured, {
    cause,
    permanent: permanent && !secured,
  })
}

function troubleOf(cause: NodeJS.ErrnoException): {
  message: string
  connected: boolean
  permanent: boolean
} {
  const code = cause.code ?? ''
  const certificate = certificateTrouble(cause, process.env)
  if (certificate !== undefined) return { message: certificate, connected: false, permanent: true }
  const tls = code === 'EPROTO' || code.startsWith('ERR_SSL')
  const known = tls ? 'TLS failed' : NEVER_CONNECTED[code]
  if (known !== undefined) {
    // The same codes can come over a connection that stood, when the request may long be on its way.
    const stood = tls ? !HANDSHAKE.test(`${code} ${cause.message}`) : ON_A_CONNECTION.has(cause.syscall ?? '')
    return { message: `${known} (${code})`, connected: stood, permanent: false }
  }
  if (NEVER_SECURED.test(cause.message)) {
    const message = 'the connection was closed during the TLS handshake'
    return { message, connected: false, permanent: false }
  }
  if (code === 'ETIMEDOUT' && cause.syscall === 'connect') {
    return { message: 'the connection timed out (ETIMEDOUT)', connected: false, permanent: false }
  }
  return {
    message: `the connection was lost (${code || cause.message})`,
    connected: true,
    permanent: false,
  }
}

/** What kept the proxy from being reached: the request never left. */
export function explainProxyTrouble(error: unknown, proxy: Proxy): TunnelError {
  const cause = firstOf(error)
  if (cause instanceof TunnelError) return cause
  const { message, permanent } = troubleOf(cause)
  return new TunnelError(
    `the proxy ${proxy.name} could not be used: ${message}. Check https_proxy, or list the host in no_proxy where it can be reached directly`,
    { cause, permanent },
  )
}

/** A host with several addresses fails with all their errors at once. */
function firstOf(error: unknown): NodeJS.ErrnoException {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return error.errors[0]
  return error instanceof Error ? error : new Error(String(error))
}
