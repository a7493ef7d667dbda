import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { zstdCompress } from 'node:zlib'
import { pack, type Header } from 'tar-stream'
import type { RuntimeTokenOptions } from '../simulator/actions-results.ts'
import type { StoredCacheEntry } from '../simulator/cache-service.ts'
import type { StepOptions } from '../runner/run-action.ts'
import type { Simulator } from '../simulator/simulator.ts'

export const ENTRY_NAME = 'load-test-gate-entry'

export type PlantedFile = Pick<Header, 'name'> & Partial<Header> & { content?: Buffer | string }

/** A tar archive of any files that an attacker chooses. */
export async function tarOf(files: PlantedFile[]): Promise<Buffer> {
  const archive = pack()
  for (const { content, ...header } of files) archive.entry(header, content ?? '')
  archive.finalize()
  return await buffer(archive)
}

/** Compressed as the library saves entries on this machine. */
export async function compressed(tar: Buffer): Promise<Buffer> {
  return await promisify(zstdCompress)(tar)
}

/** The baseline that was saved last. */
export function keptBaseline(simulator: Simulator): StoredCacheEntry {
  const entry = simulator.actions.cacheEntries.findLast(
    ({ key, finalized }) => finalized && key.includes('baseline'),
  )
  if (entry === undefined) throw new Error('no baseline was kept')
  return entry
}

/** Replaces the bytes of an entry, as an attacker can who saves the entry before this action does. */
export async function replaceContent(
  simulator: Simulator,
  entry: StoredCacheEntry,
  archive: Buffer,
): Promise<void> {
  await simulator.actions.store.putWhole(entry.blobId, Readable.from([archive]))
}

/** A job of a pull request against main. It reads and writes its own scope, and can read main's. */
export function pullRequest(simulator: Simulator, number = 12): Partial<StepOptions> {
  const ref = `refs/pull/${number}/merge`
  const token: RuntimeTokenOptions = { ref, baseRef: 'refs/heads/main' }
  return {
    environment: {
      ...simulator.environment(token),
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_REF: ref,
      GITHUB_REF_NAME: `${number}/merge`,
      GITHUB_HEAD_REF: 'faster',
      GITHUB_BASE_REF: 'main',
    },
  }
}
