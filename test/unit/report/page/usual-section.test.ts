import { expect, test } from 'vitest'
import { commentRowOf, renderComment } from '../../../../src/report/comment/comment.ts'
import { criteriaSection } from '../../../../src/report/summary/summary-criteria.ts'
import { renderJunit } from '../../../../src/report/junit.ts'
import { criteriaLines } from '../../../../src/report/log/log-table.ts'
import { usualSection } from '../../../../src/report/page/charts/usual-section.ts'
import { renderPage } from '../../../../src/report/page/render-page.ts'
import type { Presentation } from '../../../../src/report/presentation.ts'
import type { CriterionResult } from '../../../../src/verdict/verdict.ts'
import { HOSTILE, presentationWith, usualCriterion } from '../presentation-data.ts'

const SUBJECT = { workflow: 'w', job: 'j', step: 's' }
const ORIGIN = { key: 'k', workflowRunId: 1, attempt: 1, commit: 'abc' }

function dataOf(...criteria: CriterionResult[]): Presentation {
  const data = presentationWith({ criteria: 0 })
  data.verdict = { ...data.verdict, criteria, outcome: 'failed', reason: 'criteria', failsStep: true }
  return data
}

const passed = (): CriterionResult => ({ ...usualCriterion(), status: 'passed', breaches: [] })

test('the page draws the earlier runs, the band, the beginning of the level and this run', () => {
  const html = usualSection(dataOf(usualCriterion()))
  // Eleven of twelve runs have a value; six of them belong to the earlier level.
  expect(html.match(/<circle class="dot old"/g)).toHaveLength(5)
  expect(html.match(/<circle class="dot"/g)).toHaveLength(6)
  expect(html.match(/<polygon class="diamond"/g)).toHaveLength(1)
  for (const part of [
    '<rect class="band"',
    '<line class="usual"',
    '<line class="former"',
    '<line class="level"',
  ])
    expect(html.split(part)).toHaveLength(2)
  expect(html).toContain('<a href="https://github.example/runs/3" rel="noreferrer">3</a>')
  expect(html.match(/<tr><th scope="row">/g)).toHaveLength(13)
  expect(renderPage(dataOf(usualCriterion()))).toContain('<a href="#usual">')
})

test('points are at the places of their values: higher ones further up, later ones further right', () => {
  const html = usualSection(dataOf(usualCriterion()))
  const dots = [
    ...html.matchAll(/<circle class="dot[^"]*" cx="([\d.]+)" cy="([\d.]+)"[^>]*><title>[^:]*: (\d+) ms/g),
  ]
  const points = dots.map(([, x, y, ms]) => ({ x: Number(x), y: Number(y), ms: Number(ms) }))
  expect(points.map(({ x }) => x)).toEqual(points.map(({ x }) => x).toSorted((a, b) => a - b))
  const heights = points.toSorted((a, b) => a.ms - b.ms).map(({ y }) => y)
  expect(heights).toEqual(heights.toSorted((a, b) => b - a))
  expect(new Set(heights).size).toBe(new Set(points.map(({ ms }) => ms)).size)
})

test('a page without a usual criterion has no such section', () => {
  expect(usualSection(presentationWith())).toBe('')
})

test('one earlier run, equal values, values of 0 and a run without a value give only valid numbers', () => {
  for (const value of [0, 100]) {
    const criterion = usualCriterion()
    const [trend] = criterion.usual!.trends!
    const { formerUsual: _none, ...flat } = trend!
    criterion.usual!.trends = [
      {
        ...flat,
        earlier: [{ value }],
        now: [{ value }, {}],
        usual: value,
        band: { low: value, high: value },
        levelStart: 0,
      },
    ]
    expect(usualSection(dataOf(criterion))).not.toMatch(/NaN|Infinity|undefined/)
  }
})

test('hostile names and addresses are text, and the number of charts is limited', () => {
  const criterion = usualCriterion(HOSTILE.repeat(20))
  for (const point of criterion.usual!.trends![0]!.earlier) {
    point.commit = HOSTILE
    point.runId = HOSTILE
    point.url = 'javascript:alert(1)'
  }
  const html = usualSection(dataOf(...Array.from({ length: 100 }, () => criterion)))
  expect(html).not.toContain('<script')
  expect(html).not.toContain('href="javascript')
  expect(html.match(/<figure/g)).toHaveLength(36)
  expect(html.length).toBeLessThan(1_000_000)
})

test('log, summary, comment and JUnit file show usual, band, change with its interval and number of runs', () => {
  const data = dataOf(usualCriterion())
  const usual = '412 ms ± 3% over 6 runs'
  const change = '14% slower'
  const interval = '8% to 20%'
  const said = {
    log: criteriaLines(data).join('\n'),
    summary: criteriaSection(data).replaceAll('<br>', '\n'),
    comment: renderComment('', SUBJECT, [commentRowOf(data, ORIGIN)]),
    junit: renderJunit(data),
    page: renderPage(data),
  }
  for (const [where, text] of Object.entries(said))
    for (const part of [usual, change, interval]) expect(text, `${part} in ${where}`).toContain(part)
})

test('if everything passed, the comment has the usual of the closest criterion, and JUnit all of them', () => {
  const far = { ...passed(), badness: -0.2, usual: { ...passed().usual!, text: '99 ms ± 3% over 6 runs' } }
  const close = { ...passed(), badness: 0.02 }
  const data = dataOf(far, close)
  data.verdict.outcome = 'passed'
  const row = commentRowOf(data, ORIGIN)
  expect(row.usual).toContain('usual of "Checkout" 412 ms ± 3% over 6 runs')
  const body = renderComment('', SUBJECT, [row])
  expect(body).toContain('412 ms ± 3% over 6 runs')
  expect(body).not.toContain('99 ms')
  expect(renderJunit(data)).toContain('99 ms ± 3% over 6 runs')
})
