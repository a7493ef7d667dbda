import type { DataWarning, Measurements } from '../../measurements/model.ts'
import type { Collected } from '../../providers/provider.ts'
import type { ServiceFiles } from '../../providers/service.ts'
import type { DataTrouble } from '../../verdict/data-needs.ts'

/** Files that could not be had, are partial, or could not be read: a criterion that needs one cannot be judged. */
export function troublesOf(
  service: ServiceFiles,
  collected: Pick<Collected, 'files' | 'missing' | 'partial'>,
  measurements: Measurements | undefined,
): DataTrouble[] {
  return [
    ...troublesOfCollecting(collected),
    // These the warnings of the measurements tell, too.
    ...unreadable(service, collected, measurements),
    ...scorecardTrouble(measurements),
    ...lostRecords(measurements),
  ]
}

/** Those that nothing but the collecting tells. */
export function troublesOfCollecting(
  collected: Pick<Collected, 'files' | 'missing' | 'partial'>,
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

/** A file that is there and gave nothing. */
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
