import { Readable } from 'node:stream'

export interface TarEntry {
  name: string
  content: Buffer
}

const BLOCK_BYTES = 512

/** A ustar archive as a stream, with one entry in memory at a time. */
export function tarStream(
  entries: Iterable<TarEntry> | AsyncIterable<TarEntry>,
  modifiedAtMs: number,
): Readable {
  return Readable.from(blocks(entries, modifiedAtMs), { objectMode: false })
}

async function* blocks(
  entries: Iterable<TarEntry> | AsyncIterable<TarEntry>,
  modifiedAtMs: number,
): AsyncGenerator<Buffer> {
  for await (const entry of entries) {
    yield header(entry, modifiedAtMs)
    if (entry.content.length > 0) yield entry.content
    const overhang = entry.content.length % BLOCK_BYTES
    if (overhang > 0) yield Buffer.alloc(BLOCK_BYTES - overhang)
  }
  yield Buffer.alloc(2 * BLOCK_BYTES)
}

function header(entry: TarEntry, modifiedAtMs: number): Buffer {
  if (Buffer.byteLength(entry.name) > 100) throw new Error(`name too long for this writer: ${entry.name}`)
  const head = Buffer.alloc(BLOCK_BYTES)
  head.write(entry.name, 0)
  head.write('0000644\0', 100)
  head.write('0000000\0', 108)
  head.write('0000000\0', 116)
  head.write(`${octal(entry.content.length, 11)}\0`, 124)
  head.write(`${octal(Math.floor(modifiedAtMs / 1000), 11)}\0`, 136)
  head.write('        ', 148)
  head.write(entry.name.endsWith('/') ? '5' : '0', 156)
  head.write('ustar\x0000', 257, 'latin1')
  const sum = head.reduce((total, byte) => total + byte, 0)
  head.write(`${octal(sum, 6)}\0 `, 148)
  return head
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0')
}
