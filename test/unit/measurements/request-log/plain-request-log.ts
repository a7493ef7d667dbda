/**
 * A second reader of request logs, for tests to compare with: simple, slow, on whole strings, and without
 * code in common with the real one. It uses the same rules: RFC 4180. A record is broken if its quotes are,
 * if it has another number of fields than the header or more than 64 KiB, or if its duration is not a number
 * of 0 or more. Times are ISO 8601 or numbers.
 */
const MAX_RECORD = 65_536
const ISO_TIME = /^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d(:\d\d([.,]\d+)?)?(Z|[+-]\d\d:?(\d\d)?( .*)?|)$/
const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/

export interface PlainFigures {
  broken: number
  labels: Record<
    string,
    { durations: number[]; errors: number; sent: number; received: number; times: number[] }
  >
}

export function readPlainly(log: string): PlainFigures {
  const { records, broken } = splitRecords(log.endsWith('\n') ? log : `${log}\n`)
  const [header, ...rows] = records
  const names = header!.map((name) => name.trim().toLowerCase())
  const figures: PlainFigures = { broken, labels: {} }
  for (const row of rows) {
    if (row.length === 1 && row[0] === '') continue
    const value = (name: string) => (names.includes(name) ? row[names.indexOf(name)]! : '')
    const ms = toNumber(value('msec_duration'))
    if (row.length !== names.length || !(ms >= 0) || ms === Infinity) {
      figures.broken++
      continue
    }
    const status = toNumber(value('status'))
    const label = (figures.labels[`:${value('command')}`] ??= {
      durations: [],
      errors: 0,
      sent: 0,
      received: 0,
      times: [],
    })
    label.durations.push(ms)
    label.errors += status > 0 && status < 400 ? 0 : 1
    label.sent += Math.max(0, toNumber(value('req_bytes'))) || 0
    label.received += Math.max(0, toNumber(value('resp_bytes'))) || 0
    const time = toTime(value('time'))
    if (time !== undefined) label.times.push(time)
  }
  return figures
}

/**
 * In ms since 1970; undefined if it is no time, or none of this century. A number's unit follows from how many
 * digits there are before the point.
 */
function toTime(text: string): number | undefined {
  if (ISO_TIME.test(text)) return Date.parse(text)
  const digits = /^(\d{1,20})(\.\d*)?$/.exec(text)?.[1]
  if (digits === undefined) return undefined
  const unitMs = digits.length <= 11 ? 1e3 : digits.length <= 14 ? 1 : digits.length <= 17 ? 1e-3 : 1e-6
  const ms = Number(digits) * unitMs
  return ms >= Date.UTC(2000) && ms < Date.UTC(2100) ? ms : undefined
}

function toNumber(text: string): number {
  return NUMBER.test(text) ? Number(text) : NaN
}

function splitRecords(text: string): { records: string[][]; broken: number } {
  const records: string[][] = []
  let broken = 0
  let rest = text
  while (rest !== '') {
    const record = splitRecord(rest)
    if ('fields' in record) records.push(record.fields)
    else broken++
    rest = rest.slice(record.length)
  }
  return { records, broken }
}

function splitRecord(text: string): { fields: string[]; length: number } | { length: number } {
  const fields: string[] = []
  let at = 0
  for (;;) {
    const field = /^"((?:[^"]|"")*)"(?=,|\r?\n)/.exec(text.slice(at))
    const plain = text[at] === '"' ? undefined : /^[^,\n]*/.exec(text.slice(at))![0]
    if (!field && plain === undefined) return { length: behindLineEnd(text, brokenAt(text, at)) }
    at += field ? field[0].length : plain!.length
    const atLineEnd = /^\r?\n/.exec(text.slice(at))
    const lineEndAt = atLineEnd ? at + atLineEnd[0].length - 1 : at
    if (lineEndAt > MAX_RECORD) return { length: behindLineEnd(text, MAX_RECORD) }
    if (field) fields.push(field[1]!.replaceAll('""', '"'))
    else fields.push(text[at] === '\n' ? plain!.replace(/\r$/, '') : plain!)
    if (atLineEnd) return { fields, length: at + atLineEnd[0].length }
    at++
  }
}

/**
 * Where quotes are broken: after the closing quote, or, if there is none, at the longest length of a record.
 */
function brokenAt(text: string, quoteAt: number): number {
  const closed = /^"((?:[^"]|"")*)"(?!")/.exec(text.slice(quoteAt))
  return Math.min(closed ? quoteAt + closed[0].length : Infinity, MAX_RECORD)
}

function behindLineEnd(text: string, from: number): number {
  const lineEnd = text.indexOf('\n', from)
  return lineEnd < 0 ? text.length : lineEnd + 1
}
