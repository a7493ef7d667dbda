import { Readable } from 'node:stream'
import { constants, crc32, deflateRawSync } from 'node:zlib'
import { logChunks } from '../measurements/generate-request-log.ts'
import { atRate } from './at-rate.ts'

const LINES_OF_BLOCK = 30_000
const MAX_32 = 0xffffffff
/** Ends a sequence of deflate blocks, none of which is marked as the last. */
const LAST_BLOCK = Buffer.from([3, 0])
const NAME = Buffer.from('logs.csv')

export interface RepeatedZip {
  bytes: number
  plainBytes: number
  /** Limited to this rate if one is given. */
  open(bytesPerSecond?: number): Readable
}

/**
 * A `logs.zip` of about `targetBytes` that is generated while it is sent: one member with the same lines
 * repeated. Deflate allows that, because each block is flushed and does not refer back. Always ZIP64.
 */
export function repeatedZip(targetBytes: number): RepeatedZip {
  const [header = Buffer.of(), ...lines] = [...logChunks(LINES_OF_BLOCK)]
  const [first, block] = [header, Buffer.concat(lines)].map(flushed) as [Buffer, Buffer]
  const plain = Buffer.concat(lines)
  const times = Math.max(1, Math.round(targetBytes / block.length))
  let crc = crc32(header)
  for (let i = 0; i < times; i++) crc = crc32(plain, crc)
  const plainBytes = header.length + times * plain.length
  const zippedBytes = first.length + times * block.length + LAST_BLOCK.length
  const head = Buffer.concat([localHeader(), first])
  const tail = Buffer.concat([LAST_BLOCK, ending(crc, plainBytes, zippedBytes)])
  const bytes = head.length + times * block.length + tail.length
  function* pieces(): Generator<Buffer> {
    yield head
    for (let i = 0; i < times; i++) yield block
    yield tail
  }
  return {
    bytes,
    plainBytes,
    open: (bytesPerSecond = Infinity) =>
      Readable.from(atRate(pieces(), bytesPerSecond), { objectMode: false }),
  }
}

function flushed(plain: Buffer): Buffer {
  return deflateRawSync(plain, { level: 6, finishFlush: constants.Z_FULL_FLUSH })
}

function localHeader(): Buffer {
  const header = Buffer.alloc(30)
  header.write('PK\x03\x04', 'latin1')
  header.writeUInt16LE(45, 4)
  header.writeUInt16LE(8, 6)
  header.writeUInt16LE(8, 8)
  header.writeUInt32LE(MAX_32, 18)
  header.writeUInt32LE(MAX_32, 22)
  header.writeUInt16LE(NAME.length, 26)
  header.writeUInt16LE(20, 28)
  return Buffer.concat([header, NAME, zip64Field(0, 0)])
}

function zip64Field(plainBytes: number, zippedBytes: number): Buffer {
  const field = Buffer.alloc(20)
  field.writeUInt16LE(1, 0)
  field.writeUInt16LE(16, 2)
  field.writeBigUInt64LE(BigInt(plainBytes), 4)
  field.writeBigUInt64LE(BigInt(zippedBytes), 12)
  return field
}

/** The data descriptor, the central directory and the end records of the ZIP. */
function ending(crc: number, plainBytes: number, zippedBytes: number): Buffer {
  const descriptor = Buffer.alloc(24)
  descriptor.write('PK\x07\x08', 'latin1')
  descriptor.writeUInt32LE(crc, 4)
  descriptor.writeBigUInt64LE(BigInt(zippedBytes), 8)
  descriptor.writeBigUInt64LE(BigInt(plainBytes), 16)
  const entry = Buffer.alloc(46)
  entry.write('PK\x01\x02', 'latin1')
  for (const [at, value] of [
    [4, 45],
    [6, 45],
    [8, 8],
    [10, 8],
    [28, NAME.length],
    [30, 20],
  ] as const)
    entry.writeUInt16LE(value, at)
  entry.writeUInt32LE(crc, 16)
  entry.writeUInt32LE(MAX_32, 20)
  entry.writeUInt32LE(MAX_32, 24)
  const directory = Buffer.concat([entry, NAME, zip64Field(plainBytes, zippedBytes)])
  const directoryAt = 30 + NAME.length + 20 + zippedBytes + descriptor.length
  return Buffer.concat([descriptor, directory, zip64End(directoryAt, directory.length), plainEnd()])
}

function zip64End(directoryAt: number, directoryBytes: number): Buffer {
  const end = Buffer.alloc(76)
  end.write('PK\x06\x06', 'latin1')
  end.writeBigUInt64LE(44n, 4)
  end.writeUInt16LE(45, 12)
  end.writeUInt16LE(45, 14)
  end.writeBigUInt64LE(1n, 24)
  end.writeBigUInt64LE(1n, 32)
  end.writeBigUInt64LE(BigInt(directoryBytes), 40)
  end.writeBigUInt64LE(BigInt(directoryAt), 48)
  end.write('PK\x06\x07', 56, 'latin1')
  end.writeBigUInt64LE(BigInt(directoryAt + directoryBytes), 64)
  end.writeUInt32LE(1, 72)
  return end
}

function plainEnd(): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(0xffff, 8)
  end.writeUInt16LE(0xffff, 10)
  end.writeUInt32LE(MAX_32, 12)
  end.writeUInt32LE(MAX_32, 16)
  return end
}
