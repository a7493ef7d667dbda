import { join } from 'node:path'
import { formatBytes } from '../../foundation/format.ts'
import type { HttpResponse } from '../../foundation/ports.ts'
import { refusalOf, type Asked } from '../http/answer.ts'
import { Arrival } from '../../formats/archives/archive-arrival.ts'
import { type ArchiveReader } from '../../formats/archives/archive-reader.ts'
import { redirectOf, refusePlainHttp } from './download-address.ts'
import { checkFormat, isArchive, type FileFormat } from './file-format.ts'
import { explainFileError, isFileError } from '../files/file-errors.ts'
import type { OutputFolder, PartFile } from '../files/output-folder.ts'
import { regularFile } from '../files/regular-file.ts'
import { exchangeStream, HttpError, nameOf, scrubOf, STALL_MS, type HttpPorts } from '../http/http.ts'
import { codingsOf, decodedHead } from '../http/content-encoding.ts'
import { receive } from './receive.ts'
import { SizeLimit } from './size-limit.ts'
import { policyFor, retryDownload } from '../http/retry.ts'

export interface Download<R extends ArchiveReader> {
  /** The configured URL of the service whose file it is: nothing out of its reach is asked. */
  serviceUrl: string
  /** Where the file is to be had, best first; the next one is tried when one refuses. */
  urls: string[]
  /** Headers for one URL: the authorization only where it belongs. */
  headersFor(url: string): Promise<Record<string, string>>
  folder: OutputFolder
  /** Path below the folder, with `/`. */
  name: string
  format: FileFormat
  /** How long to go on trying, counted from the first attempt. */
  budgetMs: number
  onRetry?: (error: HttpError, pauseMs: number) => void
  /** Gets a new authorization after a 401, once; false where there is none to be had. */
  renew?: () => boolean
  /** Reads an archive while it arrives; each attempt needs one of its own. */
  openReader?: () => Promise<R>
}

export interface Downloaded<R> {
  sizeBytes: number
  /** The reader that saw all of the file, where there is one: what is absent is to be read from the file. */
  reader?: R
}

/** After the budget an attempt goes on only if it came at this rate at least, and for so long at most. */
const SLOWEST_BYTES_PER_MS = 50
const ARCHIVE_GRACE_MS = 15 * 60_000
const DOCUMENT_GRACE_MS = 2 * 60_000

/** When a download ends, whatever comes. */
interface Ends {
  /** No attempt begins later; one that is under way must be fast. */
  budgetEndMs: number
  deadlineMs: number
}

type Timed<R extends ArchiveReader> = Download<R> & Ends

/**
 * Streams a file to disk, and to a reader where one is wanted. It is written under a temporary name and renamed once length,
 * digest (where given) and archive are checked, so a file under the final name is whole. A broken download starts over:
 * neither service documents ranges. Throws the last `HttpError` when the budget ends, or a `FileError`.
 */
export async function download<R extends ArchiveReader>(
  ports: HttpPorts,
  file: Download<R>,
): Promise<Downloaded<R>> {
  const { budgetMs, onRetry, renew = () => false } = file
  const options = { budgetMs, renew, ...(onRetry !== undefined && { onRetry }) }
  const budgetEndMs = ports.clock.monotonicMs() + budgetMs
  const deadlineMs = budgetEndMs + (isArchive(file.format) ? ARCHIVE_GRACE_MS : DOCUMENT_GRACE_MS)
  return await retryDownload(ports, options, () => tryUrls(ports, { ...file, budgetEndMs, deadlineMs }))
}

/** The URLs in turn; the last error that could pass outweighs one that could not. */
async function tryUrls<R extends ArchiveReader>(ports: HttpPorts, file: Timed<R>): Promise<Downloaded<R>> {
  let last: unknown
  for (const url of file.urls) {
    if (last !== undefined && ports.clock.monotonicMs() >= file.budgetEndMs) break
    try {
      return await attempt(ports, file, url)
    } catch (error) {
      if (!(error instanceof HttpError)) throw error
      const hope = hopeIn(error)
      if (!(last instanceof HttpError) || (hope > 0 && hope >= hopeIn(last))) last = error
    }
  }
  throw last
}

