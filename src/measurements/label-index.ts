/** Labels are cut to this many bytes: a label is a name, and a URL with a query in its place must not fill the memory. */
export const MAX_LABEL_BYTES = 512
const NOT_FOUND = -1

/**
 * Numbers labels in the order of their first appearance, looked up by their bytes: no string is made but for a label
 * that is new. An open-addressing hash table of at most twice as many places as labels; all label bytes lie in one array.
 */
export class LabelIndex {
  readonly labels: string[] = []
  readonly #maxLabels: number
  #places = new Int32Array(256).fill(NOT_FOUND)
  #hashes = new Int32Array(128)
  /** Label `i` lies in `#bytes` from `#ends[i]` to `#ends[i + 1]`. */
  #ends = new Int32Array(129)
  #bytes = new DataView(new ArrayBuffer(4096))

  constructor(maxLabels: number) {
    this.#maxLabels = maxLabels
  }

  /** The number of the label in `bytes` from `start` to `end`; -1 when it is new and there is no room for it. */
  find(bytes: DataView, start: number, end: number): number {
    const stop = Math.min(end, start + MAX_LABEL_BYTES)
    const hash = hashOf(bytes, start, stop)
    const mask = this.#places.length - 1
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const label = this.#places[place]!
      if (label === NOT_FOUND) return this.#append(bytes, start, stop, hash)
      if (this.#hashes[label] === hash && this.#equals(label, bytes, start, stop)) return label
    }
  }

  #equals(label: number, bytes: DataView, start: number, end: number): boolean {
    const own = this.#bytes
    const ownEnd = this.#ends[label + 1]!
    let ownAt = this.#ends[label]!
    let at = start
    if (ownEnd - ownAt !== end - start) return false
    for (; at + 4 <= end; at += 4, ownAt += 4)
      if (own.getInt32(ownAt, true) !== bytes.getInt32(at, true)) return false
    for (; at < end; at++, ownAt++) if (own.getUint8(ownAt) !== bytes.getUint8(at)) return false
    return true
  }

  #append(bytes: DataView, start: number, end: number, hash: number): number {
    const label = this.labels.length
    if (label >= this.#maxLabels) return NOT_FOUND
    if (label >= this.#hashes.length) this.#grow()
    const name = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start)
    const from = this.#ends[label]!
    this.#makeRoom(from + name.length)
    new Uint8Array(this.#bytes.buffer).set(name, from)
    this.#ends[label + 1] = from + name.length
    this.#hashes[label] = hash
    this.labels.push(name.toString('utf8'))
    this.#places[this.#placeOf(hash)] = label
    return label
  }

  #placeOf(hash: number): number {
    const mask = this.#places.length - 1
    let place = hash & mask
    while (this.#places[place] !== NOT_FOUND) place = (place + 1) & mask
    return place
  }

  #makeRoom(size: number): void {
    if (size <= this.#bytes.byteLength) return
    const larger = new Uint8Array(size * 2)
    larger.set(new Uint8Array(this.#bytes.buffer))
    this.#bytes = new DataView(larger.buffer)
  }

  #grow(): void {
    const hashes = new Int32Array(this.#hashes.length * 2)
    hashes.set(this.#hashes)
    const ends = new Int32Array(this.#hashes.length * 2 + 1)
    ends.set(this.#ends)
    this.#hashes = hashes
    this.#ends = ends
    this.#places = new Int32Array(hashes.length * 2).fill(NOT_FOUND)
    for (let label = 0; label < this.labels.length; label++)
      this.#places[this.#placeOf(hashes[label]!)] = label
  }
}

/** FNV-1a over words of four bytes, and over the bytes behind the last one; mixed, because only low bits are used. */
function hashOf(bytes: DataView, start: number, end: number): number {
  let hash = 0x811c9dc5
  let at = start
  for (; at + 4 <= end; at += 4) hash = Math.imul(hash ^ bytes.getInt32(at, true), 0x01000193)
  for (; at < end; at++) hash = Math.imul(hash ^ bytes.getUint8(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return hash ^ (hash >>> 13)
}
