import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { deliver, type Delivery, type DeliveryContext } from './deliver.ts'
import { json, type SimRequest, type SimResponse, type SimService } from './service.ts'
import { slowly, upTo } from './stream-limits.ts'

export interface SocketServer {
  readonly url: string
  /** Stops listening and drops every connection; later connections are refused. */
  pause(): Promise<void>
  /** Listens on the same port again. */
  resume(): Promise<void>
  close(): Promise<void>
}

export async function startSocketServer(
  service: SimService,
  context: DeliveryContext,
  port = 0,
): Promise<SocketServer> {
  const server = createServer((incoming, outgoing) => {
    // A client that disconnects in the middle must not end the simulator.
    outgoing.on('error', () => undefined)
    incoming.on('error', () => undefined)
    answer(service, context, incoming, outgoing).catch((error: unknown) => fail(outgoing, error))
  })
  // Raw artifacts of many gigabytes take longer than Node's default limits allow.
  server.requestTimeout = 0
  await listen(server, port)
  const boundPort = (server.address() as AddressInfo).port
  return {
    url: `http://127.0.0.1:${boundPort}`,
    pause: () => close(server),
    resume: () => listen(server, boundPort),
    close: () => close(server),
  }
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}

async function answer(
  service: SimService,
  context: DeliveryContext,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const request = await readRequest(service, incoming)
  // Lets another process see what arrived. These requests are not recorded.
  if (request.path === '/__record') return send(outgoing, json(200, context.record.entries), request.method)
  const delivery = await deliver(service, request, context)
  // The service's own time, which a test may have changed.
  if (!outgoing.headersSent) outgoing.setHeader('date', new Date(context.now()).toUTCString())
  await act(delivery, request.method, incoming, outgoing)
}

async function readRequest(service: SimService, incoming: IncomingMessage): Promise<SimRequest> {
  const url = new URL(incoming.url ?? '/', 'http://simulator.invalid')
  const method = incoming.method ?? 'GET'
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(incoming.headers)) headers[name] = String(value)
  const base = { method, path: url.pathname, query: url.searchParams, headers }
  if (service.takesStream?.(method, url.pathname) === true) {
    return { ...base, body: Buffer.alloc(0), stream: incoming }
  }
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return { ...base, body: Buffer.concat(chunks) }
}

async function act(
  delivery: Delivery,
  method: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  switch (delivery.kind) {
    case 'hang':
      // An upload that nobody reads would block the client before it waits for the response.
      incoming.resume()
      return
    case 'refused':
    case 'reset':
      outgoing.socket?.resetAndDestroy()
      return
    case 'truncated':
      return truncate(outgoing, delivery.response, delivery.afterBytes)
    case 'answer':
      return send(outgoing, delivery.response, method, delivery.bytesPerSecond)
  }
}

async function send(
  outgoing: ServerResponse,
  response: SimResponse,
  method: string,
  bytesPerSecond?: number,
): Promise<void> {
  writeHead(outgoing, response)
  if (method === 'HEAD' || response.status === 204 || response.status === 304) {
    outgoing.end()
    return
  }
  const body = openBody(response)
  const limited = bytesPerSecond === undefined ? body : Readable.from(slowly(body, bytesPerSecond))
  await pipeline(limited, outgoing)
}

async function truncate(outgoing: ServerResponse, response: SimResponse, afterBytes: number): Promise<void> {
  writeHead(outgoing, response)
  outgoing.flushHeaders()
  for await (const chunk of upTo(openBody(response), afterBytes)) {
    if (!outgoing.write(chunk)) await once(outgoing, 'drain')
  }
  // Sends the written bytes before the connection ends; a reset could overtake them.
  outgoing.socket?.destroySoon()
}

function writeHead(outgoing: ServerResponse, response: SimResponse): void {
  const length = lengthOf(response)
  outgoing.writeHead(response.status, {
    ...response.headers,
    ...(length !== undefined && { 'content-length': String(length) }),
  })
}

function lengthOf(response: SimResponse): number | undefined {
  if (response.headers['content-length'] !== undefined) return undefined
  if (typeof response.body === 'function') return response.contentLength
  return Buffer.byteLength(response.body)
}

function openBody(response: SimResponse): Readable {
  if (typeof response.body === 'function') return response.body()
  return Readable.from([Buffer.from(response.body)])
}

function fail(outgoing: ServerResponse, error: unknown): void {
  if (outgoing.headersSent || outgoing.destroyed) {
    outgoing.destroy()
    return
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  outgoing.writeHead(500, { 'content-type': 'text/plain' }).end(`simulator failed: ${message}`)
}
