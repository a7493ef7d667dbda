import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import { scenario, type Scenario } from '../e2e/scenario.ts'
import type { StepResult } from '../runner/run-action.ts'
import { preloaded, startLoopbackServer } from './loopback-server.ts'

const MB = 1e6
/** The first bytes of a gzip file. */
const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])

/** Both archives come from a server of the attacker's. */
async function withArchivesFrom(
  answer: (response: ServerResponse) => void,
  work: (site: Scenario) => Promise<void>,
): Promise<void> {
  const storage = await startLoopbackServer(answer)
  try {
    await scenario({}, async (site) => {
      site.simulator.faults.add({
        match: { service: 'xtc', path: /\/archive$/ },
        kind: 'redirect',
        headers: { location: `${storage.url}/files` },
      })
      await work(site)
      expect(storage.asked.length).toBeGreaterThan(0)
    })
  } finally {
    await storage.close()
  }
}

/** What the log says of the result, where it could not be had; nothing of it is left on the disk. */
async function refusalIn(result: StepResult): Promise<string> {
  const names = await readdir(result.outputs['output-directory'] ?? '')
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter((name) => /result\.tar|\.part$/.test(name))).toEqual([])
  return /::warning.*result\.tar\.gz(.*)/.exec(result.mainLog)?.[1] ?? ''
}

describe.concurrent('downloads', { timeout: 60_000 }, () => {
  test('an archive that announces more than 20 GB is refused before it is read', async () => {
    let sentBytes = 0
    const tooLarge = (response: ServerResponse): void => {
      response.writeHead(200, { 'content-length': 20e9 + 1 })
      const block = randomBytes(MB)
      const send = (): void => {
        sentBytes += block.length
        if (!response.destroyed) response.write(block, send)
      }
      send()
    }
    await withArchivesFrom(tooLarge, async ({ xtc }) => {
      const refusal = await refusalIn(await xtc())
      expect(refusal).toContain('20.0 GB')
      expect(refusal).toMatch(/at most 20 GB/)
      // Some were under way to whoever did not read them.
      expect(sentBytes).toBeLessThan(50 * MB)
    })
  })

  test('an archive without an end does not fill the disk', async () => {
    const block = Buffer.concat([GZIP_HEAD, randomBytes(MB)])
    const endless = (response: ServerResponse): void => {
      response.writeHead(200)
      const send = (): void => {
        if (!response.destroyed) response.write(block, send)
      }
      send()
    }
    const smallDisk = preloaded(`
import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
fs.statfs = async () => ({ bsize: 1000, blocks: 10_000_000, bavail: 200_000 })
syncBuiltinESMExports()
`)
    await withArchivesFrom(endless, async ({ xtc }) => {
      const refusal = await refusalIn(await xtc({}, { environment: smallDisk }))
      expect(refusal).toMatch(/disk/)
      expect(refusal).toMatch(/180 MB/)
    })
  })

  test('an archive that drips for ever ends when its time is over', async () => {
    const drip = (response: ServerResponse): void => {
      response.writeHead(200)
      response.write(GZIP_HEAD)
      const timer = setInterval(() => response.write('x'), 50)
      response.once('close', () => clearInterval(timer))
    }
    // A minute passes in a tenth of a second.
    const hurried = preloaded(`
const { now } = Date
const start = now()
Date.now = () => start + (now() - start) * 600
`)
    await withArchivesFrom(drip, async ({ xtc }) => {
      const result = await xtc({ timeout: '30d', artifacts: 'none' }, { environment: hurried })
      expect(await refusalIn(result)).toMatch(/only \d+ bytes came/)
    })
  })
})
