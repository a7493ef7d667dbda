const QUOTE = 34
const COMMA = 44
const LF = 10
const CR = 13

/** Longer records are broken ones: a quote that nobody closes must not swallow the file. */
export const MAX_RECORD_BYTES = 1 << 16

export type CsvRecord =
  | { kind: 'fields'; fields: Buffer[]; next: number }
  /** Not to be read: `next` is where reading goes on, or `end` when the line end is not in the buffer yet. */
  | { kind: 'broken'; next: number }
  /** The record may go on behind the buffer. */
  | { kind: 'incomplete' }

/**
 * One record of RFC 4180 at `start`: fields between commas, in quotes where they hold commas, quotes (doubled) or line
 * ends. `bytes` up to `end` must end with a line end. Line ends are LF or CRLF; quotes inside a field that does not begin
 * with one are taken as they are. After a closing quote that is followed by anything else, or past `MAX_RECORD_BYTES`,
 * the record is broken, and the next one begins behind the next line end. The plain, slow way, for records with quotes.
 */
export function readCsvRecord(bytes: Uint8Array, start: number, end: number): CsvRecord {
  const fields: Buffer[] = []
  let at = start
  for (;;) {
    const field = bytes[at] === QUOTE ? quotedField(bytes, at, end) : plainField(bytes, at, end)
    const failedAt = 'failedAt' in field ? field.failedAt : field.next
    if (failedAt - start > MAX_RECORD_BYTES) return brokenAt(bytes, start + MAX_RECORD_BYTES, end)
    if ('failedAt' in field)
      return field.failedAt >= end ? { kind: 'incomplete' } : brokenAt(bytes, field.failedAt, end)
    fields.push(field.value)
    if (bytes[field.next] === LF) return { kind: 'fields', fields, next: field.next + 1 }
    at = field.next + 1
  }
}

type Field = { value: Buffer; next: number } | { failedAt: number }

/** `next` is the comma or LF behind it; a CR before the LF does not belong to the field. */
function plainField(bytes: Uint8Array, start: number, end: number): Field {
  let at = start
  while (at < end && bytes[at] !== COMMA && bytes[at] !== LF) at++
  if (at >= end) return { failedAt: end }
  const length = bytes[at] === LF && at > start && bytes[at - 1] === CR ? at - 1 - start : at - start
  return { value: Buffer.from(bytes.subarray(start, start + length)), next: at }
}

function quotedField(bytes: Uint8Array, start: number, end: number): Field {
  const value: number[] = []
  let at = start + 1
  for (; at < end; at++) {
    if (bytes[at] === QUOTE && bytes[++at] !== QUOTE) break
    // A value is not kept beyond what a record may have: its end is looked for, no more.
    if (value.length < MAX_RECORD_BYTES) value.push(bytes[at]!)
  }
  if (at < end && bytes[at] === CR && bytes[at + 1] === LF) at++
  if (at >= end || (bytes[at] !== COMMA && bytes[at] !== LF)) return { failedAt: Math.min(at, end) }
  return { value: Buffer.from(value), next: at }
}

function brokenAt(bytes: Uint8Array, at: number, end: number): CsvRecord {
  const lineEnd = bytes.subarray(0, end).indexOf(LF, at)
  return { kind: 'broken', next: lineEnd < 0 ? end : lineEnd + 1 }
}
