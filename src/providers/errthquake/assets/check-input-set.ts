import { isUtf8 } from 'node:buffer'
import { oneLine } from '../../../foundation/one-line.ts'

/** A longer header line means that it is not a CSV. */
const MOST_HEADER_BYTES = 64_000
const MOST_FAULTS = 5
/** More than the names of variables, because a column may be for people only; but hardly a value. */
const COLUMN_NAME = /^[\p{L}_][\p{L}\p{N}_.()/ -]{0,199}$/u

/** A fault with its place; lines and columns count from 1. */
export interface FileFault {
  line: number
  column: number
  message: string
}

export interface InputSet {
  /** The names in the header line. */
  columns: string[]
  faults: FileFault[]
}

/** Checks a CSV of the checkout: UTF-8, a header line with names, and at least one line of values. */
export function checkInputSet(bytes: Buffer): InputSet {
  const text = utf8Fault(bytes)
  if (text !== undefined) return { columns: [], faults: [text] }
  const start = bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0
  const end = bytes.indexOf('\n', start)
  const header = bytes.subarray(start, end === -1 ? bytes.length : end)
  if (header.length > MOST_HEADER_BYTES)
    return { columns: [], faults: [at(1, 1, 'the header line is too long; is it a CSV?')] }
  const { fields, faults } = fieldsOf(header.toString('utf8').replace(/\r$/, ''))
  faults.push(...headerFaults(fields))
  const hasValues = end !== -1 && bytes.subarray(end + 1).some((byte) => byte > 0x20)
  if (faults.length === 0 && !hasValues)
    faults.push(at(1, 1, 'there is no line of values below the header line'))
  return { columns: fields.map(({ name }) => name), faults: faults.slice(0, MOST_FAULTS) }
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf])

/** The first place that is not UTF-8; undefined if everything is. */
export function utf8Fault(bytes: Buffer): FileFault | undefined {
  if (isUtf8(bytes)) return undefined
  let line = 1
  for (let start = 0; ; line++) {
    const end = bytes.indexOf('\n', start)
    const content = bytes.subarray(start, end === -1 ? bytes.length : end)
    if (!isUtf8(content)) return at(line, 1 + wholeCharacters(content), 'this is not UTF-8')
    if (end === -1) return at(line, 1, 'this is not UTF-8')
    start = end + 1
  }
}

/** The number of characters before the first invalid one. */
function wholeCharacters(bytes: Buffer): number {
  const broken = bytes.toString('utf8').indexOf('\ufffd')
  return Math.max(0, broken)
}

interface HeaderField {
  name: string
  column: number
}

function fieldsOf(header: string): { fields: HeaderField[]; faults: FileFault[] } {
  const fields: HeaderField[] = []
  const faults: FileFault[] = []
  const field = /\s*(?:"((?:[^"]|"")*)"|([^,"]*))\s*(,|$)/y
  for (;;) {
    const column = field.lastIndex + 1
    const match = field.exec(header)
    if (match === null) {
      faults.push(at(1, column, 'a quote is out of place'))
      break
    }
    fields.push({ name: (match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim(), column })
    if (match[3] === '') break
  }
  return { fields, faults }
}

function headerFaults(fields: readonly HeaderField[]): FileFault[] {
  const seen = new Set<string>()
  return fields.flatMap(({ name, column }) => {
    if (name === '') return at(1, column, 'the header line must name each column; this name is empty')
    if (!COLUMN_NAME.test(name))
      return at(
        1,
        column,
        `the first line must name the columns, and '${oneLine(name, 40)}' cannot be a name`,
      )
    if (seen.has(name)) return at(1, column, `a second column is called '${oneLine(name, 40)}'`)
    seen.add(name)
    return []
  })
}

function at(line: number, column: number, message: string): FileFault {
  return { line, column, message }
}
