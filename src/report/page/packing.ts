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

/** The row without values that can be calculated. */
export function packRow(row: LabelCells): PackedRow {
  return [row.name, ...PACKED_KEYS.map((key) => row[key]), row.isNew ? 1 : 0]
}

/** The opposite of `packRow`. */
export function unpackRow(packed: PackedRow, index: number): LabelCells {
  const [name, ...numbers] = packed
  const known = Object.fromEntries(PACKED_KEYS.map((key, position) => [key, numbers[position] ?? null]))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys are those of `PACKED_KEYS`
  const row = { ...known, index, name, isNew: numbers[PACKED_KEYS.length] === 1 } as LabelCells
  return { ...row, errorShare: quotient(row.errors, row.count), change: quotient(row.p95, row.beforeP95) }
}

function quotient(value: number | null, by: number | null): number | null {
  return value === null || by === null || by === 0 ? null : value / by
}
