import { createReadStream } from 'node:fs'
import { createInflateRaw, type InflateRaw } from 'node:zlib'

import { regularFile } from '../../src/platform/files/regular-file.ts'
import { zipMembers } from '../../src/formats/archives/zip-file.ts'

/** How many milliseconds the work takes. */
export async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The reference for request logs: only inflates the single member of a ZIP. */
export async function inflateAlone(path: string): Promise<void> {
  for await (const _ of await inflatedMember(path));
}

/** The content of the single member of a ZIP. */
export async function inflatedMember(path: string): Promise<InflateRaw> {
  const [member] = await zipMembers(regularFile(path))
  const start = member!.entry.relativeOffsetOfLocalHeader + 30 + member!.name.length
  const end = start + member!.compressedBytes - 1
  const file = createReadStream(path, { start, end, highWaterMark: 1 << 20 })
  return file.pipe(createInflateRaw({ chunkSize: 1 << 20 }))
}
