import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { scenario, type Scenario } from '../e2e/scenario.ts'
import type { StepResult } from '../runner/run-action.ts'
import { preloaded, startLoopbackServer } from './loopback-server.ts'

const MB = 1e6
/** The first bytes of a gzip file. */
const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])

/**
 * Sends blocks as long as they are accepted, up to a limit that keeps a broken build from filling this disk.
 */
function pour(response: ServerResponse, mostBytes: number, sent: (bytes: number) => void = () => {}): void {
  const block = randomBytes(MB)
  let poured = 0
  const more = (): void => {
    if (response.destroyed) return
    poured += block.length
    sent(block.length)
    if (poured > mostBytes) response.destroy()
    else response.write(block, more)
  }
  response.write(GZIP_HEAD, more)
}

/** Both archives come from the attacker's server. */
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

/** What the log says about the missing result; nothing of it is left on the disk. */
async function refusalIn(result: StepResult): Promise<string> {
  const names = await readdir(result.outputs['output-directory'] ?? '')
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter((name) => /result\.tar|\.part$/.test(name))).toEqual([])
  return /::warning.*result\.tar\.gz(.*)/.exec(result.mainLog)?.[1] ?? ''
}

describe.concurrent('downloads', { timeout: 300_000 }, () => {
  test('an archive with an announced size of more than 20 GB is rejected before it is read', async () => {
    let sentBytes = 0
    const tooLarge = (response: ServerResponse): void => {
      response.writeHead(200, { 'content-length': 25e9 })
      pour(response, 100 * MB, (bytes) => (sentBytes += bytes))
    }
    await withArchivesFrom(tooLarge, async ({ xtc }) => {
      const refusal = await refusalIn(await xtc())
      expect(refusal).toContain('it announces 25 GB, and at most 20 GB')
      // Some bytes were already on their way.
      expect(sentBytes).toBeLessThan(50 * MB)
    })
  })

  test('an endless archive does not fill the disk', async () => {
    const endless = (response: ServerResponse): void => {
      response.writeHead(200)
      pour(response, 400 * MB)
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

  test('an archive that arrives endlessly slowly is given up when its time is up', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'drip-'))
    const later = join(directory, 'sixteen-minutes-later')
    let archives = 0
    const drip = (response: ServerResponse): void => {
      response.writeHead(200)
      response.write(GZIP_HEAD)
      const isSecond = ++archives === 2
      let drops = 0
      const timer = setInterval(() => {
        if (isSecond && drops++ === 20) writeFileSync(later, '')
        response.write('x')
      }, 50)
      response.once('close', () => clearInterval(timer))
    }
    const clock = preloaded(`
import { existsSync } from 'node:fs'
const now = performance.now.bind(performance)
performance.now = () => now() + (existsSync(${JSON.stringify(later)}) ? 16 * 60_000 : 0)
`)
    try {
      await withArchivesFrom(drip, async ({ xtc }) => {
        const refusal = await refusalIn(await xtc({ artifacts: 'none' }, { environment: clock }))
        expect(refusal).toMatch(/the time for this download is over: only .* arrived in \d+ s/)
      })
    } finally {
      await rm(directory, { recursive: true, force: true })
    }
  })
})
