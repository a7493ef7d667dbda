import { artifactNameOf } from './artifact-name.ts'
import { hasCode, sentenceOf } from '../../foundation/errors.ts'
import { formatBytes } from '../../foundation/format.ts'
import { oneLine } from '../../foundation/one-line.ts'
import type { ArtifactKind } from '../../inputs/parse-inputs.ts'
import type { UploadedArtifact } from '../../platform/runner/artifacts.ts'
import type { OutputFolder } from '../../platform/files/output-folder.ts'
import type { Log } from '../../foundation/ports.ts'
import type { Step } from '../step.ts'
import { workflowRunUrl } from './workflow-links.ts'

/** A file that may become an artifact. */
export interface Publishable {
  kind: ArtifactKind
  /** Path relative to the output directory, with `/`. */
  name: string
  path: string
  sizeBytes: number
}

export interface Uploaded extends UploadedArtifact {
  kinds: ArtifactKind[]
  /** The files in the artifact, by their names in the output directory. */
  holds: string[]
  /** The artifact's page; absent if the runner does not provide its address. */
  url?: string
}

/** The artifact that contains the file of that name. */
export function uploadOf(uploads: readonly Uploaded[], file: string): Uploaded | undefined {
  return uploads.find(({ holds }) => holds.includes(file))
}

type Uploading = Pick<Step, 'inputs' | 'store' | 'context' | 'log' | 'workflow' | 'directory'> & {
  trouble: UploadTrouble
  /** The title of the group in the log. */
  title: string
  /** True if the files become a single artifact, `<artifact-name>.criteria`, which is a ZIP. */
  isBundle?: boolean
}

/** What one upload needs. */
type UploadingOne = Omit<Uploading, 'log' | 'title'> & { log: Pick<Log, 'info' | 'warning'> }

/** What prevents all uploads. There are several parts, and one warning is enough for all of them. */
export interface UploadTrouble {
  /** A sentence for users. */
  why?: string
  /** Artifacts that were not tried because of it. */
  left: string[]
}

/** The limit for an upload is this, plus one second per 250 kB, which even a slow runner can upload. */
const DEADLINE_BASE_MS = 5 * 60_000
const SLOWEST_BYTES_PER_MS = 250

const AT_ONCE = 4
/** Of each file that is uploaded together with others, one block of the library's is in memory. */
const SMALL_BYTES = 4 * 1024 * 1024

/**
 * Uploads the files as the inputs say. Problems with the artifact service never throw: the files stay in the
 * output directory, and a warning says so.
 */
export async function uploadArtifacts(
  ports: Uploading,
  runId: string,
  files: Publishable[],
): Promise<Uploaded[]> {
  const { inputs, context, workflow } = ports
  const wanted = files.filter((file) => isWanted(file.kind, ports))
  if (wanted.length === 0) return []
  const unavailable = ports.store.unavailable()
  if (unavailable !== undefined) {
    ports.trouble.why = `Nothing was uploaded as an artifact, because ${unavailable}.`
    return []
  }
  const name = artifactNameOf(inputs, context, runId, workflow.scrub)
  return await ports.log.group(ports.title, async () =>
    inputs.artifactFormat === 'zip' || ports.isBundle === true
      ? await uploadZip(ports, ports.isBundle === true ? `${name}.criteria` : name, wanted)
      : await uploadRaw(ports, name, wanted),
  )
}

function isWanted(kind: ArtifactKind, { inputs, context }: Uploading): boolean {
  if (typeof inputs.artifacts !== 'string') return inputs.artifacts.includes(kind)
  // Raw requests and page dumps of a test may be confidential, so in a public repository they are not
  // uploaded by default.
  return !(kind === 'result' && context.publicRepository)
}

async function uploadZip(ports: Uploading, name: string, files: Publishable[]): Promise<Uploaded[]> {
  const upload = {
    name,
    kinds: [...new Set(files.map((file) => file.kind))],
    holds: files.map((file) => file.name),
    files: files.map((file) => file.path),
    raw: false,
    sizeBytes: files.reduce((sum, file) => sum + file.sizeBytes, 0),
  }
  return [...(await uploadAll(ports, [upload], 1)).values()]
}

/**
 * A raw artifact is named like its file, so each file is uploaded under a link whose name also contains the
 * run. Small files are uploaded at the same time, because they mostly wait for the service's answers; large
 * ones follow one after the other, because each would take the others' bandwidth and memory.
 */
