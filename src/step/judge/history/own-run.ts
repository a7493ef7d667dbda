import type { CriterionEntry } from '../../../criteria/language/criterion-entry.ts'
import type { Measure } from '../../../criteria/language/criterion.ts'
import { measureText } from '../../../criteria/language/units.ts'
import { TIMING_SUBJECTS, type Measurements, type TimingSubject } from '../../../measurements/model.ts'
import { runFiguresOf } from '../../../verdict/against-usual/run-figures.ts'
import { wantedFigures } from '../../../verdict/against-usual/usual-entries.ts'
import type { PercentileOf } from '../../../verdict/observe/observation.ts'
import type { Verdict } from '../../../verdict/verdict.ts'
import { timeOf, whyNotWhole, type EarlierRun } from './earlier-run.ts'

/** Kept even if no criterion uses them now, because a later one may. */
const ALWAYS: Measure[] = [
  ...[50, 90, 95, 99].map((percentile) => ({ name: 'percentile' as const, percentile })),
  { name: 'mean' },
  { name: 'rate' },
]

/**
 * Whether a run counts for what is usual. Every valid run counts, even a failed one, because a slowdown that
 * was accepted has to become the usual.
 */
export function countsForUsual(
  { outcome, reason }: Pick<Verdict, 'outcome' | 'reason'>,
  measurements: Measurements,
): boolean {
  const valid =
    outcome === 'passed' || outcome === 'failed' || (outcome === 'inconclusive' && reason === 'baseline')
  return valid && whyNotWhole(measurements) === undefined
}

/** This run in the form in which later runs are compared with it. */
export function ownRun(
  measurements: Measurements,
  criteria: readonly CriterionEntry[],
  percentileOf: PercentileOf,
): EarlierRun {
  const asked = wantedFigures(criteria)
  const wanted = new Map<TimingSubject, Measure[]>()
  for (const subject of TIMING_SUBJECTS) {
    const measures = asked.get(subject) ?? []
    // The labels of the raw result are the same requests again, and there are often many of them.
    if (measurements.subjects[subject] === undefined || (subject === 'raw-requests' && measures.length === 0))
      continue
    const names = new Set(measures.map(measureText))
    wanted.set(subject, [...measures, ...ALWAYS.filter((measure) => !names.has(measureText(measure)))])
  }
  return {
    facts: measurements.run,
    figures: runFiguresOf(measurements, wanted, percentileOf),
    atMs: timeOf(measurements),
  }
}
