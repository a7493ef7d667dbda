import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { artifactsOf, scenario } from './scenario.ts'

/** A proxy that refuses every tunnel and records their targets. */
async function withProxy(work: (url: string, asked: string[]) => Promise<void>): Promise<void> {
  const asked: string[] = []
  const proxy = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(502).end()
  })
  proxy.on('connect', (request, socket) => {
    asked.push(request.url ?? '')
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  try {
    await work(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, asked)
  } finally {
    proxy.closeAllConnections()
    proxy.close()
  }
}

test('with https_proxy, the token request uses a tunnel', () =>
  scenario({}, async ({ xtc, simulator, signalWhen }) => {
    await withProxy(async (url, asked) => {
      // Refused tunnels are tried again for a minute, which this test does not wait for.
      const signal = signalWhen(() => asked.length > 0, 'SIGINT')
      await xtc({ 'xtc-url': 'https://xtc.invalid' }, { environment: { https_proxy: url }, ...signal })
      expect(new Set(asked)).toEqual(new Set(['xtc.invalid:443']))
      expect(simulator.record.entries).toEqual([])
    })
  }))

// The toolkit creates an agent for GitHub's API as soon as it is loaded, but the bundle does not contain one.
test('with a proxy for everything except the services, all artifacts arrive', () =>
  scenario({}, async ({ xtc }) => {
    await withProxy(async (url, asked) => {
      const environment = { http_proxy: url, https_proxy: url, no_proxy: '127.0.0.1,localhost' }
      const result = await xtc({}, { environment })
      expect(result.outputs['outcome']).toBe('passed')
      expect(artifactsOf(result).length).toBeGreaterThan(2)
      expect(asked).toEqual([])
    })
  }))
