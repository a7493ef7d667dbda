/**
 * Writes a request log with realistic lines (about 125 bytes) as `logs.zip` or plain CSV: `node
 * bench/measurements/generate-request-log.ts 5000000 /tmp/logs.zip`
 */
import { createWriteStream, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'

const COMMANDS = [
  'homepage',
  'search',
  'product-detail',
  'add-to-cart',
  'checkout',
  'login',
  'api-prices',
  'logout',
]
const HEADER =
  'time,client_id,command,url,method,status,req_bytes,resp_bytes,msec_duration,mb_memused,mb_memavail,pct_cpuuser,pct_cpusystem,pct_cpuidle\n'
const LINES_PER_CHUNK = 4000

/** How numbers are written: `whole` has a decimal only where machines do, and `fractions` has three in every number. */
export type NumberForm = 'whole' | 'fractions'

/** The path of a log with this number of lines, which is generated once. */
export async function logOf(lines: number, form: NumberForm = 'whole'): Promise<string> {
  const path = join(tmpdir(), `bench-request-log-${form === 'whole' ? '' : `${form}-`}${lines}.zip`)
  if (!existsSync(path)) await writeZip(path, 'logs.csv', logChunks(lines, form))
  return path
}

/** The lines of a log in chunks; the same for the same number of lines, on every machine. */
export function* logChunks(lines: number, form: NumberForm = 'whole'): Generator<Buffer> {
  yield Buffer.from(HEADER)
  let seed = 42
  const random = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return seed / 2 ** 32
  }
  let timeMs = Date.UTC(2026, 0, 15, 9)
  for (let done = 0; done < lines; done += LINES_PER_CHUNK) {
    let text = ''
    const machine = `${800 + Math.floor(random() * 100)},3200,${(random() * 30).toFixed(1)},4.2,${(40 + 50 * random()).toFixed(1)}`
    for (let i = done; i < Math.min(lines, done + LINES_PER_CHUNK); i++) {
      timeMs += random() * 0.5
      text += logLine(new Date(timeMs).toISOString(), random, machine)
    }
    yield Buffer.from(form === 'whole' ? text : withFractions(text))
  }
}

/** The numbers behind the status get three decimals. */
function withFractions(lines: string): string {
  return lines.replaceAll(
    /(?<=,GET,.*)(?<=,)(\d+)(\.\d)?(?=[,\n])/g,
    (_number, whole: string, tenth = '.1') => `${whole}${tenth}07`,
  )
}

/** Like the requests of a shop: the machine's figures change now and then, not with every request. */
function logLine(time: string, random: () => number, machine: string): string {
  const command = COMMANDS[Math.floor(random() * COMMANDS.length)]!
  const status = random() < 0.01 ? 503 : 200
  const duration = Math.round(20 + 80 * random() + 60 * -Math.log(1 - random()))
  const client = Math.floor(random() * 500)
  const token = () => Math.floor(random() * 2 ** 32).toString(36)
  const url = `https://a.test/${command}?q=${token()}${token()}${token()}`
  return `${time},${client},${command},${url},GET,${status},${300 + Math.floor(random() * 200)},${Math.floor(random() * 60_000)},${duration},${machine}\n`
}

/**
 * Writes a ZIP with one member, of up to 4 GiB uncompressed; ZIP64 records are added only if they are needed.
 */
export async function writeZip(
  path: string,
  name: string,
  chunks: Iterable<Buffer>,
): Promise<{ plainBytes: number }> {
  let crc = 0
  let plainBytes = 0
  let zippedBytes = 0
  const member = Buffer.from(name)
  async function* plain() {
    for (const chunk of chunks) {
      crc = crc32(chunk, crc)
      plainBytes += chunk.length
      yield chunk
    }
  }
  async function* file() {
    yield Buffer.concat([localHeader(member), member])
    const deflated: AsyncIterable<Buffer> = Readable.from(plain()).pipe(createDeflateRaw({ level: 6 }))
    for await (const chunk of deflated) {
      zippedBytes += chunk.length
      yield chunk
    }
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(crc, 0)
    sizes.writeUInt32LE(zippedBytes, 4)
    sizes.writeUInt32LE(plainBytes % 2 ** 32, 8)
    yield Buffer.concat([Buffer.from('PK\x07\x08'), sizes, centralDirectory(member, sizes, zippedBytes)])
  }
  await pipeline(file, createWriteStream(path))
  return { plainBytes }
}

function localHeader(member: Buffer): Buffer {
  const header = Buffer.alloc(30)
  header.write('PK\x03\x04', 'latin1')
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(8, 6)
  header.writeUInt16LE(8, 8)
  header.writeUInt16LE(member.length, 26)
  return header
}

function centralDirectory(member: Buffer, sizes: Buffer, zippedBytes: number): Buffer {
  const entry = Buffer.alloc(46)
  entry.write('PK\x01\x02', 'latin1')
  entry.writeUInt16LE(20, 4)
  entry.writeUInt16LE(20, 6)
  entry.writeUInt16LE(8, 8)
  entry.writeUInt16LE(8, 10)
  sizes.copy(entry, 16)
  entry.writeUInt16LE(member.length, 28)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + member.length, 12)
  end.writeUInt32LE(30 + member.length + zippedBytes + 16, 16)
  return Buffer.concat([entry, member, end])
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const lines = Number(process.argv[2])
  const { plainBytes } = await writeZip(process.argv[3]!, 'logs.csv', logChunks(lines))
  console.log(`${lines} lines, ${plainBytes} bytes plain`)
}
