import type { FileSource } from '../../foundation/file-source.ts'

/** Reads what is in an archive while it arrives. What it read counts only if the download gives the reader back. */
export interface ArchiveReader {
  /**
   * Reads a file of the archive; the name is empty for what a gzip file holds. Undefined where it is not wanted. What is
   * not taken yet holds up the download. It may stop early, or throw: the file is checked all the same.
   */
  read(
    name: string,
    bytes: AsyncIterable<Uint8Array>,
    compressedBytes: () => number,
  ): Promise<void> | undefined
}

/** One format's way to check an archive while it arrives. */
export interface ArchiveArrival {
  /** Resolves once the chunk is used up, and throws where the archive is broken or cannot be read in this way. */
  push(chunk: Buffer): Promise<void>
  /** Everything came, and is in the file. Throws like `push`. */
  end(file: FileSource): Promise<void>
  abandon(): void
}
