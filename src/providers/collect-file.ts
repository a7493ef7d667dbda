import { join } from 'node:path'
import { GateError, messageOf } from '../foundation/errors.ts'
import type { ArrivingData } from '../measurements/arriving.ts'
import { download } from '../platform/download/download.ts'
import type { FileFormat } from '../platform/download/file-format.ts'
import { FileError } from '../platform/files/file-errors.ts'
import type { OutputFolder } from '../platform/files/output-folder.ts'
import { HttpError, type HttpPorts } from '../platform/http/http.ts'
import type { Log } from '../foundation/ports.ts'
import type { Collected, FileKind } from './provider.ts'

/** What happened to the files of a run: if one is unavailable, the others are still used. */
export type FileOutcome = Pick<Collected, 'files' | 'missing'>

export interface WantedFile {
  kind: FileKind
  /** Path below the output directory, with `/`. */
  name: string
  /**
   * The configured URL of the service: its links and redirects may not lead to a private network other than
   * its own.
   */
  serviceUrl: string
  /** Best first. */
  urls: string[]
  headersFor: (url: string) => Promise<Record<string, string>>
  /** Gets a new authorization after a 401, once; false if there is none. */
  renew?: () => boolean
  format: FileFormat
  budgetMs: number
  /** Statuses that finally mean that there is no such file, which is not worth a message. */
  absent?: readonly number[]
  /** Reads the file while it arrives; each attempt needs a new reader. */
  openReader?: () => Promise<ArrivingData>
}

/** Both services respond like this until an archive is ready. */
const NOT_YET = [404, 409]

/** Downloads one file, or says why it is unavailable. */
export async function collectFile(
  ports: HttpPorts,
  log: Log,
  folder: OutputFolder,
  { kind, name, absent = [], ...wanted }: WantedFile,
): Promise<FileOutcome> {
  const path = join(folder.path, name)
  let said = ''
  const onRetry = (error: HttpError): void => {
    const what = NOT_YET.includes(error.status ?? 0) ? `${name} is not ready yet` : error.message
    if (what !== said) log.info(`${what}; trying again.`)
    said = what
  }
  let isAbsent = false
  const outcome = await orMissing(name, async () => {
    try {
      const { sizeBytes, reader } = await download(ports, { ...wanted, folder, name, onRetry })
      const data = reader?.data()
      return { kind, name, path, sizeBytes, ...(data && { data }) }
    } catch (error) {
      isAbsent = error instanceof HttpError && absent.includes(error.status ?? 0)
      throw error
    }
  })
  return isAbsent ? { files: [], missing: [] } : outcome
}

/** Returns the file that `work` delivers, or the reason why there is none. */
export async function orMissing(
  name: string,
  work: () => Promise<Collected['files'][number]>,
): Promise<FileOutcome> {
  try {
    return { files: [await work()], missing: [] }
  } catch (error) {
    if (error instanceof HttpError || error instanceof FileError || error instanceof GateError) {
      return { files: [], missing: [{ name, reason: messageOf(error) }] }
    }
    throw error
  }
}

export function together(outcomes: FileOutcome[]): FileOutcome {
  return {
    files: outcomes.flatMap((outcome) => outcome.files),
    missing: outcomes.flatMap((outcome) => outcome.missing),
  }
}
