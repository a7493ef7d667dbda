import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderPage } from '../../src/report/page/render-page.ts'
import type { Presentation } from '../../src/report/presentation.ts'
import {
  bareData,
  HOSTILE,
  presentationWith,
  usualCriterion,
  withReportSeries,
} from '../unit/report/presentation-data.ts'
import type { DataOptions } from '../unit/report/measured-data.ts'
import { hasChromium, launchChromium, writePage } from './chromium.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

if (!hasChromium)
  console.warn('No Chromium at /usr/bin/chromium (or CHROMIUM_PATH): the page is not tested in a browser')

interface Opened {
  page: Page
  requests: string[]
  faults: string[]
}

describe.skipIf(!hasChromium)('the page in Chromium, opened from a file', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await launchChromium()
  })

  afterAll(async () => {
    await browser.close()
  })

  async function open(data: Presentation, options: BrowserContextOptions = {}, hash = ''): Promise<Opened> {
    const context = await browser.newContext(options)
    const page = await context.newPage()
    const requests: string[] = []
    const faults: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => faults.push(message.text()))
    const address = writePage(renderPage(data))
    await page.goto(address + hash)
    // Opening the page itself is the only request allowed.
    expect(requests.splice(0)).toEqual([address])
    return { page, requests, faults }
  }

  test('sorts the labels by any column, in both directions', async () => {
    const { page, faults } = await open(presentationWith())
    await page.getByRole('button', { name: 'Label', exact: true }).click()
    const ascending = await names(page)
    expect(ascending).toEqual(ascending.toSorted())
    await page.getByRole('button', { name: 'Label', exact: true }).press('Enter')
    expect(await names(page)).toEqual(ascending.toReversed())
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending')
    expect(faults).toEqual([])
  })

  test('searches the labels and says how many it found', async () => {
    const { page } = await open(presentationWith({ labels: 5000 }))
    await page.getByRole('searchbox').fill('search.49')
    expect(await page.locator('#label-count').textContent()).toBe('11 found among 5,000 labels')
    await page.getByRole('searchbox').fill('no such label')
    expect(await page.locator('#label-count').textContent()).toBe('None of 5,000 labels')
  })

  test('turns pages and switches the subject', async () => {
    const { page } = await open(presentationWith({ labels: 250 }))
    await page.getByRole('button', { name: 'Next' }).click()
    expect(await page.locator('#label-count').textContent()).toBe('101–200 of 250 labels')
    await page.getByLabel('Subject').selectOption('transactions')
    expect(await names(page)).toHaveLength(4)
  })

  test('follows the link of a criterion to its label, on any page of the table', async () => {
    const { page } = await open(presentationWith({ labels: 5000, criteria: 20 }))
    await page.getByRole('searchbox').fill('no such label')
    await page.getByRole('link', { name: 'requests["Search"].p95' }).click()
    const row = page.locator('#label-requests-1')
    expect(await row.locator('.name').textContent()).toBe('Search')
    expect(await row.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true)
  })

  test('opens at the label that is named in its address', async () => {
    const { page } = await open(presentationWith({ labels: 3000 }), {}, '#label-requests-2999')
    expect(await page.locator('#label-requests-2999').isVisible()).toBe(true)
  })

  test('starts with the system’s theme, switches it, and redraws the charts', async () => {
    const { page, faults } = await open(presentationWith(), { colorScheme: 'dark' })
    const background = () => page.evaluate('getComputedStyle(document.body).backgroundColor')
    const dark = await background()
    await page.getByRole('button', { name: 'Light theme' }).click()
    expect(await background()).not.toBe(dark)
    expect(await page.locator('canvas').count()).toBe(7)
    await page.getByRole('button', { name: 'Dark theme' }).click()
    expect(await background()).toBe(dark)
    expect(faults).toEqual([])
  })

  test('shows the charts of one label, also as a table', async () => {
    const { page } = await open(presentationWith())
    await page.getByRole('button', { name: 'Show charts of Search', exact: true }).click()
    expect(await page.locator('.view-name').first().textContent()).toBe('Search')
    await page.getByText('These charts as a table').click()
    // The table is filled by an event shortly after the click.
    await page.locator('.chart-data tbody tr').nth(119).waitFor()
  })

  test('draws the mean where a series has no percentiles, and no errors', async () => {
    const { page, faults } = await open(withReportSeries(presentationWith()))
    for (const [id, charts] of [
      ['rate', 1],
      ['percentiles', 1],
      ['errors', 0],
    ] as const)
      expect(await page.locator(`[data-chart="${id}"] canvas`).count()).toBe(charts)
    expect(await page.locator('[data-chart="percentiles"] .plot').getAttribute('aria-label')).toMatch(
      /mean from .* baseline mean from /,
    )
    await page.getByText('These charts as a table').click()
    await page.locator('.chart-data tbody tr').nth(119).waitFor()
    const head = await page.locator('.chart-data thead th').allTextContents()
    expect(head.slice(0, 3)).toEqual(['From', 'Throughput', 'Mean'])
    expect(head).not.toContain('p95')
    expect(faults).toEqual([])
  })

  test('draws virtual users and CPU on the axis of the response times, also in the table', async () => {
    const { page, faults } = await open(presentationWith({ busyPercent: 93 }))
    for (const id of ['rate', 'percentiles', 'users', 'cpu'])
      expect(await page.locator(`[data-chart="${id}"] canvas`).count()).toBe(1)
    const ranges = page.locator('[data-chart="cpu"] .plot')
    expect(await ranges.getAttribute('aria-label')).toMatch(/mean from .* to 74%, busiest from 44% to 93%/)
    // Under the pointer, all charts show the same moment.
    await page.locator('[data-chart="rate"] .u-over').hover({ position: { x: 100, y: 50 } })
    const moments = await page.locator('.over-time .legend > span:first-child').allTextContents()
    expect(moments).toHaveLength(5)
    expect(new Set([moments[0], moments[1], moments[3], moments[4]]).size).toBe(1)
    await page.getByText('These charts as a table').click()
    await page.locator('.chart-data tbody tr').nth(119).waitFor()
    expect(await page.locator('.chart-data thead th').allTextContents()).toContain('Virtual users')
    expect(await page.locator('.note.busy').count()).toBe(1)
    expect(faults).toEqual([])
  })

  test('shows verdict, criteria, figures, charts and labels without scripts', async () => {
    const { page } = await open(presentationWith({ labels: 5000 }), { javaScriptEnabled: false })
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Failed (criteria)')
    expect(await page.locator('.criteria tbody tr').count()).toBe(12)
    expect(await page.locator('.figures dt').count()).toBe(8)
    expect(await page.locator('.plot svg').count()).toBe(5)
    expect(await page.locator('#label-table tbody tr').count()).toBeGreaterThanOrEqual(100)
    expect(await page.getByRole('button').count()).toBe(0)
  })

  test('does not run any text from a service as code', async () => {
    const data = presentationWith({ labels: 3, criteria: 3 })
    const attack = `"><img src=x onerror=alert(1)></script><script>alert(1)</script>${HOSTILE}`
    for (const label of data.measurements?.subjects.requests?.labels ?? []) label.label += attack
    data.verdict.message = attack
    data.run.test = attack
    for (const criterion of data.verdict.criteria) criterion.criterion = attack
    const { page, requests, faults } = await open(data)
    expect(await page.locator('img').count()).toBe(0)
    expect(await names(page)).toHaveLength(3)
    expect([...requests, ...faults]).toEqual([])
  })

  const cases: [string, Presentation][] = [
    ['ordinary data', presentationWith()],
    ['no data', bareData()],
    ['a chart of earlier runs', withUsual()],
    ['one label', presentationWith({ labels: 1, criteria: 1, intervals: 1 })],
    ['long names', presentationWith({ nameLength: 200 })],
    ['200 criteria', presentationWith({ labels: 500, criteria: 200 })],
  ]
  for (const colorScheme of ['light', 'dark'] as const) {
    test.each(cases)(`has no violation that axe finds, ${colorScheme}, %s`, async (_, data) => {
      const { page, requests, faults } = await open(data, { colorScheme })
      expect(await violations(page)).toEqual([])
      expect([...requests, ...faults]).toEqual([])
    })
  }

  test('shows the earlier runs behind a broken usual limit as a chart and as a table, even without scripts', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page, requests, faults } = await open(withUsual(), { javaScriptEnabled })
      const chart = page.getByRole('img', { name: /^Checkout: requests\["\*"\]\.p95 <= usual \+ 5%: 470 ms/ })
      expect(await chart.locator('circle').count()).toBe(11)
      const box = await chart.boundingBox()
      expect(box?.width).toBeGreaterThan(300)
      expect(await chart.locator('.band').boundingBox()).toMatchObject({ width: expect.any(Number) })
      await page.locator('.trend summary').click()
      const rows = page.locator('.trend tbody tr')
      expect(await rows.count()).toBe(13)
      expect(await rows.nth(6).textContent()).toContain('a new level begins')
      expect([...requests, ...faults]).toEqual([])
    }
  })

  test.each([320, 360, 700, 768, 1061])(
    'cuts no table and hides no column at a width of %i',
    async (width) => {
      const { page } = await open(withUsual({ labels: 40 }), { viewport: { width, height: 800 } })
      const cut = await page.evaluate(
        `[...document.querySelectorAll('.scroll')].filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.ariaLabel)`,
      )
      expect(cut).toEqual([])
      const row = page.locator('#label-table tbody tr').first()
      const boxes = await Promise.all((await row.locator('td').all()).map((cell) => cell.boundingBox()))
      expect(boxes).toHaveLength(11)
      for (const box of boxes) {
        expect(box?.width).toBeGreaterThan(20)
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
      }
      expect(await violations(page)).toEqual([])
    },
  )

  test.each([360, 768, 1440])(
    'has no empty place among figures and charts at a width of %i',
    async (width) => {
      const { page } = await open(presentationWith(), { viewport: { width, height: 800 } })
      for (const grid of ['.figures > *', '.charts.over-time > *']) {
        const edges = await page
          .locator(grid)
          .evaluateAll((all) =>
            all.map((one) => [one.getBoundingClientRect().top, one.getBoundingClientRect().right]),
          )
        const rights = Map.groupBy(edges, ([top]) => top)
        const ends = [...rights.values()].map((row) =>
          Math.round(Math.max(...row.map(([, right]) => right ?? 0))),
        )
        expect(new Set(ends).size).toBe(1)
      }
    },
  )

  test('prints what failed and the slowest of 2,000 labels on six pages at most', async () => {
    const data = withUsual({ labels: 2000, intervals: 120, criteria: 25 })
    const { page } = await open(data)
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
    expect(Number(/\/Count (\d+)/.exec(pdf)?.[1])).toBeLessThanOrEqual(6)
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`)
    const printed = await names(page)
    expect(printed.length).toBeGreaterThanOrEqual(50)
    expect(printed.length).toBeLessThanOrEqual(100)
    const failed = data.verdict.criteria.flatMap(({ status, label }) =>
      status === 'failed' && label ? [label] : [],
    )
    for (const label of failed) expect(printed).toContain(label)
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`)
    expect(await names(page)).toHaveLength(100)
  })

  test.each([320, 768])('does not scroll sideways at a width of %i', async (width) => {
    const { page } = await open(withUsual({ nameLength: 200 }), { viewport: { width, height: 800 } })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
  })
})

function withUsual(options: DataOptions = {}): Presentation {
  const data = presentationWith(options)
  data.verdict.criteria.push(usualCriterion())
  return data
}

function names(page: Page): Promise<string[]> {
  return page.locator('#label-table tbody .name').allTextContents()
}

/** Violations of WCAG 2.2 AA and good practice that axe finds. */
async function violations(page: Page): Promise<unknown> {
  // `evaluate` is not subject to the page's content policy, unlike a script element.
  await page.evaluate(AXE)
  return page.evaluate(
    `axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map((node) => node.html.slice(0, 200) + ' ' + node.failureSummary).join(' | ')))`,
  )
}
