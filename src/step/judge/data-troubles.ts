import type { DataWarning, Measurements } from '../../measurements/model.ts'
import type { Collected } from '../../providers/provider.ts'
import type { ServiceFiles } from '../../providers/service.ts'
import type { DataTrouble } from '../../verdict/data-needs.ts'

/** Files that are unavailable, partial or unreadable. A criterion that needs one of them cannot be judged. */
export function troublesOf(
  service: ServiceFiles,
  collected: Pick<Collected, 'files' | 'missing' | 'partial'>,
  measurements: Measurements | undefined,
): DataTrouble[] {
  return [
    ...troublesOfCollecting(collected),
    // The warnings of the measurements have these too.
    ...unreadable(service, collected, measurements),
    ...scorecardTrouble(measurements),
    ...lostRecords(measurements),
  ]
}

/** Problems that were found while collecting, and are in no warning of the measurements. */
export function troublesOfCollecting(
  collected: Pick<Collected, 'files' | 'missing' | 'partial'>,
): DataTrouble[] {
  const covered = collected.files.some((file) => file.kind === 'test-report')
  const missing = collected.missing.map(({ name, reason, measuredWithout }): DataTrouble => {
    const file = fileOf(name)
    // Only the log of one of several executions is missing, so the others can still be used.
    const some = name.includes('/') && collected.files.some((other) => fileOf(other.name) === file)
    // The report's own document has everything that the archive would have.
    const judgeable = measuredWithout === true || (file === 'report' && covered)
    return {
      file: judgeable ? 'metrics' : file,
      ...(some && !judgeable ? { kind: 'partial', fileMissing: true } : { kind: 'missing' }),
      reason: `${name} is unavailable: ${reason}`,
    }
  })
  const partial = collected.partial.flatMap((reason): DataTrouble[] => [
    { file: 'report', kind: 'partial', reason },
    { file: 'result', kind: 'partial', reason },
  ])
  return [...missing, ...partial]
}

function fileOf(name: string): DataTrouble['file'] {
  if (name.endsWith('scorecard.xml')) return 'scorecard'
  if (name.endsWith('report.tar.gz') || name.endsWith('.xml')) return 'report'
  return name.endsWith('.json') ? 'metrics' : 'result'
}

/** Files that exist but could not be read. */
function unreadable(
  service: ServiceFiles,
  { files }: Pick<Collected, 'files'>,
  measurements: Measurements | undefined,
): DataTrouble[] {
  const warnings = measurements?.warnings.filter((warning) => warning.code === 'unreadable-part') ?? []
  if (warnings.length === 0) return []
  const reason = warnings.map((warning) => warning.message).join(' ')
  const kinds = new Set(files.map((file) => file.kind))
  return service
    .unread({ kinds, subjects: measurements?.subjects ?? {} })
    .map((unread) => ({ ...unread, reason }))
}

/** A scorecard exists, as a file or in the archive, but could not be read: it may be one that failed. */
function scorecardTrouble(measurements: Measurements | undefined): DataTrouble[] {
  if (measurements?.scorecard) return []
  const reasons = reasonsOf(measurements, 'scorecard')
  return reasons.length > 0 ? [{ file: 'scorecard', kind: 'missing', reason: reasons.join(' ') }] : []
}

/** Some records could not be read, so the others are only a part of the data. */
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
