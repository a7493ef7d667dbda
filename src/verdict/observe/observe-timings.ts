import { errorsOfCode } from '../../measurements/errors/errors-of-code.ts'
import {
  type LabelTiming,
  type Measurements,
  type SubjectTimings,
  type Timing,
  TIMING_SUBJECTS,
  type TimingSubject,
} from '../../measurements/model.ts'
import { statedPercentile } from '../../measurements/stated-percentile.ts'
import { chooseLabels, shownLabel } from './label-choice.ts'
import type { Measured, PercentileOf, Query, Reading } from './observation.ts'
import { subjectsInWords } from '../../criteria/answers.ts'
import { measureText } from '../../criteria/language/units.ts'

type TimingQuery = Query & { subject: TimingSubject }
type Value = { value: number; fromHistogram?: boolean } | { absent: string; inResult?: true }

/** The measures of everything that is timed: requests, actions, transactions, page loads, custom timers. */
export function measureTimings(data: Measurements, query: TimingQuery, percentileOf: PercentileOf): Measured {
  const timings = data.subjects[query.subject]
  if (!timings) return { problem: noSubject(data, query) }
  const chosen = chooseTimings(timings, query)
  if ('problem' in chosen) return chosen
  const readings: Reading[] = []
  for (const { label, timing } of chosen.timings) {
    const ofLabel = label !== undefined && { label: { ...timing, label } }
    const value = valueOf(timing, { timings, query, percentileOf, ...ofLabel })
    if ('absent' in value)
      return { problem: absentText(query, label, value.absent), ...(value.inResult && { inResult: true }) }
    readings.push({ ...(label !== undefined && { label }), ...value })
  }
  return { readings }
}

function chooseTimings(
  timings: SubjectTimings,
  query: TimingQuery,
): { timings: { label?: string; timing: Timing }[] } | { problem: string } {
  const { subject, label: pattern } = query
  if (!pattern) {
    if (timings.total) return { timings: [{ timing: timings.total }] }
    const problem = `The data has no totals of ${subject}. Write ${subject}["*"] to judge each label.`
    return { problem }
  }
  const choice = chooseLabels(timings.labels, (item) => item.label, pattern, query)
  if ('problem' in choice) return choice
  return { timings: choice.chosen.map((timing) => ({ label: timing.label, timing })) }
}

/** One measure of one timing (of a label, or the total); undefined if the data does not have it. */
export function timingValue(
  timing: Timing,
  measure: Query['measure'],
  context: { timings: SubjectTimings; subject: TimingSubject; percentileOf: PercentileOf },
): number | undefined {
  const { timings, subject, percentileOf } = context
  const value = valueOf(timing, { timings, query: { subject, measure }, percentileOf })
  return 'value' in value ? value.value : undefined
}

interface Context {
  timings: SubjectTimings
  /** Absent for all labels together. */
  label?: LabelTiming
  query: TimingQuery
  percentileOf: PercentileOf
}

function valueOf(timing: Timing, context: Context): Value {
  const { measure } = context.query
  if (measure.name === 'percentile') return percentileValue(timing, measure.percentile, context)
  if (measure.name === 'error-rate') return errorRate(timing)
  if ('code' in measure) return errorsByCode(measure.code, context)
  if (measure.name !== 'median') return stated(plainFigures(timing)[measure.name], 'is not in the data')
  return timing.medianMs === undefined ? percentileValue(timing, 50, context) : { value: timing.medianMs }
}

function plainFigures(timing: Timing): Partial<Record<string, number | undefined>> {
  return {
    count: timing.count,
    errors: timing.errors,
    rate: timing.ratePerSecond,
    min: timing.minMs,
    mean: timing.meanMs,
    max: timing.maxMs,
    deviation: timing.deviationMs,
    'bytes-sent': timing.bytesSent,
    'bytes-received': timing.bytesReceived,
  }
}

/** Anything except a finite number counts as absent: a comparison with NaN would pass or fail by accident. */
function stated(value: number | undefined, absent: string): Value {
  return value !== undefined && Number.isFinite(value) ? { value } : { absent }
}

/**
 * Absent instead of estimated if the data does not name all errors: one that it does not name may have this
 * code.
 */
function errorsByCode(code: string, { timings, label, query: { subject } }: Context): Value {
  const errors = errorsOfCode(timings, code, label)
  if (errors !== undefined) return { value: errors }
  if (timings.errorKinds?.codes === undefined)
    return { absent: `is not in the data: it does not say what codes the errors of ${subject} had` }
  return timings.errorKinds.kinds === undefined
    ? {
        absent: `is not in the report, which has codes of all requests together; raw-requests.errors[${code}] has them by label, for the unmerged names of the raw result`,
      }
    : { absent: 'is not in the data: only the most frequent kinds of errors are kept' }
}

function errorRate(timing: Timing): Value {
  if (timing.errors === undefined) return { absent: 'is not in the data: it has no error counts' }
  if (timing.count === 0) return { absent: 'is unknown: nothing was counted' }
  return stated((timing.errors / timing.count) * 100, 'is not in the data')
}

function percentileValue(
  timing: Timing,
  percentile: number,
  { timings, query, percentileOf }: Context,
): Value {
  const found = statedPercentile(timing, percentile)
  if (found !== undefined && Number.isFinite(found)) return { value: found }
  // XLT's report merges request names by rules, so a histogram of raw names would be about something else.
  const mayReadRaw = !(timings.source === 'xlt-report' && query.subject === 'requests')
  const read =
    mayReadRaw && timing.histogram ? percentileOf(timing.histogram, percentile, boundsOf(timing)) : undefined
  if (read !== undefined && Number.isFinite(read)) return { value: read, fromHistogram: true }
  return percentileAbsent(timing, query, timings.source)
}

/**
 * The middle of a bucket may be outside the measured range, so the result is limited to the exact minimum and
 * maximum.
 */
const boundsOf = ({ minMs, maxMs }: Timing): { minMs?: number; maxMs?: number } => ({
  ...(minMs !== undefined && { minMs }),
  ...(maxMs !== undefined && { maxMs }),
})

function percentileAbsent(timing: Timing, query: TimingQuery, source: SubjectTimings['source']): Value {
  const states = (timing.percentilesMs ?? []).map(([percentile]) => `p${percentile}`).join(', ')
  if (source !== 'xlt-report') return { absent: 'is not in the data' }
  const report = `is not in the report, which states ${states || 'no percentiles'}`
  if (query.subject === 'requests') {
    const instead = `raw-requests.${measureText(query.measure)}`
    return { absent: `${report}; ${instead} has it, for the unmerged names of the raw result` }
  }
  return { absent: `${report}; the raw result, which has it, could not be used`, inResult: true }
}

function absentText(query: TimingQuery, label: string | undefined, absent: string): string {
  const what = label === undefined ? query.subject : `${query.subject}[${shownLabel(label)}]`
  return `${what}.${measureText(query.measure)} ${absent}.`
}

function noSubject(data: Measurements, { subject, answers }: TimingQuery): string {
  if (answers && !answers.subjects.includes(subject))
    return `${answers.service} has no ${subject}: its criteria can use ${subjectsInWords(answers)}.`
  if (subject === 'raw-requests') {
    return 'There are no raw-requests: they come from the raw result of an XTC run, which is missing.'
  }
  const present = TIMING_SUBJECTS.filter((name) => data.subjects[name])
  return `The data has no ${subject}; it has ${present.join(', ') || 'no timings at all'}.`
}
