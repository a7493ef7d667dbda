import type { TimingSubject } from '../../measurements/model.ts'
import type { CriterionEntry } from '../../criteria/language/criterion-entry.ts'
import type { Criterion, LabelPattern, Measure, UsualLimit } from '../../criteria/language/criterion.ts'
import { matchesLabel } from '../../criteria/language/label-pattern.ts'
import { measureText } from '../../criteria/language/units.ts'
import type { Comparison, RunFigures } from '../usual/model.ts'
import type { WantedFigures } from './run-figures.ts'

/** The language allows the limit `usual` only for timings. */
export type UsualCriterion = Criterion & { subject: TimingSubject; limit: UsualLimit }

/** The criterion of an entry if its limit is the usual; otherwise undefined. */
export function usualCriterionOf(entry: CriterionEntry): UsualCriterion | undefined {
  if (!entry.enabled || entry.test.kind !== 'measure') return undefined
  const { criterion } = entry.test
  return criterion.limit.kind === 'usual' ? (criterion as UsualCriterion) : undefined
}

/** The figures that criteria compare with the usual; empty if there are none. */
export function wantedFigures(entries: readonly CriterionEntry[]): WantedFigures {
  const wanted = new Map<TimingSubject, Measure[]>()
  for (const entry of entries) {
    const criterion = usualCriterionOf(entry)
    if (!criterion) continue
    const measures = wanted.get(criterion.subject) ?? []
    wanted.set(criterion.subject, measures)
    const name = measureText(criterion.measure)
    if (!measures.some((measure) => measureText(measure) === name)) measures.push(criterion.measure)
  }
  return wanted
}

/** One criterion in the form that `judgeUsual` needs. */
export function comparisonOf(
  { subject, label, measure, operator, limit }: UsualCriterion,
  name: string,
  { runs, history }: { runs: readonly RunFigures[]; history: readonly RunFigures[] },
): Comparison {
  const newest = history.at(-1)
  return {
    name,
    subject,
    labels: label ? chosenLabels(label, subject, newest ? [...runs, newest] : runs) : 'total',
    figure: measureText(measure),
    kind: measure.name === 'error-rate' ? 'error-share' : 'figure',
    worse: operator.startsWith('<') ? 'higher' : 'lower',
    limit: methodLimit(limit),
    ...(limit.minRequests !== undefined && { minRequests: limit.minRequests }),
  }
}

/** Includes labels of the newest earlier run, so that those that are gone can be named. */
function chosenLabels(
  pattern: LabelPattern,
  subject: TimingSubject,
  runs: readonly RunFigures[],
): Comparison['labels'] {
  if (pattern.parts.every((part) => part === '') && pattern.parts.length > 1) return 'all'
  const chosen = new Set<string>()
  for (const { subjects } of runs)
    for (const { label } of subjects.get(subject)?.labels ?? [])
      if (matchesLabel(pattern, label)) chosen.add(label)
  return [...chosen]
}

function methodLimit({ change }: UsualLimit): Comparison['limit'] {
  if (!change) return { ratio: 0 }
  const part = change.figure.value / 100
  return change.figure.unit === 'pp' ? { points: part } : { ratio: part }
}
