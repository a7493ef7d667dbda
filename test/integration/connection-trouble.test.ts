import dns from 'node:dns'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { TransportError } from '../../src/platform/http/connection-trouble.ts'
import { createTransport } from '../../src/platform/http/transport.ts'

let server: Server | undefined
afterEach(async () => {
  if (server === undefined) return
  server.close()
  await once(server, 'close')
  server = undefined
})

/** Sends to a server that treats every connection this way; returns the error. */
async function sent(protocol: 'http' | 'https', treat: (socket: Socket) => void): Promise<TransportError> {
  server = createServer((socket) => {
    socket.on('error', () => undefined)
    treat(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return await failure(`${protocol}://127.0.0.1:${(server.address() as AddressInfo).port}/start`)
}

async function failure(url: string): Promise<TransportError> {
  const transport = createTransport('test', (hostname, options, done) => dns.lookup(hostname, options, done))
  const error: unknown = await transport
    .send({ method: 'POST', url, body: '{}' }, new AbortController().signal)
    .catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(TransportError)
  return error as TransportError
}

describe('a request was certainly not sent', () => {
  test('if nobody listens', async () => {
    // Another test could get any port that is free for the moment, but not this one.
    const error = await failure('http://127.0.0.1:1/start')
    expect(error).toMatchObject({ connected: false, message: 'the connection was refused (ECONNREFUSED)' })
  })

  test('if the connection is reset during the handshake', async () => {
    const error = await sent('https', (socket) => socket.once('data', () => socket.resetAndDestroy()))
    expect(error).toMatchObject({ connected: false, permanent: false })
  })

  test('if the connection is closed during the handshake', async () => {
    const error = await sent('https', (socket) => socket.once('data', () => socket.destroy()))
    expect(error.message).toBe('the connection was closed during the TLS handshake')
    expect(error.connected).toBe(false)
  })

  test('if the server does not use TLS', async () => {
    const error = await sent('https', (socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 400 No\r\n\r\n')),
    )
    expect(error.message).toContain('TLS failed (')
    expect(error.connected).toBe(false)
  })
})

test.each(['resetAndDestroy', 'destroy'] as const)(
  'a request that was lost on an open connection may have arrived: %s',
  async (end) => {
    const error = await sent('http', (socket) => socket.once('data', () => socket[end]()))
    expect(error).toMatchObject({ connected: true, permanent: false })
  },
)
