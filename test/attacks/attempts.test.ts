import { describe, expect, test } from 'vitest'
import { expectGate, verdictOf, warningsIn } from '../e2e/gate-tools.ts'
import { scenario, type Scenario } from '../e2e/scenario.ts'
import type { StepOptions } from '../runner/run-action.ts'
import type { StoredCacheEntry } from '../simulator/cache-service.ts'
import type { Simulator } from '../simulator/simulator.ts'
import { compressed, ENTRY_NAME, pullRequest, replaceContent, tarOf } from './planted-entries.ts'

const GATE = { baseline: 'branch', criteria: 'requests.p95 <= usual + 50%', artifacts: 'none' }

function attempt(simulator: Simulator, number: number, run = '77'): Partial<StepOptions> {
  const pull = pullRequest(simulator)
  const more = { GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: String(number) }
  return { ...pull, environment: { ...pull.environment, ...more } }
}

/** The entry that an attempt saved for the next one. */
function keptRuns(simulator: Simulator, run: string): StoredCacheEntry {
  const entry = simulator.actions.cacheEntries.findLast(({ key }) =>
    key.startsWith(`load-test-gate-runs-1-${run}-`),
  )
  if (entry === undefined) throw new Error('no runs were kept')
  return entry
}

/** Main has a usual, one workflow run of the pull request passed, and the first attempt of another failed. */
async function withRedAttempt({ xtc, simulator }: Scenario): Promise<void> {
  for (let run = 1; run <= 5; run++) await xtc(GATE)
  expectGate(await xtc(GATE, attempt(simulator, 1, '76')), 0, 'passed')
  simulator.xltData.slowness = 5
  expectGate(await xtc(GATE, attempt(simulator, 1)), 1, 'failed', 'criteria')
}

/** Adds an entry that is found before another one, as any job of the pull request can. */
async function plant(simulator: Simulator, key: string, content: Buffer | string): Promise<void> {
  const kept = keptRuns(simulator, '77')
  const blobId = `cache-planted-${key.length}`
  simulator.actions.cacheEntries.push({ ...kept, key, blobId, createdAtMs: Date.now() + 1000 })
  const archive = await compressed(await tarOf([{ name: ENTRY_NAME, content }]))
  await replaceContent(simulator, { ...kept, blobId }, archive)
}

describe.concurrent('a failed gate', { timeout: 300_000 }, () => {
  test('cannot pass because the results of an earlier attempt are hidden', () =>
    scenario({}, async (on) => {
      const { xtc, simulator } = on
      await withRedAttempt(on)
      simulator.xltData.slowness = 1
      const { key } = keptRuns(simulator, '77')
      await plant(simulator, key.replace(/\w+$/, '0'.repeat(64)), 'nothing of worth')
      const second = await xtc({ ...GATE, 'fail-on': 'run,criteria,baseline' }, attempt(simulator, 2))
      expectGate(second, 1, 'inconclusive', 'baseline')
      expect(warningsIn(second.mainLog).join()).toContain('passes by its usual')
      expect((await verdictOf(second)).criteria[0]?.message).toContain('attempt 1')
    }))

  test('cannot pass because of a good run of another workflow run', () =>
    scenario({}, async (on) => {
      const { xtc, simulator } = on
      await withRedAttempt(on)
      const good = keptRuns(simulator, '76')
      const place = /^load-test-gate-runs-1-77-\w+-1-/.exec(keptRuns(simulator, '77').key)?.[0]
      simulator.actions.cacheEntries.push({
        ...good,
        key: `${place}${good.key.replace(/^.*-/, '')}`,
        createdAtMs: Date.now() + 1000,
      })
      const second = await xtc(GATE, attempt(simulator, 2))
      // Still slow: judged by its own run alone, it fails.
      expectGate(second, 1, 'failed', 'criteria')
      expect((await verdictOf(second)).criteria[0]?.usual?.runs).toBe(1)
      expect(warningsIn(second.mainLog).join()).toContain('somebody copied it there')
    }))
})
