import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** XLT's report counts run times in buckets of this width, and states the lower end of a bucket. */
const BUCKET_MS = 10

export interface RawRequests {
  /** Run times in ascending order, by the name in the timer files; null is all names together. */
  values: Map<string | null, number[]>
  /** When the first and the last request began, in milliseconds since 1970. */
  firstMs: number
  lastMs: number
}

/** All requests of the timer files, read independently of the action. */
export function rawRequests(results: string): RawRequests {
  const all: number[] = []
  const values = new Map<string | null, number[]>([[null, all]])
  const span = { firstMs: Infinity, lastMs: -Infinity }
  for (const line of linesOf(results)) {
    const [type, name, begin, runTime] = fieldsOf(line)
    if (type !== 'R' || name === undefined) continue
    const known = values.get(name)
    if (known) known.push(Number(runTime))
    else values.set(name, [Number(runTime)])
    all.push(Number(runTime))
    span.firstMs = Math.min(span.firstMs, Number(begin))
    span.lastMs = Math.max(span.lastMs, Number(begin))
  }
  for (const list of values.values()) list.sort((a, b) => a - b)
  return { values, ...span }
}

function linesOf(results: string): string[] {
  const files = readdirSync(results, { recursive: true, encoding: 'utf8' })
  return files
    .filter((name) => name.endsWith('timers.csv.gz'))
    .flatMap((name) =>
      gunzipSync(readFileSync(join(results, name)))
        .toString('utf8')
        .split('\n'),
    )
}

function fieldsOf(line: string): string[] {
  const fields = line.match(/(?<=^|,)("(?:[^"]|"")*"|[^,]*)/g) ?? []
  return fields.map((field) => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field))
}

/** The action's rule: the smallest value that at least this percentage of all values do not exceed. */
export function nearestRank(ascending: readonly number[], percentile: number): number {
  return ascending[Math.max(1, Math.ceil((ascending.length * percentile) / 100)) - 1] ?? NaN
}

/**
 * XLT's rule: values are rounded down to 10 ms; if the rank falls between two of them, their mean, otherwise
 * the next value.
 */
export function xltPercentile(ascending: readonly number[], percentile: number): number {
  const at = (rank: number): number => Math.floor((ascending[rank - 1] ?? NaN) / BUCKET_MS) * BUCKET_MS
  const rank = (ascending.length * percentile) / 100
  return Number.isInteger(rank) && percentile < 100 ? (at(rank) + at(rank + 1)) / 2 : at(Math.ceil(rank))
}
