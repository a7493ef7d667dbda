import { describe, expect, test } from 'vitest'
import { errorsIn, scenario, type Scenario } from '../e2e/scenario.ts'
import { expectGate, verdictOf, warningsIn } from '../e2e/gate-tools.ts'
import { MANY, suspicious } from '../e2e/suspicion.ts'
import type { StepOptions, StepResult } from '../runner/run-action.ts'
import { DEFAULT_ERRTHQUAKE_TOKEN } from '../simulator/errthquake.ts'
import type { Simulator, SimulatorOptions } from '../simulator/simulator.ts'

const SLOW_RUNS: SimulatorOptions = { ...MANY, errthquake: { run: { runMs: 4000 } } }
/** Until somebody stops it, however late. */
const ENDLESS = { runMs: 3_600_000 }
const LASTING = { inputs: { 'test-duration': '4s' } }

/** One attempt of a workflow run. */
function attempt({ simulator }: Scenario, number: number): Partial<StepOptions> {
  const own = { GITHUB_RUN_ID: '77', GITHUB_RUN_ATTEMPT: String(number) }
  return { environment: { ...simulator.environment(), ...own } }
}

const usualRuns = async (result: StepResult): Promise<number | undefined> =>
  (await verdictOf(result)).criteria[0]?.usual?.runs

/** Starts a test that belongs to somebody else. */
async function startAnother({ errthquakeUrl, errthquake }: Simulator): Promise<void> {
  const document = {
    'test-input': 'customers.csv',
    'test-config': 'checkout.yaml',
    'virtual-users': 20,
    'test-type': 'duration',
    'test-duration': '1m0s',
    'ramp-duration': '',
    region: 'eu-west-1',
  }
  await fetch(`${errthquakeUrl}/workspaces/${errthquake.workspaceUid}/exec`, {
    method: 'POST',
    headers: { authorization: DEFAULT_ERRTHQUAKE_TOKEN, 'content-type': 'application/json' },
    body: JSON.stringify([document]),
  })
}

/** Checks that the suspicion remains, unconfirmed. */
async function expectUnconfirmed(result: StepResult, why: string): Promise<void> {
  expect(result.outputs).toMatchObject({ outcome: 'inconclusive', reason: 'baseline' })
  expect(result.exitCode).toBe(0)
  expect(await usualRuns(result)).toBe(1)
  const { warnings } = await verdictOf(result)
  expect(warnings[0]).toContain('The suspicion was not confirmed')
  expect(warnings[0]).toContain(why)
  expect(warningsIn(result.mainLog).join()).toContain(why)
  expect(result.summary).toContain('The suspicion was not confirmed')
}

describe.concurrent('a step that dies while it confirms', { timeout: 300_000 }, () => {
  test('by a cancel: the confirming run alone is stopped; the next attempt starts another and judges both', () =>
    scenario(SLOW_RUNS, async (on) => {
      const { errthquake, simulator, starts, signalWhen } = on
      simulator.errthquake.nextRuns.push({}, {}, ENDLESS)
      const gate = { ...(await suspicious(on, 'errthquake', LASTING)), confirm: '1' }
      const cancel = signalWhen(() => simulator.errthquake.runs.length > 2, 'SIGINT')
      const first = await errthquake(gate, { ...attempt(on, 1), ...cancel })
      expect(first.outputs).toMatchObject({
        outcome: 'cancelled',
        'run-id': simulator.errthquake.runs[1]?.id,
      })
      const stopped = simulator.errthquake.runs.map(({ stoppedAtMs }) => stoppedAtMs !== undefined)
      expect(stopped).toEqual([false, false, true])
      expect(simulator.errthquake.unstopped).toEqual([])
      const second = await errthquake({ ...gate, confirm: '0' }, attempt(on, 2))
      expect(starts()).toHaveLength(4)
      expect(await usualRuns(second)).toBe(2)
    }))

  test('by a kill: post stops the confirming run, and the next attempt knows that it did not end by itself', () =>
    scenario(SLOW_RUNS, async (on) => {
      const { errthquake, simulator, starts, signalWhen } = on
      simulator.errthquake.nextRuns.push({}, {}, ENDLESS)
      const gate = { ...(await suspicious(on, 'errthquake', LASTING)), confirm: '1' }
      const kill = signalWhen(
        () =>
          simulator.actions.cacheEntries.filter(
            ({ key, finalized }) => finalized && key.includes('-started-'),
          ).length > 2,
        'SIGKILL',
      )
      const first = await errthquake(gate, { ...attempt(on, 1), ...kill })
      expect(first.postLog).toContain(simulator.errthquake.runs[2]?.id)
      expect(simulator.errthquake.unstopped).toEqual([])
      const second = await errthquake(gate, attempt(on, 2))
      expect(second.mainLog).toContain(
        `run ${simulator.errthquake.runs[2]?.id} of attempt 1 was stopped by that attempt`,
      )
      expect(await usualRuns(second)).toBeGreaterThanOrEqual(2)
      expect(starts().length).toBeLessThanOrEqual(5)
    }))

  test.each(['xtc', 'errthquake'] as const)(
    'with its runner: the next attempt attaches to the confirming run, which is neither lost nor counted twice (%s)',
    (service) =>
      scenario(SLOW_RUNS, async (on) => {
        const { simulator, starts, signalWhen } = on
        const inputs = service === 'errthquake' ? LASTING : {}
        const gate = { ...(await suspicious(on, service, inputs)), confirm: '1' }
        const kill = signalWhen(
          () =>
            simulator.actions.cacheEntries.filter(
              ({ key, finalized }) => finalized && key.includes('-started-'),
            ).length > 2,
          'SIGKILL',
        )
        await on[service](gate, { ...attempt(on, 1), ...kill, post: false })
        expect(starts()).toHaveLength(3)
        const id = service === 'xtc' ? '43' : (simulator.errthquake.runs[2]?.id ?? '')
        const second = await on[service]({ ...gate, confirm: '1' }, attempt(on, 2))
        expect(second.mainLog).toContain(`attaching to run ${id} of attempt 1`)
        expect(second.outputs['run-id']).toBe(id)
        const verdict = await verdictOf(second)
        expect(verdict.commitRuns?.slice(0, 2).map(({ attempt: of }) => of)).toEqual([1, 2])
        const named = verdict.commitRuns?.flatMap(({ ids }) => ids) ?? []
        expect(new Set(named).size).toBe(named.length)
        // With Errthquake, two runs still leave a suspicion: this attempt starts one more, and takes none of
        // these for it.
        const runs = service === 'errthquake' ? 3 : 2
        expect([named.length, starts().length]).toEqual([runs, runs + 1])
        expect(verdict.criteria[0]?.usual?.runs).toBe(runs)
      }),
  )
})

