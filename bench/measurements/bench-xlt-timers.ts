/**
 * How long the timer files of a result archive take, compared with only gunzip and reading the tar: `node
 * bench/measurements/bench-xlt-timers.ts [lines, 5000000] [runs, 5]`. Medians, alternating. The archives are
 * generated once, in the directory for temporary files: 50 users of 10 scenarios, once with plain `timers.csv`, and
 * once with `timers.csv.gz` in a `.tar.gz` in a ZIP.
 */
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { createGunzip, createGzip, gzipSync } from 'node:zlib'

import { ByteReader, drain } from '../../src/formats/archives/byte-reader.ts'
import { regularFile } from '../../src/platform/files/regular-file.ts'
import { measureXlt } from '../../src/measurements/measure-files.ts'
import { nextTarEntry, paddingOf } from '../../src/formats/archives/tar-entries.ts'
import { median } from '../median.ts'
import { writeZip } from './generate-request-log.ts'
import { inflatedMember, timed } from './timed.ts'

const LIMIT = 1.5

type Form = 'plain' | 'nested'

const USERS = 50
const START_MS = Date.UTC(2026, 0, 15, 9)

function timersOf(user: number, lines: number): Buffer {
  const scenario = `TScenario${user % 10}`
  const parts: string[] = []
  let seed = user + 1
  const random = (below: number) => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) % below
  for (let i = 0; i < lines; i++) {
    const at = START_MS + Math.floor((i / lines) * 3_600_000)
    const step = random(6)
    if (i % 20 === 19) parts.push(`T,${scenario},${at},${2000 + random(3000)},false`)
    else if (i % 5 === 4) parts.push(`A,Action${step},${at},${200 + random(900)},${random(100) === 0}`)
    else
      parts.push(
        `R,Action${step}.${1 + random(8)},${at},${20 + random(300)},${random(100) === 0},${300 + random(200)},${random(60_000)},200,https://shop.example.com/page/${step}?id=${random(100_000)},text/html,0,1,${random(40)},${random(40)},${random(90)},${random(300)}`,
      )
  }
  return Buffer.from(`${parts.join('\n')}\n`)
}

function tarHeader(name: string, size: number): Buffer {
  const header = Buffer.alloc(512)
  header.write(name)
  header.write('0000644\0', 100)
  header.write(size.toString(8).padStart(11, '0'), 124)
  header.write('0', 156)
  header.write('ustar\x0000', 257)
  header.fill(' ', 148, 156)
  const sum = header.reduce((a, b) => a + b, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

function* tarOf(lines: number, form: Form): Generator<Buffer> {
  for (let user = 0; user < USERS; user++) {
    const plain = timersOf(user, lines / USERS)
    const timers = form === 'nested' ? gzipSync(plain) : plain
    const name = form === 'nested' ? 'timers.csv.gz' : 'timers.csv'
    yield tarHeader(`run/ac1/TScenario${user % 10}/${user}/${name}`, timers.length)
    yield timers
    yield Buffer.alloc(paddingOf(timers.length))
  }
  yield Buffer.alloc(1024)
}

async function archiveOf(lines: number, form: Form): Promise<string> {
  const tar = join(tmpdir(), `bench-xlt-timers-${form === 'plain' ? '' : `${form}-`}${lines}.tar.gz`)
  const path = form === 'nested' ? `${tar}.zip` : tar
  if (existsSync(path)) return path
  await pipeline(tarOf(lines, form), createGzip(), createWriteStream(tar))
  if (form === 'nested') {
    const chunks: Buffer[] = []
    for await (const chunk of createReadStream(tar)) chunks.push(chunk as Buffer)
    await writeZip(path, 'result.tar.gz', chunks)
    await rm(tar)
  }
  return path
}

async function walkAlone(path: string, form: Form): Promise<void> {
  const file =
    form === 'nested' ? await inflatedMember(path) : createReadStream(path, { highWaterMark: 1 << 20 })
  const reader = new ByteReader(file.pipe(createGunzip({ chunkSize: 1 << 20 })))
  for (let entry = await nextTarEntry(reader); entry; entry = await nextTarEntry(reader)) {
    const content = reader.take(entry.size)
    if (form === 'nested') await drain(Readable.from(content).pipe(createGunzip({ chunkSize: 1 << 20 })))
    else await drain(content)
    await drain(reader.take(paddingOf(entry.size)))
  }
}

async function measure(path: string): Promise<void> {
  const { subjects } = await measureXlt({
    open: regularFile,
    resultArchivePath: path,
    run: { provider: 'xtc', ids: ['bench'] },
  })
  if (!subjects['raw-requests']?.total?.histogram) throw new Error('Nothing was measured.')
}

async function compare(lines: number, runs: number, form: Form): Promise<boolean> {
  const archive = await archiveOf(lines, form)
  const walking: number[] = []
  const measuring: number[] = []
  for (let i = 0; i < runs; i++) {
    walking.push(await timed(() => walkAlone(archive, form)))
    measuring.push(await timed(() => measure(archive)))
  }
  const [base, own] = [median(walking), median(measuring)]
  console.log(
    `${lines} lines, ${form === 'nested' ? 'gzip in tar.gz in ZIP' : 'plain in tar.gz'}: unpacking and walking ${base.toFixed(0)} ms, measuring ${own.toFixed(0)} ms: ${(own / base).toFixed(2)} × (limit ${LIMIT}), medians of ${runs}; peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
  )
  return own / base <= LIMIT
}

const [lines, runs] = [Number(process.argv[2] ?? 5_000_000), Number(process.argv[3] ?? 5)]
const plain = await compare(lines, runs, 'plain')
const nested = await compare(lines, runs, 'nested')
process.exitCode = plain && nested ? 0 : 1
