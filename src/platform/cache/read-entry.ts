import { promisify } from 'node:util'
import { gunzip, zstdDecompress } from 'node:zlib'
import { ActionError, messageOf } from '../../foundation/errors.ts'
import type { HttpResponse } from '../../foundation/ports.ts'
import { onlyFileOf } from '../../formats/only-file.ts'
import { exchangeStream, HttpError, nameOf, type HttpPorts } from '../http/http.ts'
import { retrySafe } from '../http/retry.ts'
import { ENTRY_PATH, type CacheService, type EntryContent, type FoundEntry } from './cache-service.ts'

/** The entry is not one that this action saves: it is not used, and nothing from it was written to disk. */
class EntryRefused extends ActionError {
  readonly code = 'entry-refused'
}

/** Room for the structure of an archive: headers, padding, and the overhead of compression. */
const FRAME_BYTES = 1 << 20
const MOST_REDIRECTS = 3
const DOWNLOAD_BUDGET_MS = 10_000

/**
 * The content of an entry, only in memory. Any job of the ref can plant entries, and the library would unpack
 * whatever paths and links such an archive contains, so it is not used here.
 */
export async function readEntry(
  http: HttpPorts,
  service: CacheService,
  entry: FoundEntry,
  maxBytes: number,
): Promise<EntryContent> {
  const mostBytes = maxBytes + FRAME_BYTES
  try {
    const archive = await retrySafe(http, { budgetMs: DOWNLOAD_BUDGET_MS }, () =>
      fetchArchive(http, { service, url: entry.url, mostBytes }),
    )
    const content = await unpacked(archive, mostBytes)
    return content.length > maxBytes ? { refused: tooLarge(maxBytes).message } : { content }
  } catch (error) {
    if (error instanceof EntryRefused) return { refused: error.message }
    throw error
  }
}

interface Fetch {
  service: CacheService
  url: string
  mostBytes: number
}

/** The address is signed, so the runner's token is not sent there, nor to where it redirects. */
async function fetchArchive(http: HttpPorts, fetch: Fetch, redirects = 0): Promise<Buffer> {
  const { service, url, mostBytes } = fetch
  if (!mayBeAsked(new URL(url), new URL(service.url)))
    throw new EntryRefused('the service provides an address for it that is not allowed (https only)')
  const request = { method: 'GET' as const, url }
  const answer = await exchangeStream(http, request, async (response, alive) => {
    if (response.status >= 300 && response.status < 400) return { location: locationOf(request, response) }
    if (response.status !== 200) throw failedWith(request, response)
    return { bytes: await read(response, mostBytes, alive) }
  })
  if ('bytes' in answer) return answer.bytes
  if (redirects >= MOST_REDIRECTS) throw new EntryRefused('its download redirects again and again')
  return await fetchArchive(http, { ...fetch, url: answer.location }, redirects + 1)
}

/**
 * Plain http is allowed only to the host of a service that itself uses plain http, as in act and in Gitea.
 */
function mayBeAsked(target: URL, service: URL): boolean {
  if (target.protocol === 'https:') return true
  return target.protocol === 'http:' && service.protocol === 'http:' && target.hostname === service.hostname
}

function locationOf(request: { url: string }, { headers, body }: HttpResponse): string {
  body.destroy()
  const location = headers['location'] ?? ''
  if (!URL.canParse(location, request.url)) throw new EntryRefused('its download redirects without a target')
  return new URL(location, request.url).href
}

function failedWith(request: { method: string; url: string }, { status, body }: HttpResponse): HttpError {
  body.destroy()
  return new HttpError(`${nameOf(request)} failed with status ${status}`, { kind: 'status', status })
}

async function read({ body, headers }: HttpResponse, mostBytes: number, alive: () => void): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    alive()
    bytes += chunk.length
    if (bytes > mostBytes || Number(headers['content-length']) > mostBytes) {
      body.destroy()
      throw tooLarge(mostBytes)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const MAGIC = [
  { bytes: Buffer.from([0x1f, 0x8b]), inflate: promisify(gunzip) },
  { bytes: Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), inflate: promisify(zstdDecompress) },
] as const

async function unpacked(archive: Buffer, mostBytes: number): Promise<Buffer> {
  const inflate = MAGIC.find(({ bytes }) => archive.subarray(0, bytes.length).equals(bytes))?.inflate
  if (inflate === undefined) throw new EntryRefused('it is compressed in an unknown way')
  try {
    const tar = await inflate(archive, { maxOutputLength: mostBytes })
    return await onlyFileOf(tar, ENTRY_PATH)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
      throw tooLarge(mostBytes)
    throw new EntryRefused(messageOf(error), { cause: error })
  }
}

function tooLarge(mostBytes: number): EntryRefused {
  return new EntryRefused(`it is larger than ${Math.floor(mostBytes / 1e6)} MB`)
}
