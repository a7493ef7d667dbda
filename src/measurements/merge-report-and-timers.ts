import type { AgentUsage, DataWarning, LabelTiming, Measurements, SubjectTimings, Timing } from './model.ts'
import type { TimingSubject } from './model.ts'

export type MeasuredParts = Pick<Measurements, 'subjects' | 'agents' | 'webVitals' | 'warnings'>

/** Subjects whose labels are the same in the report and in the raw data. Requests are renamed and merged by the report. */
const SAME_LABELS: TimingSubject[] = ['actions', 'transactions', 'page-loads', 'custom']

/**
 * One XTC run out of its report and its raw timers. Figures of the report stay as XLT states them; raw data adds
 * histogram and series, `raw-requests`, and whatever the report has not. Where the report leaves out the ramp-up, raw data
 * covers more than the figures it stands beside: a warning says so.
 */
export function mergeReportAndTimers(report: MeasuredParts, timers: MeasuredParts): MeasuredParts {
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
    warnings: [...report.warnings, ...timers.warnings, ...coverage(report, timers)],
  }
}

function withRawDetail(stated: SubjectTimings, raw: SubjectTimings): SubjectTimings {
  const rawLabels = new Map(raw.labels.map((timing) => [timing.label, timing]))
  const labels = stated.labels.map((timing): LabelTiming => addDetail(timing, rawLabels.get(timing.label)))
  const total = stated.total ? addDetail(stated.total, raw.total) : raw.total
  return { source: stated.source, ...(total && { total }), labels: labels.length > 0 ? labels : raw.labels }
}

function addDetail<T extends Timing>(stated: T, raw: Timing | undefined): T {
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

/** Warnings where the report covers less than the raw data, which is legitimate: it may leave out the ramp-up. */
function coverage(report: MeasuredParts, timers: MeasuredParts): DataWarning[] {
  const pairs: [TimingSubject, TimingSubject][] = [
    ['transactions', 'transactions'],
    ['actions', 'actions'],
    ['requests', 'raw-requests'],
  ]
  return pairs.flatMap(([stated, raw]): DataWarning[] => {
    const statedCount = report.subjects[stated]?.total?.count
    const rawCount = timers.subjects[raw]?.total?.count
    if (statedCount === undefined || rawCount === undefined || statedCount === rawCount) return []
    const relation = statedCount < rawCount ? 'less' : 'more'
    return [
      {
        code: 'report-covers-less',
        message: `The report counts ${statedCount} ${stated}, ${relation} than the ${rawCount} of the raw result; ramp-up may be cut off, or data may be missing.`,
      },
    ]
  })
}
