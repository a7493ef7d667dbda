import { archiveFiles, archiveWalk, isArchiveName } from '../../formats/archives/archive-files.ts'
import type { InflateBudget } from '../../formats/archives/inflate-budget.ts'
import { firstLineOf, maskedSample } from '../errors/masked-sample.ts'
import { FieldIndex } from '../lines/field-index.ts'
import { release } from '../../formats/archives/inflated-chunks.ts'
import { LineFeed } from '../lines/line-feed.ts'
import type { AgentUsage, DataWarning, Measurements, TimingSubject } from '../model.ts'
import { LoadCollector, loadOverTime } from '../totals/load-collector.ts'
import { SubjectAccumulator } from '../totals/subject-accumulator.ts'
import { DURATION_MS, TIME_MS } from '../totals/timing-accumulator.ts'
import { type TimerPlace, type TimerSink, XltTimerScanner } from './xlt-timer-scanner.ts'

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
  options: { maxLabels?: number; index?: FieldIndex; budget?: InflateBudget } = {},
): Promise<Pick<Measurements, 'subjects' | 'agents' | 'load' | 'warnings'>> {
  const totals = new TimerTotals(options.maxLabels)
  const index = options.index ?? new FieldIndex()
  let files = 0
  const walk = archiveWalk((path) => isTimerFile(path) || isArchiveName(path), options.budget)
  for await (const file of archiveFiles(archive, walk)) {
    if (!isTimerFile(file.path)) continue
    files++
    const feed = new LineFeed(new XltTimerScanner(totals, index))
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

class TimerTotals implements TimerSink {
  /** By character code of the record type. */
  readonly #subjects: (SubjectAccumulator | undefined)[] = []
  readonly #maxLabels: number | undefined
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
  #firstMs = Infinity
  #lastMs = -Infinity

  constructor(maxLabels?: number) {
    this.#maxLabels = maxLabels
    for (const type of Object.keys(SUBJECT_OF_TYPE))
      this.#subjects[type.charCodeAt(0)] = new SubjectAccumulator(this.#maxLabels)
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
    if (startMs < this.#firstMs) this.#firstMs = startMs
    if (endMs > this.#lastMs) this.#lastMs = endMs
    if (type === TRANSACTION) this.#load.addUser(startMs, endMs)
    const label = subject.labelOf(bytes, nameStart, nameEnd)
    subject.add(label, rows, row, failed)
    if (!failed) return
    this.#subject = subject
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
    const spanMs = this.#lastMs > this.#firstMs ? this.#lastMs - this.#firstMs : undefined
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
