import { createInflateRaw } from 'node:zlib'
import type { FileSource } from '../../foundation/file-source.ts'
import { inflateOptions } from './inflated-chunks.ts'
import type { ArchiveArrival, ArchiveReader } from './archive-reader.ts'
import { Inflating } from './fed-inflater.ts'
import { refuseMembers, refuseRatio } from './inflate-budget.ts'
import { withZip } from '../zip-directory.ts'
import { unusableLog } from './zip-file.ts'

const LOCAL_HEADER = 0x04034b50
const DATA_DESCRIPTOR = 0x08074b50
const HEADER_BYTES = 30
const DEFLATED = 8

/** A file of the ZIP as it arrived. */
interface Came {
  name: Buffer
  offset: number
  crc: number
  bytes: number
  compressedBytes: number
}

/**
 * Checks a ZIP by its local headers, one file after the other, and compares all of them with the directory at
 * the end, which is authoritative. Anything unusual is left to other code: stored or encrypted files, and
 * gaps.
 */
export class ZipArrival implements ArchiveArrival {
  readonly #reader: ArchiveReader | undefined
  readonly #came: Came[] = []
  /** The position of the next bytes. */
  #offset = 0
  #held = Buffer.alloc(0)
  #file: { content: Inflating; came: Came; sizeFollows: boolean } | undefined
  #isDescriptorDue = false
  #atDirectory = false
  /** Inflated size of all files so far. */
  #bytes = 0

  constructor(reader: ArchiveReader | undefined) {
    this.#reader = reader
  }

  async push(chunk: Buffer): Promise<void> {
    let rest: Buffer | undefined = chunk
    while (rest !== undefined && rest.length > 0 && !this.#atDirectory)
      rest = this.#file === undefined ? this.#readHeader(rest) : await this.#readContent(rest)
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

  /** Keeps the data until a header is complete; returns the rest of the chunk, which is content. */
  #readHeader(chunk: Buffer): Buffer | undefined {
    // A copy, because the memory of the chunk is freed.
    this.#held = Buffer.concat([this.#held, chunk])
    const before = this.#isDescriptorDue ? this.#descriptorBytes() : 0
    if (before === undefined) return undefined
    const head = this.#held.subarray(before)
    if (head.length < 4) return undefined
    if (head.readUInt32LE(0) !== LOCAL_HEADER) {
      this.#atDirectory = true
      return undefined
    }
    if (head.length < HEADER_BYTES) return undefined
    const headBytes = HEADER_BYTES + head.readUInt16LE(26) + head.readUInt16LE(28)
    if (head.length < headBytes) return undefined
    this.#begin(head, this.#offset + before)
    this.#offset += before + headBytes
    this.#held = Buffer.alloc(0)
    return head.subarray(headBytes)
  }

  #begin(head: Buffer, offset: number): void {
    const flags = head.readUInt16LE(6)
    if ((flags & 1) !== 0 || head.readUInt16LE(8) !== DEFLATED)
      throw new Error('left to the check of the file')
    const name = Buffer.from(head.subarray(HEADER_BYTES, HEADER_BYTES + head.readUInt16LE(26)))
    const content = new Inflating(
      createInflateRaw(inflateOptions()),
      (bytes, used) => this.#reader?.read(name.toString('utf8'), bytes, used),
      true,
    )
    const came = { name, offset, crc: 0, bytes: 0, compressedBytes: 0 }
    this.#file = { content, came, sizeFollows: (flags & 8) !== 0 }
    this.#isDescriptorDue = false
  }

  /** Deflate marks its own end; returns the bytes after it. */
  async #readContent(chunk: Buffer): Promise<Buffer | undefined> {
    const { content, came, sizeFollows } = this.#file!
    const behindBytes = await content.write(chunk)
    // For all files together, because a ZIP of a million small bombs is a bomb.
    refuseRatio(this.#bytes + content.bytes, this.#offset + content.usedBytes)
    if (behindBytes === 0) return undefined
    await content.end()
    const { crc, bytes, usedBytes } = content
    this.#came.push({ ...came, crc, bytes, compressedBytes: usedBytes })
    this.#bytes += bytes
    refuseMembers(this.#came.length)
    this.#offset += usedBytes
    this.#file = undefined
    this.#isDescriptorDue = sizeFollows
    return chunk.subarray(chunk.length - behindBytes)
  }

  /**
   * The length of the descriptor here, recognized by the numbers that it must contain; undefined if there is
   * not enough data yet.
   */
  #descriptorBytes(): number | undefined {
    const forms = descriptorsOf(this.#came.at(-1)!)
    const longest = Math.max(...forms.map((form) => form.length))
    if (this.#held.length < longest) return undefined
    const form = forms.find((one) => one.equals(this.#held.subarray(0, one.length)))
    if (form === undefined) throw new Error('a file in the ZIP does not match the data descriptor after it')
    return form.length
  }
}

/** With and without a signature, with sizes of eight bytes and of four. */
function descriptorsOf({ crc, bytes, compressedBytes }: Came): Buffer[] {
  const short = Buffer.alloc(12)
  short.writeUInt32LE(crc, 0)
  short.writeUInt32LE(compressedBytes % 2 ** 32, 4)
  short.writeUInt32LE(bytes % 2 ** 32, 8)
  const long = Buffer.alloc(20)
  long.writeUInt32LE(crc, 0)
  long.writeBigUInt64LE(BigInt(compressedBytes), 4)
  long.writeBigUInt64LE(BigInt(bytes), 12)
  const signature = Buffer.alloc(4)
  signature.writeUInt32LE(DATA_DESCRIPTOR)
  return [Buffer.concat([signature, long]), Buffer.concat([signature, short]), long, short]
}

/** No more than one file above what can be right. */
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