const HOPE = { end: 0, renew: 1, retry: 2 }

function hopeIn(error: HttpError): number {
  return error.permanent ? 0 : HOPE[policyFor(error).download]
}

async function attempt<R extends ArchiveReader>(
  ports: HttpPorts,
  file: Timed<R>,
  url: string,
  redirects = 0,
): Promise<Downloaded<R>> {
  const asked = { method: 'GET' as const, url, serviceUrl: file.serviceUrl }
  refusePlainHttp(asked)
  const request = { ...asked, headers: await file.headersFor(url) }
  let part: PartFile | undefined
  try {
    const next = await exchangeStream(ports, request, async (response, alive) => {
      const location = redirectOf(request, response, redirects)
      if (location !== undefined) {
        response.body.destroy()
        return { location }
      }
      await refuseUnlessOk(ports, request, response)
      part = await file.folder.begin(file.name)
      const limit = await SizeLimit.of(request, join(file.folder.path, file.name), file.format)
      limit.refuseAnnounced(response.headers)
      const reader = await file.openReader?.()
      const arrival = isArchive(file.format) ? new Arrival(file.format, reader) : undefined
      const watch = rateWatch(ports, request, file)
      await receive(part.handle, request, response, {
        arrived: (bytes) => {
          alive()
          limit.arrived(bytes)
          watch(bytes)
        },
        arrival,
        format: file.format,
      })
      return { arrival, reader, part }
    })
    if ('location' in next) return await attempt(ports, file, next.location, redirects + 1)
    const source = regularFile(next.part.path)
    const isWhole = (await next.arrival?.end(source)) ?? false
    await checkFormat(file.format, request, source, isWhole)
    const sizeBytes = await next.part.keep()
    return isWhole && next.reader !== undefined ? { sizeBytes, reader: next.reader } : { sizeBytes }
  } catch (error) {
    await part?.drop()
    throw isFileError(error) ? explainFileError(error, join(file.folder.path, file.name)) : error
  }
}

/** Throws once the budget is over and what came until then came too slowly, and once the deadline has passed. */
function rateWatch(
  { clock }: HttpPorts,
  request: Asked,
  { budgetEndMs, deadlineMs }: Ends,
): (arrivedBytes: number) => void {
  const startedMs = clock.monotonicMs()
  let bytes = 0
  return (arrivedBytes) => {
    bytes += arrivedBytes
    const nowMs = clock.monotonicMs()
    const lastedMs = nowMs - startedMs
    // A rate tells something once it was watched for a while.
    const slow = lastedMs > STALL_MS && bytes < lastedMs * SLOWEST_BYTES_PER_MS
    if (nowMs <= budgetEndMs || (!slow && nowMs <= deadlineMs)) return
    const arrived = `${slow ? 'only ' : ''}${formatBytes(bytes)} arrived in ${Math.round(lastedMs / 1000)} s`
    throw new HttpError(
      `${nameOf(request)}: the time for this download is over: ${arrived}, and it had not finished.`,
      { kind: 'stalled' },
    )
  }
}

async function refuseUnlessOk(ports: HttpPorts, request: Asked, response: HttpResponse): Promise<void> {
  if (response.status === 200) return
  const { status, headers } = response
  const first = await firstBytes(response)
  const codings = codingsOf(headers)
  const text = codings.length === 0 ? first : await decodedHead(codings, first)
  const answer = { status, headers, text: text.toString('utf8'), ...scrubOf(ports) }
  // Accepted: the file is being made.
  const countsAs = status === 202 ? 404 : status
  throw refusalOf(request, answer, ports.clock.now(), countsAs)
}

async function firstBytes(response: HttpResponse): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response.body as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes > 4000) break
  }
  return Buffer.concat(chunks)
}
