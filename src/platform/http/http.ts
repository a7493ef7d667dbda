import type { Clock, HttpRequest, HttpResponse, Random, Transport } from '../../foundation/ports.ts'
import { ActionError } from '../../foundation/errors.ts'
import { formatSpan } from '../../foundation/format.ts'
import { TransportError } from './connection-trouble.ts'
import { decodedDocument } from './content-encoding.ts'

/** A response whose body was read to the end. */
export interface HttpAnswer {
  status: number
  headers: Record<string, string>
  text: string
  /** Removes secrets from quoted parts. */
  scrub?: (text: string) => string
}

/**
 * What went wrong with a request without a usable response. `not-sent`: the service certainly never received
 * it; `lost`: the connection broke after it was sent; `stalled`: no data for 30 s; `unreadable`: an
 * incomplete response; `mismatch`: a complete response that is not what was requested; `status`: a response
 * that refuses.
 */
export type HttpFailureKind = 'not-sent' | 'lost' | 'stalled' | 'unreadable' | 'mismatch' | 'status'

export class HttpError extends ActionError {
  readonly code = 'http'
  readonly kind: HttpFailureKind
  /** The status, if there was a response. */
  readonly status: number | undefined
  readonly retryAfterMs: number | undefined
  /** True if waiting cannot fix it, such as a certificate for another host. */
  readonly permanent: boolean

  constructor(
    message: string,
    facts: {
      kind: HttpFailureKind
      status?: number
      retryAfterMs?: number | undefined
      permanent?: boolean
      cause?: unknown
    },
  ) {
    super(message, facts)
    this.kind = facts.kind
    this.status = facts.status
    this.retryAfterMs = facts.retryAfterMs
    this.permanent = facts.permanent ?? false
  }
}

export interface HttpPorts {
  transport: Transport
  clock: Clock
  random: Random
  /** Ends requests and pauses when the step is cancelled; during the cleanup, another signal applies. */
  signal: () => AbortSignal
  /** Removes secrets from quoted parts of a response. */
  scrub?: (text: string) => string
}

/** A request that receives no data for this long is abandoned. */
export const STALL_MS = 30_000
/** A document that takes longer than this is abandoned too, because it would delay everything else. */
export const DOCUMENT_MS = 120_000
/** Responses are documents of a few kB; a workspace with thousands of results has a few MB. */
const MAX_BODY_BYTES = 32e6

/**
 * Sends a request once and reads the whole response, whatever its status. Throws `HttpError` if there is
 * none.
 */
export async function exchange(
  ports: HttpPorts,
  request: HttpRequest,
  limitMs = DOCUMENT_MS,
): Promise<HttpAnswer> {
  const documentMs = Math.min(limitMs, DOCUMENT_MS)
  return await withStallWatch(ports, request, async (watch) => {
    const response = await ports.transport.send({ ...request, onProgress: watch.alive }, watch.signal)
    watch.alive()
    const endMs = ports.clock.monotonicMs() + documentMs
    const chunks: Buffer[] = []
    let bytes = 0
    for await (const chunk of response.body as AsyncIterable<Buffer>) {
      watch.alive()
      bytes += chunk.length
      if (ports.clock.monotonicMs() > endMs) {
        response.body.destroy()
        throw new HttpError(`${nameOf(request)}: the response took longer than ${formatSpan(documentMs)}.`, {
          kind: 'stalled',
          status: response.status,
        })
      }
      if (bytes > MAX_BODY_BYTES) {
        response.body.destroy()
        throw new HttpError(`${nameOf(request)}: the response is larger than ${MAX_BODY_BYTES / 1e6} MB.`, {
          kind: 'unreadable',
          status: response.status,
        })
      }
      chunks.push(chunk)
    }
    return {
      status: response.status,
      headers: response.headers,
      text: await textOf(request, response, Buffer.concat(chunks)),
      ...scrubOf(ports),
    }
  })
}

