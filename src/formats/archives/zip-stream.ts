import { createInflateRaw } from 'node:zlib'

import { type ByteReader, drain } from './byte-reader.ts'
import { counted, type InflateBudget } from './inflate-budget.ts'

const LOCAL_HEADER = 0x04034b50
const DATA_DESCRIPTOR = 0x08074b50
const AFTER_ENTRY = [LOCAL_HEADER, 0x02014b50, 0x06054b50, 0x06064b50]
const STORED = 0
const DEFLATED = 8
const NESTED_CHUNK_BYTES = 1 << 17

export interface ZipStreamEntry {
  name: string
  bytes: AsyncIterable<Uint8Array>
}

/**
 * The members of a ZIP that arrives as a stream, by their local headers, in order, because the directory
 * comes only at the end. Members whose size comes after them (data descriptors) are inflated until their end
 * is found. Throws if that is impossible: for members that are encrypted, use a method other than stored or
 * deflated, or are stored with an unknown size.
 */
export async function* zipStreamEntries(
  reader: ByteReader,
  budget: InflateBudget,
): AsyncGenerator<ZipStreamEntry> {
  for (;;) {
    const header = Buffer.from(await reader.peek(30))
    if (header.length < 30 || header.readUInt32LE(0) !== LOCAL_HEADER) return
    await reader.read(30)
    const name = Buffer.from(await reader.read(header.readUInt16LE(26))).toString('utf8')
    const extra = Buffer.from(await reader.read(header.readUInt16LE(28)))
    const bytes = contentOf(reader, { header, extra, name }, budget)
    yield { name, bytes }
    await drain(bytes)
  }
}

async function* contentOf(
  reader: ByteReader,
  { header, extra, name }: { header: Buffer; extra: Buffer; name: string },
  budget: InflateBudget,
): AsyncGenerator<Uint8Array> {
  const flags = header.readUInt16LE(6)
  const method = header.readUInt16LE(8)
  const sizeFollows = (flags & 8) !== 0
  if (flags & 1) throw new Error(`The ZIP member ${JSON.stringify(name)} is encrypted.`)
  if (method !== STORED && method !== DEFLATED)
    throw new Error(
      `The ZIP member ${JSON.stringify(name)} is compressed with method ${method}, which is not supported.`,
    )
  if (method === STORED) {
    if (sizeFollows) throw new Error(`The ZIP member ${JSON.stringify(name)} is stored without its size.`)
    yield* reader.take(zip64Size(extra) ?? header.readUInt32LE(18))
    return
  }
  yield* inflatedToItsEnd(reader, budget)
  if (sizeFollows) await skipDescriptor(reader)
}

/** The compressed size from the ZIP64 extra field, which exists if the size does not fit into 32 bits. */
function zip64Size(extra: Buffer): number | undefined {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === 1 && at + 20 <= extra.length) return Number(extra.readBigUInt64LE(at + 12))
  }
  return undefined
}

/** Deflate marks its own end; bytes read beyond it are put back. */
async function* inflatedToItsEnd(reader: ByteReader, budget: InflateBudget): AsyncGenerator<Uint8Array> {
  const stream = createInflateRaw({ chunkSize: NESTED_CHUNK_BYTES })
  let fed = 0
  let last: Uint8Array = new Uint8Array()
  async function feed() {
    for (;;) {
      const chunk = await reader.next()
      if (!chunk) return void stream.end()
      last = chunk
      fed += chunk.length
      await new Promise<void>((done) => stream.write(chunk, () => done()))
      if (stream.bytesWritten < fed) return void stream.end()
    }
  }
  const fedAll = feed().catch((error: Error) => stream.destroy(error))
  try {
    yield* counted(stream, budget)
    await fedAll
    reader.unread(last.subarray(last.length - (fed - stream.bytesWritten)))
  } finally {
    stream.destroy()
  }
}

/** The descriptor has 12 to 24 bytes, depending on the variant; the next record shows which. */
async function skipDescriptor(reader: ByteReader): Promise<void> {
  const ahead = Buffer.from(await reader.peek(28))
  const signed = ahead.length >= 4 && ahead.readUInt32LE(0) === DATA_DESCRIPTOR
  const lengths = signed ? [16, 24] : [12, 20]
  const length = lengths.find((at) => at + 4 <= ahead.length && AFTER_ENTRY.includes(ahead.readUInt32LE(at)))
  if (length === undefined) throw new Error('The ZIP is damaged: nothing begins after a member.')
  await reader.read(length)
}
