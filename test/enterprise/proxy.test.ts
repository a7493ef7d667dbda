import { describe, expect, test } from 'vitest'
import { artifactsOf, withoutMasks } from '../e2e/scenario.ts'
import type { StepResult } from '../runner/run-action.ts'
import { company, HOSTS, NAMES_ON_LOOPBACK, PULL_REQUEST, type Company } from './company.ts'

const PASSWORD = 'p@ss:w0rd of jane'
const CREDENTIALS = `jane:${PASSWORD}`
const DIRECTLY = { NODE_OPTIONS: NAMES_ON_LOOPBACK }

function expectNoCredentials({ log, outputs, state, summary }: StepResult): void {
  const shown = [withoutMasks(log), JSON.stringify([outputs, state]), summary].join('\n')
  const encoded = encodeURIComponent(PASSWORD)
  const basic = Buffer.from(CREDENTIALS).toString('base64')
  for (const secret of [PASSWORD, encoded, basic]) expect(shown).not.toContain(secret)
}

function expectUploaded({ simulator }: Company, result: StepResult): void {
  const names = artifactsOf(result).map(({ name }) => name)
  expect(names.length).toBeGreaterThan(3)
  for (const name of names) expect(simulator.actions.artifact(name)?.finalized).toBeDefined()
}

describe.concurrent('through a proxy that requires credentials', () => {
  test('a run on XTC sends everything: token, API, redirected archives, artifacts, cache, comment', () =>
    company(
      { credentials: CREDENTIALS, simulator: { xtc: { shape: { archives: 'redirect' } } } },
      async (site) => {
        const result = await site.xtc(
          { comment: 'always' },
          { environment: { ...site.environment, GITHUB_EVENT_NAME: 'pull_request' }, event: PULL_REQUEST },
        )
        expect(result.exitCode).toBe(0)
        expect(result.outputs['outcome']).toBe('passed')
        expectUploaded(site, result)
        expect(site.simulator.github.comments).toMatchObject([{ issue: 12 }])
        expect(site.simulator.actions.cacheEntries.length).toBeGreaterThan(0)
        expect(site.simulator.storage.authorizationsReceived).toBe(0)
        const { xtc, storage, actions, github } = HOSTS
        expect(site.proxy.hosts()).toEqual([xtc, storage, actions, github].sort())
        expect(site.proxy.asked.every(({ method }) => method === 'CONNECT')).toBe(true)
        expect(withoutMasks(result.log)).not.toContain('DeprecationWarning')
        expectNoCredentials(result)
      },
    ))

  test('a run on Errthquake sends everything too, with the upper-case variable, and without a scheme', () =>
    company({ credentials: CREDENTIALS }, async (site) => {
      const { https_proxy: url = '', ...others } = site.environment
      const result = await site.errthquake(
        {},
        { environment: { ...others, HTTPS_PROXY: url.replace('http://', '') } },
      )
      expect(result.exitCode).toBe(0)
      expectUploaded(site, result)
      expect(site.proxy.hosts()).toEqual([HOSTS.errthquake, HOSTS.actions].sort())
      expectNoCredentials(result)
    }))

  test('the lower-case name takes precedence, and the proxy itself may use TLS', () =>
    company({ credentials: CREDENTIALS, proxyOverTls: true }, async (site) => {
      const environment = { ...site.environment, HTTPS_PROXY: 'http://127.0.0.1:1' }
      const result = await site.errthquake({ mode: 'start' }, { environment })
      expect(result.exitCode).toBe(0)
      expect(result.outputs['outcome']).toBe('started')
      expect(site.proxy.hosts()).toContain(HOSTS.errthquake)
      expectNoCredentials(result)
    }))

  test('http_proxy applies only to plain http, which no service uses', () =>
    company({}, async (site) => {
      const { https_proxy: url, ...others } = site.environment
      const environment = { ...others, ...DIRECTLY, http_proxy: url }
      const result = await site.errthquake({ mode: 'check' }, { environment })
      expect(result.exitCode).toBe(0)
      expect(site.proxy.asked).toEqual([])
    }))
})

describe.concurrent('no_proxy', () => {
  test('lets a whole run bypass the proxy, including its uploads', () =>
    company({}, async (site) => {
      const environment = { ...site.environment, ...DIRECTLY, no_proxy: 'example.org, corp.example' }
      const result = await site.errthquake({}, { environment })
      expect(result.exitCode).toBe(0)
      expectUploaded(site, result)
      expect(site.proxy.asked).toEqual([])
    }))

  const { errthquake, actions } = HOSTS
  test.for<[string, string, string[]]>([
    ['no_proxy', errthquake, [actions]],
    ['NO_PROXY', errthquake.toUpperCase(), [actions]],
    ['no_proxy', '.corp.example', []],
    ['no_proxy', `${errthquake}:PORT`, [actions]],
    ['no_proxy', '*', []],
  ])('%s=%s', ([variable, list, proxied]) =>
    company({}, async (site) => {
      const value = list.replace('PORT', String(site.front.port))
      const environment = { ...site.environment, ...DIRECTLY, [variable]: value }
      const result = await site.errthquake({ mode: 'check' }, { environment })
      expect(result.exitCode).toBe(0)
      expect(site.proxy.hosts()).toEqual(proxied)
      expect(site.simulator.record.of('errthquake').length).toBeGreaterThan(0)
      expect(site.simulator.record.of('actions').length).toBeGreaterThan(0)
    }),
  )
})
