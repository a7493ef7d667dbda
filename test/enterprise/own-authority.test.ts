import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { errorsIn } from '../e2e/scenario.ts'
import { selfSigned } from './certificates.ts'
import { company, NAMES_ON_LOOPBACK, type Company, type CompanyOptions } from './company.ts'

const DIRECTLY = { NODE_OPTIONS: NAMES_ON_LOOPBACK }

interface Distrust {
  name: string
  certificate?: CompanyOptions['certificate']
  /** The value of NODE_EXTRA_CA_CERTS. */
  authorities?: (site: Company) => string
  says: RegExp
}

const DISTRUSTED: Distrust[] = [
  {
    name: 'an unknown authority',
    says: /from an authority that this runner does not know \(\w+\); .* set NODE_EXTRA_CA_CERTS to a PEM file/,
  },
  {
    name: 'an authority whose file is missing',
    authorities: ({ directory }) => join(directory, 'missing.pem'),
    says: /does not know \(\w+\); NODE_EXTRA_CA_CERTS is set to .*missing\.pem, but that file cannot be read or does not contain this authority/,
  },
  {
    name: 'the server itself',
    certificate: (names) => selfSigned(names),
    says: /self-signed \(DEPTH_ZERO_SELF_SIGNED_CERT\); .* set NODE_EXTRA_CA_CERTS/,
  },
  {
    name: 'the authority, but has expired',
    certificate: (names, authority) => authority.issue({ names, validForDays: -1 }),
    authorities: ({ authorityPath }) => authorityPath,
    says: /the certificate has expired \(CERT_HAS_EXPIRED\)/,
  },
  {
    name: 'the authority, but for another host',
    certificate: (_names, authority) => authority.issue({ names: ['other.corp.example'] }),
    authorities: ({ authorityPath }) => authorityPath,
    says: /the certificate is for another host \(ERR_TLS_CERT_ALTNAME_INVALID\)/,
  },
]

describe.concurrent('a service whose certificate was issued by', () => {
  test('the authority in NODE_EXTRA_CA_CERTS is accepted, also for artifacts and the cache', () =>
    company({}, async (site) => {
      const environment = { NODE_EXTRA_CA_CERTS: site.authorityPath, ...DIRECTLY }
      const result = await site.errthquake({}, { environment })
      expect(result.exitCode).toBe(0)
      expect(site.simulator.actions.artifacts.length).toBeGreaterThan(0)
      expect(site.simulator.actions.cacheEntries.length).toBeGreaterThan(0)
    }))

  test.for(DISTRUSTED)('$name is rejected at once', ({ certificate, authorities, says }) =>
    company(certificate === undefined ? {} : { certificate }, async (site) => {
      const environment = { NODE_EXTRA_CA_CERTS: authorities?.(site) ?? '', ...DIRECTLY }
      const result = await site.errthquake({}, { environment })
      expect(result.exitCode).toBe(1)
      expect(result.outputs).toMatchObject({ outcome: 'error', reason: 'preflight' })
      expect(errorsIn(result.log)).toHaveLength(1)
      expect(result.log).toMatch(says)
      expect(site.front.seen(site.hosts.errthquake)).toBe(1)
      expect(site.simulator.record.entries).toEqual([])
    }),
  )
})

test('nothing in our code turns certificate checks off', () => {
  const source = join(import.meta.dirname, '..', '..', 'src')
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  expect(files.length).toBeGreaterThan(100)
  const naming = (words: RegExp): string[] =>
    files.filter((name) => words.test(readFileSync(join(source, name), 'utf8')))
  expect(naming(/rejectUnauthorized|ignoreSslError|checkServerIdentity/)).toEqual([])
  // The only place that names the switch refuses it; test/attacks/credentials.test.ts tests that.
  expect(naming(/NODE_TLS_REJECT_UNAUTHORIZED/).map((name) => basename(name))).toEqual([
    'certificate-trouble.ts',
  ])
})
