import { standingOf, worstFirst, type Standing } from '../../verdict/outcome/standing.ts'
import type { CriterionResult, UsualFacts } from '../../verdict/verdict.ts'
import { breachCount, messageInWords } from '../criterion-words.ts'

/** A criterion that did not simply pass, with what its figure was before where that is known. */
export interface BrokenCriterion {
  id: string
  criterion: string
  standing: Standing
  observed?: string
  limit?: string
  margin?: string
  message: string
  subject?: string
  label?: string
  /** For a wildcard: the labels that broke it, worst first, and how many there are. */
  breaches?: { label: string; observed: string; limit?: string }[]
  breached?: number
  inconclusiveBecause?: 'baseline' | 'data'
  partialData?: string
  waiver?: { until: string; owner: string; reason: string }
  history?: CriterionHistory
  source: { file?: string; line: number }
}

/** What earlier runs say of it, where its limit is `usual`: milliseconds, shares, or per second, as the measure is. */
export type CriterionHistory = Pick<
  UsualFacts,
  'runs' | 'earlierRuns' | 'words' | 'settledBy' | 'findable' | 'labels' | 'vanished'
>

const MOST_LABELS = 5

/** Those that did not pass, worst first. */
export function brokenCriteria(criteria: readonly CriterionResult[]): BrokenCriterion[] {
  return worstFirst(criteria)
    .filter(({ status }) => status !== 'passed' && status !== 'skipped')
    .map(brokenCriterion)
}

function brokenCriterion(result: CriterionResult): BrokenCriterion {
  const { id, criterion, observed, limit, margin, subject, label } = result
  const { breaches, inconclusiveBecause, partialData, waiver, usual, source } = result
  const told = messageInWords(result)
  return {
    id,
    criterion,
    standing: standingOf(result),
    ...(observed !== undefined && { observed }),
    ...(limit !== undefined && { limit }),
    ...(margin !== undefined && { margin }),
    message: told,
    ...(subject !== undefined && { subject }),
    ...(label !== undefined && { label }),
    ...(breaches !== undefined && {
      breaches: breaches.slice(0, MOST_LABELS),
      breached: breachCount(result),
    }),
    ...(inconclusiveBecause !== undefined && { inconclusiveBecause }),
    ...(partialData !== undefined && { partialData }),
    ...(waiver?.active === true && {
      waiver: { until: waiver.until, owner: waiver.owner, reason: waiver.reason },
    }),
    ...(usual !== undefined && { history: historyOf(usual) }),
    source: { line: source.line, ...(source.file !== undefined && { file: source.file }) },
  }
}

function historyOf(usual: UsualFacts): CriterionHistory {
  const { runs, earlierRuns, words, settledBy, findable, labels, vanished } = usual
  return {
    runs,
    earlierRuns,
    words,
    settledBy,
    ...(findable !== undefined && { findable }),
    labels: labels.slice(0, MOST_LABELS),
    ...(vanished !== undefined && { vanished: vanished.slice(0, MOST_LABELS) }),
  }
}
