import { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'

import type { FileSource } from '../../foundation/file-source.ts'
import { oneLine, visibleName } from '../../foundation/one-line.ts'
import { withZip } from '../zip-directory.ts'
import {
  gunzipped,
  type InflateBudget,
  RefusedArchiveError,
  refuseMembers,
  refuseOverlap,
} from './inflate-budget.ts'

const MAX_DIRECTORY_BYTES = 64 * 2 ** 20
const LOCAL_HEADER = 0x04034b50
const HEADER_BYTES = 30
const STORED = 0
const DEFLATED = 8
/** Deflated data between this header and a `gzipTrailer` is gzip, so zlib itself checks the checksum. */
export const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])

export interface ZipMember {
  name: string
  method: number
  encrypted: boolean
  compressedBytes: number
  bytes: number
  /** Additional information from the directory. */
  entry: Entry
}

/** False for folders, and for files that macOS adds to a ZIP. */
export function isOfTheLog(name: string): boolean {
  return !/\/$|(^|\/)(__MACOSX\/|\._)/.test(name)
}

/** True for the CSVs in a `logs.zip`. */
export function isRequestLog(name: string): boolean {
  return isOfTheLog(name) && /\.csv$/i.test(name)
}

/**
 * Why the log in the member is unavailable, if another download would not change that; otherwise undefined.
 * Members that are not logs are ignored.
 */
export function unusableLog(member: Pick<ZipMember, 'name' | 'method' | 'encrypted'>): string | undefined {
  const { name, method, encrypted } = member
  if (!isRequestLog(name)) return undefined
  const shown = JSON.stringify(visibleName(oneLine(name), 100))
  if (/^([/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes('..'))
    return `its log ${shown} has a name that leads out of the archive`
  if (encrypted) return `its log ${shown} is encrypted`
  return method === 0 || method === 8
    ? undefined
    : `its log ${shown} is compressed with method ${method}, which is not supported`
}

/**
 * The members of a ZIP file, from the directory at its end (including ZIP64). Throws if it has none, or if
 * members share bytes, which is how a few megabytes can unpack to terabytes.
 */
export async function zipMembers(source: FileSource): Promise<ZipMember[]> {
  return await withZip(source, membersOf)
}

async function membersOf(zip: ZipFile): Promise<ZipMember[]> {
  const members: ZipMember[] = []
  let directoryBytes = 0
  for await (const entry of zip.eachEntry()) {
    directoryBytes += entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength
    if (directoryBytes > MAX_DIRECTORY_BYTES)
      throw new RefusedArchiveError('The directory of the ZIP is too large.')
    refuseMembers(members.length + 1)
    members.push({
      name: entry.fileNameRaw.toString('utf8'),
      method: entry.compressionMethod,
      encrypted: entry.isEncrypted(),
      compressedBytes: entry.compressedSize,
      bytes: entry.uncompressedSize,
      entry,
    })
  }
  refuseOverlap(
    members.map(({ compressedBytes, entry }) => ({
      headerOffset: entry.relativeOffsetOfLocalHeader,
      compressedBytes,
    })),
  )
  return members
}

/**
 * The content of a member, inflated on another thread. Its CRC is checked there too: deflated data gets a
 * gzip header and trailer, so zlib checks it at no cost for this thread. Throws for other methods, and if it
 * is damaged.
 */
export async function* zipMemberBytes(
  source: FileSource,
  { name, method, encrypted, compressedBytes, entry }: ZipMember,
  budget: InflateBudget,
): AsyncGenerator<Uint8Array> {
  if (encrypted) throw new Error(`The ZIP member ${JSON.stringify(name)} is encrypted.`)
  if (method !== STORED && method !== DEFLATED)
    throw new Error(`The ZIP member ${JSON.stringify(name)} uses method ${method}, which is not supported.`)
  const start = await dataOffset(source, entry)
  const raw: AsyncIterable<Uint8Array> =
    compressedBytes > 0 ? source.chunks({ start, end: start + compressedBytes - 1 }) : Readable.from([])
  if (method === DEFLATED) yield* gunzipped(asGzip(raw, entry), budget)
  else yield* checked(raw, entry)
}

/**
 * The header before the content has its own lengths. It is read without the library, which would look for the
 * directory again.
 */
async function dataOffset(source: FileSource, { relativeOffsetOfLocalHeader: at }: Entry): Promise<number> {
  const header = Buffer.alloc(HEADER_BYTES)
  await source.opened((file) => file.read(header, at))
  if (header.readUInt32LE(0) !== LOCAL_HEADER)
    throw new Error('The ZIP is damaged: a member is not where it should be.')
  return at + HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28)
}

async function* asGzip(
  deflated: AsyncIterable<Uint8Array>,
  { crc32: crc, uncompressedSize }: Entry,
): AsyncGenerator<Uint8Array> {
  yield GZIP_HEADER
  yield* deflated
  yield gzipTrailer(crc, uncompressedSize)
}

export function gzipTrailer(crc: number, bytes: number): Buffer {
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(crc, 0)
  trailer.writeUInt32LE(bytes % 2 ** 32, 4)
  return trailer
}

async function* checked(stored: AsyncIterable<Uint8Array>, entry: Entry): AsyncGenerator<Uint8Array> {
  let crc = 0
  for await (const chunk of stored) {
    crc = crc32(chunk, crc)
    yield chunk
  }
  if (crc !== entry.crc32)
    throw new Error('The ZIP is damaged: one of its members does not match its checksum.')
}
