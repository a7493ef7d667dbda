import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Assumption } from '../../src/providers/assumption.ts'
import { errthquakeAssumptions } from '../../src/providers/errthquake/assumptions.ts'
import { xtcAssumptions } from '../../src/providers/xtc/assumptions.ts'
import { contractV1 } from '../../src/providers/xtc/contracts/contract-v1.ts'
import { contractV2 } from '../../src/providers/xtc/contracts/contract-v2.ts'
import { fieldsOf } from '../../scripts/contract/schema-fields.ts'
import { DEFAULT_ERRTHQUAKE_TOKEN } from '../simulator/errthquake.ts'
import type { RecordedRequest } from '../simulator/record.ts'
import type { SimulatorOptions } from '../simulator/simulator.ts'
import { openBench, runInProcess, type Bench } from './step-in-process.ts'

const CONTRACTS = { v1: contractV1, v2: contractV2 }
const MINUTE_MS = 60_000

let bench: Bench | undefined

afterEach(() => bench?.close())

async function open(options: SimulatorOptions): Promise<Bench> {
  await bench?.close()
  bench = await openBench({ xltData: { lines: 300 }, requestLog: { lines: 300 }, ...options })
  return bench
}

/** A whole run without archives, so that the report's own files are requested, and with a name to look up. */
async function xtcRequests(version: 'v1' | 'v2'): Promise<RecordedRequest[]> {
  const requests: RecordedRequest[] = []
  const runs: [xtc: NonNullable<SimulatorOptions['xtc']>, more: Record<string, string>][] = [
    [{}, {}],
    [{ run: { archives: ['result'] }, shape: { givesUrls: false } }, { 'xtc-load-test': 'Checkout nightly' }],
    [{ run: { archiveDelayMs: 60 * MINUTE_MS }, shape: { givesUrls: false } }, {}],
  ]
  for (const [xtc, more] of runs) {
    const { simulator, directory } = await open({ xtc })
    await mkdir(join(directory, 'perf'))
    await writeFile(join(directory, 'perf/pom.xml'), '<project/>')
    await runInProcess(bench as Bench, {
      provider: 'xtc',
      'xtc-url': simulator.xtcUrl,
      'xtc-organization': 'acme',
      'xtc-project': 'shop',
      'xtc-load-test': '7',
      'xtc-client-id': 'simulated-client',
      'xtc-client-secret': 'simulated-client-secret',
      'xtc-api-version': version,
      ...(version === 'v2' && { 'xtc-test-code': './perf' }),
      ...(version === 'v2' && { 'xtc-properties': 'users=5\nsecret:password=hunter2hunter2' }),
      ...more,
    })
    requests.push(...simulator.record.of('xtc'))
  }
  return requests
}

async function errthquakeRequests(): Promise<RecordedRequest[]> {
  const { simulator, directory } = await open({})
  await writeFile(join(directory, 'users.csv'), 'user\nalice\n')
  await runInProcess(bench as Bench, {
    provider: 'errthquake',
    'errthquake-url': simulator.errthquakeUrl,
    'errthquake-token': DEFAULT_ERRTHQUAKE_TOKEN,
    'test-input': './users.csv',
    'test-config': 'checkout.yaml',
    'virtual-users': '20',
    'test-type': 'interactive',
    'stop-after': '1m',
    region: 'eu-west-1',
  })
  return simulator.record.of('errthquake')
}

/** The assumption about a request. */
function assumptionOf(request: RecordedRequest, assumptions: readonly Assumption[]): Assumption | undefined {
  return assumptions.find(({ method, path }) => {
    const pattern = path.replaceAll(/\{[^}]+\}/g, '[^/]+')
    return method === request.method && new RegExp(`^${pattern}$`).test(request.path)
  })
}

/** Descriptions of how requests and table differ. */
function differences(requests: readonly RecordedRequest[], assumptions: readonly Assumption[]): string[] {
  const seen = new Set<Assumption>()
  const faults = requests.flatMap((request) => {
    const assumption = assumptionOf(request, assumptions)
    if (assumption === undefined) return [`${request.method} ${request.path} is assumed nowhere`]
    seen.add(assumption)
    return faultsOf(request, assumption)
  })
  const unused = assumptions.filter((assumption) => !seen.has(assumption))
  return [...new Set(faults), ...unused.map(({ name }) => `nothing was sent to ${name}`)]
}

function faultsOf(request: RecordedRequest, { name, query, body }: Assumption): string[] {
  const sent = {
    query: [...new URLSearchParams(request.query).keys()],
    body: keysOfBody(request),
    contentType: request.headers['content-type']?.split(';')[0],
  }
  const assumed = { query: [...query], body: keysOf(body?.sample), contentType: body?.contentType }
  const same = JSON.stringify(sent) === JSON.stringify(assumed)
  return same ? [] : [`${name}: ${JSON.stringify(sent)}, not ${JSON.stringify(assumed)}`]
}

function keysOfBody({ body, headers }: RecordedRequest): string[] {
  if (body === '' || headers['content-type'] === 'application/zip') return []
  if (headers['content-type']?.startsWith('multipart/') === true)
    return [...body.matchAll(/form-data; name="([^"]*)"/g)].map(([, name = '']) => name).sort()
  if (headers['content-type']?.includes('form') === true) return [...new URLSearchParams(body).keys()].sort()
  return keysOf(JSON.parse(body))
}

function keysOf(value: unknown): string[] {
  return Object.keys((Array.isArray(value) ? value[0] : value) ?? {}).sort()
}

function scopesOfToken({ headers }: RecordedRequest): string[] {
  const payload = headers['authorization']?.split('.')[1] ?? ''
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { scope: string }
  return claims.scope.split(' ')
}

describe.each(['v1', 'v2'] as const)('XTC %s', (version) => {
  const assumptions = xtcAssumptions(CONTRACTS[version])

  test('whole runs send exactly what the table assumes', async () => {
    const requests = await xtcRequests(version)
    expect(differences(requests, assumptions)).toEqual([])
    // A change on either side would also be noticed.
    expect(differences(requests.slice(1, 2), assumptions)).toHaveLength(assumptions.length - 1)
    expect(differences(requests, assumptions.slice(1))[0]).toContain('is assumed nowhere')
  })

  test('the tokens of the runs have the scopes of the table', async () => {
    const requests = await xtcRequests(version)
    const assumed = assumptions.flatMap(({ permission }) => permission ?? [])
    const asked = new Set<string>()
    for (const request of requests) {
      if (request.path === '/oauth/token') continue
      const scopes = scopesOfToken(request)
      const needed = assumptionOf(request, assumptions)?.permission
      expect(scopes).toContain(needed)
      for (const scope of scopes) asked.add(scope)
    }
    expect([...asked].sort()).toEqual([...new Set(assumed)].sort())
  })
})

test('a whole run sends exactly what the table assumes about Errthquake', async () => {
  expect(differences(await errthquakeRequests(), errthquakeAssumptions())).toEqual([])
})

const ALL: [string, Assumption[]][] = [
  ['XTC v1', xtcAssumptions(contractV1)],
  ['XTC v2', xtcAssumptions(contractV2)],
  ['Errthquake', errthquakeAssumptions()],
]

test.each(ALL)(
  '%s: every field that a schema reads is a fact of the table, and vice versa',
  (_service, all) => {
    for (const { name, answer } of all) {
      if (answer.kind !== 'json') continue
      const read = [...fieldsOf(answer.schema).keys()].sort()
      const assumed = [...new Set(answer.fields.flatMap(({ at }) => at))].sort()
      expect({ name, assumed }).toEqual({ name, assumed: read })
    }
  },
)
