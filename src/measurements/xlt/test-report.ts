import type { FileSource } from '../../foundation/file-source.ts'
import { archiveFiles, archiveWalk } from '../../formats/archives/archive-files.ts'

/**
 * The bytes of `testreport.xml`, by itself or at the top level of a report archive. Throws if the archive has
 * none.
 */
export async function* openTestReport(file: FileSource): AsyncGenerator<Uint8Array> {
  if (file.path.endsWith('.xml')) {
    yield* file.chunks()
    return
  }
  const walk = archiveWalk((name) => /^(\.\/)?([^/]+\/)?testreport\.xml$/.test(name))
  for await (const { bytes } of archiveFiles(file.chunks(), walk)) {
    yield* bytes
    return
  }
  throw new Error('The report archive has no testreport.xml at its top level.')
}
