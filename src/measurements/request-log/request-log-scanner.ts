import { MAX_RECORD_BYTES, readCsvRecord } from '../lines/csv-record.ts'
import { type FieldIndex, scanBlocks } from '../lines/field-index.ts'
import { type AddedLines, LineAdder } from '../lines/line-adder.ts'
import type { RecordScanner } from '../lines/line-feed.ts'
import type { LogTime } from '../lines/log-time.ts'
import { numberOf } from '../lines/number-field.ts'
import type { VectorMemory } from '../lines/vector-memory.ts'
import { CLIENT, FIRST_NUMBER, LABEL, ROW, TIME, URL_SAMPLE } from './request-log-columns.ts'

const CR = 13
const QUOTE = 34

/** Receives what the scanner reads. */
export interface RequestSink {
  /**
   * The label is in the bytes from `labelStart` to `labelEnd`. `rows` has the numbers of `ROW` from `row` on;
   * NaN if they are absent or not numbers. True if a sample of the URL is wanted.
   */
  request(bytes: DataView, labelStart: number, labelEnd: number, rows: Float64Array, row: number): boolean
  /** The virtual user that sent the previous request. */
  client(bytes: DataView, start: number, end: number, rows: Float64Array, row: number): void
  /** The URL of the previous request, after `request` returned true. */
  sample(url: Uint8Array): void
  broken(): void
  /** The vectors added a failed request. True if a sample of the URL is wanted. */
  failed(label: number, rows: Float64Array, row: number): boolean
  /** Makes room for what the vectors count. */
  settle(): void
}

/** Where a log is read to: the sink, and what its reader needs. */
export interface RequestReading extends RequestSink {
  time: LogTime
  index: FieldIndex
  memory: VectorMemory
  /** Where the vectors find the subject, the time, the clients, the CPU and the totals; 0 if they cannot. */
  addresses: number[]
}

/**
 * The hot loop over a request log, see docs/performance.md for its figures. `FieldIndex` finds the fields of
 * a block; the vectors read and add the usual lines. This class reads the others, without creating strings or
 * objects; a line with quotes inside a field, or doubled in the label, is read by `readCsvRecord`, which has
 * the same rules.
 */
export class RequestLogScanner implements RecordScanner, AddedLines {
  readonly #sink: RequestSink
  readonly #time: LogTime
  readonly #index: FieldIndex
  /** For a line that is read by `readCsvRecord`. */
  readonly #row = new Float64Array(ROW.length)
  readonly #columns: number
  readonly #labelColumn: number
  readonly #timeColumn: number
  readonly #urlColumn: number
  readonly #clientColumn: number
  readonly #numberColumns: Int32Array
  /** The place in the row for each of these columns. */
  readonly #numberPlaces: Int32Array
  readonly #adder: LineAdder | undefined

