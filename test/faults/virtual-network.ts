import { Readable } from 'node:stream'
import { TransportError } from '../../src/platform/http/connection-trouble.ts'
import type { HttpRequest, HttpResponse, Transport } from '../../src/foundation/ports.ts'
import { deliver, type Delivery } from '../simulator/deliver.ts'
import { FaultPlan, type FaultRule } from '../simulator/faults.ts'
import { createRandom, derivedSeed } from '../simulator/random.ts'
import type { RequestRecord } from '../simulator/record.ts'
import { bodyBytes, simRequest, type SimRequest, type SimService } from '../simulator/service.ts'
import type { CallFault, Outage, Route } from './schedule.ts'
import { never, type ProcessClock, type SettledClock } from './settled-clock.ts'

export interface NetworkOptions {
  world: SettledClock
  seed: number
  /** By origin. */
  services: Map<string, SimService>
  record: RequestRecord
  faults: readonly CallFault[]
  outages: readonly Outage[]
  /** Called before a request is sent. */
  onSend: (route: Route) => void
  /** A text that a service may repeat in an error body, and that must not be shown. */
  leakedText: string
  /** The time on the services' clock, and whether their responses tell it. */
  serviceNow: () => number
  tellsTime: boolean
}

const SLOWEST_LATENCY_MS = 900
const PIECES = 12

/** Archives have checksums. A changed byte in other responses would be noticed by TLS. */
const CHECKED: readonly Route[] = ['archive', 'logs', 'storage']

/** Which call a request is; undefined for requests that no schedule affects. */
export function routeOf(method: string, path: string): Route | undefined {
  if (path === '/oauth/token') return 'token'
  if (path.startsWith('/archives/')) return 'storage'
  if (/\/(exec|runCopy)$/.test(path)) return 'start'
  if (/\/load-?[tT]ests\/\d+$/.test(path)) return method === 'POST' ? 'start' : 'details'
  if (/\/load-?[tT]ests$/.test(path)) return 'list'
  if (path.endsWith('/status')) return 'status'
  if (/\/(archive|download)$/.test(path)) return 'archive'
  if (/\/code-archives(\/|$)/.test(path)) return method === 'POST' ? 'upload' : 'delete'
  if (path.startsWith('/assets/'))
    return method === 'POST' ? 'upload' : method === 'DELETE' ? 'delete' : 'assets'
  if (path === '/workspaces') return 'workspaces'
  if (/^\/workspaces\/[^/]+$/.test(path)) return 'workspace'
  if (path.endsWith('/hours')) return 'hours'
  if (path.endsWith('/metrics')) return 'metrics'
  if (path.endsWith('/logs')) return 'logs'
  if (path.endsWith('/stop')) return 'stop'
  if (/^\/results\/[^/]+$/.test(path)) return 'results'
  return /^\/results\/[^/]+\/[^/]+$/.test(path) ? 'status' : undefined
}

/**
 * A network without sockets: latencies and faults follow from the seed and the number of the request among
 * those of its kind.
 */
export class VirtualNetwork {
  readonly #options: NetworkOptions
  readonly #counts = new Map<string, number>()

  constructor(options: NetworkOptions) {
    this.#options = options
  }

  /** The network as one program sees it; a dead program gets no responses. */
  transportOf(clock: ProcessClock): Transport {
    return {
      send: async (request, signal) => {
        if (clock.dead) return await never()
        signal.throwIfAborted()
        const answer = this.#send(request, signal)
        answer.catch(() => undefined)
        const response = await Promise.race([answer, rejection(signal)])
        return clock.dead ? await never() : response
      },
    }
  }

  async #send(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
    const { world, services, record, outages, onSend } = this.#options
    const url = new URL(request.url)
    const service = services.get(url.origin)
    if (service === undefined) throw new TransportError(`${url.origin} is unknown (ENOTFOUND)`, false)
    const route = routeOf(request.method, url.pathname)
    if (route !== undefined) onSend(route)
    const random = this.#randomFor(`${request.method} ${url.pathname}`)
    const fault = route === undefined ? undefined : this.#faultFor(route)
    const outage = outages.find(({ atMs, lengthMs }) => isWithin(world.now(), atMs, lengthMs))
    const upMs = latency(random)
    const downMs = latency(random)
    await world.sleep(upMs)
    const delivery =
      outage === undefined
        ? await deliver(service, toSim(request), {
            faults: planOf(this.#options, fault, request),
            record,
            now: world.now,
            sleep: world.sleep,
          })
        : cutOff(outage)
    await world.sleep(downMs)
    return await this.#act(delivery, fault, signal)
  }

  async #act(delivery: Delivery, fault: CallFault | undefined, signal: AbortSignal): Promise<HttpResponse> {
    switch (delivery.kind) {
      case 'refused':
        throw new TransportError('the connection was refused (ECONNREFUSED)', false)
      case 'reset':
        throw new TransportError('the connection was lost (ECONNRESET)', true)
      case 'hang':
        return await never()
      case 'truncated':
      case 'answer': {
        const { response } = delivery
        const bytes = await bodyBytes(response)
        const spoiled = fault?.kind === 'corrupt' ? corrupted(bytes) : bytes
        const cut = delivery.kind === 'truncated' ? delivery.afterBytes : undefined
        const rate = delivery.kind === 'answer' ? delivery.bytesPerSecond : undefined
        const body = Readable.from(this.#pieces(spoiled, cut, rate), { objectMode: false })
        signal.addEventListener('abort', () => body.destroy(signal.reason as Error), { once: true })
        body.on('error', () => undefined)
        const digest = fault?.kind === 'digest' ? { 'content-md5': 'AAAAAAAAAAAAAAAAAAAAAA==' } : {}
        return {
          status: response.status,
          headers: {
            ...this.#date(),
            'content-length': String(bytes.length),
            ...response.headers,
            ...digest,
          },
          body,
        }
      }
    }
  }

