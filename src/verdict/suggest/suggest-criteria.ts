import type { CriterionEntry } from '../../criteria/language/criterion-entry.ts'
import { labelText } from '../../criteria/language/label-pattern.ts'
import { TIMING_SUBJECTS, type TimingSubject } from '../../measurements/model.ts'
import { oneLine } from '../../foundation/one-line.ts'
import type { LabelFigures, RunFigures } from '../usual/model.ts'
import { MIN_REQUESTS } from '../usual/figures.ts'
import { fixedErrorLimit, fixedTimeLimits } from './fixed-limits.ts'
import { isTighter } from './is-tighter.ts'
import { tightestUsual, type UsualCandidate } from './tightest-usual.ts'

/** Fewer runs say too little about the next one. */
const LEAST_RUNS = 5
/** Those with the most requests. */
const MOST_LABELS = 20
/** For more labels, trying a wildcard takes seconds. */
const MOST_WILDCARD_LABELS = 1000
const MOST_LABEL_CHARACTERS = 200
/** A label gets its own limit only if it is at most this share of the limit for all labels. */
const WORTH_A_LINE = 2 / 3

/** Criteria as texts. Every kept run meets all of them, and each is the tightest of its kind. */
export interface Suggestions {
  /** The number of kept runs that they are based on. */
  runs: number
  usual: string[]
  fixed: string[]
}

/** What is known for suggestions. */
interface Known {
  history: readonly RunFigures[]
  subject: TimingSubject
  labels: string[]
  allLabels: number
  hasTotalTime: boolean
  hasErrors: boolean
}

/**
 * The tightest limits that all kept runs would have met: limits that compare with the usual, tried on each
 * run against the others, and fixed limits, which 99 of 100 runs of unchanged software meet, all of them
 * together. What an existing criterion already requires is left out, so that adding suggestions only makes
 * the criteria stricter. Undefined if there are too few runs, or nothing to suggest.
 */
export function suggestCriteria(
  history: readonly RunFigures[],
  entries: readonly CriterionEntry[],
): Suggestions | undefined {
  const known = history.length < LEAST_RUNS ? undefined : knownOf(history)
  if (known === undefined) return undefined
  if (!triesAllLabels(known.allLabels)) known.history = onlyLabels(known)
  const isNews = (text: string): boolean => isTighter(text, entries)
  const usual = usualLimits(known).filter(isNews)
  const fixed = fixedLimits(known).filter(isNews)
  return usual.length + fixed.length === 0 ? undefined : { runs: history.length, usual, fixed }
}

const triesAllLabels = (allLabels: number): boolean => allLabels > 1 && allLabels <= MOST_WILDCARD_LABELS

/** The runs without the labels that no suggestion is about. */
function onlyLabels({ history, subject, labels }: Known): RunFigures[] {
  const wanted = new Set(labels)
  return history.map((run) => {
    const { total, labels: all = [] } = run.subjects.get(subject) ?? {}
    const few = { ...(total && { total }), labels: all.filter(({ label }) => wanted.has(label)) }
    return { ...run, subjects: new Map([[subject, few]]) }
  })
}

/**
 * The subject of suggestions: the first one with timings, except the raw result, which has the same requests
 * again.
 */
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

/** A readable name that can be written to a file unchanged. */
const isPlain = (label: string): boolean =>
  label !== '' && label.length <= MOST_LABEL_CHARACTERS && oneLine(label) === label

const quoted = (label: string): string => `["${labelText({ parts: [label] })}"]`

function usualLimits({ history, subject, labels, allLabels, hasTotalTime, hasErrors }: Known): string[] {
  const time = { subject, figure: 'p95', kind: 'figure' as const }
  const each = triesAllLabels(allLabels)
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
