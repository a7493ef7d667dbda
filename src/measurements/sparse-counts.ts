const MULTIPLIER = 0x9e3779b1
const FIRST_PLACES = 1 << 12

/**
 * Counts (up to 2,147,483,647) by a key of 32 bits, in an open-addressing hash table: 8 bytes a place, at most half of the
 * places taken. It doubles up to `maxPlaces`; beyond that `add` refuses keys that are new.
 */
export class SparseCounts {
  readonly #maxPlaces: number
  /** Key and count in turn; a count of 0 marks a free place. */
  #table = new Int32Array(FIRST_PLACES * 2)
  #shift = 32 - Math.log2(FIRST_PLACES / 8)
  #left = Math.floor(FIRST_PLACES * 0.5)

  constructor(maxPlaces: number) {
    this.#maxPlaces = maxPlaces
  }

  /** Adds `count` (1 or more) to the key; false when the key is new and there is no room for it. */
  add(key: number, count: number): boolean {
    const table = this.#table
    const last = table.length - 2
    // The top bits of the product depend on all bits; eight neighbours share a line of the processor's cache.
    let at = ((Math.imul(key >>> 3, MULTIPLIER) >>> this.#shift) << 4) | ((key & 7) << 1)
    while (table[at + 1] !== 0) {
      if (table[at] === key) {
        table[at + 1]! += count
        return true
      }
      at = (at + 2) & last
    }
    if (this.#left === 0) return this.#grow() && this.add(key, count)
    this.#left--
    table[at] = key
    table[at + 1] = count
    return true
  }

  /** Calls back with every key and its count, in no order. */
  forEach(use: (key: number, count: number) => void): void {
    const table = this.#table
    for (let at = 0; at < table.length; at += 2) if (table[at + 1] !== 0) use(table[at]!, table[at + 1]!)
  }

  /** The same counts under new keys; counts of keys that become equal are added up. */
  rekeyed(newKey: (key: number) => number): SparseCounts {
    const result = new SparseCounts(this.#maxPlaces)
    this.forEach((key, count) => result.add(newKey(key), count))
    return result
  }

  #grow(): boolean {
    const old = this.#table
    const places = old.length
    if (places > this.#maxPlaces) return false
    this.#table = new Int32Array(places * 2)
    this.#shift = 32 - Math.log2(places / 8)
    this.#left = Math.floor(places * 0.5)
    for (let at = 0; at < old.length; at += 2) if (old[at + 1] !== 0) this.add(old[at]!, old[at + 1]!)
    return true
  }
}
