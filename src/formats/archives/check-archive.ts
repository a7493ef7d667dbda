import { createReadStream } from 'node:fs'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, crc32 } from 'node:zlib'

export type ArchiveFormat = 'gzip' | 'zip'

const CHUNK_BYTES = 1 << 20

/** Reads an archive to its end without keeping anything; throws when it is broken or cut off. */
export async function checkArchive(path: string, format: ArchiveFormat): Promise<void> {
  await (format === 'gzip' ? checkGzip(path) : checkZip(path))
}

/** Node's gunzip compares length and CRC at the end of every member. */
async function checkGzip(path: string): Promise<void> {
  let bytes = 0
  const count = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      done()
    },
  })
  const inflate = createGunzip({ chunkSize: CHUNK_BYTES })
  await pipeline(createReadStream(path, { highWaterMark: CHUNK_BYTES }), inflate, count)
  if (bytes === 0) throw new Error('the archive is empty')
}

async function checkZip(path: string): Promise<void> {
  const yauzl = await import('yauzl')
  const zip = await yauzl.default.openPromise(path, { lazyEntries: true, strictFileNames: false })
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue
      let crc = 0
      const sum = new Writable({
        write(chunk: Buffer, _encoding, done) {
          crc = crc32(chunk, crc)
          done()
        },
      })
      await pipeline(await zip.openReadStreamPromise(entry), sum)
      if (crc !== entry.crc32) throw new Error('an entry of the archive does not match its checksum')
    }
  } finally {
    zip.close()
  }
}
