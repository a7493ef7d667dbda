import { messageOf } from '../foundation/errors.ts'
import type { FileSource, OpenSource } from '../foundation/file-source.ts'
import { archiveFiles, archiveWalk } from '../formats/archives/archive-files.ts'
import { INFLATE_LIMITS, InflateBudget } from '../formats/archives/inflate-budget.ts'
import { type MeasuredParts, mergeReportAndTimers } from './merge-report-and-timers.ts'
import { MOST_KINDS } from './errors/error-kind-counter.ts'
import type { DataWarning, Measurements, RunFacts, Scorecard, SubjectTimings } from './model.ts'
import { loadOverTime } from './totals/load-collector.ts'
import { readRequestLog } from './request-log/request-log.ts'
import { RequestLogTotals } from './request-log/request-log-totals.ts'
import { readScorecard } from './xlt/xlt-scorecard.ts'
import { withChartSeries } from './xlt/report-charts.ts'
import { readXltReport } from './xlt/xlt-report.ts'
import { readXltTimers } from './xlt/xlt-timers.ts'
import {
  isOfTheLog,
  isRequestLog,
  type ZipMember,
  zipMemberBytes,
  zipMembers,
} from '../formats/archives/zip-file.ts'

/** At most this many unreadable files in a `logs.zip` have a warning each. */
const MAX_MEMBERS_NAMED = 10

export interface XltFiles {
  open: OpenSource
  /** `testreport.xml` by itself. If it is absent or unreadable, the one in the report archive is used. */
  testReportXmlPath?: string | undefined
  scorecardXmlPath?: string | undefined
  /** `report.tar.gz`. */
  reportArchivePath?: string | undefined
  /** `result.tar.gz`. */
  resultArchivePath?: string | undefined
  /** What was read from the result archive while it was downloaded; if absent, the file is read. */
  timers?: Pick<Measurements, 'subjects' | 'agents' | 'load' | 'warnings'> | undefined
}

/**
 * Measures XLT's report and result, and the files next to them. Never throws for their content: a part that
 * cannot be read is absent, and a warning `unreadable-part` says which one and why.
 */
export async function measureXlt(files: XltFiles & { run: RunFacts }): Promise<Measurements> {
  const warnings: DataWarning[] = []
  const report = await readReport(files, warnings)
  const archive = files.reportArchivePath === undefined ? undefined : files.open(files.reportArchivePath)
  const xlt = report.xlt && (await withChartSeries(report.xlt, archive))
  const timers =
    files.timers ??
    (await attempt({ part: 'the raw result' }, warnings, files.resultArchivePath, (path) =>
      readXltTimers(files.open(path).chunks()),
    ))
  const parts: MeasuredParts =
    xlt && timers ? mergeReportAndTimers(xlt, timers) : (xlt ?? timers ?? nothing())
  const loadProfile = files.run.loadProfile ?? xlt?.loadProfile
  return {
    schemaVersion: 1,
    run: { ...files.run, ...(loadProfile && { loadProfile }) },
    subjects: parts.subjects,
    ...(parts.agents && { agents: parts.agents }),
    ...(parts.load && { load: parts.load }),
    ...(parts.webVitals && { webVitals: parts.webVitals }),
    ...(report.scorecard && { scorecard: report.scorecard }),
    ...(parts.events && { events: parts.events }),
    warnings: [...warnings, ...parts.warnings],
  }
}

export interface ExecutionLog {
  /**
   * Distinguishes the executions of a run, such as the region. If there are several, it is put before their
   * labels: `region/label`.
   */
  label: string
  logsZipPath?: string | undefined
  logsCsvPath?: string | undefined
  /** What was read from the log while it was downloaded; if absent, the file is read. */
  totals?: RequestLogTotals | undefined
}

/**
 * Measures the request logs of a run's executions. Parts that cannot be read are handled as in `measureXlt`.
 */
