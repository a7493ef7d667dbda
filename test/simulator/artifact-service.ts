import { HEX, type Random } from './random.ts'
import type { BlobStore } from './blob-store.ts'
import { json, type SimResponse } from './service.ts'
import { textField, twirpError } from './twirp.ts'

export interface StoredArtifact {
  id: number
  name: string
  mimeType: string
  version: number
  /** As requested at creation; undefined means the repository's default. */
  expiresAt: string | undefined
  createdAtMs: number
  runBackendId: string
  jobBackendId: string
  blobId: string
  /** Set by FinalizeArtifact; without it, an artifact is not listed. */
  finalized: { bytes: number; sha256: string; path: string } | undefined
}

export interface ArtifactServiceOptions {
  now: () => number
  random: Random
  store: BlobStore
  signedUrl: (artifact: StoredArtifact, access: 'read' | 'write') => string
}

const REFUSED_CHARACTERS = /["/:<>|*?\\\r\n]/

/** The Twirp service behind workflow artifacts, as far as version 6 of the public client uses it. */
export class ArtifactService {
  readonly artifacts: StoredArtifact[] = []
  /** Rejects new artifacts as GitHub does when the account's storage is used up. */
  quotaExhausted = false
  #options: ArtifactServiceOptions

  constructor(options: ArtifactServiceOptions) {
    this.#options = options
  }

  async call(method: string, message: Record<string, unknown>): Promise<SimResponse> {
    switch (method) {
      case 'CreateArtifact':
        return this.#create(message)
      case 'FinalizeArtifact':
        return this.#finalize(message)
      case 'ListArtifacts':
        return this.#list(message)
      case 'GetSignedArtifactURL':
        return this.#signedUrl(message)
      case 'DeleteArtifact':
        return this.#delete(message)
      default:
        return twirpError('bad_route', `no handler for ${method}`)
    }
  }

  /** The finalized artifact with that name. */
  find(name: string): StoredArtifact | undefined {
    return this.artifacts.find((artifact) => artifact.name === name && artifact.finalized !== undefined)
  }

  #create(message: Record<string, unknown>): SimResponse {
    const name = textField(message, 'name')
    if (this.quotaExhausted) {
      return twirpError('permission_denied', 'insufficient usage to create artifact')
    }
    if (name === '' || REFUSED_CHARACTERS.test(name)) {
      return twirpError('invalid_argument', `the artifact name ${JSON.stringify(name)} is not valid`)
    }
    const version = Number(message['version'])
    if (!(version >= 4)) return twirpError('invalid_argument', 'version must be at least 4')
    if (this.#taken(message, name) !== undefined) {
      return twirpError('already_exists', 'an artifact with this name already exists on the workflow run')
    }
    const artifact: StoredArtifact = {
      id: 1000 + this.artifacts.length,
      name,
      mimeType: textField(message, 'mime_type') || 'application/zip',
      version,
      expiresAt: textField(message, 'expires_at') || undefined,
      createdAtMs: this.#options.now(),
      runBackendId: textField(message, 'workflow_run_backend_id'),
      jobBackendId: textField(message, 'workflow_job_run_backend_id'),
      blobId: `artifact-${this.#options.random.text(HEX, 16)}`,
      finalized: undefined,
    }
    this.artifacts.push(artifact)
    return json(200, { ok: true, signed_upload_url: this.#options.signedUrl(artifact, 'write') })
  }

  #finalize(message: Record<string, unknown>): SimResponse {
    const artifact = this.#taken(message, textField(message, 'name'))
    if (artifact === undefined) return twirpError('not_found', 'artifact not found')
    const blob = this.#options.store.get(artifact.blobId)
    if (blob === undefined) return twirpError('invalid_argument', 'nothing was uploaded')
    if (textField(message, 'size') !== String(blob.bytes)) {
      return twirpError('invalid_argument', `size is not that of the upload, ${blob.bytes}`)
    }
    const hash = textField(message, 'hash')
    if (hash !== '' && hash !== `sha256:${blob.sha256}`) {
      return twirpError('invalid_argument', 'hash is not that of the upload')
    }
    artifact.finalized = { bytes: blob.bytes, sha256: blob.sha256, path: blob.path }
    return json(200, { ok: true, artifact_id: String(artifact.id) })
  }

  #list(message: Record<string, unknown>): SimResponse {
    const nameFilter = message['name_filter']
    const idFilter = message['id_filter']
    const listed = this.artifacts.filter(
      (artifact) =>
        artifact.finalized !== undefined &&
        artifact.runBackendId === textField(message, 'workflow_run_backend_id') &&
        (typeof nameFilter !== 'string' || artifact.name === nameFilter) &&
        (typeof idFilter !== 'string' || String(artifact.id) === idFilter),
    )
    return json(200, { artifacts: listed.map(listedArtifact) })
  }

  #signedUrl(message: Record<string, unknown>): SimResponse {
    const artifact = this.find(textField(message, 'name'))
    if (artifact === undefined) return twirpError('not_found', 'artifact not found')
    return json(200, { signed_url: this.#options.signedUrl(artifact, 'read') })
  }

  async #delete(message: Record<string, unknown>): Promise<SimResponse> {
    const artifact = this.find(textField(message, 'name'))
    if (artifact === undefined) return twirpError('not_found', 'artifact not found')
    await this.#options.store.delete(artifact.blobId)
    this.artifacts.splice(this.artifacts.indexOf(artifact), 1)
    return json(200, { ok: true, artifact_id: String(artifact.id) })
  }

  #taken(message: Record<string, unknown>, name: string): StoredArtifact | undefined {
    const runBackendId = textField(message, 'workflow_run_backend_id')
    return this.artifacts.find((artifact) => artifact.name === name && artifact.runBackendId === runBackendId)
  }
}

function listedArtifact(artifact: StoredArtifact): Record<string, unknown> {
  return {
    workflow_run_backend_id: artifact.runBackendId,
    workflow_job_run_backend_id: artifact.jobBackendId,
    database_id: String(artifact.id),
    name: artifact.name,
    size: String(artifact.finalized?.bytes ?? 0),
    created_at: new Date(artifact.createdAtMs).toISOString(),
    digest: `sha256:${artifact.finalized?.sha256 ?? ''}`,
  }
}