  #date(): Record<string, string> {
    const { tellsTime, serviceNow } = this.#options
    return tellsTime ? { date: new Date(serviceNow()).toUTCString() } : {}
  }

  async *#pieces(bytes: Buffer, cut: number | undefined, rate: number | undefined): AsyncGenerator<Buffer> {
    const whole = cut === undefined ? bytes : bytes.subarray(0, cut)
    const size = rate === undefined ? whole.length : Math.max(1, Math.ceil(whole.length / PIECES))
    for (let offset = 0; offset < whole.length; offset += size) {
      const piece = whole.subarray(offset, offset + size)
      if (rate !== undefined) await this.#options.world.sleep((piece.length / rate) * 1000)
      yield piece
    }
    if (cut !== undefined) throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' })
  }

  #randomFor(name: string): () => number {
    const count = (this.#counts.get(name) ?? 0) + 1
    this.#counts.set(name, count)
    const random = createRandom(derivedSeed(this.#options.seed, `${name} ${count}`))
    return () => random.next()
  }

  #faultFor(route: Route): CallFault | undefined {
    const count = (this.#counts.get(route) ?? 0) + 1
    this.#counts.set(route, count)
    return this.#options.faults.find(
      (fault) =>
        fault.route === route &&
        count >= fault.nth &&
        count < fault.nth + fault.times &&
        (fault.kind !== 'corrupt' || CHECKED.includes(route)),
    )
  }
}

function isWithin(nowMs: number, atMs: number, lengthMs: number): boolean {
  return nowMs >= atMs && nowMs < atMs + lengthMs
}

/** Usually fast, sometimes slow. */
function latency(random: () => number): number {
  return 5 + SLOWEST_LATENCY_MS * random() ** 4
}

function toSim(request: HttpRequest): SimRequest {
  const { pathname, search } = new URL(request.url)
  return simRequest(request.method, `${pathname}${search}`, {
    headers: request.headers ?? {},
    body: request.body ?? '',
  })
}

function cutOff({ how }: Outage): Delivery {
  switch (how) {
    case 'refused':
      return { kind: 'refused' }
    case 'reset':
      return { kind: 'reset' }
    case 'hang':
      return { kind: 'hang' }
    case 'unavailable':
      return { kind: 'answer', response: { status: 502, headers: {}, body: '<html>bad gateway</html>' } }
  }
}

function planOf(options: NetworkOptions, fault: CallFault | undefined, request: HttpRequest): FaultPlan {
  const plan = new FaultPlan()
  const kind = fault?.kind
  if (fault === undefined || kind === 'corrupt' || kind === 'digest' || kind === undefined) return plan
  const rule: FaultRule = {
    match: { path: /^/ },
    kind,
    when: momentOf(fault),
    bytesPerSecond: 200,
    ...(kind === 'delay' && fault.when === 'before-commit' && { delayMs: fault.lateMs }),
    ...(kind === 'delay' && fault.when === 'after-commit' && { answerDelayMs: fault.lateMs }),
  }
  const body = BODIES[fault.says]
  if (kind === 'wrong-json' && body !== undefined) rule.body = JSON.stringify(body)
  if (kind === 'redirect') rule.headers = { location: 'https://elsewhere.invalid/sign-in' }
  if (kind === 'status') {
    rule.status = fault.status
    rule.headers = retryAfter(options, fault)
    rule.body = `${options.leakedText} ${request.headers?.['authorization'] ?? ''} ${String(request.body ?? '')}`
  }
  plan.add(rule)
  return plan
}

/** Responses that replace the true one, in forms that both services could send. */
const BODIES: Record<CallFault['says'], unknown> = {
  '': undefined,
  error: { error: 'quota' },
  word: { status: 'accepted', success: true, data: { state: 'RUNNING' } },
  'unknown-id': { id: 'unknown1', success: true, data: { id: 99_999, name: 'unknown' } },
  'other-run': {
    id: 'zzzz9999',
    'utc-start-time': '2026-01-05T09:00:00Z',
    'utc-finish-time': '2026-01-05T09:10:00Z',
    'test-complete': true,
    'virtual-users': 25,
    success: true,
    data: { id: 2, name: 'Search', state: 'FINISHED', startTime: 1, endTime: 2 },
  },
}

/** A 4xx after the service carried out the request would be a false response that no client can recognize. */
function momentOf({ route, kind, status, when }: CallFault): CallFault['when'] {
  // The same applies to a stop with status 200.
  if (route === 'stop' && kind === 'wrong-json') return 'after-commit'
  const honest = kind === 'status' && status < 500 && status !== 408 && status !== 425
  return honest ? 'before-commit' : when
}

function retryAfter({ serviceNow }: NetworkOptions, { retryAfter }: CallFault): Record<string, string> {
  if (retryAfter === '') return {}
  if (retryAfter === 'date') return { 'retry-after': new Date(serviceNow() + 7000).toUTCString() }
  return { 'retry-after': retryAfter }
}

function corrupted(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const middle = copy.length >> 1
  copy[middle] = (copy[middle] ?? 0) ^ 0xff
  return copy
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })
}
