import { ActionError } from '../../foundation/errors.ts'
import type { FileSource } from '../../foundation/file-source.ts'
import { gunzipped, INFLATE_LIMITS, InflateBudget, RefusedArchiveError } from './inflate-budget.ts'
import { release } from './inflated-chunks.ts'
import { unusableLog, zipMemberBytes, zipMembers, type ZipMember } from './zip-file.ts'

export type ArchiveFormat = 'gzip' | 'zip'

/** The content of the archive cannot be used, and would be the same after another download. */
export class UnusableArchiveError extends ActionError {
  readonly code = 'archive-unusable'
}

/**
 * Reads an archive to its end without keeping anything; throws if it is broken or truncated. A decompression
 * bomb is not read any further: the later reader rejects it with a message.
 */
export async function checkArchive(file: FileSource, format: ArchiveFormat): Promise<void> {
  try {
    await (format === 'gzip' ? checkGzip(file) : checkZip(file))
  } catch (error) {
    if (!(error instanceof RefusedArchiveError)) throw error
  }
}

/** Node's gunzip compares length and CRC at the end of every member. */
async function checkGzip(file: FileSource): Promise<void> {
  if ((await drained(gunzipped(file.chunks(), new InflateBudget()))) === 0)
    throw new Error('the archive is empty')
}

async function checkZip(file: FileSource): Promise<void> {
  const members = await zipMembers(file)
  for (const member of members) {
    const unusable = unusableLog(member)
    if (unusable !== undefined) throw new UnusableArchiveError(unusable)
  }
  // For all members so far: otherwise thousands of small bombs would each get minutes of work.
  let compressedBytes = 0
  const budget = new InflateBudget(INFLATE_LIMITS, () => compressedBytes)
  for (const member of members) {
    compressedBytes += member.compressedBytes
    if (isReadable(member)) await drained(zipMemberBytes(file, member, budget))
  }
}

async function drained(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    release(chunk)
  }
  return bytes
}

/** Folders have no content, and a member that cannot be unpacked has no checksum to compare. */
function isReadable({ name, method, encrypted }: ZipMember): boolean {
  return !name.endsWith('/') && !encrypted && (method === 0 || method === 8)
}
