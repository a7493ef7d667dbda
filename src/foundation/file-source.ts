/** A file to read. The code that opens it makes sure that it is a regular file and not a link. */
export interface FileSource {
  readonly path: string
  /** The bytes from `start` to `end` inclusive, or all bytes if no range is given. */
  chunks(range?: { start: number; end: number }): AsyncIterable<Buffer>
  /** Opens the file while `work` runs, for reading at any position. */
  opened<T>(work: (file: OpenedFile) => Promise<T>): Promise<T>
  /** The whole file, as UTF-8. Throws if the file is larger. */
  text(maxBytes: number): Promise<string>
}

export interface OpenedFile {
  readonly sizeBytes: number
  /** Fills the buffer from `position` on; returns the number of bytes read. */
  read(this: void, buffer: Buffer, position: number): Promise<number>
}

export type OpenSource = (path: string) => FileSource
