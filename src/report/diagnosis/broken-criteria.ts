import {
  effectiveStatusOf,
  worstFirst,
  type EffectiveStatus,
} from '../../verdict/outcome/effective-status.ts'
import type { CriterionResult, UsualFacts } from '../../verdict/verdict.ts'
import { breachCount, messageInWords } from '../criterion-words.ts'

/** A criterion that did not simply pass, with its earlier figures if they are known. */
export interface BrokenCriterion {
  id: string
  criterion: string
  standing: EffectiveStatus
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

/**
 * What is known from earlier runs, if the limit is `usual`: in milliseconds, as shares, or per second,
 * depending on the measure.
 */
export type CriterionHistory = Pick<
  UsualFacts,
  'runs' | 'earlierRuns' | 'words' | 'settledBy' | 'findable' | 'labels' | 'vanished'
>

const MOST_LABELS = 5

/** The criteria that did not pass, worst first. */
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
    standing: effectiveStatusOf(result),
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
