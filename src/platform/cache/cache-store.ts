import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ActionError, messageOf } from '../../foundation/errors.ts'
import type { Clock } from '../../foundation/ports.ts'
import { HttpError, type HttpPorts } from '../http/http.ts'
import { withQuietLibrary } from '../runner/quiet.ts'
import {
  cacheServiceOf,
  ENTRY_PATH,
  type CacheService,
  type EntryContent,
  type FoundEntry,
} from './cache-service.ts'

/**
 * The Actions cache: entries are kept per ref, and never change. Any job of the ref can add entries, so
 * everything that is read must prove its origin. Problems of the service never throw here; a cancellation is
 * passed on.
 */
export interface CacheStore {
  /** Why there is no cache here; otherwise undefined. */
  unavailable(): string | undefined
  /** Why a look-up failed, if one did: entries that were not found may exist. */
  lookupTrouble?(): string | undefined
  /**
   * Entries whose key begins with one of the prefixes, at most one for each compression: those of this ref
   * before those of its base, and the newest in each. Nothing is downloaded.
   */
  find(prefixes: readonly string[]): Promise<FoundEntries>
  /** The content of an entry, in memory. */
  read(entry: FoundEntry, maxBytes: number): Promise<EntryContent>
  /** Adds an entry. False if the cache does not accept it. */
  write(key: string, content: Uint8Array): Promise<boolean>
}

/** `trouble`: why it is unknown whether there are any. */
export interface FoundEntries {
  entries: FoundEntry[]
  trouble?: string
}

const DEADLINE_MS = 30_000
const SILENT = `the cache did not respond within ${DEADLINE_MS / 1000} s`

/**
 * Reads with its own requests, and saves through `@actions/cache`; the code for both is loaded only when
 * needed.
 */
export function createCacheStore(env: NodeJS.ProcessEnv, http: HttpPorts, directory: string): CacheStore {
  const service = cacheServiceOf(env)
  // A cache that did not respond once is not waited for again.
  let silent = false
  let failedLookup: string | undefined
  const goHome = wayHome()
  const unavailable = (): string | undefined => {
    if (service === undefined) return 'the runner has no cache'
    return silent ? SILENT : undefined
  }
  const ask = async <T>(
    work: (http: HttpPorts, service: CacheService) => Promise<T>,
  ): Promise<{ value: T } | { trouble: string }> => {
    const why = unavailable() ?? forbidden(env)
    if (service === undefined || why !== undefined) return { trouble: why ?? '' }
    try {
      return { value: await withinDeadline(http, (ports) => work(ports, service)) }
    } catch (error) {
      if (http.signal().aborted) throw error
      silent ||= error instanceof Silent
      return { trouble: messageOf(error).replace(/\.$/, '') }
    }
  }
  return {
    unavailable,
    lookupTrouble: () => failedLookup,
    find: async (prefixes) => {
      const { lookUp } = await import('./look-up.ts')
      const found = await ask((ports, service) => lookUp(ports, service, prefixes))
      if ('value' in found) return { entries: found.value }
      failedLookup ??= found.trouble
      return { entries: [], ...found }
    },
    read: async (entry, maxBytes) => {
      const { readEntry } = await import('./read-entry.ts')
      const read = await ask((ports, service) => readEntry(ports, service, entry, maxBytes))
      return 'value' in read ? read.value : read
    },
    write: async (key, content) => {
      if (unavailable() !== undefined) return false
      const id = await saved(http.clock, () => saveIn(directory, goHome, key, content))
      if (id === 'late') {
        silent = true
        goHome()
      }
      return typeof id === 'number' && id >= 0
    },
  }
}

/** A workflow may forbid its jobs to read. */
function forbidden(env: NodeJS.ProcessEnv): string | undefined {
  const mode = (env['ACTIONS_CACHE_MODE'] ?? '').trim().toLowerCase()
  return ['none', 'write-only'].includes(mode) ? `the workflow's cache-mode is ${mode}` : undefined
}

class Silent extends ActionError {
  readonly code = 'cache-silent'
}

/** Gives up at the deadline, including requests in flight. */
async function withinDeadline<T>(http: HttpPorts, work: (http: HttpPorts) => Promise<T>): Promise<T> {
  const done = new AbortController()
  const late = new AbortController()
  const signal = AbortSignal.any([http.signal(), late.signal])
  const watching = http.clock.sleep(DEADLINE_MS, done.signal).then(
    () => late.abort(new Silent(SILENT)),
    () => undefined,
  )
  try {
    return await work({ ...http, signal: () => signal })
  } catch (error) {
    throw error instanceof HttpError && error.kind === 'stalled'
      ? new Silent(SILENT, { cause: error })
      : error
  } finally {
    done.abort(new Error('done'))
    await watching
  }
}

/**
 * The library uses paths relative to the working directory and `GITHUB_WORKSPACE`; both point to a folder of
 * our own while it works, so that no file of the user is packed.
 */
async function saveIn(
  directory: string,
  goHome: () => void,
  key: string,
  content: Uint8Array,
): Promise<number> {
  await mkdir(directory, { recursive: true })
  const folder = await mkdtemp(join(directory, 'cache-'))
  process.chdir(folder)
  process.env['GITHUB_WORKSPACE'] = folder
  // Otherwise the tar of macOS adds a file with metadata, and such an entry is rejected.
  process.env['COPYFILE_DISABLE'] = '1'
  try {
    const cache = await import('@actions/cache')
    await writeFile(join(folder, ENTRY_PATH), content)
    return await cache.saveCache([ENTRY_PATH], key, {}, true)
  } finally {
    goHome()
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Remembers the step's working directory, so that a cache that never responds cannot leave the step
 * elsewhere.
 */
function wayHome(): () => void {
  const directory = process.cwd()
  const workspace = process.env['GITHUB_WORKSPACE']
  return () => {
    process.chdir(directory)
    if (workspace === undefined) delete process.env['GITHUB_WORKSPACE']
    else process.env['GITHUB_WORKSPACE'] = workspace
  }
}

/**
 * The cache is optional: if the library throws, or does not finish before the deadline, nothing was saved.
 */
async function saved(clock: Clock, work: () => Promise<number>): Promise<number | undefined | 'late'> {
  const done = new AbortController()
  const late = clock.sleep(DEADLINE_MS, done.signal).then(
    () => 'late' as const,
    () => 'late' as const,
  )
  const result = (): Promise<number | undefined> => work().catch(() => undefined)
  try {
    return await withQuietLibrary(() => Promise.race([result(), late]))
  } finally {
    done.abort(new Error('done'))
  }
}