/** Without a byte order mark, which JSON parsers reject. */
async function textOf(
  request: HttpRequest,
  { status, headers }: HttpResponse,
  body: Buffer,
): Promise<string> {
  try {
    const document = await decodedDocument(headers, body, MAX_BODY_BYTES)
    return document.toString('utf8').replace(/^\ufeff/, '')
  } catch (cause) {
    const most = `${MAX_BODY_BYTES / 1e6} MB`
    throw new HttpError(`${nameOf(request)}: the response is larger than ${most} when decompressed.`, {
      kind: 'unreadable',
      status,
      cause,
    })
  }
}

/** Part of a response, for code that quotes it. */
export function scrubOf({ scrub }: HttpPorts): Pick<HttpAnswer, 'scrub'> {
  return scrub === undefined ? {} : { scrub }
}

/** Sends a request once and passes on the body as it arrives; `read` calls `alive` for every chunk. */
export async function exchangeStream<T>(
  ports: HttpPorts,
  request: HttpRequest,
  read: (response: HttpResponse, alive: () => void) => Promise<T>,
): Promise<T> {
  return await withStallWatch(ports, request, async (watch) => {
    const response = await ports.transport.send(request, watch.signal)
    watch.alive()
    return await read(response, () => watch.alive())
  })
}

interface StallWatch {
  signal: AbortSignal
  alive: (this: void) => void
}

class Stalled extends ActionError {
  readonly code = 'stalled'
}

/** Aborts the work after `STALL_MS` without a sign of life, and turns its error into an `HttpError`. */
async function withStallWatch<T>(
  { clock, transport, signal: currentSignal }: HttpPorts,
  request: HttpRequest,
  work: (watch: StallWatch) => Promise<T>,
): Promise<T> {
  const signal = currentSignal()
  signal.throwIfAborted()
  const inner = new AbortController()
  const done = new AbortController()
  const onAbort = (): void => inner.abort(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  let lastSignMs = clock.monotonicMs()
  const watching = watchForStall(clock, () => lastSignMs, done.signal).then(
    () => inner.abort(new Stalled()),
    () => undefined,
  )
  const aborted = new Promise<never>((_resolve, reject) => {
    inner.signal.addEventListener('abort', () => reject(inner.signal.reason as Error), { once: true })
  })
  aborted.catch(() => undefined)
  try {
    return await Promise.race([
      work({ signal: inner.signal, alive: () => (lastSignMs = clock.monotonicMs()) }),
      aborted,
    ])
  } catch (error) {
    if (signal.aborted) throw signal.reason
    throw asHttpError(error, request, transport.via?.(request.url))
  } finally {
    done.abort(new Error('done'))
    signal.removeEventListener('abort', onAbort)
    await watching
  }
}

async function watchForStall(clock: Clock, lastSignMs: () => number, done: AbortSignal): Promise<void> {
  for (;;) {
    const leftMs = lastSignMs() + STALL_MS - clock.monotonicMs()
    if (leftMs <= 0) return
    await clock.sleep(leftMs, done)
  }
}

function asHttpError(error: unknown, request: HttpRequest, proxy: string | undefined): unknown {
  const where = nameOf(request)
  const through = proxy === undefined ? '' : ` through the proxy ${proxy}`
  if (error instanceof Stalled) {
    return new HttpError(`${where}: no data arrived for ${STALL_MS / 1000} s${through}.`, { kind: 'stalled' })
  }
  if (error instanceof TransportError) {
    return new HttpError(`${where}: ${error.message}.`, {
      kind: error.connected ? 'lost' : 'not-sent',
      permanent: error.permanent,
      cause: error,
    })
  }
  if (isConnectionFailure(error)) {
    return new HttpError(
      `${where}: the connection broke while the response was being read (${error.code})${through}.`,
      {
        kind: 'lost',
        cause: error,
      },
    )
  }
  return error
}

const BODY_FAILURES = new Set(['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'EPIPE', 'ETIMEDOUT', 'ABORT_ERR'])

function isConnectionFailure(error: unknown): error is NodeJS.ErrnoException {
  const code = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? '') : ''
  return BODY_FAILURES.has(code) || code.startsWith('HPE_')
}

/** `GET https://host/path`, without the query, which may contain anything. */
export function nameOf(request: { method: string; url: string }): string {
  const url = new URL(request.url)
  return `${request.method} ${url.origin}${url.pathname}`
}
