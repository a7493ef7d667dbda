import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, test } from 'vitest'
import { runScenario, type Scenario } from './shipped.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Moves the machine's time by this much once the service received this request. */
async function withLeap(
  { byMs, whenAsked }: { byMs: number; whenAsked: RegExp },
  play: (leap: Pick<Scenario, 'environment' | 'meanwhile'>) => Promise<void>,
): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'leap-'))
  const file = join(directory, 'now')
  const preload = pathToFileURL(join(import.meta.dirname, 'leaping-clock.mjs')).href
  try {
    await play({
      environment: { NODE_OPTIONS: `--import=${preload}`, LEAP_FILE: file, LEAP_MS: String(byMs) },
      meanwhile: { whenAsked, happen: () => writeFileSync(file, '') },
    })
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

describe.concurrent("when somebody sets the runner's clock", { timeout: 300_000 }, () => {
  test('forward by 4 hours, nothing times out, and an outage of two polls is still one', async ({ expect }) =>
    withLeap({ byMs: 4 * HOUR_MS, whenAsked: /\/status$/ }, async (leap) => {
      const status = { service: 'xtc', path: /\/status$/ } as const
      const unused = await runScenario(
        {
          name: 'forward',
          api: 'v2',
          ...leap,
          simulator: { xtc: { run: { speed: 0.3 } } },
          inputs: { timeout: '1h' },
          faults: [
            { match: status, kind: 'status', status: 502, nth: 2 },
            { match: status, kind: 'status', status: 502, nth: 3 },
          ],
          outcome: 'passed',
          runs: 1,
          says: [/Contact was restored/],
        },
        expect,
      )
      expect(unused).toEqual([])
    }))

  test('back by an hour, a hanging poll is given up after 30 s', async ({ expect }) =>
    withLeap({ byMs: -HOUR_MS, whenAsked: /^GET \/results\/[^/]+\/[^/]+$/ }, async (leap) => {
      const hang = { match: { path: /^\/results\/[^/]+\/[^/]+$/ }, kind: 'hang', nth: 2 } as const
      const unused = await runScenario(
        {
          name: 'back',
          api: 'errthquake',
          ...leap,
          faults: [hang],
          outcome: 'passed',
          runs: 1,
          says: [/no data arrived for 30 s/, /Contact was restored/],
        },
        expect,
      )
      expect(unused).toEqual([])
    }))
})

describe.concurrent("when the service's clock is off", { timeout: 300_000 }, () => {
  test.for([-10 * MINUTE_MS, 10 * MINUTE_MS])(
    'by %i ms, an interactive test runs as long as stop-after says',
    async (skewMs, { expect }) => {
      const unused = await runScenario(
        {
          name: 'interactive',
          api: 'errthquake',
          simulator: { errthquakeNow: () => Date.now() + skewMs },
          inputs: { 'test-type': 'interactive', 'test-duration': '', 'stop-after': '4s' },
          outcome: 'passed',
          runs: 1,
          check: (_result, { errthquake }, { soft }) => {
            const [run] = errthquake.runs
            const lastedMs = (run?.stoppedAtMs ?? 0) - (run?.submittedAtMs ?? 0)
            soft(lastedMs).toBeGreaterThan(3900)
            // The polls of a busy machine may come late, but not by the minutes that the clock is off.
            soft(lastedMs).toBeLessThan(5 * MINUTE_MS)
          },
        },
        expect,
      )
      expect(unused).toEqual([])
    },
  )
})
