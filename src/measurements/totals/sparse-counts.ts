import { addressIn, enlargedWords, takeWords, type VectorMemory } from '../lines/vector-memory.ts'

const MULTIPLIER = 0x9e3779b1
const FIRST_PLACES = 1 << 9
/**
 * The counts of neighboring keys are in one page of 64 bytes, which is a line of the processor's cache. A
 * count has one byte there, so that the pages of a long run stay in the cache.
 */
const PAGE_BITS = 6
export const KEYS_PER_PAGE = 1 << PAGE_BITS
const PAGE_WORDS = KEYS_PER_PAGE / 4
const BYTE_MASK = 0xff

/**
 * Counts by 32-bit keys. Neighboring keys share a page of 64 counts; an open-addressing hash table, at most
 * half full, finds the page of a key. It grows up to `maxPages`; after that, `add` refuses keys that need a
 * new page. A page needs 64 bytes, and 16 to 32 in the table. What exceeds a byte is carried into a map. In a
 * vector memory, the vectors count keys whose page is known (`vectors/count-keys.ts`).
 */
export class SparseCounts {
  readonly #maxPages: number
  readonly #memory: VectorMemory | undefined
  /**
   * Alternating: the key of a page, and where it begins in `#counts`. A beginning of 0 marks a free place.
   */
  #table: Int32Array
  #shift = 32 - Math.log2(FIRST_PLACES)
  /** Four counts in a word. The part before the first page is not used. */
  #words: Int32Array
  #counts: Uint8Array
  #end = KEYS_PER_PAGE
  /** By key, how often its byte became full. */
  readonly #carried = new Map<number, number>()
  /** For the vectors: where the tables are. */
  readonly #tables: Int32Array

  constructor(maxPages: number, memory?: VectorMemory) {
    this.#maxPages = maxPages
    this.#memory = memory
    this.#table = takeWords(memory, FIRST_PLACES * 2)
    this.#words = takeWords(memory, (FIRST_PLACES / 2) * PAGE_WORDS)
    this.#counts = bytesOf(this.#words)
    this.#tables = takeWords(memory, 4)
    this.#tellTables()
  }

