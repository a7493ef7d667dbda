/**
 * How long a request log takes from `logs.zip` to measurements, compared with only inflating it, also with three
 * decimals in every number, and how much memory: `node bench/measurements/bench-request-log.ts [lines, 5000000] [runs, 5]`. Medians, alternating;
 * each memory figure is from a separate process. The log is generated once, in the directory for temporary
 * files.
 */
import { execFileSync } from 'node:child_process'

import { regularFile } from '../../src/platform/files/regular-file.ts'
import { measureRequestLogs } from '../../src/measurements/measure-files.ts'
import { logOf, type NumberForm } from './generate-request-log.ts'
import { median } from '../median.ts'
import { inflateAlone, timed } from './timed.ts'

const LIMIT = 1.3
const MOST_MEMORY_MB = 60

async function measure(path: string): Promise<void> {
  const run = { provider: 'errthquake' as const, ids: ['bench'] }
  const { subjects } = await measureRequestLogs({
    executions: [{ label: '', logsZipPath: path }],
    run,
    open: regularFile,
  })
  if (!subjects.requests?.total?.histogram) throw new Error('Nothing was measured.')
}

/** Measured in a separate process. */
function peakMemoryMb(path: string): number {
  const text = execFileSync(process.execPath, [import.meta.filename, '--once', path], { encoding: 'utf8' })
  return (JSON.parse(text) as { peakMb: number }).peakMb
}

async function compareTimes(lines: number, runs: number, form: NumberForm): Promise<boolean> {
  const path = await logOf(lines, form)
  const inflating: number[] = []
  const measuring: number[] = []
  for (let i = 0; i < runs; i++) {
    inflating.push(await timed(() => inflateAlone(path)))
    measuring.push(await timed(() => measure(path)))
  }
  const [base, own] = [median(inflating), median(measuring)]
  console.log(
    `${lines} lines, ${form === 'whole' ? 'whole numbers' : 'three decimals in every number'}: inflating ${base.toFixed(0)} ms, measuring ${own.toFixed(0)} ms: ${(own / base).toFixed(2)} × (limit ${LIMIT}), medians of ${runs}`,
  )
  return own / base <= LIMIT
}

function compareMemory(path: string, small: string, runs: number): boolean {
  const [large, few] = [path, small].map((of) => median(Array.from({ length: runs }, () => peakMemoryMb(of))))
  const moreMb = large! - few!
  console.log(
    `peak memory: ${large} MB, against ${few} MB for 5000 lines: + ${moreMb} MB (limit ${MOST_MEMORY_MB})`,
  )
  return moreMb <= MOST_MEMORY_MB
}

if (process.argv[2] === '--once') {
  const ms = await timed(() => measure(process.argv[3]!))
  console.log(JSON.stringify({ ms, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) }))
} else {
  const [lines, runs] = [Number(process.argv[2] ?? 5_000_000), Number(process.argv[3] ?? 5)]
  const whole = await compareTimes(lines, runs, 'whole')
  const fractions = await compareTimes(lines, runs, 'fractions')
  const memory = compareMemory(await logOf(lines), await logOf(5000), runs)
  process.exitCode = whole && fractions && memory ? 0 : 1
}
