import { dirname } from 'node:path'
import { formatBytes } from '../../foundation/format.ts'
import { FileError } from '../files/file-errors.ts'
import { freeSpaceOf, type FreeSpace } from '../files/free-space.ts'
import type { Asked } from '../http/answer.ts'
import { HttpError, nameOf } from '../http/http.ts'
import { MAX_JSON_BYTES, type FileFormat } from './file-format.ts'

/**
 * Large tests of several hours with full details are smaller, and it can arrive in the time of a download.
 */
const MAX_FILE_BYTES = 20e9
/** Other files arrive at the same time, so the disk is checked again. */
const LOOK_AGAIN_BYTES = 64e6

/** How large one file may become: no larger than any file of a run, and than the free space on the disk. */
export class SizeLimit {
  readonly #request: Asked
  readonly #path: string
  readonly #mostBytes: number
  #bytes = 0
  #lookedAtBytes = 0
  /** The size at which the disk is full. */
  #roomBytes = Infinity
  #space: FreeSpace | undefined

  private constructor(request: Asked, path: string, format: FileFormat) {
    this.#request = request
    this.#path = path
    this.#mostBytes = format === 'json' ? MAX_JSON_BYTES : MAX_FILE_BYTES
  }

  /** For the file that `request` downloads to `path`. */
  static async of(request: Asked, path: string, format: FileFormat): Promise<SizeLimit> {
    const limit = new SizeLimit(request, path, format)
    await limit.#look()
    return limit
  }

  /** Throws if the response announces more, before any of it is read. */
  refuseAnnounced(headers: Record<string, string>): void {
    const announced = headers['content-length'] ?? ''
    if (/^\d+$/.test(announced)) this.#refuseAbove(Number(announced), `it announces`)
  }

  /** Throws as soon as too much has arrived. */
  arrived(bytes: number): void {
    this.#bytes += bytes
    this.#refuseAbove(this.#bytes, 'there are more than')
    if (this.#bytes - this.#lookedAtBytes >= LOOK_AGAIN_BYTES) void this.#look()
  }

  async #look(): Promise<void> {
    const bytes = this.#bytes
    this.#lookedAtBytes = bytes
    const space = await freeSpaceOf(dirname(this.#path))
    if (space === undefined) return
    // The free space at the beginning determines how much stays free.
    const reserveBytes = this.#space?.reserveBytes ?? space.reserveBytes
    this.#space ??= space
    this.#roomBytes = Math.min(this.#roomBytes, bytes + Math.max(0, space.freeBytes - reserveBytes))
  }

  #refuseAbove(bytes: number, how: string): void {
    if (bytes > this.#mostBytes) {
      const most = formatBytes(this.#mostBytes)
      throw new HttpError(
        `${nameOf(this.#request)}: the file is too large: ${how} ${formatBytes(bytes)}, and at most ${most} are downloaded. ` +
          'Let the load test record less, or download the file manually.',
        { kind: 'mismatch', permanent: true },
      )
    }
    if (bytes <= this.#roomBytes) return
    const { freeBytes, reserveBytes } = this.#space ?? { freeBytes: 0, reserveBytes: 0 }
    throw new FileError(
      `${this.#path}: the disk has room for ${formatBytes(this.#roomBytes)} of it, but ${how} ${formatBytes(bytes)} ` +
        `(${formatBytes(freeBytes)} were free, of which ${formatBytes(reserveBytes)} stay free). ` +
        'Free space on the runner, or set output-directory to a larger disk.',
    )
  }
}
