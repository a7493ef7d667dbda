import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import { formatBytes } from '../../../foundation/format.ts'
import { oneLine } from '../../../foundation/one-line.ts'
import { filesOfTree, type TreeFile } from '../../../platform/files/below/checkout-tree.ts'
import { FileError } from '../../../platform/files/file-errors.ts'
import { readBytes } from '../../../platform/files/regular-file.ts'
import { workspaceFolder } from '../../../platform/files/workspace-file.ts'
import { IgnoreRules } from './ignore-rules.ts'
import { ZipArchive } from './zip-archive.ts'

/** The most that XTC accepts. */
const MOST_ARCHIVE_BYTES = 100e6
/** The limit before packing: sources that compress to a tenth are mostly data. */
const MOST_SOURCE_BYTES = 1e9
const MOST_FILE_BYTES = 500e6
/** Names that have a special meaning on other systems. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const STRANGE_NAME = /[\\\u0000-\u001f]/

/** A folder of the checkout as a code archive, as it was when it was packed. */
export interface TestCode {
  /** The folder as named in the workflow. */
  folder: string
  workspace: string
  fileCount: number
  archiveBytes: number
  /**
   * A digest of names, contents and permissions in hexadecimal digits, which does not depend on where and
   * when it is packed.
   */
  sha256: string
  /** Links and other special files, which are left out. */
  others: string[]
}

/**
 * Packs the folder only to check whether it can be uploaded, and keeps nothing of it. Throws a `FileError`.
 */
export async function checkTestCode(folder: string, workspace: string): Promise<TestCode> {
  return await pack(folder, workspace, () => undefined)
}

/** Packs the archive. Throws a `FileError` if the folder has changed since the check. */
export async function packTestCode({ folder, workspace, sha256 }: TestCode): Promise<Buffer> {
  const chunks: Buffer[] = []
  const packed = await pack(folder, workspace, (chunk) => void chunks.push(chunk))
  if (packed.sha256 !== sha256)
    throw new FileError(
      `${folder} was changed after it was checked. Make sure that nothing writes there while the step runs.`,
    )
  return Buffer.concat(chunks)
}

async function pack(folder: string, workspace: string, sink: (chunk: Buffer) => void): Promise<TestCode> {
  const { root, inside } = await workspaceFolder(folder, workspace)
  const directory = join(root, inside)
  const { files, others } = await filesOfTree(directory, new IgnoreRules(root, inside))
  if (files.length === 0) throw new FileError('it has no files, or .gitignore excludes all of them.')
  const hash = createHash('sha256')
  const archive = new ZipArchive(sink)
  let sourceBytes = 0
  for (const { name, path, isExecutable } of files) {
    refuseName(name)
    const content = await contentOf({ name, path, isExecutable })
    sourceBytes += content.length
    if (sourceBytes > MOST_SOURCE_BYTES)
      throw tooLarge(`this folder has more than ${formatBytes(MOST_SOURCE_BYTES)} of files`)
    hash.update(JSON.stringify([name, isExecutable, content.length])).update(content)
    await archive.add({ name: `${basename(directory)}/${name}`, content, isExecutable })
    if (archive.sizeBytes > MOST_ARCHIVE_BYTES) throw tooLarge('this folder is larger when packed')
  }
  archive.finish()
  if (archive.sizeBytes > MOST_ARCHIVE_BYTES) throw tooLarge('this folder is larger when packed')
  return {
    folder,
    workspace,
    fileCount: files.length,
    archiveBytes: archive.sizeBytes,
    sha256: hash.digest('hex'),
    others,
  }
}

async function contentOf({ name, path }: TreeFile): Promise<Buffer> {
  try {
    return await readBytes(path, MOST_FILE_BYTES)
  } catch (error) {
    if (error instanceof FileError || !(error instanceof Error)) throw error
    throw new FileError(`${oneLine(name, 200)} cannot be read: ${error.message}.`, { cause: error })
  }
}

function refuseName(name: string): void {
  if (STRANGE_NAME.test(name) || !name.isWellFormed() || name.includes('\ufffd'))
    throw new FileError(
      `the name of ${JSON.stringify(oneLine(name, 200))} has characters that other systems do not allow.`,
    )
}

function tooLarge(what: string): FileError {
  return new FileError(
    `XTC accepts code archives of at most ${formatBytes(MOST_ARCHIVE_BYTES)}, but ${what}. List what the test does not need in .gitignore.`,
  )
}