  /** Where the vectors find it in the memory; 0 if they cannot. */
  get address(): number {
    return addressIn(this.#memory, this.#tables)
  }

  /** Adds `count` (1 or more) to the key; false if it needs a new page and there is no room. */
  add(key: number, count: number): boolean {
    const start = this.#startOf(key >>> PAGE_BITS)
    if (start > 0) this.#addAt(start | (key & (KEYS_PER_PAGE - 1)), key, count)
    return start > 0
  }

  /**
   * Adds 1 to each key from `start` to `end`. Returns the index of the first key for which there is no room,
   * or `end`.
   */
  addEach(keys: Int32Array, start: number, end: number): number {
    for (let i = this.#addByVectors(keys, start, end); i < end; i = this.#addByVectors(keys, i + 1, end))
      if (!this.add(keys[i]!, 1)) return i
    return end
  }

  /** Calls `use` with every key and a count, in any order; a key may occur twice. */
  forEach(use: (key: number, count: number) => void): void {
    this.forEachPage((firstKey, start) => {
      for (let i = 0; i < KEYS_PER_PAGE; i++) {
        const count = this.#counts[start + i]!
        if (count !== 0) use(firstKey | i, count)
      }
    })
    this.forEachCarried(use)
  }

  /**
   * Calls `use` with the first key of every page, and where the counts of its 64 keys begin among `bytes`. What
   * exceeds a byte is not there, see `forEachCarried`.
   */
  forEachPage(use: (firstKey: number, start: number) => void): void {
    const table = this.#table
    for (let at = 0; at < table.length; at += 2)
      if (table[at + 1] !== 0) use(table[at]! << PAGE_BITS, table[at + 1]!)
  }

  /** Calls `use` with every key whose byte was full, and the count that is not in the byte; its page is there too. */
  forEachCarried(use: (key: number, count: number) => void): void {
    for (const [key, times] of this.#carried) use(key, times * (BYTE_MASK + 1))
  }

  /** The counts of all pages; another one after anything was added. */
  get bytes(): Uint8Array {
    return this.#counts
  }

  /** The same, four in a word. */
  get words(): Int32Array {
    return this.#words
  }

  /** Returns the index of the first key that the vectors did not count, or `end`. */
  #addByVectors(keys: Int32Array, start: number, end: number): number {
    const { vectors } = this.#memory ?? {}
    const [keysAt, tablesAt] = [addressIn(this.#memory, keys), addressIn(this.#memory, this.#tables)]
    return vectors && keysAt && tablesAt ? vectors.countKeys(tablesAt, keysAt, start, end) : start
  }

  /**
   * The same counts in other pages: `newFirstKey` gives the new first key of a page for the old one. Counts of pages
   * that become one are added. This object must not be used any more: its tables are given back.
   */
  rekeyed(newFirstKey: (firstKey: number) => number): SparseCounts {
    const result = new SparseCounts(this.#maxPages, this.#memory)
    this.forEachPage((firstKey, start) => result.#addPage(newFirstKey(firstKey), this.#counts, start))
    this.forEachCarried((key, count) => {
      const low = key & (KEYS_PER_PAGE - 1)
      result.add(newFirstKey(key & ~(KEYS_PER_PAGE - 1)) | low, count)
    })
    this.#memory?.giveBack(this.#table)
    this.#memory?.giveBack(this.#words)
    this.#memory?.giveBack(this.#tables)
    return result
  }

  #addPage(firstKey: number, counts: Uint8Array, from: number): void {
    const start = this.#startOf(firstKey >>> PAGE_BITS)
    for (let i = 0; i < KEYS_PER_PAGE; i++) {
      const count = counts[from + i]!
      if (count !== 0) this.#addAt(start + i, firstKey | i, count)
    }
  }

  #addAt(place: number, key: number, count: number): void {
    const sum = this.#counts[place]! + count
    this.#counts[place] = sum & BYTE_MASK
    if (sum > BYTE_MASK) this.#carry(key, Math.floor(sum / (BYTE_MASK + 1)))
  }

  /**
   * Where a page is in the table unless others are in the way. The top bits of the product depend on all bits; eight
   * neighbors share a line of the processor's cache, each at a place that depends on the product too, because most
   * durations are in the same few pages of all labels and slots.
   */
  #firstPlaceOf(page: number): number {
    return ((Math.imul(page >>> 3, MULTIPLIER) >>> this.#shift) ^ (page & 7)) << 1
  }

  #carry(key: number, times: number): void {
    this.#carried.set(key, (this.#carried.get(key) ?? 0) + times)
  }

  /** Where the counts of a page begin, which is opened if there is none; 0 if there is no room. */
  #startOf(page: number): number {
    const at = this.#placeInTable(page)
    if (this.#table[at + 1] !== 0) return this.#table[at + 1]!
    if (this.#end < this.#counts.length) return this.#open(page, at)
    if (this.#end >= this.#maxPages * KEYS_PER_PAGE) return 0
    this.#grow()
    return this.#open(page, this.#placeInTable(page))
  }

  /** Where the page is in the table, or the free place for it. */
  #placeInTable(page: number): number {
    const table = this.#table
    let at = this.#firstPlaceOf(page)
    while (table[at + 1] !== 0 && table[at] !== page) at = (at + 2) & (table.length - 2)
    return at
  }

  #open(page: number, at: number): number {
    const start = this.#end
    this.#table[at] = page
    this.#table[at + 1] = start
    this.#end += KEYS_PER_PAGE
    return start
  }

  #grow(): void {
    const table = this.#table
    this.#words = enlargedWords(this.#memory, this.#words)
    this.#counts = bytesOf(this.#words)
    this.#table = takeWords(this.#memory, table.length * 2)
    this.#shift--
    for (let from = 0; from < table.length; from += 2) {
      if (table[from + 1] === 0) continue
      const at = this.#placeInTable(table[from]!)
      this.#table[at] = table[from]!
      this.#table[at + 1] = table[from + 1]!
    }
    this.#memory?.giveBack(table)
    this.#tellTables()
  }

  #tellTables(): void {
    const table = addressIn(this.#memory, this.#table)
    const counts = addressIn(this.#memory, this.#words)
    this.#tables.set([counts > 0 ? table : 0, this.#table.length - 2, this.#shift, counts])
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: Int32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}
