import { commitsFirst, type FaultPlan, type FaultRule } from './faults.ts'
import type { RecordedRequest, RequestRecord } from './record.ts'
import { bodyBytes, empty, json, type SimRequest, type SimResponse, type SimService } from './service.ts'

/**
 * What happens to a request after faults were applied. The socket server acts on it; virtual time interprets
 * it.
 */
export type Delivery =
  | { kind: 'answer'; response: SimResponse; bytesPerSecond?: number }
  | { kind: 'truncated'; response: SimResponse; afterBytes: number }
  | { kind: 'refused' }
  | { kind: 'reset' }
  | { kind: 'hang' }

export interface DeliveryContext {
  faults: FaultPlan
  record: RequestRecord
  now: () => number
  sleep: (ms: number) => Promise<void>
}

const SIGN_IN_PAGE =
  '<!DOCTYPE html><html><head><title>Sign in</title></head><body><form method="post"><input name="user"></form></body></html>'

/**
 * Records a request, lets the service handle it unless a fault comes first, and breaks the response as
 * planned.
 */
export async function deliver(
  service: SimService,
  request: SimRequest,
  context: DeliveryContext,
): Promise<Delivery> {
  const entry = context.record.add(service.name, request, context.now())
  const rule = context.faults.take(service.name, request)
  if (rule === undefined) return answered(entry, await handled(service, request, entry))
  entry.fault = rule.kind
  if (rule.delayMs !== undefined) await context.sleep(rule.delayMs)
  const response = commitsFirst(rule) ? await handled(service, request, entry) : undefined
  if (rule.answerDelayMs !== undefined) await context.sleep(rule.answerDelayMs)
  const delivery = await broken(rule, response)
  if ('response' in delivery) entry.status = delivery.response.status
  return delivery
}

async function handled(service: SimService, request: SimRequest, entry: RecordedRequest) {
  entry.committed = true
  return service.handle(request)
}

function answered(entry: RecordedRequest, response: SimResponse): Delivery {
  entry.status = response.status
  return { kind: 'answer', response }
}

async function broken(rule: FaultRule, committed: SimResponse | undefined): Promise<Delivery> {
  const response = committed ?? empty(200)
  switch (rule.kind) {
    case 'refused':
      return { kind: 'refused' }
    case 'reset-before':
    case 'reset-after':
      return { kind: 'reset' }
    case 'hang':
      return { kind: 'hang' }
    case 'truncate':
      return { kind: 'truncated', response, afterBytes: rule.afterBytes ?? (await halfOf(response)) }
    case 'slow':
      return { kind: 'answer', response, bytesPerSecond: rule.bytesPerSecond ?? 1024 }
    case 'half-json':
      return { kind: 'answer', response: await firstHalf(response) }
    case 'delay':
      return { kind: 'answer', response }
    case 'changed':
      return { kind: 'answer', response: await changed(response, rule) }
    case 'status':
    case 'html':
    case 'wrong-json':
    case 'redirect':
      return { kind: 'answer', response: replaced(rule) }
  }
}

async function changed(
  { status, headers, ...response }: SimResponse,
  { change }: FaultRule,
): Promise<SimResponse> {
  const body = await bodyBytes({ status, headers, ...response })
  const made = change?.(body)
  return { status, headers: { ...headers, ...made?.headers }, body: made?.body ?? body }
}

function replaced(rule: FaultRule): SimResponse {
  const headers = rule.headers ?? {}
  switch (rule.kind) {
    case 'html':
      return {
        status: rule.status ?? 200,
        headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
        body: rule.body ?? SIGN_IN_PAGE,
      }
    case 'wrong-json':
      return rule.body === undefined
        ? json(rule.status ?? 200, { unexpected: true }, headers)
        : { ...json(rule.status ?? 200, null, headers), body: rule.body }
    case 'redirect':
      return empty(rule.status ?? 302, { location: '/', ...headers })
    default:
      return {
        status: rule.status ?? 503,
        headers: { 'content-type': 'text/plain', ...headers },
        body: rule.body ?? '',
      }
  }
}

async function halfOf(response: SimResponse): Promise<number> {
  if (typeof response.body === 'function') return Math.floor((response.contentLength ?? 2048) / 2)
  return Math.floor(Buffer.byteLength(response.body) / 2)
}

async function firstHalf(response: SimResponse): Promise<SimResponse> {
  const bytes = await bodyBytes(response)
  return { status: response.status, headers: response.headers, body: bytes.subarray(0, bytes.length >> 1) }
}
