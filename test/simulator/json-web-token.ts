import { createHmac } from 'node:crypto'

/** A token that looks and decodes like a real one. The signature is valid, but its key is not a secret. */
export function jsonWebToken(claims: Record<string, unknown>, key: string): string {
  const head = base64Url({ alg: 'HS256', typ: 'JWT' })
  const body = base64Url(claims)
  const signature = createHmac('sha256', key).update(`${head}.${body}`).digest('base64url')
  return `${head}.${body}.${signature}`
}

/** The claims of a token that this key signed; undefined for any other text. */
export function verifiedClaims(token: string, key: string): Record<string, unknown> | undefined {
  const [head, body, signature] = token.split('.')
  if (head === undefined || body === undefined || signature === undefined) return undefined
  const expected = createHmac('sha256', key).update(`${head}.${body}`).digest('base64url')
  if (signature !== expected) return undefined
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Record<string, unknown>
}

function base64Url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
