import dns from 'node:dns'
import type * as http from 'node:http'
import type { LookupFunction } from 'node:net'
import { Readable } from 'node:stream'
import { HttpClient } from '@actions/http-client'
import type { RequestHandler } from '@actions/http-client/lib/interfaces'
import type { HttpRequest, HttpResponse, Transport } from '../../foundation/ports.ts'
import { ServiceReach, type Resolve } from '../network/service-reach.ts'
import { explainTrouble } from './connection-trouble.ts'
import { proxyFor, type Proxy } from './proxy.ts'
import { ReadMemory } from './read-memory.ts'
import { DirectAgent, PlainAgent, TunnelAgent } from './tunnel.ts'

/**
 * Sends requests through `@actions/http-client`, and through a tunnel if the proxy variables name a proxy.
 * Every request has its own connection: a connection that is kept open between polls is often closed by the
 * other side just when the next request is sent, and then it is unknown whether that request took effect.
 */
export function createTransport(userAgent: string, resolve: Resolve = resolveBySystem): Transport {
  const reach = new ServiceReach(resolve)
  return {
    send: (request, signal) => sendOnce({ userAgent, reach }, request, signal),
    via: (url) => proxyFor(url)?.name,
  }
}

/** As everything else on this machine does. */
const resolveBySystem: Resolve = (hostname, options, done) => dns.lookup(hostname, options, done)

async function sendOnce(
  { userAgent, reach }: { userAgent: string; reach: ServiceReach },
  request: HttpRequest,
  signal: AbortSignal,
): Promise<HttpResponse> {
  signal.throwIfAborted()
  const { url, serviceUrl } = request
  const proxy = proxyFor(url)
  // Nothing of a request is sent before its connection is open; from then on, nothing is certain.
  let open = false
  const onOpen = (address?: string): void => {
    open = true
    if (serviceUrl === undefined) reach.learn(url, address)
  }
  const agent = agentFor(url, proxy, signal, onOpen)
  // A proxy resolves names itself.
  const lookup = serviceUrl === undefined || proxy !== undefined ? undefined : reach.lookupFor(serviceUrl)
  const client = new HttpClient(userAgent, [connecting({ agent, lookup }, signal)], {
    allowRedirects: false,
    allowRetries: false,
    keepAlive: false,
  })
  const abort = abortion(signal)
  try {
    if (serviceUrl !== undefined) reach.check(url, serviceUrl)
    const answer = await Promise.race([
      client.request(request.method, url, ...bodyAndHeaders(request)),
      abort.aborted,
    ])
    const message = answer.message
    const onAbort = (): unknown => message.destroy(signal.reason as Error)
    signal.addEventListener('abort', onAbort, { once: true })
    message.once('close', () => signal.removeEventListener('abort', onAbort))
    const memory = new ReadMemory(message)
    return {
      status: message.statusCode ?? 0,
      headers: flatHeaders(message.headers),
      body: message,
      release: (chunk) => memory.release(chunk),
    }
  } catch (error) {
    if (signal.aborted) throw signal.reason
    throw explainTrouble(error, proxy, open)
  } finally {
    abort.release()
  }
}

const PART_BYTES = 65_536

/** Bytes go out in parts, so that a large body on a slow line shows that it moves. */
function bodyAndHeaders({
  body = '',
  headers,
  onProgress,
}: HttpRequest): [body: string | Readable, headers: Record<string, string>] {
  if (typeof body === 'string') return [body, { ...headers }]
  const parts = Readable.from(partsOf(body, onProgress), { objectMode: false })
  return [parts, { ...headers, 'content-length': String(body.length) }]
}

function* partsOf(body: Buffer, onProgress: (() => void) | undefined): Generator<Buffer> {
  for (let offset = 0; offset < body.length; offset += PART_BYTES) {
    onProgress?.()
    yield body.subarray(offset, offset + PART_BYTES)
  }
}

/**
 * The client's own tunnel would send an abandoned request when a slow proxy finally responds, check the
 * certificate of a proxy against the wrong name, and treat a proxy's page as a lost connection.
 */
function agentFor(
  url: string,
  proxy: Proxy | undefined,
  signal: AbortSignal,
  onOpen: (address?: string) => void,
): http.Agent {
  if (proxy !== undefined) return new TunnelAgent(proxy, signal, () => onOpen())
  return url.startsWith('https:') ? new DirectAgent(onOpen) : new PlainAgent(() => onOpen())
}

function connecting(
  { agent, lookup }: { agent: http.Agent; lookup: LookupFunction | undefined },
  signal: AbortSignal,
): RequestHandler {
  return {
    prepareRequest: (options) => {
      options.signal = signal
      options.agent = agent
      if (lookup !== undefined) options.lookup = lookup
    },
    canHandleAuthentication: () => false,
    handleAuthentication: () => Promise.reject(new Error('no authentication is handled here')),
  }
}

function abortion(signal: AbortSignal): { aborted: Promise<never>; release: () => void } {
  let release = (): void => {}
  const aborted = new Promise<never>((_resolve, reject) => {
    const onAbort = (): void => reject(signal.reason as Error)
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
