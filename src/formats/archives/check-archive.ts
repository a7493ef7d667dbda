import { crc32 } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import type { FileSource } from '../../foundation/file-source.ts'
import { withZip } from '../zip-directory.ts'
import {
  gunzipped,
  INFLATE_LIMITS,
  InflateBudget,
  RefusedArchiveError,
  refuseMembers,
  refuseOverlap,
} from './inflate-budget.ts'
import { release } from './inflated-chunks.ts'

export type ArchiveFormat = 'gzip' | 'zip'

/**
 * Reads an archive to its end without keeping anything; throws when it is broken or cut off. One that was made to fill a
 * machine is read no further: who reads it later refuses it, and says so.
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
  let bytes = 0
  for await (const chunk of gunzipped(file.chunks(), new InflateBudget())) {
    bytes += chunk.length
    release(chunk)
  }
  if (bytes === 0) throw new Error('the archive is empty')
}

async function checkZip(file: FileSource): Promise<void> {
  await withZip(file, async (zip) => {
    const entries = await entriesOf(zip)
    // Of the members so far: thousands of small bombs together would allow each other minutes of work.
    let compressedBytes = 0
    const budget = new InflateBudget(INFLATE_LIMITS, () => compressedBytes)
    for (const entry of entries) {
      compressedBytes += entry.compressedSize
      if (!entry.fileName.endsWith('/')) await checkEntry(zip, entry, budget)
    }
  })
}

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) {
    entries.push(entry)
    refuseMembers(entries.length)
  }
  refuseOverlap(
    entries.map(({ relativeOffsetOfLocalHeader: headerOffset, compressedSize: compressedBytes }) => ({
      headerOffset,
      compressedBytes,
    })),
  )
  return entries
}

async function checkEntry(zip: ZipFile, entry: Entry, budget: InflateBudget): Promise<void> {
  let crc = 0
  let bytes = 0
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    bytes += chunk.length
    budget.take(chunk.length, bytes, entry.compressedSize)
    crc = crc32(chunk, crc)
  }
  if (crc !== entry.crc32) throw new Error('an entry of the archive does not match its checksum')
}
