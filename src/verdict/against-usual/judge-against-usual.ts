import type { Answers } from '../../criteria/answers.ts'
import { isWildcard } from '../../criteria/language/label-pattern.ts'
import type { CriterionEntry } from '../../criteria/language/criterion-entry.ts'
import type { Measurements } from '../../measurements/model.ts'
import { LACKING, type Judgment } from '../judge-criterion.ts'
import type { PercentileOf } from '../observe/observation.ts'
import { measure } from '../observe/observe.ts'
import { judgeUsual, OWN_MARGIN } from '../usual/judge-usual.ts'
import type { ComparisonVerdict, LabelVerdict, RunFigures } from '../usual/model.ts'
import type { Rerun } from './settling-text.ts'
import { comparisonOf, usualCriterionOf, type UsualCriterion } from './usual-entries.ts'
import { usualFactsOf } from './usual-facts.ts'
import { worstOf } from './worst-label.ts'
import { addTrends } from './usual-trends.ts'
import { byChange, usualMessage } from './usual-message.ts'
import { changeText, intervalText, limitText, valueText } from './usual-text.ts'

/** What can be compared. `absent` says in one sentence why there is no earlier run. */
export interface UsualData {
  measurements: Measurements
  percentileOf: PercentileOf
  /** The runs of this commit, oldest first; `history` has the earlier ones. */
  runs: readonly RunFigures[]
  history: readonly RunFigures[] | { absent: string }
  criteriaCount: number
  answers: Answers
  /** See `AskedUsual` in `judge.ts`. */
  doubt?: string
  rerun?: Rerun
}

const MOST_BREACHES = 1000
const BREACHES_OF_ALL = 100_000

/**
 * Judges all criteria that compare with the usual together, because they share one budget of false alarms.
 * Never throws.
 */
export function judgeAgainstUsual(
  entries: readonly CriterionEntry[],
  data: UsualData,
): Map<CriterionEntry, Judgment> {
  const judgments = new Map<CriterionEntry, Judgment>()
  const asked: { entry: CriterionEntry; criterion: UsualCriterion; readRaw: boolean }[] = []
  for (const entry of entries) {
    const criterion = usualCriterionOf(entry)
    if (!criterion) continue
    const known = observed(criterion, data)
    if ('status' in known) judgments.set(entry, known)
    else asked.push({ entry, criterion, ...known })
  }
  if (asked.length === 0) return judgments
  const history = 'absent' in data.history ? [] : data.history
  const { comparisons } = judgeUsual({
    runs: data.runs,
    history,
    comparisons: asked.map(({ entry, criterion }) =>
      comparisonOf(criterion, entry.id, { runs: data.runs, history }),
    ),
  })
  const most = Math.min(MOST_BREACHES, Math.ceil(BREACHES_OF_ALL / data.criteriaCount))
  const judged = asked.map(({ entry, criterion, readRaw }, index) => {
    const verdict = comparisons[index]!
    const judgment = { ...judgmentOf(criterion, verdict, data, most), ...(readRaw && { readRaw }) }
    judgments.set(entry, judgment)
    return { criterion, verdict, judgment }
  })
  addTrends(judged, { runs: data.runs, history })
  return judgments
}

/**
 * If this run lacks the whole figure, that is an error, as with any other limit; if only some labels lack it,
 * those are not judged.
 */
function observed(criterion: UsualCriterion, data: UsualData): Judgment | { readRaw: boolean } {
  const found = measure(
    data.measurements,
    { ...criterion, criteriaCount: data.criteriaCount, answers: data.answers },
    data.percentileOf,
  )
  if ('readings' in found) return { readRaw: found.readings.some(({ fromHistogram }) => fromHistogram) }
  const { subject, label, measure: asked } = criterion
  if (label && isWildcard(label)) {
    const { labels } = comparisonOf(criterion, '', { runs: data.runs, history: [] })
    const chosen = labels === 'total' || labels === 'all' ? undefined : new Set(labels)
    const some = data.runs.some(({ subjects }) =>
      subjects
        .get(subject)
        ?.labels.some(
          (one) =>
            (chosen?.has(one.label) ?? true) &&
            (asked.name === 'error-rate' ? one.errors !== undefined : one.figures.size > 0),
        ),
    )
    if (some) return { readRaw: false }
  }
  return { status: 'error', message: found.problem, subject, ...(found.inResult && { inResult: true }) }
}

function judgmentOf(
  criterion: UsualCriterion,
  verdict: ComparisonVerdict,
  { history, doubt, rerun }: UsualData,
  mostBreaches: number,
): Judgment {
  const { label, subject } = criterion
  const several = label !== undefined && isWildcard(label)
  const about = { subject, ...(label && !several && { label: label.parts[0] ?? '' }) }
  if ('absent' in history)
    return {
      status: 'inconclusive',
      inconclusiveBecause: 'baseline',
      message: history.absent,
      ...LACKING,
      ...about,
    }
  const worst = worstOf(verdict.labels)
  const { labels, words } = verdict
  const isDoubtful = doubt !== undefined && verdict.status === 'passed'
  const status = isDoubtful ? 'inconclusive' : verdict.status
  const message = usualMessage(criterion, verdict, worst, { several, rerun })
  const red = labels.filter(({ word }) => word === 'regression').sort(byChange)
  const named = red.slice(0, mostBreaches).map((one) => breachOf(criterion, one))
  return {
    status,
    ...(status === 'inconclusive' && { inconclusiveBecause: 'baseline' as const }),
    ...figuresOf(criterion, worst),
    message: isDoubtful ? `${message}; but ${doubt}` : message,
    ...about,
    ...(several && { matched: labels.length, breached: words.regression }),
    ...(several && named.length > 0 && { breaches: named }),
    ...(several && labels.length === 1 && { label: labels[0]!.label }),
    usual: usualFactsOf(criterion, verdict, { history, worst }),
  }
}

function figuresOf(
  criterion: UsualCriterion,
  worst: LabelVerdict | undefined,
): Pick<Judgment, 'observed' | 'limit' | 'margin' | 'badness'> {
  const facts = worst?.facts
  const limit = limitText(criterion, facts?.usual, OWN_MARGIN)
  if (!facts) return { limit }
  const worse = criterion.operator.startsWith('<') ? facts.change : -facts.change
  return {
    ...(facts.value !== undefined && { observed: valueText(criterion, facts.value) }),
    limit,
    margin: `${changeText(criterion, facts.change)} (${intervalText(facts.interval)})`,
    badness: Number.isFinite(worse) ? worse : 0,
  }
}

function breachOf(
  criterion: UsualCriterion,
  { label, facts }: LabelVerdict,
): { label: string; observed: string; limit?: string } {
  if (!facts) return { label, observed: '' }
  const value = facts.value === undefined ? '' : `${valueText(criterion, facts.value)}, `
  return {
    label,
    observed: `${value}${changeText(criterion, facts.change)}`,
    limit: limitText(criterion, facts.usual, OWN_MARGIN),
  }
}
