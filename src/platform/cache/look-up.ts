import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import type { HttpRequest } from '../../foundation/ports.ts'
import { jsonOf, refusalOf } from '../http/answer.ts'
import { exchange, type HttpPorts } from '../http/http.ts'
import { retrySafe } from '../http/retry.ts'
import { ENTRY_PATH, type CacheService, type FoundEntry } from './cache-service.ts'

/**
 * The library saves with zstd if it is installed, and otherwise with gzip; the entries of the two are
 * separate.
 */
const COMPRESSIONS = ['zstd-without-long', 'gzip']
const VERSION_SALT = '1.0'
/** The service accepts no more at once. */
const MOST_KEYS = 10
/** Others wait for the result: a cache that fails for this long is treated as empty. */
const LOOK_BUDGET_MS = 5000

/**
 * For each compression, the entry that the service considers the best of those whose key begins with one of
 * the prefixes: those of this ref before those of its base, and the newest in each. Downloads nothing.
 */
export async function lookUp(
  http: HttpPorts,
  service: CacheService,
  prefixes: readonly string[],
): Promise<FoundEntry[]> {
  const ask = service.version === 'v2' ? askSecond : askFirst
  const questions = COMPRESSIONS.map(versionOf).flatMap((version) =>
    inParts(prefixes).map((keys) => ask(service, keys, version)),
  )
  const found = await Promise.all(
    questions.map(({ request, read }) =>
      retrySafe(http, { budgetMs: LOOK_BUDGET_MS }, async () => {
        const answer = await exchange(http, request)
        if (answer.status === 204) return undefined
        if (answer.status !== 200) throw refusalOf(request, answer, http.clock.now())
        return read(jsonOf(request, answer))
      }),
    ),
  )
  return found.filter((entry) => entry !== undefined)
}

interface Question {
  request: HttpRequest
  read: (answer: unknown) => FoundEntry | undefined
}

const SECOND = z.looseObject({
  ok: z.optional(z.boolean()),
  matched_key: z.optional(z.string()),
  matchedKey: z.optional(z.string()),
  signed_download_url: z.optional(z.string()),
  signedDownloadUrl: z.optional(z.string()),
})

function askSecond(service: CacheService, [key = '', ...others]: string[], version: string): Question {
  const path = '/twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL'
  return {
    request: {
      method: 'POST',
      url: new URL(path, service.url).href,
      headers: { authorization: `Bearer ${service.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ key, ...(others.length !== 0 && { restore_keys: others }), version }),
    },
    read: (answer) => {
      const { success, data } = SECOND.safeParse(answer)
      if (!success) throw new Error('its response to a look-up has an unknown form')
      return data.ok === true
        ? entryOf(data.matched_key ?? data.matchedKey, data.signed_download_url ?? data.signedDownloadUrl)
        : undefined
    },
  }
}

const FIRST = z.looseObject({
  cacheKey: z.optional(z.string()),
  archiveLocation: z.optional(z.string()),
})

function askFirst(service: CacheService, keys: string[], version: string): Question {
  const query = `keys=${encodeURIComponent(keys.join(','))}&version=${version}`
  return {
    request: {
      method: 'GET',
      url: `${service.url}_apis/artifactcache/cache?${query}`,
      headers: {
        authorization: `Bearer ${service.token}`,
        accept: 'application/json;api-version=6.0-preview.1',
      },
    },
    read: (answer) => {
      const { success, data } = FIRST.safeParse(answer)
      if (!success) throw new Error('its response to a look-up has an unknown form')
      return entryOf(data.cacheKey, data.archiveLocation)
    },
  }
}

function entryOf(key: string | undefined, url: string | undefined): FoundEntry | undefined {
  return key === undefined || url === undefined || !URL.canParse(url) ? undefined : { key, url }
}

/**
 * An entry is found only under the version that it was saved with. The library computes it in the same way.
 */
function versionOf(compression: string): string {
  return createHash('sha256').update([ENTRY_PATH, compression, VERSION_SALT].join('|')).digest('hex')
}

function inParts(prefixes: readonly string[]): string[][] {
  const parts = Math.ceil(prefixes.length / MOST_KEYS)
  return Array.from({ length: parts }, (_, part) => prefixes.slice(part * MOST_KEYS, (part + 1) * MOST_KEYS))
}
