import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

export interface ZipEntry {
  name: string
  open(): Readable
  /** False if the content is already compressed. */
  compress: boolean
}

export interface ZipOptions {
  /** Sizes of eight bytes, for entries or archives of 4 GiB and more. */
  zip64: boolean
  modifiedAtMs: number
}

interface WrittenEntry {
  name: Buffer
  method: number
  crc: number
  compressedBytes: number
  bytes: number
  offset: number
}

const DEFLATED = 8
const STORED = 0
// Sizes follow the data (bit 3), names are UTF-8 (bit 11).
const FLAGS = 0x0808
const MAX_32 = 0xffffffff

/** A ZIP as a stream, so that no sizes need to be known in advance. */
export function zipStream(entries: Iterable<ZipEntry>, options: ZipOptions): Readable {
  return Readable.from(zipped(entries, options), { objectMode: false })
}

async function* zipped(entries: Iterable<ZipEntry>, options: ZipOptions): AsyncGenerator<Buffer> {
  const written: WrittenEntry[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const method = entry.compress ? DEFLATED : STORED
    const head = localHeader(name, method, options)
    yield head
    const tally = { crc: 0, bytes: 0, compressedBytes: 0 }
    for await (const chunk of content(entry, tally)) {
      tally.compressedBytes += chunk.length
      yield chunk
    }
    const descriptor = dataDescriptor(tally, options)
    yield descriptor
    written.push({ name, method, offset, ...tally })
    offset += head.length + tally.compressedBytes + descriptor.length
  }
  yield directory(written, offset, options)
}

function content(entry: ZipEntry, tally: { crc: number; bytes: number }): AsyncIterable<Buffer> {
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of entry.open() as AsyncIterable<Buffer>) {
      tally.crc = crc32(chunk, tally.crc)
      tally.bytes += chunk.length
      yield chunk
    }
  }
  if (!entry.compress) return counted()
  const source = Readable.from(counted(), { objectMode: false })
  return pipeline(source, createDeflateRaw({ level: 4 }), () => undefined)
}

function localHeader(name: Buffer, method: number, options: ZipOptions): Buffer {
  const extra = options.zip64 ? zip64Extra([0n, 0n]) : Buffer.alloc(0)
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(options.zip64 ? 45 : 20, 4)
  head.writeUInt16LE(FLAGS, 6)
  head.writeUInt16LE(method, 8)
  head.writeUInt32LE(dosTime(options.modifiedAtMs), 10)
  if (options.zip64) {
    head.writeUInt32LE(MAX_32, 18)
    head.writeUInt32LE(MAX_32, 22)
  }
  head.writeUInt16LE(name.length, 26)
  head.writeUInt16LE(extra.length, 28)
  return Buffer.concat([head, name, extra])
}

function dataDescriptor(
  tally: { crc: number; bytes: number; compressedBytes: number },
  options: ZipOptions,
): Buffer {
  const descriptor = Buffer.alloc(options.zip64 ? 24 : 16)
  descriptor.writeUInt32LE(0x08074b50, 0)
  descriptor.writeUInt32LE(tally.crc, 4)
  if (options.zip64) {
    descriptor.writeBigUInt64LE(BigInt(tally.compressedBytes), 8)
    descriptor.writeBigUInt64LE(BigInt(tally.bytes), 16)
  } else {
    descriptor.writeUInt32LE(tally.compressedBytes, 8)
    descriptor.writeUInt32LE(tally.bytes, 12)
  }
  return descriptor
}

function directory(entries: WrittenEntry[], offset: number, options: ZipOptions): Buffer {
  const headers = entries.map((entry) => directoryHeader(entry, options))
  const bytes = headers.reduce((sum, header) => sum + header.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(options.zip64 ? 0xffff : entries.length, 8)
  end.writeUInt16LE(options.zip64 ? 0xffff : entries.length, 10)
  end.writeUInt32LE(options.zip64 ? MAX_32 : bytes, 12)
  end.writeUInt32LE(options.zip64 ? MAX_32 : offset, 16)
  const zip64 = options.zip64 ? [zip64End(entries.length, bytes, offset)] : []
  return Buffer.concat([...headers, ...zip64, end])
}

function directoryHeader(entry: WrittenEntry, options: ZipOptions): Buffer {
  const extra = options.zip64
    ? zip64Extra([BigInt(entry.bytes), BigInt(entry.compressedBytes), BigInt(entry.offset)])
    : Buffer.alloc(0)
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(options.zip64 ? 45 : 20, 4)
  head.writeUInt16LE(options.zip64 ? 45 : 20, 6)
  head.writeUInt16LE(FLAGS, 8)
  head.writeUInt16LE(entry.method, 10)
  head.writeUInt32LE(dosTime(options.modifiedAtMs), 12)
  head.writeUInt32LE(entry.crc, 16)
  head.writeUInt32LE(options.zip64 ? MAX_32 : entry.compressedBytes, 20)
  head.writeUInt32LE(options.zip64 ? MAX_32 : entry.bytes, 24)
  head.writeUInt16LE(entry.name.length, 28)
  head.writeUInt16LE(extra.length, 30)
  head.writeUInt32LE(options.zip64 ? MAX_32 : entry.offset, 42)
  return Buffer.concat([head, entry.name, extra])
}

function zip64Extra(values: bigint[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * values.length)
  extra.writeUInt16LE(0x0001, 0)
  extra.writeUInt16LE(8 * values.length, 2)
  values.forEach((value, index) => extra.writeBigUInt64LE(value, 4 + 8 * index))
  return extra
}

function zip64End(count: number, bytes: number, offset: number): Buffer {
  const end = Buffer.alloc(56 + 20)
  end.writeUInt32LE(0x06064b50, 0)
  end.writeBigUInt64LE(44n, 4)
  end.writeUInt16LE(45, 12)
  end.writeUInt16LE(45, 14)
  end.writeBigUInt64LE(BigInt(count), 24)
  end.writeBigUInt64LE(BigInt(count), 32)
  end.writeBigUInt64LE(BigInt(bytes), 40)
  end.writeBigUInt64LE(BigInt(offset), 48)
  end.writeUInt32LE(0x07064b50, 56)
  end.writeBigUInt64LE(BigInt(offset + bytes), 64)
  end.writeUInt32LE(1, 72)
  return end
}

function dosTime(ms: number): number {
  const time = new Date(Math.max(ms, Date.UTC(1980, 0, 1)))
  const clock = (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1)
  const day = ((time.getUTCFullYear() - 1980) << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate()
  return ((day << 16) | clock) >>> 0
}
