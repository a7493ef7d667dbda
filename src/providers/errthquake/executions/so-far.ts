import { oneLine } from '../../../foundation/one-line.ts'
import type { SoFar } from '../../provider.ts'
import type { ErrthquakeApi } from '../api.ts'
import { calls } from '../calls.ts'

/** What a line of the log has room for. */
const MOST_FIGURES = 6
const MOST_CHARACTERS = 30
/** More of a document is not looked at. */
const MOST_FIELDS = 5000
const MAX_DEPTH = 3

/** Each is a request. */
const MOST_EXECUTIONS = 10

/** What says first whether a test is alive. */
const WANTED = [/request|count/i, /error|fail/i, /rate|throughput|per-?s/i, /mean|avg|p9\d|duration|latency/i]
const COUNTED = /request|count|error|fail/i

/**
 * The figures of a metrics document, under the service's own names, those first that say whether the test is alive. Its
 * fields are not public, so nothing is concluded from them. A count that only parts of the test have is their sum.
 */
export function figuresSoFar(json: unknown): SoFar {
  const figures = new Map<string, number>()
  const sums = new Map<string, number>()
  let left = MOST_FIELDS
  const read = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return
    for (const name in value) {
      if (left-- <= 0) return
      const field = (value as Record<string, unknown>)[name]
      if (typeof field !== 'number') read(field, depth + 1)
      else if (!WANTED.some((pattern) => pattern.test(name))) continue
      else if (depth === 0) figures.set(name, field)
      else if (COUNTED.test(name)) sums.set(name, (sums.get(name) ?? 0) + field)
    }
  }
  read(json, 0)
  return [...new Map([...sums, ...figures])]
    .filter(([, value]) => Number.isFinite(value) && value >= 0)
    .toSorted(([a], [b]) => rankOf(a) - rankOf(b))
    .slice(0, MOST_FIGURES)
    .map(([name, value]) => [oneLine(name, MOST_CHARACTERS), value])
}

/** The figures of several executions together: only counts can be added up. */
export async function readSoFar(api: ErrthquakeApi, uid: string, ids: readonly string[]): Promise<SoFar> {
  if (ids.length > MOST_EXECUTIONS) return []
  const each = await Promise.all(ids.map((id) => api.once(calls.metrics(uid, id), figuresSoFar)))
  if (each.length < 2) return each[0] ?? []
  const sums = new Map<string, number>()
  for (const [name, value] of each.flat())
    if (COUNTED.test(name)) sums.set(name, (sums.get(name) ?? 0) + value)
  return [...sums].slice(0, MOST_FIGURES)
}

function rankOf(name: string): number {
  return WANTED.findIndex((pattern) => pattern.test(name))
}
