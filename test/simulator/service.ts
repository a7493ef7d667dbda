import type { Readable } from 'node:stream'

/**
 * The servers of a simulator. `github` is its API; `storage` is the other origin that XTC archives may
 * redirect to.
 */
export type ServiceName = 'xtc' | 'errthquake' | 'actions' | 'storage' | 'github'

export interface SimRequest {
  method: string
  path: string
  query: URLSearchParams
  /** Names in lower case. */
  headers: Record<string, string>
  /** Empty if the service takes the request as a stream. */
  body: Buffer
  /** The raw body, for services whose `takesStream` says so. */
  stream?: Readable
}

export type SimBody = Buffer | string | (() => Readable)

export interface SimResponse {
  status: number
  headers: Record<string, string>
  body: SimBody
  /** To be set if the length of a streamed body is known; otherwise the response is chunked. */
  contentLength?: number
}

export interface SimService {
  readonly name: ServiceName
  /** True if the body must not be buffered: uploads go to disk as they arrive. */
  takesStream?(method: string, path: string): boolean
  handle(request: SimRequest): SimResponse | Promise<SimResponse>
}

export function json(status: number, value: unknown, headers: Record<string, string> = {}): SimResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  }
}

export function empty(status: number, headers: Record<string, string> = {}): SimResponse {
  return { status, headers, body: '' }
}

/** A request for a service, for tests that call it without a socket. */
export function simRequest(
  method: string,
  pathAndQuery: string,
  options: { headers?: Record<string, string>; body?: string | Buffer } = {},
): SimRequest {
  const url = new URL(pathAndQuery, 'http://simulator.invalid')
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(options.headers ?? {})) headers[name.toLowerCase()] = value
  return {
    method,
    path: url.pathname,
    query: url.searchParams,
    headers,
    body: Buffer.from(options.body ?? ''),
  }
}

/** The whole body of a response; only for bodies that a test knows to be small. */
export async function bodyBytes(response: SimResponse): Promise<Buffer> {
  if (typeof response.body !== 'function') return Buffer.from(response.body)
  const chunks: Buffer[] = []
  for await (const chunk of response.body()) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}

export async function bodyJson(response: SimResponse): Promise<unknown> {
  return JSON.parse((await bodyBytes(response)).toString('utf8')) as unknown
}
