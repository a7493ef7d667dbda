import type { Transform } from 'node:stream'
import { promisify } from 'node:util'
import type { ZlibOptions } from 'node:zlib'

/** Loaded with the first body that is compressed: most runs see none, and every start would wait for it. */
const zlib = () => process.getBuiltinModule('node:zlib')

/**
 * How a body was compressed for transport. The action does not request it; services and proxies may do it
 * anyway.
 */
type Coding = 'gzip' | 'br' | 'deflate'

const CODINGS: Record<string, Coding> = { gzip: 'gzip', 'x-gzip': 'gzip', br: 'br', deflate: 'deflate' }

/** In decoding order; none if one is unknown, because then the others cannot be decoded. */
export function codingsOf(headers: Record<string, string>): Coding[] {
  const names = (headers['content-encoding'] ?? '').toLowerCase().split(',')
  const wanted = names.map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity')
  const codings = wanted.flatMap((name) => CODINGS[name] ?? [])
  return codings.length === wanted.length ? codings.toReversed() : []
}

/**
 * The document contained in the body. Some servers declare a coding that they did not use, so a body that
 * cannot be decoded is left unchanged: its reader says whether it is complete. Throws a `RangeError` if it is
 * too large.
 */
export async function decodedDocument(
  headers: Record<string, string>,
  body: Buffer,
  mostBytes: number,
): Promise<Buffer> {
  return await decoded(codingsOf(headers), body, { maxOutputLength: mostBytes })
}

/**
 * The beginning of the decoded data, from the beginning of a body; empty if it is not compressed as declared.
 */
export async function decodedHead(codings: readonly Coding[], head: Buffer): Promise<Buffer> {
  const { Z_SYNC_FLUSH } = zlib().constants
  const result = await decoded(codings, head, { finishFlush: Z_SYNC_FLUSH })
  return result === head ? Buffer.alloc(0) : result
}

async function decoded(codings: readonly Coding[], body: Buffer, options: ZlibOptions): Promise<Buffer> {
  let content = body
  for (const coding of codings) {
    try {
      content = await decodeOne(coding, content, options)
    } catch (error) {
      if (error instanceof RangeError) throw error
      return body
    }
  }
  return content
}

async function decodeOne(coding: Coding, content: Buffer, options: ZlibOptions): Promise<Buffer> {
  const { brotliDecompress, constants, gunzip, inflate, inflateRaw } = zlib()
  if (coding === 'gzip') return await promisify(gunzip)(content, options)
  if (coding === 'deflate')
    return await promisify<Buffer, ZlibOptions, Buffer>(isWrapped(content) ? inflate : inflateRaw)(
      content,
      options,
    )
  const { finishFlush, ...others } = options
  const flush = finishFlush === undefined ? {} : { finishFlush: constants.BROTLI_OPERATION_FLUSH }
  return await promisify(brotliDecompress)(content, { ...others, ...flush })
}

/** One decoder for each coding; `head` is the beginning of the body. */
export function decodersOf(codings: readonly Coding[], head: Buffer): Transform[] {
  const { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } = zlib()
  return codings.map((coding, index) => {
    if (coding === 'gzip') return createGunzip()
    if (coding === 'br') return createBrotliDecompress()
    // The data below another coding is not known; then the usual form is assumed.
    return index > 0 || isWrapped(head) ? createInflate() : createInflateRaw()
  })
}

/** `deflate` is used with the zlib header, as in the standard, and without, by some servers. */
function isWrapped(content: Buffer): boolean {
  return content.length >= 2 && (content[0]! & 0x0f) === 8 && content.readUInt16BE(0) % 31 === 0
}

/** True for errors of a decoder, not of the connection. */
export function isDecodingFault(error: unknown): boolean {
  const code = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? '') : ''
  return /^(Z_|ERR_+(BROTLI|ERROR))/.test(code)
}
