import type { TimingSubject } from '../../measurements/model.ts'
import { chanceOfErrors, expectedErrors, type CountedErrors } from '../usual/errors/error-counts.ts'
import { gridOf, tableOf } from '../usual/figures.ts'
import { fittedCases } from '../usual/judge-figures.ts'
import { quantileOfT } from '../usual/mathematics/student-t.ts'
import type { Comparison, RunFigures } from '../usual/model.ts'

/**
 * Runs of unchanged software that break any of the limits: at most that share, of which each limit gets its part. With the
 * 0.3 % that limits from the usual may have, it is 1 % in all.
 */
const FALSE_ALARMS = 0.007

interface Asked {
  subject: TimingSubject
  labels: 'total' | readonly string[]
}

/**
 * Limits of p95 in whole or, below 10, tenths of milliseconds: the upper end of the interval that the next run is in with
 * 1 - 0.007 / `number`, by Student's t from the spread between runs, and never below what a kept run had.
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
  // The newest stands for the run that is to come: the table wants one, and what is fitted are the earlier ones.
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

/** The share of failed requests of all, in percent. */
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

/** Three digits, and no more than tenths: what people write and read. */
const roundedUp = (ms: number): number => (ms < 10 ? upTo(ms, 2) : Math.ceil(upTo(ms, 3)))

/** Rounded up to so many significant digits. */
function upTo(value: number, digits: number): number {
  if (!(value > 0)) return 0
  const step = 10 ** (Math.floor(Math.log10(value)) + 1 - digits)
  // A value that has so few digits is itself, whatever binary fractions make of it.
  return Number((Math.ceil(value / step - 1e-9) * step).toPrecision(digits + 1))
}
