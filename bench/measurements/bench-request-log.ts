/**
 * How long a request log takes from `logs.zip` to measurements, against inflating alone, and how much memory:
 * `node bench/measurements/bench-request-log.ts [lines, 5000000] [runs, 5]`. Medians, alternating; each memory figure
 * is of a process of its own. The log is generated once, in the directory for temporary files.
 */
import { execFileSync } from 'node:child_process'
import { createReadStream, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInflateRaw } from 'node:zlib'

import { measureErrthquake } from '../../src/measurements/read-run.ts'
import { zipMembers } from '../../src/measurements/zip-file.ts'
import { logChunks, writeZip } from './generate-request-log.ts'
import { median, timed } from './medians.ts'

async function logOf(lines: number): Promise<string> {
  const path = join(tmpdir(), `bench-request-log-${lines}.zip`)
  if (!existsSync(path)) await writeZip(path, 'logs.csv', logChunks(lines))
  return path
}

async function inflateAlone(path: string): Promise<void> {
  const [member] = await zipMembers(path)
  const start = member!.headerOffset + 30 + member!.name.length
  const file = createReadStream(path, {
    start,
    end: start + member!.compressedBytes - 1,
    highWaterMark: 1 << 20,
  })
  for await (const _ of file.pipe(createInflateRaw({ chunkSize: 1 << 20 })));
}

async function measure(path: string): Promise<void> {
  const run = { provider: 'errthquake' as const, ids: ['bench'] }
  const { subjects } = await measureErrthquake({ executions: [{ label: '', logsZipPath: path }], run })
  if (!subjects.requests?.total?.histogram) throw new Error('Nothing was measured.')
}

function peakMemoryMb(path: string): number {
  return Number(
    execFileSync(process.execPath, [import.meta.filename, '--memory', path], { encoding: 'utf8' }),
  )
}

async function compare(lines: number, runs: number): Promise<void> {
  const path = await logOf(lines)
  const small = await logOf(5000)
  const inflating: number[] = []
  const measuring: number[] = []
  for (let i = 0; i < runs; i++) {
    inflating.push(await timed(() => inflateAlone(path)))
    measuring.push(await timed(() => measure(path)))
  }
  const [base, own] = [median(inflating), median(measuring)]
  console.log(
    `${lines} lines: inflating ${base.toFixed(0)} ms, measuring ${own.toFixed(0)} ms: ${(own / base).toFixed(2)} ×`,
  )
  const memory = [path, small].map(peakMemoryMb)
  console.log(
    `peak memory: ${memory[0]} MB, against ${memory[1]} MB for 5000 lines: + ${memory[0]! - memory[1]!} MB`,
  )
}

if (process.argv[2] === '--memory') {
  await measure(process.argv[3]!)
  console.log(Math.round(process.resourceUsage().maxRSS / 1024))
} else await compare(Number(process.argv[2] ?? 5_000_000), Number(process.argv[3] ?? 5))
