import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { serviceNamed } from '../../src/providers/service.ts'
import { SERVICES } from '../../src/providers/services.ts'
import { ArrivingRequestLog, ArrivingTimers, type ArrivingData } from '../../src/measurements/arriving.ts'
import { createTransport } from '../../src/platform/http/transport.ts'
import type { Log } from '../../src/foundation/ports.ts'
import { Manifest, MANIFEST_NAME } from '../../src/platform/files/manifest.ts'
import { OutputFolder } from '../../src/platform/files/output-folder.ts'
import { collectFile, type FileOutcome } from '../../src/providers/collect-file.ts'
import type { CollectedFile } from '../../src/providers/provider.ts'
import { requestLogCsv } from '../simulator/request-log.ts'
import { tarOf, zipOf } from '../unit/formats/archives/archives.ts'

type Answer = (response: ServerResponse, request: IncomingMessage) => void

let directory = ''
let folder: OutputFolder
let server: Server
let answers: Answer[] = []
let requests = 0

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'arriving-'))
  folder = new OutputFolder(directory, new Manifest(directory))
  requests = 0
  server = createServer((request, response) => {
    answers[Math.min(requests++, answers.length - 1)]!(response, request)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(async () => {
  server.closeAllConnections()
  server.close()
  await rm(directory, { recursive: true })
})

const LINES = 8000
const CSV = Buffer.concat(
  [
    ...requestLogCsv({
      lines: LINES,
      seed: 7,
      startMs: Date.UTC(2026, 0, 5, 9),
      endMs: Date.UTC(2026, 0, 5, 10),
      virtualUsers: 20,
      timeForm: 'iso',
      slowness: 1,
      errorShare: 0.01,
    }),
  ].map((part) => Buffer.from(part)),
)
const ZIP = zipOf({ 'readme.txt': 'text', 'a.csv': CSV, 'b.csv': CSV }, { sizesBehind: true })

function whole(bytes: Buffer, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(200, { 'content-length': bytes.length, ...headers })
    // In pieces, so that the archive is read while it arrives.
    for (let at = 0; at < bytes.length; at += 10_000) response.write(bytes.subarray(at, at + 10_000))
    response.end()
  }
}

function brokenOff(bytes: Buffer, afterBytes: number): Answer {
  return (response) => {
    response.writeHead(200, { 'content-length': bytes.length })
    response.write(bytes.subarray(0, afterBytes), () => setTimeout(() => response.destroy(), 20))
  }
}

const LOG: Log = {
  info: () => undefined,
  notice: () => undefined,
  warning: () => undefined,
  error: () => undefined,
  debug: () => undefined,
  group: async (_title, work) => await work(),
}

let opened: ArrivingData[] = []

/** Pauses take no time, and the time limit is reached after `tries` pauses. */
async function collectArchive(name: string, open: () => ArrivingData, tries = 3): Promise<FileOutcome> {
  opened = []
  let pauses = 0
  const clock = {
    now: () => pauses,
    monotonicMs: () => pauses,
    sleep: async (_ms: number, signal?: AbortSignal) =>
      signal?.aborted === false && signal !== never ? await aborted(signal) : void (pauses += 1000),
  }
  return await collectFile(
    { transport: createTransport('test'), clock, random: () => 0, signal: () => never },
    LOG,
    folder,
    {
      kind: 'result',
      name,
      serviceUrl: 'http://127.0.0.1',
      urls: [`http://127.0.0.1:${(server.address() as AddressInfo).port}/`],
      headersFor: () => Promise.resolve({}),
      format: name.endsWith('.zip') ? 'zip' : 'gzip',
      budgetMs: tries * 1000,
      openReader: () => {
        const reader = open()
        opened.push(reader)
        return Promise.resolve(reader)
      },
    },
  )
}

const never = new AbortController().signal

/** The watch over a stalled request, which never ends here. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })
}

const collectLog = (): Promise<FileOutcome> => collectArchive('logs.zip', () => new ArrivingRequestLog())
const FACTS = { provider: 'errthquake', ids: ['a'] } as const

/** Checks that the measurements are the same as those of the finished file. */
async function expectMeasuredAsTheFile(file: CollectedFile, provider: 'xtc' | 'errthquake'): Promise<void> {
  const { data, ...onDisk } = file
  const facts = { ...FACTS, provider, ids: ['a'] }
  const service = serviceNamed(SERVICES, provider).files
  const fromFile = await service.measure({ files: [onDisk], facts }, [])
  expect(Object.keys(fromFile.subjects)).not.toEqual([])
  expect(await service.measure({ files: [{ ...onDisk, ...(data && { data }) }], facts }, [])).toEqual(
    fromFile,
  )
}

test('a log is measured while it arrives, with the same result as from the file', async () => {
  answers = [whole(ZIP)]
  const { files } = await collectLog()
  expect(files[0]?.data?.kind).toBe('request-log')
  expect((await readFile(join(directory, 'logs.zip'))).equals(ZIP)).toBe(true)
  await expectMeasuredAsTheFile(files[0]!, 'errthquake')
})

test('a download that breaks midway starts over, and nothing of the first half is counted', async () => {
  answers = [brokenOff(ZIP, ZIP.length >> 1), whole(ZIP)]
  const { files } = await collectLog()
  expect(requests).toBe(2)
  expect(opened).toHaveLength(2)
  expect(files[0]?.data).toBeDefined()
  await expectMeasuredAsTheFile(files[0]!, 'errthquake')
})

test('a wrong checksum at the very end leaves neither file nor measurements', async () => {
  const directoryAt = ZIP.indexOf('PK\x01\x02', 0, 'latin1')
  const spoiled = Buffer.from(ZIP)
  // The CRC of the last file, both after its content and in the directory.
  const crcs = [spoiled.lastIndexOf('PK\x07\x08', undefined, 'latin1') + 4]
  crcs.push(spoiled.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 16)
  for (const at of crcs) spoiled[at]! ^= 1
  expect(crcs[1]).toBeGreaterThan(directoryAt)
  answers = [whole(spoiled)]
  const { files, missing } = await collectLog()
  expect(files).toEqual([])
  expect(missing[0]?.reason).toContain('the zip file is broken')
  expect(await readdir(directory)).toEqual([MANIFEST_NAME])
})

test('a wrong digest leaves nothing, although the archive is complete', async () => {
  answers = [whole(ZIP, { 'content-md5': 'AAAAAAAAAAAAAAAAAAAAAA==' })]
  const { files, missing } = await collectLog()
  expect(files).toEqual([])
  expect(missing[0]?.reason).toContain('does not match its md5 digest')
  expect(await readdir(directory)).toEqual([MANIFEST_NAME])
})

test('a correct digest changes nothing', async () => {
  const sha256 = createHash('sha256').update(ZIP).digest('base64')
  answers = [whole(ZIP, { 'content-digest': `sha-256=:${sha256}:` })]
  expect((await collectLog()).files[0]?.data).toBeDefined()
})

test('a log that cannot be read while it arrives is read from the file, which gives the reason', async () => {
  answers = [whole(zipOf({ 'a.csv': CSV, 'b.csv': 'no header\n' }))]
  const { files } = await collectLog()
  expect(files[0]?.data).toBeUndefined()
  const { warnings } = await serviceNamed(SERVICES, 'errthquake').files.measure(
    { files, facts: { ...FACTS, ids: ['a'] } },
    [],
  )
  expect(warnings.map(({ message }) => message).join()).toContain('"b.csv" of the request log')
})

test('uncompressed logs and logs with another name are verified and read from the file', async () => {
  for (const zip of [zipOf({ 'a.csv': CSV }, { stored: true }), zipOf({ log: CSV })]) {
    answers = [whole(zip)]
    const { files } = await collectLog()
    expect(files[0]?.data).toBeUndefined()
    await expectMeasuredAsTheFile(files[0]!, 'errthquake')
  }
})

test('a raw result of XTC is measured while it arrives, with the same result as from the file', async () => {
  const timers = Array.from(
    { length: 5000 },
    (_, i) => `R,request-${i % 7},${1.7e12 + i * 10},${i % 900},false\n`,
  )
  const tar = await tarOf({ 'x/timers.csv': timers.join(''), 'x/timers.csv.gz': gzipSync(timers.join('')) })
  answers = [whole(gzipSync(tar))]
  const { files } = await collectArchive('result.tar.gz', () => new ArrivingTimers())
  expect(files[0]?.data?.kind).toBe('xlt-timers')
  await expectMeasuredAsTheFile(files[0]!, 'xtc')
})

test('a truncated result archive does not count as a file', async () => {
  const gzip = gzipSync(await tarOf({ 'x/timers.csv': 'R,a,1700000000000,5,false\n' }))
  answers = [whole(gzip.subarray(0, -4))]
  const { files, missing } = await collectArchive('result.tar.gz', () => new ArrivingTimers())
  expect(files).toEqual([])
  expect(missing[0]?.reason).toContain('the gzip file is broken')
})
