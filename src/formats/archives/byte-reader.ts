/** Reads a stream of chunks by exact lengths, and can take back bytes that were read too far. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>
  #waiting: Uint8Array[] = []
  #ended = false

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  /** The next chunk of 1 to `most` bytes; undefined at the end. */
  async next(most = Infinity): Promise<Uint8Array | undefined> {
    const chunk = this.#waiting.shift() ?? (await this.#pull())
    if (!chunk || chunk.length <= most) return chunk
    this.unread(chunk.subarray(most))
    return chunk.subarray(0, most)
  }

  /** Takes bytes back, to be read next. */
  unread(bytes: Uint8Array): void {
    if (bytes.length > 0) this.#waiting.unshift(bytes)
  }

  /** The next `length` bytes, or fewer at the end, without consuming them. */
  async peek(length: number): Promise<Uint8Array> {
    const bytes = await this.read(length)
    this.unread(bytes)
    return bytes
  }

  /** The next `length` bytes, or fewer at the end. */
  async read(length: number): Promise<Uint8Array> {
    const first = (await this.next(length)) ?? new Uint8Array()
    if (first.length === length) return first
    const parts = [first]
    for (let missing = length - first.length; missing > 0;) {
      const chunk = await this.next(missing)
      if (!chunk) break
      parts.push(chunk)
      missing -= chunk.length
    }
    return Buffer.concat(parts)
  }

  /**
   * The next `length` bytes in chunks. Throws if the stream ends first, because something is missing then.
   */
  async *take(length: number): AsyncGenerator<Uint8Array> {
    for (let missing = length; missing > 0;) {
      const chunk = await this.next(missing)
      if (!chunk) throw new Error('The file ends too early.')
      missing -= chunk.length
      yield chunk
    }
  }

  /** Everything up to the end. */
  async *rest(): AsyncGenerator<Uint8Array> {
    for (let chunk = await this.next(); chunk; chunk = await this.next()) yield chunk
  }

  /** Ends the source. */
  async close(): Promise<void> {
    this.#ended = true
    await this.#chunks.return?.()
  }

  async #pull(): Promise<Uint8Array | undefined> {
    while (!this.#ended) {
      const result = await this.#chunks.next()
      if (result.done) this.#ended = true
      else if (result.value.length > 0) return result.value
    }
    return undefined
  }
}

/** Reads the rest of the chunks without using them. */
export async function drain(chunks: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of chunks);
}
