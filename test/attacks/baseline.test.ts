import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { baselineKeyOf } from '../../src/step/judge/baseline-key.ts'
import { writeEntryPart } from '../../src/step/judge/signed-entry.ts'
import { signingKey } from '../../src/step/traces/signed-note.ts'
import { expectGate, verdictOf, warningsIn } from '../e2e/gate-tools.ts'
import { scenario } from '../e2e/scenario.ts'
import type { StepOptions } from '../runner/run-action.ts'
import type { StoredCacheEntry } from '../simulator/cache-service.ts'
import { DEFAULT_ERRTHQUAKE_TOKEN } from '../simulator/errthquake.ts'
import type { Simulator } from '../simulator/simulator.ts'
import {
  compressed,
  ENTRY_NAME,
  keptBaseline,
  pullRequest,
  replaceContent,
  tarOf,
} from './planted-entries.ts'

const PULL = 'refs/pull/12/merge'
const MAIN = 'refs/heads/main'
const COMPARED = { baseline: 'branch', criteria: 'requests.p95 <= baseline + 10%', artifacts: 'none' }
const KEPT = { ...COMPARED, criteria: 'requests.p95 < 60s' }
const BINDING = { ...COMPARED, 'fail-on': 'run,criteria,scorecard,validity,baseline' }
const DAY_MS = 86_400_000

/** Saves a copy of an entry in another scope or under another key. */
function copied(simulator: Simulator, entry: StoredCacheEntry, as: Partial<StoredCacheEntry>): void {
  const { cacheEntries } = simulator.actions
  cacheEntries.push({ ...entry, id: 6000 + cacheEntries.length, createdAtMs: Date.now() + 1000, ...as })
}

/** The key with a changed time, in seconds. */
function at({ key }: StoredCacheEntry, time: (seconds: number) => number): string {
  return key.replace(/(?<=-)[01]{32}(?=-)/, (digits) =>
    time(Number.parseInt(digits, 2)).toString(2).padStart(32, '0'),
  )
}

/** The key that would make an entry of another branch appear as main's newest. */
function underMain(main: StoredCacheEntry, other: StoredCacheEntry): string {
  return at(main, (seconds) => seconds + 60).replace(/\.\w+$/, other.key.slice(other.key.indexOf('.')))
}

function onBranch(simulator: Simulator, name: string): Partial<StepOptions> {
  const ref = `refs/heads/${name}`
  return { environment: { ...simulator.environment({ ref }), GITHUB_REF: ref, GITHUB_REF_NAME: name } }
}

