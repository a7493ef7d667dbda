import type { FaultKind } from './faults.ts'
import type { ServiceName, SimRequest } from './service.ts'

const KEPT_BODY_BYTES = 64 * 1024

export interface RecordedRequest {
  service: ServiceName
  method: string
  path: string
  query: string
  headers: Record<string, string>
  /** As text, up to 64 kB; empty for streamed bodies. */
  body: string
  /** The status that was sent; 0 if there was no response, or not yet. */
  status: number
  atMs: number
  /** Whether the service itself saw the request; false if a fault came first. */
  committed: boolean
  fault?: FaultKind
}

export class RequestRecord {
  readonly entries: RecordedRequest[] = []

  add(service: ServiceName, request: SimRequest, atMs: number): RecordedRequest {
    const entry: RecordedRequest = {
      service,
      method: request.method,
      path: request.path,
      query: request.query.toString(),
      headers: request.headers,
      body: request.body.subarray(0, KEPT_BODY_BYTES).toString('utf8'),
      status: 0,
      atMs,
      committed: false,
    }
    this.entries.push(entry)
    return entry
  }

  /**
   * The requests to a service, in order of arrival; optionally only those with a method and a path pattern.
   */
  of(service: ServiceName, method?: string, path?: RegExp): RecordedRequest[] {
    return this.entries.filter(
      (entry) =>
        entry.service === service &&
        (method === undefined || entry.method === method) &&
        (path === undefined || path.test(entry.path)),
    )
  }

  clear(): void {
    this.entries.length = 0
  }
}
