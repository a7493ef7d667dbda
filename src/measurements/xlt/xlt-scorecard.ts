import type { Scorecard, ScorecardRule } from '../model.ts'
import { childOf, numberOf, readXmlItems, textOf, type XmlNode } from '../../formats/xml-items.ts'

const RESULTS = ['PASSED', 'NOTPASSED', 'SKIPPED', 'ERROR'] as const

/**
 * Reads XLT's `scorecard.xml` (contract: "XLT files"): the outcome, without the configuration. An unknown
 * result of a rule counts as `ERROR`. Throws if the XML is not well-formed or has no outcome.
 */
export async function readScorecard(chunks: AsyncIterable<Uint8Array>): Promise<Scorecard> {
  let outcome: XmlNode | undefined
  await readXmlItems(chunks, {
    isItem: (path) => path.length === 2 && path[0] === 'scorecard' && path[1] === 'outcome',
    leaveOut: new Set(),
    onItem: (_, item) => (outcome ??= item),
  })
  if (!outcome) throw new Error('The file is not a scorecard: it has no <outcome> in <scorecard>.')
  return scorecardOf(outcome)
}

function scorecardOf(outcome: XmlNode): Scorecard {
  const points = numberOf(outcome.attributes['points'])
  const totalPoints = numberOf(outcome.attributes['totalPoints'])
  const pointsPercent = numberOf(outcome.attributes['pointsPercentage'])
  const rating = textOf(outcome, 'rating')
  const error = textOf(outcome, 'error')
  return {
    ...(points !== undefined && { points }),
    ...(totalPoints !== undefined && { totalPoints }),
    ...(pointsPercent !== undefined && { pointsPercent }),
    testFailed: isTrue(outcome.attributes['testFailed']),
    ...(rating && { rating }),
    ...(error && { error }),
    rules: (childOf(outcome, 'groups')?.children ?? []).flatMap(rulesOf),
  }
}

function rulesOf(group: XmlNode): ScorecardRule[] {
  const rules = childOf(group, 'rules')?.children ?? []
  return rules.map((rule) => ruleOf(group.attributes['ref-id'] ?? '(no name)', rule))
}

function ruleOf(group: string, rule: XmlNode): ScorecardRule {
  const points = numberOf(rule.attributes['points'])
  const message = textOf(rule, 'message')
  return {
    group,
    rule: rule.attributes['ref-id'] ?? '(no name)',
    ...(points !== undefined && { points }),
    testFailed: isTrue(rule.attributes['testFailed']),
    result: RESULTS.find((result) => result === textOf(rule, 'result')) ?? 'ERROR',
    ...(message && { message }),
  }
}

function isTrue(text: string | undefined): boolean {
  return text?.trim().toLowerCase() === 'true'
}
