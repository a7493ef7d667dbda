import { Writable } from 'node:stream'
import { callbackify } from 'node:util'

/** Size of a write; as much again may wait in the meantime. */
const BATCH_BYTES = 1 << 20

export interface SinkEvents {
  /** Called with each chunk; if it throws, the stream ends. */
  arrived(chunk: Buffer): void
  /** Uses what is being written meanwhile, as one piece; never rejects. */
  use?(batch: Buffer): Promise<void>
  /** A chunk is on disk and was used, so its memory may be freed. */
  done(chunk: Buffer): void
}

/** An open file, as Node's file handles are. */
export interface SinkFile {
  writev(chunks: readonly Buffer[]): Promise<{ bytesWritten: number }>
  close(): Promise<void>
}

type Callback = (error?: Error | null) => void

/**
 * Writes the received data to a file. While one batch is written and used, the next one is begun, so that
 * neither waits for the other, and a third one is collected: many small chunks need only a few writes.
 */
export class FileSink extends Writable {
  readonly #file: SinkFile
  readonly #events: SinkEvents
  /** The chunks of a batch in one piece; two batches take turns using the same memory. */
  #piece = Buffer.alloc(0)
  #otherPiece = Buffer.alloc(0)
  #written: Promise<void> = Promise.resolve()
  #stored: Promise<void> = Promise.resolve()
  #writtenBytes = 0

  constructor(file: SinkFile, events: SinkEvents) {
    super({ highWaterMark: BATCH_BYTES })
    this.#file = file
    this.#events = events
  }

  get writtenBytes(): number {
    return this.#writtenBytes
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, callback: Callback): void {
    answer(callback, () => this.#begin([chunk]))
  }

  override _writev(batch: { chunk: Buffer }[], callback: Callback): void {
    answer(callback, () => this.#begin(batch.map(({ chunk }) => chunk)))
  }

  override _final(callback: Callback): void {
    answer(callback, () => this.#stored)
  }

  /** Closing waits for a write in progress: another file could get its descriptor in the meantime. */
  override _destroy(error: Error | null, callback: Callback): void {
    answer(callback, async () => {
      await this.#file.close()
      if (error) throw error
    })
  }

  /** Begins to store a batch; resolves when the previous one is stored. */
  async #begin(chunks: Buffer[]): Promise<void> {
    for (const chunk of chunks) this.#events.arrived(chunk)
    const before = this.#stored
    const stored = this.#store(chunks)
    // Done at once, because the next batch may take long to arrive.
    stored.catch((error: unknown) => this.destroy(error instanceof Error ? error : undefined))
    this.#stored = stored
    await before
  }

  async #store(chunks: Buffer[]): Promise<void> {
    const used = this.#events.use?.(this.#joined(chunks))
    // One write after another: each begins where the previous one ended.
    this.#written = this.#written.then(async () => {
      this.#writtenBytes += await writeAll(this.#file, chunks)
    })
    await Promise.all([this.#written, used])
    // A chunk may still be in use when the stream is interrupted.
    if (!this.destroyed) for (const chunk of chunks) this.#events.done(chunk)
  }

  /** For another thread that inflates, passing on a piece costs more than copying it into a larger one. */
  #joined(chunks: Buffer[]): Buffer {
    const [first = this.#piece] = chunks
    if (chunks.length === 1) return first
    const bytes = chunks.reduce((sum, { length }) => sum + length, 0)
    const room = this.#otherPiece
    this.#otherPiece = this.#piece
    this.#piece = bytes > room.length ? Buffer.allocUnsafeSlow(Math.max(bytes, BATCH_BYTES)) : room
    let at = 0
    for (const chunk of chunks) at += chunk.copy(this.#piece, at)
    return this.#piece.subarray(0, bytes)
  }
}

function answer(callback: Callback, work: () => Promise<void>): void {
  callbackify(work)((error) => callback(error))
}

/** A disk that is nearly full accepts only a part; writing the rest shows why. */
async function writeAll(file: SinkFile, chunks: readonly Buffer[]): Promise<number> {
  let left = chunks
  let bytes = 0
  while (left.length > 0) {
    const { bytesWritten } = await file.writev(left)
    left = behind(left, bytesWritten)
    bytes += bytesWritten
  }
  return bytes
}

function behind(chunks: readonly Buffer[], bytes: number): Buffer[] {
  let skipBytes = bytes
  return chunks.flatMap((chunk) => {
    const rest = chunk.subarray(Math.min(skipBytes, chunk.length))
    skipBytes -= chunk.length - rest.length
    return rest.length > 0 ? rest : []
  })
}
