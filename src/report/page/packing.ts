import type { Tone } from '../figures/tone.ts'
import type { LabelCells } from './label-cells.ts'

/**
 * Rows as plain lists in the page's JSON, so that the keys are not repeated for each of 5,000 labels. The
 * page's script contains this file too.
 */
export type PackedRow = [name: string, ...(number | null)[]]

const PACKED_KEYS = [
  'count',
  'errors',
  'rate',
  'mean',
  'p50',
  'p95',
  'p99',
  'max',
  'beforeP95',
  'view',
] as const

/** By their numbers in the page's JSON. */
const PACKED_TONES: readonly Tone[] = ['same', 'better', 'worse', 'neutral']

/** The row without values that can be calculated. */
export function packRow(row: LabelCells): PackedRow {
  return [row.name, ...PACKED_KEYS.map((key) => row[key]), row.isNew ? 1 : 0, PACKED_TONES.indexOf(row.tone)]
}

/** The opposite of `packRow`. */
export function unpackRow(packed: PackedRow, index: number): LabelCells {
  const [name, ...numbers] = packed
  const known = Object.fromEntries(PACKED_KEYS.map((key, position) => [key, numbers[position] ?? null]))
  const [isNew, tone] = numbers.slice(PACKED_KEYS.length)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys are those of `PACKED_KEYS`
  const row = { ...known, index, name, isNew: isNew === 1, tone: PACKED_TONES[tone ?? 0] } as LabelCells
  return { ...row, errorShare: quotient(row.errors, row.count), change: quotient(row.p95, row.beforeP95) }
}

function quotient(value: number | null, by: number | null): number | null {
  return value === null || by === null || by === 0 ? null : value / by
}
