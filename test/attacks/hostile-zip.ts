import { crc32, deflateRawSync } from 'node:zlib'

export interface Deflated {
  data: Buffer
  /** CRC, compressed and uncompressed size, as in both headers. */
  sizes: Buffer
}

export function deflated(content: Buffer): Deflated {
  const data = deflateRawSync(content)
  const sizes = Buffer.alloc(12)
  sizes.writeUInt32LE(crc32(content), 0)
  sizes.writeUInt32LE(data.length, 4)
  sizes.writeUInt32LE(content.length, 8)
  return { data, sizes }
}

/**
 * A ZIP with these members, whose names all have the same length. `overlapping`: the content is stored once,
 * and the directory lists it under every name.
 */
export function zipOfDeflated(members: [name: string, content: Deflated][], overlapping = false): Buffer {
  const parts: Buffer[] = []
  const records: Buffer[] = []
  let offset = 0
  for (const [index, [name, { data, sizes }]] of members.entries()) {
    const isThere = overlapping && index > 0
    records.push(directoryRecord(name, sizes, overlapping ? 0 : offset))
    if (isThere) continue
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50)
    local.writeUInt16LE(8, 8)
    sizes.copy(local, 14)
    local.writeUInt16LE(name.length, 26)
    parts.push(local, Buffer.from(name), data)
    offset += 30 + name.length + data.length
  }
  const directory = Buffer.concat(records)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, directory, end])
}

function directoryRecord(name: string, sizes: Buffer, offset: number): Buffer {
  const record = Buffer.alloc(46)
  record.writeUInt32LE(0x02014b50)
  record.writeUInt16LE(8, 10)
  sizes.copy(record, 16)
  record.writeUInt16LE(name.length, 28)
  record.writeUInt32LE(offset, 42)
  return Buffer.concat([record, Buffer.from(name)])
}
