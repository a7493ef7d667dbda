import { readCsvRecord } from '../lines/csv-record.ts'
import { NO_CODE } from '../errors/error-kind-counter.ts'
import { type FieldIndex, scanBlocks } from '../lines/field-index.ts'
import { type AddedLines, LineAdder } from '../lines/line-adder.ts'
import type { RecordScanner } from '../lines/line-feed.ts'
import type { VectorMemory } from '../lines/vector-memory.ts'
import { BYTES_RECEIVED, BYTES_SENT, DURATION_MS, TIME_MS } from '../totals/timing-accumulator.ts'

const QUOTE = 34
const CR = 13
const REQUEST = 'R'.charCodeAt(0)
const AGENT = 'J'.charCodeAt(0)
/** By character code, whether it is a timer: request, action, transaction, page load, custom timer. */
const IS_TIMER = Uint8Array.from({ length: 256 }, (_, code) =>
  'RATPC'.includes(String.fromCharCode(code)) ? 1 : 0,
)
const TRUE = 't'.charCodeAt(0)
const FALSE = 'f'.charCodeAt(0)
/** Columns 0 to 4 are type, name, start, run time and failed; for requests, 5 and 6 are bytes. */
const TIMER_COLUMNS = 5
/** For requests. */
const CODE_COLUMN = 7
const URL_COLUMN = 8
/** For failed transactions. */
const TRACE_COLUMN = 5
const TRANSACTION = 'T'.charCodeAt(0)
const NUMBER_COLUMNS = [2, 3, 5, 6]
const NUMBER_PLACES = [TIME_MS, DURATION_MS, BYTES_SENT, BYTES_RECEIVED]

/** The place of a timer. One object is used for all timers, because there are millions. */
export interface TimerPlace {
  /** Character code of the record type. */
  type: number
  /** The name is in the bytes from `nameStart` to `nameEnd`. */
  nameStart: number
  nameEnd: number
  /** Where its numbers begin in the rows; only requests have bytes. */
  row: number
  failed: boolean
}

export interface TimerSink {
  timer(place: Readonly<TimerPlace>, bytes: DataView, rows: Float64Array): void
  /**
   * The previous timer failed, with this status code, or `NO_CODE`. True if a sample of its URL is wanted.
   */
  failure(code: number): boolean
  sample(url: Uint8Array): void
  /** The previous transaction failed, with this stack trace. */
  failedWith(trace: Uint8Array): void
  /** The fields of a record of agent resources. */
  agent(fields: string[]): void
  broken(): void
  /** The vectors added timers. */
  added(): void
  /** Makes room for what the vectors count. */
  settle(): void
  /** The vectors added this timer, which is a transaction or failed. */
  addedTimer(type: number, label: number, rows: Float64Array, row: number): void
}

/** Where timers are read to: the sink, and what their reader needs. */
export interface TimerReading extends TimerSink {
  index: FieldIndex
  memory: VectorMemory
  /** Where the vectors find the subjects and the totals; 0 if they cannot. */
  addresses: number[]
}

/**
 * The hot loop over timer files. `FieldIndex` finds the fields, and the vectors read and add the usual lines;
 * the few names in quotes and records of agents are read by `readCsvRecord`. There are no line ends inside
 * quotes, because XLT escapes them. Quotes after the name do not matter, because nothing after them is read.
 */
export class XltTimerScanner implements RecordScanner, AddedLines {
  readonly #sink: TimerSink
  readonly #index: FieldIndex
  readonly #row = new Float64Array(4)
  readonly #place: TimerPlace = { type: 0, nameStart: 0, nameEnd: 0, row: 0, failed: false }

  readonly #adder: LineAdder | undefined

  constructor(reading: TimerReading) {
    const { index, memory, addresses } = reading
    this.#sink = reading
    this.#index = index
    if (memory.vectors && !addresses.includes(0))
      this.#adder = new LineAdder(reading, memory.vectors.addTimers, addresses)
  }

  addBroken(): void {
    this.#sink.broken()
  }

  scan(bytes: Uint8Array, start: number, end: number): number {
    this.#index.wantNumbers(NUMBER_COLUMNS, NUMBER_PLACES)
    return scanBlocks(
      this.#index,
      [bytes, start, end],
      (lines) => this.#readLines(lines),
      () => this.addBroken(),
    )
  }

  settle(): void {
    this.#sink.settle()
  }

  finish(line: number, label: number, type: number): void {
    const { bytes, positions, rows } = this.#index
    const before = this.#index.beforeLine(line)
    this.#sink.addedTimer(type, label, rows, this.#index.rowOf(line))
    if (bytes[positions[before + 4]! + 1] === TRUE)
      this.#readFailure(type, before, this.#index.beforeLine(line + 1))
  }

