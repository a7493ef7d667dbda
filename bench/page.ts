/**
 * Measures the page: its size without data, and how long 5,000 labels with 120 intervals take to render and
 * to open in Chromium. Usage: `node bench/page.ts`
 */
import { renderPage } from '../src/report/page/render-page.ts'
import { hasChromium, launchChromium, writePage } from '../test/browser/chromium.ts'
import { bareData, presentationWith } from '../test/unit/report/presentation-data.ts'

const RUNS = 7
const LABELS = 5000

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
const print = (name: string, value: string) => console.log(`${name.padEnd(44)} ${value}`)

const data = presentationWith({ labels: LABELS, intervals: 120, criteria: 50, seriesOfEveryLabel: true })
const html = renderPage(data)
const renderMs = Array.from({ length: RUNS }, () => {
  const startMs = performance.now()
  renderPage(data)
  return performance.now() - startMs
})

print('size without data', `${(Buffer.byteLength(renderPage(bareData())) / 1000).toFixed(1)} kB`)
print(`size with ${LABELS} labels, 120 intervals`, `${(Buffer.byteLength(html) / 1000).toFixed(1)} kB`)
print('rendering, median', `${median(renderMs).toFixed(0)} ms`)
if (hasChromium) await measureOpening(writePage(html))
else console.log('No Chromium was found: opening is not measured')

async function measureOpening(address: string): Promise<void> {
  const browser = await launchChromium()
  const loads: number[] = []
  const paints: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const page = await browser.newPage()
    const startMs = performance.now()
    await page.goto(address)
    // Two frames: the one already in progress, and one that shows everything.
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
    paints.push(performance.now() - startMs)
    loads.push(Number(await page.evaluate(`performance.getEntriesByType('navigation')[0].loadEventEnd`)))
    await page.close()
  }
  await browser.close()
  print(
    'opening until load, median (worst)',
    `${median(loads).toFixed(0)} ms (${Math.max(...loads).toFixed(0)} ms)`,
  )
  print(
    'opening until painted, median (worst)',
    `${median(paints).toFixed(0)} ms (${Math.max(...paints).toFixed(0)} ms)`,
  )
}
