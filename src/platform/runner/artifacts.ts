import { dirname } from 'node:path'
import type { Clock } from '../../foundation/ports.ts'
import { ArtifactError, artifactErrorOf } from './artifact-error.ts'
import { withoutGarbage } from './garbage.ts'
import { withQuietLibrary } from './quiet.ts'

export interface UploadRequest {
  /** For a raw artifact, this is also the name of its only file. */
  name: string
  files: string[]
  rootDirectory: string
  raw: boolean
  retentionDays?: number
  deadlineMs: number
}

export interface UploadedArtifact {
  name: string
  id: number
  sizeBytes: number
  sha256: string
  /**
   * The last part of its page's address: GitHub uses the ids of artifacts there, Gitea and Forgejo their
   * names.
   */
  pageName: string
}

export interface ArtifactStore {
  /** Why nothing can be uploaded here; otherwise undefined. */
  unavailable(): string | undefined
  /** Throws an `ArtifactError`. */
  upload(request: UploadRequest): Promise<UploadedArtifact>
}

/** Uploads through `@actions/artifact`, which loads only when the first artifact is ready. */
export function createArtifactStore(env: NodeJS.ProcessEnv, clock: Clock): ArtifactStore {
  const isGitea = env['GITEA_ACTIONS'] === 'true' || env['FORGEJO_ACTIONS'] === 'true'
  return {
    unavailable: () => {
      if (!isGitea && isEnterpriseServer(env['GITHUB_SERVER_URL']))
        return 'GitHub Enterprise Server has no service for this kind of artifact'
      return env['ACTIONS_RUNTIME_TOKEN'] && env['ACTIONS_RESULTS_URL']
        ? undefined
        : 'the runner has no artifact service'
    },
    upload: async (request) => {
      const { DefaultArtifactClient } = await import('@actions/artifact')
      const client = new DefaultArtifactClient()
      const upload = (): ReturnType<typeof client.uploadArtifact> =>
        client.uploadArtifact(request.name, request.files, rootOf(request), {
          ...(request.retentionDays !== undefined && { retentionDays: request.retentionDays }),
          ...(request.raw ? { skipArchive: true } : { compressionLevel: 0 }),
        })
      const send = (): ReturnType<typeof upload> => (isGitea ? asOnGitHub(env, upload) : upload())
      const uploaded = withQuietLibrary(() => withDeadline(clock, withoutGarbage(send), request.deadlineMs))
      const { id, size, digest } = await uploaded.catch((error: unknown) => {
        throw artifactErrorOf(error)
      })
      if (id === undefined) throw new ArtifactError('upload-failed', 'the artifact service returned no ID')
      const { name } = request
      return { name, id, sizeBytes: size ?? 0, sha256: digest ?? '', pageName: isGitea ? name : `${id}` }
    },
  }
}

function rootOf(request: UploadRequest): string {
  return request.raw ? dirname(request.files[0] ?? request.rootDirectory) : request.rootDirectory
}

/** Gitea and Forgejo have such a service, but the library rejects every server whose name is not GitHub's. */
async function asOnGitHub<T>(env: NodeJS.ProcessEnv, work: () => Promise<T>): Promise<T> {
  const { GITHUB_SERVER_URL: own } = env
  delete env['GITHUB_SERVER_URL']
  try {
    return await work()
  } finally {
    if (own !== undefined) env['GITHUB_SERVER_URL'] = own
  }
}

/** The client's calls have no deadline; an upload that is abandoned here ends with the process. */
async function withDeadline<T>(clock: Clock, work: Promise<T>, deadlineMs: number): Promise<T> {
  const done = new AbortController()
  const late = clock.sleep(deadlineMs, done.signal).then(() => {
    // The next one would wait as long.
    const message = `the upload was abandoned after ${Math.round(deadlineMs / 1000)} s`
    throw new ArtifactError('uploads-refused', message)
  })
  late.catch(() => undefined)
  try {
    return await Promise.race([work, late])
  } finally {
    work.catch(() => undefined)
    done.abort(new Error('done'))
  }
}

function isEnterpriseServer(serverUrl: string | undefined): boolean {
  if (serverUrl === undefined || !URL.canParse(serverUrl)) return false
  const hostname = new URL(serverUrl).hostname.toLowerCase()
  return hostname !== 'github.com' && !hostname.endsWith('.ghe.com') && !hostname.endsWith('.localhost')
}
