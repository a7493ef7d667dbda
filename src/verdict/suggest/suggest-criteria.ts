import type { CriterionEntry } from '../../criteria/language/criterion-entry.ts'
import { labelText } from '../../criteria/language/label-pattern.ts'
import { TIMING_SUBJECTS, type TimingSubject } from '../../measurements/model.ts'
import { oneLine } from '../../foundation/one-line.ts'
import type { LabelFigures, RunFigures } from '../usual/model.ts'
import { MIN_REQUESTS } from '../usual/figures.ts'
import { fixedErrorLimit, fixedTimeLimits } from './fixed-limits.ts'
import { isTighter } from './is-tighter.ts'
import { tightestUsual, type UsualCandidate } from './tightest-usual.ts'

/** Fewer runs say too little of what the next one will be. */
const LEAST_RUNS = 5
/** The heaviest, by their requests. */
const MOST_LABELS = 20
/** Beyond that a wildcard takes seconds to try. */
const MOST_WILDCARD_LABELS = 1000
const MOST_LABEL_CHARACTERS = 200
/** A label's own limit from the usual is worth a line where it is so much tighter than that of all labels. */
const WORTH_A_LINE = 2 / 3

/** Criteria as text, each of which every kept run meets; the tightest of their kind. */
export interface Suggestions {
  /** How many kept runs they are from. */
  runs: number
  usual: string[]
  fixed: string[]
}

/** What there is to say something about. */
interface Known {
  history: readonly RunFigures[]
  subject: TimingSubject
  labels: string[]
  allLabels: number
  hasTotalTime: boolean
  hasErrors: boolean
}

/**
 * The tightest limits that all kept runs would have met: from the usual, tried on each run against the others, and fixed
 * ones that 99 of 100 runs of unchanged software meet, all of them together. Nothing that a criterion of today already
 * demands or beats: whoever takes them can only get stricter. Undefined where the runs are too few or say nothing new.
 */
export function suggestCriteria(
  history: readonly RunFigures[],
  entries: readonly CriterionEntry[],
): Suggestions | undefined {
  const known = history.length < LEAST_RUNS ? undefined : knownOf(history)
  if (known === undefined) return undefined
  const isNews = (text: string): boolean => isTighter(text, entries)
  const usual = usualLimits(known).filter(isNews)
  const fixed = fixedLimits(known).filter(isNews)
  return usual.length + fixed.length === 0 ? undefined : { runs: history.length, usual, fixed }
}

/** What suggestions are about: the first subject that is timed; the raw result has the same requests once more. */
export function suggestedSubject(subjects: {
  has: (subject: TimingSubject) => boolean
}): TimingSubject | undefined {
  return TIMING_SUBJECTS.find((subject) => subject !== 'raw-requests' && subjects.has(subject))
}

function knownOf(history: readonly RunFigures[]): Known | undefined {
  const newest = history.at(-1)!
  const subject = suggestedSubject(newest.subjects)
  if (subject === undefined) return undefined
  const runs = history.map(({ subjects }) => subjects.get(subject))
  const inAll = (
    test: (timing: LabelFigures) => boolean,
    find: (run: (typeof runs)[number]) => LabelFigures | undefined,
  ) =>
    runs.every((run) => {
      const timing = find(run)
      return timing !== undefined && test(timing)
    })
  const byLabel = runs.map((run) => new Map(run?.labels.map((one) => [one.label, one])))
  const labels = (runs.at(-1)?.labels ?? [])
    .toSorted((a, b) => b.count - a.count)
    .map(({ label }) => label)
    .filter(isPlain)
    .filter((label) => byLabel.every((one) => hasTime(one.get(label))))
  return {
    history,
    subject,
    labels: labels.slice(0, MOST_LABELS),
    allLabels: Math.max(...runs.map((run) => run?.labels.length ?? 0)),
    hasTotalTime: inAll(hasTime, (run) => run?.total),
    hasErrors: inAll(
      ({ errors, count }) => errors !== undefined && count > 0,
      (run) => run?.total,
    ),
  }
}

const hasTime = (timing: LabelFigures | undefined): boolean =>
  timing !== undefined && timing.count >= MIN_REQUESTS && (timing.figures.get('p95')?.value ?? 0) > 0

/** A name that stands in a file as it is, and is meant to be read. */
const isPlain = (label: string): boolean =>
  label !== '' && label.length <= MOST_LABEL_CHARACTERS && oneLine(label) === label

const quoted = (label: string): string => `["${labelText({ parts: [label] })}"]`

function usualLimits({ history, subject, labels, allLabels, hasTotalTime, hasErrors }: Known): string[] {
  const time = { subject, figure: 'p95', kind: 'figure' as const }
  const each = allLabels > 1 && allLabels <= MOST_WILDCARD_LABELS
  const candidates: UsualCandidate[] = [
    ...(each ? [{ ...time, labels: 'all' as const }] : []),
    ...labels.map((label) => ({ ...time, labels: [label] })),
    ...(hasTotalTime ? [{ ...time, labels: 'total' as const }] : []),
    ...(hasErrors
      ? [{ subject, figure: 'error-rate', kind: 'error-share' as const, labels: 'total' as const }]
      : []),
  ]
  const limits = tightestUsual(history, candidates)
  const ofAll = each ? (limits[0] ?? Infinity) : Infinity
  return candidates.flatMap((candidate, index) => {
    const limit = limits[index]
    if (limit === undefined) return []
    const { labels: of, kind, figure } = candidate
    if (Array.isArray(of) && limit > WORTH_A_LINE * ofAll) return []
    const label = of === 'total' ? '' : of === 'all' ? '["*"]' : quoted(of[0])
    return [`${subject}${label}.${figure} <= usual + ${limit}${kind === 'figure' ? '%' : 'pp'}`]
  })
}

function fixedLimits({ history, subject, labels, hasTotalTime, hasErrors }: Known): string[] {
  const number = labels.length + (hasTotalTime ? 1 : 0) + (hasErrors ? 1 : 0)
  const ofLabels = fixedTimeLimits(history, { subject, labels }, number)
  const ofTotal = hasTotalTime ? fixedTimeLimits(history, { subject, labels: 'total' }, number) : []
  const times = [
    ...ofTotal.map(({ ms }) => `${subject}.p95 <= ${ms}ms`),
    ...ofLabels.map(({ label, ms }) => `${subject}${quoted(label)}.p95 <= ${ms}ms`),
  ]
  if (!hasErrors) return times
  const percent = fixedErrorLimit(history, subject, number)
  return [`${subject}.error-rate <= ${percent}%`, ...times]
}
