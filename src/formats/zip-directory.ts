import { Readable } from 'node:stream'
import { callbackify } from 'node:util'
import type { RandomAccessReader as ZipReader, ZipFile } from 'yauzl'
import type { FileSource } from '../foundation/file-source.ts'

/** Opens a ZIP by the directory at its end, while `work` runs. */
export async function withZip<T>(file: FileSource, work: (zip: ZipFile) => Promise<T>): Promise<T> {
  const { RandomAccessReader, fromRandomAccessReaderPromise } = (await import('yauzl')).default
  return await file.opened(async ({ sizeBytes, read }) => {
    /** The library does not open files by path. */
    class Reader extends RandomAccessReader {
      override _readStreamForRange(start: number, end: number): Readable {
        return Readable.from(file.chunks({ start, end: end - 1 }), { objectMode: false })
      }

      override read(...[buffer, offset, length, position, done]: Parameters<ZipReader['read']>): void {
        callbackify(async () => {
          const bytes = await read(buffer.subarray(offset, offset + length), position)
          if (bytes < length) throw new Error('the ZIP ends too early')
        })(done)
      }

      override close(done: (error: Error | null) => void): void {
        done(null)
      }
    }
    const zip = await fromRandomAccessReaderPromise(new Reader(), sizeBytes, {
      lazyEntries: true,
      // Files are read after all of them were listed.
      autoClose: false,
      // Nothing is written under a member's name, so a name is only data here, and never a reason to stop.
      decodeStrings: false,
    })
    try {
      return await work(zip)
    } finally {
      zip.close()
    }
  })
}
