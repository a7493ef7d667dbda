import { VECTORS } from './vectors.generated.ts'

export const LF = 10
export const QUOTE = 34
export const COMMA = 44
const PAGE_BYTES = 1 << 16

/**
 * Writes the positions of commas and line ends between `start` and `end` of the memory to `positionsAt`, and
 * the indexes of those that are line ends to `linesAt`, all as 32-bit numbers. Returns the number of line
 * ends n, or -1 - n if there are quotes.
 */
export type Finder = (start: number, end: number, positionsAt: number, linesAt: number) => number

/**
 * Writes the numbers of the lines from `line` to `linesEnd` (addresses in the list of line ends) to rows, one
 * after another. `before` is the address of the position before the first line. Columns are pairs: four times
 * the column, and eight times the place in the row.
 */
export type Converter = (
  before: number,
  line: number,
  linesEnd: number,
  columns: number,
  columnsEnd: number,
  rows: number,
  positions: number,
) => void

/**
 * A memory of at least this many bytes and the functions that work on it; undefined if the platform has no
 * vectors.
 */
export function loadVectors(
  memoryBytes: number,
): { buffer: ArrayBuffer; find: Finder; convert: Converter } | undefined {
  try {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(memoryBytes / PAGE_BYTES) })
    const module = new WebAssembly.Module(Buffer.from(VECTORS, 'base64'))
    const imports = { env: { memory }, 'find-fields': { LF, COMMA, QUOTE } }
    const { exports } = new WebAssembly.Instance(module, imports)
    // The module exports exactly these.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return { buffer: memory.buffer, ...(exports as { find: Finder; convert: Converter }) }
  } catch {
    return undefined
  }
}
