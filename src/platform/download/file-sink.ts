import { Writable } from 'node:stream'
import { callbackify } from 'node:util'

/**
 * Size of a piece: what is written at once, and passed on. Not a power of two, because Linux would then keep each piece
 * as one large block of its cache; a virtual machine may have to get such blocks from its host, which makes writing
 * several times as slow.
 */
const PIECE_BYTES = 1_000_000
/** One piece is written and used, the next one waits for that, and a third one is filled. */
const PIECES = 3

export interface SinkEvents {
  /** Called with each chunk; if it throws, the stream ends. */
  arrived(chunk: Buffer): void
  /** A chunk was copied, so its memory may be freed. */
  copied(chunk: Buffer): void
  /** Called with all data in order, in large pieces, while they are written; if it throws, the stream ends. */
  filled?(piece: Buffer): void
  /** Uses a piece meanwhile; its memory is used again after that. Never rejects. */
  use?(piece: Buffer): Promise<void>
}

/** An open file, as Node's file handles are. */
export interface SinkFile {
  write(bytes: Buffer): Promise<{ bytesWritten: number }>
  close(): Promise<void>
}

type Callback = (error?: Error | null) => void

/**
 * Writes the received data to a file. Connections deliver small chunks, and each one that is passed on to
 * another thread costs this one more than copying it. Therefore they are collected in a few large pieces, whose
 * memory is used again. While one is written and used, the next one is filled.
 */
export class FileSink extends Writable {
  readonly #file: SinkFile
  readonly #events: SinkEvents
  readonly #free: Buffer[] = []
  #pieces = 0
  #piece: Buffer | undefined
  #filledBytes = 0
  /** Continues when a piece becomes free. */
  #waiting: (() => void) | undefined
  #written: Promise<void> = Promise.resolve()
  #stored: Promise<void> = Promise.resolve()
  #writtenBytes = 0

  constructor(file: SinkFile, events: SinkEvents) {
    super({ highWaterMark: PIECE_BYTES / 4 })
    this.#file = file
    this.#events = events
  }

  get writtenBytes(): number {
    return this.#writtenBytes
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, callback: Callback): void {
    attempt(callback, () => {
      this.#events.arrived(chunk)
      return this.#copy(chunk, 0, callback)
    })
  }

  override _final(callback: Callback): void {
    answer(callback, async () => {
      if (this.#filledBytes > 0) this.#store()
      await this.#stored
    })
  }

  /** Closing waits for a write in progress: another file could get its descriptor in the meantime. */
  override _destroy(error: Error | null, callback: Callback): void {
    answer(callback, async () => {
      await this.#file.close()
      if (error) throw error
    })
  }

  /** False if it has to wait for a piece; then it continues by itself, and calls back. */
  #copy(chunk: Buffer, from: number, callback: Callback): boolean {
    let at = from
    while (at < chunk.length) {
      const piece = this.#room()
      if (piece === undefined) {
        this.#waiting = () => attempt(callback, () => this.#copy(chunk, at, callback))
        return false
      }
      const bytes = chunk.copy(piece, this.#filledBytes, at)
      at += bytes
      this.#filledBytes += bytes
      if (this.#filledBytes === piece.length) this.#store()
    }
    this.#events.copied(chunk)
    return true
  }

  /** The piece that is being filled; undefined as long as all of them are in use. */
  #room(): Buffer | undefined {
    this.#piece ??= this.#free.pop()
    if (this.#piece === undefined && this.#pieces < PIECES) {
      this.#pieces++
      this.#piece = Buffer.allocUnsafeSlow(PIECE_BYTES)
    }
    return this.#piece
  }

  /** Begins to write and use what was filled. */
  #store(): void {
    const piece = this.#piece!
    const bytes = piece.subarray(0, this.#filledBytes)
    this.#piece = undefined
    this.#filledBytes = 0
    this.#events.filled?.(bytes)
    // One write after another: each begins where the previous one ended.
    this.#written = this.#written.then(() => this.#writeAll(bytes))
    const stored = both(this.#stored, both(this.#written, this.#events.use?.(bytes)))
    this.#stored = stored
    stored.then(
      () => this.#reuse(piece),
      (error: unknown) => this.destroy(asError(error)),
    )
  }

  #reuse(piece: Buffer): void {
    // A piece may still be in use when the stream is interrupted.
    if (this.destroyed) return
    this.#free.push(piece)
    const goOn = this.#waiting
    this.#waiting = undefined
    goOn?.()
  }

  /** A disk that is nearly full accepts only a part; writing the rest shows why. */
  async #writeAll(bytes: Buffer): Promise<void> {
    for (let at = 0; at < bytes.length;) {
      const { bytesWritten } = await this.#file.write(at === 0 ? bytes : bytes.subarray(at))
      at += bytesWritten
      this.#writtenBytes += bytesWritten
    }
  }
}

/** Calls back when the work is done, or fails. */
function attempt(callback: Callback, work: () => boolean): void {
  let isDone = false
  try {
    isDone = work()
  } catch (error) {
    return callback(asError(error))
  }
  if (isDone) callback()
}

async function both(one: Promise<void>, other: Promise<void> | undefined): Promise<void> {
  await Promise.all([one, other])
}

function answer(callback: Callback, work: () => Promise<void>): void {
  callbackify(work)((error) => callback(error))
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown))
}
