import type { Assumption } from '../../src/providers/assumption.ts'
import type { DocumentedOperation } from './api-document.ts'

export type Matched =
  | { kind: 'found'; operation: DocumentedOperation }
  /** The path exists, but with other methods. */
  | { kind: 'method'; methods: string[] }
  /** Only the end of the path matches: its base is different or missing. */
  | { kind: 'base'; operation: DocumentedOperation }
  | { kind: 'none'; nearest: DocumentedOperation | undefined }

/** The document's operation that matches an assumption. */
export function matchOperation(
  { method, path }: Pick<Assumption, 'method' | 'path'>,
  operations: readonly DocumentedOperation[],
): Matched {
  const here = operations.filter((operation) => fits(path, operation.path))
  const operation = here.find((one) => one.method === method)
  if (operation !== undefined) return { kind: 'found', operation }
  if (here.length > 0) return { kind: 'method', methods: here.map((one) => one.method) }
  const same = operations.filter((one) => one.method === method)
  const elsewhere = same.find((one) => endsWith(path, one.path))
  if (elsewhere !== undefined) return { kind: 'base', operation: elsewhere }
  return { kind: 'none', nearest: nearest(path, same) }
}

/** Whether a path matches a template, whatever its parameters are called; a number matches a parameter. */
export function fits(expected: string, documented: string): boolean {
  const [left, right] = [segmentsOf(expected), segmentsOf(documented)]
  return left.length === right.length && left.every((segment, index) => same(segment, right[index] ?? ''))
}

function same(expected: string, documented: string): boolean {
  if (isParameter(documented)) return isParameter(expected) || /^\d+$/.test(expected)
  return expected === documented
}

/** At least three segments are required, because shorter endings would match half of all paths. */
function endsWith(expected: string, documented: string): boolean {
  const [long, short] = [segmentsOf(expected), segmentsOf(documented)]
  if (short.length < 3 || short.length >= long.length) return false
  return fits(long.slice(-short.length).join('/'), short.join('/'))
}

function nearest(path: string, operations: readonly DocumentedOperation[]): DocumentedOperation | undefined {
  const wanted = segmentsOf(path)
  const likeness = (operation: DocumentedOperation): number => {
    const segments = segmentsOf(operation.path)
    const shared = wanted.filter((segment) => segments.some((other) => same(segment, other))).length
    return shared - Math.abs(wanted.length - segments.length)
  }
  const best = [...operations].sort((a, b) => likeness(b) - likeness(a))[0]
  return best !== undefined && likeness(best) >= wanted.length / 2 ? best : undefined
}

export function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '')
}

function isParameter(segment: string): boolean {
  return /^\{.*\}$/.test(segment) || segment.startsWith(':')
}
