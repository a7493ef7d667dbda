import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium } from 'playwright-core'

const EXECUTABLE = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

/** Whether Chromium is installed where Debian puts it. */
export const hasChromium = existsSync(EXECUTABLE)

/** A browser without its own background requests. */
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

/** Writes the page to a directory of its own; returns its `file:` address. */
export function writePage(html: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'load-test-gate-page-')), 'summary.html')
  writeFileSync(path, html)
  return pathToFileURL(path).href
}
