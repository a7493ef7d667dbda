import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { createCacheStore, type CacheStore } from '../../src/platform/cache/cache-store.ts'
import { systemClock } from '../../src/platform/clock.ts'
import type { Clock } from '../../src/foundation/ports.ts'
import { createTransport } from '../../src/platform/http/transport.ts'
import { tarStream } from '../simulator/tar-writer.ts'

const SECOND = { ACTIONS_CACHE_SERVICE_V2: '1', GITHUB_SERVER_URL: 'https://github.com' }
const FIRST = { GITHUB_SERVER_URL: 'https://ghes.corp.example' }

interface Asked {
  method: string
  url: string
  authorization: string | undefined
  body: Record<string, unknown>
}

type Answer = (request: Asked, response: ServerResponse) => void

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

/** A service on loopback, and the requests that it received. */
async function service(answer: Answer): Promise<{ url: string; asked: Asked[] }> {
  const asked: Asked[] = []
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = String(await buffer(request))
    const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
    const { method = '', url = '', headers } = request
    const one = { method, url, authorization: headers.authorization, body }
    asked.push(one)
    answer(one, response)
  }
  const server = createServer((request, response) => void respond(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  open.push(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked }
}

function storeOn(
  url: string,
  env: Record<string, string>,
  { clock = systemClock, signal = new AbortController().signal } = {},
): CacheStore {
  const ports = { transport: createTransport('test'), clock, random: () => 0, signal: () => signal }
  const at = { ACTIONS_RESULTS_URL: url, ACTIONS_CACHE_URL: url, ACTIONS_RUNTIME_TOKEN: 'runtime-token' }
  return createCacheStore({ ...at, ...env }, ports, '/nowhere')
}

function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

const archive = async (): Promise<Buffer> =>
  gzipSync(await buffer(tarStream([{ name: 'load-test-gate-entry', content: Buffer.from('kept') }], 0)))

describe('a look-up', () => {
  test('asks the second service for both compressions, ten keys at a time', async () => {
    const { url, asked } = await service((_, response) => json(response, { ok: false }))
    const prefixes = Array.from({ length: 12 }, (_, index) => `prefix-${index}-`)
    expect(await storeOn(url, SECOND).find(prefixes)).toEqual({ entries: [] })
    const keys = asked.map(({ body }) => [
      body['key'],
      ...((body['restore_keys'] as string[] | undefined) ?? []),
    ])
    expect(keys.map(({ length }) => length).sort((a, b) => a - b)).toEqual([2, 2, 10, 10])
    expect(new Set(keys.flat())).toEqual(new Set(prefixes))
    expect(new Set(asked.map(({ body }) => body['version'])).size).toBe(2)
    expect(asked.every(({ authorization }) => authorization === 'Bearer runtime-token')).toBe(true)
  })

  test('asks the first service on an Enterprise Server, whatever it says about the second', async () => {
    const { url, asked } = await service((_, response) => {
      if (asked.length > 1) response.writeHead(204).end()
      else json(response, { cacheKey: 'prefix-1', archiveLocation: `${url}archive` })
    })
    const env = { ...FIRST, ACTIONS_CACHE_SERVICE_V2: '1' }
    expect(await storeOn(url, env).find(['prefix-', 'other-'])).toEqual({
      entries: [{ key: 'prefix-1', url: `${url}archive` }],
    })
    expect(asked[0]?.url).toMatch(
      /^\/_apis\/artifactcache\/cache\?keys=prefix-%2Cother-&version=[0-9a-f]{64}$/,
    )
  })

  test('continues after a temporary problem, and reports a rejection at once', async () => {
    let troubles = 1
    const { url, asked } = await service((_, response) => {
      if (troubles-- > 0) json(response, {}, 503)
      else json(response, { code: 'permission_denied', msg: 'cache read denied' }, 403)
    })
    const found = await storeOn(url, SECOND).find(['prefix-'])
    expect(found.entries).toEqual([])
    expect(found.trouble).toContain('cache read denied')
    expect(asked.length).toBeLessThanOrEqual(3)
  })

  test.each(['<html>', '[1]', '{"ok": "yes"}'])(
    'reports a problem if the service responds with %s',
    async (body) => {
      const { url } = await service((_, response) => response.writeHead(200).end(body))
      expect((await storeOn(url, SECOND).find(['prefix-'])).trouble).toBeDefined()
    },
  )

  test('does not wait a second time for a cache that did not respond', async () => {
    // One question for each compression. Half a minute passes once both have arrived.
    const both = Promise.withResolvers<void>()
    const { url, asked } = await service(() => asked.length === 2 && both.resolve())
    const sleep: Clock['sleep'] = (ms, signal) =>
      ms >= 30_000 ? both.promise : systemClock.sleep(ms, signal)
    const store = storeOn(url, SECOND, { clock: { ...systemClock, sleep } })
    expect((await store.find(['prefix-'])).trouble).toContain('did not respond within 30 s')
    expect(store.unavailable()).toBe('the cache did not respond within 30 s')
    const count = asked.length
    expect((await store.find(['prefix-'])).trouble).toContain('did not respond within 30 s')
    expect(await store.write('key', Buffer.from('x'))).toBe(false)
    expect(asked).toHaveLength(count)
  })

  test('passes on the cancel if the step is cancelled', async () => {
    const cancel = new AbortController()
    const { url } = await service(() => cancel.abort(new Error('cancelled')))
    await expect(storeOn(url, SECOND, cancel).find(['prefix-'])).rejects.toThrow('cancelled')
  })

  test.each(['none', ' Write-Only '])('requests nothing with the cache-mode "%s"', async (mode) => {
    const { url, asked } = await service((_, response) => json(response, { ok: false }))
    const { trouble } = await storeOn(url, { ...SECOND, ACTIONS_CACHE_MODE: mode }).find(['prefix-'])
    expect(trouble).toBe(`the workflow's cache-mode is ${mode.trim().toLowerCase()}`)
    expect(asked).toEqual([])
  })
})

describe('an entry', () => {
  test('is downloaded without the token, also after a redirect', async () => {
    const bytes = await archive()
    const { url, asked } = await service((request, response) => {
      if (request.url === '/first') response.writeHead(302, { location: '/second' }).end()
      else response.writeHead(200).end(bytes)
    })
    expect(await storeOn(url, FIRST).read({ key: 'k', url: `${url}first` }, 100)).toEqual({
      content: Buffer.from('kept'),
    })
    expect(asked.map((request) => [request.url, request.authorization])).toEqual([
      ['/first', undefined],
      ['/second', undefined],
    ])
  })

  test('with endless redirects is rejected', async () => {
    const { url, asked } = await service((_, response) =>
      response.writeHead(302, { location: '/again' }).end(),
    )
    const read = await storeOn(url, FIRST).read({ key: 'k', url: `${url}again` }, 100)
    expect(read).toEqual({ refused: 'its download redirects again and again' })
    expect(asked).toHaveLength(4)
  })

  test.each([
    'http://localhost:PORT/x',
    'http://169.254.169.254/x',
    'file:///etc/passwd',
    'ftp://127.0.0.1/x',
  ])('at %s is not requested', async (address) => {
    const { url, asked } = await service((_, response) => response.end())
    const target = address.replace('PORT', new URL(url).port)
    for (const env of [FIRST, SECOND]) {
      const read = await storeOn(url, env).read({ key: 'k', url: target }, 100)
      expect(read).toEqual({ refused: expect.stringContaining('https only') as string })
    }
    expect(asked).toEqual([])
  })

  test('with a plain http address is not requested if the service uses https', async () => {
    const { url, asked } = await service((_, response) => response.end())
    const store = storeOn(url.replace('http:', 'https:'), SECOND)
    expect(await store.read({ key: 'k', url }, 100)).toEqual({
      refused: expect.stringContaining('https only') as string,
    })
    expect(asked).toEqual([])
  })

  test('larger than the limit is rejected, whatever its announced length', async () => {
    const { url } = await service((_, response) => {
      response.writeHead(200)
      const block = Buffer.alloc(1 << 20, 1)
      const send = (): unknown => response.destroyed || response.write(block, () => void send())
      send()
    })
    const read = await storeOn(url, FIRST).read({ key: 'k', url: `${url}x` }, 3e6)
    expect(read).toEqual({ refused: expect.stringContaining('it is larger than') as string })
  })

  test('that does not exist is reported without quoting the server', async () => {
    const { url } = await service((_, response) => response.writeHead(404).end('secret words'))
    const read = await storeOn(url, FIRST).read({ key: 'k', url: `${url}x?sig=secret` }, 100)
    expect(read).toEqual({ trouble: expect.stringMatching(/\/x failed with status 404$/) as string })
    expect(JSON.stringify(read)).not.toContain('secret')
  })
})
