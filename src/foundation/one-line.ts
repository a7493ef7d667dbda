// Bidirectional controls reorder what a reader sees; zero-width and tag characters hide text in it.
const INVISIBLE =
  /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]/g

/**
 * One line of what can be seen: no control, bidirectional or hidden characters, no broken surrogates. At most
 * `mostCharacters`, where a name or message of a service has no bound of its own.
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

/** At most `maxCharacters` code points, the last of them `…` where something was cut. */
export function clip(text: string, maxCharacters: number): string {
  // A string of this many UTF-16 units cannot be too long, and most are not: no array for those.
  if (text.length <= maxCharacters) return text
  // Twice the units hold all the code points wanted, whatever the length of the whole.
  const characters = Array.from(text.slice(0, maxCharacters * 2 + 2))
  if (characters.length <= maxCharacters && text.length <= maxCharacters * 2) return text
  return characters.slice(0, maxCharacters - 1).join('') + '…'
}

/** What stands for a blank that nobody would see. */
const BLANK = '␣'

/**
 * A name for people: blanks at its ends, several in a row and white space of other kinds can be seen, since names may differ
 * in nothing else. One that is too long is cut in its middle, since names that begin alike often differ at their ends.
 */
export function visibleName(name: string, mostCharacters = Number.POSITIVE_INFINITY): string {
  const line = name.replace(/^\s+|\s+$|\s{2,}|[^\S ]/g, (blanks) => BLANK.repeat(blanks.length))
  if (line.length <= mostCharacters) return line
  const tail = Math.floor(mostCharacters / 4)
  // Half a surrogate pair is none.
  const start = line.slice(0, mostCharacters - tail - 1).replace(/[\ud800-\udbff]$/, '')
  return `${start}…${line.slice(line.length - tail).replace(/^[\udc00-\udfff]/, '')}`
}
