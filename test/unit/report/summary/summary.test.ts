import { describe, expect, test } from 'vitest'
import { utf8Bytes } from '../../../../src/report/summary/markdown-table.ts'
import { pageDataOf } from '../../../../src/report/page/page-data.ts'
import { renderSummary } from '../../../../src/report/summary/summary.ts'
import {
  BAD_ADDRESSES,
  bareData,
  criterionWith,
  HOSTILE,
  presentationWith,
  withErrors,
  withLinks,
  withReportSeries,
} from '../presentation-data.ts'

const LIMIT_BYTES = 1_048_576

describe('the summary', () => {
  test('has the verdict with its reason in the first line', () => {
    const [first] = renderSummary(presentationWith()).split('\n')
    expect(first).toBe('## ❌ load-test (eu-west-1): Failed (criteria) — 2 of 12 criteria failed')
  })

  test('lists criteria worst first, with the observed value, the limit and the margin', () => {
    const rows = renderSummary(presentationWith())
      .split('\n')
      .filter((line) => /^\| (❌|⚠️|🩹|✅)/.test(line))
    expect(rows.slice(0, 4).map((row) => row.split(' | ')[0])).toEqual([
      '| ❌&nbsp;failed',
      '| ❌&nbsp;failed',
      '| ⚠️&nbsp;warning',
      '| 🩹&nbsp;waived',
    ])
    expect(rows[0]).toMatch(/\d+ ms \| &#60; \d+ ms.* \| \d+ ms \(\d+\.\d%\) above \|$/)
  })

  test('links page, report, workflow run, commit and pull request below the run', () => {
    const line = renderSummary(withLinks(presentationWith())).split('\n')[4] ?? ''
    expect(line.split(' · ').map((link) => /\]\(<(.*)>\)$/.exec(link)?.[1])).toEqual([
      'https://github.example/acme/shop/actions/runs/1/artifacts/12',
      'https://github.example/acme/shop/reports/1',
      'https://github.example/acme/shop/actions/runs/1',
      'https://github.example/acme/shop/commit/1a2b3c4d',
      'https://github.example/acme/shop/pull/12',
    ])
    expect(line).toContain('[commit 1a2b3c4d]')
  })

  test.each(BAD_ADDRESSES)('does not link to %.40s', (url) => {
    const summary = renderSummary(withLinks(presentationWith(), url))
    expect(summary).not.toContain(url.slice(0, 20))
    expect(summary).toContain('workflow run · commit 1a2b3c4d')
  })

  test('lists the five most frequent errors, one line each, and counts the rest', () => {
    const summary = renderSummary(withErrors(presentationWith()))
    const section = /### Errors: 8 kinds\n\n([\s\S]*?)\n\n/.exec(summary)?.[1]?.split('\n') ?? []
    expect(section).toHaveLength(5)
    expect(section[3]).toMatch(
      /^- \*\*503\*\* at <code>.*<\/code> \(requests\): 897, 22:17:05 to 22:26:40 UTC, such as/,
    )
    expect(section[2]).toContain('**no response** at')
    expect(summary).toContain('_3 more kinds; the page lists them_')
    expect(renderSummary(presentationWith())).not.toContain('### Errors')
  })

  test('shows the change from the baseline with arrow and percent', () => {
    expect(renderSummary(presentationWith())).toMatch(
      /\| p95 \| \d+ ms \| \d+ ms \| ▲ \+\d+\.\d% \*\*worse\*\* \|/,
    )
  })

  test('shows the labels that changed most before the criteria', () => {
    const data = presentationWith()
    const summary = renderSummary(data)
    const section = /### What changed most: requests\n\n([\s\S]*?)\n\n###/.exec(summary)?.[1] ?? ''
    expect(section.split('\n').slice(2, 7)).toHaveLength(5)
    expect(section.split('\n')[2]).toMatch(/^\| <code>\w+(\.\d)?<\/code> \| (Mean|p95) \| .* \| [▲▼] /)
    expect(summary.indexOf('### What changed most')).toBeLessThan(summary.indexOf('### Criteria'))
    expect(renderSummary(presentationWith({ baseline: false }))).not.toContain('### What changed most')
  })

  test('draws two charts of at most 60 points', () => {
    const charts = [...renderSummary(presentationWith()).matchAll(/line \[([^\]]*)\]/g)].map(
      ([, line]) => line ?? '',
    )
    expect(charts).toHaveLength(2)
    for (const chart of charts) {
      expect(chart.split(', ')).toHaveLength(60)
      expect(chart).not.toMatch(/NaN|null|e/)
    }
  })

  test('draws text if there is too little for a chart', () => {
    const summary = renderSummary(presentationWith({ intervals: 3 }))
    expect(summary).not.toContain('mermaid')
    expect(summary).toMatch(/Throughput [▁▂▃▄▅▆▇█]{3} up to/)
  })

  test('leaves out what is absent', () => {
    const summary = renderSummary(bareData())
    expect(summary).toContain('## ⛔ Error (credentials) — Token request')
    expect(summary).not.toMatch(/###|undefined|NaN|null/)
  })

  test('stays below the limit with 10,000 labels and criteria, and counts what is left out', () => {
    const data = presentationWith({ labels: 10_000, criteria: 10_000, nameLength: 200 })
    const summary = renderSummary(data)
    expect(utf8Bytes(summary)).toBeLessThan(LIMIT_BYTES)
    expect(summary).toContain('of 10,000 labels; the page has more')
    expect(summary).toMatch(/_\d+ of [\d,]+ shown; the other [\d,]+ are in_ `criteria.json`/)
  })

  test('stays below the limit if every string is as long and as bad as possible', () => {
    const bad = '|`<\u{1f4a5}'.repeat(5000)
    const data = presentationWith({ labels: 1000 })
    data.verdict.message = bad
    data.verdict.warnings = Array.from({ length: 500 }, (_, index) => `${index}${bad}`)
    const badCriterion = criterionWith({
      criterion: bad,
      observed: bad,
      limit: bad,
      margin: bad,
      message: bad,
      status: 'failed',
    })
    badCriterion.breaches = Array.from({ length: 100 }, () => ({ label: bad, observed: bad }))
    data.verdict.criteria = Array.from({ length: 1000 }, () => badCriterion)
    data.facts = Array.from({ length: 5000 }, () => [bad, bad])
    data.artifacts = Array.from({ length: 500 }, () => ({ name: bad, sizeBytes: 1 }))
    expect(utf8Bytes(renderSummary(data))).toBeLessThan(LIMIT_BYTES)
  })

  test('shows strings of the services only as text', () => {
    const data = presentationWith({ labels: 3, criteria: 2 })
    for (const label of data.measurements?.subjects.requests?.labels ?? []) label.label = HOSTILE
    data.verdict.message = HOSTILE
    data.verdict.warnings = [HOSTILE]
    data.verdict.criteria = [
      criterionWith({ status: 'failed', criterion: HOSTILE, message: HOSTILE, observed: HOSTILE }),
    ]
    data.run.test = HOSTILE
    data.facts = [[HOSTILE, HOSTILE]]
    Object.assign(data, withErrors(data, HOSTILE))
    const summary = renderSummary(data)
    expect(summary).not.toMatch(
      /<script|@octocat|#123|:\/\/evil|www\.evil|javascript:alert\(1\)\)\s*[^ ]*>|\u202e/,
    )
    expect(summary).not.toContain('\u0007')
    expect(summary.split('\n').filter((line) => line.startsWith('# '))).toEqual([])
  })

  test('says when a bad outcome does not fail the step', () => {
    const data = presentationWith()
    data.verdict.failsStep = false
    expect(renderSummary(data)).toContain('The step does not fail')
  })
})

