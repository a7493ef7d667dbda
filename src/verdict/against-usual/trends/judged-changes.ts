import type { CountedErrors } from '../../usual/errors/error-counts.ts'
import { hasFewerErrors } from '../../usual/errors/fewer-errors.ts'
import { MIN_REQUESTS } from '../../usual/figures.ts'
import { OWN_MARGIN, usualJudge, type Decision, type UsualJudge } from '../../usual/judge-usual.ts'
import type { Comparison, LabelFigures, LabelVerdict, RunFigures, SubjectFigures } from '../../usual/model.ts'

/** A figure of this run compared with earlier runs; `usual` is what chance explains. */
export type AgainstUsual = 'higher' | 'lower' | 'usual'

/** By name as in criteria, such as `p95`. Figures that cannot be judged are absent. */
export type JudgedFigures = ReadonlyMap<string, AgainstUsual>

export interface JudgedSubject {
  total: JudgedFigures
  labels: ReadonlyMap<string, JudgedFigures>
}

/** By subject. */
export type JudgedChanges = ReadonlyMap<string, JudgedSubject>

/** With fewer, the spread would be assumed, not known. */
const LEAST_RUNS = 3
/** For more, judging all figures would take a second and longer. */
const MOST_LABELS = 1000
/** The largest share of unchanged runs in which a label seems to have fewer errors. */
const FEWER_BY_CHANCE = 0.003
const ERROR_RATE = 'error-rate'
const TOTAL_FIGURES = ['rate', ERROR_RATE, 'mean', 'p50', 'p95', 'p99']
/** Those whose changes are shown for labels. */
const LABEL_FIGURES = ['rate', ERROR_RATE, 'mean', 'p95']

/**
 * Which figures of a run are not what is usual, better or worse, whether or not a criterion is about them.
 * Each figure has its own budget of false alarms, which its labels share.
 */
export function judgedChanges(now: RunFigures, history: readonly RunFigures[]): JudgedChanges {
  const earlier = history.filter(({ id }) => id === undefined || id !== now.id)
  if (earlier.length < LEAST_RUNS) return new Map()
  const known = { now, earlier, judge: usualJudge([now], earlier) }
  const subjects = [...now.subjects].map(([subject, { labels }]): [string, JudgedSubject] => {
    const total = judgedBy(known, { subject, labels: 'total' }, TOTAL_FIGURES)
    const each =
      labels.length > MOST_LABELS ? undefined : judgedBy(known, { subject, labels: 'all' }, LABEL_FIGURES)
    return [subject, { total: total.get('') ?? new Map(), labels: each ?? new Map() }]
  })
  return new Map(subjects)
}

interface Known {
  now: RunFigures
  earlier: readonly RunFigures[]
  judge: UsualJudge
}

type About = Pick<Comparison, 'subject'> & { labels: 'total' | 'all' }
type Words = [label: string, AgainstUsual][]

function judgedBy(
  known: Known,
  about: About,
  figures: readonly string[],
): Map<string, Map<string, AgainstUsual>> {
  const found = new Map<string, Map<string, AgainstUsual>>()
  for (const figure of figures) {
    const words = figure === ERROR_RATE ? wordsOfErrors(known, about) : wordsOf(known, about, figure)
    for (const [label, word] of words) {
      const of = found.get(label) ?? new Map<string, AgainstUsual>()
      found.set(label, of.set(figure, word))
    }
  }
  return found
}

function wordsOf({ judge }: Known, about: About, figure: string): Words {
  const asked = { ...about, name: figure, figure, limit: { ratio: 0 }, kind: 'figure' as const }
  const decisions = judge.decisions([
    { ...asked, worse: 'higher' },
    { ...asked, worse: 'lower' },
  ])
  const [higher, lower] = [decisions[0]!, decisions[1]!]
  // Both have the same labels in the same order.
  return higher.labels.flatMap((one, index): Words => {
    if (!isJudged(one)) return []
    if (isOutside(higher, one, 1)) return [[one.label, 'higher']]
    return [[one.label, isOutside(lower, lower.labels[index]!, -1) ? 'lower' : 'usual']]
  })
}

/** What is too noisy to be judged cannot be told from chance. */
const isJudged = ({ word, why }: LabelVerdict): boolean => word !== 'not-judged' || why === 'noise'

/**
 * True for a change of the label itself, and for one that all labels have in common, as far as this label
 * shows it.
 */
function isOutside({ environment }: Decision, { word, facts }: LabelVerdict, side: 1 | -1): boolean {
  if (word === 'regression') return true
  if (environment?.word !== 'regression') return false
  const { value, usual, band } = facts ?? {}
  if (value === undefined || usual === undefined || band === undefined) return false
  const edge = side > 0 ? band.high : band.low
  return side * value > side * edge && side * (value / usual - 1) > OWN_MARGIN
}

/** Fewer errors are looked for here, because criteria only limit them from above. */
function wordsOfErrors({ judge, now, earlier }: Known, about: About): Words {
  const decisions = judge.decisions([
    {
      ...about,
      name: ERROR_RATE,
      figure: ERROR_RATE,
      kind: 'error-share',
      worse: 'higher',
      limit: { ratio: 0 },
    },
  ])
  const { labels } = decisions[0]!
  const here = errorsBy(now.subjects.get(about.subject), about)
  const before = earlier.map(({ subjects }) => errorsBy(subjects.get(about.subject), about))
  const proof = { chance: FEWER_BY_CHANCE / Math.max(1, labels.length), margin: OWN_MARGIN }
  return labels.filter(isJudged).map(({ label, word }) => {
    if (word === 'regression') return [label, 'higher']
    const counted = here.get(label)
    const usual = before.flatMap((run) => run.get(label) ?? [])
    return [label, counted && hasFewerErrors(counted, usual, proof) ? 'lower' : 'usual']
  })
}

function errorsBy(figures: SubjectFigures | undefined, { labels }: About): Map<string, CountedErrors> {
  const all: readonly (LabelFigures & { label?: string })[] =
    labels === 'all' ? (figures?.labels ?? []) : figures?.total ? [figures.total] : []
  return new Map(
    all.flatMap(({ label = '', count, errors }): [string, CountedErrors][] =>
      errors === undefined || !(count >= MIN_REQUESTS) ? [] : [[label, { count, errors }]],
    ),
  )
}
