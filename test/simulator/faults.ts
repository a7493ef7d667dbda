import type { ServiceName, SimRequest } from './service.ts'

export type FaultKind =
  | 'refused' // no connection at all; only without sockets (with sockets: `simulator.outage`)
  | 'reset-before' // connection reset before the service saw the request
  | 'reset-after' // the service handled the request, then the connection was reset without a response
  | 'hang' // never responds
  | 'truncate' // the connection breaks after `afterBytes`, before the announced length is reached
  | 'slow' // the response arrives at `bytesPerSecond`
  | 'status' // another status, with `headers` and `body`
  | 'html' // a sign-in page
  | 'half-json' // the first half of the response, as if it were complete
  | 'wrong-json' // valid JSON of another form
  | 'redirect' // 302 to `headers.location`
  | 'delay' // the true response, late
  | 'changed' // the true response, changed by `change`

export type FaultMoment = 'before-commit' | 'after-commit'

export interface FaultRule {
  match: { service?: ServiceName; method?: string; path: RegExp }
  /** Only the nth match, counted from 1. */
  nth?: number
  /** Only this many matches from the first. Without `nth` and `times`: every match. */
  times?: number
  kind: FaultKind
  /**
   * Whether the service handled the request before the response broke. Default: after the commit for
   * truncate, slow, half-json and delay, which need the true response, and before it for the others.
   */
  when?: FaultMoment
  status?: number
  headers?: Record<string, string>
  body?: string
  /** For `changed`: how the true body is changed, and additional headers. */
  change?: (body: Buffer) => { body?: Buffer; headers?: Record<string, string> }
  /** For `truncate`: bytes of the body that still arrive. Default: half of it. */
  afterBytes?: number
  bytesPerSecond?: number
  /** Waits before the service sees the request. */
  delayMs?: number
  /** Waits after the service has handled the request, before the response. */
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

  /** Rules that were never applied: a test whose fault never happened proves nothing. */
  unused(): FaultRule[] {
    return this.#rules.filter((entry) => entry.used === 0).map((entry) => entry.rule)
  }

  /** Counts the request for every rule and returns the first that applies. */
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

/** Whether the service must handle the request although its response will be broken. */
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
