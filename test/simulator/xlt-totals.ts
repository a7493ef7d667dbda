import { setImmediate as nextTurn } from 'node:timers/promises'
import { ChartData } from './xlt-chart-data.ts'
import { NamedStatistics, namedTimers, SpreadStatistics } from './xlt-statistics.ts'
import { WebVitalTotals } from './xlt-web-vitals.ts'
import { type XltRecord, xltRecords, type XltRequest, xltUsers } from './xlt-records.ts'
import type { XltDataSettings } from './xlt-scenarios.ts'

export const REQUEST_PARTS = [
  'bytesSent',
  'bytesReceived',
  'dnsTime',
  'connectTime',
  'sendTime',
  'serverBusyTime',
  'receiveTime',
  'timeToFirstBytes',
  'timeToLastBytes',
] as const

export type RequestPart = (typeof REQUEST_PARTS)[number]

/** Everything that a report says about a run, counted from the same records as in the result archive. */
export class XltTotals {
  readonly transactions = namedTimers()
  readonly actions = namedTimers()
  readonly requests = namedTimers()
  readonly pageLoadTimings = namedTimers()
  readonly customTimers = namedTimers()
  readonly parts = new Map<RequestPart, NamedStatistics<SpreadStatistics>>()
  readonly requestCharts = new Map<string, ChartData>()
  readonly responseCodes = new Map<number, number>()
  readonly requestMethods = new Map<string, number>()
  readonly contentTypes = new Map<string, number>()
  readonly events = new Map<string, { scenario: string; message: string; count: number }>()
  /** By page and vital, such as `Homepage` and `LCP`. */
  readonly webVitals = new Map<string, Map<string, WebVitalTotals>>()
  readonly transactionsOfAgent = new Map<string, { count: number; errors: number }>()

  constructor() {
    for (const part of REQUEST_PARTS) this.parts.set(part, new NamedStatistics(() => new SpreadStatistics()))
  }

  add(record: XltRecord, agent: string): void {
    switch (record.kind) {
      case 'T':
        this.#countTransaction(agent, record.failed)
        return this.transactions.add(record.name, record.runMs, record.failed)
      case 'A':
        return this.actions.add(record.name, record.runMs, record.failed)
      case 'P':
        return this.pageLoadTimings.add(record.name, record.runMs, record.failed)
      case 'C':
        return this.customTimers.add(record.name, record.runMs, record.failed)
      case 'R':
        return this.#addRequest(record)
      case 'W':
        return this.#addWebVital(record.name, record.value)
      case 'E': {
        const event = this.events.get(record.name) ?? { ...record, count: 0 }
        event.count++
        this.events.set(record.name, event)
      }
    }
  }

  #addRequest(request: XltRequest): void {
    // Reports merge requests: whatever a page loads counts under the page's name.
    const name = request.name.split('.')[0] ?? request.name
    this.requests.add(name, request.runMs, request.failed)
    for (const chart of [name, 'All Requests'])
      this.#chartOf(chart).add(request.timeMs + request.runMs, request.runMs)
    const firstByteMs = request.connectMs + request.busyMs
    const values: Record<RequestPart, number> = {
      bytesSent: request.bytesSent,
      bytesReceived: request.bytesReceived,
      dnsTime: request.dnsMs,
      connectTime: request.connectMs,
      sendTime: request.sendMs,
      serverBusyTime: request.busyMs,
      receiveTime: request.receiveMs,
      timeToFirstBytes: firstByteMs,
      timeToLastBytes: firstByteMs + request.receiveMs,
    }
    for (const part of REQUEST_PARTS) this.parts.get(part)?.add(name, values[part])
    increase(this.responseCodes, request.code)
    increase(this.requestMethods, request.method)
    increase(this.contentTypes, request.contentType)
  }

  #chartOf(name: string): ChartData {
    const chart = this.requestCharts.get(name) ?? new ChartData()
    this.requestCharts.set(name, chart)
    return chart
  }

  #addWebVital(name: string, value: number): void {
    const [, page, vital] = /^(.*) \[(\w+)\]$/.exec(name) ?? []
    if (page === undefined || vital === undefined) return
    const vitals = this.webVitals.get(page) ?? new Map<string, WebVitalTotals>()
    this.webVitals.set(page, vitals)
    const totals = vitals.get(vital) ?? new WebVitalTotals(vital)
    vitals.set(vital, totals)
    totals.add(value)
  }

  #countTransaction(agent: string, failed: boolean): void {
    const counted = this.transactionsOfAgent.get(agent) ?? { count: 0, errors: 0 }
    counted.count++
    if (failed) counted.errors++
    this.transactionsOfAgent.set(agent, counted)
  }
}

export async function xltTotals(seed: number, settings: XltDataSettings): Promise<XltTotals> {
  const totals = new XltTotals()
  for (const user of xltUsers(seed, settings)) {
    for (const record of xltRecords(user, settings)) totals.add(record, user.agent)
    // Other requests must be served while a large run is counted.
    await nextTurn()
  }
  return totals
}

function increase<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
