/**
 * Compares the measuring of a request log with what a user would do by hand: `unzip` it and ask DuckDB for
 * count, error rate and three percentiles per command. Usage: `node bench/measurements/bench-duckdb.ts
 * [lines, 5000000] [runs, 5]`. DuckDB is installed only for this bench, below `build/`, because nothing else
 * needs its 70 MB. The figures of both are compared.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { regularFile } from '../../src/platform/files/regular-file.ts'
import { measureRequestLogs } from '../../src/measurements/measure-files.ts'
import { logOf } from './generate-request-log.ts'
import { median } from '../median.ts'
import { timed } from './timed.ts'

const VERSION = '1.5.6-r.1'
const LIMIT = 3
const root = join(import.meta.dirname, '..', '..')

interface Row {
  command: string
  requests: bigint
  errors: number
  p50: number
  p95: number
  p99: number
}

interface Duck {
  run(sql: string): Promise<unknown>
  runAndReadAll(sql: string): Promise<{ getRowObjects(): Row[] }>
}

async function duckConnection(): Promise<Duck> {
  const directory = join(root, 'build', 'bench-duckdb')
  if (!existsSync(join(directory, 'node_modules', '@duckdb'))) {
    mkdirSync(directory, { recursive: true })
    writeFileSync(join(directory, 'package.json'), '{"private":true}')
    execFileSync('npm', ['install', '--no-audit', '--no-fund', `@duckdb/node-api@${VERSION}`], {
      cwd: directory,
      stdio: 'ignore',
    })
  }
  // The package is not a dependency of the project, so its types are unknown here.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const { DuckDBInstance } = createRequire(join(directory, 'package.json'))('@duckdb/node-api') as {
    DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Duck> }> }
  }
  return (await DuckDBInstance.create(':memory:')).connect()
}

/** A fresh database each time, as if started for a single question. */
async function askDuck(zip: string): Promise<Row[]> {
  const directory = mkdtempSync(join(tmpdir(), 'bench-duckdb-'))
  try {
    execFileSync('unzip', ['-q', zip, '-d', directory])
    const connection = await duckConnection()
    const answer = await connection.runAndReadAll(`
      select command, count(*) as requests, avg(case when status >= 400 or status = 0 then 1 else 0 end) as errors,
        quantile_disc(msec_duration, 0.5)::double as p50, quantile_disc(msec_duration, 0.95)::double as p95,
        quantile_disc(msec_duration, 0.99)::double as p99
      from read_csv('${join(directory, 'logs.csv')}') group by command order by command`)
    return answer.getRowObjects()
  } finally {
    rmSync(directory, { recursive: true })
  }
}

async function askOurs(zip: string): Promise<Row[]> {
  const run = { provider: 'errthquake' as const, ids: ['bench'] }
  const { subjects } = await measureRequestLogs({
    executions: [{ label: '', logsZipPath: zip }],
    run,
    open: regularFile,
  })
  const labels = subjects.requests?.labels ?? []
  return labels
    .map(({ label, count, errors = 0, percentilesMs = [] }) => {
      const at = (wanted: number) => percentilesMs.find(([percentile]) => percentile === wanted)?.[1] ?? NaN
      return {
        command: label,
        requests: BigInt(count),
        errors: errors / count,
        p50: at(50),
        p95: at(95),
        p99: at(99),
      }
    })
    .sort((a, b) => (a.command < b.command ? -1 : 1))
}

/** The largest difference between two percentiles; throws if the counts differ. */
function largestDifference(ours: Row[], theirs: Row[]): number {
  const same = (row: Row) => `${row.command} ${row.requests} ${row.errors.toFixed(9)}`
  if (ours.map(same).join('\n') !== theirs.map(same).join('\n'))
    throw new Error('The two counted different numbers.')
  const differences = ours.flatMap((row, i) =>
    (['p50', 'p95', 'p99'] as const).map((key) => Math.abs(row[key] / theirs[i]![key] - 1)),
  )
  return Math.max(...differences)
}

const lines = Number(process.argv[2] ?? 5_000_000)
const zip = await logOf(lines)
const [ours, theirs]: [number[], number[]] = [[], []]
let difference = 0
await duckConnection()
for (let i = 0; i < Number(process.argv[3] ?? 5); i++) {
  let rows: Row[] = []
  let duckRows: Row[] = []
  theirs.push(await timed(async () => void (duckRows = await askDuck(zip))))
  ours.push(await timed(async () => void (rows = await askOurs(zip))))
  difference = Math.max(difference, largestDifference(rows, duckRows))
}
const [own, base] = [median(ours), median(theirs)]
const ratio = base / own
console.log(
  `${lines} lines: unzip and DuckDB ${base.toFixed(0)} ms, ours ${own.toFixed(0)} ms: ${ratio.toFixed(2)} × faster (limit ${LIMIT}), percentiles differ by ${(difference * 100).toFixed(2)} % at most (limit 0.5 %), medians of ${ours.length}`,
)
process.exitCode = ratio >= LIMIT && difference <= 0.005 ? 0 : 1
