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

export type MeasuredParts = Pick<Measurements, 'subjects' | 'agents' | 'webVitals' | 'events' | 'warnings'>

/** Subjects whose labels are the same in the report and in the raw data. Requests are renamed and merged by the report. */
const SAME_LABELS: TimingSubject[] = ['actions', 'transactions', 'page-loads', 'custom']

/**
 * One XTC run out of its report and its raw timers. Figures of the report stay as XLT states them; raw data adds
 * histogram and series, `raw-requests`, and whatever the report has not. Where the report leaves out the ramp-up, raw data
 * covers more than the figures it stands beside: `coverage` says whether that is to be expected.
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
  // A report that counts nothing says that there was nothing: of a time range, for example.
  const hasLabels = labels.length > 0 || stated.total?.count === 0
  // Raw data knows when, and what was called; a report may leave out the ramp-up, and says so.
  const errorKinds = raw.errorKinds?.kinds?.length ? raw.errorKinds : stated.errorKinds
  return {
    source: stated.source,
    ...(total && { total }),
    labels: hasLabels ? labels : raw.labels,
    ...(errorKinds && { errorKinds }),
  }
}

function addDetail<T extends Timing>(stated: T, raw: Timing | undefined): T {
  // Nothing has no distribution, whatever there was outside of what the report covers.
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
