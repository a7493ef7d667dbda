/** Long enough to see what failed; a page of a stack trace is nobody's sample. */
const MOST_CHARACTERS = 300
const MOST_READ_BYTES = 2000

const SECRET_NAME = /token|key|secret|passw|pwd|auth|session|sid$|sig$|signature|jwt|credential|^code$/i

/** A URL or message in UTF-8, as `maskedText` shows it. */
export function maskedSample(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes.subarray(0, MOST_READ_BYTES))
  return maskedText(text, bytes.length <= MOST_READ_BYTES)
}

/** The first line of a stack trace, in which XLT writes line ends as `\n`. */
export function firstLineOf(trace: Uint8Array): string {
  const text = new TextDecoder().decode(trace.subarray(0, MOST_READ_BYTES)).trimStart()
  const [line = ''] = text.split(/\\[nrt]|[\r\n]/, 1)
  return maskedText(line.trimEnd(), line.length < text.length || trace.length <= MOST_READ_BYTES)
}

/**
 * What a service or a test wrote, for people: user names in URLs and what is named like a secret are masked. What is too long,
 * or is not whole, is cut between words, so that no half of a secret is left which nothing else would find.
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
