import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { messageOf } from '../../../../src/foundation/errors.ts'
import { download, type Download } from '../../../../src/platform/download/download.ts'
import { Manifest, MANIFEST_NAME } from '../../../../src/platform/files/manifest.ts'
import { OutputFolder } from '../../../../src/platform/files/output-folder.ts'
import { HttpError } from '../../../../src/platform/http/http.ts'
import { VirtualClock } from '../../../clock/virtual-clock.ts'

interface Answer {
  status: number
  headers?: Record<string, string>
  body?: string
  /** Endless chunks with this size and interval. */
  endless?: { everyMs: number; bytes: number }
}

const WHOLE: Answer = { status: 200, body: '{"whole": true}' }
const PAGE: Answer = { status: 200, body: '<!doctype html><title>Sign in</title>' }

let directory = ''
let manifest: Manifest

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'load-test-gate-download-'))
  manifest = new Manifest(directory)
})

afterEach(async () => {
  await rm(directory, { recursive: true })
})

/**
 * Downloads a JSON document from a service that sends these responses in order, and then repeats the last
 * one.
 */
async function downloaded(
  answers: Answer[],
  options: Partial<Pick<Download<never>, 'urls' | 'serviceUrl' | 'renew' | 'format' | 'budgetMs'>> = {},
): Promise<{ asked: string[]; tookMs: number; thrown: unknown }> {
  const clock = new VirtualClock(0)
  const { signal } = new AbortController()
  const asked: string[] = []
  // Time passes only after a chunk was written to disk.
  let onDisk = (): void => undefined
  const endlessly = ({ everyMs, bytes }: { everyMs: number; bytes: number }): Readable => {
    let stored = Promise.resolve()
    const pushLater = async (body: Readable): Promise<void> => {
      await stored
      goOn()
      await clock.sleep(everyMs)
      if (body.destroyed) return
      goOn = clock.hold()
      stored = new Promise((resolve) => (onDisk = resolve))
      body.push(Buffer.alloc(bytes, '1'))
    }
    return new Readable({
      read() {
        void pushLater(this)
      },
    })
  }
  // Files are written in real time: virtual time passes only during pauses.
  let goOn = clock.hold()
  const ports = {
    clock,
    random: () => 1,
    signal: () => signal,
    transport: {
      send: async ({ url }: { url: string }) => {
        const {
          status,
          headers = {},
          body = '',
          endless,
        } = answers[Math.min(asked.length, answers.length - 1)] ?? WHOLE
        goOn()
        goOn = clock.hold()
        asked.push(url)
        const sent = endless === undefined ? Readable.from([Buffer.from(body)]) : endlessly(endless)
        return { status, headers, body: sent, release: () => onDisk() }
      },
    },
  }
  const file = {
    serviceUrl: 'https://xtc.example',
    urls: ['https://xtc.example/archive'],
    headersFor: async () => ({}),
    folder: new OutputFolder(directory, manifest),
    name: 'run.json',
    format: 'json' as const,
    budgetMs: 60_000,
    onRetry: () => goOn(),
    ...options,
  }
  const thrown = await download(ports, file).then(
    () => undefined,
    (error: unknown) => error,
  )
  goOn()
  return { asked, tookMs: clock.now(), thrown }
}

describe('a download tries again after', () => {
  test.each([
    ['404, the archive is not made yet', { status: 404 }],
    ['409', { status: 409 }],
    ['202, accepted', { status: 202 }],
    ['408', { status: 408 }],
    ['425', { status: 425 }],
    ['429', { status: 429 }],
    ['500', { status: 500 }],
    ['503', { status: 503 }],
    ['a web page', PAGE],
    ['half a document', { status: 200, body: '{"whole": tr' }],
    ['fewer bytes than announced', { ...WHOLE, headers: { 'content-length': '99' } }],
  ])('%s', async (_name, answer) => {
    const { asked, thrown } = await downloaded([answer, WHOLE])
    expect(thrown).toBeUndefined()
    expect(asked).toHaveLength(2)
    expect(JSON.parse(await readFile(join(directory, 'run.json'), 'utf8'))).toEqual({ whole: true })
  })

  test.each([400, 401, 403, 410, 501])('no status %i', async (status) => {
    const { asked, thrown } = await downloaded([{ status }])
    expect(thrown).toMatchObject({ status })
    expect(asked).toHaveLength(1)
  })

  test('a web page, until the time limit, and leaves nothing behind', async () => {
    const { asked, tookMs, thrown } = await downloaded([PAGE])
    expect(thrown).toMatchObject({ kind: 'mismatch' })
    // Pauses of 1, 2, 4, 8, 16 and 20 s; the next one would go beyond the minute.
    expect([asked.length, tookMs]).toEqual([7, 51_000])
    expect(await readdir(directory)).toEqual([MANIFEST_NAME])
  })

  test('a 401 once with a new authorization, but not a second time', async () => {
    let renewals = 0
    const renew = (): boolean => ++renewals > 0
    expect((await downloaded([{ status: 401 }, WHOLE], { renew })).thrown).toBeUndefined()
    expect((await downloaded([{ status: 401 }], { renew })).thrown).toMatchObject({ status: 401 })
    expect(renewals).toBe(2)
  })
})

