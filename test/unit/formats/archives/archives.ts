import { buffer } from 'node:stream/consumers'
import { crc32, deflateRawSync } from 'node:zlib'
import tar from 'tar-stream'

export type Files = Record<string, Buffer | string>

/** A tar archive with these files. */
export async function tarOf(files: Files): Promise<Buffer> {
  const pack = tar.pack()
  for (const [name, content] of Object.entries(files)) pack.entry({ name }, content)
  pack.finalize()
  return buffer(pack)
}

interface ZipOptions {
  stored?: boolean
  /** As streaming writers do. Large files have sizes of eight bytes, and some writers omit the signature. */
  sizesBehind?: boolean | 'of eight bytes' | 'without signature'
  level?: number
}

/** A ZIP with these files, deflated or stored; with sizes before the content, or after it. */
export function zipOf(files: Files, options: ZipOptions = {}): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const entry = zipEntry(Buffer.from(name), Buffer.from(content), offset, options)
    parts.push(...entry.parts)
    directory.push(entry.record)
    offset += entry.parts.reduce((sum, part) => sum + part.length, 0)
  }
  const records = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(records.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, records, end])
}

function zipEntry(
  name: Buffer,
  content: Buffer,
  offset: number,
  { stored = false, sizesBehind = false, level = 6 }: ZipOptions,
) {
  const data = stored ? content : deflateRawSync(content, { level })
  const sizes = Buffer.alloc(12)
  sizes.writeUInt32LE(crc32(content), 0)
  sizes.writeUInt32LE(data.length, 4)
  sizes.writeUInt32LE(content.length, 8)
  const local = Buffer.alloc(30)
  local.write('PK\x03\x04', 'latin1')
  local.writeUInt16LE(sizesBehind === false ? 0 : 8, 6)
  local.writeUInt16LE(stored ? 0 : 8, 8)
  if (sizesBehind === false) sizes.copy(local, 14)
  local.writeUInt16LE(name.length, 26)
  const record = Buffer.alloc(46)
  record.write('PK\x01\x02', 'latin1')
  record.writeUInt16LE(stored ? 0 : 8, 10)
  sizes.copy(record, 16)
  record.writeUInt16LE(name.length, 28)
  record.writeUInt32LE(offset, 42)
  return {
    parts: [local, name, data, ...descriptor(sizes, sizesBehind)],
    record: Buffer.concat([record, name]),
  }
}

function descriptor(sizes: Buffer, sizesBehind: ZipOptions['sizesBehind']): Buffer[] {
  const signature = Buffer.from('PK\x07\x08', 'latin1')
  if (sizesBehind === 'without signature') return [sizes]
  const none = Buffer.alloc(4)
  return sizesBehind === 'of eight bytes'
    ? [signature, sizes.subarray(0, 8), none, sizes.subarray(8), none]
    : sizesBehind === true
      ? [signature, sizes]
      : []
}

/** The bytes in chunks of this size. */
export async function* chunksOf(bytes: Buffer, size = 1 << 16): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
