import type { OutcomeFacts, RunFailure } from './outcome-facts.ts'
import { countsAsFailed, isBroken, isWaived } from './ranking.ts'
import type { FailOn } from './fail-on.ts'
import { otherWarnings, whyNothingJudged } from './other-warnings.ts'
import { judgeScorecard } from './judge-scorecard.ts'
import { effectiveStatusOf } from './effective-status.ts'
import type { CriterionResult, Outcome, ScorecardVerdict, Verdict } from '../verdict.ts'
import type { Reason } from '../../foundation/reason.ts'

interface Decision {
  outcome: Outcome
  reason: Reason | ''
  message: string
  /** The word in `fail-on` that makes the step fail; `always` if it fails in any case. */
  fails: FailOn | 'always' | 'never'
}

const FAILURES: Record<RunFailure['reason'], Pick<Decision, 'outcome' | 'fails'>> = {
  'bad-input': { outcome: 'error', fails: 'always' },
  credentials: { outcome: 'error', fails: 'always' },
  preflight: { outcome: 'error', fails: 'always' },
  'start-unknown': { outcome: 'error', fails: 'run' },
  'contact-lost': { outcome: 'error', fails: 'run' },
  internal: { outcome: 'error', fails: 'run' },
  'remote-failed': { outcome: 'error', fails: 'run' },
  'remote-aborted': { outcome: 'error', fails: 'run' },
  'remote-unresponsive': { outcome: 'error', fails: 'run' },
  timeout: { outcome: 'timed-out', fails: 'run' },
}

/** The outcome of the step, by the table in the documentation: the first row that applies decides. */
export function decide(facts: OutcomeFacts): Verdict {
  const scorecard = facts.scorecard && judgeScorecard(facts.scorecard)
  const decision =
    failureRow(facts) ??
    validityRow(facts) ??
    criteriaRow(facts) ??
    scorecardRow(scorecard) ??
    baselineRow(facts) ??
    quietRows(facts, scorecard)
  const { outcome, reason, message } = decision
  const nothingJudged = outcome === 'passed' && whyNothingJudged(facts) !== undefined
  const missing = (facts.troubles ?? []).filter(({ kind, fileMissing }) => kind === 'missing' || fileMissing)
  const failsForFiles = missing.length > 0 && facts.failOn.has('collect') && outcome !== 'cancelled'
  return {
    outcome,
    reason,
    message: failsForFiles && outcome === 'passed' ? `${message} But files are missing.` : message,
    failsStep: failsForFiles || failsStep(decision.fails, facts.failOn),
    criteria: [...facts.criteria],
    ...(nothingJudged && { nothingJudged }),
    warnings: otherWarnings(facts, reason, scorecard),
    ...(facts.baseline && { baseline: facts.baseline }),
    ...(scorecard && { scorecard }),
  }
}

function failsStep(fails: Decision['fails'], failOn: ReadonlySet<FailOn>): boolean {
  return fails === 'always' || (fails !== 'never' && failOn.has(fails))
}

function failureRow({ failure }: OutcomeFacts): Decision | undefined {
  if (!failure) return undefined
  const row = FAILURES[failure.reason]
  return { ...row, reason: failure.reason, message: capital(sentence(failure.message)) }
}

/** Whether a criterion may decide the outcome: warnings and waived criteria never do. */
const counts = (result: CriterionResult): boolean => result.severity !== 'warning' && !isWaived(result)

function validityRow({ criteria, endedEarly, cancelled, troubles }: OutcomeFacts): Decision | undefined {
  const counted = criteria.filter(counts)
  const doubts = [
    ...(endedEarly !== undefined && !cancelled ? [endedEarly] : []),
    ...counted
      .filter((result) => result.severity === 'validity' && isBroken(result))
      .map(({ message }) => message),
    ...counted.flatMap((result) => (result.inconclusiveBecause === 'data' ? [result.message] : [])),
    ...counted.flatMap(({ partialData }) => (partialData === undefined ? [] : [partialData])),
    // An unreadable scorecard may be one that failed.
    ...(cancelled ? [] : (troubles ?? []).filter(({ file }) => file === 'scorecard')).map(
      ({ reason }) => reason,
    ),
  ]
  const distinct = [...new Set(doubts)]
  const [first] = distinct
  if (first === undefined) return undefined
  const message = `The run cannot be judged. ${sentence(first)}${andMore(distinct.length - 1)}`
  return { outcome: 'inconclusive', reason: 'validity', message, fails: 'validity' }
}

