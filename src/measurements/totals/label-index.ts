import { addressIn, enlargedWords, takeWords, type VectorMemory } from '../lines/vector-memory.ts'
import { MAX_NAME_BYTES, shortOf } from './long-names.ts'

/** The maximum for all names of one index together; names of usual length never reach it. */
const MAX_WORDS = (16 * 2 ** 20) / 4
/** This many bytes before a label may be read, whatever they are. */
const MARGIN = 16
const NOT_FOUND = -1
const FIRST_PLACES = 256
/** The share of places that are used is at most one in this many: the fewer, the less often two names meet. */
const PLACES_PER_LABEL = 4
const REPLACEMENT = '\ufffd'
const BLOCK_WORDS = 4
/**
 * A place has so many words: one more than the number of its label (0 if it is free), the hash and length of
 * the name, where its blocks begin in `#words`, and the first block itself. That is half a line of the
 * processor's cache, so that a name of up to 16 bytes is found with one access.
 */
const PLACE_BITS = 3
const HASH = 1
const LENGTH = 2
const START = 3
const BLOCK = 4
/** Where the masks of a whole block begin. */
const WHOLE_BLOCK = 0
/**
 * For each number of bytes in the first block of a label, a mask for the bits in its four words that belong
 * to the label.
 */
const MASKS = Int32Array.from({ length: 16 * BLOCK_WORDS }, (_, i) => maskOf(i >> 2, i & 3))

/**
 * Numbers labels in the order of their first appearance, and finds them by their bytes: a string is created
 * only for a new label. It is an open-addressing hash table, at most a quarter full.
 * Labels are read and compared in blocks of 16 bytes from their end, and bytes before the label in its first
 * block are masked out. A loop over single bytes would be slower, because the processor cannot predict its
 * length. In a vector memory, the vectors find known labels in the same way (`vectors/parts/names.ts`).
 */
export class LabelIndex {
  readonly labels: string[] = []
  readonly #maxLabels: number
  readonly #memory: VectorMemory | undefined
  #places: Int32Array
  #words: Int32Array
  #wordCount = 0
  /** For the vectors: where the tables are. */
  readonly #tables: Int32Array
  readonly #aside = new DataView(new ArrayBuffer(MARGIN + MAX_NAME_BYTES))

  constructor(maxLabels: number, memory?: VectorMemory) {
    this.#maxLabels = maxLabels
    this.#memory = memory
    this.#places = takeWords(memory, FIRST_PLACES << PLACE_BITS)
    this.#words = takeWords(memory, 1024)
    this.#tables = takeWords(memory, 4)
    this.#tellTables()
  }

