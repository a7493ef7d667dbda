import type { Agent } from 'node:http'
import { HttpClient } from '@actions/http-client'
import type { RequestHandler } from '@actions/http-client/lib/interfaces'
import type { HttpRequest, HttpResponse, Transport } from '../../foundation/ports.ts'
import { explainTrouble } from './connection-trouble.ts'
import { proxyFor, type Proxy } from './proxy.ts'
import { ReadMemory } from './read-memory.ts'
import { DirectAgent, TunnelAgent } from './tunnel.ts'

/**
 * Sends requests through `@actions/http-client`, and through a tunnel where the proxy variables name a proxy. Every
 * request has a connection of its own: a connection kept open over a poll's pause is often closed by the other side just
 * when the next request goes out, and then nobody can say whether that request was carried out.
 */
export function createTransport(userAgent: string): Transport {
  return {
    send: (request, signal) => sendOnce(userAgent, request, signal),
    via: (url) => proxyFor(url)?.name,
  }
}

async function sendOnce(userAgent: string, request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
  signal.throwIfAborted()
  const proxy = proxyFor(request.url)
  // Nothing of a request goes out before its connection is secured, and nothing is certain from then on.
  let secured = false
  const onSecured = (): unknown => (secured = true)
  const client = new HttpClient(
    userAgent,
    [connecting(agentFor(request.url, proxy, signal, onSecured), signal)],
    {
      allowRedirects: false,
      allowRetries: false,
      keepAlive: false,
    },
  )
  const abort = abortion(signal)
  try {
    const answer = await Promise.race([
      client.request(request.method, request.url, request.body ?? '', { ...request.headers }),
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
    throw explainTrouble(error, proxy, secured)
  } finally {
    abort.release()
  }
}

/**
 * The client has a tunnel of its own, which sends a request that was given up as soon as a slow proxy answers, checks
 * the certificate of a proxy against the wrong name, and takes a proxy's page for a lost connection.
 */
function agentFor(
  url: string,
  proxy: Proxy | undefined,
  signal: AbortSignal,
  onSecured: () => void,
): Agent | undefined {
  if (proxy !== undefined) return new TunnelAgent(proxy, signal, onSecured)
  return url.startsWith('https:') ? new DirectAgent(onSecured) : undefined
}

function connecting(agent: Agent | undefined, signal: AbortSignal): RequestHandler {
  return {
    prepareRequest: (options) => {
      options.signal = signal
      if (agent !== undefined) options.agent = agent
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
