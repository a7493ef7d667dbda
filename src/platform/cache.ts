import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../ports.ts'
import { withQuietLibrary } from './quiet.ts'

/** The Actions cache: entries are kept per ref, newest first, and never change. Nothing here throws for the service. */
export interface CacheStore {
  /** Why there is no cache here, or undefined. */
  unavailable(): string | undefined
  /** The key of the newest entry that begins with `prefix`; nothing is downloaded. */
  find(prefix: string): Promise<string | undefined>
  /** The newest entry that begins with `prefix`, with what it holds. */
  read(prefix: string, maxBytes: number): Promise<{ key: string; content: Buffer } | undefined>
  /** Adds an entry. False where the cache does not take it. */
  write(key: string, content: Uint8Array): Promise<boolean>
}

/** Part of every entry's version, so reader and writer must name the same relative path. */
const ENTRY_PATH = 'load-test-gate-entry'
const DEADLINE_MS = 30_000

/** The cache through `@actions/cache`, which loads only when the first entry is asked for. */
export function createCacheStore(env: NodeJS.ProcessEnv, clock: Clock, directory: string): CacheStore {
  const service = env['ACTIONS_RESULTS_URL'] || env['ACTIONS_CACHE_URL']
  return {
    unavailable: () => (env['ACTIONS_RUNTIME_TOKEN'] && service ? undefined : 'the runner offers no cache'),
    find: (prefix) =>
      safely(clock, async () => {
        const cache = await import('@actions/cache')
        return await cache.restoreCache([ENTRY_PATH], prefix, [], { lookupOnly: true }, true)
      }),
    read: (prefix, maxBytes) =>
      safely(clock, () =>
        inFolder(directory, async (folder) => {
          const cache = await import('@actions/cache')
          const key = await cache.restoreCache([ENTRY_PATH], prefix, [], {}, true)
          const path = join(folder, ENTRY_PATH)
          if (key === undefined || (await stat(path)).size > maxBytes) return undefined
          return { key, content: await readFile(path) }
        }),
      ),
    write: async (key, content) => {
      const id = await safely(clock, () =>
        inFolder(directory, async (folder) => {
          const cache = await import('@actions/cache')
          await writeFile(join(folder, ENTRY_PATH), content)
          return await cache.saveCache([ENTRY_PATH], key, {}, true)
        }),
      )
      return id !== undefined && id >= 0
    },
  }
}

/**
 * The cache takes relative paths below the working directory and `GITHUB_WORKSPACE`; both point at a folder of our own
 * while it works, so that nothing is written among the user's files.
 */
async function inFolder<T>(directory: string, work: (folder: string) => Promise<T>): Promise<T> {
  await mkdir(directory, { recursive: true })
  const folder = await mkdtemp(join(directory, 'cache-'))
  const before = { directory: process.cwd(), workspace: process.env['GITHUB_WORKSPACE'] }
  process.chdir(folder)
  process.env['GITHUB_WORKSPACE'] = folder
  try {
    return await work(folder)
  } finally {
    process.chdir(before.directory)
    if (before.workspace === undefined) delete process.env['GITHUB_WORKSPACE']
    else process.env['GITHUB_WORKSPACE'] = before.workspace
    await rm(folder, { recursive: true, force: true })
  }
}

/** The cache is a convenience: whatever it throws, and silence past the deadline, mean that it has nothing. */
async function safely<T>(clock: Clock, work: () => Promise<T>): Promise<T | undefined> {
  const done = new AbortController()
  const late = clock.sleep(DEADLINE_MS, done.signal).then(
    () => undefined,
    () => undefined,
  )
  const result = (): Promise<T | undefined> => work().catch(() => undefined)
  try {
    return await withQuietLibrary(() => Promise.race([result(), late]))
  } finally {
    done.abort(new Error('done'))
  }
}
