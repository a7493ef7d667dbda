import { expect, test } from 'vitest'
import { commentRowOf, markerOf, renderComment } from '../../../../src/report/comment/comment.ts'
import { readRows } from '../../../../src/report/comment/comment-data.ts'
import { sinceInWords, trendInWords, trendSparkline } from '../../../../src/report/figures/trend-words.ts'
import { renderPage } from '../../../../src/report/page/render-page.ts'
import { renderSummary } from '../../../../src/report/summary/summary.ts'
import type { RunTrend } from '../../../../src/verdict/against-usual/trends/run-trends.ts'
import { START_MS } from '../measured-data.ts'
import { BAD_ADDRESSES, HOSTILE, presentationWith } from '../presentation-data.ts'

function trendWith(values: (number | undefined)[], change: Partial<RunTrend> = {}): RunTrend {
  const points = values.map((value, run) => ({
    atMs: START_MS + run * 86_400_000,
    commit: `${run}`.padEnd(40, 'a'),
    runId: `${run}`,
    url: `https://github.example/runs/${run}`,
    ...(value !== undefined && { value }),
  }))
  return { name: 'p95', kind: 'figure', dimension: 'duration', points, ...change }
}

const BROKEN = trendWith([400, 410, 520, 540], {
  name: 'requests["Checkout"].p95',
  kind: 'criterion',
  limit: 500,
  since: { what: 'broken', index: 2 },
})

test('columns show runs that lack the figure, and keep a few percent small', () => {
  expect(trendSparkline(trendWith([400, undefined, 200, 100]).points)).toMatch(/^█·[▁-▇]▁$/)
  expect(new Set(trendSparkline(trendWith([400, 402, 399, 401]).points)).size).toBe(1)
})

test('words say the range, the value now, and since when', () => {
  expect(trendInWords(BROKEN)).toBe(
    '400 ms to 540 ms over 4 runs, 540 ms now; limit broken since 2026-11-23 (commit 2aaaaaa), in 2 runs',
  )
  expect(sinceInWords({ ...BROKEN, since: { what: 'broken', index: 3 } })).toBe(
    'limit broken first by this run',
  )
  expect(sinceInWords({ ...BROKEN, since: { what: 'broken', index: 0, orEarlier: true } })).toBe(
    'limit broken in all 4 runs',
  )
  expect(sinceInWords(trendWith([1, 2]))).toBe('')
})

test('summary, comment and page show them, with links to the runs', () => {
  const data = { ...presentationWith(), trends: [BROKEN, trendWith([400, 410, 520])] }
  const summary = renderSummary(data)
  expect(summary).toContain('### Trend over 4 runs')
  expect(summary.match(/^- <span aria-hidden="true">[▁-█]+<\/span> /gm)).toHaveLength(2)
  expect(summary).toContain('[see that run](<https://github.example/runs/2>)')
  const row = commentRowOf(data, { key: 'a', workflowRunId: 1, attempt: 1, commit: 'abc' })
  const subject = { workflow: 'w', job: 'j', step: 's' }
  const body = renderComment(markerOf(subject), subject, [row])
  expect(body.match(/^- <span aria-hidden="true">[▁-█]+<\/span> <code>/gm)).toHaveLength(2)
  expect(readRows(body)).toEqual([row])
  const page = renderPage(data)
  const section = /<section id="trend"[\s\S]*?<\/section>/.exec(page)?.[0] ?? ''
  expect(section.match(/<svg /g)).toHaveLength(2)
  expect(section.match(/<tr>/g)).toHaveLength(1 + 4)
  expect(section).toContain('href="https://github.example/runs/2"')
  expect(renderPage(presentationWith())).not.toContain('<section id="trend"')
})

test.each([...BAD_ADDRESSES, HOSTILE])('hostile runs are text: %.30s', (text) => {
  const points = BROKEN.points.map((point) => ({ ...point, url: text, commit: text, runId: text }))
  const data = { ...presentationWith(), trends: [{ ...BROKEN, name: `requests["${text}"].p95`, points }] }
  const page = renderPage(data)
  expect(page.match(/<section id="trend"[\s\S]*?<\/section>/)?.[0]).not.toMatch(/<script|href="(?!#)/)
  expect(renderSummary(data)).not.toMatch(/<script|\]\(<(javascript|data|https:\/\/(evil|user))/)
})
