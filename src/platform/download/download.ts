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
  /** The configured URL of the service that the file belongs to: nothing outside its reach is requested. */
  serviceUrl: string
  /** Addresses of the file, best first; the next one is tried if one refuses. */
  urls: string[]
  /** Headers for one URL: the authorization only for its own origin. */
  headersFor(url: string): Promise<Record<string, string>>
  folder: OutputFolder
  /** Path below the folder, with `/`. */
  name: string
  format: FileFormat
  /** How long to keep trying, counted from the first attempt. */
  budgetMs: number
  onRetry?: (error: HttpError, pauseMs: number) => void
  /** Gets a new authorization after a 401, once; false if there is none. */
  renew?: () => boolean
  /** Reads an archive while it arrives; each attempt needs a new reader. */
  openReader?: () => Promise<R>
}

export interface Downloaded<R> {
  sizeBytes: number
  /** The reader that received the whole file, if any; if it is absent, the file has to be read from disk. */
  reader?: R
}

/** After the budget, an attempt continues only at this rate or faster, and at most for this long. */
const SLOWEST_BYTES_PER_MS = 50
const ARCHIVE_GRACE_MS = 15 * 60_000
const DOCUMENT_GRACE_MS = 2 * 60_000

/** When a download ends in any case. */
interface Ends {
  /** No attempt begins after this; one that is in progress must be fast. */
  budgetEndMs: number
  deadlineMs: number
}

type Timed<R extends ArchiveReader> = Download<R> & Ends

/**
 * Streams a file to disk, and to a reader if there is one. It is written under a temporary name and renamed
 * when length, digest (if given) and archive have been checked, so a file with the final name is complete. A
 * broken download starts again, because neither service documents ranges. Throws the last `HttpError` when
 * the budget ends, or a `FileError`.
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

/** Tries the URLs in order; the last temporary error outweighs a permanent one. */
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

/** Throws when the budget is over and the data arrived too slowly, and when the deadline has passed. */
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
    // A rate means something only after a certain time.
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
  // Accepted: the file is being created.
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
