/** A file to read: whoever opens it sees to it that it is a regular one, and no link. */
export interface FileSource {
  readonly path: string
  /** The bytes from `start` up to and with `end`, all of them where no range is given. */
  chunks(range?: { start: number; end: number }): AsyncIterable<Buffer>
  /** Opens the file for as long as `work` lasts, to read here and there in it. */
  opened<T>(work: (file: OpenedFile) => Promise<T>): Promise<T>
  /** All of it, as UTF-8. Throws where the file is larger. */
  text(maxBytes: number): Promise<string>
}

export interface OpenedFile {
  readonly sizeBytes: number
  /** Fills the buffer from `position` on; gives how much of it could be filled. */
  read(this: void, buffer: Buffer, position: number): Promise<number>
}

export type OpenSource = (path: string) => FileSource
