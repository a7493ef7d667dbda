import { archiveFiles, archiveWalk, isArchiveName } from '../../formats/archives/archive-files.ts'
import type { InflateBudget } from '../../formats/archives/inflate-budget.ts'
import { firstLineOf, maskedSample } from '../errors/masked-sample.ts'
import { FieldIndex } from '../lines/field-index.ts'
import { release } from '../../formats/archives/inflated-chunks.ts'
import { LineFeed } from '../lines/line-feed.ts'
import { takeFloats, takeWords, VectorMemory } from '../lines/vector-memory.ts'
import type { AgentUsage, DataWarning, Measurements, TimingSubject } from '../model.ts'
import { LoadCollector, loadOverTime } from '../totals/load-collector.ts'
import { SubjectAccumulator } from '../totals/subject-accumulator.ts'
import { DURATION_MS, TIME_MS } from '../totals/timing-accumulator.ts'
import { type TimerPlace, type TimerReading, XltTimerScanner } from './xlt-timer-scanner.ts'

const SUBJECT_OF_TYPE: Record<string, TimingSubject> = {
  R: 'raw-requests',
  A: 'actions',
  T: 'transactions',
  P: 'page-loads',
  C: 'custom',
}
/** Index of the whole machine's CPU load in a record of agent resources; old versions do not have it. */
const MACHINE_CPU_FIELD = 22
const TIME_FIELD = 2
const TRANSACTION = 'T'.charCodeAt(0)

/**
 * True for the names of XLT's timer files, current and old: `timers.csv`, dated, `timer-wd-*.csv`, each also
 * gzipped.
 */
export function isTimerFile(path: string): boolean {
  return /(^|\/)(timers\.csv(\.\d{4}-\d{2}-\d{2})?|timer-wd-[^/]*\.csv)(\.gz)?$/.test(path)
}

/**
 * Reads all timer files of a result archive (`.tar.gz`, with archives in it) as a stream. Throws if the
 * archive cannot be read to its end, or has no timer files.
 */
export async function readXltTimers(
  archive: AsyncIterable<Uint8Array>,
  options: { maxLabels?: number; memory?: VectorMemory; budget?: InflateBudget } = {},
): Promise<Pick<Measurements, 'subjects' | 'agents' | 'load' | 'warnings'>> {
  const totals = new TimerTotals(options.memory ?? new VectorMemory(), options.maxLabels)
  let files = 0
  const walk = archiveWalk((path) => isTimerFile(path) || isArchiveName(path), options.budget)
  const scanner = new XltTimerScanner(totals)
  for await (const file of archiveFiles(archive, walk)) {
    if (!isTimerFile(file.path)) continue
    files++
    const feed = new LineFeed(scanner)
    for await (const chunk of file.bytes) {
      feed.write(chunk)
      release(chunk)
    }
    feed.end()
    totals.endFile()
  }
  if (files === 0) throw new Error('The result archive has no timer files.')
  return totals.toMeasurements()
}

/** Places in `#times`; `vectors/add-timers.ts` has the same. */
const FIRST_MS = 0
const LAST_MS = 1
/** One for each character code of a type. */
const TYPES = 256

class TimerTotals implements TimerReading {
  readonly memory: VectorMemory
  readonly index: FieldIndex
  /** By character code of the record type. */
  readonly #subjects: (SubjectAccumulator | undefined)[] = []
  /** The same for the vectors. */
  readonly #addresses: Int32Array
  readonly #times: Float64Array
  readonly #agents = new Map<string, { count: number; sum: number; max: number }>()
  readonly #load = new LoadCollector()
  #broken = 0
  #lastIsBroken = false
  /** The number of files that end with a broken line. */
  #cutOff = 0
  /** The previous timer, for the case that it failed. */
  #subject: SubjectAccumulator | undefined
  #label = 0
  #startMs = NaN

  constructor(memory: VectorMemory, maxLabels?: number) {
    this.memory = memory
    this.index = new FieldIndex(memory)
    this.#times = takeFloats(memory, 2)
    this.#times.set([Infinity, -Infinity])
    this.#addresses = takeWords(memory, TYPES)
    for (const type of Object.keys(SUBJECT_OF_TYPE)) {
      const subject = new SubjectAccumulator(maxLabels, memory)
      this.#subjects[type.charCodeAt(0)] = subject
      this.#addresses[type.charCodeAt(0)] = subject.address
    }
  }

