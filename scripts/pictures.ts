// Makes the README's pictures: the job summary and the page of a failing gate, made by the bundles in dist/
// against the simulator. Usage: npm run pictures. Needs Chromium (/usr/bin/chromium or CHROMIUM_PATH), and
// npm for Mermaid.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { marked } from 'marked'
import type { Browser, Page } from 'playwright-core'
import { hasChromium, launchChromium } from '../test/browser/chromium.ts'
import { runAction, type StepResult } from '../test/runner/run-action.ts'
import { takePagePictures } from './page-pictures.ts'
import { startSimulator, type Simulator } from '../test/simulator/simulator.ts'

const root = join(import.meta.dirname, '..')
const work = join(root, 'build', 'pictures')
const pictures = join(root, 'docs', 'pictures')

/**
 * GitHub draws Mermaid charts with this. It is too large to install for every contributor, so it is only
 * fetched here.
 */
const MERMAID = {
  package: 'mermaid@11.12.0',
  integrity: 'ZudVx73BwrMJfCFmSSJT84y6u5brEoV8DOItdHomNLz32uBjNrelm7mg95X7g+C6UoQH/W6mBLGDEDv73JdxBg==',
}
const WIDTH = 1000
/** Both pictures are cut at this height, which shows enough. */
const SUMMARY_HEIGHT = 1380
const PAGE_HEIGHT = 1425
const LARGEST_BYTES = 250_000

const CRITERIA = `
requests.error-rate < 0.5%
requests["Checkout*"].p95 <= 400ms
requests.p95 <= baseline + 10%
transactions.p95 <= baseline + 10%
warn: agents.cpu-mean < 80%
valid: requests.count >= 1000
`

async function makePictures(): Promise<void> {
  if (!hasChromium) throw new Error('Pictures need Chromium, at /usr/bin/chromium or CHROMIUM_PATH.')
  await rm(work, { recursive: true, force: true })
  await Promise.all([work, pictures].map((directory) => mkdir(directory, { recursive: true })))
  const gate = await failingGate()
  const browser = await launchChromium()
  try {
    await pictureOfSummary(browser, gate)
    await pictureOfPage(browser, gate)
    process.stdout.write(`${await takePagePictures(browser, join(work, 'page'))}: every width and theme\n`)
  } finally {
    await browser.close()
  }
}