describe.concurrent('a slow pull request', { timeout: 300_000 }, () => {
  test("does not pass with an old, slow entry of main copied into the pull request's scope", () =>
    scenario({}, async ({ xtc, simulator }) => {
      simulator.xltData.slowness = 3
      await xtc(KEPT)
      const old = keptBaseline(simulator)
      simulator.xltData.slowness = 1
      await xtc(KEPT)
      copied(simulator, old, { ref: PULL })
      simulator.xltData.slowness = 3
      const result = await xtc(COMPARED, pullRequest(simulator))
      expectGate(result, 1, 'failed', 'criteria')
      expect((await verdictOf(result)).baseline).toMatchObject({ status: 'used', runId: '42' })
    }))

  test("does not pass with the entry of another branch under main's key", () =>
    scenario({}, async ({ errthquake, simulator }) => {
      await errthquake(KEPT)
      const main = keptBaseline(simulator)
      await errthquake(KEPT, onBranch(simulator, 'slow'))
      const slow = keptBaseline(simulator)
      copied(simulator, slow, { ref: PULL, key: underMain(main, slow) })
      const result = await errthquake(BINDING, pullRequest(simulator))
      expectGate(result, 1, 'inconclusive', 'baseline')
      expect((await verdictOf(result)).baseline).toMatchObject({
        status: 'refused',
        reason: 'it was kept for refs/heads/slow, not for refs/heads/main, so somebody copied it there.',
      })
    }))

  test('does not pass with the entry of another repository with the same credentials', () =>
    scenario({}, async ({ errthquake, simulator }) => {
      // A reusable workflow has the same name in every repository that calls it.
      await errthquake(KEPT, { environment: { GITHUB_REPOSITORY: 'acme/slow-shop' } })
      const result = await errthquake(BINDING, pullRequest(simulator))
      expectGate(result, 1, 'inconclusive', 'baseline')
      const { baseline } = await verdictOf(result)
      expect(baseline).toMatchObject({ status: 'refused' })
      expect(baseline?.reason).toContain('it was kept for the repository acme/slow-shop, not for acme/shop')
    }))

  test('does not pass with an old entry that is saved again under a newer key', () =>
    scenario({}, async ({ errthquake, simulator }) => {
      await errthquake(KEPT)
      const old = keptBaseline(simulator)
      await errthquake(KEPT)
      copied(simulator, old, { ref: PULL, key: at(old, (seconds) => seconds + 600) })
      const result = await errthquake(BINDING, pullRequest(simulator))
      expectGate(result, 1, 'inconclusive', 'baseline')
      expect((await verdictOf(result)).baseline?.reason).toContain('under another cache key')
    }))

  test('does not pass with a damaged entry that makes an older one the newest', () =>
    scenario({}, async ({ errthquake, simulator }) => {
      await errthquake(KEPT)
      const kept = keptBaseline(simulator)
      copied(simulator, kept, { ref: PULL })
      const key = at(kept, (seconds) => seconds + 60)
      copied(simulator, kept, { ref: PULL, key, blobId: 'cache-spoiled' })
      await replaceContent(
        simulator,
        { ...kept, blobId: 'cache-spoiled' },
        await compressed(await tarOf([{ name: ENTRY_NAME, content: 'spoiled' }])),
      )
      const result = await errthquake(BINDING, pullRequest(simulator))
      expectGate(result, 1, 'inconclusive', 'baseline')
      expect((await verdictOf(result)).baseline?.status).toBe('missing')
    }))

  test('does not pass with many entries that hide one another', () =>
    scenario({}, async ({ errthquake, simulator }) => {
      await errthquake(KEPT)
      const kept = keptBaseline(simulator)
      const now = Date.now()
      // Each entry is found only after the one before.
      for (let bit = 11; bit >= 0; bit--) {
        const key = at(kept, (seconds) => seconds - (seconds % 2048) + 2048 - 2 ** bit)
        copied(simulator, kept, { ref: PULL, key, createdAtMs: now + bit * 1000 })
      }
      const result = await errthquake(BINDING, pullRequest(simulator))
      expectGate(result, 1, 'inconclusive', 'baseline')
      expect((await verdictOf(result)).baseline?.reason).toContain('hide each other')
    }))

  test.each([
    [29, 'passed', 'used'],
    [31, 'inconclusive', 'refused'],
  ] as const)('by a baseline of %i days ago: %s', (days, outcome, status) =>
    scenario({}, async ({ errthquake, simulator }) => {
      const first = await errthquake(KEPT)
      const now = keptBaseline(simulator)
      const origin = {
        repository: 'acme/shop',
        ref: MAIN,
        step: /^load-test-gate-baseline-2-(\w+)-/.exec(now.key)?.[1] ?? '',
        workflowRunId: '7',
        attempt: 1,
        keptAtMs: Date.now() - days * DAY_MS,
      }
      const key = signingKey(DEFAULT_ERRTHQUAKE_TOKEN)
      const measurements = await readFile(first.outputs['measurements-path'] ?? '')
      const { bytes, signature } = writeEntryPart(key, origin, measurements)
      now.key = baselineKeyOf(origin, signature)
      const archive = await tarOf([{ name: ENTRY_NAME, content: bytes }])
      await replaceContent(simulator, now, await compressed(archive))
      const compared = { ...BINDING, criteria: 'requests.count == baseline' }
      const result = await errthquake(compared, pullRequest(simulator))
      expect(result.outputs).toMatchObject({ outcome, reason: status === 'refused' ? 'baseline' : '' })
      const { baseline } = await verdictOf(result)
      expect(baseline?.status).toBe(status)
      if (status === 'used') return
      expect(baseline?.reason).toMatch(/^it was kept 31 days ago, .*Run the workflow on main/)
      // On main, it is replaced by a new one, although nothing could be compared.
      expectGate(await errthquake(COMPARED), 0, 'inconclusive', 'baseline')
      expect(keptBaseline(simulator)).not.toBe(now)
    }),
  )
})

describe.concurrent('an invalid baseline', { timeout: 300_000 }, () => {
  test('a baseline with changed figures is reported as tampering or changed credentials', () =>
    scenario({}, async ({ errthquake, simulator }) => {
      const first = await errthquake(KEPT)
      const kept = keptBaseline(simulator)
      const text = await readFile(first.outputs['measurements-path'] ?? '', 'utf8')
      const head = `${'0'.repeat(64)} ["acme/shop","${MAIN}","x","1",1,1,${text.length}]\n`
      await replaceContent(
        simulator,
        kept,
        await compressed(await tarOf([{ name: ENTRY_NAME, content: `${head}${text}` }])),
      )
      const result = await errthquake(BINDING, pullRequest(simulator))
      expectGate(result, 1, 'inconclusive', 'baseline')
      expect((await verdictOf(result)).baseline?.reason).toContain(
        'somebody tampered with it, or the credentials were changed after it was kept',
      )
      expect(warningsIn(result.mainLog).join()).toContain(
        'is not signed with these credentials and is ignored',
      )
    }))

  test('a baseline copied from another branch to main does not let a slow run on main pass', () =>
    scenario({}, async ({ errthquake, simulator }) => {
      await errthquake(KEPT)
      const main = keptBaseline(simulator)
      await errthquake(KEPT, onBranch(simulator, 'slow'))
      const slow = keptBaseline(simulator)
      copied(simulator, slow, { ref: MAIN, key: underMain(main, slow) })
      const count = simulator.actions.cacheEntries.filter((entry) => entry.key.includes('baseline')).length
      expectGate(await errthquake(COMPARED), 0, 'inconclusive', 'baseline')
      expect(simulator.actions.cacheEntries.filter((entry) => entry.key.includes('baseline'))).toHaveLength(
        count,
      )
    }))
})
