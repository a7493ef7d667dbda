import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'

const deflate = promisify(deflateRaw)

export interface ZipEntry {
  /** The path, with `/`. */
  name: string
  content: Buffer
  isExecutable: boolean
}

interface Written {
  name: Buffer
  method: number
  crc: number
  packedBytes: number
  sizeBytes: number
  offset: number
  mode: number
}

const STORED = 0
const DEFLATED = 8
const UTF8_NAMES = 0x0800
/** 1980-01-01, the earliest date: the bytes must not depend on when a file was checked out. */
const DATE = 0x0021
const VERSION = 20
const MADE_ON_UNIX = 0x0300 | VERSION
const REGULAR_FILE = 0o100000

/**
 * Writes a ZIP that is the same for any two checkouts of the same files. For less than 4 GB and 65,535
 * entries: the limits for code archives are much lower.
 */
export class ZipArchive {
  readonly #sink: (chunk: Buffer) => void
  readonly #written: Written[] = []
  sizeBytes = 0

  constructor(sink: (chunk: Buffer) => void) {
    this.#sink = sink
  }

  async add({ name, content, isExecutable }: ZipEntry): Promise<void> {
    const deflated = await deflate(content)
    const isSmaller = deflated.length < content.length
    const packed = isSmaller ? deflated : content
    const entry: Written = {
      name: Buffer.from(name),
      method: isSmaller ? DEFLATED : STORED,
      crc: crc32(content),
      packedBytes: packed.length,
      sizeBytes: content.length,
      offset: this.sizeBytes,
      mode: REGULAR_FILE | (isExecutable ? 0o755 : 0o644),
    }
    this.#written.push(entry)
    this.#write(localHeader(entry))
    this.#write(packed)
  }

  finish(): void {
    const start = this.sizeBytes
    for (const entry of this.#written) this.#write(directoryEntry(entry))
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(this.#written.length, 8)
    end.writeUInt16LE(this.#written.length, 10)
    end.writeUInt32LE(this.sizeBytes - start, 12)
    end.writeUInt32LE(start, 16)
    this.#write(end)
  }

  #write(chunk: Buffer): void {
    this.sizeBytes += chunk.length
    this.#sink(chunk)
  }
}

/** The part that both headers have in common, beginning with the version; 26 bytes. */
function facts({ method, crc, packedBytes, sizeBytes, name }: Written): Buffer {
  const bytes = Buffer.alloc(26)
  bytes.writeUInt16LE(VERSION, 0)
  bytes.writeUInt16LE(UTF8_NAMES, 2)
  bytes.writeUInt16LE(method, 4)
  bytes.writeUInt16LE(DATE, 8)
  bytes.writeUInt32LE(crc, 10)
  bytes.writeUInt32LE(packedBytes, 14)
  bytes.writeUInt32LE(sizeBytes, 18)
  bytes.writeUInt16LE(name.length, 22)
  return bytes
}

function localHeader(entry: Written): Buffer {
  return Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), facts(entry), entry.name])
}

function directoryEntry(entry: Written): Buffer {
  const madeBy = Buffer.alloc(2)
  madeBy.writeUInt16LE(MADE_ON_UNIX)
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE((entry.mode << 16) >>> 0, 6)
  rest.writeUInt32LE(entry.offset, 10)
  return Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), madeBy, facts(entry), rest, entry.name])
}