/** Plays a normal run of the main branch, then a slower one of a pull request. */
async function failingGate(): Promise<StepResult> {
  // A run of five minutes takes two seconds here; the first one was two days ago.
  const began = Date.now()
  let agoMs = 2 * DAY_MS
  const now = (): number => Date.now() - agoMs + (Date.now() - began) * 150
  const simulator = await startSimulator({
    now,
    xtc: { run: { phases: FIVE_MINUTES } },
    xltData: { lines: 12_000 },
  })
  try {
    await gateRun(simulator, 'main', {})
    agoMs = HOUR_MS
    Object.assign(simulator.xltData, { slowness: 1.32, errorShare: 0.03 })
    return await gateRun(simulator, 'pull-request', {
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_BASE_REF: 'main',
      GITHUB_REF: 'refs/pull/12/merge',
      GITHUB_REF_NAME: '12/merge',
    })
  } finally {
    await simulator.close()
  }
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const FIVE_MINUTES = [
  { state: 'PROVISIONING', durationMs: 30_000 },
  { state: 'RUNNING', durationMs: 300_000 },
  { state: 'DEPROVISIONING', durationMs: 15_000 },
]

async function gateRun(
  simulator: Simulator,
  name: string,
  environment: Record<string, string>,
): Promise<StepResult> {
  const result = await runAction({
    inputs: {
      provider: 'xtc',
      'xtc-url': simulator.xtcUrl,
      'xtc-organization': simulator.xtc.organization,
      'xtc-project': simulator.xtc.project,
      'xtc-load-test': 'Checkout nightly',
      'xtc-client-id': simulator.xtc.credentials[0]?.clientId ?? '',
      'xtc-client-secret': simulator.xtc.credentials[0]?.clientSecret ?? '',
      criteria: CRITERIA,
      baseline: 'branch',
    },
    directory: join(work, name),
    environment: { ...simulator.environment(), ...environment },
  })
  process.stdout.write(`${name}: ${result.outputs['outcome']}\n`)
  return result
}

async function pictureOfSummary(browser: Browser, { summary }: StepResult): Promise<void> {
  const page = await openPage(browser)
  const html = join(work, 'summary-at-github.html')
  await writeFile(html, await asGitHubShows(summary))
  await page.goto(pathToFileURL(html).href)
  await page.addScriptTag({ path: await mermaidScript() })
  // GitHub gets the code of a chart; the drawing replaces it here.
  await page.evaluate(`(async () => {
    for (const code of document.querySelectorAll('code.language-mermaid')) {
      const chart = document.createElement('div')
      chart.className = 'mermaid'
      chart.textContent = code.textContent
      code.parentElement.replaceWith(chart)
    }
    mermaid.initialize({ startOnLoad: false })
    await mermaid.run()
  })()`)
  await take(page, 'summary.png', SUMMARY_HEIGHT)
}

async function pictureOfPage(browser: Browser, { outputs }: StepResult): Promise<void> {
  const page = await openPage(browser)
  await page.goto(pathToFileURL(join(outputs['output-directory'] ?? '', 'summary.html')).href)
  await page.waitForTimeout(500)
  await take(page, 'page.png', PAGE_HEIGHT)
}

async function openPage(browser: Browser): Promise<Page> {
  return await browser.newPage({ viewport: { width: WIDTH, height: 800 }, colorScheme: 'light' })
}

async function take(page: Page, name: string, height: number): Promise<void> {
  const path = join(pictures, name)
  const full = (await page.evaluate('document.documentElement.scrollHeight')) as number
  await page.screenshot({
    path,
    fullPage: true,
    clip: { x: 0, y: 0, width: WIDTH, height: Math.min(height, full) },
  })
  const { size } = await stat(path)
  process.stdout.write(`${path}: ${(size / 1000).toFixed(0)} kB\n`)
  if (size > LARGEST_BYTES) throw new Error(`${name} is larger than ${LARGEST_BYTES / 1000} kB.`)
}

/** GitHub's Markdown with its alerts, in a similar style. */
async function asGitHubShows(summary: string): Promise<string> {
  const html = await marked.parse(summary, { gfm: true })
  const alerts = html.replace(
    /<blockquote>\s*<p>\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*/g,
    (_all, kind: string) =>
      `<blockquote class="${kind.toLowerCase()}"><strong>${kind.charAt(0)}${kind.slice(1).toLowerCase()}</strong><p>`,
  )
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><main>${alerts}</main>`
}

const STYLE = `
body { margin: 0; font: 16px/1.5 "Liberation Sans", Helvetica, Arial, sans-serif; color: #1f2328; }
main { padding: 16px 32px; }
h2, h3 { line-height: 1.25; margin: 24px 0 16px; } h2 { padding-bottom: 5px; border-bottom: 1px solid #d1d9e0; }
a { color: #0969da; } p { margin: 0 0 16px; }
code { font: 13.6px "Liberation Mono", monospace; background: #818b981f; padding: 3px 6px; border-radius: 6px; }
table { border-collapse: collapse; margin-bottom: 16px; } tr { border-top: 1px solid #d1d9e0b3; }
tr:nth-child(2n) { background: #f6f8fa; } th, td { padding: 6px 13px; border: 1px solid #d1d9e0; }
blockquote { margin: 0 0 16px; padding: 8px 16px; border-left: 4px solid #d1d9e0; } blockquote > :last-child { margin: 0; }
blockquote.caution { border-color: #cf222e; } .caution > strong { color: #d1242f; }
blockquote.warning { border-color: #9a6700; } .warning > strong { color: #9a6700; }
blockquote.note { border-color: #0969da; } .note > strong { color: #0969da; }
`

/** The only Mermaid file that a browser needs, from the package with the known digest. */
async function mermaidScript(): Promise<string> {
  const run = promisify(execFile)
  const archive = join(work, `${MERMAID.package.replace('@', '-')}.tgz`)
  if (!existsSync(archive)) await run('npm', ['pack', MERMAID.package, '--pack-destination', work])
  const digest = createHash('sha512')
    .update(await readFile(archive))
    .digest('base64')
  if (digest !== MERMAID.integrity) throw new Error(`${MERMAID.package} does not have the expected digest.`)
  await run('tar', ['-xzf', archive, '-C', work, 'package/dist/mermaid.min.js'])
  return join(work, 'package', 'dist', 'mermaid.min.js')
}

await makePictures()
