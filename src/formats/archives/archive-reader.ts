import type { FileSource } from '../../foundation/file-source.ts'

/**
 * Reads the contents of an archive while it arrives. The result counts only if the download returns the
 * reader.
 */
export interface ArchiveReader {
  /**
   * Reads a file in the archive; the name is empty for the content of a gzip file. Undefined if it is not
   * wanted. Unread data slows down the download. It may stop early, or throw: the file is checked anyway.
   */
  read(
    name: string,
    bytes: AsyncIterable<Uint8Array>,
    compressedBytes: () => number,
  ): Promise<void> | undefined
}

/** One format's way to check an archive while it arrives. */
export interface ArchiveArrival {
  /**
   * Resolves when the chunk has been processed, also if others were pushed before that; throws if the
   * archive is broken or cannot be read in this way.
   */
  push(chunk: Buffer): Promise<void>
  /** Called when everything has arrived and is in the file. Throws like `push`. */
  end(file: FileSource): Promise<void>
  abandon(): void
}