export async function measureRequestLogs(input: {
  open: OpenSource
  executions: ExecutionLog[]
  run: RunFacts
}): Promise<Measurements> {
  const warnings: DataWarning[] = []
  const read: { label: string; totals: RequestLogTotals }[] = []
  for (const execution of input.executions) {
    const totals = await readExecution(input.open, execution, warnings)
    if (totals) read.push({ label: execution.label, totals })
  }
  const several = input.executions.length > 1
  for (const { label, totals } of read) warnings.push(...totals.warnings(several ? label : ''))
  const agents = read.flatMap(({ label, totals }) => totals.usage(label || 'load generator') ?? [])
  const load = loadOverTime(read.map(({ totals }) => totals.load()))
  return {
    schemaVersion: 1,
    run: input.run,
    subjects: requestsOf(read, several, warnings),
    ...(agents.length > 0 && { agents }),
    ...(load && { load }),
    warnings,
  }
}

/** All logs of one execution together; undefined, with warnings, if none can be read. */
async function readExecution(
  open: OpenSource,
  { label, logsZipPath, logsCsvPath, totals: arrived }: ExecutionLog,
  warnings: DataWarning[],
): Promise<RequestLogTotals | undefined> {
  if (arrived) return arrived
  const part = `the request log of ${label || 'the run'}`
  if (logsZipPath === undefined)
    return await attempt({ part }, warnings, logsCsvPath, (path) => readRequestLog(open(path).chunks()))
  const members = (await attempt({ part }, warnings, logsZipPath, (path) => logMembers(open(path)))) ?? []
  const totals = new RequestLogTotals()
  const compressedBytes = members.reduce((sum, member) => sum + member.compressedBytes, 0)
  const budget = new InflateBudget(INFLATE_LIMITS, () => compressedBytes)
  const failed: DataWarning[] = []
  for (const member of members) {
    const which = members.length > 1 ? `${JSON.stringify(member.name.slice(0, 200))} of ${part}` : part
    await attempt({ part: which }, failed, logsZipPath, (path) =>
      readRequestLog(zipMemberBytes(open(path), member, budget), totals),
    )
  }
  warnings.push(...failed.slice(0, MAX_MEMBERS_NAMED))
  return failed.length < members.length ? totals : undefined
}

function requestsOf(
  read: { label: string; totals: RequestLogTotals }[],
  several: boolean,
  warnings: DataWarning[],
): Measurements['subjects'] {
  const firstMs = Math.min(...read.map(({ totals }) => totals.firstMs))
  const lastMs = Math.max(...read.map(({ totals }) => totals.lastMs))
  const spanMs = lastMs > firstMs && lastMs < Infinity ? lastMs - firstMs : undefined
  // Calculated before the logs are merged, because merging adds all others to the first.
  const ofExecutions = several ? read.map((execution) => ofExecution(execution, spanMs)) : []
  const [first, ...others] = read
  if (!first) return {}
  for (const { totals } of others) first.totals.requests.merge(totals.requests)
  warnings.push(...first.totals.requests.warnings('requests'))
  const merged = first.totals.requests.toSubject('request-log', spanMs, { hasCodes: true })
  if (!merged) return {}
  const labels = [...merged.labels, ...ofExecutions.flatMap((subject) => subject.labels)]
  const kinds = ofExecutions.flatMap(({ errorKinds }) => errorKinds?.kinds ?? [])
  const executionKinds = kinds.sort((a, b) => b.count - a.count).slice(0, MOST_KINDS)
  const errorKinds = { ...merged.errorKinds, ...(several && { executionKinds }) }
  return { requests: { ...merged, labels, errorKinds } }
}

/** What one of several executions measured, with labels that name it: `region/label`. */
function ofExecution(
  { label: execution, totals }: { label: string; totals: RequestLogTotals },
  spanMs: number | undefined,
): Pick<SubjectTimings, 'labels' | 'errorKinds'> {
  const subject = totals.requests.toSubject('request-log', spanMs, { labelsWithSeries: 0, hasCodes: true })
  const named = <T extends { label: string }>(one: T): T => ({ ...one, label: `${execution}/${one.label}` })
  return {
    labels: subject?.labels.map(named) ?? [],
    errorKinds: { kinds: subject?.errorKinds?.kinds?.map(named) ?? [] },
  }
}

