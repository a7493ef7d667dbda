import { createHmac, timingSafeEqual } from 'node:crypto'

/** What is signed: a signature of one kind is never valid for another. */
export type SignedKind = 'baseline' | 'note' | 'attempt'

/**
 * 64 hexadecimal digits in lower case: signatures are part of cache keys, and some servers convert those to
 * lower case.
 */
export function sign(key: Buffer, kind: SignedKind, content: string | Uint8Array): string {
  return createHmac('sha256', key).update(`${kind}\n`).update(content).digest('hex')
}

/**
 * Whether the holder of the key signed it. The time that it takes reveals nothing about the right signature.
 */
export function isSigned(
  key: Buffer,
  kind: SignedKind,
  content: string | Uint8Array,
  signature: string,
): boolean {
  const expected = Buffer.from(sign(key, kind, content))
  const given = Buffer.from(signature)
  return expected.length === given.length && timingSafeEqual(expected, given)
}
