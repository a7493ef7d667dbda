import { formatCount } from '../../foundation/format.ts'
import type { Measurements } from '../../measurements/model.ts'

/**
 * Explains why `requests` and `raw-requests` have different figures, in the same words wherever they are shown.
 * Undefined unless the run has both.
 */
export function requestSubjectsNote(measurements: Measurements | undefined): string | undefined {
  const { requests, 'raw-requests': raw } = measurements?.subjects ?? {}
  if (requests === undefined || raw === undefined) return undefined
  const labels = `${formatCount(requests.labels.length)} labels instead of ${formatCount(raw.labels.length)}`
  const [counted, measured] = [requests.total?.count, raw.total?.count]
  const counts =
    counted === undefined || measured === undefined
      ? ''
      : counted === measured
        ? ` Both count the same ${formatCount(counted)} requests.`
        : ` XLT counts ${formatCount(counted)} of ${formatCount(measured)}, because its rules or the report's time range leave some out.`
  const charts = requests.total?.series
    ? 'Charts over time of raw-requests have errors and percentiles; those of requests have only throughput and mean, because the report has no more.'
    : 'Charts over time show raw-requests, because the report has no series.'
  return `requests is XLT's report, which renames and merges requests by its rules (${labels}); raw-requests is every request of the raw result under its own name.${counts} ${charts}`
}
