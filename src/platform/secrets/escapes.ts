/** What an escape stands for: one character, or a few. */
export interface Escape {
  text: string
  /** The index after the escape. */
  end: number
}

/** The first character of an escape of any kind. */
export const ANY_HEAD = /[%\\&]/g
/**
 * One kind at a time, because a secret may contain something that only looks like an escape of another kind.
 */
export const SINGLE_HEADS = [/%/g, /\\/g, /&/g]

export function isHead(unit: number): boolean {
  return unit === 0x25 || unit === 0x5c || unit === 0x26
}

/**
 * The escape that begins here, if there is one: of URLs and forms, of JSON and JavaScript, or of HTML and
 * XML.
 */
export function escapeAt(text: string, at: number): Escape | undefined {
  const head = text[at]
  if (head === '%') return percentEscape(text, at)
  if (head === '\\') return backslashEscape(text, at)
  return head === '&' ? entity(text, at) : undefined
}

export function hasEscapes(text: string): boolean {
  for (const { index } of text.matchAll(ANY_HEAD)) if (escapeAt(text, index) !== undefined) return true
  return false
}

/** An escape that is incomplete because the text was cut. */
export const UNFINISHED =
  /^(?:(?:%[0-9a-f]{2}){0,3}%?[0-9a-f]?|\\(?:u[0-9a-f]{0,3}|u\{[0-9a-f]{0,6}|x[0-9a-f]?)?|&#?\w{0,9})$/i
/** No incomplete escape is longer. */
export const UNFINISHED_LENGTH = 12

const PERCENT = /%(?:u([0-9a-f]{4})|([0-9a-f]{2}))/iy

function percentEscape(text: string, at: number): Escape | undefined {
  const match = matchAt(PERCENT, text, at)
  if (match === undefined) return undefined
  const wide = match[1]
  if (wide !== undefined) return { text: String.fromCharCode(Number.parseInt(wide, 16)), end: at + 6 }
  const lead = Number.parseInt(match[2] ?? '', 16)
  const followers = lead < 0xc2 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : 0
  const end = at + 3 + 3 * followers
  if (followers > 0) {
    try {
      return { text: decodeURIComponent(text.slice(at, end)), end }
    } catch {
      // Not UTF-8, so it is read byte by byte.
    }
  }
  return { text: String.fromCharCode(lead), end: at + 3 }
}

const BACKSLASH = /\\(?:u([0-9a-f]{4})|u\{([0-9a-f]{1,6})\}|x([0-9a-f]{2})|([^]))/iy
const CONTROLS: Record<string, string> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
}

function backslashEscape(text: string, at: number): Escape | undefined {
  const match = matchAt(BACKSLASH, text, at)
  if (match === undefined) return undefined
  const end = at + match[0].length
  const hex = match[1] ?? match[2] ?? match[3]
  if (hex !== undefined) return ofCodePoint(Number.parseInt(hex, 16), end)
  const letter = match[4] ?? ''
  return { text: CONTROLS[letter] ?? letter, end }
}

const ENTITY = /&(?:#(\d{1,10})|#x([0-9a-f]{1,9})|([a-z][a-z0-9]{1,31})(?=;));?/iy
/** These four are also recognized without a semicolon, whatever follows. */
const BARE_ENTITY = /&(amp|lt|gt|quot)/iy

function entity(text: string, at: number): Escape | undefined {
  const match = matchAt(ENTITY, text, at) ?? matchAt(BARE_ENTITY, text, at)
  if (match === undefined) return undefined
  const end = at + match[0].length
  if (match[2] !== undefined) return ofCodePoint(Number.parseInt(match[2], 16), end)
  const name = match[3] ?? (match.length === 2 ? match[1] : undefined)
  if (name === undefined) return ofCodePoint(Number(match[1]), end)
  const character = characterNamed(name)
  return character === undefined ? undefined : { text: character, end }
}

function ofCodePoint(codePoint: number, end: number): Escape | undefined {
  return codePoint > 0x10ffff ? undefined : { text: String.fromCodePoint(codePoint), end }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

function characterNamed(name: string): string | undefined {
  const known = ASCII.get(name.toLowerCase())
  if (known !== undefined) return known
  const index = LATIN_1.indexOf(name)
  return index < 0 ? undefined : String.fromCharCode(0xa0 + index)
}

/** HTML's names of the characters on a keyboard. */
const ASCII = new Map([
  ['tab', '\t'],
  ['newline', '\n'],
  ['excl', '!'],
  ['quot', '"'],
  ['num', '#'],
  ['dollar', '$'],
  ['percnt', '%'],
  ['amp', '&'],
  ['apos', "'"],
  ['lpar', '('],
  ['rpar', ')'],
  ['ast', '*'],
  ['midast', '*'],
  ['plus', '+'],
  ['comma', ','],
  ['period', '.'],
  ['sol', '/'],
  ['colon', ':'],
  ['semi', ';'],
  ['lt', '<'],
  ['equals', '='],
  ['gt', '>'],
  ['quest', '?'],
  ['commat', '@'],
  ['lsqb', '['],
  ['lbrack', '['],
  ['bsol', '\\'],
  ['rsqb', ']'],
  ['rbrack', ']'],
  ['hat', '^'],
  ['lowbar', '_'],
  ['underbar', '_'],
  ['grave', '`'],
  ['diacriticalgrave', '`'],
  ['lcub', '{'],
  ['lbrace', '{'],
  ['verbar', '|'],
  ['vert', '|'],
  ['verticalline', '|'],
  ['rcub', '}'],
  ['rbrace', '}'],
  ['hellip', '…'],
  ['mldr', '…'],
])

/** HTML's names from U+00A0 on, in order. */
const LATIN_1 = (
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro ' +
  'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil ' +
  'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave ' +
  'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml ' +
  'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute ' +
  'thorn yuml'
).split(' ')
