import { finished } from 'node:stream'
import { crc32, type Gunzip, type InflateRaw } from 'node:zlib'
import { release } from './inflated-chunks.ts'

type Read = (bytes: AsyncIterable<Uint8Array>, usedBytes: () => number) => Promise<void> | undefined

/** Feeds a stream of zlib by hand. What comes out is read to its end: by the reader, and what that leaves, by nobody. */
export class Inflating {
  readonly #stream: Gunzip | InflateRaw
  readonly #source: AsyncIterator<Buffer>
  readonly #broken: Promise<never>
  readonly #read: Promise<void>
  #fedBytes = 0
  readonly #sums: boolean
  /** Inflated so far. */
  bytes = 0
  /** Of what was inflated, where sums are wanted. */
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

  /** Compressed bytes that belong to the data so far. */
  get usedBytes(): number {
    return this.#stream.bytesWritten
  }

  /** Resolves once the chunk is used up; gives how many bytes at its end are not part of the data, which ended before. */
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
    // Without `return`: a reader that stops early does not end the source.
    const chunks = { [Symbol.asyncIterator]: () => ({ next: () => this.#next() }) }
    await read(chunks, () => this.usedBytes)?.catch(() => undefined)
    for await (const chunk of chunks) release(chunk)
    // Where the reader met what is broken, it took the error with it.
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
