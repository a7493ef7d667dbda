const MULTIPLIER = 0x9e3779b1
const FIRST_PLACES = 1 << 9
/**
 * The counts of neighboring keys are in one page of 64 bytes, which is a line of the processor's cache. A
 * count has one byte there, so that the pages of a long run stay in the cache.
 */
const PAGE_BITS = 6
const PAGE = 1 << PAGE_BITS
const BYTE_MASK = 0xff

/**
 * Counts by 32-bit keys. Neighboring keys share a page of 64 counts; an open-addressing hash table, at most
 * half full, finds the page of a key. It grows up to `maxPages`; after that, `add` refuses keys that need a
 * new page. A page needs 64 bytes, and 16 to 32 in the table. What exceeds a byte is carried into a map.
 */
export class SparseCounts {
  readonly #maxPages: number
  /**
   * Alternating: the key of a page, and where it begins in `#counts`. A beginning of 0 marks a free place.
   */
  #table = new Int32Array(FIRST_PLACES * 2)
  #shift = 32 - Math.log2(FIRST_PLACES / 8)
  /** The part before the first page is not used. */
  #counts = new Uint8Array((FIRST_PLACES / 2) * PAGE)
  #end = PAGE
  /** By key, how often its byte became full. */
  readonly #carried = new Map<number, number>()

  constructor(maxPages: number) {
    this.#maxPages = maxPages
  }

  /** Adds `count` (1 or more) to the key; false if it needs a new page and there is no room. */
  add(key: number, count: number): boolean {
    const page = key >>> PAGE_BITS
    const table = this.#table
    let at = this.#placeOf(page)
    while (table[at + 1] !== 0) {
      if (table[at] === page) {
        const place = table[at + 1]! | (key & (PAGE - 1))
        const sum = this.#counts[place]! + count
        this.#counts[place] = sum & BYTE_MASK
        if (sum > BYTE_MASK) this.#carry(key, Math.floor(sum / (BYTE_MASK + 1)))
        return true
      }
      at = (at + 2) & (table.length - 2)
    }
    return this.#open(page, at) && this.add(key, count)
  }

  /**
   * Adds 1 to each key from `start` to `end`. Returns the index of the first key for which there is no room,
   * or `end`.
   */
  addEach(keys: Int32Array, start: number, end: number): number {
    for (let i = start; i < end; i++) if (!this.add(keys[i]!, 1)) return i
    return end
  }

  /** Calls `use` with every key and its count, in any order. */
  forEach(use: (key: number, count: number) => void): void {
    const table = this.#table
    for (let at = 0; at < table.length; at += 2) {
      const start = table[at + 1]!
      if (start === 0) continue
      for (let i = 0; i < PAGE; i++) {
        const key = (table[at]! << PAGE_BITS) | i
        const count = this.#counts[start | i]! + (BYTE_MASK + 1) * (this.#carried.get(key) ?? 0)
        if (count !== 0) use(key, count)
      }
    }
  }

  /** The same counts with new keys; counts of keys that become equal are added. */
  rekeyed(newKey: (key: number) => number): SparseCounts {
    const result = new SparseCounts(this.#maxPages)
    this.forEach((key, count) => result.add(newKey(key), count))
    return result
  }

  /**
   * The top bits of the product depend on all bits; eight neighbors share a line of the processor's cache.
   */
  #placeOf(page: number): number {
    return ((Math.imul(page >>> 3, MULTIPLIER) >>> this.#shift) << 4) | ((page & 7) << 1)
  }

  #carry(key: number, times: number): void {
    this.#carried.set(key, (this.#carried.get(key) ?? 0) + times)
  }

  #open(page: number, at: number): boolean {
    if (this.#end >= this.#counts.length) {
      if (this.#end >= this.#maxPages * PAGE) return false
      this.#grow()
      return true
    }
    this.#table[at] = page
    this.#table[at + 1] = this.#end
    this.#end += PAGE
    return true
  }

  #grow(): void {
    const old = this.#table
    const counts = new Uint8Array(this.#counts.length * 2)
    counts.set(this.#counts)
    this.#counts = counts
    this.#table = new Int32Array(old.length * 2)
    this.#shift--
    const last = this.#table.length - 2
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue
      let at = this.#placeOf(old[from]!)
      while (this.#table[at + 1] !== 0) at = (at + 2) & last
      this.#table[at] = old[from]!
      this.#table[at + 1] = old[from + 1]!
    }
  }
}
