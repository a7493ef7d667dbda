import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { scenario, type Scenario } from '../e2e/scenario.ts'
import { company, type Company } from '../enterprise/company.ts'
import type { StepResult } from '../runner/run-action.ts'
import { preloaded, startLoopbackServer, type LoopbackServer } from './loopback-server.ts'

const SECRET_OF_THE_RUNNER = 'AKIA-key-of-the-cloud-instance'
const ARCHIVE = /\/archive$/

/** Every request for an archive is redirected to this address. */
function redirectArchives({ simulator }: Scenario, location: string): void {
  simulator.faults.add({ match: { service: 'xtc', path: ARCHIVE }, kind: 'redirect', headers: { location } })
}

async function withInternalServer(work: (internal: LoopbackServer) => Promise<void>): Promise<void> {
  const internal = await startLoopbackServer((response) =>
    response.writeHead(403).end(`${SECRET_OF_THE_RUNNER}\n`),
  )
  try {
    await work(internal)
  } finally {
    await internal.close()
  }
}

/** Names of the domain resolve to this machine; those in `addresses` resolve to the given addresses. */
function names(addresses: Record<string, string>): { NODE_OPTIONS: string } {
  return preloaded(`
import dns from 'node:dns'
const { lookup } = dns
const addresses = ${JSON.stringify(addresses)}
dns.lookup = (host, options, done) =>
  lookup(addresses[host] ?? (host.endsWith('.corp.example') ? '127.0.0.1' : host), options, done)
`)
}

function directly(site: Company, addresses: Record<string, string> = {}): Record<string, string> {
  return { NODE_EXTRA_CA_CERTS: site.authorityPath, ...names(addresses) }
}

/** Why no archive was downloaded. The action must not wait for a connection that is not allowed. */
function refusalIn(result: StepResult): string {
  expect(result.outputs['result-path'] ?? '').toBe('')
  expect(result.mainLog).not.toMatch(/trying again|ECONNREFUSED|no data arrived/)
  return /::warning.*result\.tar\.gz.*?(GET .*)/.exec(result.mainLog)?.[1] ?? ''
}

describe.concurrent('the network of the runner', { timeout: 300_000 }, () => {
  test('an https service cannot redirect a download to a server on the runner’s own machine', () =>
    withInternalServer((internal) =>
      company({}, async (site) => {
        redirectArchives(site, `${internal.url}/latest/meta-data`)
        const result = await site.xtc({}, { environment: directly(site) })
        expect(refusalIn(result)).toMatch(
          /redirects to http:\/\/127\.0\.0\.1:\d+\/latest\/meta-data, which is not followed/,
        )
        expect(internal.connections()).toBe(0)
        expect(result.log + result.summary).not.toContain(SECRET_OF_THE_RUNNER)
      }),
    ))

  test.each([
    ['cloud metadata', 'https://169.254.169.254/latest/meta-data', 'is a link-local or reserved address'],
    ['cloud metadata by name', 'https://metadata.google.internal/x', 'is a link-local or reserved address'],
    ['a private network', 'https://10.1.2.3/secret', 'is in a private network'],
    ['a private network, written as one number', 'https://167838211/secret', 'is in a private network'],
    ['a private network, mapped into IPv6', 'https://[::ffff:192.168.1.1]/x', 'is in a private network'],
    ['a private network of IPv6', 'https://[fd12:3456::1]/x', 'is in a private network'],
    ['the unspecified address', 'https://0.0.0.0/x', 'is a link-local or reserved address'],
    ['a name that exists only in private networks', 'https://vault.internal/v1', 'is in a private network'],
  ])('a service cannot redirect a download to %s', (_what, location, reason) =>
    scenario({}, async (site) => {
      redirectArchives(site, location)
      expect(refusalIn(await site.xtc())).toContain(reason)
    }),
  )

  test('a service cannot reach a private network through a name with a private address', () =>
    company({}, async (site) => {
      redirectArchives(site, 'https://files.attacker.example/archive')
      const environment = directly(site, { 'files.attacker.example': '10.1.2.3' })
      expect(refusalIn(await site.xtc({}, { environment }))).toContain(
        'files.attacker.example resolves to 10.1.2.3, which is in a private network',
      )
    }))

  test('an https service cannot name an archive on the runner’s own machine', () =>
    withInternalServer((internal) =>
      company({ simulator: { xtc: { shape: { archives: 'signed-url' } } } }, async (site) => {
        site.simulator.xtc.options.storageUrl = () => internal.url
        const result = await site.xtc({}, { environment: directly(site) })
        expect(internal.connections()).toBe(0)
        // The archive is then downloaded from its own endpoint.
        expect(result.outputs['outcome']).toBe('passed')
        expect(result.outputs['result-path']).toMatch(/result\.tar\.gz$/)
      }),
    ))

  test('a proxy is not used for an address in a private network', () =>
    company({}, async (site) => {
      redirectArchives(site, 'https://10.1.2.3/secret')
      const result = await site.xtc({ artifacts: 'none' }, { environment: site.environment })
      expect(refusalIn(result)).toContain('is in a private network')
      expect(site.proxy.hosts()).not.toContain('10.1.2.3')
    }))

  test('a service in a private network may keep its files in that network', () =>
    company({ simulator: { xtc: { shape: { archives: 'redirect' } } } }, async (site) => {
      const result = await site.xtc({}, { environment: directly(site) })
      expect(result.exitCode).toBe(0)
      expect(site.simulator.record.of('storage')).toHaveLength(2)
    }))
})

describe.concurrent('responses of other hosts', { timeout: 300_000 }, () => {
  test('a response of another host than the service is never quoted', () =>
    withInternalServer((internal) =>
      scenario({}, async (site) => {
        redirectArchives(site, `${internal.url}/forbidden`)
        const result = await site.xtc()
        expect(internal.asked).toContain('/forbidden')
        expect(result.mainLog).toMatch(/\/forbidden failed with status 403/)
        const directory = result.outputs['output-directory'] ?? ''
        const files = (await readdir(directory)).filter((name) => /\.(md|html|json|xml)$/.test(name))
        expect(files.length).toBeGreaterThan(2)
        const texts = await Promise.all(files.map((name) => readFile(join(directory, name), 'utf8')))
        const shown = [result.log, result.summary, JSON.stringify([result.outputs, result.state]), ...texts]
        expect(shown.filter((text) => text.includes(SECRET_OF_THE_RUNNER)).length).toBe(0)
      }),
    ))
})
