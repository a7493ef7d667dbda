import { oneLine } from '../../../foundation/one-line.ts'
import type { SoFar } from '../../provider.ts'
import type { ErrthquakeApi } from '../api.ts'
import { calls } from '../calls.ts'

/** The limits for a line of the log. */
const MOST_FIGURES = 6
const MOST_CHARACTERS = 30
/** The rest of a larger document is not read. */
const MOST_FIELDS = 5000
const MAX_DEPTH = 3

/** Limited, because each needs a request. */
const MOST_EXECUTIONS = 10

/** The most important figures, in this order. */
const WANTED = [/request|count/i, /error|fail/i, /rate|throughput|per-?s/i, /mean|avg|p9\d|duration|latency/i]
const COUNTED = /request|count|error|fail/i

/**
 * The figures of a metrics document, with the service's own names, the most important first. Its fields are
 * not documented, so nothing is concluded from them. If only parts of the test have a count, their sum is
 * shown.
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

/** The figures of several executions together: only counts can be added. */
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
