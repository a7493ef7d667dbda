import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { errorsIn } from '../e2e/scenario.ts'
import { selfSigned } from '../enterprise/certificates.ts'
import { company, NAMES_ON_LOOPBACK } from '../enterprise/company.ts'
import { preloaded } from './loopback-server.ts'

const post = join(import.meta.dirname, '..', '..', 'dist', 'post', 'index.js')
const UNCHECKED = { NODE_TLS_REJECT_UNAUTHORIZED: '0', NODE_OPTIONS: NAMES_ON_LOOPBACK }
/** Time passes thirty times as fast: post tries for a minute. */
const HURRIED = preloaded(`
const { now } = Date
const start = now()
Date.now = () => start + (now() - start) * 30
const later = setTimeout
globalThis.setTimeout = (work, ms, ...rest) => later(work, ms / 30, ...rest)
`)
/** Services behind a certificate that nobody vouches for, as a man in the middle has it. */
const IMPOSTOR = { certificate: (names: string[]) => selfSigned(names) }

describe.concurrent('certificates', { timeout: 60_000 }, () => {
  test('a step whose certificates are not checked sends no credentials', () =>
    company(IMPOSTOR, async (site) => {
      const result = await site.errthquake({}, { environment: UNCHECKED })
      expect(result.outputs).toMatchObject({ outcome: 'error', reason: 'bad-input' })
      expect(errorsIn(result.mainLog)).toHaveLength(1)
      expect(result.mainLog).toMatch(/NODE_TLS_REJECT_UNAUTHORIZED is 0.*NODE_EXTRA_CA_CERTS/)
      expect(site.simulator.record.entries).toEqual([])
    }))

  test('cleaning up sends none either, where the checking was switched off meanwhile', () =>
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
          STATE_run: JSON.stringify({ phase: 'going', run }),
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
