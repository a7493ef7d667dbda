import type { Transform } from 'node:stream'
import { promisify } from 'node:util'
import {
  brotliDecompress,
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  gunzip,
  inflate,
  inflateRaw,
  type ZlibOptions,
} from 'node:zlib'

/** How a body was compressed for the way. Nobody asks for that here; services and what is in between do it all the same. */
type Coding = 'gzip' | 'br' | 'deflate'

const CODINGS: Record<string, Coding> = { gzip: 'gzip', 'x-gzip': 'gzip', br: 'br', deflate: 'deflate' }

/** In the order in which they are taken off; none where one is unknown, for then nobody can take off the others. */
export function codingsOf(headers: Record<string, string>): Coding[] {
  const names = (headers['content-encoding'] ?? '').toLowerCase().split(',')
  const wanted = names.map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity')
  const codings = wanted.flatMap((name) => CODINGS[name] ?? [])
  return codings.length === wanted.length ? codings.toReversed() : []
}

/**
 * The document that the body stands for. Some servers name a coding that they did not use, so a body that is none stays
 * as it is: whoever reads it says whether it is whole. Throws a `RangeError` for one that is too large.
 */
export async function decodedDocument(
  headers: Record<string, string>,
  body: Buffer,
  mostBytes: number,
): Promise<Buffer> {
  return await decoded(codingsOf(headers), body, { maxOutputLength: mostBytes })
}

/** The beginning of what the beginning of a body stands for; empty where it is not compressed as it says. */
export async function decodedHead(codings: readonly Coding[], head: Buffer): Promise<Buffer> {
  const { Z_SYNC_FLUSH } = constants
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

/** One for each coding; `head` is how the body begins. */
export function decodersOf(codings: readonly Coding[], head: Buffer): Transform[] {
  return codings.map((coding, index) => {
    if (coding === 'gzip') return createGunzip()
    if (coding === 'br') return createBrotliDecompress()
    // What stands below another coding cannot be looked at; the usual form then.
    return index > 0 || isWrapped(head) ? createInflate() : createInflateRaw()
  })
}

/** `deflate` comes with the header of zlib, as the standard says, and without, as some servers send it. */
function isWrapped(content: Buffer): boolean {
  return content.length >= 2 && (content[0]! & 0x0f) === 8 && content.readUInt16BE(0) % 31 === 0
}

/** True for errors of a decoder, as opposed to those of the connection. */
export function isDecodingFault(error: unknown): boolean {
  const code = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? '') : ''
  return /^(Z_|ERR_+(BROTLI|ERROR))/.test(code)
}
