import { ByteReader, drain } from './byte-reader.ts'
import { gunzipped, InflateBudget } from './inflate-budget.ts'
import { isTarHeader, nextTarEntry, paddingOf } from './tar-entries.ts'
import { zipStreamEntries } from './zip-stream.ts'

/** A result archive has four levels: gzip, tar, ZIP, and gzip for one timer file. This leaves some room. */
const MAX_DEPTH = 8
const MAX_FILES = 2_000_000

export interface ArchiveFile {
  /**
   * Names of the archives and entries that lead to it, joined with `/`: for matching only, never as a path to
   * write to.
   */
  path: string
  /** Unread content is skipped when the next file is requested. */
  bytes: AsyncIterable<Uint8Array>
}

export interface ArchiveWalk {
  /**
   * Decides by its path whether a file is opened; archives inside the archive are asked about by their names
   * too.
   */
  wants: (path: string) => boolean
  budget: InflateBudget
  maxFiles: number
}

/** A walk that opens the files chosen by `wants`, within limits that are far above real archives. */
export function archiveWalk(wants: ArchiveWalk['wants'], budget = new InflateBudget()): ArchiveWalk {
  return { wants, budget, maxFiles: MAX_FILES }
}

/** True for names that archives and compressed files have. */
export function isArchiveName(path: string): boolean {
  return /\.(tar|tgz|gz|zip)$/i.test(path)
}

/**
 * The files in an archive, in its order, read as a stream: tar, gzip and ZIP are recognized by their content,
 * nested to a small depth. Nothing is written to disk, and no file is held in memory as a whole. Throws if
 * the archive is damaged, truncated or nested too deeply, contains too many files, or unpacks to more than
 * the budget allows.
 */
export async function* archiveFiles(
  chunks: AsyncIterable<Uint8Array>,
  walk: ArchiveWalk,
): AsyncGenerator<ArchiveFile> {
  const counted = { ...walk, files: 0 }
  yield* unpack(new ByteReader(walk.budget.ofArchive(chunks)), '', 0, counted)
}

type CountedWalk = ArchiveWalk & { files: number }

async function* unpack(
  reader: ByteReader,
  path: string,
  depth: number,
  walk: CountedWalk,
): AsyncGenerator<ArchiveFile> {
  try {
    if (depth > MAX_DEPTH) throw new Error(`Archives are nested more than ${MAX_DEPTH} levels deep.`)
    const head = await reader.peek(512)
    if (head[0] === 0x1f && head[1] === 0x8b) {
      const inner = new ByteReader(gunzipped(reader.rest(), walk.budget))
      yield* unpack(inner, path.replace(/\.(gz|tgz)$/i, ''), depth + 1, walk)
    } else if (isZip(head)) yield* unpackZip(reader, path, depth, walk)
    else if (isTarHeader(head)) yield* unpackTar(reader, path, depth, walk)
    else yield { path, bytes: reader.rest() }
  } finally {
    await reader.close()
  }
}

async function* unpackTar(
  reader: ByteReader,
  path: string,
  depth: number,
  walk: CountedWalk,
): AsyncGenerator<ArchiveFile> {
  for (let entry = await nextTarEntry(reader); entry; entry = await nextTarEntry(reader)) {
    count(walk)
    const body = reader.take(entry.size)
    const entryPath = join(path, entry.name)
    if (entry.isFile && walk.wants(entryPath))
      yield* unpack(new ByteReader(kept(body)), entryPath, depth + 1, walk)
    await drain(body)
    await reader.read(paddingOf(entry.size))
  }
}

async function* unpackZip(
  reader: ByteReader,
  path: string,
  depth: number,
  walk: CountedWalk,
): AsyncGenerator<ArchiveFile> {
  for await (const entry of zipStreamEntries(reader, walk.budget)) {
    count(walk)
    const entryPath = join(path, entry.name)
    if (!walk.wants(entryPath)) continue
    yield* unpack(new ByteReader(kept(entry.bytes)), entryPath, depth + 1, walk)
  }
}

/** The same chunks, but the reader cannot close the stream: the rest must still be skipped. */
function kept(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]()
  return { [Symbol.asyncIterator]: () => ({ next: () => source.next() }) }
}

function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4
}

function count(walk: CountedWalk): void {
  if (++walk.files > walk.maxFiles) throw new Error(`The archive contains more than ${walk.maxFiles} files.`)
}

function join(path: string, name: string): string {
  return path ? `${path}/${name}` : name
}
