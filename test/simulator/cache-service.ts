import { HEX, type Random } from './random.ts'
import type { BlobStore } from './blob-store.ts'
import { json, type SimResponse } from './service.ts'
import { textField, twirpError } from './twirp.ts'

/** What a runtime token allows a job to do with the cache: entries are kept per ref. */
export interface CacheScope {
  ref: string
  writable: boolean
}

export interface StoredCacheEntry {
  id: number
  ref: string
  key: string
  version: string
  createdAtMs: number
  blobId: string
  finalized: boolean
  path: string | undefined
}

export interface CacheServiceOptions {
  now: () => number
  random: Random
  store: BlobStore
  signedUrl: (entry: StoredCacheEntry, access: 'read' | 'write') => string
  /** Keys are converted to lower case, as in act's own server. */
  lowersKeys?: boolean
}

/** Version 2 of the Actions cache service: keys, prefixes, versions and refs. */
export class CacheService {
  readonly entries: StoredCacheEntry[] = []
  #options: CacheServiceOptions

  constructor(options: CacheServiceOptions) {
    this.#options = options
  }

  call(method: string, sent: Record<string, unknown>, scopes: CacheScope[]): SimResponse {
    const message = this.#options.lowersKeys === true ? withLowerKeys(sent) : sent
    switch (method) {
      case 'CreateCacheEntry':
        return this.#create(message, scopes)
      case 'FinalizeCacheEntryUpload':
        return this.#finalize(message, scopes)
      case 'GetCacheEntryDownloadURL':
        return this.#downloadUrl(message, scopes)
      default:
        return twirpError('bad_route', `no handler for ${method}`)
    }
  }

  #create(message: Record<string, unknown>, scopes: CacheScope[]): SimResponse {
    const scope = scopes.find((candidate) => candidate.writable)
    if (scope === undefined) {
      return json(200, { ok: false, message: 'cache write denied: the token of this run is read-only' })
    }
    const key = textField(message, 'key')
    const version = textField(message, 'version')
    if (key === '' || version === '') return twirpError('invalid_argument', 'key and version are required')
    if (this.entries.some((entry) => isSame(entry, scope.ref, key, version))) {
      return twirpError('already_exists', 'cache entry with the same key, version, and scope already exists')
    }
    const entry: StoredCacheEntry = {
      id: 5000 + this.entries.length,
      ref: scope.ref,
      key,
      version,
      createdAtMs: this.#options.now(),
      blobId: `cache-${this.#options.random.text(HEX, 16)}`,
      finalized: false,
      path: undefined,
    }
    this.entries.push(entry)
    return json(200, { ok: true, signed_upload_url: this.#options.signedUrl(entry, 'write'), message: '' })
  }

  #finalize(message: Record<string, unknown>, scopes: CacheScope[]): SimResponse {
    const key = textField(message, 'key')
    const version = textField(message, 'version')
    const entry = this.entries.find((candidate) =>
      scopes.some((scope) => scope.writable && isSame(candidate, scope.ref, key, version)),
    )
    if (entry === undefined) return twirpError('not_found', 'cache entry not found')
    const blob = this.#options.store.get(entry.blobId)
    if (blob === undefined || String(blob.bytes) !== textField(message, 'size_bytes')) {
      return json(200, { ok: false, entry_id: '0', message: 'the upload is not of the announced size' })
    }
    entry.finalized = true
    entry.path = blob.path
    return json(200, { ok: true, entry_id: String(entry.id), message: '' })
  }

  #downloadUrl(message: Record<string, unknown>, scopes: CacheScope[]): SimResponse {
    if (scopes.length === 0) return twirpError('permission_denied', 'cache read denied: no readable scopes')
    const restoreKeys = Array.isArray(message['restore_keys']) ? message['restore_keys'].map(String) : []
    const entry = this.#lookUp(
      textField(message, 'key'),
      restoreKeys,
      textField(message, 'version'),
      scopes.map((scope) => scope.ref),
    )
    if (entry === undefined) return json(200, { ok: false, signed_download_url: '', matched_key: '' })
    return json(200, {
      ok: true,
      signed_download_url: this.#options.signedUrl(entry, 'read'),
      matched_key: entry.key,
    })
  }

  // Tries one ref after the other. In each, the exact key first, then every key as a prefix, where the newest
  // entry wins.
  #lookUp(key: string, restoreKeys: string[], version: string, refs: string[]): StoredCacheEntry | undefined {
    for (const ref of refs) {
      const newestFirst = this.entries
        .filter((entry) => entry.finalized && entry.ref === ref && entry.version === version)
        .sort((a, b) => b.createdAtMs - a.createdAtMs || b.id - a.id)
      const exact = newestFirst.find((entry) => entry.key === key)
      if (exact !== undefined) return exact
      for (const prefix of [key, ...restoreKeys]) {
        const found = newestFirst.find((entry) => entry.key.startsWith(prefix))
        if (found !== undefined) return found
      }
    }
    return undefined
  }
}

function withLowerKeys(message: Record<string, unknown>): Record<string, unknown> {
  const lower = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(lower)
    return typeof value === 'string' ? value.toLowerCase() : value
  }
  return { ...message, key: lower(message['key']), restore_keys: lower(message['restore_keys']) }
}

function isSame(entry: StoredCacheEntry, ref: string, key: string, version: string): boolean {
  return entry.ref === ref && entry.key === key && entry.version === version
}
