import { createHash } from 'node:crypto'
import { isAbsolute, resolve } from 'node:path'
import { codeOf, FileError } from '../../../platform/files/file-errors.ts'
import { readBytes } from '../../../platform/files/regular-file.ts'
import { workspacePath } from '../../../platform/files/workspace-file.ts'
import type { AssetType } from '../calls.ts'

/** A file of the checkout, as it was when it was checked. */
export interface CheckoutFile {
  /** The name in the workflow. */
  name: string
  type: AssetType
  /** The real path, without links. */
  path: string
  sizeBytes: number
  sha256: string
}

/** Limits, because a file is completely in memory while it is checked and uploaded. */
export const MOST_BYTES: Record<AssetType, number> = {
  inputset: 100e6,
  configuration: 1e6,
  object: 50e6,
}

/**
 * Whether a value is the path of a file in the checkout, and not the name of one in the workspace at the
 * service.
 */
export function isOfCheckout(value: string): boolean {
  return /^\.\.?[/\\]/.test(value) || isAbsolute(value)
}

/** Reads a file, with its size and digest. Throws a `FileError` with a sentence for users. */
export async function readCheckoutFile(
  name: string,
  type: AssetType,
  workspace: string,
): Promise<{ file: CheckoutFile; bytes: Buffer }> {
  try {
    const path = await workspacePath(resolve(workspace, name), workspace)
    const bytes = await readBytes(path, MOST_BYTES[type])
    return { file: { name, type, path, sizeBytes: bytes.length, sha256: sha256Of(bytes) }, bytes }
  } catch (error) {
    if (error instanceof FileError || !(error instanceof Error)) throw error
    const why =
      codeOf(error) === 'ENOENT'
        ? 'it does not exist; is the repository checked out before this step?'
        : `it cannot be read (${codeOf(error)}).`
    throw new FileError(why, { cause: error })
  }
}

/** Reads the checked file again. Throws a `FileError` if it has changed. */
export async function readUnchanged({ name, type, path, sha256 }: CheckoutFile): Promise<Buffer> {
  const bytes = await readBytes(path, MOST_BYTES[type])
  if (sha256Of(bytes) !== sha256)
    throw new FileError(`${name} was changed after it was checked. Let nothing write it while the step runs.`)
  return bytes
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
