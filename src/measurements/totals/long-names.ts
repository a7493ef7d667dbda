import { createHash } from 'node:crypto'

/** Longer names are shortened, so that URLs with long queries as names cannot fill the memory. */
export const MAX_NAME_BYTES = 8192
const DIGEST_DIGITS = 16
const KEPT_BYTES = MAX_NAME_BYTES - 64

/**
 * A name of at most `MAX_NAME_BYTES` in UTF-8. A longer one is cut, and a digest of the whole name is added,
 * so that names with the same beginning stay different.
 */
export function shortName(name: string): string {
  // A UTF-16 unit needs at most three bytes.
  if (name.length * 3 <= MAX_NAME_BYTES || Buffer.byteLength(name) <= MAX_NAME_BYTES) return name
  return shortOf(Buffer.from(name))
}

/** Like `shortName`, for a longer name in UTF-8. */
export function shortOf(bytes: Uint8Array): string {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, DIGEST_DIGITS)
  // A character that was cut in the middle is left out.
  const kept = new TextDecoder().decode(bytes.subarray(0, KEPT_BYTES), { stream: true })
  return `${kept}… (${bytes.length} bytes, ${digest})`
}
