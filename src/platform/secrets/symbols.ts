/**
 * What a UTF-16 unit counts as when text is compared with a secret. All white space and `+` (a space in
 * forms) are the same symbol, because texts are put on one line before they are shown. Invisible characters
 * do not count.
 */
export const BLANK = 0x20
/** Invisible, so it may be inside a secret without being noticed. */
export const UNSEEN = -1
/** Some programs show it as a space, others leave it out. */
export const BLANK_OR_UNSEEN = -2

const PLUS = 0x2b
const REPLACEMENT = 0xfffd

export function symbolOf(unit: number): number {
  if (unit > BLANK && unit < 0x7f) return unit === PLUS ? BLANK : unit
  if (unit < 0xa0) return symbolOfControl(unit)
  if (isInvisible(unit)) return UNSEEN
  if (unit === 0x2028 || unit === 0x2029 || unit === 0xfeff) return BLANK_OR_UNSEEN
  return isSpace(unit) ? BLANK : unit
}

/**
 * Tab, line feed, carriage return and space are white space; a few others are replaced by a space when lines
 * are joined.
 */
function symbolOfControl(unit: number): number {
  if (unit === BLANK || unit === 0x09 || unit === 0x0a || unit === 0x0d) return BLANK
  return unit === 0x0b || unit === 0x0c || unit === 0x85 ? BLANK_OR_UNSEEN : UNSEEN
}

function isSpace(unit: number): boolean {
  if (unit < 0x1680) return unit === 0xa0
  if (unit <= 0x200a) return unit === 0x1680 || unit >= 0x2000
  return unit === 0x202f || unit === 0x205f || unit === 0x3000
}

/** Unicode's invisible characters, and U+FFFD, which replaces control characters in text on one line. */
function isInvisible(unit: number): boolean {
  if (unit < 0x200b) return INVISIBLE_BELOW_2000.has(unit)
  if (unit <= 0x206f) return unit <= 0x200f || unit >= 0x2060 || (unit >= 0x202a && unit <= 0x202e)
  if (unit >= 0xdb40 && unit <= 0xdb43) return true
  if (unit < 0xfe00) return unit === 0x3164
  return unit <= 0xfe0f || unit === 0xffa0 || (unit >= 0xfff0 && unit <= REPLACEMENT)
}

const INVISIBLE_BELOW_2000 = new Set([
  0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b, 0x180c, 0x180d, 0x180e, 0x180f,
])

/** Tag characters and some other invisible ones are pairs of two units; neither counts. */
export function isInvisiblePair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xdb40 && unit <= 0xdb43 && isLowSurrogate(text.charCodeAt(at + 1))
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

/**
 * The symbols that a word is searched by: without invisible characters, and with white space as one space.
 */
export function symbolsOfWord(word: string): number[] {
  const symbols: number[] = []
  for (let at = 0; at < word.length; at++) {
    if (isInvisiblePair(word, at)) {
      at++
      continue
    }
    const symbol = symbolOf(word.charCodeAt(at))
    if (symbol < 0 || (symbol === BLANK && symbols.at(-1) === BLANK)) continue
    symbols.push(symbol)
  }
  return symbols
}
