import * as http from 'node:http'
import * as https from 'node:https'
import { isIP, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { explainProxyTrouble, TunnelError } from './connection-trouble.ts'
import type { Proxy } from './proxy.ts'

/** Node's own agent for TLS, over a tunnel that the proxy opens. */
export class TunnelAgent extends https.Agent {
  readonly #proxy: Proxy
  readonly #signal: AbortSignal
  readonly #onSecured: () => void

  constructor(proxy: Proxy, signal: AbortSignal, onSecured: () => void) {
    super({ keepAlive: false })
    this.#proxy = proxy
    this.#signal = signal
    this.#onSecured = onSecured
  }

  override createConnection(
    options: https.RequestOptions,
    done?: (error: Error | null, stream: Duplex) => void,
  ): undefined {
    openTunnel(this.#proxy, `${options.host}:${options.port}`, this.#signal, (error, socket) => {
      const secured =
        socket === undefined ? undefined : super.createConnection({ ...options, socket } as typeof options)
      secured?.once('secureConnect', this.#onSecured)
      // Node accepts no stream together with an error, but its types require one.
      done?.(error, secured as Duplex)
    })
  }
}

/** Node's own TLS agent, directly to the host; it reports the address that was used. */
export class DirectAgent extends https.Agent {
  readonly #onSecured: (address: string | undefined) => void

  constructor(onSecured: (address: string | undefined) => void) {
    super({ keepAlive: false })
    this.#onSecured = onSecured
  }

  override createConnection(
    options: https.RequestOptions,
    done?: (error: Error | null, stream: Duplex) => void,
  ): Duplex | null | undefined {
    const socket = super.createConnection(options, done) as Socket | null | undefined
    return socket?.once('secureConnect', () => this.#onSecured(socket.remoteAddress))
  }
}

/** Node's own agent without TLS, directly to the host; it reports when the connection is open. */
export class PlainAgent extends http.Agent {
  readonly #onOpen: () => void

  constructor(onOpen: () => void) {
    super({ keepAlive: false })
    this.#onOpen = onOpen
  }

  override createConnection(
    options: http.ClientRequestArgs,
    done?: (error: Error | null, stream: Duplex) => void,
  ): Duplex | null | undefined {
    return super.createConnection(options, done)?.once('connect', this.#onOpen)
  }
}

type Opened = (error: Error | null, socket?: Socket) => void

/** A connection to `host:port` through the proxy, or a `TunnelError`. */
function openTunnel(proxy: Proxy, target: string, signal: AbortSignal, done: Opened): void {
  const options: https.RequestOptions = {
    method: 'CONNECT',
    host: proxy.hostname,
    port: proxy.port,
    path: target,
    // The proxy's certificate is for the proxy, whatever host the request is for.
    servername: isIP(proxy.hostname) === 0 ? proxy.hostname : '',
    agent: false,
    signal,
    headers: {
      host: target,
      ...(proxy.authorization !== undefined && { 'proxy-authorization': proxy.authorization }),
    },
  }
  let open: Opened | undefined = done
  const settle: Opened = (error, socket) => {
    open?.(error, socket)
    open = undefined
  }
  const request = proxy.overTls ? https.request(options) : http.request(options)
  request.once('connect', (response, socket, head) => {
    const trouble = troubleOf(proxy, target, response, head)
    if (trouble === undefined) return settle(null, socket)
    socket.destroy()
    settle(trouble)
  })
  request.on('error', (error) => settle(explainProxyTrouble(error, proxy)))
  request.end()
}

function troubleOf(
  proxy: Proxy,
  target: string,
  response: http.IncomingMessage,
  head: Buffer,
): TunnelError | undefined {
  const status = response.statusCode ?? 0
  if (status < 200 || status > 299) return refusal(proxy, target, response)
  // With TLS the client speaks first, so data that arrives now is not from a service.
  if (head.length === 0) return undefined
  return new TunnelError(
    `the proxy ${proxy.name} sent a page of its own instead of opening a tunnel to ${target}; it may require a sign-in`,
    { permanent: true },
  )
}

function refusal(
  proxy: Proxy,
  target: string,
  { statusCode = 0, headers }: http.IncomingMessage,
): TunnelError {
  const asked = `the proxy ${proxy.name} refused a tunnel to ${target} (status ${statusCode})`
  if (statusCode === 407) {
    return new TunnelError(`${asked}: ${credentialsAdvice(proxy, headers)}`, { permanent: true })
  }
  const passes = statusCode >= 500 || statusCode === 429 || statusCode === 408
  return new TunnelError(
    passes
      ? `${asked}: it could not reach the host at the moment`
      : `${asked}: allow this host there, or list the host in no_proxy if it can be reached directly`,
    { permanent: !passes },
  )
}

function credentialsAdvice(proxy: Proxy, headers: http.IncomingHttpHeaders): string {
  const schemes = headers['proxy-authenticate'] ?? ''
  if (schemes !== '' && !/\bbasic\b/i.test(schemes)) {
    const names = schemes.split(',').map((scheme) => scheme.trim().split(/\s/)[0] ?? '')
    const shown = names.filter((name) => /^[\w-]{1,30}$/.test(name)).join(', ')
    return `it requires ${shown}, and only Basic is supported; a local relay or a rule for this runner can help`
  }
  return proxy.authorization === undefined
    ? 'it requires credentials: https_proxy must be http://user:password@host:port'
    : 'it does not accept the credentials in https_proxy; special characters in them must be percent-encoded'
}