describe('plain http', () => {
  const PLAIN = 'http://storage.example/archive?signature=x'

  test('is never used for another host, not even once', async () => {
    const { asked, tookMs, thrown } = await downloaded([WHOLE], { urls: [PLAIN] })
    expect([asked, tookMs]).toEqual([[], 0])
    expect(thrown).toBeInstanceOf(HttpError)
    expect((thrown as Error).message).toBe('GET http://storage.example/archive was not sent: https only.')
  })

  test('does not prevent the next address', async () => {
    const { asked, thrown } = await downloaded([{ status: 404 }, WHOLE], {
      urls: [PLAIN, 'https://xtc.example/archive'],
    })
    expect(thrown).toBeUndefined()
    expect(asked).toEqual(['https://xtc.example/archive', 'https://xtc.example/archive'])
  })

  test('is used for this machine if the service itself is there, and only there', async () => {
    const urls = ['http://127.0.0.1:8080/archive']
    const serviceUrl = 'http://localhost:9000'
    expect(await downloaded([WHOLE], { urls, serviceUrl })).toMatchObject({ asked: urls, thrown: undefined })
    const { asked, thrown } = await downloaded([WHOLE], { urls })
    expect(asked).toEqual([])
    expect((thrown as Error).message).toBe('GET http://127.0.0.1:8080/archive was not sent: https only.')
  })

  test('is not followed to another host', async () => {
    const { asked, thrown } = await downloaded([{ status: 302, headers: { location: PLAIN } }])
    expect(asked).toHaveLength(1)
    expect((thrown as Error).message).toContain('which is not followed')
  })
})

describe('an endless body', () => {
  const minute = 60_000
  const archive = { format: 'gzip', budgetMs: 15 * minute } as const

  test('is given up at the time limit if it is slower than 50 kB/s', async () => {
    const drip = { status: 200, endless: { everyMs: 10_000, bytes: 400_000 } }
    const { asked, tookMs, thrown } = await downloaded([drip], archive)
    expect(thrown).toMatchObject({
      kind: 'stalled',
      message: expect.stringContaining(': only '),
    })
    expect(tookMs).toBe(15 * minute + 10_000)
    expect(asked).toHaveLength(1)
  })

  test('is given up a quarter of an hour later if it is faster', async () => {
    const stream = { status: 200, endless: { everyMs: 10_000, bytes: 600_000 } }
    const { asked, tookMs, thrown } = await downloaded([stream], archive)
    expect(thrown).toMatchObject({
      kind: 'stalled',
      message: expect.stringContaining('is over: 109 MB arrived in 1810 s'),
    })
    expect(tookMs).toBe(30 * minute + 10_000)
    expect(asked).toHaveLength(1)
    expect(await readdir(directory)).toEqual([MANIFEST_NAME])
  })

  test('does not get the full time again with each attempt', async () => {
    const drip = { status: 200, endless: { everyMs: 10_000, bytes: 10 } }
    const waits = Array.from({ length: 7 }, () => ({ status: 503, headers: { 'retry-after': '120' } }))
    const { asked, tookMs, thrown } = await downloaded([...waits, drip], archive)
    expect(thrown).toMatchObject({ kind: 'stalled' })
    expect(asked).toHaveLength(8)
    expect(tookMs).toBeLessThan(16 * minute)
  })

  test('is given up at 64 MB if it should be JSON', async () => {
    const flood = { status: 200, endless: { everyMs: 1, bytes: 1_000_000 } }
    const { asked, thrown } = await downloaded([flood])
    expect(asked).toHaveLength(1)
    expect((thrown as Error).message).toBe(
      'GET https://xtc.example/archive: the file is too large: there are more than 65 MB, and at most 64 MB are downloaded. ' +
        'Let the load test record less, or download the file manually.',
    )
    expect(await readdir(directory)).toEqual([MANIFEST_NAME])
  })
})

describe('a response from another host than the service', () => {
  const elsewhere = { urls: ['https://storage.example/archive'] }

  test.each([
    ['a rejection', { status: 403, body: 'PRIVATE' }],
    ['a web page', { status: 200, body: '<!doctype html>PRIVATE' }],
    ['invalid JSON', { status: 200, body: 'PRIVATE' }],
  ])('is not quoted: %s', async (name, answer) => {
    const { thrown } = await downloaded([answer], elsewhere)
    expect(messageOf(thrown)).toMatch(/^GET https:\/\/storage\.example\/archive/)
    expect(messageOf(thrown)).not.toContain('PRIVATE')
    // The beginning of the service's own response is quoted. What a JSON parser complains about is never
    // quoted.
    const own = messageOf((await downloaded([answer])).thrown)
    expect(own.includes('PRIVATE')).toBe(name !== 'invalid JSON')
  })
})
