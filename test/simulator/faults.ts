import type { ServiceName, SimRequest } from './service.ts'

export type FaultKind =
  | 'refused' // no connection at all; without sockets only (with sockets: `simulator.outage`)
  | 'reset-before' // connection reset, the service never saw the request
  | 'reset-after' // the service handled the request, then the connection was reset without an answer
  | 'hang' // never answers
  | 'truncate' // the announced length never comes: the connection breaks after `afterBytes`
  | 'slow' // the answer trickles at `bytesPerSecond`
  | 'status' // another status, with `headers` and `body`
  | 'html' // a sign-in page
  | 'half-json' // the first half of the answer, as if it were whole
  | 'wrong-json' // valid JSON of another shape
  | 'redirect' // 302 to `headers.location`
  | 'delay' // the true answer, late
  | 'changed' // the true answer, as `change` makes it

export type FaultMoment = 'before-commit' | 'after-commit'

export interface FaultRule {
  match: { service?: ServiceName; method?: string; path: RegExp }
  /** Only the nth match, counted from 1. */
  nth?: number
  /** The first so many matches. Without `nth` and `times`: every match. */
  times?: number
  kind: FaultKind
  /**
   * Whether the service handled the request before the answer broke. Left out: after the commit for truncate,
   * slow, half-json and delay, which need the true answer; before it for the others.
   */
  when?: FaultMoment
  status?: number
  headers?: Record<string, string>
  body?: string
  /** Changed: what becomes of the true body, and headers that come on top. */
  change?: (body: Buffer) => { body?: Buffer; headers?: Record<string, string> }
  /** Truncate: bytes of the body that still arrive. Default: half of it. */
  afterBytes?: number
  bytesPerSecond?: number
  /** Waits before the service sees the request. */
  delayMs?: number
  /** Waits after the service has handled the request, before the answer. */
  answerDelayMs?: number
}

const NEEDS_TRUE_ANSWER: readonly FaultKind[] = [
  'truncate',
  'slow',
  'half-json',
  'delay',
  'changed',
  'reset-after',
]

export class FaultPlan {
  #rules: { rule: FaultRule; matches: number; used: number }[] = []

  add(...rules: FaultRule[]): void {
    for (const rule of rules) this.#rules.push({ rule, matches: 0, used: 0 })
  }

  clear(): void {
    this.#rules = []
  }

  /** Rules that never came to bear: a test whose fault never happened proves nothing. */
  unused(): FaultRule[] {
    return this.#rules.filter((entry) => entry.used === 0).map((entry) => entry.rule)
  }

  /** Counts the request against every rule and gives the first that applies to it. */
  take(service: ServiceName, request: Pick<SimRequest, 'method' | 'path'>): FaultRule | undefined {
    let taken: FaultRule | undefined
    for (const entry of this.#rules) {
      if (!matches(entry.rule, service, request)) continue
      entry.matches++
      if (taken !== undefined || !isDue(entry.rule, entry.matches)) continue
      entry.used++
      taken = entry.rule
    }
    return taken
  }
}

/** Whether the service must handle the request although its answer will be broken. */
export function commitsFirst(rule: FaultRule): boolean {
  if (rule.kind === 'refused' || rule.kind === 'reset-before') return false
  if (NEEDS_TRUE_ANSWER.includes(rule.kind)) return true
  return rule.when === 'after-commit'
}

function matches(
  rule: FaultRule,
  service: ServiceName,
  request: Pick<SimRequest, 'method' | 'path'>,
): boolean {
  const { match } = rule
  if (match.service !== undefined && match.service !== service) return false
  if (match.method !== undefined && match.method !== request.method) return false
  return match.path.test(request.path)
}

function isDue(rule: FaultRule, matchNumber: number): boolean {
  if (rule.nth !== undefined) return matchNumber === rule.nth
  if (rule.times !== undefined) return matchNumber <= rule.times
  return true
}
