import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium } from 'playwright-core'

const EXECUTABLE = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

/** Debian's Chromium, where it is installed. */
export const hasChromium = existsSync(EXECUTABLE)

/** A browser that talks to nobody on its own. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: EXECUTABLE,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** Writes the page to a directory of its own; gives its `file:` address. */
export function writePage(html: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'load-test-gate-page-')), 'summary.html')
  writeFileSync(path, html)
  return pathToFileURL(path).href
}
