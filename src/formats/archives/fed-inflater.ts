import { finished } from 'node:stream'
import { crc32, type Gunzip, type InflateRaw } from 'node:zlib'
import { release } from './inflated-chunks.ts'

type Read = (bytes: AsyncIterable<Uint8Array>, usedBytes: () => number) => Promise<void> | undefined

/**
 * Feeds a zlib stream manually. Its output is read to the end: first by the reader, and whatever the reader
 * leaves is discarded.
 */
export class Inflating {
  readonly #stream: Gunzip | InflateRaw
  readonly #source: AsyncIterator<Buffer>
  readonly #broken: Promise<never>
  readonly #read: Promise<void>
  #fedBytes = 0
  readonly #sums: boolean
  /** Inflated so far. */
  bytes = 0
  /** Checksum and size of the inflated data, if sums are wanted. */
  crc = 0

  constructor(stream: Gunzip | InflateRaw, read: Read, sums = false) {
    this.#sums = sums
    this.#stream = stream
    this.#source = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]()
    this.#broken = new Promise((_resolve, reject) => {
      finished(stream, { readable: false }, () => reject(stream.errored ?? new Error('given up')))
    })
    this.#broken.catch(() => undefined)
    this.#read = this.#readAll(read)
    this.#read.catch(() => undefined)
  }

  /** Number of compressed bytes that belong to the data so far. */
  get usedBytes(): number {
    return this.#stream.bytesWritten
  }

  /**
   * Resolves when the chunk has been processed; returns how many bytes at its end come after the end of the
   * data.
   */
  async write(chunk: Buffer): Promise<number> {
    this.#fedBytes += chunk.length
    const written = new Promise<void>((done) => this.#stream.write(chunk, () => done()))
    await Promise.race([written, this.#broken])
    if (this.#stream.errored) throw this.#stream.errored
    return this.#fedBytes - this.usedBytes
  }

  async end(): Promise<void> {
    this.#stream.end()
    await this.#read
  }

  abandon(): void {
    this.#stream.destroy()
  }

  async #readAll(read: Read): Promise<void> {
    // Without `return`, so a reader that stops early does not end the source.
    const chunks = { [Symbol.asyncIterator]: () => ({ next: () => this.#next() }) }
    await read(chunks, () => this.usedBytes)?.catch(() => undefined)
    for await (const chunk of chunks) release(chunk)
    // If the reader found the damage, it has already received the error.
    if (this.#stream.errored || !this.#stream.readableEnded)
      throw this.#stream.errored ?? new Error('the data ends too early')
  }

  async #next(): Promise<IteratorResult<Buffer, undefined>> {
    const next = await this.#source.next()
    if (next.done) return { done: true, value: undefined }
    this.bytes += next.value.length
    if (this.#sums) this.crc = crc32(next.value, this.crc)
    return next
  }
}
