import { link, mkdir, readdir, rm, stat, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** A file could not be written or read; the message says what to do. */
export class FileError extends Error {
  override name = 'FileError'
}

const ADVICE: Record<string, string> = {
  ENOSPC: 'the disk is full; free space on the runner, or set output-directory to a larger disk',
  EDQUOT: 'the disk quota is used up; free space on the runner, or set output-directory to a larger disk',
  EACCES: 'it may not be written; set output-directory to a folder that the runner may write',
  EPERM: 'it may not be written; set output-directory to a folder that the runner may write',
  EROFS: 'the file system is read-only; set output-directory to a folder that the runner may write',
  ENOTDIR: 'a part of its path is a file, not a folder; set output-directory to another folder',
  EISDIR: 'a folder of that name is in the way; remove it, or set output-directory to another folder',
  EFBIG: 'the file system takes no file of this size; set output-directory to another disk',
  EMFILE: 'too many files are open on the runner',
}

/** True for errors of the file system, as opposed to those of a connection. */
export function isFileError(error: unknown): boolean {
  return (
    error instanceof FileError || (error instanceof Error && (codeOf(error) in ADVICE || 'path' in error))
  )
}

export function explainFileError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof FileError) return error
  if (!isFileError(error)) return error
  const advice = ADVICE[codeOf(error)] ?? 'the file system refuses it'
  return new FileError(`${path}: ${advice} (${codeOf(error)}).`, { cause: error })
}

export function codeOf(error: Error): string {
  return (error as NodeJS.ErrnoException).code ?? ''
}

/** Makes the directory and removes files of earlier runs by their known names; gives the names removed. */
export async function prepareDirectory(
  directory: string,
  known: (name: string) => boolean,
): Promise<string[]> {
  try {
    await mkdir(directory, { recursive: true })
    const stale = (await readdir(directory)).filter(known)
    for (const name of stale) await rm(join(directory, name), { recursive: true, force: true })
    return stale
  } catch (error) {
    throw explainFileError(error, directory)
  }
}

export async function sizeOf(path: string): Promise<number> {
  return (await stat(path)).size
}

/** The same file under another name: a hard link where the file system has them, else a symbolic one. */
export async function linkAs(path: string, linkPath: string): Promise<void> {
  await mkdir(dirname(linkPath), { recursive: true })
  await rm(linkPath, { force: true })
  try {
    await link(path, linkPath)
  } catch {
    await symlink(path, linkPath)
  }
}