  /** Where the vectors find it in the memory; 0 if they cannot. */
  get address(): number {
    return addressIn(this.#memory, this.#tables)
  }

  /**
   * The number of the label in `bytes` from `start` to `end`; -1 if it is new and there is no room for it.
   */
  find(bytes: DataView, start: number, end: number): number {
    const length = end - start
    if (length > MAX_NAME_BYTES) return this.#findLong(bytes, start, length)
    if (start < MARGIN) return this.#findAside(bytes, start, length)
    const stop = start + length
    const hash = hashOf(bytes, stop, length)
    const places = this.#places
    const mask = places.length - 1
    for (let at = (hash << PLACE_BITS) & mask; ; at = (at + (1 << PLACE_BITS)) & mask) {
      const label = places[at]! - 1
      if (label === NOT_FOUND) return this.#append(bytes, stop, length, hash)
      if (places[at + HASH] === hash && this.#equals(at, bytes, stop, length)) return label
    }
  }

  /** For a label at the beginning of its bytes: the bytes before it cannot be read. */
  #findAside(bytes: DataView, start: number, length: number): number {
    const label = new Uint8Array(bytes.buffer, bytes.byteOffset + start, length)
    new Uint8Array(this.#aside.buffer).set(label, MARGIN)
    return this.find(this.#aside, MARGIN, MARGIN + length)
  }

  #findLong(bytes: DataView, start: number, length: number): number {
    const name = Buffer.from(shortOf(new Uint8Array(bytes.buffer, bytes.byteOffset + start, length)))
    return this.#findAside(viewOf(name), 0, name.length)
  }

  #equals(place: number, bytes: DataView, stop: number, length: number): boolean {
    if (this.#places[place + LENGTH] !== length) return false
    const words = this.#words
    let own = this.#places[place + START]!
    let at = stop - blockBytes(length)
    if (length > 0) {
      const mask = (length & 15) * BLOCK_WORDS
      const differs =
        ((bytes.getInt32(at, true) & MASKS[mask]!) ^ words[own]!) |
        ((bytes.getInt32(at + 4, true) & MASKS[mask + 1]!) ^ words[own + 1]!) |
        ((bytes.getInt32(at + 8, true) & MASKS[mask + 2]!) ^ words[own + 2]!) |
        ((bytes.getInt32(at + 12, true) & MASKS[mask + 3]!) ^ words[own + 3]!)
      if (differs !== 0) return false
      at += 16
      own += BLOCK_WORDS
    }
    for (; at < stop; at += 4, own++) if (bytes.getInt32(at, true) !== words[own]) return false
    return true
  }

  #append(bytes: DataView, stop: number, length: number, hash: number): number {
    const label = this.labels.length
    if (label >= this.#maxLabels || this.#wordCount + blockBytes(length) / 4 > MAX_WORDS) return NOT_FOUND
    const name = Buffer.from(bytes.buffer, bytes.byteOffset + stop - length, length)
    const text = name.toString('utf8')
    if (text.includes(REPLACEMENT)) {
      // The bytes are not valid UTF-8: all that are decoded to the same text are one label.
      const readable = Buffer.from(text)
      if (!readable.equals(name)) return this.find(viewOf(readable), 0, readable.length)
    }
    if (label * PLACES_PER_LABEL >= this.#places.length >> PLACE_BITS) this.#grow()
    const start = this.#wordCount
    this.#appendWords(name)
    this.labels.push(text)
    const block = this.#words.subarray(start, Math.min(this.#wordCount, start + BLOCK_WORDS))
    const place = this.#placeOf(hash)
    this.#places.set([label + 1, hash, length, start], place)
    this.#places.set(block, place + BLOCK)
    return label
  }

  #appendWords(name: Uint8Array): void {
    this.#wordCount += blockBytes(name.length) / 4
    while (this.#wordCount > this.#words.length) this.#words = enlargedWords(this.#memory, this.#words)
    const { buffer, byteOffset } = this.#words
    // The bytes before the name stay 0, as after masking.
    new Uint8Array(buffer).set(name, byteOffset + 4 * this.#wordCount - name.length)
    this.#tellTables()
  }

  /** Where the free place for a new name is. */
  #placeOf(hash: number): number {
    const mask = this.#places.length - 1
    let at = (hash << PLACE_BITS) & mask
    while (this.#places[at] !== 0) at = (at + (1 << PLACE_BITS)) & mask
    return at
  }

  #grow(): void {
    const old = this.#places
    this.#places = takeWords(this.#memory, old.length * 2)
    for (let at = 0; at < old.length; at += 1 << PLACE_BITS) {
      const place = old.subarray(at, at + (1 << PLACE_BITS))
      if (place[0] !== 0) this.#places.set(place, this.#placeOf(place[HASH]!))
    }
    this.#memory?.giveBack(old)
    this.#tellTables()
  }

  #tellTables(): void {
    const places = addressIn(this.#memory, this.#places)
    const words = addressIn(this.#memory, this.#words)
    this.#tables.set([words > 0 ? places : 0, this.#places.length - 1, words])
  }
}

const viewOf = ({ buffer, byteOffset, length }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, length)

function maskOf(lengthInBlock: number, word: number): number {
  // A length of 0 stands for a whole block.
  const before = lengthInBlock === 0 ? 0 : 16 - lengthInBlock
  const masked = Math.min(4, Math.max(0, before - 4 * word))
  return masked === 4 ? 0 : -1 << (8 * masked)
}

function blockBytes(length: number): number {
  return (length + 15) & ~15
}

/**
 * The products do not depend on each other, so the processor calculates them in parallel. The result is
 * mixed, because only its low bits are used.
 */
function hashOf(bytes: DataView, stop: number, length: number): number {
  const start = stop - blockBytes(length)
  let hash = length
  if (length > 0) hash ^= productOf(bytes, start, (length & 15) * BLOCK_WORDS)
  for (let at = start + 16; at < stop; at += 16)
    hash = Math.imul(hash, 0x01000193) ^ productOf(bytes, at, WHOLE_BLOCK)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return hash ^ (hash >>> 13)
}

/** Of the four words of a block, with the masks from `mask` on. */
function productOf(bytes: DataView, at: number, mask: number): number {
  return (
    Math.imul(bytes.getInt32(at, true) & MASKS[mask]!, 0x01000193) ^
    Math.imul(bytes.getInt32(at + 4, true) & MASKS[mask + 1]!, 0x9e3779b1) ^
    Math.imul(bytes.getInt32(at + 8, true) & MASKS[mask + 2]!, 0x85ebca6b) ^
    Math.imul(bytes.getInt32(at + 12, true) & MASKS[mask + 3]!, 0xc2b2ae35)
  )
}
