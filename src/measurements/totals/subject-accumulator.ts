import { ErrorKindCounter } from '../errors/error-kind-counter.ts'
import { addressIn, enlargedWords, takeWords, type VectorMemory } from '../lines/vector-memory.ts'
import { Histogram, type PageBudget, PAGES_PER_BUDGET } from './histogram.ts'
import { LabelIndex } from './label-index.ts'
import type { DataWarning, SubjectTimings, Timing, TimingSubject } from '../model.ts'
import { statedPercentile } from '../stated-percentile.ts'
import { SeriesCollector } from './series.ts'
import { TimingAccumulator } from './timing-accumulator.ts'

export const MAX_LABELS = 20_000
export const OTHER_LABELS = '(other labels)'
const NO_NAME = Buffer.from('(no name)')
const NO_NAME_VIEW = new DataView(NO_NAME.buffer, NO_NAME.byteOffset, NO_NAME.length)
const FIRST_LABELS = 128
const LABELS_WITH_SERIES = 50
/** Labels with fewer values are not considered for the slowest ones. */
const LEAST_TO_BE_SLOW = 20
/** The number that stands for all labels without room. */
const OTHERS = -1

/** Places in `#tables`. */
const TIMINGS = 1
const TIMING_COUNT = 2

/**
 * Collects all timings of one subject from raw data: one accumulator per label, and their series. In a vector
 * memory, the vectors add the values of known labels.
 */
export class SubjectAccumulator {
  readonly #index: LabelIndex
  readonly #maxLabels: number
  readonly #memory: VectorMemory | undefined
  readonly #timings: TimingAccumulator[] = []
  #others: TimingAccumulator | undefined
  readonly #budget: PageBudget = { pagesLeft: PAGES_PER_BUDGET }
  /** Counts of labels whose own histogram has no more room. */
  readonly #rest: Histogram
  readonly #series: SeriesCollector
  /** For the vectors: where the labels, their timings and the series are. */
  readonly #tables: Int32Array
  /** By label, where the vectors find its timing. */
  #addresses: Int32Array
  /** Filled by the code that reads failed requests. */
  readonly errorKinds = new ErrorKindCounter()

  constructor(maxLabels = MAX_LABELS, memory?: VectorMemory) {
    this.#maxLabels = maxLabels
    this.#memory = memory
    this.#index = new LabelIndex(maxLabels, memory)
    this.#rest = new Histogram({ ...(memory && { memory }) })
    this.#series = new SeriesCollector(memory)
    this.#tables = takeWords(memory, 4)
    this.#addresses = takeWords(memory, FIRST_LABELS)
    this.#tables.set([this.#index.address, 0, 0, this.#series.address])
    this.#tellAddresses()
  }

  /** Where the vectors find it in the memory; 0 if they cannot. */
  get address(): number {
    const [index, , , series] = this.#tables
    return index && series ? addressIn(this.#memory, this.#tables) : 0
  }

  /** Makes room for what the vectors count. */
  settle(): void {
    this.#series.settle()
  }

  /** The number for adding values of a label; the label is in UTF-8, from `start` to `end`. */
  labelOf(bytes: DataView, start: number, end: number): number {
    // An empty label gets the name that is shown for it, which another label may have too.
    return end > start
      ? this.#index.find(bytes, start, end)
      : this.#index.find(NO_NAME_VIEW, 0, NO_NAME.length)
  }

  /**
   * Adds the duration in the row of numbers that begins at `row`, see `TIME_MS` and the other places;
   * everything except the duration may be NaN.
   */
  add(label: number, rows: Float64Array, row: number, failed: boolean): void {
    const timing = label === OTHERS ? this.#otherLabels() : (this.#timings[label] ?? this.#open(label))
    const bucket = timing.add(rows, row, failed)
    this.#series.add(label, rows, row, bucket, failed)
  }

  /** Adds everything in another accumulator, label by label. */
  merge(other: SubjectAccumulator): void {
    const labels = other.#timings.map((timing, label) => {
      const own = this.#numberOf(other.#index.labels[label]!)
      this.#at(own).merge(timing)
      return own
    })
    if (other.#others) this.#otherLabels().merge(other.#others)
    this.#rest.merge(other.#rest)
    this.#series.merge(other.#series, (label) => labels[label] ?? OTHERS)
    this.errorKinds.merge(other.errorKinds, (label) => labels[label] ?? OTHERS)
  }