function criteriaRow({ criteria }: OutcomeFacts): Decision | undefined {
  const failed = criteria.filter(countsAsFailed)
  const [worst] = failed
  if (!worst) return undefined
  const judged = criteria.filter(
    (result) => result.severity === 'error' && result.status !== 'skipped' && !isWaived(result),
  ).length
  const count = judged === 1 ? 'the criterion failed' : `${failed.length} of ${judged} criteria failed`
  const valid = criteria.filter(
    ({ severity, status }) => severity === 'validity' && status === 'passed',
  ).length
  const checks =
    valid === 0 ? '' : ` (and ${valid === 1 ? '1 validity check' : `${valid} validity checks`} passed)`
  const lead = failed.length > 1 ? 'worst: ' : ''
  return {
    outcome: 'failed',
    reason: 'criteria',
    message: capital(`${count}${checks}${besides(criteria)}; ${lead}${sentence(worst.message)}`),
    fails: 'criteria',
  }
}

function scorecardRow(scorecard: ScorecardVerdict | undefined): Decision | undefined {
  if (!scorecard?.failed) return undefined
  return {
    outcome: 'failed',
    reason: 'scorecard',
    message: sentence(scorecard.message),
    fails: 'scorecard',
  }
}

function baselineRow({ criteria }: OutcomeFacts): Decision | undefined {
  const waiting = criteria.filter((result) => result.inconclusiveBecause === 'baseline' && counts(result))
  const [first] = waiting
  if (!first) return undefined
  return {
    outcome: 'inconclusive',
    reason: 'baseline',
    message: waitingText(waiting, first),
    fails: 'baseline',
  }
}

/** The reason why there is no baseline comes first, because it explains the criteria. */
function waitingText(waiting: readonly CriterionResult[], first: CriterionResult): string {
  const lacking = waiting.filter(({ lacksBaseline }) => lacksBaseline === true)
  const [cause] = lacking
  if (cause !== undefined) {
    const others = waiting.length - lacking.length
    const more = others === 0 ? '' : ` ${capital(numberOf(others))} ${isOrAre(others)} not settled.`
    const needs = lacking.length === 1 ? 'needs' : 'need'
    return `${sentence(cause.message)} ${capital(numberOf(lacking.length))} ${needs} a baseline.${more}`
  }
  const without = waiting.some(({ usual }) => usual === undefined)
  const what = without
    ? `${waiting.length === 1 ? 'has' : 'have'} no baseline to compare with`
    : `${isOrAre(waiting.length)} not settled by the runs so far`
  return capital(`${numberOf(waiting.length)} ${what}. ${sentence(first.message)}`)
}

const numberOf = (count: number): string => (count === 1 ? 'one criterion' : `${count} criteria`)

const isOrAre = (count: number): string => (count === 1 ? 'is' : 'are')

function quietRows(facts: OutcomeFacts, scorecard: ScorecardVerdict | undefined): Decision {
  if (facts.cancelled)
    return { outcome: 'cancelled', reason: 'cancelled', message: 'The step was cancelled.', fails: 'never' }
  if (facts.started) {
    return {
      outcome: 'started',
      reason: '',
      message: 'The run continues without this step.',
      fails: 'never',
    }
  }
  const message = facts.checked ? CHECKED : passedText(facts, scorecard)
  return { outcome: 'passed', reason: '', message, fails: 'never' }
}

const CHECKED = 'All checks passed; nothing was started.'

function passedText(facts: OutcomeFacts, scorecard: ScorecardVerdict | undefined): string {
  const why = whyNothingJudged(facts)
  if (why !== undefined) return `The run finished; nothing was judged: ${why}.`
  const { criteria } = facts
  const held = criteria.filter(({ status }) => status === 'passed').length
  const parts = [
    held > 0 ? `${held === 1 ? '1 criterion' : `${held} criteria`} passed${besides(criteria)}.` : '',
    scorecard ? sentence(scorecard.message) : '',
  ]
  return (
    parts.filter((part) => part !== '').join(' ') ||
    'The run finished; criteria that are not met are only warnings, or are waived.'
  )
}

const BESIDES = {
  warning: ['warning', 'warnings'],
  waived: ['waived', 'waived'],
  skipped: ['skipped', 'skipped'],
} as const

/** `, 1 warning, 2 waived`: criteria that neither passed nor failed, counted as in the table. */
function besides(criteria: readonly CriterionResult[]): string {
  const parts = Object.entries(BESIDES).map(([status, [one, many]]) => {
    const number = criteria.filter((criterion) => effectiveStatusOf(criterion) === status).length
    return number === 0 ? '' : `, ${number} ${number === 1 ? one : many}`
  })
  return parts.join('')
}

const andMore = (count: number): string =>
  count > 0 ? ` And ${count} more ${count === 1 ? 'reason' : 'reasons'}.` : ''

/** No full stop is added after a caret below a line, or after a raw response in parentheses. */
const sentence = (text: string): string => (/[.!?^]$|[.!?] \([^]*\)$/.test(text) ? text : `${text}.`)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
