import { randomUUID } from 'node:crypto'
import { closeSync, constants, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import { codeOf, FileError } from './file-errors.ts'

/** The runner would read the entry as an unknown variable. */
const FILLER_NAME = 'room'
const BLOCK_BYTES = 4096

const TROUBLE: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the runner allows no file of this size (ulimit -f)',
  EROFS: 'the file system is read-only',
  EACCES: 'it is not writable',
  EPERM: 'it is not writable',
  EMFILE: 'too many files are open (ulimit -n)',
}

/**
 * A file of the runner that collects entries of a name and a text, and is read after the step has ended; the
 * last entry for a name counts. An entry that did not fit is removed completely, because half an entry would
 * make the whole file unreadable.
 */
export class CommandFile {
  readonly #path: string
  readonly #what: string
  /** Everything passed to `keep`: the room has space for the last text of every name. */
  readonly #kept = new Map<string, string>()
  #room: { atByte: number; bytes: number } | undefined

  /** `what` describes the file's content for people. */
  constructor(path: string, what: string) {
    this.#path = path
    this.#what = what
  }

  append(name: string, text: string): void {
    this.#open((fd, sizeBytes, isRegular) =>
      put(fd, isRegular ? sizeBytes : null, Buffer.from(entryOf(name, text)), sizeBytes),
    )
  }

  /**
   * Like `append`, but into space that was reserved with the first entry: what has to be saved while a load
   * test runs must fit even if the disk has become full.
   */
  keep(name: string, text: string): void {
    this.#kept.set(name, text)
    this.#open((fd, sizeBytes, isRegular) => {
      if (!isRegular) return put(fd, null, Buffer.from(entryOf(name, text)), sizeBytes)
      const entries = [...this.#kept].map(([kept, last]) => entryOf(kept, last)).join('')
      const neededBytes = Buffer.byteLength(entries) + Buffer.byteLength(filler(0))
      let room = this.#room
      const isRoomLast = room !== undefined && room.atByte + room.bytes === sizeBytes
      if (room === undefined || !isRoomLast || room.bytes < neededBytes) {
        // The next text may be twice as long: a list of runs, and the run that was found besides.
        const bytes = Math.ceil((2 * neededBytes) / BLOCK_BYTES) * BLOCK_BYTES
        room = { atByte: sizeBytes, bytes }
      }
      const whole = entries + filler(room.bytes - neededBytes)
      put(fd, room.atByte, Buffer.from(whole), sizeBytes)
      this.#room = room
    })
  }

  #open(work: (fd: number, sizeBytes: number, isRegular: boolean) => void): void {
    try {
      // Not created anew, because the runner would not look for it.
      const fd = openSync(this.#path, constants.O_RDWR)
      try {
        const stats = fstatSync(fd)
        work(fd, stats.size, stats.isFile())
      } finally {
        closeSync(fd)
      }
    } catch (error) {
      throw this.#explained(error)
    }
  }

  #explained(error: unknown): unknown {
    const words = error instanceof Error ? TROUBLE[codeOf(error)] : undefined
    if (!(error instanceof Error) || words === undefined) return error
    return new FileError(
      `The runner's file for ${this.#what} cannot be written, because ${words} (${codeOf(error)}): ${this.#path}. Fix that on the runner.`,
      { cause: error },
    )
  }
}

function entryOf(name: string, text: string): string {
  const delimiter = `ghadelimiter_${randomUUID()}`
  return `${name}<<${delimiter}\n${text}\n${delimiter}\n`
}

function filler(bytes: number): string {
  return entryOf(FILLER_NAME, ' '.repeat(bytes))
}

/** All of it or nothing. */
function put(fd: number, atByte: number | null, content: Buffer, sizeBytes: number): void {
  try {
    for (let done = 0; done < content.length;) {
      done += writeSync(fd, content, done, content.length - done, atByte === null ? null : atByte + done)
    }
  } catch (error) {
    if (atByte === sizeBytes) ftruncateSync(fd, sizeBytes)
    throw error
  }
}
