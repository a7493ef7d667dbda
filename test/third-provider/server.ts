import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { requestLogCsv } from '../simulator/request-log.ts'
import { zipStream } from '../simulator/zip-writer.ts'

interface Run {
  id: string
  plan: string
  note: string
  startedAtMs: number
  stoppedAtMs?: number
}

/** The simulated Meadow service: one plan, runs of ten minutes, and a log in a ZIP. */
export class MeadowServer {
  readonly runs: Run[] = []
  /** Number of start requests that are carried out but whose response is then lost. */
  lostAnswers = 0
  url = ''
  readonly #now: () => number
  readonly #server = createServer((request, response) => {
    this.#answer(request, response).catch(() => response.destroy())
  })

  constructor(now: () => number) {
    this.#now = now
  }

  async open(): Promise<void> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.#server.close()
    this.#server.closeAllConnections()
    await once(this.#server, 'close')
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request)
    if (request.headers['x-key'] !== 'meadow-secret') return reply(response, 401, { error: 'who?' })
    const [, kind, id = '', part] = (request.url ?? '').split('/')
    if (kind === 'plans') return reply(response, id === 'spring' ? 200 : 404, {})
    if (request.method === 'POST')
      return this.#start(JSON.parse(body) as Pick<Run, 'plan' | 'note'>, response)
    if (id === '')
      return reply(
        response,
        200,
        this.runs.map((run) => this.#shown(run)),
      )
    const run = this.runs.find((one) => one.id === id)
    if (run === undefined) return reply(response, 404, {})
    if (part === 'stop') run.stoppedAtMs = this.#now()
    if (part !== 'log') return reply(response, 200, this.#shown(run))
    response.writeHead(200, { 'content-type': 'application/zip' }).end(await logOf(run.startedAtMs))
  }

  #start({ plan, note }: Pick<Run, 'plan' | 'note'>, response: ServerResponse): void {
    const run = { id: `m${this.runs.length + 1}`, plan, note, startedAtMs: this.#now() }
    this.runs.push(run)
    if (this.lostAnswers-- > 0) response.destroy()
    else reply(response, 201, this.#shown(run))
  }

  #shown(run: Run): Record<string, unknown> {
    const endMs = run.stoppedAtMs ?? run.startedAtMs + 600_000
    const ended = this.#now() >= endMs
    const state = !ended ? 'growing' : run.stoppedAtMs === undefined ? 'done' : 'stopped'
    return { ...run, state, ...(ended && { endedAtMs: endMs }) }
  }
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

async function logOf(startMs: number): Promise<Buffer> {
  const options = { seed: 1, lines: 500, startMs, endMs: startMs + 600_000, virtualUsers: 5 }
  const csv = (): Readable =>
    Readable.from(requestLogCsv({ ...options, timeForm: 'iso', slowness: 1, errorShare: 0.01 }), {
      objectMode: false,
    })
  const entry = { name: 'log.csv', compress: true, open: csv }
  return await buffer(zipStream([entry], { zip64: false, modifiedAtMs: startMs }))
}
