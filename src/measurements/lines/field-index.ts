import { COMMA, type Converter, CR, type Finder, LF, QUOTE } from './load-vectors.ts'
import { numberOf, readNumber } from './number-field.ts'
import { takeFloats, takeWords, VectorMemory } from './vector-memory.ts'

/**
 * The most bytes of a block: with its positions, it stays in the second cache of the processor. A longer line is
 * longer than any record may be.
 */
export const BLOCK_BYTES = 1 << 17
/** Some bytes before a field and after the last one are read, so they must be in the memory. */
const MARGIN = 64
/** Eight or twelve positions are written at a time, even if there are fewer. */
const MORE_POSITIONS = 12
const MOST_COLUMNS = 7
/** For the vectors, behind the columns: the previous number of each. */
const PREVIOUS_WORDS = 8
/**
 * The numbers of this many lines are converted at a time, so that they stay in the processor's first cache.
 */
const LINES_AT_A_TIME = 256
/** Places in the range of rows; `vectors/parts/lines.ts` has the same, with the columns behind them. */
const FIRST_OF_ROWS = 0
const END_OF_ROWS = 1
/** A row has a place for each wanted number; the last place shows whether one of them could not be read. */
export const ROW_PLACES = 8
/** The index of that place if the row is read as numbers of 32 bits. */
const FAULTS_PLACE = 2 * ROW_PLACES - 2

/**
 * The positions of the fields in a block of lines. Quotes are bytes like others, or those of CSV. One index is
 * used for many blocks, one after another.
 */
export class FieldIndex {
  /** The block is in here, from `start` to `end`. */
  readonly bytes: Uint8Array
  readonly view: DataView
  readonly start: number
  end: number
  /**
   * The positions of commas and line ends, ascending, after the position before the block: a field is between
   * two of them.
   */
  readonly positions: Int32Array
  /** For each line, which of the positions is its line end, not counting the one before the block. */
  readonly lineEnds: Int32Array
  /** The numbers of a line begin at the place that `rowOf` returns. */
  readonly rows: Float64Array
  /** How many lines were not read by vectors alone; counted by the reader. */
  slowLines = 0
  /** Which lines have a row, and where the columns are; shared with the vectors. */
  readonly rowRange: Int32Array
  #hasQuotes = false
  #lines = 0
  #isCsv = false
  readonly #find: Finder
  readonly #findQuoted: Finder
  readonly #convert: Converter
  readonly #columns: Int32Array
  #columnCount = 0
  readonly #faults: Int32Array
  readonly #foundAt: readonly [positions: number, lines: number]

  constructor(memory = new VectorMemory()) {
    const { vectors } = memory
    const { buffer, byteOffset } = takeWords(memory, (BLOCK_BYTES + 2 * MARGIN) / 4)
    this.bytes = new Uint8Array(buffer)
    this.view = new DataView(buffer)
    this.start = byteOffset + MARGIN
    this.end = this.start
    this.positions = takeWords(memory, 1 + BLOCK_BYTES + MORE_POSITIONS)
    this.lineEnds = takeWords(memory, BLOCK_BYTES)
    this.#columns = takeWords(memory, 2 * (MOST_COLUMNS + 1) + PREVIOUS_WORDS * MOST_COLUMNS)
    this.rows = takeFloats(memory, LINES_AT_A_TIME * ROW_PLACES)
    this.rowRange = takeWords(memory, 4)
    this.#faults = new Int32Array(this.rows.buffer, this.rows.byteOffset, 2 * this.rows.length)
    this.#foundAt = [this.positions.byteOffset + 4, this.lineEnds.byteOffset]
    this.#find = vectors?.find ?? ((start, end) => this.#findByBytes(start, end))
    this.#findQuoted = vectors?.findQuoted ?? ((start, end) => this.#findQuotedByBytes(start, end))
    this.#convert = vectors?.convert ?? (() => this.#leaveToReadNumber())
  }

  /**
   * Sets which columns are numbers, at most seven, and the place in a row for each; other places are NaN. In
   * CSV, fields may have quotes around them, and numbers may have any decimal notation.
   */
  wantNumbers(columns: ArrayLike<number>, places: ArrayLike<number>, isCsv = false): void {
    this.#isCsv = isCsv
    this.#columns[2 * MOST_COLUMNS] = Number(isCsv)
    this.#columnCount = columns.length
    for (let i = 0; i < columns.length; i++) {
      this.#columns[2 * i] = 4 * columns[i]!
      this.#columns[2 * i + 1] = 8 * places[i]!
    }
    this.rows.fill(NaN)
    const columnsAt = this.#columns.byteOffset
    this.rowRange.set([0, 0, columnsAt, columnsAt + 8 * columns.length])
  }

