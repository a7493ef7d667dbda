import { LogTime } from '../lines/log-time.ts'
import { maskedSample } from '../errors/masked-sample.ts'
import type { AgentUsage, DataWarning } from '../model.ts'
import { CPU_IDLE, MEMORY_USED, STATUS } from './request-log-columns.ts'
import type { RequestSink } from './request-log-scanner.ts'
import { SubjectAccumulator } from '../totals/subject-accumulator.ts'
import { DURATION_MS, TIME_MS } from '../totals/timing-accumulator.ts'

const FIRST_FAILED_STATUS = 400

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
  #idleCount = 0
  #idleSum = 0
  #idleMin = Infinity
  #memoryMaxMb = -Infinity

  constructor(maxLabels?: number) {
    this.requests = new SubjectAccumulator(maxLabels)
  }

  request(bytes: DataView, labelStart: number, labelEnd: number, rows: Float64Array, row: number): boolean {
    const ms = rows[row + DURATION_MS]!
    // Also excludes NaN. `1e999` is infinite.
    if (!(ms >= 0 && ms < Infinity)) {
      this.broken()
      return false
    }
    this.#records++
    const status = rows[row + STATUS]!
    const isFine = status > 0 && status < FIRST_FAILED_STATUS
    const timeMs = rows[row + TIME_MS]!
    if (timeMs < this.#firstMs) this.#firstMs = timeMs
    if (timeMs < this.#firstFineMs && timeMs % 1000 !== 0) this.#firstFineMs = timeMs
    if (timeMs + ms > this.lastMs) this.lastMs = timeMs + ms
    if (Number.isNaN(timeMs)) this.#withoutTime++
    const label = this.requests.labelOf(bytes, labelStart, labelEnd)
    this.requests.add(label, rows, row, !isFine)
    this.#addMachine(rows[row + CPU_IDLE]!, rows[row + MEMORY_USED]!)
    return !isFine && this.requests.errorKinds.add(label, status, timeMs)
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
    if (this.#idleCount > 0) {
      usage.cpuMeanPercent = 100 - this.#idleSum / this.#idleCount
      usage.cpuMaxPercent = 100 - this.#idleMin
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

  #addMachine(idlePercent: number, memoryUsedMb: number): void {
    if (idlePercent >= 0 && idlePercent <= 100) {
      this.#idleCount++
      this.#idleSum += idlePercent
      if (idlePercent < this.#idleMin) this.#idleMin = idlePercent
    }
    if (memoryUsedMb > this.#memoryMaxMb) this.#memoryMaxMb = memoryUsedMb
  }
}
