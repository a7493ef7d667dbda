import { finished } from 'node:stream'
import { createGunzip, type Gunzip } from 'node:zlib'
import { inflateOptions, release } from './inflated-chunks.ts'

/** How the inflated data is used. */
export interface Inflated {
  read(bytes: AsyncIterable<Uint8Array>, usedBytes: () => number): Promise<void> | undefined
  /**
   * Called for each chunk with the number of bytes that were inflated and used so far; if it throws, nothing
   * more is inflated.
   */
  check(inflatedBytes: number, usedBytes: number): void
}

/**
 * Inflates gzip data that the caller writes in chunks. The inflated data is always read to the end: first by
 * the reader, and what the reader leaves is discarded. zlib checks length and checksum on the thread that
 * inflates.
 */
export class Inflating {
  readonly #stream: Gunzip = createGunzip(inflateOptions())
  readonly #source: AsyncIterator<Buffer>
  readonly #inflated: Inflated
  readonly #broken: Promise<never>
  readonly #read: Promise<void>
  #fedBytes = 0
  /** Inflated so far. */
  bytes = 0

  constructor(inflated: Inflated) {
    this.#inflated = inflated
    const stream = this.#stream
    this.#source = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]()
    this.#broken = new Promise((_resolve, reject) => {
      finished(stream, { readable: false }, () => reject(stream.errored ?? new Error('given up')))
    })
    this.#broken.catch(() => undefined)
    this.#read = this.#readAll()
    this.#read.catch(() => undefined)
  }

  /** True if nothing was written after the end of the data. */
  get usedAll(): boolean {
    return this.#stream.bytesWritten === this.#fedBytes
  }

  /**
   * Resolves when the chunk has been inflated and its memory may be reused. The next one may be written
   * before that, so that the thread that inflates does not have to wait.
   */
  write(chunk: Buffer): Promise<void> {
    this.#fedBytes += chunk.length
    const written = new Promise<void>((resolve, reject) => {
      this.#stream.write(chunk, (error) => (error ? reject(error) : resolve()))
    })
    const done = Promise.race([written, this.#broken])
    done.catch(() => undefined)
    return done
  }

  async end(): Promise<void> {
    this.#stream.end()
    await this.#read
  }

  abandon(): void {
    this.#stream.destroy()
  }

  async #readAll(): Promise<void> {
    // Without `return`, so a reader that stops early does not end the source.
    const chunks = { [Symbol.asyncIterator]: () => ({ next: () => this.#next() }) }
    await this.#inflated.read(chunks, () => this.#stream.bytesWritten)?.catch(() => undefined)
    for await (const chunk of chunks) release(chunk)
    // If the reader found the damage, it has already received the error.
    if (this.#stream.errored || !this.#stream.readableEnded)
      throw this.#stream.errored ?? new Error('the data ends too early')
  }

  async #next(): Promise<IteratorResult<Buffer, undefined>> {
    const next = await this.#source.next()
    if (next.done) return { done: true, value: undefined }
    this.bytes += next.value.length
    try {
      this.#inflated.check(this.bytes, this.#stream.bytesWritten)
    } catch (error) {
      // Otherwise the code that writes would wait forever.
      this.#stream.destroy(error instanceof Error ? error : undefined)
      throw error
    }
    return next
  }
}
