import type { Scorecard, ScorecardRule } from '../../measurements/model.ts'
import { shownLabel } from '../observe/label-choice.ts'
import type { ScorecardVerdict } from '../verdict.ts'

const RULES_NAMED = 5

/** What XLT's scorecard means for the verdict. One that could not be evaluated counts as failed. */
export function judgeScorecard(scorecard: Scorecard): ScorecardVerdict {
  const broken = scorecard.rules.filter(({ result }) => result === 'NOTPASSED' || result === 'ERROR')
  const parts = [
    pointsText(scorecard),
    scorecard.error ? `it could not be evaluated: ${scorecard.error}` : '',
    rulesText(broken),
  ]
  const message = `Scorecard: ${parts.filter((part) => part !== '').join('; ') || 'no points'}`
  return { failed: scorecard.testFailed || scorecard.error !== undefined, message }
}

function pointsText({ points, totalPoints, pointsPercent, rating }: Scorecard): string {
  if (points === undefined) return rating === undefined ? '' : `rating ${rating}`
  const total = totalPoints === undefined ? '' : ` of ${totalPoints}`
  const percent = pointsPercent === undefined ? '' : ` (${pointsPercent}%)`
  return `${points}${total} points${percent}${rating === undefined ? '' : `, rating ${rating}`}`
}

/** Rules that fail the test come first; the others only cost points. */
function rulesText(broken: ScorecardRule[]): string {
  if (broken.length === 0) return ''
  const ordered = [...broken].sort((a, b) => Number(b.testFailed) - Number(a.testFailed))
  const named = ordered.slice(0, RULES_NAMED).map(ruleText)
  const more = ordered.length > named.length ? ` and ${ordered.length - named.length} more` : ''
  return `rules not passed: ${named.join(', ')}${more}`
}

function ruleText({ group, rule, result, message, testFailed }: ScorecardRule): string {
  const notes = [result === 'ERROR' ? 'not evaluated' : '', testFailed ? 'fails the test' : '', message ?? '']
  const told = notes.filter((note) => note !== '').join('; ')
  return `${shownLabel(`${group}/${rule}`)}${told === '' ? '' : ` (${told})`}`
}
