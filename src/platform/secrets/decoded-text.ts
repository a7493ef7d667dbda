import { escapeAt } from './escapes.ts'

/** A part of a text: from its first unit to before its end. */
export interface Span {
  from: number
  to: number
}

/** Text with its escapes resolved, one level of them, that knows where everything came from. */
export interface DecodedText {
  text: string
  /** The part of the original that became this part. */
  originOf(span: Span): Span
}

/** For each escape: its start and end in the decoded text, then its start and end in the original. */
type Replaced = number[]
const FIELDS = 4

/** Replaces the escapes that begin at a match of the global `pattern`; undefined if there are none. */
export function decoded(text: string, pattern: RegExp): DecodedText | undefined {
  const replaced: Replaced = []
  const pieces: string[] = []
  let done = 0
  let length = 0
  const heads = new RegExp(pattern)
  for (let head = heads.exec(text); head !== null; head = heads.exec(text)) {
    const escape = escapeAt(text, head.index)
    if (escape === undefined) continue
    pieces.push(text.slice(done, head.index), escape.text)
    const at = length + head.index - done
    length = at + escape.text.length
    replaced.push(at, length, head.index, escape.end)
    done = escape.end
    heads.lastIndex = done
  }
  if (replaced.length === 0) return undefined
  pieces.push(text.slice(done))
  return {
    text: pieces.join(''),
    originOf: ({ from, to }) => ({
      from: originAt(replaced, from).from,
      to: originAt(replaced, to - 1).to,
    }),
  }
}

/** The part of the original that one unit of the decoded text came from. */
function originAt(replaced: Replaced, at: number): Span {
  const index = lastAtOrBefore(replaced, at) * FIELDS
  if (index < 0) return { from: at, to: at + 1 }
  const [, end = 0, from = 0, to = 0] = replaced.slice(index, index + FIELDS)
  return at < end ? { from, to } : { from: to + at - end, to: to + at - end + 1 }
}

/** The index of the last escape that begins at `at` or before; -1 if there is none. */
function lastAtOrBefore(replaced: Replaced, at: number): number {
  let low = 0
  let high = replaced.length / FIELDS
  while (low < high) {
    const middle = (low + high) >> 1
    if ((replaced[middle * FIELDS] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}
