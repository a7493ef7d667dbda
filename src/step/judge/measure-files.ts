import type { DataWarning, Measurements } from '../../measurements/model.ts'
import type { Collected, ExecutionHandle } from '../../providers/provider.ts'
import { regularFile } from '../../platform/files/regular-file.ts'
import type { DataTrouble } from '../../verdict/data-needs.ts'

/** Everything that the collected files say. The readers load only here: a run that waits for hours needs none of them. */
export async function measureCollected(
  collected: Pick<Collected, 'files' | 'facts'>,
  executions: readonly Pick<ExecutionHandle, 'id' | 'label'>[],
): Promise<Measurements> {
  const { measureErrthquake, measureXtc } = await import('../../measurements/measure-xtc.ts')
  const { files, facts } = collected
  if (facts.provider === 'xtc') {
    const pathOf = (kind: string): string | undefined => files.find((file) => file.kind === kind)?.path
    return await measureXtc({
      run: facts,
      open: regularFile,
      reportArchivePath: pathOf('report'),
      resultArchivePath: pathOf('result'),
      timers: files.flatMap(({ data }) => (data?.kind === 'xlt-timers' ? data.timers : []))[0],
      testReportXmlPath: pathOf('test-report'),
      scorecardXmlPath: pathOf('scorecard'),
    })
  }
  const logs = files.filter((file) => file.kind === 'result')
  const several = logs.length > 1
  return await measureErrthquake({
    run: facts,
    open: regularFile,
    executions: logs.map((log) => {
      // A folder of the output directory, or a part of an artifact's name.
      const parts = log.name.split(/[/.]/)
      const execution = several ? executions.find(({ id }) => parts.includes(id)) : undefined
      const label = execution ? execution.label || execution.id : several ? folderOf(log.name) : ''
      if (log.path.endsWith('.csv')) return { label, logsCsvPath: log.path }
      const totals = log.data?.kind === 'request-log' ? log.data.totals : undefined
      return { label, logsZipPath: log.path, totals }
    }),
  })
}

/** What tells a log apart that has no execution's id in its name: its folder, or what an artifact's name has of it. */
function folderOf(name: string): string {
  const folder = name.slice(0, Math.max(0, name.lastIndexOf('/')))
  return (
    folder ||
    name
      .replace(/\.csv$|\.zip$/, '')
      .replace(/\.logs$/, '')
      .split('.')
      .at(-1)!
  )
}

/** Files that could not be had, are partial, or could not be read: a criterion that needs one cannot be judged. */
export function troublesOf(
  collected: Pick<Collected, 'files' | 'missing' | 'partial' | 'facts'>,
  measurements: Measurements | undefined,
): DataTrouble[] {
  const covered = collected.files.some((file) => file.kind === 'test-report')
  const missing = collected.missing.map(({ name, reason, measuredWithout }): DataTrouble => {
    const file = fileOf(name)
    // One of several executions' logs: the others still say something.
    const some = name.includes('/') && collected.files.some((other) => fileOf(other.name) === file)
    // The report's own document says all that its archive would.
    const judgeable = measuredWithout === true || (file === 'report' && covered)
    return {
      file: judgeable ? 'metrics' : file,
      ...(some && !judgeable ? { kind: 'partial', fileMissing: true } : { kind: 'missing' }),
      reason: `${name} could not be had: ${reason}`,
    }
  })
  const partial = collected.partial.flatMap((reason): DataTrouble[] => [
    { file: 'report', kind: 'partial', reason },
    { file: 'result', kind: 'partial', reason },
  ])
  return [
    ...missing,
    ...partial,
    ...unreadable(collected, measurements),
    ...scorecardTrouble(measurements),
    ...lostRecords(measurements),
  ]
}

function fileOf(name: string): DataTrouble['file'] {
  if (name.endsWith('scorecard.xml')) return 'scorecard'
  if (name.endsWith('report.tar.gz') || name.endsWith('.xml')) return 'report'
  return name.endsWith('.json') ? 'metrics' : 'result'
}

/** A file that is there and gave nothing. */
function unreadable(
  { files, facts }: Pick<Collected, 'files' | 'facts'>,
  measurements: Measurements | undefined,
): DataTrouble[] {
  const warnings = measurements?.warnings.filter((warning) => warning.code === 'unreadable-part') ?? []
  if (warnings.length === 0) return []
  const reason = warnings.map((warning) => warning.message).join(' ')
  const subjects: Measurements['subjects'] = measurements?.subjects ?? {}
  const has = (kind: string): boolean => files.some((file) => file.kind === kind)
  if (facts.provider === 'errthquake') {
    if (subjects.requests === undefined) return [{ file: 'result', kind: 'missing', reason }]
    return [{ file: 'result', kind: 'partial', fileMissing: true, reason }]
  }
  const reportRead = subjects.requests?.source === 'xlt-report'
  const resultRead = subjects['raw-requests'] !== undefined
  return [
    ...(has('report') && !reportRead ? [{ file: 'report', kind: 'missing', reason } as const] : []),
    ...(has('result') && !resultRead ? [{ file: 'result', kind: 'missing', reason } as const] : []),
  ]
}

/** A scorecard that is there, alone or in the archive, but could be read nowhere: it may be one that failed. */
function scorecardTrouble(measurements: Measurements | undefined): DataTrouble[] {
  if (measurements?.scorecard) return []
  const reasons = reasonsOf(measurements, 'scorecard')
  return reasons.length > 0 ? [{ file: 'scorecard', kind: 'missing', reason: reasons.join(' ') }] : []
}

/** Records that could not be read: those that can be are a part only. */
function lostRecords(measurements: Measurements | undefined): DataTrouble[] {
  const reasons = reasonsOf(measurements, 'result')
  if (!measurements || reasons.length === 0) return []
  const partial = { kind: 'partial', reason: reasons.join(' ') } as const
  // Without a report, actions and transactions are judged by the raw result.
  const instead = ['actions', 'transactions'] as const
  const inPlace = instead.some((subject) => measurements.subjects[subject]?.source === 'xlt-timers')
  const reportRead = measurements.subjects.requests?.source === 'xlt-report'
  return [
    { file: 'result', ...partial },
    ...(inPlace && !reportRead ? [{ file: 'report', ...partial } as const] : []),
  ]
}

function reasonsOf(measurements: Measurements | undefined, affects: DataWarning['affects']): string[] {
  return (measurements?.warnings ?? [])
    .filter((warning) => warning.affects === affects)
    .map(({ message }) => message)
}
