import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import {
  SCRIPT,
  SCRIPT_HASH,
  STYLE,
  STYLE_HASH,
} from '../../../../src/report/page/client/assets.generated.ts'
import { distributionOf } from '../../../../src/report/page/charts/distribution.ts'
import { packRow, unpackRow } from '../../../../src/report/page/packing.ts'
import { pageDataOf } from '../../../../src/report/page/page-data.ts'
import { renderPage } from '../../../../src/report/page/render-page.ts'
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

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`

describe('the page', () => {
  test('is below 400 kB without data', () => {
    expect(Buffer.byteLength(renderPage(bareData()))).toBeLessThan(400_000)
  })

  test('leaves out what is absent', () => {
    const body = renderPage(bareData()).split('<body>')[1]?.split('<script')[0]
    expect(body).not.toMatch(/<section|undefined|NaN|null/)
    expect(body).toContain('Error (credentials)')
  })

  test('allows only its own style and script, and contains no address to load from', () => {
    const page = renderPage(presentationWith())
    expect([hashOf(STYLE), hashOf(SCRIPT)]).toEqual([STYLE_HASH, SCRIPT_HASH])
    expect(page).toContain(`default-src 'none'; style-src '${STYLE_HASH}'; script-src '${SCRIPT_HASH}'`)
    expect(page).not.toMatch(
      /<(?:link|img|iframe|object|embed|form)\b|\ssrc=|@import|url\(|<[^>]* on\w+=|<[^>]* style=/,
    )
  })

  test('links report, workflow run, commit and pull request in its header', () => {
    const head = renderPage(withLinks(presentationWith())).split('</header>')[0] ?? ''
    const links = [...head.matchAll(/<a href="(https:\/\/github[^"]*)" rel="noreferrer">([^<]*)</g)]
    expect(links.map(([, href]) => href?.split('/acme/shop/')[1])).toEqual([
      'actions/runs/1/artifacts/12',
      'reports/1',
      'actions/runs/1',
      'commit/1a2b3c4d',
      'pull/12',
    ])
  })

  test.each(BAD_ADDRESSES)('does not link to %.40s', (url) => {
    const page = renderPage(withLinks(presentationWith(), url))
    expect(page.split('<script')[0]).not.toContain(url.slice(0, 20))
  })

  test('links each criterion to the row of its label, which is in the HTML itself', () => {
    const page = renderPage(presentationWith({ labels: 2000, criteria: 20 }))
    for (const [, id] of page.matchAll(/<a href="#(label-[^"]+)"><code>/g))
      expect(page).toContain(`<tr id="${id}"`)
  })

  test('lists every kind of error with its times, and folds more than a screen of them', () => {
    const page = renderPage(withErrors(presentationWith(), 'https://shop.example/cart?id=1', 40))
    const section = /<section id="errors"[\s\S]*?<\/section>/.exec(page)?.[0] ?? ''
    expect(section.match(/<tr><td/g)).toHaveLength(40)
    expect(section).toContain('<summary>25 more kinds</summary>')
    expect(section).toContain('12 errors of further kinds')
    expect(section).toContain('22:17:05 <small>after 7 m 05 s</small>')
    expect(page).toContain('<a href="#errors">Errors</a>')
    expect(renderPage(presentationWith())).not.toContain('id="errors"')
  })

  test('shows hostile strings in errors and events as text', () => {
    const page = renderPage(withErrors(presentationWith(), HOSTILE))
    expect(page.split('<script type')[0]).not.toMatch(/<script>alert|<img/)
  })

  test('shows hostile strings as text', () => {
    const data = presentationWith({ labels: 2, criteria: 2 })
    for (const label of data.measurements?.subjects.requests?.labels ?? []) label.label = HOSTILE
    data.title = HOSTILE
    data.run.url = 'javascript:alert(1)'
    const page = renderPage(data)
    expect(page).not.toMatch(/<script>alert|href="(?:javascript|data):/)
    expect(page.split('id="data"')[0]).not.toMatch(/\u202e/)
    expect(page.match(/<\/script>/g)).toHaveLength(2)
  })

  test('folds and counts criteria if there are too many to read', () => {
    const page = renderPage(presentationWith({ criteria: 10_000 }))
    expect(page).toMatch(/<summary>[\d,]+ more to look at<\/summary>/)
    expect(page).toMatch(/1,000 of [\d,]+ shown; the other [\d,]+ are in/)
  })
})

test('the generated style and script match the sources', () => {
  const script = fileURLToPath(new URL('../../../../scripts/build-page.mjs', import.meta.url))
  expect(spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' })).toMatchObject({ status: 0 })
})

test('rows survive packing', () => {
  const rows = pageDataOf(presentationWith()).subjects.flatMap((subject) => subject.rows)
  expect(rows.length).toBeGreaterThan(20)
  for (const row of rows) {
    const { change, ...rest } = unpackRow(packRow(row), row.index)
    expect(rest).toEqual({ ...row, change: undefined })
    expect(change).toBeCloseTo(row.change ?? NaN, 3)
  }
})

test('the 50 busiest labels of a subject have charts, and all that broke a criterion', () => {
  const data = presentationWith({ labels: 200, seriesOfEveryLabel: true, criteria: 0 })
  const rows = pageDataOf(data).subjects[0]?.rows ?? []
  const charted = rows.filter((row) => row.view !== null)
  expect(charted).toHaveLength(50)
  const least = Math.min(...charted.map((row) => row.count))
  expect(rows.every((row) => row.view !== null || row.count <= least)).toBe(true)
  const [named, matched] = rows.filter((row) => row.view === null).map((row) => row.name)
  data.verdict.criteria.push(
    criterionWith({ status: 'failed', subject: 'requests', label: named! }),
    criterionWith({
      status: 'failed',
      subject: 'requests',
      breaches: [{ label: matched!, observed: '9 s' }],
    }),
  )
  const { views } = pageDataOf(data)
  const labels = views.filter((view) => view.isLabel && view.subject === 'requests')
  expect(labels).toHaveLength(52)
  expect(new Set(labels.slice(50).map(({ name }) => name))).toEqual(new Set([named, matched]))
})

describe('series without errors and percentiles, as in the chart data of XLT reports', () => {
  test('show throughput and mean, with those of the baseline', () => {
    const [view] = pageDataOf(withReportSeries(presentationWith())).views
    expect(view).toMatchObject({
      subject: 'requests',
      series: { errors: null, p50: null, p95: null, mean: expect.arrayContaining([expect.any(Number)]) },
      before: { p95: null, mean: expect.arrayContaining([expect.any(Number)]) },
    })
    const page = renderPage(withReportSeries(presentationWith()))
    expect(/<figure data-chart="percentiles">[\s\S]*?<\/figure>/.exec(page)?.[0]).toMatch(
      /mean from [\s\S]*<svg/,
    )
    expect(/<figure data-chart="errors">[\s\S]*?<\/figure>/.exec(page)?.[0]).not.toContain('<svg')
  })

  test('come after those of raw requests, which have both', () => {
    const whole = presentationWith()
    const data = withReportSeries(whole)
    const { requests } = whole.measurements!.subjects
    data.measurements!.subjects['raw-requests'] = requests!
    const totals = pageDataOf(data).views.filter(({ isLabel }) => !isLabel)
    expect(totals.slice(0, 2).map(({ subject }) => subject)).toEqual(['raw-requests', 'requests'])
    expect(totals[1]?.series?.rate).toHaveLength(120)
  })
})

test('shows the labels that broke a wildcard as a table, each with its own limit', () => {
  const data = presentationWith({ criteria: 0 })
  const breaches = [
    { label: 'Search', observed: '9 s', limit: '<= 410 ms' },
    { label: '<b>', observed: '8 s' },
  ]
  const of = { subject: 'requests', limit: '<= 1 s', breaches, matched: 30, breached: 25 }
  data.verdict.criteria.push(criterionWith({ ...of, status: 'failed' }))
  const table =
    /<table class="breaches">[\s\S]*?<\/table>(<p class="note">[^<]*)?/.exec(renderPage(data))?.[0] ?? ''
  const cells = [...table.matchAll(/<td[^>]*>([^<]*)</g)].map(([, text]) => text)
  expect(cells).toEqual(['9 s', '&lt;= 410 ms', '8 s', '&lt;= 1 s'])
  expect(table).toContain('<a href="#label-requests-')
  expect(table).not.toContain('<b>')
  expect(table).toContain('23 more')
})

describe('a distribution', () => {
  test('counts everything once, in bars of equal width on a log axis', () => {
    const timing = presentationWith().measurements?.subjects.requests?.total
    const { bars = [], curve = [] } = distributionOf(timing) ?? {}
    const counted = timing?.histogram?.buckets.reduce((sum, [, count]) => sum + count, 0)
    expect(bars.reduce((sum, [, count]) => sum + count, 0)).toBe(counted)
    expect(bars.length).toBeLessThanOrEqual(73)
    const durations = curve.map(([, ms]) => ms)
    expect(durations).toEqual(durations.toSorted((a, b) => a - b))
  })

  test('shows the percentiles of the source if there is no histogram', () => {
    expect(
      distributionOf({
        count: 9,
        minMs: 1,
        percentilesMs: [
          [50, 5],
          [95, 9],
        ],
      }),
    ).toEqual({
      bars: [],
      curve: [
        [0, 1],
        [50, 5],
        [95, 9],
      ],
    })
    expect(distributionOf({ count: 9, percentilesMs: [[50, 5]] })).toBeUndefined()
  })
})
