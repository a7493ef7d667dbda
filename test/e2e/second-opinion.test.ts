import { describe, expect, test } from 'vitest'
import { pullRequest } from '../attacks/planted-entries.ts'
import type { StepOptions, StepResult } from '../runner/run-action.ts'
import type { Simulator } from '../simulator/simulator.ts'
import { scenario, type Scenario } from './scenario.ts'
import { expectGate, textIn, verdictOf, warningsIn } from './gate-tools.ts'

const GATE = { baseline: 'branch', criteria: 'requests.p95 <= usual + 50%' }

/** One attempt of one workflow run of a pull request. */
function attempt(
  simulator: Simulator,
  number: number,
  more: Record<string, string> = {},
): Partial<StepOptions> {
  const pull = pullRequest(simulator)
  const run = { GITHUB_RUN_ID: '77', GITHUB_RUN_ATTEMPT: String(number) }
  return { ...pull, environment: { ...pull.environment, ...run, ...more } }
}

/** Runs main often enough for a usual. */
async function withUsual({ xtc }: Scenario, options: Partial<StepOptions> = {}): Promise<void> {
  for (let run = 1; run <= 5; run++) await xtc(GATE, options)
}

const usualOf = async (result: StepResult) => (await verdictOf(result)).criteria[0]?.usual

describe.concurrent('a re-run is a second opinion', { timeout: 300_000 }, () => {
  test('that confirms a regression if it appears again, and does not forget one that does not', () =>
    scenario({}, async (on) => {
      const { xtc, simulator, starts } = on
      await withUsual(on)
      simulator.xltData.slowness = 5
      expectGate(await xtc(GATE, attempt(simulator, 1)), 1, 'failed', 'criteria')
      const before = starts().length
      const again = await xtc(GATE, attempt(simulator, 2))
      expectGate(again, 1, 'failed', 'criteria')
      expect(starts()).toHaveLength(before + 1)
      const verdict = await verdictOf(again)
      expect(verdict.criteria[0]?.usual).toMatchObject({ runs: 2, earlierRuns: 5 })
      expect(verdict.commitRuns).toMatchObject([
        { attempt: 1 },
        { attempt: 2, ids: [again.outputs['run-id']] },
      ])
      const text = 'Judged by 2 runs of this commit: attempts 1 and 2.'
      expect(again.mainLog).toContain(text)
      expect(again.summary).toContain(text)
      expect(await textIn(again, 'summary.html')).toContain(text)
      simulator.xltData.slowness = 1
      const lucky = await xtc(GATE, attempt(simulator, 3))
      // Judged alone, this run would pass.
      expectGate(lucky, 0, 'inconclusive', 'baseline')
      expect(await usualOf(lucky)).toMatchObject({ runs: 3 })
      expect(lucky.mainLog).toContain('attempts 1, 2 and 3')
      const other = await xtc(GATE, attempt(simulator, 1, { GITHUB_RUN_ID: '78' }))
      expectGate(other, 0, 'passed')
      expect(await usualOf(other)).toMatchObject({ runs: 1 })
    }))

  test('with on-rerun start too; attaching judges the same run, and counts nothing twice', () =>
    scenario({}, async (on) => {
      const { xtc, simulator } = on
      await withUsual(on)
      await xtc(GATE, attempt(simulator, 1))
      const startedAgain = await xtc({ ...GATE, 'on-rerun': 'start' }, attempt(simulator, 2))
      expectGate(startedAgain, 0, 'passed')
      expect(await usualOf(startedAgain)).toMatchObject({ runs: 2 })
      const attached = await xtc({ ...GATE, 'on-rerun': 'attach' }, attempt(simulator, 3))
      expect(attached.outputs['run-id']).toBe(startedAgain.outputs['run-id'])
      expect(await usualOf(attached)).toMatchObject({ runs: 2 })
    }))

  test('in mode wait too, if the run is another one', () =>
    scenario({}, async (on) => {
      const { xtc, simulator } = on
      const wait = { GITHUB_ACTION: 'wait' }
      await withUsual(on, { environment: { ...simulator.environment(), ...wait } })
      for (const number of [1, 2]) {
        const started = await xtc({ mode: 'start' }, attempt(simulator, number))
        const ids = { 'run-id': started.outputs['run-id'] ?? '' }
        const waits = { ...GATE, mode: 'wait', 'xtc-load-test': '', ...ids }
        expect(await usualOf(await xtc(waits, attempt(simulator, number, wait)))).toMatchObject({
          runs: number,
        })
      }
      const waits = { ...GATE, mode: 'wait', 'xtc-load-test': '', 'run-id': '41' }
      for (const number of [1, 2]) {
        const same = await xtc(waits, attempt(simulator, number, { ...wait, GITHUB_RUN_ID: '78' }))
        expect(await usualOf(same)).toMatchObject({ runs: 1 })
      }
    }))

  test('without runs of another commit, and without those that could not be judged', () =>
    scenario({}, async (on) => {
      const { xtc, simulator } = on
      await withUsual(on)
      const invalid = { ...GATE, criteria: `${GATE.criteria}\nvalid: requests.count >= 1000000` }
      expectGate(await xtc(invalid, attempt(simulator, 1)), 1, 'inconclusive', 'validity')
      const second = await xtc(GATE, attempt(simulator, 2, { GITHUB_SHA: 'a'.repeat(40) }))
      expect(await usualOf(second)).toMatchObject({ runs: 1 })
      const third = await xtc(GATE, attempt(simulator, 3, { GITHUB_SHA: 'b'.repeat(40) }))
      expect(await usualOf(third)).toMatchObject({ runs: 1 })
      expect(warningsIn(third.mainLog).join()).toContain('of attempt 2 is not judged together with this run')
    }))

  test('but limits that are numbers, or come from one run, apply only to the newest run', () =>
    scenario({}, async (on) => {
      const { xtc, simulator } = on
      await withUsual(on)
      const gate = { ...GATE, criteria: `${GATE.criteria}\nrequests.p95 <= baseline + 200%` }
      simulator.xltData.slowness = 5
      expectGate(await xtc(gate, attempt(simulator, 1)), 1, 'failed', 'criteria')
      simulator.xltData.slowness = 1
      const { criteria } = await verdictOf(await xtc(gate, attempt(simulator, 2)))
      expect(criteria.map(({ status }) => status)).toEqual(['inconclusive', 'passed'])
    }))
})
