import { MAX_RECORD_BYTES } from './csv-record.ts'

const LF = 10

/**
 * Reads records from a buffer. `scan` reads from `start` to `end`, which is after a line end, and returns
 * where the first incomplete record begins, or `end`.
 */
export interface RecordScanner {
  scan(bytes: Uint8Array, start: number, end: number): number
  /** Counts a record that was given up, because it is too long or the file ends inside it. */
  addBroken(): void
}

/**
 * Passes chunks of any size to a scanner, so that it gets only whole lines. The incomplete end of a chunk is
 * kept (at most 128 KiB and a chunk) and completed from the next one; everything else is read without
 * copying.
 */
export class LineFeed {
  readonly #scanner: RecordScanner
  #kept = Buffer.allocUnsafe(4096)
  #keptBytes = 0
  /**
   * Kept bytes are scanned again when there are this many; otherwise an open quote would cost a scan for
   * every line.
   */
  #wantedBytes = 0
  /** True while the rest of a record that is too long is skipped. */
  #skipping = false

  constructor(scanner: RecordScanner) {
    this.#scanner = scanner
  }

  write(chunk: Uint8Array): void {
    const start = this.#completeKept(chunk)
    const end = chunk.lastIndexOf(LF) + 1
    const next = end > start ? this.#scanner.scan(chunk, start, end) : start
    this.#keep(chunk, next, chunk.length)
    this.#wantedBytes = end > next ? this.#keptBytes * 2 : this.#wantedBytes
    this.#limitKept()
  }

  /** Reads the rest: the last line may have no line end. */
  end(): void {
    if (this.#keptBytes === 0) return
    if (this.#kept[this.#keptBytes - 1] !== LF) this.#keep(Buffer.of(LF), 0, 1)
    this.#scanKept(this.#keptBytes)
    if (this.#keptBytes > 0) this.#scanner.addBroken()
    this.#keptBytes = 0
  }

  /** Returns where reading in the chunk continues. */
  #completeKept(chunk: Uint8Array): number {
    let at = 0
    while (this.#keptBytes > 0 || this.#skipping) {
      const next = chunk.indexOf(LF, at + Math.max(0, this.#wantedBytes - this.#keptBytes)) + 1
      if (!this.#skipping) this.#keep(chunk, at, next || chunk.length)
      if (next === 0) return chunk.length
      this.#skipping = false
      this.#scanKept(this.#keptBytes)
      at = next
    }
    return at
  }

  /** Scans the kept bytes up to a line end, and keeps the rest. */
  #scanKept(end: number): void {
    const next = end > 0 ? this.#scanner.scan(this.#kept, 0, end) : 0
    this.#kept.copyWithin(0, next, this.#keptBytes)
    this.#keptBytes -= next
    this.#wantedBytes = this.#keptBytes * 2
  }

  /** Gives up a record that is too long before even more of it is kept. */
  #limitKept(): void {
    if (this.#keptBytes <= 2 * MAX_RECORD_BYTES) return
    this.#scanKept(this.#kept.lastIndexOf(LF, this.#keptBytes - 1) + 1)
    if (this.#keptBytes <= MAX_RECORD_BYTES) return
    this.#scanner.addBroken()
    this.#keptBytes = 0
    this.#wantedBytes = 0
    this.#skipping = true
  }

  #keep(bytes: Uint8Array, start: number, end: number): void {
    const size = this.#keptBytes + end - start
    if (size > this.#kept.length) {
      const larger = Buffer.allocUnsafe(size * 2)
      larger.set(this.#kept.subarray(0, this.#keptBytes))
      this.#kept = larger
    }
    this.#kept.set(bytes.subarray(start, end), this.#keptBytes)
    this.#keptBytes = size
  }
}
