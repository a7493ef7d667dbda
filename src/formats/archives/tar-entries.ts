import type { ByteReader } from './byte-reader.ts'

const BLOCK = 512
/** Long names and extended headers are read as a whole; real ones have a few hundred bytes. */
const MAX_META_BYTES = 1 << 20

export interface TarEntry {
  name: string
  isFile: boolean
  size: number
}

/** True if the block is the header of a tar entry, according to its checksum. */
export function isTarHeader(block: Uint8Array): boolean {
  if (block.length < BLOCK) return false
  let sum = 256
  for (let i = 0; i < BLOCK; i++) if (i < 148 || i >= 156) sum += block[i]!
  // Eight blanks in place of the checksum itself: 256.
  return sum === octal(block, 148, 8)
}

/**
 * The next entry of a tar archive (ustar, GNU long names, pax names and sizes). Its content is not read yet:
 * `size` bytes and then `paddingOf(size)`. Undefined at the end. Throws if no entry can begin here.
 */
export async function nextTarEntry(reader: ByteReader): Promise<TarEntry | undefined> {
  let longName: string | undefined
  let paxSize: number | undefined
  for (;;) {
    const block = await reader.read(BLOCK)
    if (block.length === 0 || isZero(block)) return undefined
    if (!isTarHeader(block))
      throw new Error('The tar archive is damaged: an entry is missing where one must begin.')
    const size = paxSize ?? numberField(block)
    const type = String.fromCharCode(block[156]!)
    if (type === 'L') longName = untilZero(await readMeta(reader, size))
    else if (type === 'x') {
      const pax = paxRecords(await readMeta(reader, size))
      longName = pax.get('path') ?? longName
      paxSize = pax.has('size') ? Number(pax.get('size')) : undefined
    } else if (type === 'g' || type === 'K') await readMeta(reader, size)
    else return entryOf(block, type, longName, size)
  }
}

/** Bytes between the content and the next header. */
export function paddingOf(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK
}

function entryOf(block: Uint8Array, type: string, longName: string | undefined, size: number): TarEntry {
  if (!Number.isSafeInteger(size) || size < 0)
    throw new Error('The tar archive is damaged: an entry has no size.')
  const prefix = text(block, 257, 5) === 'ustar' ? text(block, 345, 155) : ''
  const name = text(block, 0, 100)
  const isFile = type === '0' || type === '\0' || type === '7'
  const hasContent = isFile || !'123456'.includes(type)
  return { name: longName ?? (prefix ? `${prefix}/${name}` : name), isFile, size: hasContent ? size : 0 }
}

async function readMeta(reader: ByteReader, size: number): Promise<Uint8Array> {
  if (!(size >= 0 && size <= MAX_META_BYTES))
    throw new Error('The tar archive is damaged: a name is too long.')
  const meta = await reader.read(size)
  await reader.read(paddingOf(size))
  return meta
}

/** Records of the form `length key=value\n`. */
function paxRecords(meta: Uint8Array): Map<string, string> {
  const records = new Map<string, string>()
  let at = 0
  while (at < meta.length) {
    const length = Number.parseInt(text(meta, at, 20), 10)
    if (!(length > 0)) break
    const record = Buffer.from(meta.subarray(at, at + length)).toString('utf8')
    const [, key, value] = /^\d+ ([^=]*)=([^]*)\n$/.exec(record) ?? []
    if (key !== undefined && value !== undefined) records.set(key, value)
    at += length
  }
  return records
}

/** Octal digits, or, for sizes of 8 GiB and more, a binary number marked by the highest bit. */
function numberField(block: Uint8Array): number {
  if (!(block[124]! & 0x80)) return octal(block, 124, 12)
  let value = block[124]! & 0x7f
  for (let i = 125; i < 136; i++) value = value * 256 + block[i]!
  return value
}

function octal(block: Uint8Array, start: number, length: number): number {
  return Number.parseInt(text(block, start, length).trim() || '0', 8)
}

function text(bytes: Uint8Array, start: number, length: number): string {
  return untilZero(bytes.subarray(start, start + length))
}

function untilZero(bytes: Uint8Array): string {
  const zero = bytes.indexOf(0)
  return Buffer.from(zero < 0 ? bytes : bytes.subarray(0, zero)).toString('utf8')
}

function isZero(block: Uint8Array): boolean {
  return block.every((byte) => byte === 0)
}