test('charts what is known over time if requests are not, as in XLT reports', () => {
  const data = presentationWith()
  const requests = data.measurements?.subjects.requests
  if (data.measurements === undefined || requests?.total?.series === undefined) throw new Error('no series')
  const { series, ...total } = requests.total
  data.measurements.subjects = {
    requests: { ...requests, total },
    'raw-requests': { ...requests, total: { ...total, series } },
  }
  const summary = renderSummary(data)
  expect(summary).toContain('### Key figures: requests')
  expect(summary).toContain('### Over time: raw-requests')
  expect(pageDataOf(data).views[0]).toMatchObject({ subject: 'raw-requests', errorShare: expect.any(Number) })
})

test('charts the mean of requests whose series has no percentiles, unless the raw requests have them', () => {
  const data = withReportSeries(presentationWith())
  expect(renderSummary(data)).toContain('"mean: requests, milliseconds"')
  data.measurements!.subjects['raw-requests'] = presentationWith().measurements!.subjects.requests!
  expect(renderSummary(data)).toContain('"p95: raw-requests, milliseconds"')
  const short = withReportSeries(presentationWith({ intervals: 4 }))
  expect(renderSummary(short)).toMatch(/^mean [▁▂▃▄▅▆▇█·]+ up to /m)
})

test('does not repeat labels', () => {
  const data = presentationWith()
  data.verdict.criteria = [
    criterionWith({
      status: 'failed',
      message: '2 of 7 labels break the limit of 250 ms: "A" 582 ms, "B" 530 ms; 5 hold',
      shortMessage: '2 of 7 labels break the limit of 250 ms',
      breaches: [
        { label: 'A', observed: '582 ms' },
        { label: 'B', observed: '530 ms' },
      ],
    }),
  ]
  const row = renderSummary(data)
    .split('\n')
    .find((line) => line.startsWith('| ❌'))
  expect(row).toContain(
    '2 of 7 labels break the limit of 250 ms<br><code>A</code> 582 ms, <code>B</code> 530 ms',
  )
})
