import { oneLine } from '../../foundation/one-line.ts'
import type { Diagnosis } from './diagnosis.ts'

const MOST_BYTES = 256_000
const MOST_CHARACTERS = 1000

/**
 * The content of `diagnosis.json`: at most 256 kB, whatever the service, the criteria and the labels contain.
 */
export function diagnosisFile(diagnosis: Diagnosis): string {
  const short = bounded(diagnosis)
  for (;;) {
    const text = `${JSON.stringify(short, undefined, 2)}\n`
    const { criteria, labels, warnings } = short
    if (Buffer.byteLength(text) <= MOST_BYTES) return text
    if (criteria.broken.length > 1) {
      const kept = Math.floor(criteria.broken.length / 2)
      criteria.leftOut += criteria.broken.length - kept
      criteria.broken.length = kept
    } else if (warnings.length > 0) warnings.length = 0
    else if (labels.length > 0) labels.length -= 1
    else return text
  }
}

/** A copy in which all texts are short and on one line, and numbers have six digits. */
function bounded<T>(value: T): T {
  if (typeof value === 'string') return oneLine(value, MOST_CHARACTERS) as T
  if (typeof value === 'number') return rounded(value) as T
  if (Array.isArray(value)) return value.map((item: unknown) => bounded(item)) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, item]) => [name, bounded<unknown>(item)] as const)
  return Object.fromEntries(entries) as T
}

function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(6))
}
