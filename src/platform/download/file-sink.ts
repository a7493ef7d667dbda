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
 * Writes the received data to a file. While one batch is written, the next one is collected, so that many
 * small chunks need few writes.
 */
export class FileSink extends Writable {
  readonly #file: SinkFile
  readonly #events: SinkEvents
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
    answer(callback, () => this.#store([chunk]))
  }

  override _writev(batch: { chunk: Buffer }[], callback: Callback): void {
    answer(callback, () => this.#store(batch.map(({ chunk }) => chunk)))
  }

  /** Closing waits for a write in progress: another file could get its descriptor in the meantime. */
  override _destroy(error: Error | null, callback: Callback): void {
    answer(callback, async () => {
      await this.#file.close()
      if (error) throw error
    })
  }

  async #store(chunks: Buffer[]): Promise<void> {
    for (const chunk of chunks) this.#events.arrived(chunk)
    const [bytes] = await Promise.all([writeAll(this.#file, chunks), this.#events.use?.(joined(chunks))])
    this.#writtenBytes += bytes
    // A chunk may still be in use when the stream is broken off.
    if (!this.destroyed) for (const chunk of chunks) this.#events.done(chunk)
  }
}

/** For a thread that inflates, handing over a piece costs more than copying it into a larger one. */
function joined(chunks: Buffer[]): Buffer {
  const [first = Buffer.alloc(0)] = chunks
  return chunks.length === 1 ? first : Buffer.concat(chunks)
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
