import { HttpClient } from '@actions/http-client'
import type { HttpRequest, HttpResponse, Transport } from '../ports.ts'

/** No answer came. `connected` is false only when it is certain that the request never reached the service. */
export class TransportError extends Error {
  readonly connected: boolean
  /** True when waiting cannot mend it. */
  readonly permanent: boolean

  constructor(message: string, connected: boolean, options: { cause?: unknown; permanent?: boolean } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'TransportError'
    this.connected = connected
    this.permanent = options.permanent ?? false
  }
}

/**
 * Sends requests through `@actions/http-client`, which knows the proxy variables. Every request has a connection of
 * its own: a connection kept open over a poll's pause is often closed by the other side just when the next request
 * goes out, and then nobody can say whether that request was carried out.
 */
export function createTransport(userAgent: string): Transport {
  return { send: (request, signal) => sendOnce(userAgent, request, signal) }
}

async function sendOnce(userAgent: string, request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
  signal.throwIfAborted()
  const client = new HttpClient(userAgent, [], {
    allowRedirects: false,
    allowRetries: false,
    keepAlive: false,
  })
  const abort = abortion(signal, () => client.dispose())
  try {
    const answer = await Promise.race([
      client.request(request.method, request.url, request.body ?? '', { ...request.headers }),
      abort.aborted,
    ])
    const message = answer.message
    const onAbort = (): unknown => message.destroy(signal.reason as Error)
    signal.addEventListener('abort', onAbort, { once: true })
    message.once('close', () => signal.removeEventListener('abort', onAbort))
    return { status: message.statusCode ?? 0, headers: flatHeaders(message.headers), body: message }
  } catch (error) {
    if (signal.aborted) throw signal.reason
    throw explain(error)
  } finally {
    abort.release()
  }
}

function abortion(signal: AbortSignal, also: () => void): { aborted: Promise<never>; release: () => void } {
  let release = (): void => {}
  const aborted = new Promise<never>((_resolve, reject) => {
    const onAbort = (): void => {
      also()
      reject(signal.reason as Error)
    }
    signal.addEventListener('abort', onAbort, { once: true })
    release = () => signal.removeEventListener('abort', onAbort)
  })
  return { aborted, release: () => release() }
}

function flatHeaders(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  const flat: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return flat
}

/** What these codes mean for a person. All of them can come before the first byte of the request is sent. */
const NEVER_CONNECTED: Record<string, string> = {
  ENOTFOUND: 'the host name is unknown',
  EAI_AGAIN: 'the host name could not be resolved just now',
  ECONNREFUSED: 'the connection was refused',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  EADDRNOTAVAIL: 'no local address was free',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another host',
  CERT_HAS_EXPIRED: 'the certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is self-signed; set NODE_EXTRA_CA_CERTS if it is yours',
  SELF_SIGNED_CERT_IN_CHAIN:
    'the certificate is from an unknown authority; set NODE_EXTRA_CA_CERTS if it is yours',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'the certificate is from an unknown authority; set NODE_EXTRA_CA_CERTS if it is yours',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    'the certificate is from an unknown authority; set NODE_EXTRA_CA_CERTS if it is yours',
}

const ON_A_CONNECTION: ReadonlySet<string> = new Set(['read', 'write'])
/** TLS errors that only a handshake has; a broken record or an alert can also end a connection that stood. */
const HANDSHAKE =
  /wrong.version.number|unsupported.protocol|no.protocols.available|handshake.failure|alert.protocol.version|no.cipher/i

/** Messages of failures before the request is sent that carry no code of their own. */
const NEVER_CONNECTED_TEXT = [
  /^tunneling socket could not be established/,
  /before secure TLS connection was established/,
]

function explain(error: unknown): TransportError {
  const cause = firstOf(error)
  const code = cause.code ?? ''
  const tls = code === 'EPROTO' || code.startsWith('ERR_SSL')
  const known = tls ? 'TLS failed' : NEVER_CONNECTED[code]
  if (known !== undefined) {
    // The same codes can come over a connection that stood, when the request may long be on its way.
    const stood = tls ? !HANDSHAKE.test(`${code} ${cause.message}`) : ON_A_CONNECTION.has(cause.syscall ?? '')
    return new TransportError(`${known} (${code})`, stood, {
      cause,
      permanent: known.startsWith('the certificate'),
    })
  }
  if (NEVER_CONNECTED_TEXT.some((text) => text.test(cause.message))) {
    return new TransportError(`the proxy or the TLS handshake refused: ${cause.message}`, false, { cause })
  }
  if (code === 'ETIMEDOUT' && cause.syscall === 'connect') {
    return new TransportError('the connection timed out (ETIMEDOUT)', false, { cause })
  }
  return new TransportError(`the connection was lost (${code || cause.message})`, true, { cause })
}

/** A host with several addresses fails with all their errors at once. */
function firstOf(error: unknown): NodeJS.ErrnoException {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return error.errors[0]
  return error instanceof Error ? error : new Error(String(error))
}
