import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { HttpResponse } from '../ports.ts'
import { refusalOf } from './answer.ts'
import { announcedDigest, sameBytes } from './body-digest.ts'
import { redirectOf, refusePlainHttp } from './download-address.ts'
import { checkFormat, type FileFormat } from './file-format.ts'
import { explainFileError, isFileError, sizeOf } from './files.ts'
import { exchangeStream, HttpError, nameOf, type HttpPorts } from './http.ts'
import { policyFor, retryDownload } from './retry.ts'

export interface Download {
  /** Where the file is to be had, best first; the next one is tried when one refuses. */
  urls: string[]
  /** Headers for one URL: the authorization only where it belongs. */
  headersFor(url: string): Promise<Record<string, string>>
  path: string
  format: FileFormat
  /** How long to go on trying, counted from the first attempt. */
  budgetMs: number
  onRetry?: (error: HttpError, pauseMs: number) => void
  /** Gets a new authorization after a 401, once; false where there is none to be had. */
  renew?: () => boolean
}

const CHUNK_BYTES = 1 << 20
/** After the budget an attempt goes on only if it came at this rate at least: it must come to an end some day. */
const SLOWEST_BYTES_PER_MS = 50

/**
 * Streams a file to disk and gives its size in bytes. It is written under a temporary name and renamed once length,
 * digest (where given) and archive are checked, so a file under the final name is whole. A broken download starts over:
 * neither service documents ranges. Throws the last `HttpError` when the budget ends, or a `FileError`.
 */
export async function download(ports: HttpPorts, file: Download): Promise<number> {
  const { budgetMs, onRetry, renew = () => false } = file
  const options = { budgetMs, renew, ...(onRetry === undefined ? {} : { onRetry }) }
  return await retryDownload(ports, options, () => tryUrls(ports, file))
}

/** The URLs in turn; the last error that could pass outweighs one that could not. */
async function tryUrls(ports: HttpPorts, file: Download): Promise<number> {
  let last: unknown
  for (const url of file.urls) {
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

async function attempt(ports: HttpPorts, file: Download, url: string, redirects = 0): Promise<number> {
  refusePlainHttp(url)
  const request = { method: 'GET' as const, url, headers: await file.headersFor(url) }
  const partPath = `${file.path}.part`
  try {
    await mkdir(dirname(file.path), { recursive: true })
    const next = await exchangeStream(ports, request, async (response, alive) => {
      const location = redirectOf(request, response, redirects)
      if (location !== undefined) {
        response.body.destroy()
        return location
      }
      await refuseUnlessOk(ports, request, response)
      const startedMs = ports.clock.now()
      let bytes = 0
      await receive(partPath, request, response, (chunkBytes) => {
        alive()
        bytes += chunkBytes
        const lastedMs = ports.clock.now() - startedMs
        if (lastedMs > file.budgetMs && bytes < lastedMs * SLOWEST_BYTES_PER_MS) {
          throw new HttpError(`${nameOf(request)}: only ${bytes} bytes came in ${lastedMs / 1000} s.`, {
            kind: 'stalled',
          })
        }
      })
      return undefined
    })
    if (next !== undefined) return await attempt(ports, file, next, redirects + 1)
    await checkFormat(file.format, request, partPath)
    await rename(partPath, file.path)
    return await sizeOf(file.path)
  } catch (error) {
    await rm(partPath, { force: true }).catch(() => undefined)
    throw isFileError(error) ? explainFileError(error, file.path) : error
  }
}

async function refuseUnlessOk(
  ports: HttpPorts,
  request: { method: string; url: string },
  response: HttpResponse,
): Promise<void> {
  if (response.status === 200) return
  const { status, headers } = response
  const text = await firstBytes(response)
  // Accepted: the file is being made.
  const countsAs = status === 202 ? 404 : status
  throw refusalOf(request, { status, headers, text }, ports.clock.now(), countsAs)
}

async function firstBytes(response: HttpResponse): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response.body as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes > 4000) break
  }
  return Buffer.concat(chunks).toString('utf8')
}

async function receive(
  partPath: string,
  request: { method: string; url: string },
  response: HttpResponse,
  arrived: (bytes: number) => void,
): Promise<void> {
  const digest = announcedDigest(response.headers)
  const hash = digest === undefined ? undefined : createHash(digest.algorithm)
  const watch = new Transform({
    writableHighWaterMark: CHUNK_BYTES,
    readableHighWaterMark: CHUNK_BYTES,
    transform(chunk: Buffer, _encoding, done) {
      try {
        arrived(chunk.length)
      } catch (error) {
        return done(error as Error)
      }
      hash?.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(response.body, watch, createWriteStream(partPath, { highWaterMark: CHUNK_BYTES }))
  await checkLength(request, response, partPath)
  if (digest !== undefined && hash !== undefined && !sameBytes(hash.digest(), digest.value)) {
    throw new HttpError(`${nameOf(request)}: what arrived does not match its ${digest.algorithm} digest.`, {
      kind: 'unreadable',
    })
  }
}

async function checkLength(
  request: { method: string; url: string },
  response: HttpResponse,
  path: string,
): Promise<void> {
  const sizeBytes = await sizeOf(path)
  const announced = response.headers['content-length']
  // The length of a body that was compressed for the way is not the file's.
  const comparable = announced !== undefined && response.headers['content-encoding'] === undefined
  if (sizeBytes === 0 || (comparable && Number(announced) !== sizeBytes)) {
    throw new HttpError(`${nameOf(request)}: ${sizeBytes} of ${announced ?? 'unknown'} bytes arrived.`, {
      kind: 'unreadable',
    })
  }
}