  /** Undefined if nothing was added. Rates are per second of `spanMs`, the length of the whole run. */
  toSubject(
    source: SubjectTimings['source'],
    spanMs?: number,
    { labelsWithSeries = LABELS_WITH_SERIES, hasCodes = false } = {},
  ): SubjectTimings | undefined {
    this.#joinNamesakeOfOthers()
    const labels = this.#labelsByCount()
    if (labels.length === 0) return undefined
    const timings = labels.map((label): LabelledTiming => [label, this.#at(label).toTiming(spanMs)])
    const series = this.#series.toSeries(labelsToChart(timings, labelsWithSeries))
    const total = this.#total().toTiming(spanMs)
    if (series.total) total.series = series.total
    return {
      source,
      total,
      labels: timings.map(([label, timing]) => {
        const ofLabel = series.ofLabel.get(label)
        return { label: this.#nameOf(label), ...timing, ...(ofLabel && { series: ofLabel }) }
      }),
      errorKinds: this.errorKinds.toErrorKinds((label) => this.#nameOf(label), hasCodes),
    }
  }

  warnings(subject: TimingSubject): DataWarning[] {
    const others = this.#others
    const withoutHistogram = this.#timings.filter((timing) => timing.histogram.spilled).length
    const messages: string[] = []
    if (others)
      messages.push(
        `${subject}: more than ${this.#maxLabels} labels, or their names are too long together; ${others.count} values of the others are counted together as "${OTHER_LABELS}"`,
      )
    if (withoutHistogram > 0)
      messages.push(
        `${subject}: ${withoutHistogram} labels have no percentiles of their own, because all labels together have too many different values`,
      )
    return messages.map((message) => ({ code: 'labels-left-out', message }))
  }

  #at(label: number): TimingAccumulator {
    return label === OTHERS ? this.#otherLabels() : (this.#timings[label] ?? this.#open(label))
  }

  #open(label: number): TimingAccumulator {
    const memory = this.#memory
    const timing = new TimingAccumulator({
      budget: this.#budget,
      rest: this.#rest,
      ...(memory && { memory }),
    })
    this.#timings[label] = timing
    if (label >= this.#addresses.length) {
      this.#addresses = enlargedWords(memory, this.#addresses, 2 * label)
      this.#tellAddresses()
    }
    this.#addresses[label] = timing.address
    return timing
  }

  #tellAddresses(): void {
    const address = addressIn(this.#memory, this.#addresses)
    this.#tables[TIMINGS] = address
    this.#tables[TIMING_COUNT] = address > 0 ? this.#addresses.length : 0
  }

  #otherLabels(): TimingAccumulator {
    return (this.#others ??= new TimingAccumulator())
  }

  /** A label may have the same name as the rest: it is then added to the rest. */
  #joinNamesakeOfOthers(): void {
    const namesake = this.#index.labels.indexOf(OTHER_LABELS)
    const timing = this.#timings[namesake]
    if (!this.#others || !timing) return
    this.#others.merge(timing)
    this.#timings[namesake] = new TimingAccumulator()
  }

  #numberOf(name: string): number {
    const bytes = Buffer.from(name, 'utf8')
    return this.labelOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 0, bytes.length)
  }

  /** The numbers of labels that have values, those with the most values first; the other labels are last. */
  #labelsByCount(): number[] {
    const used = [...this.#timings.keys()].filter((label) => (this.#timings[label]?.count ?? 0) > 0)
    used.sort((a, b) => this.#timings[b]!.count - this.#timings[a]!.count)
    return this.#others ? [...used, OTHERS] : used
  }

  #total(): TimingAccumulator {
    const total = new TimingAccumulator()
    for (const label of this.#labelsByCount()) total.merge(this.#at(label))
    total.histogram.merge(this.#rest)
    return total
  }

  #nameOf(label: number): string {
    return label === OTHERS ? OTHER_LABELS : this.#index.labels[label]!
  }
}

type LabelledTiming = [label: number, timing: Timing]

/**
 * Selects from labels sorted by count: those with the most values, and the same number of the slowest ones
 * and of those with the most errors, because these exceed limits.
 */
function labelsToChart(timings: readonly LabelledTiming[], most: number): number[] {
  if (timings.length <= most) return timings.map(([label]) => label)
  const p95Ms = ([, timing]: LabelledTiming): number => statedPercentile(timing, 95) ?? timing.meanMs ?? 0
  const errors = ([, timing]: LabelledTiming): number => timing.errors ?? 0
  const slowest = timings
    .filter(([, { count }]) => count >= LEAST_TO_BE_SLOW)
    .toSorted((a, b) => p95Ms(b) - p95Ms(a))
  const failing = timings.filter((one) => errors(one) > 0).toSorted((a, b) => errors(b) - errors(a))
  const chosen = [timings, slowest, failing].flatMap((ranked) => ranked.slice(0, most))
  return [...new Set(chosen.map(([label]) => label))]
}