describe.concurrent('trouble with a confirming run', { timeout: 300_000 }, () => {
  test('if the response to its start is lost, XTC finds it by its own marker', () =>
    scenario(MANY, async (on) => {
      const { xtc, simulator, starts } = on
      const gate = { ...(await suspicious(on, 'xtc')), confirm: '1' }
      simulator.faults.add({
        match: { service: 'xtc', method: 'POST', path: /\/load-tests\/\d+$/ },
        kind: 'reset-after',
        nth: 2,
      })
      const result = await xtc(gate)
      expect(result.mainLog).toContain('Found the started run by its marker')
      expectGate(result, 1, 'failed', 'criteria')
      expect(JSON.parse(result.outputs['confirming-runs'] ?? '')).toMatchObject([{ ids: ['43'] }])
      expect(starts()).toHaveLength(3)
      expect(simulator.xtc.runs).toHaveLength(3)
    }))

  test('if the response to its start is lost, Errthquake adopts the only new run, never the first', () =>
    scenario(MANY, async (on) => {
      const { errthquake, simulator, starts } = on
      const gate = { ...(await suspicious(on, 'errthquake')), confirm: '1' }
      simulator.faults.add({ match: { path: /\/exec$/ }, kind: 'reset-after', nth: 2 })
      const result = await errthquake(gate)
      expect(result.mainLog).toContain('Adopted the only new')
      expect(await usualRuns(result)).toBe(2)
      expect(JSON.parse(result.outputs['confirming-runs'] ?? '')).toMatchObject([
        { ids: [simulator.errthquake.runs[2]?.id] },
      ])
      expect(starts()).toHaveLength(3)
    }))

  test('if it is unknown whether it was started, the verdict stays and an error says so', () =>
    scenario(MANY, async (on) => {
      const { xtc, simulator } = on
      const gate = { ...(await suspicious(on, 'xtc')), 'xtc-api-version': 'v1', confirm: '1' }
      simulator.faults.add(
        { match: { service: 'xtc', path: /\/runCopy$/ }, kind: 'reset-before', nth: 2 },
        { match: { service: 'xtc', path: /\/status$/ }, kind: 'delay', times: 1 },
      )
      const result = await xtc(gate)
      await expectUnconfirmed(result, 'It is unknown whether the test was started')
      expect(errorsIn(result.mainLog).join()).toContain('It is unknown whether the test was started')
      expect(simulator.xtc.runs).toHaveLength(2)
    }))

  test.each([
    ['no state any longer', /\/load-tests\/43\/status$/, 403, 'status 403'],
    ['no report', /\/load-tests\/43\/reports\//, 410, 'has no figures of requests'],
  ])('%s: the verdict is that of the first run and mentions the problem', (_, path, status, why) =>
    scenario(MANY, async (on) => {
      const { xtc, simulator, starts } = on
      const gate = { ...(await suspicious(on, 'xtc')), confirm: '2' }
      simulator.faults.add({ match: { service: 'xtc', path }, kind: 'status', status })
      const result = await xtc(gate)
      await expectUnconfirmed(result, why)
      // It fails once and is not repeated.
      expect(starts()).toHaveLength(3)
    }),
  )

  test('a busy service: when-busy applies to the confirming run too', () =>
    scenario(MANY, async (on) => {
      const { errthquake, simulator, starts } = on
      const gate = { ...(await suspicious(on, 'errthquake')), confirm: '1', 'when-busy': 'fail' }
      // The first run is over, and its log is all that main has.
      const crowd = (): object => {
        void startAnother(simulator)
        return {}
      }
      simulator.faults.add({ match: { path: /\/logs$/ }, kind: 'changed', nth: 1, change: crowd })
      await expectUnconfirmed(await errthquake(gate), 'Another run')
      // The third start is somebody else's.
      expect(starts()).toHaveLength(3)
      expect(simulator.errthquake.runs.filter(({ stoppedAtMs }) => stoppedAtMs !== undefined)).toEqual([])
    }))
})
