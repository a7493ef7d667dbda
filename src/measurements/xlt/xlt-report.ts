import type {
  AgentUsage,
  DataWarning,
  ErrorKinds,
  LoadProfileEntry,
  Measurements,
  SubjectTimings,
  Timing,
  TimingSubject,
  WebVital,
} from '../model.ts'
import { childOf, nameOf, numberOf, readXmlItems, textOf, type XmlNode } from '../../formats/xml-items.ts'
import { ReportErrors } from './report-errors.ts'
import { ReportLabels } from './report-labels.ts'
import { shortName } from '../totals/long-names.ts'

const MAX_LABELS = 20_000
const NO_NAME = '(no name)'
/** Sections with labels; `<summary>` has the total of each. */
const SUBJECT_OF_SECTION: Record<string, TimingSubject> = {
  requests: 'requests',
  actions: 'actions',
  transactions: 'transactions',
  pageLoadTimings: 'page-loads',
  customTimers: 'custom',
}
/** Long lists that are not needed. */
const LEFT_OUT = new Set(['urls', 'countPerInterval'])
const VITALS = ['cls', 'fcp', 'fid', 'inp', 'lcp', 'ttfb']

export interface XltReport extends Pick<
  Measurements,
  'subjects' | 'agents' | 'webVitals' | 'events' | 'warnings'
> {
  loadProfile?: LoadProfileEntry[]
}

/**
 * Reads XLT's `testreport.xml` as a stream (contract: "XLT files"). Sections may be missing, unknown, or in
 * any order. Durations are in ms as the report rounds them; totals come from `<summary>`. What the report
 * lacks or has not as a number is absent; so are minimum, mean and so on if the count is 0, because the
 * report has zeros for them. `<startTime>` is a local time without a usable zone and is not read. Throws if
 * it is not well-formed XML, or not a test report.
 */
export async function readXltReport(chunks: AsyncIterable<Uint8Array>): Promise<XltReport> {
  const parts = new ReportParts()
  await readXmlItems(chunks, {
    isItem: (path) => parts.isItem(path),
    leaveOut: LEFT_OUT,
    onItem: (path, item) => parts.add(path, item),
  })
  return parts.toReport()
}

class ReportParts {
  #isReport = false
  readonly #totals = new Map<TimingSubject, Timing>()
  readonly #labels = new Map<TimingSubject, ReportLabels>()
  readonly #agents: AgentUsage[] = []
  readonly #webVitals: WebVital[] = []
  readonly #loadProfile: LoadProfileEntry[] = []
  readonly #errors = new ReportErrors()

  isItem(path: readonly string[]): boolean {
    if (path[0] !== 'testreport') return false
    this.#isReport = true
    if (path.at(-1) === 'testCase') return path.at(-2) === 'loadProfile'
    const section = path[1]!
    return (
      path.length === 3 &&
      (Object.hasOwn(SUBJECT_OF_SECTION, section) ||
        /^(summary|agents|webVitalsList)$/.test(section) ||
        this.#errors.isSection(section))
    )
  }

  add(path: readonly string[], item: XmlNode): void {
    const section = path[1]!
    if (item.name === 'testCase') this.#addLoadProfile(item)
    else if (section === 'agents') this.#addAgent(item)
    else if (section === 'webVitalsList') this.#addWebVitals(item)
    else if (section === 'summary') this.#addTotal(item)
    else if (this.#errors.isSection(section)) this.#errors.add(section, item)
    else this.#addLabel(SUBJECT_OF_SECTION[section]!, item)
  }

  toReport(): XltReport {
    if (!this.#isReport) throw new Error('The file is not an XLT test report: its root is not <testreport>.')
    const subjects: Measurements['subjects'] = {}
    for (const subject of Object.values(SUBJECT_OF_SECTION)) {
      const timings = this.#timingsOf(subject)
      if (timings) subjects[subject] = timings
    }
    const events = this.#errors.events()
    return {
      subjects,
      warnings: this.#warnings(),
      ...(events.length > 0 && { events }),
      ...(this.#agents.length > 0 && { agents: this.#agents }),
      ...(this.#webVitals.length > 0 && { webVitals: this.#webVitals }),
      ...(this.#loadProfile.length > 0 && { loadProfile: this.#loadProfile }),
    }
  }

  #timingsOf(subject: TimingSubject): SubjectTimings | undefined {
    const total = this.#totals.get(subject)
    const labels = this.#labels.get(subject)?.timings() ?? []
    if (!total && labels.length === 0) return undefined
    const errorKinds = this.#errorKindsOf(subject)
    return { source: 'xlt-report', ...(total && { total }), labels, ...(errorKinds && { errorKinds }) }
  }

  #errorKindsOf(subject: TimingSubject): ErrorKinds | undefined {
    if (subject === 'requests') return this.#errors.ofRequests()
    return subject === 'transactions' ? this.#errors.ofTransactions() : undefined
  }

  #warnings(): DataWarning[] {
    return [...this.#labels].flatMap(([subject, labels]) => labels.warnings(subject))
  }

  #addTotal(item: XmlNode): void {
    const subject = Object.hasOwn(SUBJECT_OF_SECTION, item.name) ? SUBJECT_OF_SECTION[item.name] : undefined
    const timing = timingOf(item)
    if (subject && timing) this.#totals.set(subject, timing)
  }

  #addLabel(subject: TimingSubject, item: XmlNode): void {
    const labels = this.#labels.get(subject) ?? new ReportLabels(MAX_LABELS)
    this.#labels.set(subject, labels)
    labels.add(shortName(nameOf(item) ?? NO_NAME), timingOf(item))
  }

  #addAgent(item: XmlNode): void {
    const usage: AgentUsage = { agent: shortName(nameOf(item) ?? NO_NAME) }
    const total = childOf(item, 'totalCpuUsage')
    const plain = numberOf(total?.text)
    const mean = total && numberOf(textOf(total, 'mean'))
    const max = total && numberOf(textOf(total, 'max'))
    if (mean !== undefined) usage.cpuMeanPercent = mean
    if (max !== undefined) usage.cpuMaxPercent = max
    // Versions of 2011 write one number, and 0 if it could not be measured: a machine that sends load is
    // never idle.
    if (plain) usage.cpuMeanPercent = plain
    if (this.#agents.length < MAX_LABELS) this.#agents.push(usage)
  }

  #addWebVitals(item: XmlNode): void {
    const page = shortName(nameOf(item) ?? NO_NAME)
    if (this.#webVitals.length > MAX_LABELS) return
    for (const vital of item.children.filter((child) => VITALS.includes(child.name))) {
      const rating = textOf(vital, 'rating')
      this.#webVitals.push({
        page,
        vital: vital.name,
        ...numbersOf(vital, ['score', 'goodCount', 'improveCount', 'poorCount']),
        ...(rating && { rating }),
      })
    }
  }

