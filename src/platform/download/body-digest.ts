import { timingSafeEqual } from 'node:crypto'

interface Digest {
  algorithm: 'sha256' | 'sha512' | 'md5'
  value: Buffer
}

/** A digest of the body in any of the forms that headers have for it (RFC 9530, RFC 3230, RFC 1864). */
export function announcedDigest(headers: Record<string, string>): Digest | undefined {
  if (headers['content-encoding'] !== undefined) return undefined
  const text = `${headers['content-digest'] ?? ''},${headers['repr-digest'] ?? ''},${headers['digest'] ?? ''}`
  const match = /sha-(256|512)=:?([A-Za-z0-9+/=]+):?/i.exec(text)
  if (match?.[2] !== undefined) {
    return { algorithm: match[1] === '512' ? 'sha512' : 'sha256', value: Buffer.from(match[2], 'base64') }
  }
  const md5 = headers['content-md5']
  return md5 === undefined ? undefined : { algorithm: 'md5', value: Buffer.from(md5, 'base64') }
}

export function sameBytes(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}
