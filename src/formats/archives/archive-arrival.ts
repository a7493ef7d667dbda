import type { FileSource } from '../../foundation/file-source.ts'
import type { ArchiveFormat } from './check-archive.ts'
import { Inflating } from './fed-inflater.ts'
import { refuseRatio } from './inflate-budget.ts'
import { ZipArrival } from './zip-arrival.ts'
import type { ArchiveArrival, ArchiveReader } from './archive-reader.ts'

/**
 * Checks an archive while it arrives, and passes it to a reader at the same time. Never throws. The only
 * result is whether the file still has to be checked when it is complete.
 */
export class Arrival {
  readonly #archive: ArchiveArrival
  #isWhole = true

  constructor(format: ArchiveFormat, reader: ArchiveReader | undefined) {
    this.#archive = format === 'gzip' ? new GzipArrival(reader) : new ZipArrival(reader)
  }

  /**
   * Resolves when the chunk has been processed; its memory may be reused then. The next one may be pushed
   * before, so that everything is busy all the time.
   */
  async push(chunk: Buffer): Promise<void> {
    if (this.#isWhole) await this.#attempt(() => this.#archive.push(chunk))
  }

  /** True if everything in the archive was complete. */
  async end(file: FileSource): Promise<boolean> {
    if (this.#isWhole) await this.#attempt(() => this.#archive.end(file))
    return this.#isWhole
  }

  abandon(): void {
    this.#isWhole = false
    this.#archive.abandon()
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch {
      // If it is broken, the check of the file gives the reason.
      this.abandon()
    }
  }
}

/** Node's gunzip compares length and CRC at the end of every member. */
class GzipArrival implements ArchiveArrival {
  readonly #content: Inflating

  constructor(reader: ArchiveReader | undefined) {
    this.#content = new Inflating({
      read: (bytes, used) => reader?.read('', bytes, used),
      check: (inflatedBytes, usedBytes) => refuseRatio(inflatedBytes, usedBytes),
    })
  }

  async push(chunk: Buffer): Promise<void> {
    await this.#content.write(chunk)
  }

  async end(): Promise<void> {
    await this.#content.end()
    if (this.#content.bytes === 0) throw new Error('the archive is empty')
  }

  abandon(): void {
    this.#content.abandon()
  }
}
