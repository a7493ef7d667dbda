import type { Readable } from 'node:stream'

/** The servers that a simulator runs. `github` is its API; `storage` is the other origin that XTC archives may redirect to. */
export type ServiceName = 'xtc' | 'errthquake' | 'actions' | 'storage' | 'github'

export interface SimRequest {
  method: string
  path: string
  query: URLSearchParams
  /** Names in lower case. */
  headers: Record<string, string>
  /** Empty where the service takes the request as a stream. */
  body: Buffer
  /** The raw body, for services whose `takesStream` says so. */
  stream?: Readable
}

export type SimBody = Buffer | string | (() => Readable)

export interface SimResponse {
  status: number
  headers: Record<string, string>
  body: SimBody
  /** Set it where a streamed body's length is known: without it the answer goes out chunked. */
  contentLength?: number
}

export interface SimService {
  readonly name: ServiceName
  /** True where the body must not be buffered: uploads go to disk as they arrive. */
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

/** A request for a service, for tests that speak to it without a socket. */
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

/** The whole body of an answer; only for bodies that a test knows to be small. */
export async function bodyBytes(response: SimResponse): Promise<Buffer> {
  if (typeof response.body !== 'function') return Buffer.from(response.body)
  const chunks: Buffer[] = []
  for await (const chunk of response.body()) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}

export async function bodyJson(response: SimResponse): Promise<unknown> {
  return JSON.parse((await bodyBytes(response)).toString('utf8')) as unknown
}
