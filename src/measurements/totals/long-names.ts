import { createHash } from 'node:crypto'

/** Names are kept whole up to here: a URL with a query in place of a name must not fill the memory. */
export const MAX_NAME_BYTES = 8192
const DIGEST_DIGITS = 16
const KEPT_BYTES = MAX_NAME_BYTES - 64

/**
 * A name of at most `MAX_NAME_BYTES` in UTF-8: a longer one is cut and gets a digest of the whole behind it, so that names
 * that begin alike stay apart.
 */
export function shortName(name: string): string {
  // No UTF-16 unit takes more than three bytes.
  if (name.length * 3 <= MAX_NAME_BYTES || Buffer.byteLength(name) <= MAX_NAME_BYTES) return name
  return shortOf(Buffer.from(name))
}

/** As `shortName`, of a longer name in UTF-8. */
export function shortOf(bytes: Uint8Array): string {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, DIGEST_DIGITS)
  // A character that was cut in two is left out.
  const kept = new TextDecoder().decode(bytes.subarray(0, KEPT_BYTES), { stream: true })
  return `${kept}… (${bytes.length} bytes, ${digest})`
}
