import { FieldIndex } from '../lines/field-index.ts'
import { LogTime } from '../lines/log-time.ts'
import { takeFloats, VectorMemory } from '../lines/vector-memory.ts'
import { maskedSample } from '../errors/masked-sample.ts'
import type { AgentUsage, DataWarning } from '../model.ts'
import { CPU_IDLE, MEMORY_USED, STATUS } from './request-log-columns.ts'
import type { RequestSink } from './request-log-scanner.ts'
import { LoadCollector } from '../totals/load-collector.ts'
import type { TimeSums } from '../totals/time-sums.ts'
import { ClientSpans } from './client-spans.ts'
import { SubjectAccumulator } from '../totals/subject-accumulator.ts'
import { DURATION_MS, TIME_MS } from '../totals/timing-accumulator.ts'

const FIRST_FAILED_STATUS = 400
/** The name of the load generator: an execution has only one. */
const GENERATOR = ''

/** Places in `#numbers`; `vectors/add-requests.ts` has the same. */
const RECORDS = 0
const FIRST_MS = 1
/** The earliest time that is not a whole second. */
const FIRST_FINE_MS = 2
const LAST_MS = 3
const BUSY_COUNT = 4
const BUSY_SUM = 5
const BUSY_MAX = 6
const MEMORY_MAX_MB = 7
const NUMBERS = 8

export interface RequestLogOptions {
  maxLabels?: number
  memory?: VectorMemory
}

/** The totals of one execution's request logs. */
export class RequestLogTotals implements RequestSink {
  readonly memory: VectorMemory
  /** Reads all logs, one after another. */
  readonly index: FieldIndex
  readonly requests: SubjectAccumulator
  readonly time: LogTime
  readonly #numbers: Float64Array
  #broken = 0
  #firstBroken = 0
  #lastBroken = 0
  /** The number of records before the current log. */
  #recordsBefore = 0
  /** The number of logs that end with a broken record. */
  #cutOff = 0
  #withoutTime = 0
  readonly #clients: ClientSpans
  readonly #load = new LoadCollector()
  readonly #cpu: TimeSums

  constructor({ maxLabels, memory = new VectorMemory() }: RequestLogOptions = {}) {
    this.memory = memory
    this.index = new FieldIndex(memory)
    this.requests = new SubjectAccumulator(maxLabels, memory)
    this.time = new LogTime(memory)
    this.#clients = new ClientSpans(memory)
    this.#cpu = this.#load.cpuOf(GENERATOR, memory)!
    this.#numbers = takeFloats(memory, NUMBERS)
    this.#numbers.set([0, Infinity, Infinity, -Infinity, 0, 0, -Infinity, -Infinity])
  }

  /** Where the vectors find what they add to, in the order of `vectors/add-requests.ts`. */
  get addresses(): number[] {
    const totals = this.memory.addressOf(this.#numbers)
    return [this.requests.address, this.time.address, this.#clients.address, this.#cpu.address, totals]
  }

  get lastMs(): number {
    return this.#numbers[LAST_MS]!
  }

  request(bytes: DataView, labelStart: number, labelEnd: number, rows: Float64Array, row: number): boolean {
    const ms = rows[row + DURATION_MS]!
    const timeMs = rows[row + TIME_MS]!
    // Also excludes NaN. `1e999` is infinite.
    if (!(ms >= 0 && ms < Infinity)) {
      this.broken()
      return false
    }
    const numbers = this.#numbers
    numbers[RECORDS]!++
    const status = rows[row + STATUS]!
    const isFine = status > 0 && status < FIRST_FAILED_STATUS
    if (timeMs < numbers[FIRST_MS]!) numbers[FIRST_MS] = timeMs
    if (timeMs < numbers[FIRST_FINE_MS]! && timeMs % 1000 !== 0) numbers[FIRST_FINE_MS] = timeMs
    if (timeMs + ms > numbers[LAST_MS]!) numbers[LAST_MS] = timeMs + ms
    if (Number.isNaN(timeMs)) this.#withoutTime++
    const label = this.requests.labelOf(bytes, labelStart, labelEnd)
    this.requests.add(label, rows, row, !isFine)
    this.#addMachine(rows, row)
    return !isFine && this.failed(label, rows, row)
  }

  failed(label: number, rows: Float64Array, row: number): boolean {
    return this.requests.errorKinds.add(label, rows[row + STATUS]!, rows[row + TIME_MS]!)
  }

  settle(): void {
    this.requests.settle()
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
    const record = ++this.#numbers[RECORDS]!
    if (this.#broken++ === 0) this.#firstBroken = record
    this.#lastBroken = record
  }

  /**
   * When the first request began. If some times are cut to whole seconds and others are not, a cut time may
   * be any moment of its second, so the earliest one that was not cut is more accurate.
   */
  get firstMs(): number {
    const [, firstMs, firstFineMs] = this.#numbers as unknown as [number, number, number]
    const isCut = this.time.hasWholeSeconds && firstMs % 1000 === 0
    return isCut && firstFineMs < firstMs + 1000 ? firstFineMs : firstMs
  }

  /**
   * Called at the end of one log: a load generator that is stopped may cut off the last record, although the
   * others are complete.
   */
  endLog(): void {
    const records = this.#numbers[RECORDS]!
    if (records > this.#recordsBefore && this.#lastBroken === records) this.#cutOff++
    this.#recordsBefore = records
  }

  /** The machine that sent the requests: CPU in percent of the whole machine, memory in MB. */
  usage(agent: string): AgentUsage | undefined {
    const usage: AgentUsage = { agent }
    const numbers = this.#numbers
    if (numbers[BUSY_COUNT]! > 0) {
      usage.cpuMeanPercent = numbers[BUSY_SUM]! / numbers[BUSY_COUNT]!
      usage.cpuMaxPercent = numbers[BUSY_MAX]!
    }
    if (numbers[MEMORY_MAX_MB]! >= 0) usage.memoryMaxMb = numbers[MEMORY_MAX_MB]!
    return Object.keys(usage).length > 1 ? usage : undefined
  }

  warnings(execution: string): DataWarning[] {
    const warnings: DataWarning[] = []
    const where = execution ? `${execution}: ` : ''
    if (this.#broken > 0)
      warnings.push({
        code: 'broken-line',
        message: `${where}${this.#broken} of ${this.#numbers[RECORDS]} records in the request log could not be read and are not counted; the first is record ${this.#firstBroken}.`,
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
    const numbers = this.#numbers
    const busyPercent = 100 - rows[row + CPU_IDLE]!
    if (busyPercent >= 0 && busyPercent <= 100) {
      numbers[BUSY_COUNT]!++
      numbers[BUSY_SUM]! += busyPercent
      if (busyPercent > numbers[BUSY_MAX]!) numbers[BUSY_MAX] = busyPercent
      // From here on the row has the busy share, and no longer the idle one.
      rows[row + CPU_IDLE] = busyPercent
      this.#cpu.addOf(rows, row + TIME_MS, row + CPU_IDLE)
    }
    const memoryUsedMb = rows[row + MEMORY_USED]!
    if (memoryUsedMb > numbers[MEMORY_MAX_MB]!) numbers[MEMORY_MAX_MB] = memoryUsedMb
  }
}
