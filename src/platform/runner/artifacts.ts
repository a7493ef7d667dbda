import { dirname } from 'node:path'
import type { Clock } from '../../foundation/ports.ts'
import { withoutGarbage } from './garbage.ts'
import { withQuietLibrary } from './quiet.ts'

export interface UploadRequest {
  /** For a raw artifact this is also the name of its only file. */
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
}

/** The service let an upload wait beyond its deadline; the next one would wait as long. */
export class UploadStalled extends Error {}

export interface ArtifactStore {
  /** Why nothing can be uploaded here, or undefined. */
  unavailable(): string | undefined
  upload(request: UploadRequest): Promise<UploadedArtifact>
}

/** Uploads through `@actions/artifact`, which loads only when the first artifact is ready. */
export function createArtifactStore(env: NodeJS.ProcessEnv, clock: Clock): ArtifactStore {
  return {
    unavailable: () => {
      if (isEnterpriseServer(env['GITHUB_SERVER_URL']))
        return 'GitHub Enterprise Server has no service for this kind of artifacts'
      return env['ACTIONS_RUNTIME_TOKEN'] && env['ACTIONS_RESULTS_URL']
        ? undefined
        : 'the runner offers no artifact service'
    },
    upload: async (request) => {
      const { DefaultArtifactClient } = await import('@actions/artifact')
      const client = new DefaultArtifactClient()
      const upload = (): ReturnType<typeof client.uploadArtifact> =>
        client.uploadArtifact(request.name, request.files, rootOf(request), {
          ...(request.retentionDays === undefined ? {} : { retentionDays: request.retentionDays }),
          ...(request.raw ? { skipArchive: true } : { compressionLevel: 0 }),
        })
      const { id, size, digest } = await withQuietLibrary(() =>
        withDeadline(clock, withoutGarbage(upload), request.deadlineMs),
      )
      if (id === undefined) throw new Error('the artifact service gave no id')
      return { name: request.name, id, sizeBytes: size ?? 0, sha256: digest ?? '' }
    },
  }
}

function rootOf(request: UploadRequest): string {
  return request.raw ? dirname(request.files[0] ?? request.rootDirectory) : request.rootDirectory
}

/** The client has no deadline of its own around its calls; an upload given up here ends with the process. */
async function withDeadline<T>(clock: Clock, work: Promise<T>, deadlineMs: number): Promise<T> {
  const done = new AbortController()
  const late = clock.sleep(deadlineMs, done.signal).then(() => {
    throw new UploadStalled(`the upload was given up after ${Math.round(deadlineMs / 1000)} s`)
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
