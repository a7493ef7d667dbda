import { createHmac, timingSafeEqual } from 'node:crypto'

/** What is signed: the signature of one kind never counts for another. */
export type SignedKind = 'baseline' | 'note' | 'attempt'

/** 64 hexadecimal digits in lower case: signatures stand in keys of the cache, and some servers lower those. */
export function sign(key: Buffer, kind: SignedKind, content: string | Uint8Array): string {
  return createHmac('sha256', key).update(`${kind}\n`).update(content).digest('hex')
}

/** Whether the holder of the key signed it. How long it takes tells nothing of the right signature. */
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
