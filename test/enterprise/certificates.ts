import { createPrivateKey, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { isIP } from 'node:net'

/** A certificate with its key, in the form that servers need. */
export interface Certificate {
  cert: string
  key: string
}

export interface Issue {
  /** Host names or IPv4 addresses; the first is also the subject's common name. */
  names: string[]
  /** Days from now; negative for an expired one. Default: 1. */
  validForDays?: number
}

const DAY_MS = 86_400_000
const SIGNATURE = sequence(oid('2a8648ce3d040302'))

/** An authority only for this test: its keys exist only while it runs. */
export class TestAuthority {
  readonly #name: Buffer
  readonly #key: KeyObject
  /** As PEM, for the file that `NODE_EXTRA_CA_CERTS` names. */
  readonly certificate: string

  constructor(name = 'Test authority') {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    this.#key = privateKey
    this.#name = commonName(name)
    this.certificate = certificate(
      { issuer: this.#name, subject: this.#name, key: publicKey, authority: true },
      this.#key,
    )
  }

  issue({ names, validForDays = 1 }: Issue): Certificate {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const subject = commonName(names[0] ?? '')
    const cert = certificate(
      { issuer: this.#name, subject, key: publicKey, names, validForDays, authority: false },
      this.#key,
    )
    return { cert, key: pemOf(privateKey) }
  }
}

/** Signed only by its own key. */
export function selfSigned(names: string[]): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = commonName(names[0] ?? '')
  const cert = certificate(
    { issuer: name, subject: name, key: publicKey, names, authority: false },
    privateKey,
  )
  return { cert, key: pemOf(privateKey) }
}

function pemOf(key: KeyObject): string {
  return createPrivateKey(key.export({ type: 'pkcs8', format: 'pem' }))
    .export({ type: 'pkcs8', format: 'pem' })
    .toString()
}

interface Facts {
  issuer: Buffer
  subject: Buffer
  key: KeyObject
  names?: string[]
  validForDays?: number
  authority: boolean
}

/** X.509 version 3 (RFC 5280), signed with ECDSA and SHA-256. */
function certificate(facts: Facts, issuerKey: KeyObject): string {
  const endMs = Date.now() + (facts.validForDays ?? 1) * DAY_MS
  const signed = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    SIGNATURE,
    facts.issuer,
    sequence(time(Math.min(Date.now(), endMs) - DAY_MS), time(endMs)),
    facts.subject,
    facts.key.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions(facts))),
  )
  const der = sequence(signed, SIGNATURE, bits(sign('sha256', signed, issuerKey)))
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}

function extensions({ names = [], authority }: Facts): Buffer[] {
  const isTrue = tagged(0x01, Buffer.from([0xff]))
  const constraints = sequence(oid('551d13'), isTrue, octets(sequence(...(authority ? [isTrue] : []))))
  if (names.length === 0) return [constraints]
  const alternatives = names.map((name) =>
    isIP(name) === 4
      ? tagged(0x87, Buffer.from(name.split('.').map(Number)))
      : tagged(0x82, Buffer.from(name, 'ascii')),
  )
  return [constraints, sequence(oid('551d11'), octets(sequence(...alternatives)))]
}

function tagged(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const head =
    length < 0x80
      ? [tag, length]
      : length < 0x100
        ? [tag, 0x81, length]
        : [tag, 0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from(head), content])
}

function sequence(...parts: Buffer[]): Buffer {
  return tagged(0x30, ...parts)
}

function oid(hex: string): Buffer {
  return tagged(0x06, Buffer.from(hex, 'hex'))
}

function integer(value: Buffer): Buffer {
  return tagged(0x02, value)
}

function octets(value: Buffer): Buffer {
  return tagged(0x04, value)
}

function bits(value: Buffer): Buffer {
  return tagged(0x03, Buffer.from([0]), value)
}

function commonName(name: string): Buffer {
  return sequence(tagged(0x31, sequence(oid('550403'), tagged(0x0c, Buffer.from(name, 'utf8')))))
}

function time(ms: number): Buffer {
  const digits = new Date(ms).toISOString().replace(/\D/g, '').slice(2, 14)
  return tagged(0x17, Buffer.from(`${digits}Z`, 'ascii'))
}