  #addLoadProfile(item: XmlNode): void {
    const settings = item.children
      .filter((child) => child.name !== 'userName' && child.children.length === 0)
      .map((child): [string, string] => [child.name, child.text.trim()])
    if (this.#loadProfile.length < MAX_LABELS)
      this.#loadProfile.push({ name: shortName(nameOf(item, 'userName') ?? NO_NAME), settings })
  }
}

/** Undefined without a count, because then nothing is known. */
function timingOf(item: XmlNode): Timing | undefined {
  const { count, ...counts } = numbersOf(item, ['count', 'errors', 'countPerSecond'])
  if (count === undefined || count < 0) return undefined
  const { errors, countPerSecond } = counts
  const timing: Timing = { count }
  if (errors !== undefined) timing.errors = errors
  if (countPerSecond !== undefined) timing.ratePerSecond = countPerSecond
  return count === 0 ? timing : { ...timing, ...durationsOf(item), ...bytesOf(item, count) }
}

function durationsOf(item: XmlNode): Partial<Timing> {
  const { min, mean, median, max, deviation } = numbersOf(item, ['min', 'mean', 'median', 'max', 'deviation'])
  const percentilesMs = percentilesOf(item)
  return {
    ...(min !== undefined && { minMs: min }),
    ...(mean !== undefined && { meanMs: mean }),
    ...(median !== undefined && { medianMs: median }),
    ...(max !== undefined && { maxMs: max }),
    ...(deviation !== undefined && { deviationMs: deviation }),
    ...(percentilesMs.length > 0 && { percentilesMs }),
  }
}

/** `<percentiles>` has elements such as `<p95>` and `<p99.9>`. */
function percentilesOf(item: XmlNode): [number, number][] {
  const percentiles = new Map<number, number>()
  for (const { name, text } of childOf(item, 'percentiles')?.children ?? []) {
    const percentile = numberOf(/^p(\d+(\.\d+)?)$/.exec(name)?.[1])
    const ms = numberOf(text)
    if (percentile !== undefined && percentile <= 100 && ms !== undefined) percentiles.set(percentile, ms)
  }
  return [...percentiles].sort(([a], [b]) => a - b)
}

function bytesOf(item: XmlNode, count: number): Partial<Timing> {
  const sent = sumOf(childOf(item, 'bytesSent'), count)
  const received = sumOf(childOf(item, 'bytesReceived'), count)
  return {
    ...(sent !== undefined && { bytesSent: sent }),
    ...(received !== undefined && { bytesReceived: received }),
  }
}

/** The sum as stated. Versions without it have the mean. */
function sumOf(bytes: XmlNode | undefined, count: number): number | undefined {
  if (!bytes) return undefined
  const { totalCount, mean } = numbersOf(bytes, ['totalCount', 'mean'])
  return totalCount ?? (mean === undefined ? undefined : Math.round(mean * count))
}

function numbersOf<Name extends string>(node: XmlNode, names: Name[]): { [name in Name]?: number } {
  const numbers: { [name in Name]?: number } = {}
  for (const name of names) {
    const value = numberOf(textOf(node, name))
    if (value !== undefined) numbers[name] = value
  }
  return numbers
}
