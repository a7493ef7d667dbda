/**
 * Time and memory by size, for docs/performance.md: request logs of 1,000 to 20 million lines, downloads of 1
 * MB to 2 GB: `node bench/sizes.ts [runs, 3]`. Each run is a separate process. Prints two tables, and draws
 * both into docs/pictures/cost-against-size.svg.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { drawLogLog, type Line } from './draw-log-log.ts'
import { logOf } from './measurements/generate-request-log.ts'
import { median } from './median.ts'
import { startServer } from './transfer/start-server.ts'

const LINES = [1e3, 1e4, 1e5, 1e6, 5e6, 2e7]
const BYTES = [1e6, 1e7, 1e8, 1e9, 2e9]
const RUNS = Number(process.argv[2] ?? 3)

interface Cost {
  size: number
  ms: number
  peakMb: number
}

function runOnce(file: string, args: string[]): { ms: number; peakMb: number } {
  const text = execFileSync(process.execPath, [join(import.meta.dirname, file), ...args], {
    encoding: 'utf8',
  })
  return JSON.parse(text) as { ms: number; peakMb: number }
}

function costOf(size: number, run: () => { ms: number; peakMb: number }): Cost {
  const runs = Array.from({ length: RUNS }, run)
  return { size, ms: median(runs.map(({ ms }) => ms)), peakMb: median(runs.map(({ peakMb }) => peakMb)) }
}

async function logs(): Promise<Cost[]> {
  const costs: Cost[] = []
  console.log('| Lines | logs.zip | To measurements | Peak memory |\n| --- | --- | --- | --- |')
  for (const lines of LINES) {
    const path = await logOf(lines)
    const cost = costOf(lines, () => runOnce('measurements/bench-request-log.ts', ['--once', path]))
    costs.push(cost)
    console.log(
      `| ${lines.toLocaleString('en')} | ${(statSync(path).size / 1e6).toFixed(1)} MB | ${shown(cost)} |`,
    )
  }
  return costs
}

async function downloads(): Promise<Cost[]> {
  const server = await startServer()
  const costs: Cost[] = []
  console.log('\n| Bytes | To a verified file | Peak memory |\n| --- | --- | --- |')
  for (const bytes of BYTES) {
    const url = `${server.url}/gzip/${bytes}`
    const cost = costOf(bytes, () =>
      inEmptyFolder((folder) => runOnce('download.ts', ['--child', url, folder, 'gzip'])),
    )
    costs.push(cost)
    console.log(`| ${(bytes / 1e6).toLocaleString('en')} MB | ${shown(cost)} |`)
  }
  server.stop()
  return costs
}

/** A folder that another download has used still has its manifest. */
function inEmptyFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'bench-sizes-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function shown({ ms, peakMb }: Cost): string {
  return `${ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(2)} s`} | ${peakMb.toFixed(0)} MB`
}

function linesOf(costs: Cost[]): Line[] {
  return [
    { name: 'time in ms', points: costs.map(({ size, ms }) => [size, ms]) },
    { name: 'peak memory in MB', points: costs.map(({ size, peakMb }) => [size, peakMb]) },
  ]
}

const ofLogs = await logs()
const ofDownloads = await downloads()
const picture = join(import.meta.dirname, '..', 'docs', 'pictures', 'cost-against-size.svg')
writeFileSync(
  picture,
  drawLogLog([
    { title: 'Request log, by lines', lines: linesOf(ofLogs) },
    { title: 'Download of a gzip archive, by bytes', lines: linesOf(ofDownloads) },
  ]),
)
console.log(`\nDrawn into ${picture}`)
