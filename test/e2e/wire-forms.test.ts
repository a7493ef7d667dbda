import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { FaultRule } from '../simulator/faults.ts'
import { scenario } from './scenario.ts'

type Change = NonNullable<FaultRule['change']>

const ENCODERS = {
  gzip: (body: Buffer) => gzipSync(body),
  'x-gzip': (body: Buffer) => gzipSync(body),
  br: (body: Buffer) => brotliCompressSync(body),
  deflate: (body: Buffer) => deflateSync(body),
  'deflate without a header': (body: Buffer) => deflateRawSync(body),
}

/** Compressed for transfer, whatever was requested. */
function encoded(how: keyof typeof ENCODERS): Change {
  return (body) => ({
    body: ENCODERS[how](body),
    headers: { 'content-encoding': how.replace(/ .*/, '') },
  })
}

const withMark = (body: Buffer): Buffer => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body])

function changed(service: 'xtc' | 'errthquake', path: RegExp, change: Change): FaultRule {
  return { match: { service, path }, kind: 'changed', change }
}

const sha256Of = (body: Buffer): string => createHash('sha256').update(body).digest('hex')
const LOGS = /\/logs$/

describe.concurrent('responses in other forms', { timeout: 300_000 }, () => {
  test('XTC: compressed documents, a mark before JSON, a lifetime as text, archives compressed once more', () =>
    scenario({}, async ({ xtc, simulator }) => {
      const served = new Map<string, string>()
      const kept =
        (name: string, change: Change): Change =>
        (body) => {
          served.set(name, sha256Of(body))
          return change(body)
        }
      simulator.faults.add(
        changed('xtc', /\/oauth\/token$/, (body) => ({
          body: withMark(
            Buffer.from(body.toString('utf8').replace(/"expires_in":(\d+)/, '"expires_in":"$1"')),
          ),
        })),
        changed('xtc', /\/reports\/1\/archive$/, kept('report', encoded('br'))),
        // The header only says that it is compressed.
        changed(
          'xtc',
          /\/results\/1\/archive$/,
          kept('result', () => ({ headers: { 'content-encoding': 'gzip' } })),
        ),
        changed('xtc', /./, (body) => encoded('gzip')(withMark(body))),
      )
      const result = await xtc({ artifacts: 'none' })
      expect(result.outputs['outcome']).toBe('passed')
      expect(result.mainLog).not.toMatch(/trying again|::warning/)
      const written = async (name: string): Promise<string> =>
        sha256Of(await readFile(result.outputs[`${name}-path`] ?? ''))
      expect({ report: await written('report'), result: await written('result') }).toEqual(
        Object.fromEntries(served),
      )
    }))

  test.each(['gzip', 'x-gzip', 'br', 'deflate', 'deflate without a header'] as const)(
    'Errthquake: everything in %s',
    (how) =>
      scenario({}, async ({ errthquake, simulator }) => {
        let served = ''
        simulator.faults.add(
          changed('errthquake', LOGS, (body) => {
            served = sha256Of(body)
            return encoded(how)(body)
          }),
          changed('errthquake', /./, (body) => encoded(how)(withMark(body))),
        )
        const result = await errthquake({ artifacts: 'none', criteria: 'requests.p95 <= 60s' })
        expect(result.outputs['outcome']).toBe('passed')
        expect(simulator.faults.unused()).toEqual([])
        expect(sha256Of(await readFile(result.outputs['result-path'] ?? ''))).toBe(served)
      }),
  )
})

describe.concurrent('digests', { timeout: 300_000 }, () => {
  const hash = (algorithm: string, form: 'hex' | 'base64', body: Buffer): string =>
    createHash(algorithm).update(body).digest(form)

  test.each<[string, (body: Buffer) => Record<string, string>]>([
    ['SHA-256 in hexadecimal', (body) => ({ digest: `sha-256=${hash('sha256', 'hex', body)}` })],
    ['SHA-256 in base64', (body) => ({ 'repr-digest': `sha-256=:${hash('sha256', 'base64', body)}:` })],
    ['MD5 in hexadecimal', (body) => ({ 'content-md5': hash('md5', 'hex', body) })],
    ['MD5 in base64', (body) => ({ digest: `MD5=${hash('md5', 'base64', body)}` })],
  ])('%s: only one that does not match breaks the download', (_name, headersOf) =>
    scenario({}, async ({ errthquake, simulator }) => {
      simulator.faults.add(
        { ...changed('errthquake', LOGS, () => ({ headers: headersOf(Buffer.from('other')) })), times: 1 },
        changed('errthquake', LOGS, (body) => ({ headers: headersOf(body) })),
      )
      const result = await errthquake({ artifacts: 'none' })
      expect(result.outputs['outcome']).toBe('passed')
      expect(result.mainLog.match(/the received data does not match its (sha256|md5) digest/g)).toHaveLength(
        1,
      )
      expect(simulator.faults.unused()).toEqual([])
    }),
  )

  test('in unknown forms are ignored', () =>
    scenario({}, async ({ errthquake, simulator }) => {
      const headers = {
        digest: 'crc32c=AAAA, sha-256=soon, md5=00ff',
        'content-md5': '0',
        'repr-digest': 'x=y',
      }
      simulator.faults.add(changed('errthquake', LOGS, () => ({ headers })))
      const result = await errthquake({ artifacts: 'none' })
      expect(result.outputs['outcome']).toBe('passed')
      expect(result.mainLog).not.toMatch(/trying again/)
      expect(simulator.faults.unused()).toEqual([])
    }))
})
