import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { errorsIn, withoutMasks } from '../e2e/scenario.ts'
import type { StepResult } from '../runner/run-action.ts'
import { company, HOSTS, type Company, type CompanyOptions } from './company.ts'

function expectNothingStarted(site: Company, result: StepResult, reason: string): void {
  expect(result.exitCode).toBe(1)
  expect(result.outputs).toMatchObject({ outcome: 'error', reason })
  expect(site.starts()).toEqual([])
  expect(errorsIn(result.log)).toHaveLength(1)
}

interface Refusal {
  name: string
  options: CompanyOptions
  /** Used instead of the proxy's URL with its credentials. */
  proxyUrl?: (site: Company) => string
  says: RegExp
}

const REFUSALS: Refusal[] = [
  {
    name: 'requires credentials, but none are given',
    options: { credentials: 'jane:right-password' },
    proxyUrl: ({ proxy }) => `http://127.0.0.1:${proxy.port}`,
    says: /status 407\): it requires credentials: https_proxy must be http:\/\/user:password@host:port/,
  },
  {
    name: 'rejects the credentials',
    options: { credentials: 'jane:right-password' },
    proxyUrl: ({ proxy }) => `http://jane:wrong-password@127.0.0.1:${proxy.port}`,
    says: /status 407\): it does not accept the credentials in https_proxy/,
  },
  {
    name: 'requires another scheme',
    options: {
      conduct: () => ({
        kind: 'refuse',
        status: 407,
        headers: { 'proxy-authenticate': 'Negotiate, NTLM realm="company"' },
      }),
    },
    says: /status 407\): it requires Negotiate, NTLM, and only Basic is supported/,
  },
  {
    name: 'forbids the host, with a page',
    options: { conduct: () => ({ kind: 'refuse', status: 403, body: '<html>Forbidden by policy</html>' }) },
    says: /status 403\): allow this host there, or list the host in no_proxy/,
  },
  {
    name: 'sends a page instead of opening a tunnel',
    options: { conduct: () => ({ kind: 'page' }) },
    says: /sent a page of its own instead of opening a tunnel|TLS failed .* through the proxy/,
  },
]

describe.concurrent('a proxy that', () => {
  test.for(REFUSALS)(
    '$name: one clear error, and nothing is started',
    async ({ options, proxyUrl, says }) => {
      // If waiting cannot help, the step ends at once.
      await company(options, async (site) => {
        const https_proxy = proxyUrl?.(site) ?? site.proxyUrl
        const result = await site.errthquake({}, { environment: { ...site.environment, https_proxy } })
        expectNothingStarted(site, result, 'preflight')
        expect(result.log).toMatch(says)
        expect(result.log).toContain(`the proxy http://127.0.0.1:${site.proxy.port}`)
        expect(result.log).toContain(HOSTS.errthquake)
        expect(withoutMasks(result.log)).not.toMatch(/wrong-password|right-password/)
      })
    },
  )

  test("refuses XTC: is not reported as a problem of XTC's credentials", () =>
    company({ conduct: () => ({ kind: 'refuse', status: 403 }) }, async (site) => {
      const result = await site.xtc({}, { environment: site.environment })
      expectNothingStarted(site, result, 'preflight')
      expect(result.log).toMatch(/No access token could be obtained.*the proxy .* refused a tunnel to xtc\./)
    }))

  test('fails once is asked again', async () => {
    let failures = 0
    const conduct = (host: string) =>
      host === HOSTS.errthquake && failures++ === 0
        ? ({ kind: 'refuse', status: 502 } as const)
        : ({ kind: 'tunnel' } as const)
    await company({ conduct }, async (site) => {
      const result = await site.errthquake({ mode: 'check' }, { environment: site.environment })
      expect(result.exitCode).toBe(0)
      expect(failures).toBeGreaterThan(1)
    })
  })

  test.for(['http://jane:100%-secret@127.0.0.1:3128'])(
    'is written as %s: bad input, without quoting the value',
    async (https_proxy) =>
      company({}, async (site) => {
        const result = await site.errthquake({}, { environment: { ...site.environment, https_proxy } })
        expectNothingStarted(site, result, 'bad-input')
        expect(result.log).toContain('The variable https_proxy (or HTTPS_PROXY) must be')
        expect(result.log).not.toContain('secret')
        expect(site.simulator.record.entries).toEqual([])
      }),
  )
})

describe.concurrent('a start during which the proxy fails', () => {
  async function dropAtTheStart(site: Company): Promise<void> {
    while (site.starts().length === 0) await delay(5)
    site.proxy.drop()
  }

  async function interruptTheStart(site: Company): Promise<void> {
    while (site.starts().length === 0) await delay(5)
    site.proxy.interrupt()
  }

  // OpenSSL reports "wrong version number" for a handshake, and with TLS 1.2 also for text that breaks into a
  // connection.
  test.for(['TLSv1.2', 'TLSv1.3'] as const)(
    'or writes a page into a connection of %s is never sent twice',
    (tlsVersion) =>
      company({ tlsVersion }, async (site) => {
        site.simulator.faults.add({
          match: { service: 'errthquake', method: 'POST', path: /\/exec$/ },
          kind: 'delay',
          answerDelayMs: 600,
          when: 'after-commit',
        })
        const interrupted = interruptTheStart(site)
        const result = await site.errthquake({ artifacts: 'none' }, { environment: site.environment })
        await interrupted
        expect(site.starts()).toHaveLength(1)
        expect(result.log).toMatch(/unclear whether the test was started.*TLS failed/)
      }),
  )

  test('is never sent twice: the run is found by its marker', () =>
    company({}, async (site) => {
      const path = /\/load-tests\/\d+$/
      site.simulator.faults.add({
        match: { service: 'xtc', method: 'POST', path },
        kind: 'delay',
        answerDelayMs: 600,
        when: 'after-commit',
      })
      const dropped = dropAtTheStart(site)
      const result = await site.xtc({ artifacts: 'none' }, { environment: site.environment })
      await dropped
      expect(result.exitCode).toBe(0)
      expect(site.starts()).toHaveLength(1)
      expect(site.simulator.xtc.runs).toHaveLength(1)
      expect(result.log).toMatch(/unclear whether the test was started.* through the proxy http:\/\/127/)
      expect(result.log).toContain('Found the started run by its marker')
    }))
})
