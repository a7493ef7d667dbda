import type { CriterionResult, Outcome, Verdict } from '../verdict/verdict.ts'
import type { Reason } from '../foundation/reason.ts'
import {
  EFFECTIVE_STATUSES,
  effectiveStatusOf,
  type EffectiveStatus,
} from '../verdict/outcome/effective-status.ts'

/** Words that can be understood without color or icon, and the icon that Markdown shows with them. */
export const STATUS_WORDS: Record<EffectiveStatus, { word: string; icon: string; short: string }> = {
  failed: { word: 'failed', icon: '❌', short: 'FAILED' },
  error: { word: 'error', icon: '⛔', short: 'ERROR' },
  invalid: { word: 'validity failed', icon: '⛔', short: 'FAILED' },
  inconclusive: { word: 'inconclusive', icon: '❔', short: 'INCONCLUSIVE' },
  warning: { word: 'warning', icon: '⚠️', short: 'WARNING' },
  waived: { word: 'waived', icon: '🩹', short: 'WAIVED' },
  skipped: { word: 'skipped', icon: '⏭️', short: 'SKIPPED' },
  passed: { word: 'passed', icon: '✅', short: 'PASSED' },
}

export const OUTCOME_WORDS: Record<Outcome, { word: string; icon: string }> = {
  passed: { word: 'Passed', icon: '✅' },
  failed: { word: 'Failed', icon: '❌' },
  inconclusive: { word: 'Inconclusive', icon: '❔' },
  error: { word: 'Error', icon: '⛔' },
  'timed-out': { word: 'Timed out', icon: '⏱️' },
  cancelled: { word: 'Cancelled', icon: '🚫' },
  started: { word: 'Started', icon: '🚀' },
}

const REASON_WORDS: Record<Reason, string> = {
  'bad-input': 'bad input',
  credentials: 'credentials',
  preflight: 'preflight',
  'start-unknown': 'unknown whether it started',
  'contact-lost': 'contact lost',
  internal: 'something broke inside the action',
  'remote-failed': 'the run failed at the service',
  'remote-aborted': 'the run was aborted at the service',
  'remote-unresponsive': 'the run became unresponsive',
  timeout: 'timed out',
  validity: 'validity',
  criteria: 'criteria',
  scorecard: 'scorecard',
  baseline: 'baseline',
  cancelled: 'cancelled',
}

/** `Failed (criteria)`; the reason is left out if it says nothing new. */
export function verdictWords(verdict: Verdict): string {
  const { word } = OUTCOME_WORDS[verdict.outcome]
  if (verdict.nothingJudged) return `${word} (nothing judged)`
  if (verdict.reason === '' || verdict.reason === verdict.outcome || verdict.reason === 'timeout') return word
  return `${word} (${REASON_WORDS[verdict.reason]})`
}

export type StatusCounts = Record<EffectiveStatus, number>

/** The number of criteria for each effective status. */
export function countStatuses(criteria: readonly CriterionResult[]): StatusCounts {
  const counts: StatusCounts = {
    failed: 0,
    error: 0,
    invalid: 0,
    inconclusive: 0,
    warning: 0,
    waived: 0,
    skipped: 0,
    passed: 0,
  }
  for (const criterion of criteria) counts[effectiveStatusOf(criterion)] += 1
  return counts
}

/** `2 failed, 1 warning, 9 passed`; `no criteria` if there are none. */
export function countsInWords(counts: StatusCounts): string {
  const parts = EFFECTIVE_STATUSES.filter((status) => counts[status] > 0)
  if (parts.length === 0) return 'no criteria'
  return parts.map((status) => `${counts[status]} ${wordFor(status, counts[status])}`).join(', ')
}

/** `1 error`, `2 errors`; the other words are adjectives and have no plural. */
const wordFor = (status: EffectiveStatus, count: number): string =>
  STATUS_WORDS[status].word + (count !== 1 && (status === 'error' || status === 'warning') ? 's' : '')
