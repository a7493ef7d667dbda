import { createHmac } from 'node:crypto'
import { ArtifactService, type StoredArtifact } from './artifact-service.ts'
import { answerBlob, type BlobGrant } from './blob-endpoint.ts'
import { BlobStore } from './blob-store.ts'
import { type CacheScope, CacheService, type StoredCacheEntry } from './cache-service.ts'
import { jsonWebToken, verifiedClaims } from './json-web-token.ts'
import { createRandom, derivedSeed } from './random.ts'
import type { SimRequest, SimResponse, SimService } from './service.ts'
import { twirpError } from './twirp.ts'

export interface ActionsOptions {
  now: () => number
  seed: number
  /** Uploaded bytes are kept here. */
  directory: string
  /** The server's own address, requested when a signed URL is created. */
  baseUrl: () => string
  /** The cache converts keys to lower case, as act's own server does. */
  lowersCacheKeys?: boolean
}

export interface RuntimeTokenOptions {
  /** The ref whose cache the job reads and writes. Default: refs/heads/main. */
  ref?: string
  /** Another ref that the job may read: the base branch of a pull request. */
  baseRef?: string
  /** The workflow may not write to the cache. */
  readOnlyCache?: boolean
  runBackendId?: string
  jobBackendId?: string
}

const TWIRP = /^\/twirp\/github\.actions\.results\.api\.v1\.(ArtifactService|CacheService)\/(\w+)$/
// The form of an address with an IP in it: account, container, blob.
const BLOB = /^\/devstoreaccount1\/(artifacts|caches)\/([\w-]+)(?:\/[^/]*)?$/
const SIGNING_KEY = 'simulated-actions-results'
const URL_LIFETIME_MS = 60 * 60 * 1000
const READ = 1
const WRITE = 2

/** The Actions results service: artifacts, the cache, and the blob storage behind both. */
export class ActionsResultsSimulator implements SimService {
  readonly name = 'actions'
  readonly artifactService: ArtifactService
  readonly cacheService: CacheService
  readonly store: BlobStore
  #options: ActionsOptions
  #grants = new Map<string, { fileName: string; contentType: string }>()

  constructor(options: ActionsOptions) {
    this.#options = options
    const random = createRandom(derivedSeed(options.seed, 'actions'))
    this.store = new BlobStore(options.directory)
    const shared = { now: options.now, random, store: this.store }
    this.artifactService = new ArtifactService({
      ...shared,
      signedUrl: (artifact, access) => this.#artifactUrl(artifact, access),
    })
    this.cacheService = new CacheService({
      ...shared,
      lowersKeys: options.lowersCacheKeys === true,
      signedUrl: (entry, access) => this.#cacheUrl(entry, access),
    })
  }

  get artifacts(): StoredArtifact[] {
    return this.artifactService.artifacts
  }

  /** The finalized artifact with that name. */
  artifact(name: string): StoredArtifact | undefined {
    return this.artifactService.find(name)
  }

  get cacheEntries(): StoredCacheEntry[] {
    return this.cacheService.entries
  }

  takesStream(method: string, path: string): boolean {
    return method === 'PUT' && BLOB.test(path)
  }

  /** A value for ACTIONS_RUNTIME_TOKEN. */
  runtimeToken(options: RuntimeTokenOptions = {}): string {
    const runId = options.runBackendId ?? 'ce7f54c7-61c7-4aae-887f-30da475f5f1a'
    const jobId = options.jobBackendId ?? 'ca395085-040a-526b-2ce8-bdc85f692774'
    const own = { Scope: options.ref ?? 'refs/heads/main', Permission: READ | WRITE }
    if (options.readOnlyCache === true) own.Permission = READ
    const base = options.baseRef === undefined ? [] : [{ Scope: options.baseRef, Permission: READ }]
    return jsonWebToken(
      {
        scp: `Actions.GenericRead:00000000-0000-0000-0000-000000000000 Actions.Results:${runId}:${jobId}`,
        ac: JSON.stringify([own, ...base]),
        exp: Math.floor(this.#options.now() / 1000) + 6 * 3600,
      },
      SIGNING_KEY,
    )
  }

  async handle(request: SimRequest): Promise<SimResponse> {
    const blob = BLOB.exec(request.path)
    if (blob !== null) return answerBlob(request, this.#grant(request, blob[2] ?? ''), this.store)
    const twirp = TWIRP.exec(request.path)
    if (twirp === null || request.method !== 'POST') return twirpError('bad_route', 'no such route')
    const claims = verifiedClaims(bearer(request), SIGNING_KEY)
    if (claims === undefined) return twirpError('unauthenticated', 'the runtime token is not valid')
    const message = parsed(request.body)
    if (message === undefined) return twirpError('malformed', 'the body is not a JSON object')
    const method = twirp[2] ?? ''
    if (twirp[1] === 'CacheService') return this.cacheService.call(method, message, cacheScopes(claims))
    if (!String(claims['scp']).includes(`:${String(message['workflow_run_backend_id'])}:`)) {
      return twirpError('permission_denied', 'the token belongs to another workflow run')
    }
    return this.artifactService.call(method, message)
  }

  #artifactUrl(artifact: StoredArtifact, access: 'read' | 'write'): string {
    // A zipped artifact is named without its extension; a raw one has the name of its file.
    const isZip = artifact.mimeType === 'application/zip'
    const fileName = isZip && !artifact.name.endsWith('.zip') ? `${artifact.name}.zip` : artifact.name
    this.#grants.set(artifact.blobId, { fileName, contentType: artifact.mimeType })
    return this.#sign('artifacts', artifact.blobId, access)
  }

  #cacheUrl(entry: StoredCacheEntry, access: 'read' | 'write'): string {
    this.#grants.set(entry.blobId, { fileName: 'cache.tzst', contentType: 'application/octet-stream' })
    return this.#sign('caches', entry.blobId, access)
  }

  #sign(container: string, blobId: string, access: 'read' | 'write'): string {
    const expiresAtMs = this.#options.now() + URL_LIFETIME_MS
    const url = new URL(`/devstoreaccount1/${container}/${blobId}`, this.#options.baseUrl())
    url.searchParams.set('se', new Date(expiresAtMs).toISOString())
    url.searchParams.set('sp', access === 'read' ? 'r' : 'cw')
    url.searchParams.set('sig', signature(blobId, url.searchParams))
    return url.href
  }

  #grant(request: SimRequest, blobId: string): BlobGrant | undefined {
    if (request.query.get('sig') !== signature(blobId, request.query)) return undefined
    if (Date.parse(request.query.get('se') ?? '') < this.#options.now()) return undefined
    const known = this.#grants.get(blobId)
    if (known === undefined) return undefined
    return { id: blobId, access: request.query.get('sp') === 'r' ? 'read' : 'write', ...known }
  }
}

function signature(blobId: string, query: URLSearchParams): string {
  const signed = [blobId, query.get('se'), query.get('sp')].join('\n')
  return createHmac('sha256', SIGNING_KEY).update(signed).digest('base64')
}

function bearer(request: SimRequest): string {
  return /^Bearer (.+)$/.exec(request.headers['authorization'] ?? '')?.[1] ?? ''
}

function cacheScopes(claims: Record<string, unknown>): CacheScope[] {
  const claim = claims['ac']
  const scopes = JSON.parse(typeof claim === 'string' ? claim : '[]') as {
    Scope: string
    Permission: number
  }[]
  return scopes.map((scope) => ({ ref: scope.Scope, writable: (scope.Permission & WRITE) !== 0 }))
}

function parsed(body: Buffer): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(body.toString('utf8')) as unknown
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
