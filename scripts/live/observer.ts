// Loaded into the process of the shipped bundle with `--import`: records the service's responses and changes
// nothing.
import { subscribe } from 'node:diagnostics_channel'
import { appendFileSync } from 'node:fs'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { ANOTHER_ORIGIN, SHOWN_HEADERS, type Observation } from './observation.ts'
import { shapeOf } from './answer-shape.ts'

interface Exchange {
  request: ClientRequest
  response: IncomingMessage
}

/** Larger documents are not analyzed. */
const MOST_BYTES = 8e6
const file = process.env['LIVE_OBSERVATIONS']
const origin = process.env['LIVE_ORIGIN']
const startedAtMs = new WeakMap<object, number>()

if (file !== undefined && origin !== undefined) {
  subscribe('http.client.request.start', (message) => {
    startedAtMs.set((message as Exchange).request, Date.now())
  })
  subscribe('http.client.response.finish', (message) => observe(message as Exchange, file, origin))
}

function observe({ request, response }: Exchange, file: string, origin: string): void {
  if (request.method === 'CONNECT') return
  const isJson = /json/.test(response.headers['content-type'] ?? '')
  const chunks: Buffer[] = []
  let bodyBytes = 0
  // A `data` listener would start the stream before the client reads it.
  const push = response.push.bind(response)
  response.push = (chunk: Buffer | null, encoding?: BufferEncoding): boolean => {
    bodyBytes += chunk?.length ?? 0
    if (chunk !== null && isJson && bodyBytes <= MOST_BYTES) chunks.push(chunk)
    return push(chunk, encoding)
  }
  response.once('close', () => {
    const observation: Observation = {
      startedAtMs: startedAtMs.get(request) ?? Date.now(),
      endedAtMs: Date.now(),
      ...whereTo(request, origin),
      status: response.statusCode ?? 0,
      headers: shownHeaders(response),
      bodyBytes,
      ...shapeOf(Buffer.concat(chunks).toString('utf8')),
    }
    appendFileSync(file, `${JSON.stringify(observation)}\n`)
  })
}

function whereTo(
  request: ClientRequest,
  origin: string,
): Pick<Observation, 'method' | 'path' | 'queryNames'> {
  const { method } = request
  const url = new URL(request.path, `${request.protocol}//${String(request.getHeader('host'))}`)
  if (url.origin !== origin) return { method, path: ANOTHER_ORIGIN, queryNames: [] }
  return { method, path: url.pathname, queryNames: [...url.searchParams.keys()] }
}

function shownHeaders({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    SHOWN_HEADERS.flatMap((name) => {
      const value = headers[name]
      return value === undefined ? [] : [[name, String(value)]]
    }),
  )
}
