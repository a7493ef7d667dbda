/** Long enough to see what failed; a whole stack trace would be too long. */
const MOST_CHARACTERS = 300
const MOST_READ_BYTES = 2000

const SECRET_NAME = /token|key|secret|passw|pwd|auth|session|sid$|sig$|signature|jwt|credential|^code$/i

/** A URL or message in UTF-8, masked as by `maskedText`. */
export function maskedSample(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes.subarray(0, MOST_READ_BYTES))
  return maskedText(text, bytes.length <= MOST_READ_BYTES)
}

/**
 * The first line of a stack trace. XLT writes its line ends as `
 * `.
 */
export function firstLineOf(trace: Uint8Array): string {
  const text = new TextDecoder().decode(trace.subarray(0, MOST_READ_BYTES)).trimStart()
  const [line = ''] = text.split(/\\[nrt]|[\r\n]/, 1)
  return maskedText(line.trimEnd(), line.length < text.length || trace.length <= MOST_READ_BYTES)
}

/**
 * Text from a service or a test in a form that can be shown: user names in URLs, and values with names like
 * those of secrets, are masked. If the text is too long or incomplete, it is cut between words, because a
 * part of a secret would not be recognized later.
 */
export function maskedText(text: string, isWhole = true): string {
  const masked = text
    .slice(0, MOST_READ_BYTES)
    .replace(/\/\/[^/?#@\s]*@/g, '//***@')
    .replace(/\b(Bearer|Basic)\s+[^\s,;]+/gi, '$1 ***')
    .replace(/([\w.%[\]-]{1,80})=([^&#;\s"']*)/g, (all, name: string) =>
      SECRET_NAME.test(name) ? `${name}=***` : all,
    )
  if (isWhole && masked.length <= MOST_CHARACTERS) return masked
  return `${/^.*[\s/?&=#;,:]/s.exec(masked.slice(0, MOST_CHARACTERS - 1))?.[0] ?? ''}…`
}
