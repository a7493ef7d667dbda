import { formatCount } from '../../foundation/format.ts'
import type { DataWarning, LoadProfileEntry, Measurements, Timing, TimingSubject } from '../model.ts'

type Subjects = Measurements['subjects']

/** A total of the report, and the total of the raw result that should have the same count. */
const SAME_TOTALS: [stated: TimingSubject, raw: TimingSubject][] = [
  ['transactions', 'transactions'],
  ['actions', 'actions'],
  ['requests', 'raw-requests'],
]

/**
 * Compares the counts of the report and of the raw result. XLT can leave out the ramp-up, or everything
 * outside a time range. If no more are missing than began during the ramp-up of the load profile, that is
 * normal, and only a note. A larger difference may have the same cause, but data may also be missing, so it
 * is a warning.
 */
export function coverage(report: Subjects, timers: Subjects, rampUp: number): DataWarning[] {
  return SAME_TOTALS.flatMap(([stated, raw]): DataWarning[] => {
    const counted = report[stated]?.total?.count
    const total = timers[raw]?.total
    if (counted === undefined || total === undefined || counted === total.count) return []
    const missing = total.count - counted
    const counts = `The report counts ${formatCount(counted)} ${stated}, the raw result ${formatCount(total.count)}`
    if (missing < 0)
      return [warning(`${counts}: data is missing from the raw result, or the report is from another run.`)]
    if (missing <= begunWithin(total, rampUp))
      return [
        {
          code: 'note',
          message: `${counts}: the difference is no more than what began in the ramp-up of ${rampUp / 1000} s. That is normal.`,
        },
      ]
    const explained =
      rampUp > 0
        ? `the difference is more than what began in the ramp-up of ${rampUp / 1000} s`
        : 'the load profile has no ramp-up that could be excluded'
    return [
      warning(
        `${counts}: ${explained}. That is normal if XLT was told to report only a part of the time, or to drop requests; otherwise data is missing.`,
      ),
    ]
  })
}

const warning = (message: string): DataWarning => ({ code: 'report-covers-less', message })

/** XLT's rule: from the start of the first scenario to the end of the last ramp-up; 0 if there is none. */
export function rampUpMs(profile: LoadProfileEntry[] = []): number {
  const scenarios = profile.map(({ settings }) => {
    const seconds = (name: string): number => Number(settings.find(([key]) => key === name)?.[1] ?? 0)
    return { delay: seconds('initialDelay'), rampUp: seconds('rampUpPeriod') }
  })
  const starts = scenarios.map(({ delay }) => delay)
  const ends = scenarios.filter(({ rampUp }) => rampUp > 0).map(({ delay, rampUp }) => delay + rampUp)
  const lengthMs = (Math.max(0, ...ends) - Math.min(...starts)) * 1000
  return Number.isFinite(lengthMs) && lengthMs > 0 ? lengthMs : 0
}

/**
 * How many began within this time, plus one interval: the series is not more accurate, and the test started
 * before its first request.
 */
function begunWithin({ series }: Timing, lengthMs: number): number {
  if (!series || lengthMs === 0) return 0
  const intervals = Math.ceil(lengthMs / series.intervalMs) + 1
  return series.count.slice(0, intervals).reduce((sum, count) => sum + count, 0)
}