async function uploadRaw(ports: Uploading, name: string, files: Publishable[]): Promise<Uploaded[]> {
  const uploads = files.map((file): OneUpload => ({
    name: `${name}.${file.name.replaceAll('/', '.')}`,
    kinds: [file.kind],
    holds: [file.name],
    files: [file.path],
    raw: true,
    sizeBytes: file.sizeBytes,
  }))
  const small = uploads.filter(({ sizeBytes }) => sizeBytes <= SMALL_BYTES)
  const large = uploads.filter(({ sizeBytes }) => sizeBytes > SMALL_BYTES)
  // The first one goes alone: it shows whether the service accepts uploads at all.
  const done = new Map([
    ...(await uploadAll(ports, small.slice(0, 1), 1)),
    ...(await uploadAll(ports, small.slice(1), AT_ONCE)),
    ...(await uploadAll(ports, large, 1)),
  ])
  return uploads.flatMap((upload) => done.get(upload) ?? [])
}

/** Uploads `atOnce` at the same time, and begins no further one when the service refuses uploads. */
async function uploadAll(
  ports: Uploading,
  uploads: readonly OneUpload[],
  atOnce: number,
): Promise<Map<OneUpload, Uploaded>> {
  const done = new Map<OneUpload, Uploaded>()
  const waiting = uploads.values()
  const held = heldLog(ports.log)
  const work = async (): Promise<void> => {
    for (const upload of waiting) {
      if (ports.trouble.why !== undefined) {
        ports.trouble.left.push(...upload.holds)
        continue
      }
      const uploaded = await uploadOnce({ ...ports, log: held.log }, upload)
      if (uploaded !== undefined) done.set(upload, uploaded)
      if (atOnce === 1) held.release()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  held.release()
  return done
}

/** A log that waits: while the library uploads, everything that is written counts as the library's own output. */
function heldLog(log: Log): { log: Pick<Log, 'info' | 'warning'>; release: () => void } {
  const lines: (() => void)[] = []
  return {
    log: {
      info: (text) => lines.push(() => log.info(text)),
      warning: (text) => lines.push(() => log.warning(text)),
    },
    release: () => {
      for (const line of lines.splice(0)) line()
    },
  }
}

interface OneUpload {
  name: string
  kinds: ArtifactKind[]
  holds: string[]
  files: string[]
  raw: boolean
  sizeBytes: number
}

async function uploadOnce(ports: UploadingOne, upload: OneUpload): Promise<Uploaded | undefined> {
  const { log, context } = ports
  try {
    return await send(ports, upload)
  } catch (error) {
    if (!hasCode(error, 'name-taken')) return giveUp(ports, upload, error)
    const name = freeName(upload, context.attempt)
    log.info(`The artifact name ${upload.name} is taken; trying ${name}.`)
    try {
      return await send(ports, { ...upload, name })
    } catch (again) {
      return giveUp(ports, upload, again)
    }
  }
}

async function send(
  { inputs, store, context, log, directory }: UploadingOne,
  upload: OneUpload,
): Promise<Uploaded> {
  const sendFiles = (files: string[]): Promise<UploadedArtifact> =>
    store.upload({
      name: upload.name,
      files,
      rootDirectory: directory.path,
      raw: upload.raw,
      ...(inputs.retentionDays !== undefined && { retentionDays: inputs.retentionDays }),
      deadlineMs: DEADLINE_BASE_MS + upload.sizeBytes / SLOWEST_BYTES_PER_MS,
    })
  const uploaded = upload.raw
    ? await directory.lend(upload.files[0] ?? '', upload.name, (path) => sendFiles([path]))
    : await sendFiles(upload.files)
  log.info(`${uploaded.name}: ${formatBytes(uploaded.sizeBytes)}, sha256 ${uploaded.sha256}`)
  const run = workflowRunUrl(context)
  const url = run && `${run}/artifacts/${encodeURIComponent(uploaded.pageName)}`
  const { kinds, holds } = upload
  return { ...uploaded, kinds, holds, ...(url !== undefined && { url }) }
}

function freeName(upload: OneUpload, attempt: number): string {
  return upload.raw
    ? upload.name.replace(/\.([^.]+(?:\.gz)?)$/, `.attempt-${attempt}.$1`)
    : `${upload.name}.attempt-${attempt}`
}

function giveUp({ log, trouble, directory }: UploadingOne, upload: OneUpload, error: unknown): undefined {
  const what = `The artifact ${upload.name} could not be uploaded: ${oneLine(sentenceOf(error), 500)}`
  if (hasCode(error, 'uploads-refused')) trouble.why ??= what
  else log.warning(`${what} ${whereFilesStay(directory)}`)
  return undefined
}

/** The one warning about what prevented the uploads. */
export function tellTrouble(log: Log, { why, left }: UploadTrouble, directory: OutputFolder): void {
  if (why === undefined) return
  const names = left.length === 0 ? '' : ` Not tried after that: ${left.join(', ')}.`
  log.warning(`${why}${names} ${whereFilesStay(directory)}`)
}

function whereFilesStay({ path }: OutputFolder): string {
  return `The files stay in ${path}; the outcome does not depend on the upload.`
}
