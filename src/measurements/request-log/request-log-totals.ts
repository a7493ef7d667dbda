import { LogTime } from '../lines/log-time.ts'
import { maskedSample } from '../errors/masked-sample.ts'
import type { AgentUsage, DataWarning } from '../model.ts'
import { CPU_IDLE, MEMORY_USED, STATUS } from './request-log-columns.ts'
import type { RequestSink } from './request-log-scanner.ts'
import { LoadCollector } from '../totals/load-collector.ts'
import { ClientSpans } from './client-spans.ts'
import { SubjectAccumulator } from '../totals/subject-accumulator.ts'
import { DURATION_MS, TIME_MS } from '../totals/timing-accumulator.ts'

const FIRST_FAILED_STATUS = 400
/** The name of the load generator: an execution has only one. */
const GENERATOR = ''

/** The totals of one execution's request logs. */
export class RequestLogTotals implements RequestSink {
  readonly requests: SubjectAccumulator
  readonly time = new LogTime()
  #records = 0
  #broken = 0
  #firstBroken = 0
  #lastBroken = 0
  /** The number of records before the current log. */
  #recordsBefore = 0
  /** The number of logs that end with a broken record. */
  #cutOff = 0
  #withoutTime = 0
  #firstMs = Infinity
  /** The earliest time that is not a whole second. */
  #firstFineMs = Infinity
  lastMs = -Infinity
  readonly #clients = new ClientSpans()
  readonly #load = new LoadCollector()
  readonly #cpu = this.#load.cpuOf(GENERATOR)!
  #busyCount = 0
  #busySum = 0
  #busyMax = -Infinity
  #memoryMaxMb = -Infinity

  constructor(maxLabels?: number) {
    this.requests = new SubjectAccumulator(maxLabels)
  }

  request(bytes: DataView, labelStart: number, labelEnd: number, rows: Float64Array, row: number): boolean {
    const ms = rows[row + DURATION_MS]!
    const timeMs = rows[row + TIME_MS]!
    // Also excludes NaN. `1e999` is infinite.
    if (!(ms >= 0 && ms < Infinity)) {
      this.broken()
      return false
    }
    this.#records++
    const status = rows[row + STATUS]!
    const isFine = status > 0 && status < FIRST_FAILED_STATUS
    if (timeMs < this.#firstMs) this.#firstMs = timeMs
    if (timeMs < this.#firstFineMs && timeMs % 1000 !== 0) this.#firstFineMs = timeMs
    if (timeMs + ms > this.lastMs) this.lastMs = timeMs + ms
    if (Number.isNaN(timeMs)) this.#withoutTime++
    const label = this.requests.labelOf(bytes, labelStart, labelEnd)
    this.requests.add(label, rows, row, !isFine)
    this.#addMachine(rows, row)
    return !isFine && this.requests.errorKinds.add(label, status, timeMs)
  }

  client(bytes: DataView, start: number, end: number, rows: Float64Array, row: number): void {
    this.#clients.add(bytes, start, end, rows, row)
  }

  /** Virtual users and CPU over time; must be called only once, after everything was read. */
  load(): LoadCollector {
    this.#clients.addTo(this.#load)
    return this.#load
  }

  sample(url: Uint8Array): void {
    this.requests.errorKinds.sample(maskedSample(url))
  }

  broken(): void {
    this.#records++
    if (this.#broken++ === 0) this.#firstBroken = this.#records
    this.#lastBroken = this.#records
  }

  /**
   * When the first request began. If some times are cut to whole seconds and others are not, a cut time may
   * be any moment of its second, so the earliest one that was not cut is more accurate.
   */
  get firstMs(): number {
    const isCut = this.time.hasWholeSeconds && this.#firstMs % 1000 === 0
    return isCut && this.#firstFineMs < this.#firstMs + 1000 ? this.#firstFineMs : this.#firstMs
  }

  /**
   * Called at the end of one log: a load generator that is stopped may cut off the last record, although the
   * others are complete.
   */
  endLog(): void {
    if (this.#records > this.#recordsBefore && this.#lastBroken === this.#records) this.#cutOff++
    this.#recordsBefore = this.#records
  }

  /** The machine that sent the requests: CPU in percent of the whole machine, memory in MB. */
  usage(agent: string): AgentUsage | undefined {
    const usage: AgentUsage = { agent }
    if (this.#busyCount > 0) {
      usage.cpuMeanPercent = this.#busySum / this.#busyCount
      usage.cpuMaxPercent = this.#busyMax
    }
    if (this.#memoryMaxMb >= 0) usage.memoryMaxMb = this.#memoryMaxMb
    return Object.keys(usage).length > 1 ? usage : undefined
  }

  warnings(execution: string): DataWarning[] {
    const warnings: DataWarning[] = []
    const where = execution ? `${execution}: ` : ''
    if (this.#broken > 0)
      warnings.push({
        code: 'broken-line',
        message: `${where}${this.#broken} of ${this.#records} records in the request log could not be read and are not counted; the first is record ${this.#firstBroken}.`,
        ...(this.#broken > this.#cutOff && { affects: 'result' }),
      })
    if (this.time.forms.length > 0)
      warnings.push({
        code: 'note',
        message: `${where}Timestamps parsed as ${this.time.forms.join(' and ')}.`,
      })
    if (this.#withoutTime > 0)
      warnings.push({
        code: 'clock',
        message: `${where}${this.#withoutTime} records in the request log have no readable time; they are counted, but are not in any time series or rate.`,
      })
    return warnings
  }

  #addMachine(rows: Float64Array, row: number): void {
    const busyPercent = 100 - rows[row + CPU_IDLE]!
    if (busyPercent >= 0 && busyPercent <= 100) {
      this.#busyCount++
      this.#busySum += busyPercent
      if (busyPercent > this.#busyMax) this.#busyMax = busyPercent
      // From here on the row has the busy share, and no longer the idle one.
      rows[row + CPU_IDLE] = busyPercent
      this.#cpu.addOf(rows, row + TIME_MS, row + CPU_IDLE)
    }
    const memoryUsedMb = rows[row + MEMORY_USED]!
    if (memoryUsedMb > this.#memoryMaxMb) this.#memoryMaxMb = memoryUsedMb
  }
}
