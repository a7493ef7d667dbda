import type { FileSource } from '../../foundation/file-source.ts'
import type { ArchiveArrival, ArchiveReader } from './archive-reader.ts'
import { Inflating } from './fed-inflater.ts'
import { refuseMembers, refuseRatio } from './inflate-budget.ts'
import { withZip } from '../zip-directory.ts'
import { GZIP_HEADER, gzipTrailer, unusableLog } from './zip-file.ts'

const LOCAL_HEADER = 0x04034b50
const SIGNATURE = Buffer.from('PK\x07\x08', 'latin1')
/** Every record begins with these two letters. */
const RECORD = 0x4b50
/** The longest descriptor, together with the beginning of the record after it. */
const END_BYTES = 26
const HEADER_BYTES = 30
const DEFLATED = 8
const MAX_32 = 0xffffffff

/** Sizes and checksum of a file, from its header or from the descriptor after it. */
interface Sums {
  crc: number
  bytes: number
  compressedBytes: number
}

/** A file of the ZIP as it arrived. */
interface Came extends Sums {
  name: Buffer
  offset: number
}

/** The file whose content is arriving. */
interface Arriving extends Pick<Came, 'name' | 'offset'> {
  content: Inflating
  /** Undefined if they come after the content. */
  sums: Sums | undefined
  fedBytes: number
}

/** Where the content ends, and where the next record begins, as positions in some bytes. */
interface End {
  at: number
  next: number
  sums: Sums
}

const NOTHING = Buffer.alloc(0)
/**
 * Checks a ZIP by its local headers, one file after the other, and compares all of them with the directory at
 * the end, which is authoritative. Anything unusual is left to other code: stored or encrypted files, gaps,
 * and descriptors without a signature.
 */
export class ZipArrival implements ArchiveArrival {
  readonly #reader: ArchiveReader | undefined
  readonly #came: Came[] = []
  /** The position of the next bytes. */
  #offset = 0
  #held = NOTHING
  #file: Arriving | undefined
  #atDirectory = false
  /** Inflated size of all files so far. */
  #bytes = 0
  /** Chunks are processed one after another. */
  #turn = Promise.resolve()

  constructor(reader: ArchiveReader | undefined) {
    this.#reader = reader
  }

  async push(chunk: Buffer): Promise<void> {
    const writes: Promise<void>[] = []
    const turn = this.#turn.then(() => this.#take(chunk, writes))
    turn.catch(() => undefined)
    this.#turn = turn
    await turn
    await Promise.all(writes)
  }