  #readLines(lines: number): number {
    const { bytes, positions } = this.#index
    for (let line = 0; line < lines; line++) {
      const first = line
      line = this.#adder?.addFrom(first, lines, this) ?? first
      if (line > first) this.#sink.added()
      if (line === lines) break
      this.#index.slowLines++
      const before = this.#index.beforeLine(line)
      const last = this.#index.beforeLine(line + 1)
      const start = positions[before]! + 1
      const type = bytes[start]!
      const hasType = positions[before + 1] === start + 1
      if (hasType && IS_TIMER[type] === 1) this.#readTimer(type, before, line)
      else if (hasType && type === AGENT) this.#readAgent(start, positions[last]! + 1)
      else if (!hasType && !isBlank(bytes, start, positions[last]!)) this.#sink.broken()
    }
    return this.#index.end
  }

  /** Column `i` is between the positions `before + i` and `before + i + 1`. */
  #readTimer(type: number, before: number, line: number): void {
    const { bytes, view, positions, rows } = this.#index
    const last = this.#index.beforeLine(line + 1)
    const nameStart = positions[before + 1]! + 1
    if (bytes[nameStart] === QUOTE)
      return this.#readQuoted(type, positions[before]! + 1, positions[last]! + 1)
    const row = this.#index.rowOf(line)
    const failed = bytes[positions[before + 4]! + 1]!
    const isWhole = last - before >= TIMER_COLUMNS && !Number.isNaN(rows[row + DURATION_MS])
    if (!isWhole || (failed !== TRUE && failed !== FALSE)) return this.#sink.broken()
    if (type !== REQUEST) {
      rows[row + BYTES_SENT] = NaN
      rows[row + BYTES_RECEIVED] = NaN
    }
    const place = this.#place
    place.type = type
    place.nameStart = nameStart
    place.nameEnd = positions[before + 2]!
    place.row = row
    place.failed = failed === TRUE
    this.#sink.timer(place, view, rows)
    if (place.failed) this.#readFailure(type, before, last)
  }

  /** Only for failures, more than the first columns of a record is read. */
  #readFailure(type: number, before: number, last: number): void {
    const { bytes, positions } = this.#index
    const code =
      type === REQUEST && last - before > CODE_COLUMN
        ? codeIn(bytes, positions[before + CODE_COLUMN]! + 1, positions[before + CODE_COLUMN + 1]!)
        : NO_CODE
    this.#giveFailure(type, code, () => fieldsOf(bytes, positions[before]! + 1, positions[last]! + 1))
  }

  #giveFailure(type: number, code: number, fields: () => Buffer[]): void {
    const trace = type === TRANSACTION ? fields()[TRACE_COLUMN] : undefined
    if (trace !== undefined && trace.length > 0) return this.#sink.failedWith(trace)
    if (!this.#sink.failure(code) || type !== REQUEST) return
    const url = fields()[URL_COLUMN]
    if (url !== undefined) this.#sink.sample(url)
  }

  #readQuoted(type: number, start: number, end: number): void {
    const fields = fieldsOf(this.#index.bytes, start, end)
    const [, name, startMs, runTimeMs, failed, sent, received, code] = fields
    const isWhole = /^(true|false)$/.test(failed?.toString('latin1') ?? '')
    this.#row.set([startMs, runTimeMs, sent, received].map(wholeNumber))
    if (type !== REQUEST) this.#row.fill(NaN, BYTES_SENT)
    if (!name || !isWhole || !(this.#row[DURATION_MS]! >= 0)) return this.#sink.broken()
    const view = new DataView(name.buffer, name.byteOffset, name.length)
    const place = { type, nameStart: 0, nameEnd: name.length, row: 0, failed: failed![0] === TRUE }
    this.#sink.timer(place, view, this.#row)
    if (!place.failed) return
    const status = code && type === REQUEST ? codeIn(code, 0, code.length) : NO_CODE
    this.#giveFailure(type, status, () => fields)
  }

  #readAgent(start: number, end: number): void {
    const fields = fieldsOf(this.#index.bytes, start, end)
    if (fields.length === 0) this.#sink.broken()
    else this.#sink.agent(fields.map((field) => field.toString('utf8')))
  }
}

/** The fields of one line; empty if its quotes are broken. */
function fieldsOf(bytes: Uint8Array, start: number, end: number): Buffer[] {
  const record = readCsvRecord(bytes, start, end)
  return record.kind === 'fields' ? record.fields : []
}

/** A status code of one to three digits; a CR belongs to the line end. */
function codeIn(bytes: Uint8Array, start: number, end: number): number {
  const text = Buffer.from(bytes.subarray(start, Math.min(end, start + 5))).toString('latin1')
  return /^\d{1,3}\r?$/.test(text) ? Number.parseInt(text, 10) : NO_CODE
}

function wholeNumber(field: Buffer | undefined): number {
  const text = field?.toString('latin1') ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : NaN
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  return end === start || (end === start + 1 && bytes[start] === CR)
}
