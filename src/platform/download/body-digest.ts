import { createHash, timingSafeEqual } from 'node:crypto'

type Algorithm = 'md5' | 'sha1' | 'sha256' | 'sha512'

interface Digest {
  algorithm: Algorithm
  value: Buffer
}

const BYTES: Record<Algorithm, number> = { md5: 16, sha1: 20, sha256: 32, sha512: 64 }

/**
 * The digests of the body in any of the known header formats (RFC 9530, RFC 3230, RFC 1864), in base64 or
 * hexadecimal. Unknown formats are ignored.
 */
export function announcedDigests(headers: Record<string, string>): Digest[] {
  const lists = ['content-digest', 'repr-digest', 'digest'].map((name) => headers[name] ?? '').join(',')
  const named = [...lists.matchAll(/([\w-]+)\s*=\s*([^,;\s]+)/g)].flatMap(([, name = '', text = '']) =>
    digestOf(
      name.toLowerCase().replace('-', '').replace(/^sha$/, 'sha1'),
      text.replace(/^[":]+|[":]+$/g, ''),
    ),
  )
  return [...named, ...digestOf('md5', (headers['content-md5'] ?? '').trim())]
}

function digestOf(algorithm: string, text: string): Digest[] {
  if (!isAlgorithm(algorithm)) return []
  const bytes = BYTES[algorithm]
  const isHex = text.length === 2 * bytes && /^[0-9a-f]+$/i.test(text)
  if (!isHex && !/^[\w+/-]+={0,2}$/.test(text)) return []
  const value = Buffer.from(text, isHex ? 'hex' : 'base64')
  return value.length === bytes ? [{ algorithm, value }] : []
}

function isAlgorithm(name: string): name is Algorithm {
  return name in BYTES
}

/** Compares the received data with its digests. */
export class DigestCheck {
  readonly #digests: Digest[]
  readonly #hashes: Map<Algorithm, ReturnType<typeof createHash>>

  constructor(headers: Record<string, string>) {
    this.#digests = announcedDigests(headers)
    const algorithms = this.#digests.map(({ algorithm }) => algorithm)
    this.#hashes = new Map(algorithms.map((algorithm) => [algorithm, createHash(algorithm)]))
  }

  update(chunk: Uint8Array): void {
    for (const hash of this.#hashes.values()) hash.update(chunk)
  }

  /** The digests that do not match. */
  mismatches(): Algorithm[] {
    const values = new Map([...this.#hashes].map(([algorithm, hash]) => [algorithm, hash.digest()]))
    return this.#digests
      .filter(({ algorithm, value }) => !timingSafeEqual(values.get(algorithm) ?? Buffer.alloc(0), value))
      .map(({ algorithm }) => algorithm)
  }
}
