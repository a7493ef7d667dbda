import { createReadStream } from 'node:fs'
import { archiveFiles, archiveWalk } from '../../formats/archives/archive-files.ts'

const READ_BYTES = 1 << 20

/** The bytes of `testreport.xml`, by itself or at the top of a report archive. Throws where the archive holds none. */
export async function* openTestReport(path: string): AsyncGenerator<Uint8Array> {
  if (path.endsWith('.xml')) {
    yield* createReadStream(path, { highWaterMark: READ_BYTES }) as AsyncIterable<Uint8Array>
    return
  }
  const walk = archiveWalk((name) => /^(\.\/)?([^/]+\/)?testreport\.xml$/.test(name))
  const bytes = createReadStream(path, { highWaterMark: READ_BYTES }) as AsyncIterable<Uint8Array>
  for await (const file of archiveFiles(bytes, walk)) {
    yield* file.bytes
    return
  }
  throw new Error('The report archive holds no testreport.xml at its top.')
}
