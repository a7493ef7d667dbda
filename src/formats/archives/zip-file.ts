import { Readable } from 'node:stream'

import type { FileSource, OpenedFile } from '../../foundation/file-source.ts'
import type { InflateBudget } from './inflate-budget.ts'
import { gunzipped, refuseMembers, refuseOverlap } from './inflate-budget.ts'

const END_RECORD = 0x06054b50
const ZIP64_LOCATOR = 0x07064b50
const ENTRY_RECORD = 0x02014b50
const MAX_DIRECTORY_BYTES = 64 * 2 ** 20
const HEADER_BYTES = 30

export interface ZipMember {
  name: string
  method: number
  encrypted: boolean
  crc32: number
  compressedBytes: number
  bytes: number
  headerOffset: number
}

/** False for folders and for what macOS adds to a ZIP. */
export function isOfTheLog(name: string): boolean {
  return !/\/$|(^|\/)(__MACOSX\/|\._)/.test(name)
}

/** True for the CSVs in a `logs.zip`. */
export function isRequestLog(name: string): boolean {
  return isOfTheLog(name) && /\.csv$/i.test(name)
}

/**
 * The members of a ZIP file, by the directory at its end (ZIP64 included). Throws when it has none, and when members
 * share bytes: that is how a few megabytes unpack to terabytes.
 */
export async function zipMembers(source: FileSource): Promise<ZipMember[]> {
  return await source.opened(async (file) => {
    const { offset, bytes } = await directoryPlace(file)
    if (bytes > MAX_DIRECTORY_BYTES) throw new Error('The directory of the ZIP is too large.')
    const members = parseDirectory(await readAt(file, offset, bytes))
    refuseOverlap(members)
    return members
  })
}

/**
 * The content of a member, inflated on another thread, its CRC checked there too: deflated data gets the header and the
 * trailer of gzip, which zlib then checks itself at no cost for this thread. Throws for other methods, and if it is damaged.
 */
export async function* zipMemberBytes(
  source: FileSource,
  member: ZipMember,
  budget: InflateBudget,
): AsyncGenerator<Uint8Array> {
  const start = await dataOffset(source, member)
  const end = start + member.compressedBytes - 1
  const raw: AsyncIterable<Uint8Array> =
    member.compressedBytes > 0 ? source.chunks({ start, end }) : Readable.from([])
  if (member.encrypted) throw new Error(`The ZIP member ${JSON.stringify(member.name)} is encrypted.`)
  if (member.method === 0) yield* raw
  else if (member.method === 8) yield* gunzipped(asGzip(raw, member), budget)
  else
    throw new Error(
      `The ZIP member ${JSON.stringify(member.name)} uses method ${member.method}, not supported.`,
    )
}

async function* asGzip(deflated: AsyncIterable<Uint8Array>, member: ZipMember): AsyncGenerator<Uint8Array> {
  yield Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
  yield* deflated
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(member.crc32, 0)
  trailer.writeUInt32LE(member.bytes % 2 ** 32, 4)
  yield trailer
}

async function dataOffset(source: FileSource, member: ZipMember): Promise<number> {
  return await source.opened(async (file) => {
    const header = await readAt(file, member.headerOffset, HEADER_BYTES)
    if (header.readUInt32LE(0) !== 0x04034b50)
      throw new Error('The ZIP is damaged: a member is not where it should be.')
    return member.headerOffset + HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28)
  })
}

async function directoryPlace(file: OpenedFile): Promise<{ offset: number; bytes: number }> {
  const size = file.sizeBytes
  const tailBytes = Math.min(size, 22 + 65_535 + 20)
  const tail = await readAt(file, size - tailBytes, tailBytes)
  let end = tail.length - 22
  while (end >= 0 && tail.readUInt32LE(end) !== END_RECORD) end--
  if (end < 0) throw new Error('It is no ZIP file, or its end is missing.')
  const place = { bytes: tail.readUInt32LE(end + 12), offset: tail.readUInt32LE(end + 16) }
  const hasLocator = end >= 20 && tail.readUInt32LE(end - 20) === ZIP64_LOCATOR
  if (!hasLocator) return place
  const record = await readAt(file, Number(tail.readBigUInt64LE(end - 12)), 56)
  return { bytes: Number(record.readBigUInt64LE(40)), offset: Number(record.readBigUInt64LE(48)) }
}

function parseDirectory(directory: Buffer): ZipMember[] {
  const members: ZipMember[] = []
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === ENTRY_RECORD;) {
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28)
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30)
    refuseMembers(members.length + 1)
    members.push(
      memberOf(directory, at, directory.subarray(at + 46, nameEnd), directory.subarray(nameEnd, extraEnd)),
    )
    at = extraEnd + directory.readUInt16LE(at + 32)
  }
  return members
}

function memberOf(directory: Buffer, at: number, name: Buffer, extra: Buffer): ZipMember {
  // ZIP64 holds, in this order, those of the three that do not fit in 32 bits.
  const large = zip64Numbers(extra)
  const sized = (value: number) => (value === 0xffffffff ? (large.shift() ?? value) : value)
  const bytes = sized(directory.readUInt32LE(at + 24))
  const compressedBytes = sized(directory.readUInt32LE(at + 20))
  return {
    name: name.toString('utf8'),
    method: directory.readUInt16LE(at + 10),
    encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
    crc32: directory.readUInt32LE(at + 16),
    compressedBytes,
    bytes,
    headerOffset: sized(directory.readUInt32LE(at + 42)),
  }
}

function zip64Numbers(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2))
    const numbers: number[] = []
    for (let i = at + 4; i + 8 <= end; i += 8) numbers.push(Number(extra.readBigUInt64LE(i)))
    return numbers
  }
  return []
}

async function readAt(file: OpenedFile, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  if ((await file.read(buffer, offset)) < length) throw new Error('The ZIP file ends too early.')
  return buffer
}
