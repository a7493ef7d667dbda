import type { TimingSubject } from '../../measurements/model.ts'
import { chanceOfErrors, expectedErrors, type CountedErrors } from '../usual/errors/error-counts.ts'
import { gridOf, tableOf } from '../usual/figures.ts'
import { fittedCases } from '../usual/judge-figures.ts'
import { quantileOfT } from '../usual/mathematics/student-t.ts'
import type { Comparison, RunFigures } from '../usual/model.ts'

/**
 * At most this share of runs of unchanged software exceeds any of the limits; each limit gets its part of it.
 * Together with the 0.3 % for limits that compare with the usual, that is 1 %.
 */
const FALSE_ALARMS = 0.007

interface Asked {
  subject: TimingSubject
  labels: 'total' | readonly string[]
}

/**
 * Limits for p95 in milliseconds, rounded up. The limit is the upper end of the interval that contains the
 * next run with a probability of 1 - 0.007 / `number`, by Student's t from the spread between runs. It is
 * never below the value of a kept run.
 */
export function fixedTimeLimits(
  history: readonly RunFigures[],
  { subject, labels }: Asked,
  number: number,
): { label: string; ms: number }[] {
  if (labels !== 'total' && labels.length === 0) return []
  const comparison: Comparison = {
    name: '',
    subject,
    labels,
    figure: 'p95',
    kind: 'figure',
    worse: 'higher',
    limit: { ratio: 0 },
  }
  // The table needs a current run besides the earlier ones, which are fitted: the newest earlier run stands
  // for it.
  const grid = gridOf(history, history.slice(-1), comparison, ['p95'])
  const table = tableOf(grid, comparison)
  const usable = table.rows.filter(({ why }) => why === undefined)
  return fittedCases(usable, table).flatMap(({ row, evidence }) => {
    const { reference, spread, rounding } = evidence
    const error = Math.sqrt(spread.variance * (1 + reference.varianceShare) + rounding)
    const next = Math.exp(reference.x + quantileOfT(FALSE_ALARMS / number, spread.freedom) * error)
    const highest = Math.exp(Math.max(...row!.x.filter((x) => !Number.isNaN(x))))
    const ms = roundedUp(Math.max(next, highest))
    return Number.isFinite(ms) ? [{ label: row!.label, ms }] : []
  })
}

/** The share of failed requests, in percent. */
export function fixedErrorLimit(
  history: readonly RunFigures[],
  subject: TimingSubject,
  number: number,
): number {
  const counted = history.flatMap(({ subjects }): CountedErrors[] => {
    const { errors = 0, count = 0 } = subjects.get(subject)?.total ?? {}
    return count > 0 ? [{ errors: Math.min(errors, count), count }] : []
  })
  const counts = counted.map(({ count }) => count).sort((a, b) => a - b)
  const count = counts[counts.length >> 1]!
  const expected = expectedErrors(counted)
  const isRare = (errors: number): boolean =>
    chanceOfErrors(expected, [{ errors: errors + 1, count }]) <= FALSE_ALARMS / number
  let [low, high] = [0, count]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (isRare(middle)) high = middle
    else low = middle + 1
  }
  const highest = Math.max(low / count, ...counted.map((run) => run.errors / run.count))
  return Math.min(100, upTo(highest * 100, 2))
}

/** Three digits, and at most tenths, as people write limits. */
const roundedUp = (ms: number): number => (ms < 10 ? upTo(ms, 2) : Math.ceil(upTo(ms, 3)))

/** Rounded up to this number of significant digits. */
function upTo(value: number, digits: number): number {
  if (!(value > 0)) return 0
  const step = 10 ** (Math.floor(Math.log10(value)) + 1 - digits)
  // A value with that few digits must stay as it is, in spite of binary fractions.
  return Number((Math.ceil(value / step - 1e-9) * step).toPrecision(digits + 1))
}
