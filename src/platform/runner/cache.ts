import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../../foundation/ports.ts'
import { withQuietLibrary } from './quiet.ts'

/** The Actions cache: entries are kept per ref, newest first, and never change. Nothing here throws for the service. */
export interface CacheStore {
  /** Why there is no cache here, or undefined. */
  unavailable(): string | undefined
  /** Why the cache cannot be read, by asking it; undefined where it can. */
  trouble?(): Promise<string | undefined>
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
const SILENT = `the cache did not answer within ${DEADLINE_MS / 1000} s`

/** The cache through `@actions/cache`, which loads only when the first entry is asked for. */
export function createCacheStore(env: NodeJS.ProcessEnv, clock: Clock, directory: string): CacheStore {
  const service = env['ACTIONS_RESULTS_URL'] || env['ACTIONS_CACHE_URL']
  // The library's own retries last long: a cache that was silent once is not waited for again.
  let silent = false
  const goHome = wayHome()
  const unavailable = (): string | undefined => {
    if (!env['ACTIONS_RUNTIME_TOKEN'] || !service) return 'the runner offers no cache'
    return silent ? SILENT : undefined
  }
  const within = async <T>(
    work: () => Promise<T>,
    onLine?: (line: string) => void,
  ): Promise<T | undefined> => {
    if (unavailable() !== undefined) return undefined
    const result = await safely(clock, work, onLine)
    if (result !== 'late') return result
    silent = true
    goHome()
    return undefined
  }
  return {
    unavailable,
    trouble: async () => unavailable() ?? (await troubleOf(within)) ?? unavailable(),
    find: (prefix) =>
      within(async () => {
        const cache = await import('@actions/cache')
        return await cache.restoreCache([ENTRY_PATH], prefix, [], { lookupOnly: true }, true)
      }),
    read: (prefix, maxBytes) =>
      within(() =>
        inFolder(directory, goHome, async (folder) => {
          const cache = await import('@actions/cache')
          const key = await cache.restoreCache([ENTRY_PATH], prefix, [], {}, true)
          const path = join(folder, ENTRY_PATH)
          if (key === undefined || (await stat(path)).size > maxBytes) return undefined
          return { key, content: await readFile(path) }
        }),
      ),
    write: async (key, content) => {
      const id = await within(() =>
        inFolder(directory, goHome, async (folder) => {
          const cache = await import('@actions/cache')
          await writeFile(join(folder, ENTRY_PATH), content)
          return await cache.saveCache([ENTRY_PATH], key, {}, true)
        }),
      )
      return id !== undefined && id >= 0
    },
  }
}

/** The library throws for nothing that the service answers, and tells it only to the log. */
async function troubleOf(
  within: (work: () => Promise<void>, onLine: (line: string) => void) => Promise<void>,
): Promise<string | undefined> {
  const said: string[] = []
  await within(
    async () => {
      const cache = await import('@actions/cache')
      await cache.restoreCache([ENTRY_PATH], 'load-test-gate-check', [], { lookupOnly: true }, true)
    },
    (line) => said.push(line),
  )
  const reasons = said.flatMap(
    (line) => /^::(?:warning|error)[^:]*::(?:Failed to restore: )?(.+?)(?:%0A|$)/.exec(line)?.[1] ?? [],
  )
  return reasons[0]?.slice(0, 300)
}

/**
 * The cache takes relative paths below the working directory and `GITHUB_WORKSPACE`; both point at a folder of our own
 * while it works, so that nothing is written among the user's files.
 */
async function inFolder<T>(
  directory: string,
  goHome: () => void,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  await mkdir(directory, { recursive: true })
  const folder = await mkdtemp(join(directory, 'cache-'))
  process.chdir(folder)
  process.env['GITHUB_WORKSPACE'] = folder
  try {
    return await work(folder)
  } finally {
    goHome()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Remembers where the step works, so that a cache that never answers cannot leave it elsewhere. */
function wayHome(): () => void {
  const directory = process.cwd()
  const workspace = process.env['GITHUB_WORKSPACE']
  return () => {
    process.chdir(directory)
    if (workspace === undefined) delete process.env['GITHUB_WORKSPACE']
    else process.env['GITHUB_WORKSPACE'] = workspace
  }
}

/** The cache is a convenience: whatever it throws, and silence past the deadline, mean that it has nothing. */
async function safely<T>(
  clock: Clock,
  work: () => Promise<T>,
  onLine?: (line: string) => void,
): Promise<T | undefined | 'late'> {
  const done = new AbortController()
  const late = clock.sleep(DEADLINE_MS, done.signal).then(
    () => 'late' as const,
    () => 'late' as const,
  )
  const result = (): Promise<T | undefined> => work().catch(() => undefined)
  try {
    return await withQuietLibrary(() => Promise.race([result(), late]), onLine)
  } finally {
    done.abort(new Error('done'))
  }
}
