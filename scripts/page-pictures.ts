import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { renderPage } from '../src/report/page/render-page.ts'
import { writePage } from '../test/browser/chromium.ts'
import { presentationWith, usualCriterion } from '../test/unit/report/presentation-data.ts'

const LABELS = [3, 2000]
const WIDTHS = [360, 768, 1440]
const SCHEMES = ['light', 'dark'] as const

/** Makes pictures of the whole page for people to look at, and the page as it is printed; returns the folder. */
export async function takePagePictures(browser: Browser, directory: string): Promise<string> {
  await mkdir(directory, { recursive: true })
  for (const labels of LABELS) {
    const data = presentationWith({ labels, busyPercent: 93 })
    data.verdict.criteria.push(usualCriterion())
    const address = writePage(renderPage(data))
    for (const width of WIDTHS)
      for (const colorScheme of SCHEMES) {
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
        await page.goto(address)
        const path = join(directory, `${labels}-labels-${width}-${colorScheme}.png`)
        await page.screenshot({ path, fullPage: true })
        await page.close()
      }
    const page = await browser.newPage()
    await page.goto(address)
    await page.pdf({ path: join(directory, `${labels}-labels.pdf`), format: 'A4' })
    await page.close()
  }
  return directory
}
