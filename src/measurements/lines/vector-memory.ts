import { loadVectors, TABLE_BYTES, TABLES_AT, type Vectors } from './load-vectors.ts'

/**
 * Has room for all tables of one log, also with the most labels and pages of histograms. Only what is used takes memory
 * of the machine.
 */
const MEMORY_BYTES = 96 << 20
/** A line of the processor's cache. */
const ALIGNMENT_BYTES = 64

/** Numbers that belong together: those with fractions first, and then whole ones of 32 bits. */
export interface NumberRecord {
  floats: Float64Array<ArrayBuffer>
  words: Int32Array<ArrayBuffer>
}

/**
 * The memory that the vectors work on. Tables are taken from it one after another; those that do not fit get
 * memory of their own, which the vectors do not know: what needs them is then left to JavaScript.
 */
export class VectorMemory {
  /** The vectors; undefined if the platform has none, or not so much address space. Then nothing is taken here. */
  readonly vectors: Vectors | undefined
  readonly #buffer: ArrayBuffer | undefined
  #end = TABLES_AT + TABLE_BYTES
  /** Addresses of what was given back, by its size. */
  readonly #free = new Map<number, number[]>()

  /**
   * Both ways give the same results; `vectors` is several times as fast. Each memory of vectors reserves address space
   * (not memory) of several GB, so where that is limited, later ones may have none.
   */
  constructor(how: 'vectors' | 'bytes' = 'vectors') {
    const loaded = how === 'vectors' ? loadVectors(MEMORY_BYTES) : undefined
    this.#buffer = loaded?.buffer
    this.vectors = loaded
  }

  /** So many bytes, all 0, at this place of the buffer; undefined if there are not enough left. */
  take(sizeBytes: number): { buffer: ArrayBuffer; start: number } | undefined {
    const buffer = this.#buffer
    const freed = this.#free.get(sizeBytes)?.pop()
    const start = freed ?? Math.ceil(this.#end / ALIGNMENT_BYTES) * ALIGNMENT_BYTES
    if (!buffer || start + sizeBytes > MEMORY_BYTES) return undefined
    if (freed === undefined) this.#end = start + sizeBytes
    else new Uint8Array(buffer, freed, sizeBytes).fill(0)
    return { buffer, start }
  }

  /** Gives back a whole table for others of its size; it must not be used any more. */
  giveBack(table: ArrayBufferView): void {
    const address = this.addressOf(table)
    if (address === 0) return
    const sameSize = this.#free.get(table.byteLength)
    if (sameSize) sameSize.push(address)
    else this.#free.set(table.byteLength, [address])
  }

  /** The address of something that was taken here; 0 if it has memory of its own. */
  addressOf({ buffer, byteOffset }: ArrayBufferView): number {
    return buffer === this.#buffer ? byteOffset : 0
  }
}

/** The address of a table in the memory; 0 without a memory, or if the table has memory of its own. */
export function addressIn(memory: VectorMemory | undefined, table: ArrayBufferView): number {
  return memory?.addressOf(table) ?? 0
}

/** Zeros in the memory; without one, or if it is full or has no vectors, in memory of their own. */
export function takeRecord(
  memory: VectorMemory | undefined,
  floatCount: number,
  wordCount: number,
): NumberRecord {
  const sizeBytes = 8 * floatCount + 4 * wordCount
  const { buffer, start } = memory?.take(sizeBytes) ?? { buffer: new ArrayBuffer(sizeBytes), start: 0 }
  return {
    floats: new Float64Array(buffer, start, floatCount),
    words: new Int32Array(buffer, start + 8 * floatCount, wordCount),
  }
}

export function takeFloats(memory: VectorMemory | undefined, count: number): Float64Array<ArrayBuffer> {
  return takeRecord(memory, count, 0).floats
}

export function takeWords(memory: VectorMemory | undefined, count: number): Int32Array<ArrayBuffer> {
  const place = memory?.take(4 * count)
  return place ? new Int32Array(place.buffer, place.start, count) : new Int32Array(count)
}

/** The same numbers with zeros after them, twice as many unless `count` says how many; gives the smaller table back. */
export function enlargedWords(
  memory: VectorMemory | undefined,
  words: Int32Array,
  count = 2 * words.length,
): Int32Array<ArrayBuffer> {
  return moved(memory, words, takeWords(memory, count))
}

export function enlargedFloats(
  memory: VectorMemory | undefined,
  floats: Float64Array,
): Float64Array<ArrayBuffer> {
  return moved(memory, floats, takeFloats(memory, 2 * floats.length))
}

function moved<T extends Int32Array | Float64Array>(
  memory: VectorMemory | undefined,
  table: ArrayLike<number> & ArrayBufferView,
  larger: T,
): T {
  larger.set(table)
  memory?.giveBack(table)
  return larger
}