  /** Where the vectors find what they add to, in the order of `vectors/add-timers.ts`. */
  get addresses(): number[] {
    return [this.#addresses, this.#times].map((table) => this.memory.addressOf(table))
  }

  timer(
    { type, nameStart, nameEnd, row, failed }: Readonly<TimerPlace>,
    bytes: DataView,
    rows: Float64Array,
  ): void {
    this.#lastIsBroken = false
    const subject = this.#subjects[type]!
    const startMs = rows[row + TIME_MS]!
    const endMs = startMs + rows[row + DURATION_MS]!
    if (startMs < this.#times[FIRST_MS]!) this.#times[FIRST_MS] = startMs
    if (endMs > this.#times[LAST_MS]!) this.#times[LAST_MS] = endMs
    if (type === TRANSACTION) this.#load.addUser(startMs, endMs)
    const label = subject.labelOf(bytes, nameStart, nameEnd)
    subject.add(label, rows, row, failed)
    if (!failed) return
    this.#subject = subject
    this.#label = label
    this.#startMs = startMs
  }

  settle(): void {
    for (const subject of this.#subjects) subject?.settle()
  }

  added(): void {
    this.#lastIsBroken = false
  }

  addedTimer(type: number, label: number, rows: Float64Array, row: number): void {
    const startMs = rows[row + TIME_MS]!
    if (type === TRANSACTION) this.#load.addUser(startMs, startMs + rows[row + DURATION_MS]!)
    this.#subject = this.#subjects[type]
    this.#label = label
    this.#startMs = startMs
  }

  failure(code: number): boolean {
    return this.#subject?.errorKinds.add(this.#label, code, this.#startMs) ?? false
  }

  sample(url: Uint8Array): void {
    this.#subject?.errorKinds.sample(maskedSample(url))
  }

  failedWith(trace: Uint8Array): void {
    this.#subject?.errorKinds.addMessage(this.#label, firstLineOf(trace), this.#startMs)
  }

  agent(fields: string[]): void {
    this.#lastIsBroken = false
    const cpuPercent = Number.parseFloat(fields[MACHINE_CPU_FIELD] ?? '')
    const name = fields[1]
    if (!name || !(cpuPercent >= 0)) return
    const usage = this.#agents.get(name) ?? { count: 0, sum: 0, max: 0 }
    usage.count++
    usage.sum += cpuPercent
    usage.max = Math.max(usage.max, cpuPercent)
    this.#agents.set(name, usage)
    this.#load.cpuOf(name)?.add(Number(fields[TIME_FIELD]), cpuPercent)
  }

  broken(): void {
    this.#broken++
    this.#lastIsBroken = true
  }

  /** When an agent is stopped, the last line of its file may be cut off, although the others are complete. */
  endFile(): void {
    if (this.#lastIsBroken) this.#cutOff++
    this.#lastIsBroken = false
  }

  toMeasurements(): Pick<Measurements, 'subjects' | 'agents' | 'load' | 'warnings'> {
    const subjects: Measurements['subjects'] = {}
    const warnings: DataWarning[] = []
    const [firstMs = Infinity, lastMs = -Infinity] = this.#times
    const spanMs = lastMs > firstMs ? lastMs - firstMs : undefined
    for (const [type, name] of Object.entries(SUBJECT_OF_TYPE)) {
      const accumulator = this.#subjects[type.charCodeAt(0)]!
      const subject = accumulator.toSubject('xlt-timers', spanMs, { hasCodes: name === 'raw-requests' })
      if (subject) subjects[name] = subject
      warnings.push(...accumulator.warnings(name))
    }
    if (this.#broken > 0)
      warnings.push({
        code: 'broken-line',
        message: `${this.#broken} lines in the timer files could not be read and are not counted.`,
        ...(this.#broken > this.#cutOff && { affects: 'result' }),
      })
    const agents = this.#usage()
    const load = loadOverTime([this.#load])
    return { subjects, warnings, ...(agents.length > 0 && { agents }), ...(load && { load }) }
  }

  #usage(): AgentUsage[] {
    return [...this.#agents].map(([agent, { count, sum, max }]) => ({
      agent,
      cpuMeanPercent: sum / count,
      cpuMaxPercent: max,
    }))
  }
}
