import { constants, type BigIntStats } from 'node:fs'
import { lstat, open, type FileHandle } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { FileSource, OpenedFile } from '../../foundation/file-source.ts'
import { formatBytes } from '../../foundation/format.ts'
import { codeOf, FileError } from './file-errors.ts'

const CHUNK_BYTES = 1 << 20
/** No file from the services is larger; a folder of unknown origin may contain anything. */
export const MAX_FILE_BYTES = 20e9

// Windows has neither of the two, which count as 0 then; links are found with `lstat` there.
const { O_RDONLY, O_RDWR, O_CREAT, O_EXCL, O_NOFOLLOW, O_NONBLOCK } = constants
/** How to open a file that must not exist yet, */
export const CREATE_ONLY = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW
/** one that is overwritten, if it is not a link, */
export const REPLACE_ONLY = O_RDWR | O_NOFOLLOW
/** and one that is read: opening a pipe would wait. */
const READ_ONLY = O_RDONLY | O_NOFOLLOW | O_NONBLOCK

/**
 * A file that is read only if it is a regular one. A link could lead to any file on the runner, whose content
 * would then appear in an error or a report; a named pipe would be waited for forever.
 */
export function regularFile(path: string): FileSource {
  return {
    path,
    chunks: (range) => chunksOf(path, range),
    opened: (work) => withOpened(path, MAX_FILE_BYTES, (file) => work(file)),
    // Without a byte order mark, which JSON parsers reject.
    text: async (maxBytes) => (await readBytes(path, maxBytes)).toString('utf8').replace(/^\ufeff/, ''),
  }
}

/**
 * The whole content of a regular file. Throws a `FileError` if it is too large or not a regular file, and the
 * system's own error if it does not exist.
 */
export async function readBytes(path: string, maxBytes: number): Promise<Buffer> {
  return await withOpened(path, maxBytes, async (file) => {
    const content = Buffer.alloc(file.sizeBytes)
    return content.subarray(0, await file.read(content, 0))
  })
}

/** The size of a regular file. */
export async function sizeOf(path: string): Promise<number> {
  const stats = await lstat(path, { bigint: true })
  refuseUnlessRegular(path, stats)
  return Number(stats.size)
}

/**
 * Throws a `FileError` if `path` is something other than a regular file; returns nothing if it does not
 * exist.
 */
export async function refuseIrregular(path: string): Promise<void> {
  const stats = await statsOf(path)
  if (stats !== undefined) refuseUnlessRegular(path, stats)
}

/**
 * Like `refuseIrregular`, but accepts a folder: it cannot be mistaken for the file, and reading it fails
 * anyway.
 */
export async function refuseTrap(path: string): Promise<void> {
  if ((await statsOf(path))?.isDirectory() !== true) await refuseIrregular(path)
}

/** What is at the path, without following links; undefined if there is nothing. */
export async function statsOf(path: string): Promise<BigIntStats | undefined> {
  try {
    return await lstat(path, { bigint: true })
  } catch (error) {
    if (error instanceof Error && ['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return undefined
    throw error
  }
}

/** Throws a `FileError` for the first link on the path from `root` down to `path`. */
export async function refuseLinksBelow(root: string, path: string): Promise<void> {
  let reached = root
  for (const name of relative(root, path).split(sep)) {
    reached = join(reached, name)
    const stats = await statsOf(reached)
    if (stats === undefined) return
    if (stats.isSymbolicLink()) throw notRegular(reached, stats)
  }
}

async function* chunksOf(path: string, range?: { start: number; end: number }): AsyncGenerator<Buffer> {
  const { handle, sizeBytes } = await openRegular(path, MAX_FILE_BYTES)
  try {
    // A file that grows in the meantime must not be read forever.
    const end = Math.min(range?.end ?? Infinity, sizeBytes - 1)
    let position = range?.start ?? 0
    let next = readChunk(handle, position, end)
    for (let chunk = await next; chunk.length > 0; chunk = await next) {
      position += chunk.length
      // Read while the previous one is used.
      next = readChunk(handle, position, end)
      next.catch(() => undefined)
      yield chunk
    }
  } finally {
    await handle.close()
  }
}

async function readChunk(handle: FileHandle, position: number, end: number): Promise<Buffer> {
  const length = Math.min(CHUNK_BYTES, end - position + 1)
  if (length <= 0) return Buffer.alloc(0)
  const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

async function withOpened<T>(
  path: string,
  maxBytes: number,
  work: (file: OpenedFile) => Promise<T>,
): Promise<T> {
  const { handle, sizeBytes } = await openRegular(path, maxBytes)
  try {
    return await work({ sizeBytes, read: (buffer, position) => fill(handle, buffer, position) })
  } finally {
    await handle.close()
  }
}

async function fill(handle: FileHandle, buffer: Buffer, position: number): Promise<number> {
  let filled = 0
  while (filled < buffer.length) {
    const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, position + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return filled
}

async function openRegular(
  path: string,
  maxBytes: number,
): Promise<{ handle: FileHandle; sizeBytes: number }> {
  // Before it is opened, because opening some devices has effects.
  refuseUnlessRegular(path, await lstat(path, { bigint: true }))
  const handle = await open(path, READ_ONLY)
  try {
    const stats = await handle.stat({ bigint: true })
    refuseUnlessRegular(path, stats)
    const sizeBytes = Number(stats.size)
    refuseLarger(path, sizeBytes, maxBytes)
    return { handle, sizeBytes }
  } catch (error) {
    await handle.close()
    throw error
  }
}

/** Throws a `FileError` if the file has more bytes than are read. */
export function refuseLarger(path: string, sizeBytes: number, maxBytes: number): void {
  if (sizeBytes > maxBytes)
    throw new FileError(
      `${path} has ${formatBytes(sizeBytes)}, but at most ${formatBytes(maxBytes)} are read.`,
    )
}

function refuseUnlessRegular(path: string, stats: BigIntStats): void {
  if (!stats.isFile()) throw notRegular(path, stats)
}

function notRegular(path: string, stats: BigIntStats): FileError {
  const what = stats.isSymbolicLink()
    ? 'a symbolic link'
    : stats.isDirectory()
      ? 'a folder (EISDIR)'
      : stats.isFIFO()
        ? 'a named pipe'
        : 'a device or socket'
  return new FileError(`${path} is ${what}, which is not read or written. Put the file itself there.`)
}
