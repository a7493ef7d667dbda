const QUOTE = 34
const COMMA = 44
const LF = 10
const CR = 13

/** Longer records count as broken, so that a quote that is never closed cannot take up the whole file. */
export const MAX_RECORD_BYTES = 1 << 16

export type CsvRecord =
  | { kind: 'fields'; fields: Buffer[]; next: number }
  /**
   * The record cannot be read. Reading continues at `next`, which is `end` if the line end is not in the
   * buffer yet.
   */
  | { kind: 'broken'; next: number }
  /** The record may continue after the end of the buffer. */
  | { kind: 'incomplete' }

/**
 * Reads one record of RFC 4180 at `start`: fields between commas, in quotes if they contain commas, quotes
 * (doubled) or line ends. `bytes` up to `end` must end with a line end. Line ends are LF or CRLF; quotes
 * inside a field that does not begin with one are kept. If a closing quote is followed by anything else, or
 * the record is longer than `MAX_RECORD_BYTES`, it is broken, and the next one begins after the next line
 * end. This is the simple, slow way, for records with quotes.
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

/** `next` is the comma or LF after the field; a CR before the LF does not belong to it. */
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
    // Only the end of a value that is too long still matters, so the rest is not kept.
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
