/**
 * How long the timer files of a result archive take, compared with only gunzip and reading the tar: `node
 * bench/measurements/bench-xlt-timers.ts [lines, 5000000] [runs, 5]`. Medians, alternating. The archive is
 * generated once, in the directory for temporary files: 50 users of 10 scenarios, with uncompressed
 * `timers.csv`.
 */
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

import { ByteReader, drain } from '../../src/formats/archives/byte-reader.ts'
import { regularFile } from '../../src/platform/files/regular-file.ts'
import { measureXlt } from '../../src/measurements/measure-files.ts'
import { nextTarEntry, paddingOf } from '../../src/formats/archives/tar-entries.ts'
import { median } from '../median.ts'
import { timed } from './timed.ts'

const LIMIT = 1.5
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

function* tarOf(lines: number): Generator<Buffer> {
  for (let user = 0; user < USERS; user++) {
    const timers = timersOf(user, lines / USERS)
    yield tarHeader(`run/ac1/TScenario${user % 10}/${user}/timers.csv`, timers.length)
    yield timers
    yield Buffer.alloc(paddingOf(timers.length))
  }
  yield Buffer.alloc(1024)
}

async function walkAlone(path: string): Promise<void> {
  const file = createReadStream(path, { highWaterMark: 1 << 20 })
  const reader = new ByteReader(file.pipe(createGunzip({ chunkSize: 1 << 20 })))
  for (let entry = await nextTarEntry(reader); entry; entry = await nextTarEntry(reader))
    await drain(reader.take(entry.size + paddingOf(entry.size)))
}

async function measure(path: string): Promise<void> {
  const { subjects } = await measureXlt({
    open: regularFile,
    resultArchivePath: path,
    run: { provider: 'xtc', ids: ['bench'] },
  })
  if (!subjects['raw-requests']?.total?.histogram) throw new Error('Nothing was measured.')
}

const lines = Number(process.argv[2] ?? 5_000_000)
const archive = join(tmpdir(), `bench-xlt-timers-${lines}.tar.gz`)
if (!existsSync(archive)) await pipeline(tarOf(lines), createGzip(), createWriteStream(archive))
const walking: number[] = []
const measuring: number[] = []
for (let i = 0; i < Number(process.argv[3] ?? 5); i++) {
  walking.push(await timed(() => walkAlone(archive)))
  measuring.push(await timed(() => measure(archive)))
}
const [base, own] = [median(walking), median(measuring)]
console.log(
  `${lines} lines: gunzip and tar walk ${base.toFixed(0)} ms, measuring ${own.toFixed(0)} ms: ${(own / base).toFixed(2)} × (limit ${LIMIT}), medians of ${measuring.length}; peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
)
process.exitCode = own / base <= LIMIT ? 0 : 1