  /** `roles` are those of `LogColumns`. */
  constructor(roles: Uint8Array, reading: RequestReading) {
    this.#sink = reading
    this.#time = reading.time
    this.#index = reading.index
    this.#columns = roles.length
    this.#labelColumn = roles.indexOf(LABEL)
    this.#timeColumn = roles.indexOf(TIME)
    this.#urlColumn = roles.indexOf(URL_SAMPLE)
    this.#clientColumn = roles.indexOf(CLIENT)
    this.#numberColumns = Int32Array.from(
      [...roles.keys()].filter((column) => roles[column]! >= FIRST_NUMBER),
    )
    this.#numberPlaces = this.#numberColumns.map((column) => roles[column]! - FIRST_NUMBER)
    this.#adder = this.#adderFor(reading)
  }

  addBroken(): void {
    this.#sink.broken()
  }

  scan(bytes: Uint8Array, start: number, end: number): number {
    this.#index.wantNumbers(this.#numberColumns, this.#numberPlaces, true)
    return scanBlocks(
      this.#index,
      [bytes, start, end],
      (lines) => this.#readLines(lines),
      () => this.addBroken(),
    )
  }

  /** Returns where the first incomplete record begins, or the end of the block. */
  #readLines(lines: number): number {
    let next = this.#readFound(lines)
    while (next < this.#index.end) {
      const start = next
      this.#index.slowLines++
      next = this.#readRecord(start, this.#index.end)
      if (next < 0) return start
      next = this.#readFound(this.#index.findFrom(next))
    }
    return next
  }

  /** Returns where the line begins that must be read as a record, or the end of the lines. */
  #readFound(lines: number): number {
    const index = this.#index
    const { positions, end: blockEnd } = index
    for (let line = 0; line < lines; line++) {
      line = this.#adder?.addFrom(line, lines, this) ?? line
      if (line === lines) break
      const before = index.beforeLine(line)
      const last = index.beforeLine(line + 1)
      const start = positions[before]! + 1
      const end = positions[last]!
      index.slowLines++
      const isPlain = last - before === this.#columns && end - start <= MAX_RECORD_BYTES
      if (!isPlain || !this.#readLine(line, before, last)) {
        const next = this.#readRecord(start, blockEnd)
        // A record that is too long ends with the first line end in it.
        if (next !== end + 1) return next
      }
    }
    return positions[index.beforeLine(lines)]! + 1
  }

  /** Undefined if the vectors cannot read such a log: the platform has none, or the log has no times. */
  #adderFor(reading: RequestReading): LineAdder | undefined {
    const { memory, addresses } = reading
    if (!memory.vectors || this.#timeColumn < 0 || addresses.includes(0)) return undefined
    const columns = [this.#columns, this.#labelColumn, this.#timeColumn, this.#clientColumn]
    const places = columns.map((column) => (column < 0 ? column : 4 * column))
    return new LineAdder(reading, memory.vectors.addRequests, [...places, ...addresses])
  }

  settle(): void {
    this.#sink.settle()
  }

  /** Of a failed request. */
  finish(line: number, label: number): void {
    const { bytes, positions, rows } = this.#index
    const before = this.#index.beforeLine(line)
    const wantsSample = this.#sink.failed(label, rows, this.#index.rowOf(line))
    if (!wantsSample || this.#urlColumn < 0) return
    const last = this.#index.beforeLine(line + 1)
    const end = positions[last]!
    if (bytes[end - 1] === CR) positions[last] = end - 1
    this.#giveSample(before + this.#urlColumn)
    positions[last] = end
  }

  /**
   * Field `i` is between the positions `before + i` and `before + i + 1`. False if the line must be read as a
   * record.
   */
  #readLine(line: number, before: number, last: number): boolean {
    const { bytes, view, positions, rows } = this.#index
    const at = before + this.#labelColumn
    const quote = quoteBytes(bytes, positions[at]! + 1)
    if (this.#hasDoubled(at) || (this.#clientColumn >= 0 && this.#hasDoubled(before + this.#clientColumn)))
      return false
    const row = this.#index.rowOf(line)
    const end = positions[last]!
    // A CR belongs to the line end.
    const hasCr = bytes[end - 1] === CR
    if (hasCr) positions[last] = end - 1
    const timeAt = before + this.#timeColumn
    if (this.#timeColumn >= 0) {
      const timeQuote = quoteBytes(bytes, positions[timeAt]! + 1)
      this.#time.read(view, positions[timeAt]! + 1 + timeQuote, positions[timeAt + 1]! - timeQuote, rows, row)
    }
    const labelStart = positions[at]! + 1 + quote
    const wantsSample = this.#sink.request(view, labelStart, positions[at + 1]! - quote, rows, row)
    if (this.#clientColumn >= 0) this.#giveClient(before + this.#clientColumn, row)
    if (wantsSample && this.#urlColumn >= 0) this.#giveSample(before + this.#urlColumn)
    if (hasCr) positions[last] = end
    return true
  }

  /** True if a field with quotes around it has others inside. */
  #hasDoubled(at: number): boolean {
    const { bytes, positions } = this.#index
    if (bytes[positions[at]! + 1] !== QUOTE) return false
    return (
      bytes.indexOf(QUOTE, positions[at]! + 2) <
      positions[at + 1]! - 1 - Number(bytes[positions[at + 1]! - 1] === CR)
    )
  }

  #giveClient(at: number, row: number): void {
    const { bytes, view, positions, rows } = this.#index
    const quote = quoteBytes(bytes, positions[at]! + 1)
    this.#sink.client(view, positions[at]! + 1 + quote, positions[at + 1]! - quote, rows, row)
  }

  #giveSample(at: number): void {
    const { bytes, positions } = this.#index
    const quote = quoteBytes(bytes, positions[at]! + 1)
    const url = bytes.subarray(positions[at]! + 1 + quote, positions[at + 1]! - quote)
    this.#sink.sample(quote === 1 && url.includes(QUOTE) ? withoutDoubled(url) : url)
  }

  /** Returns where the next record begins; -1 if this one is incomplete. */
  #readRecord(start: number, end: number): number {
    const record = readCsvRecord(this.#index.bytes, start, end)
    if (record.kind === 'incomplete') return -1
    if (record.kind === 'broken') this.#sink.broken()
    else if (record.fields.length === this.#columns) this.#takeFields(record.fields)
    else if (record.fields.length > 1 || record.fields[0]!.length > 0) this.#sink.broken()
    return record.next
  }

  #takeFields(fields: Buffer[]): void {
    this.#row.fill(NaN)
    for (const [i, column] of this.#numberColumns.entries())
      this.#row[this.#numberPlaces[i]!] = numberOf(fields[column]!.toString('latin1'))
    const time = viewOf(fields[this.#timeColumn])
    if (this.#timeColumn >= 0) this.#time.read(time, 0, time.byteLength, this.#row, 0)
    const label = viewOf(fields[this.#labelColumn])
    const wantsSample = this.#sink.request(label, 0, label.byteLength, this.#row, 0)
    const client = viewOf(fields[this.#clientColumn])
    if (this.#clientColumn >= 0) this.#sink.client(client, 0, client.byteLength, this.#row, 0)
    const url = fields[this.#urlColumn]
    if (wantsSample && url !== undefined) this.#sink.sample(url)
  }
}

/** 1 if the field that begins there has quotes around it. */
function quoteBytes(bytes: Uint8Array, start: number): number {
  return bytes[start] === QUOTE ? 1 : 0
}

function withoutDoubled(quoted: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(quoted).toString('latin1').replaceAll('""', '"'), 'latin1')
}

function viewOf(bytes: Uint8Array = new Uint8Array()): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
}
