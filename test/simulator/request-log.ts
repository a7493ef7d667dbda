import { createRandom, type Random } from './random.ts'

export type LogTimeForm = 'iso' | 'epoch-s' | 'epoch-ms' | 'epoch-us' | 'epoch-ns'

export interface RequestLogOptions {
  seed: number
  lines: number
  startMs: number
  endMs: number
  virtualUsers: number
  timeForm: LogTimeForm
  /** Multiplies every latency, like a slower application. */
  slowness: number
  /** The share of requests that end in 5xx. */
  errorShare: number
}

export interface LoggedRequest {
  timeMs: number
  clientId: number
  command: string
  url: string
  method: string
  status: number
  requestBytes: number
  responseBytes: number
  durationMs: number
}

interface Command {
  name: string
  method: string
  share: number
  medianMs: number
  responseBytes: number
  url(random: Random): string
}

const HOST = 'https://shop.example'

const COMMANDS: readonly Command[] = [
  { name: 'home', method: 'GET', share: 0.3, medianMs: 60, responseBytes: 48_000, url: () => `${HOST}/` },
  {
    name: 'search',
    method: 'GET',
    share: 0.25,
    medianMs: 140,
    responseBytes: 31_000,
    // Because of the comma in the query, the field must be quoted.
    url: (random) =>
      `${HOST}/search?q=${random.pick(['shoes', 'red,blue', 'hat', 'say "hi", twice'])}&page=1`,
  },
  {
    name: 'product',
    method: 'GET',
    share: 0.25,
    medianMs: 90,
    responseBytes: 64_000,
    url: (random) => `${HOST}/product/${random.integer(1, 5000)}`,
  },
  {
    name: 'cart',
    method: 'POST',
    share: 0.12,
    medianMs: 110,
    responseBytes: 2_400,
    url: () => `${HOST}/cart/items`,
  },
  {
    name: 'checkout',
    method: 'POST',
    share: 0.08,
    medianMs: 320,
    responseBytes: 5_100,
    url: () => `${HOST}/checkout`,
  },
]

export const REQUEST_LOG_HEADER =
  'time,client_id,command,url,method,status,req_bytes,resp_bytes,msec_duration,mb_memused,mb_memavail,pct_cpuuser,pct_cpusystem,pct_cpuidle'

const CHUNK_BYTES = 64 * 1024

/**
 * The requests of a log, one after the other: the same for the same options, whatever the format of the log.
 */
export function* loggedRequests(options: RequestLogOptions): Generator<LoggedRequest> {
  const random = createRandom(options.seed)
  const spanMs = Math.max(1, options.endMs - options.startMs)
  for (let line = 0; line < options.lines; line++) {
    const command = drawn(random.next())
    const failed = random.next() < options.errorShare
    // Log-normal, but one request in two hundred waits for something slow: the tail that averages hide.
    const tail = random.next() < 0.005 ? random.integer(4, 20) : 1
    const ms = Math.max(1, Math.round(random.logNormal(command.medianMs, 0.45) * tail * options.slowness))
    yield {
      timeMs: Math.floor(options.startMs + (spanMs * line) / options.lines),
      clientId: random.integer(1, options.virtualUsers),
      command: command.name,
      url: command.url(random),
      method: command.method,
      status: failed ? random.pick([500, 502, 503, 504]) : 200,
      requestBytes: random.integer(300, 900),
      responseBytes: failed ? 512 : random.integer(command.responseBytes >> 1, command.responseBytes * 2),
      durationMs: ms,
    }
  }
}

/**
 * The log as CSV, in pieces of about 64 kB, so that any number of lines can be streamed with constant memory.
 */
export function* requestLogCsv(options: RequestLogOptions): Generator<Buffer> {
  const machine = createRandom(options.seed + 1)
  let text = `${REQUEST_LOG_HEADER}\n`
  for (const request of loggedRequests(options)) {
    text += line(request, machine, options.timeForm)
    if (text.length < CHUNK_BYTES) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}

function line(request: LoggedRequest, machine: Random, timeForm: LogTimeForm): string {
  const usedMb = machine.integer(900, 1400)
  const userShare = machine.integer(150, 420) / 10
  const systemShare = machine.integer(20, 80) / 10
  const idleShare = (100 - userShare - systemShare).toFixed(1)
  return (
    `${timeText(request.timeMs, timeForm)},${request.clientId},${request.command},${quoted(request.url)},` +
    `${request.method},${request.status},${request.requestBytes},${request.responseBytes},${request.durationMs},` +
    `${usedMb},${4096 - usedMb},${userShare},${systemShare},${idleShare}\n`
  )
}

function quoted(field: string): string {
  return /[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}

function timeText(ms: number, form: LogTimeForm): string {
  switch (form) {
    case 'iso':
      return new Date(ms).toISOString()
    case 'epoch-s':
      return (ms / 1000).toFixed(3)
    case 'epoch-ms':
      return String(ms)
    case 'epoch-us':
      return `${ms}000`
    case 'epoch-ns':
      return `${ms}000000`
  }
}

function drawn(value: number): Command {
  let sum = 0
  for (const command of COMMANDS) {
    sum += command.share
    if (value < sum) return command
  }
  return COMMANDS[0] as Command
}