type ReportFiles = { xlt?: Awaited<ReturnType<typeof readXltReport>>; scorecard?: Scorecard }

async function readReport(files: XltFiles, warnings: DataWarning[]): Promise<ReportFiles> {
  const xlt = await attempt({ part: 'testreport.xml' }, warnings, files.testReportXmlPath, (path) =>
    readXltReport(files.open(path).chunks()),
  )
  const scorecard = await attempt(
    { part: 'scorecard.xml', affects: 'scorecard' },
    warnings,
    files.scorecardXmlPath,
    (path) => readScorecard(files.open(path).chunks()),
  )
  const found: ReportFiles = { ...(xlt && { xlt }), ...(scorecard && { scorecard }) }
  if (xlt && scorecard) return found
  // The unreadable part of an archive may have contained a scorecard.
  const hasReport = await attempt(
    { part: 'the report archive', affects: 'scorecard' },
    warnings,
    files.reportArchivePath,
    (path) => readReportArchive(files.open(path), found, warnings),
  )
  if (hasReport === false)
    warnings.push({
      code: 'unreadable-part',
      message: `the report archive could not be read (${files.reportArchivePath}): it has no testreport.xml at its top level.`,
    })
  return found
}

/** Adds what was not found yet, and stops as soon as nothing is missing. False if there is no report. */
async function readReportArchive(
  archive: FileSource,
  found: ReportFiles,
  warnings: DataWarning[],
): Promise<boolean> {
  const walk = archiveWalk((name) => /^(\.\/)?([^/]+\/)?(testreport|scorecard)\.xml$/.test(name))
  let seenReport = false
  for await (const file of archiveFiles(archive.chunks(), walk)) {
    if (file.path.endsWith('testreport.xml')) {
      seenReport = true
      const xlt =
        found.xlt ??
        (await attempt({ part: 'testreport.xml' }, warnings, archive.path, () => readXltReport(file.bytes)))
      if (xlt) found.xlt = xlt
    } else if (!found.scorecard) {
      const scorecard = await attempt(
        { part: 'scorecard.xml', affects: 'scorecard' },
        warnings,
        archive.path,
        () => readScorecard(file.bytes),
      )
      if (scorecard) found.scorecard = scorecard
    }
    if (found.xlt && found.scorecard) return true
  }
  return seenReport || found.xlt !== undefined
}

interface Part {
  /** For people. */
  part: string
  /** The file whose data is lost if the part cannot be read. */
  affects?: DataWarning['affects']
}

/**
 * Undefined, with a warning, if the part cannot be read; undefined without a warning if there is no such
 * file.
 */
async function attempt<T>(
  { part, affects }: Part,
  warnings: DataWarning[],
  path: string | undefined,
  read: (path: string) => Promise<T>,
): Promise<T | undefined> {
  if (path === undefined) return undefined
  try {
    return await read(path)
  } catch (error) {
    warnings.push({
      code: 'unreadable-part',
      message: `${part} could not be read (${path}): ${messageOf(error)}`,
      ...(affects && { affects }),
    })
    return undefined
  }
}

/**
 * The CSV files in a `logs.zip`: all members with the names of logs, or the first member if there are none.
 * Files that macOS adds to a ZIP do not count.
 */
async function logMembers(file: FileSource): Promise<ZipMember[]> {
  const members = (await zipMembers(file)).filter(({ name }) => isOfTheLog(name))
  const logs = members.filter(({ name }) => isRequestLog(name))
  if (members.length === 0) throw new Error('The ZIP is empty.')
  return logs.length > 0 ? logs : members.slice(0, 1)
}

function nothing(): MeasuredParts {
  return { subjects: {}, warnings: [] }
}
