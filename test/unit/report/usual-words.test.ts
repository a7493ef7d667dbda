import { expect, test } from 'vitest'
import { renderJunit } from '../../../src/report/junit.ts'
import { criteriaLines } from '../../../src/report/log/log-table.ts'
import { criteriaSection as pageSection } from '../../../src/report/page/criteria-section.ts'
import { commentRowOf, markerOf, renderComment } from '../../../src/report/comment/comment.ts'
import { readRows } from '../../../src/report/comment/comment-data.ts'
import { escapeMarkdown } from '../../../src/report/escape.ts'
import { headSection } from '../../../src/report/page/head-section.ts'
import { renderSummary } from '../../../src/report/summary/summary.ts'
import { criteriaSection } from '../../../src/report/summary/summary-criteria.ts'
import type { CriterionResult, UsualFacts } from '../../../src/verdict/verdict.ts'
import { criterionWith, presentationWith } from './presentation-data.ts'

const USUAL: UsualFacts = {
  runs: 1,
  earlierRuns: 8,
  suspect: false,
  words: { regression: 1, suspect: 0, fine: 8, undecided: 0, 'not-judged': 2 },
  judgedShare: 0.9,
  labels: [],
  settledBy: {},
  findable: { now: 0.137, withOneMore: 0.09 },
}

const RED: Partial<CriterionResult> = {
  status: 'failed',
  criterion: 'requests["*"].p95 <= usual + 5%',
  observed: '470 ms',
  limit: '<= 433 ms (usual 412 ms + 5%)',
  margin: '14% slower (8% to 20%)',
  message:
    '1 of 11 labels breaks usual + 5%: "Checkout" 470 ms, 14% slower than usual (8% to 20%; usual is 412 ms ± 3% over 8 runs); 8 fine',
  breaches: [{ label: 'Checkout', observed: '470 ms, 14% slower' }],
  matched: 11,
  usual: USUAL,
}
const OF_RED = 'Usual of 8 runs; 1 worse, 2 not judged, 8 fine; finds changes of 14%.'

function dataOf(more: Partial<CriterionResult>) {
  const data = presentationWith()
  data.verdict.criteria = [criterionWith(more)]
  return data
}

test('log, summary, page and JUnit file say how many runs the usual is based on, and what would be found', () => {
  const data = dataOf(RED)
  expect(criteriaLines(data)).toContain(`         ${OF_RED}`)
  expect(criteriaSection(data)).toContain(OF_RED)
  expect(criteriaSection(data)).toContain('14% slower (8% to 20%)')
  expect(pageSection(data, () => undefined)).toContain(OF_RED)
  const xml = renderJunit(data)
  expect(xml).toContain(OF_RED)
  expect(xml).toContain('usual is 412 ms ± 3% over 8 runs')
})

test.each([
  [[{ attempt: 1 }, { attempt: 2 }], 'attempts 1 and 2'],
  [[{ attempt: 1 }, { attempt: 2 }, { attempt: 4 }], 'attempts 1, 2 and 4'],
  [[{ name: 'this one' }, { name: 'measurements-2.json' }], 'this one and measurements-2.json'],
  [
    [
      { name: 'run 7', attempt: 1 },
      { name: 'run 8', attempt: 1 },
    ],
    'run 7 and run 8',
  ],
])('summary, page and comment name the runs of the commit: %j', (runs, named) => {
  const data = presentationWith()
  data.verdict.commitRuns = runs.map((run) => ({ name: '', ids: ['1'], ...run }))
  const text = `Judged by ${runs.length} runs of this commit: ${named}.`
  expect(renderSummary(data)).toContain(escapeMarkdown(text))
  expect(headSection(data)).toContain(text)
  const subject = { workflow: 'Load test', job: 'gate', step: 'run' }
  const row = commentRowOf(data, { key: '', workflowRunId: 100, attempt: 2, commit: '1a2b3c4d5e6f' })
  expect(row.judgedBy).toBe(text)
  expect(readRows(renderComment(markerOf(subject), subject, [row]))[0]?.judgedBy).toBe(text)
  expect(renderComment(markerOf(subject), subject, [row])).toContain('<br><sub>Judged by ')
})

test('an open result says what would decide it; a passed one says what would have been found', () => {
  const open = { ...RED, status: 'inconclusive' as const, breaches: [] }
  const two = { ...USUAL, runs: 2, settledBy: { moreRuns: 1, moreEarlierRuns: 4 } }
  expect(criteriaLines(dataOf({ ...open, usual: two })).join('\n')).toContain(
    'judged by 2 runs of this commit; 1 worse, 2 not judged, 8 fine; finds changes of 14%.\n         1 more run of this commit, or 4 more of the base branch would settle it.',
  )
  const passed = {
    ...RED,
    status: 'passed' as const,
    usual: { ...USUAL, words: { ...USUAL.words, regression: 0 } },
  }
  expect(criteriaLines(dataOf(passed)).join('\n')).toContain(
    'Usual of 8 runs; 2 not judged, 8 fine; finds changes of 14%',
  )
  expect(criteriaLines(dataOf({ status: 'passed' })).join('\n')).not.toContain('Usual')
})
