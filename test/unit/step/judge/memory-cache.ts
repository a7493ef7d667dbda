import type { CacheStore } from '../../../../src/platform/cache/cache-store.ts'

export interface MemoryEntry {
  key: string
  content: Buffer
}

/** A cache in memory that returns the newest entry first, as the service does. */
export function cacheOf(entries: MemoryEntry[]): CacheStore {
  return {
    unavailable: () => undefined,
    find: (prefixes) => {
      const found = entries.findLast(({ key }) => prefixes.some((prefix) => key.startsWith(prefix)))
      return Promise.resolve({ entries: found ? [{ key: found.key } as never] : [] })
    },
    read: (entry) =>
      Promise.resolve({ content: entries.findLast(({ key }) => key === entry.key)!.content } as never),
    write: (key, content) => {
      entries.push({ key, content: Buffer.from(content) })
      return Promise.resolve(true)
    },
  }
}
