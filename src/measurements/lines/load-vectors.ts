import { VECTORS } from './vectors.generated.ts'

export const LF = 10
export const QUOTE = 34
export const COMMA = 44
export const CR = 13
const PAGE_BYTES = 1 << 16

/**
 * Writes the positions of commas and line ends between `start` and `end` of the memory to `positionsAt`, and
 * the indexes of those that are line ends to `linesAt`, all as 32-bit numbers. Returns the number of line
 * ends n, or -1 - n if there are quotes.
 */
export type Finder = (start: number, end: number, positionsAt: number, linesAt: number) => number

/**
 * The same if quotes may contain commas, line ends and doubled quotes. It ends before the line of a quote
 * that is inside a field. Returns the number of lines before that.
 */
type QuotedFinder = Finder

/**
 * Writes the numbers of the lines from `line` to `linesEnd` (addresses in the list of line ends) to rows, one
 * after another. `before` is the address of the position before the first line. Columns are pairs: four times
 * the column, and eight times the place in the row. After seven of them, there is a 1 for CSV: fields may
 * have quotes around them, and numbers may have exponents. Behind that, the vectors keep the previous number
 * of each column.
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
 * Reads and adds lines from `firstLine` to `end` (exclusive). `task` is the address of what `LineAdder` describes.
 * Returns the first line that was not added: `end`, the line after one for which there is something left to do, or
 * one that JavaScript has to read.
 */
export type Adder = (task: number, firstLine: number, end: number) => number

/**
 * Adds 1 to the count of each key from `start` to `end` (exclusive) of those at `keys`; `counts` is the address of
 * the tables of `SparseCounts`. Returns the index of the first one that was not counted, or `end`.
 */
export type Counter = (counts: number, keys: number, start: number, end: number) => number

export interface Vectors {
  countKeys: Counter
  find: Finder
  findQuoted: QuotedFinder
  convert: Converter
  addRequests: Adder
  addTimers: Adder
}

/** A memory of at least this many bytes, and the functions that work on it; undefined if the platform has no vectors. */
export function loadVectors(memoryBytes: number): ({ buffer: ArrayBuffer } & Vectors) | undefined {
  try {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(memoryBytes / PAGE_BYTES) })
    const module = new WebAssembly.Module(Buffer.from(VECTORS, 'base64'))
    writeTables(memory.buffer)
    const imports = { env: { memory }, 'find-fields': { LF, COMMA, QUOTE, CR } }
    const { exports } = new WebAssembly.Instance(module, imports)
    // The module exports exactly these.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return { buffer: memory.buffer, ...(exports as unknown as Vectors) }
  } catch {
    return undefined
  }
}

/** The tables are at the beginning; 0 is no address. */
export const TABLES_AT = 64
const SHIFTS_AT = 32
const POWERS_AT = SHIFTS_AT + 16 * 16
const POWERS = 23
export const TABLE_BYTES = POWERS_AT + 8 * POWERS

/** Which bytes of a vector are a field's, what takes a point out of it, and powers of ten. */
function writeTables(buffer: ArrayBuffer): void {
  const bytes = new Uint8Array(buffer, TABLES_AT, TABLE_BYTES)
  bytes.fill(0xff, 16, SHIFTS_AT)
  for (let point = 0; point < 16; point++)
    // Each byte up to the point comes from the one before; there is none before the first.
    for (let i = 0; i < 16; i++) bytes[SHIFTS_AT + 16 * point + i] = i > point ? i : i - 1
  const powers = new Float64Array(buffer, TABLES_AT + POWERS_AT, POWERS)
  for (let power = 0; power < POWERS; power++) powers[power] = Number(`1e${power}`)
}
