import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { errorsIn, scenario, withoutMasks } from '../e2e/scenario.ts'
import { selfSigned } from '../enterprise/certificates.ts'
import { company, NAMES_ON_LOOPBACK } from '../enterprise/company.ts'
import { preloaded } from './loopback-server.ts'

const post = join(import.meta.dirname, '..', '..', 'dist', 'post', 'index.js')
const UNCHECKED = { NODE_TLS_REJECT_UNAUTHORIZED: '0', NODE_OPTIONS: NAMES_ON_LOOPBACK }
/** Makes time pass thirty times as fast, because post tries for a minute. */
const HURRIED = preloaded(`
const monotonicNow = performance.now.bind(performance)
performance.now = () => monotonicNow() * 30
const later = setTimeout
globalThis.setTimeout = (work, ms, ...rest) => later(work, ms / 30, ...rest)
`)
/** Services with a self-signed certificate, as in a man-in-the-middle attack. */
const IMPOSTOR = { certificate: (names: string[]) => selfSigned(names) }

describe.concurrent('certificates', { timeout: 300_000 }, () => {
  test('a step with certificate checks turned off sends no credentials', () =>
    company(IMPOSTOR, async (site) => {
      const result = await site.errthquake({}, { environment: UNCHECKED })
      expect(result.outputs).toMatchObject({ outcome: 'error', reason: 'bad-input' })
      expect(errorsIn(result.mainLog)).toHaveLength(1)
      expect(result.mainLog).toMatch(/NODE_TLS_REJECT_UNAUTHORIZED is 0.*NODE_EXTRA_CA_CERTS/)
      expect(site.simulator.record.entries).toEqual([])
    }))

  test('the cleanup sends none either if the checks were turned off in the meantime', () =>
    company(IMPOSTOR, async (site) => {
      const run = { provider: 'errthquake', executions: [{ id: 'abcd1234', label: '' }], startedAtMs: 1 }
      const output = join(site.directory, 'output')
      await writeFile(output, '')
      const { stdout } = await promisify(execFile)(process.execPath, [post], {
        env: {
          ...UNCHECKED,
          NODE_OPTIONS: `${UNCHECKED.NODE_OPTIONS} ${HURRIED.NODE_OPTIONS}`,
          PATH: process.env['PATH'] ?? '',
          GITHUB_OUTPUT: output,
          RUNNER_TEMP: site.directory,
          STATE_run: JSON.stringify({ phase: 'active', run }),
          INPUT_PROVIDER: 'errthquake',
          'INPUT_ERRTHQUAKE-URL': `https://${site.hosts.errthquake}:${site.front.port}`,
          'INPUT_ERRTHQUAKE-TOKEN': 'word1234= 0123456789abcdef',
          'INPUT_TEST-INPUT': 'customers.csv',
          'INPUT_TEST-CONFIG': 'checkout.yaml',
          'INPUT_VIRTUAL-USERS': '20',
          'INPUT_TEST-DURATION': '1s',
          INPUT_REGION: 'eu-west-1',
        },
      }).catch((error: unknown) => error as { stdout: string })
      expect(stdout).toMatch(/certificate is self-signed/)
      expect(site.simulator.record.entries).toEqual([])
    }))
})

describe.concurrent('credentials', { timeout: 300_000 }, () => {
  test.each([
    ['errthquake-token', 'token-of-one-line= 0123456789\r\nX-Injected: 1'],
    ['errthquake-token', 'token-with-a-mark= 0123456789…'],
    ['github-token', 'token-of-one-line\nand-another-line'],
  ])('%s cannot smuggle in a header: %j', (name, value) =>
    scenario({}, async ({ simulator, errthquake }) => {
      const result = await errthquake({ comment: 'always', [name]: value })
      expect(result.outputs).toMatchObject({ outcome: 'error', reason: 'bad-input' })
      expect(result.mainLog).toContain(`Input '${name}' must be`)
      expect(withoutMasks(result.log)).not.toMatch(/of-one-line|with-a-mark|another-line/)
      expect(simulator.record.entries).toEqual([])
    }),
  )

  test.each(['xtc-client-id', 'xtc-client-secret'])('%s must be a single line', (name) =>
    scenario({}, async ({ simulator, xtc }) => {
      const result = await xtc({ [name]: 'first-line\nsecond-line' })
      expect(result.outputs).toMatchObject({ outcome: 'error', reason: 'bad-input' })
      expect(result.mainLog).toContain(`Input '${name}' must be`)
      expect(withoutMasks(result.log)).not.toMatch(/first-line|second-line/)
      expect(simulator.record.entries).toEqual([])
    }),
  )

  test('an access token cannot smuggle in a header', () =>
    scenario({}, async ({ simulator, xtc }) => {
      simulator.faults.add({
        match: { service: 'xtc', path: /\/oauth\/token$/ },
        kind: 'status',
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ access_token: 'abc\r\nX-Injected: 1', expires_in: 3600 }),
      })
      const result = await xtc()
      expect(result.outputs).toMatchObject({ outcome: 'error', reason: 'credentials' })
      expect(result.mainLog).toContain('contains no access token')
      expect(simulator.record.entries.every(({ path }) => path.endsWith('/oauth/token'))).toBe(true)
    }))
})
