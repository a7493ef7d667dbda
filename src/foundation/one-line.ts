// Bidirectional controls change the order that a reader sees; zero-width and tag characters hide text.
const INVISIBLE =
  /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]/g

/**
 * One line of visible text: no control, bidirectional or hidden characters, no broken surrogates. At most
 * `mostCharacters`, for names and messages of a service that have no limit of their own.
 */
export function oneLine(text: string, mostCharacters = Number.POSITIVE_INFINITY): string {
  const line = text
    .toWellFormed()
    .replace(LINE_BREAKS, ' ')
    .replace(CONTROLS, '\ufffd')
    .replace(INVISIBLE, '')
    .trim()
  return clip(line, mostCharacters)
}

/** At most `maxCharacters` code points, the last of them `…` if something was cut. */
export function clip(text: string, maxCharacters: number): string {
  // A string with this many UTF-16 units cannot be too long, and most are not, so they need no array.
  if (text.length <= maxCharacters) return text
  // Twice the number of units contains all the wanted code points, whatever the length of the whole.
  const characters = Array.from(text.slice(0, maxCharacters * 2 + 2))
  if (characters.length <= maxCharacters && text.length <= maxCharacters * 2) return text
  return characters.slice(0, maxCharacters - 1).join('') + '…'
}

/** Shown in place of a blank that would be hard to see. */
const BLANK = '␣'

/**
 * A name for people: blanks at its ends, several in a row, and other kinds of white space are made visible,
 * because names may differ only in them. A name that is too long is cut in its middle, because names with the
 * same beginning often differ at the end.
 */
export function visibleName(name: string, mostCharacters = Number.POSITIVE_INFINITY): string {
  const line = name.replace(/^\s+|\s+$|\s{2,}|[^\S ]/g, (blanks) => BLANK.repeat(blanks.length))
  if (line.length <= mostCharacters) return line
  const tail = Math.floor(mostCharacters / 4)
  // Half a surrogate pair is not a character.
  const start = line.slice(0, mostCharacters - tail - 1).replace(/[\ud800-\udbff]$/, '')
  return `${start}…${line.slice(line.length - tail).replace(/^[\udc00-\udfff]/, '')}`
}