  /**
   * Reads a block of at most `BLOCK_BYTES` that ends with a line end; returns its number of lines, in CSV only
   * of those before one that must be read by `readCsvRecord`.
   */
  read(block: Uint8Array): number {
    this.bytes.set(block, this.start)
    this.end = this.start + block.length
    // Vectors are read beyond the end of the block, where commas of the previous block may be left.
    this.bytes.fill(0, this.end, this.end + MARGIN)
    this.positions[0] = this.start - 1
    const lines = this.#isCsv && this.#hasQuotes ? -1 : this.#find(this.start, this.end, ...this.#foundAt)
    // Where there are some, there are likely to be more.
    this.#hasQuotes = lines < 0
    if (this.#isCsv && lines < 0) return this.findFrom(this.start)
    this.#lines = lines < 0 ? -1 - lines : lines
    this.rowRange[END_OF_ROWS] = 0
    return this.#lines
  }

  /** The number of lines of CSV from a place on, before one that must be read by `readCsvRecord`. */
  findFrom(place: number): number {
    this.positions[0] = place - 1
    this.#lines = this.#findQuoted(place, this.end, ...this.#foundAt)
    this.rowRange[END_OF_ROWS] = 0
    return this.#lines
  }

  /**
   * The index in `rows` of the numbers of a line. A field that is empty, missing, or not a number is NaN.
   * Lines must be requested in ascending order.
   */
  rowOf(line: number): number {
    this.#fillRows(line)
    const row = (line - this.rowRange[FIRST_OF_ROWS]!) * ROW_PLACES
    if (this.#faults[2 * row + FAULTS_PLACE] !== 0)
      this.#convertLine(row, this.beforeLine(line), this.beforeLine(line + 1))
    return row
  }

  /** Which of the positions is before the first field of a line: the end of the previous line. */
  beforeLine(line: number): number {
    return line === 0 ? 0 : this.lineEnds[line - 1]! + 1
  }

  /** Converts the numbers of some lines from this one on, unless it has a row; the vectors do the same. */
  #fillRows(line: number): void {
    if (line < this.rowRange[END_OF_ROWS]!) return
    const end = Math.min(this.#lines, line + LINES_AT_A_TIME)
    this.rowRange[FIRST_OF_ROWS] = line
    this.rowRange[END_OF_ROWS] = end
    const [positionsAt, linesAt] = [this.positions.byteOffset, this.lineEnds.byteOffset]
    const places = [positionsAt + 4 * this.beforeLine(line), linesAt + 4 * line, linesAt + 4 * end] as const
    const [, , columnsAt, columnsEnd] = this.rowRange as unknown as [number, number, number, number]
    this.#convert(...places, columnsAt, columnsEnd, this.rows.byteOffset, positionsAt)
  }

  /** Without vectors, every line is read in the way for lines with faults. */
  #leaveToReadNumber(): void {
    for (let i = FAULTS_PLACE; i < this.#faults.length; i += 2 * ROW_PLACES) this.#faults[i] = 1
  }

  #convertLine(row: number, before: number, last: number): void {
    for (let i = 0; i < this.#columnCount; i++) {
      const at = before + (this.#columns[2 * i]! >> 2)
      const place = row + (this.#columns[2 * i + 1]! >> 3)
      this.rows[place] = NaN
      if (at >= last) continue
      let start = this.positions[at]! + 1
      let end = this.positions[at + 1]!
      if (at + 1 === last && this.bytes[end - 1] === CR) end--
      if (this.#isCsv && this.bytes[start] === QUOTE) [start, end] = [start + 1, end - 1]
      if (!readNumber(this.view, start, end, this.rows, place))
        this.rows[place] = this.#otherNumber(start, end)
    }
    this.#faults[2 * row + FAULTS_PLACE] = 0
  }

  #otherNumber(start: number, end: number): number {
    return this.#isCsv ? numberOf(Buffer.from(this.bytes.buffer, start, end - start).toString('latin1')) : NaN
  }

  #findByBytes(start: number, end: number): number {
    let found = 0
    let lines = 0
    let hasQuotes = false
    for (let at = start; at < end; at++) {
      const byte = this.bytes[at]
      if (byte === QUOTE) hasQuotes = true
      if (byte === LF) this.lineEnds[lines++] = found
      if (byte === LF || byte === COMMA) this.positions[++found] = at
    }
    return hasQuotes ? -1 - lines : lines
  }

  #findQuotedByBytes(start: number, end: number): number {
    let found = 0
    let lines = 0
    for (let at = start; at < end; at++) {
      at = this.#endOfField(at, end)
      const byte = this.bytes[at]
      if (at >= end || (byte !== COMMA && byte !== LF)) break
      if (byte === LF) this.lineEnds[lines++] = found
      this.positions[++found] = at
    }
    return lines
  }

  /** Where a comma or line end is expected. */
  #endOfField(start: number, end: number): number {
    let at = start
    if (this.bytes[at] !== QUOTE) {
      while (at < end && this.bytes[at] !== COMMA && this.bytes[at] !== LF && this.bytes[at] !== QUOTE) at++
      return at
    }
    do {
      at = this.bytes.indexOf(QUOTE, at + 1) + 1
      if (at === 0) return end
      // A doubled one is part of the field.
    } while (this.bytes[at] === QUOTE)
    return this.bytes[at] === CR && this.bytes[at + 1] === LF ? at + 1 : at
  }
}

/**
 * Reads `bytes` from `start` to `end` in blocks. `readBlock` gets the number of lines in the index, and
 * returns the place of the first incomplete record, or the end of the block. Returns the same for `bytes`.
 * `tooLong` is called for a line or record that is longer than a block.
 */
export function scanBlocks(
  index: FieldIndex,
  [bytes, start, end]: [Uint8Array, number, number],
  readBlock: (lines: number) => number,
  tooLong: () => void,
): number {
  let at = start
  while (at < end) {
    const blockEnd = end - at <= BLOCK_BYTES ? end : bytes.lastIndexOf(LF, at + BLOCK_BYTES - 1) + 1
    if (blockEnd <= at) {
      tooLong()
      at = bytes.indexOf(LF, at) + 1
      continue
    }
    const next = at + readBlock(index.read(bytes.subarray(at, blockEnd))) - index.start
    if (next < blockEnd && blockEnd === end) return next
    if (next > at) at = next
    else {
      // The first record is incomplete, and the next line does not fit into a block with it.
      tooLong()
      at = bytes.indexOf(LF, blockEnd) + 1
    }
  }
  return end
}
