import { ActionError } from '../../foundation/errors.ts'

/** A file could not be written or read; the message says what to do. */
export class FileError extends ActionError {
  readonly code = 'file'
}

const ADVICE: Record<string, string> = {
  ENOSPC: 'the disk is full; free space on the runner, or set output-directory to a larger disk',
  EDQUOT: 'the disk quota is used up; free space on the runner, or set output-directory to a larger disk',
  EACCES: 'it is not writable; set output-directory to a folder that the runner may write to',
  EPERM: 'it is not writable; set output-directory to a folder that the runner may write to',
  EROFS: 'the file system is read-only; set output-directory to a folder that the runner may write to',
  ENOTDIR: 'a part of its path is a file, not a folder; set output-directory to another folder',
  EISDIR: 'a folder with that name is in the way; remove it, or set output-directory to another folder',
  EFBIG: 'the file system does not allow a file of this size; set output-directory to another disk',
  EEXIST: 'something with that name is in the way; move it, or set output-directory to another folder',
  ELOOP: 'it is a symbolic link, which is not followed; put the file or folder itself there',
  EMFILE: 'too many files are open on the runner',
}

/** True for errors of the file system, not of a connection. */
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
