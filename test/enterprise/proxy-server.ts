import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { connect, type AddressInfo, type Socket } from 'node:net'
import type { Certificate } from './certificates.ts'

/** What the proxy does with a request for a tunnel. */
export type Conduct =
  | { kind: 'tunnel' }
  | { kind: 'refuse'; status: number; headers?: Record<string, string>; body?: string }
  | { kind: 'page' }
  | { kind: 'reset' }

export interface ProxyOptions {
  /** Resolves a name to a port on loopback. */
  portOf: (host: string, port: number) => number
  /** `user:password`; requests without it get 407. */
  credentials?: string
  conduct?: (host: string) => Conduct | Promise<Conduct>
  /** Clients use TLS to talk to the proxy itself. */
  tls?: Certificate
}

export interface Asked {
  method: string
  /** `host:port` of a tunnel; otherwise the whole URL. */
  target: string
  authorization: string
}

export interface ProxyServer {
  readonly port: number
  /** Everything that was requested, in order. */
  readonly asked: Asked[]
  /** The hosts, each once, sorted. */
  hosts(): string[]
  /** Breaks every connection, like a proxy that fails; later ones are served. */
  drop(): void
  /** Writes a page into every open tunnel, as some proxies do if a service takes too long. */
  interrupt(): void
  close(): Promise<void>
}

const PAGE = '<!DOCTYPE html><html><head><title>Sign in to the network</title></head><body></body></html>'

/** An HTTP proxy on loopback, as in companies: tunnels by CONNECT, with optional Basic credentials. */
export async function startProxy(options: ProxyOptions): Promise<ProxyServer> {
  const asked: Asked[] = []
  const sockets = new Set<Socket>()
  const clients = new Set<Socket>()
  const server: Server = options.tls === undefined ? createServer() : createTlsServer(options.tls)
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
  })
  server.on('request', (request, response) => {
    asked.push({ method: request.method ?? '', target: request.url ?? '', authorization: '' })
    response.writeHead(501).end()
  })
  server.on('connect', (request, client: Socket) => {
    const target = request.url ?? ''
    const authorization = request.headers['proxy-authorization'] ?? ''
    asked.push({ method: 'CONNECT', target, authorization })
    clients.add(client)
    client.on('error', () => undefined).on('close', () => clients.delete(client))
    void answer(options, target, authorization, client, sockets)
  })
  const drop = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    hosts: () => [...new Set(asked.map(({ target }) => target.replace(/:\d+$/, '')))].sort(),
    drop,
    interrupt: () => {
      for (const client of clients) refuse(client, 504, { 'content-type': 'text/html' }, PAGE)
    },
    close: async () => {
      drop()
      server.close()
      await once(server, 'close')
    },
  }
}

async function answer(
  options: ProxyOptions,
  target: string,
  authorization: string,
  client: Socket,
  sockets: Set<Socket>,
): Promise<void> {
  const [host = '', port = ''] = target.split(':')
  const { credentials } = options
  const expected = credentials === undefined ? '' : `Basic ${Buffer.from(credentials).toString('base64')}`
  if (credentials !== undefined && authorization !== expected) {
    refuse(client, 407, { 'proxy-authenticate': 'Basic realm="company"' }, PAGE)
    return
  }
  const conduct = (await options.conduct?.(host)) ?? { kind: 'tunnel' }
  if (conduct.kind === 'reset') client.resetAndDestroy()
  else if (conduct.kind === 'refuse') refuse(client, conduct.status, conduct.headers, conduct.body)
  else if (conduct.kind === 'page') refuse(client, 200, { 'content-type': 'text/html' }, PAGE)
  else tunnel(client, options.portOf(host, Number(port)), sockets)
}

function refuse(client: Socket, status: number, headers: Record<string, string> = {}, body = ''): void {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  client.end(`HTTP/1.1 ${status} Proxy\r\n${lines.join('')}\r\n${body}`)
}

function tunnel(client: Socket, port: number, sockets: Set<Socket>): void {
  const target = connect(port, '127.0.0.1')
  sockets.add(target)
  target.on('close', () => sockets.delete(target))
  const end = (): void => {
    client.destroy()
    target.destroy()
  }
  target.on('error', end).on('close', end)
  client.on('error', end).on('close', end)
  target.once('connect', () => {
    client.write('HTTP/1.1 200 Connection established\r\n\r\n')
    client.pipe(target)
    target.pipe(client)
  })
}