  async end(file: FileSource): Promise<void> {
    if (this.#file !== undefined || !this.#atDirectory) throw new Error('the ZIP ends too early')
    const listed = await directoryOf(file, this.#came.length)
    const same = listed.length === this.#came.length && listed.every((one, i) => isSame(one, this.#came[i]!))
    if (!same) throw new Error('the directory of the ZIP lists other files')
  }

  abandon(): void {
    this.#file?.content.abandon()
  }

  /** Adds what is still being inflated to `writes`. */
  async #take(chunk: Buffer, writes: Promise<void>[]): Promise<void> {
    let rest = this.#withHeld(chunk, writes)
    while (rest.length > 0 && !this.#atDirectory)
      rest = this.#file === undefined ? this.#readHeader(rest) : await this.#readContent(rest, writes)
  }

  #withHeld(chunk: Buffer, writes: Promise<void>[]): Buffer {
    const held = this.#held
    this.#held = NOTHING
    if (held.length === 0) return chunk
    if (this.#file === undefined || chunk.length < END_BYTES) return Buffer.concat([held, chunk])
    const end = endOf(this.#file, Buffer.concat([held, chunk.subarray(0, END_BYTES)]))
    if (end !== undefined && end.at < held.length) return Buffer.concat([held, chunk])
    writes.push(this.#write(this.#file, held))
    return chunk
  }

  /** A copy, because the memory of the chunk is reused. */
  #hold(bytes: Buffer): Buffer {
    this.#held = Buffer.from(bytes)
    return NOTHING
  }

  /** Keeps the bytes until a header is complete; returns those after it, which are content. */
  #readHeader(head: Buffer): Buffer {
    if (head.length < 4) return this.#hold(head)
    if (head.readUInt32LE(0) !== LOCAL_HEADER) {
      this.#atDirectory = true
      return NOTHING
    }
    if (head.length < HEADER_BYTES) return this.#hold(head)
    const headBytes = HEADER_BYTES + head.readUInt16LE(26) + head.readUInt16LE(28)
    if (head.length < headBytes) return this.#hold(head)
    this.#begin(head)
    this.#offset += headBytes
    return head.subarray(headBytes)
  }

  #begin(head: Buffer): void {
    const flags = head.readUInt16LE(6)
    const sums = (flags & 8) !== 0 ? undefined : sumsAt(head, 14)
    if ((flags & 1) !== 0 || head.readUInt16LE(8) !== DEFLATED || sums?.compressedBytes === MAX_32)
      throw new Error('left to the check of the file')
    const name = Buffer.from(head.subarray(HEADER_BYTES, HEADER_BYTES + head.readUInt16LE(26)))
    const content = new Inflating({
      read: (bytes, used) => this.#reader?.read(name.toString('utf8'), bytes, used),
      // The limit is for all files together, because a ZIP of a million small bombs is also a bomb.
      check: (bytes, usedBytes) => refuseRatio(this.#bytes + bytes, this.#offset + usedBytes),
    })
    void content.write(GZIP_HEADER)
    this.#file = { content, name, offset: this.#offset, sums, fedBytes: 0 }
  }

  /** Returns the bytes after the content. */
  async #readContent(bytes: Buffer, writes: Promise<void>[]): Promise<Buffer> {
    const file = this.#file!
    const end = endOf(file, bytes)
    if (end === undefined) {
      const ownBytes = file.sums ? bytes.length : Math.max(0, bytes.length - END_BYTES + 1)
      writes.push(this.#write(file, bytes.subarray(0, ownBytes)))
      return ownBytes < bytes.length ? this.#hold(bytes.subarray(ownBytes)) : NOTHING
    }
    void this.#write(file, bytes.subarray(0, end.at))
    await this.#finish(file, end.sums)
    this.#offset += end.next - end.at
    return bytes.subarray(end.next)
  }

  #write(file: Arriving, bytes: Buffer): Promise<void> {
    file.fedBytes += bytes.length
    return file.content.write(bytes)
  }

  async #finish({ content, name, offset, fedBytes }: Arriving, sums: Sums): Promise<void> {
    void content.write(gzipTrailer(sums.crc, sums.bytes))
    await content.end()
    if (!content.usedAll || content.bytes !== sums.bytes)
      throw new Error('a file in the ZIP does not have the size that it states')
    this.#came.push({ name, offset, ...sums })
    refuseMembers(this.#came.length)
    this.#bytes += content.bytes
    this.#offset += fedBytes
    this.#file = undefined
  }
}

function sumsAt(bytes: Buffer, at: number): Sums {
  return {
    crc: bytes.readUInt32LE(at),
    compressedBytes: bytes.readUInt32LE(at + 4),
    bytes: bytes.readUInt32LE(at + 8),
  }
}

/**
 * The end of the file's content, if it is in `bytes`. A descriptor is recognized by its signature, by the
 * size of the content before it, and by the record after it. Whether that was right becomes clear when the
 * content is inflated.
 */
function endOf({ sums, fedBytes }: Arriving, bytes: Buffer): End | undefined {
  if (sums) {
    const at = sums.compressedBytes - fedBytes
    return at <= bytes.length ? { at, next: at, sums } : undefined
  }
  for (let at = bytes.indexOf(SIGNATURE); at >= 0; at = bytes.indexOf(SIGNATURE, at + 1)) {
    if (at + END_BYTES > bytes.length) return undefined
    const end = descriptorAt(bytes, at, fedBytes + at)
    if (end) return end
  }
  return undefined
}

/** Sizes may have eight or four bytes. */
function descriptorAt(bytes: Buffer, at: number, compressedBytes: number): End | undefined {
  const short = sumsAt(bytes, at + 4)
  if (short.compressedBytes !== compressedBytes % 2 ** 32) return undefined
  const isRecord = (next: number): boolean => bytes.readUInt16LE(next) === RECORD
  if (bytes.readUInt32LE(at + 12) === Math.floor(compressedBytes / 2 ** 32) && isRecord(at + 24)) {
    const sums = { crc: short.crc, compressedBytes, bytes: Number(bytes.readBigUInt64LE(at + 16)) }
    return { at, next: at + 24, sums }
  }
  return isRecord(at + 16) ? { at, next: at + 16, sums: short } : undefined
}

/** At most one file more than can be correct. */
async function directoryOf(file: FileSource, most: number): Promise<Came[]> {
  return await withZip(file, async (zip) => {
    const listed: Came[] = []
    for await (const entry of zip.eachEntry()) {
      if (listed.length > most) break
      if (entry.compressionMethod !== DEFLATED || entry.isEncrypted())
        throw new Error('left to the check of the file')
      const name = entry.fileNameRaw.toString('utf8')
      const unusable = unusableLog({ name, method: DEFLATED, encrypted: false })
      if (unusable !== undefined) throw new Error(unusable)
      listed.push({
        name: entry.fileNameRaw,
        offset: entry.relativeOffsetOfLocalHeader,
        crc: entry.crc32,
        bytes: entry.uncompressedSize,
        compressedBytes: entry.compressedSize,
      })
    }
    return listed
  })
}

function isSame(a: Came, b: Came): boolean {
  return (
    a.name.equals(b.name) &&
    a.offset === b.offset &&
    a.crc === b.crc &&
    a.bytes === b.bytes &&
    a.compressedBytes === b.compressedBytes
  )
}
