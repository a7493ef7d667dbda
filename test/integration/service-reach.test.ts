import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { TransportError } from '../../src/platform/http/connection-trouble.ts'
import { createTransport } from '../../src/platform/http/transport.ts'
import type { Resolve } from '../../src/platform/network/service-reach.ts'

const PUBLIC_SERVICE = 'https://xtc.example'

let server: Server
let connections = 0

/** Connections are closed at once; only the attempts count. */
beforeEach(async () => {
  connections = 0
  server = createServer((socket) => {
    connections++
    socket.destroy()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(async () => {
  server.close()
  await once(server, 'close')
})

function resolving(...answers: string[][]): { resolve: Resolve; asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    resolve: (hostname, _options, done) => {
      const addresses = answers[Math.min(asked.length, answers.length - 1)] ?? []
      asked.push(hostname)
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )
    },
  }
}

/** Sends a request to an address from a service; returns the error. */
async function sent(resolve: Resolve, host: string, serviceUrl = PUBLIC_SERVICE): Promise<TransportError> {
  const { port } = server.address() as AddressInfo
  const transport = createTransport('test', resolve)
  const url = `https://${host}:${port}/archive`
  const error: unknown = await transport
    .send({ method: 'GET', url, serviceUrl }, new AbortController().signal)
    .catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(TransportError)
  return error as TransportError
}

describe('a name from a public service', () => {
  test.each([
    ['127.0.0.1'],
    ['::ffff:127.0.0.1'],
    ['10.0.0.5'],
    ['169.254.169.254'],
    ['fd12::1'],
    ['0.0.0.0'],
  ])('is not connected to if it resolves to %s', async (address) => {
    const error = await sent(resolving([address]).resolve, 'files.example')
    expect(error).toMatchObject({ connected: false, permanent: true })
    expect(error.message).toContain(`files.example resolves to ${address}, which is`)
    expect(error.message).toContain('and https://xtc.example must not lead there')
    expect(connections).toBe(0)
  })

  test('without any address is reported as such', async () => {
    expect((await sent(resolving([]).resolve, 'files.example')).message).toBe('files.example has no address')
  })
})

describe('a service on this machine', () => {
  const LOCAL_SERVICE = 'http://127.0.0.1:8080'

  test('may name addresses on this machine, by name and by number', async () => {
    await sent(resolving(['127.0.0.1']).resolve, 'files.example', LOCAL_SERVICE)
    await sent(resolving([]).resolve, '127.0.0.1', LOCAL_SERVICE)
    expect(connections).toBe(2)
  })

  test('may use the addresses of its name at the time of the request, and what is in their reach', async () => {
    const { resolve, asked } = resolving(['10.0.0.5', '127.0.0.1'], ['169.254.169.254'])
    await sent(resolve, 'files.example', LOCAL_SERVICE)
    expect([connections, asked]).toEqual([1, ['files.example']])
  })

  test.each(['10.0.0.5', '169.254.169.254', '[::ffff:a9fe:a9fe]', 'db', 'metadata.google.internal'])(
    'may not name %s',
    async (host) => {
      const { resolve, asked } = resolving(['127.0.0.1'])
      const error = await sent(resolve, host, LOCAL_SERVICE)
      expect(error.message).toMatch(
        /^the request was not sent: .* and http:\/\/127\.0\.0\.1:8080 must not lead there/,
      )
      expect([connections, asked]).toEqual([0, []])
    },
  )
})

test('an address from the user is requested wherever it is', async () => {
  const { port } = server.address() as AddressInfo
  const transport = createTransport('test', resolving([]).resolve)
  const request = { method: 'GET', url: `https://127.0.0.1:${port}/` } as const
  await expect(transport.send(request, new AbortController().signal)).rejects.toBeInstanceOf(TransportError)
  expect(connections).toBe(1)
})
