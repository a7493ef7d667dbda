import type {
  AgentUsage,
  LabelTiming,
  LoadProfileEntry,
  Measurements,
  SubjectTimings,
  Timing,
  TimingSubject,
} from './model.ts'
import { coverage, rampUpMs } from './xlt/report-coverage.ts'

export type MeasuredParts = Pick<
  Measurements,
  'subjects' | 'agents' | 'load' | 'webVitals' | 'events' | 'warnings'
>

/**
 * Subjects whose labels are the same in the report and in the raw data. The report renames and merges
 * requests.
 */
const SAME_LABELS: TimingSubject[] = ['actions', 'transactions', 'page-loads', 'custom']

/**
 * Combines the report and the raw timers of one XTC run. Figures of the report stay as XLT states them; the
 * raw data adds histograms, series, `raw-requests`, and everything that the report lacks. If the report
 * leaves out the ramp-up, the raw data covers more than the figures of the report: `coverage` says whether
 * that is expected.
 */
export function mergeReportAndTimers(
  report: MeasuredParts & { loadProfile?: LoadProfileEntry[] },
  timers: MeasuredParts,
): MeasuredParts {
  const subjects: Measurements['subjects'] = { ...timers.subjects, ...report.subjects }
  for (const subject of SAME_LABELS) {
    const stated = report.subjects[subject]
    const raw = timers.subjects[subject]
    if (stated && raw) subjects[subject] = withRawDetail(stated, raw)
  }
  const agents = mergeAgents(report.agents ?? [], timers.agents ?? [])
  return {
    ...report,
    subjects,
    ...(agents.length > 0 && { agents }),
    ...(timers.load && { load: timers.load }),
    warnings: [
      ...report.warnings,
      ...timers.warnings,
      ...coverage(report.subjects, timers.subjects, rampUpMs(report.loadProfile)),
    ],
  }
}

function withRawDetail(stated: SubjectTimings, raw: SubjectTimings): SubjectTimings {
  const rawLabels = new Map(raw.labels.map((timing) => [timing.label, timing]))
  const labels = stated.labels.map((timing): LabelTiming => addDetail(timing, rawLabels.get(timing.label)))
  const total = stated.total ? addDetail(stated.total, raw.total) : raw.total
  // A report that counts nothing says that there was nothing, for example in a time range.
  const hasLabels = labels.length > 0 || stated.total?.count === 0
  // The raw data has times and URLs, which the report lacks. The report may leave out the ramp-up, in which
  // case a warning says so.
  const errorKinds = raw.errorKinds?.kinds?.length ? raw.errorKinds : stated.errorKinds
  return {
    source: stated.source,
    ...(total && { total }),
    labels: hasLabels ? labels : raw.labels,
    ...(errorKinds && { errorKinds }),
  }
}

function addDetail<T extends Timing>(stated: T, raw: Timing | undefined): T {
  // Without values there is no distribution, even if there were values outside the time that the report
  // covers.
  if (stated.count === 0) return stated
  return {
    ...stated,
    ...(raw?.histogram && { histogram: raw.histogram }),
    ...(raw?.series && { series: raw.series }),
  }
}

function mergeAgents(stated: AgentUsage[], raw: AgentUsage[]): AgentUsage[] {
  const names = new Set(stated.map((usage) => usage.agent))
  return [...stated, ...raw.filter((usage) => !names.has(usage.agent))]
}
