import { describe, expect, test } from 'vitest'
import type { StepOptions, StepResult } from '../runner/run-action.ts'
import type { Simulator } from '../simulator/simulator.ts'
import { errorsIn, scenario, withoutMasks } from './scenario.ts'
import { expectGate, firstLineOf, warningsIn } from './gate-tools.ts'

/** One attempt of the same workflow run. */
function attempt(
  simulator: Simulator,
  number: number,
  more: Record<string, string> = {},
): Partial<StepOptions> {
  const environment = { GITHUB_RUN_ID: '77', GITHUB_RUN_ATTEMPT: String(number), ...more }
  return { environment: { ...simulator.environment(), ...environment } }
}

const said = (result: StepResult): string => firstLineOf({ ...result, mainLog: withoutMasks(result.mainLog) })

/** A main step that dies without any output, together with its runner. */
function killed(options: Partial<StepOptions>, when: () => boolean): Partial<StepOptions> {
  return {
    ...options,
    post: false,
    onMain: (main) => {
      const timer = setInterval(() => {
        if (main.exitCode !== null || main.signalCode !== null) clearInterval(timer)
        else if (when()) {
          clearInterval(timer)
          main.kill('SIGKILL')
        }
      }, 10)
    },
  }
}

function notesOf(simulator: Simulator, event: string): number {
  return simulator.actions.cacheEntries.filter(
    ({ key, finalized }) => finalized && key.includes(`-${event}-`),
  ).length
}

describe.concurrent('a later attempt attaches', { timeout: 300_000 }, () => {
  test('to an active run: Errthquake, by the note', () => {
    let aheadMs = 0
    return scenario(
      { errthquakeNow: () => Date.now() + aheadMs },
      async ({ errthquake, simulator, starts }) => {
        const inputs = { 'test-duration': '10m', criteria: 'requests.p95 < 60s' }
        await errthquake(
          inputs,
          killed(attempt(simulator, 1), () => notesOf(simulator, 'started') > 0),
        )
        expect(simulator.errthquake.active).toHaveLength(1)
        // From now on, a test is over once it was seen active, however slow the machine is.
        simulator.faults.add({
          match: { service: 'errthquake', method: 'GET', path: /^\/results\/[^/]+\/\w+$/ },
          kind: 'changed',
          change: () => {
            aheadMs += 11 * 60_000
            return {}
          },
        })
        const second = await errthquake(inputs, attempt(simulator, 2))
        expectGate(second, 0, 'passed')
        expect(said(second)).toMatch(
          /^Attempt 2: attaching to run \w+ of attempt 1, which is still active\.$/,
        )
        expect(second.outputs['run-id']).toBe(simulator.errthquake.runs[0]?.id)
        expect(starts()).toHaveLength(1)
        // Now it was judged, so the third attempt starts a new run.
        const third = await errthquake(inputs, attempt(simulator, 3))
        expect(said(third)).toMatch(/was already judged \(passed\); a new one is started\.$/)
        expect(starts()).toHaveLength(2)
      },
    )
  })

  test('to a run that ended and was never judged: XTC, by the marker, even without a cache', () =>
    scenario({}, async ({ xtc, simulator, starts }) => {
      const none = { ACTIONS_RUNTIME_TOKEN: '', ACTIONS_RESULTS_URL: '' }
      const first = killed(
        attempt(simulator, 1, none),
        () => simulator.xtc.runs.length > 0 && simulator.xtc.active.length === 0,
      )
      await xtc({}, first)
      const second = await xtc({ criteria: 'requests.p95 < 60s' }, attempt(simulator, 2, none))
      expectGate(second, 0, 'passed')
      expect(said(second)).toContain(
        'attaching to run 41 of attempt 1, which finished by itself and was never judged',
      )
      expect(starts()).toHaveLength(1)
    }))

  test('in mode start of XTC, if the token can read the state', () =>
    scenario({ xtc: { run: { speed: 0.5 } } }, async ({ xtc, simulator, starts }) => {
      await xtc({ mode: 'start' }, attempt(simulator, 1))
      const second = await xtc({ mode: 'start' }, attempt(simulator, 2))
      expect(said(second)).toMatch(/attaching to run 41 of attempt 1/)
      expect(starts()).toHaveLength(1)
    }))

  test('with on-rerun: attach also to a judged run', () =>
    scenario({}, async ({ errthquake, simulator, starts }) => {
      expectGate(
        await errthquake({ criteria: 'requests.p95 < 1ms' }, attempt(simulator, 1)),
        1,
        'failed',
        'criteria',
      )
      const again = { 'on-rerun': 'attach', criteria: 'requests.p95 < 60s' }
      const second = await errthquake(again, attempt(simulator, 2))
      expectGate(second, 0, 'passed')
      expect(said(second)).toContain('as set by on-rerun')
      expect(starts()).toHaveLength(1)
    }))

  test('in mode start to the earlier run, until a step in mode wait has judged it', () =>
    scenario({}, async ({ errthquake, simulator, starts }) => {
      const first = await errthquake({ mode: 'start' }, attempt(simulator, 1))
      const id = first.outputs['run-id'] ?? ''
      const second = await errthquake({ mode: 'start' }, attempt(simulator, 2))
      expectGate(second, 0, 'started')
      expect(second.outputs['run-id']).toBe(id)
      expect(starts()).toHaveLength(1)
      const other = { GITHUB_ACTION: 'wait' }
      const waited = await errthquake({ mode: 'wait', 'run-id': id }, attempt(simulator, 2, other))
      expectGate(waited, 0, 'passed')
      const third = await errthquake({ mode: 'start' }, attempt(simulator, 3))
      expect(said(third)).toMatch(/was already judged \(passed\); a new one is started/)
      expect(third.outputs['run-id']).not.toBe(id)
      expect(starts()).toHaveLength(2)
    }))
})

test.concurrent('mode wait does not stop a run that mode start adopted', { timeout: 300_000 }, () =>
  scenario({}, async ({ errthquake, simulator, starts }) => {
    const long = { 'test-duration': '2m' }
    simulator.faults.add({ match: { path: /\/exec$/ }, kind: 'reset-after', times: 1 })
    const first = await errthquake({ ...long, mode: 'start' }, attempt(simulator, 1))
    expectGate(first, 0, 'started')
    expect(first.mainLog).toContain('Adopted the only new run that matches')
    const id = first.outputs['run-id'] ?? ''
    const other = attempt(simulator, 1, { GITHUB_ACTION: 'wait' })
    const waited = await errthquake({ mode: 'wait', 'run-id': id, timeout: '2s' }, other)
    expectGate(waited, 1, 'timed-out', 'timeout')
    expect(waited.mainLog).toContain(`Run ${id} was found after an unclear response to the start`)
    expect(errorsIn(waited.mainLog).join()).toContain('may belong to somebody else')
    expect(simulator.record.of('errthquake', 'PUT')).toEqual([])
    expect(starts()).toHaveLength(1)
  }),
)

describe.concurrent('a later attempt starts a new run', { timeout: 300_000 }, () => {
  test.each(['passed', 'failed'])('after one that %s', (outcome) =>
    scenario({}, async ({ xtc, simulator, starts }) => {
      const criteria = outcome === 'passed' ? 'requests.p95 < 60s' : 'requests.p95 < 1ms'
      expect((await xtc({ criteria }, attempt(simulator, 1))).outputs['outcome']).toBe(outcome)
      const second = await xtc({ criteria }, attempt(simulator, 2))
      expect(said(second)).toBe(
        `Attempt 2: run 41 of attempt 1 was already judged (${outcome}); a new one is started.`,
      )
      expect(second.outputs['run-id']).toBe('42')
      expect(starts()).toHaveLength(2)
    }),
  )

  test('after one that was cancelled, because post left a note of the stop', () =>
    scenario(
      { errthquake: { run: { runMs: 60_000 } } },
      async ({ errthquake, simulator, starts, signalWhen }) => {
        const cancel = signalWhen(() => notesOf(simulator, 'started') > 0, 'SIGINT')
        const first = await errthquake({ 'test-duration': '1m' }, { ...attempt(simulator, 1), ...cancel })
        expect(first.outputs['outcome']).toBe('cancelled')
        expect(simulator.errthquake.unstopped).toEqual([])
        expect(notesOf(simulator, 'stopped')).toBe(1)
        const options = {
          ...attempt(simulator, 2),
          ...signalWhen(() => simulator.errthquake.runs.length > 1, 'SIGINT'),
        }
        const second = await errthquake({ 'test-duration': '1m' }, options)
        expect(said(second)).toContain('was stopped by that attempt; a new one is started')
        expect(starts()).toHaveLength(2)
      },
    ))

  test('after one that ended with an error', () =>
    scenario({ xtc: { run: { finalState: 'ABORTED' } } }, async ({ xtc, simulator, starts }) => {
      simulator.faults.add({ match: { path: /\/reports\/1\// }, kind: 'status', status: 410 })
      const first = await xtc({ artifacts: 'none' }, attempt(simulator, 1))
      expectGate(first, 1, 'error', 'remote-aborted')
      const second = await xtc({ artifacts: 'none' }, attempt(simulator, 2))
      expect(said(second)).toContain('ended with an error; a new one is started')
      expect(starts()).toHaveLength(2)
    }))

  test('with on-rerun: start', () =>
    scenario({}, async ({ errthquake, simulator, starts }) => {
      await errthquake({ mode: 'start' }, attempt(simulator, 1))
      const second = await errthquake({ mode: 'start', 'on-rerun': 'start' }, attempt(simulator, 2))
      expect(said(second)).toBe('Attempt 2: a new run is started, as set by on-rerun.')
      expect(starts()).toHaveLength(2)
    }))

  test('for another matrix job, another step or another workflow run', () =>
    scenario({}, async ({ errthquake, simulator, starts }) => {
      await errthquake({ mode: 'start' }, { ...attempt(simulator, 1), matrix: { size: 'small' } })
      const others: Partial<StepOptions>[] = [
        { ...attempt(simulator, 2), matrix: { size: 'large' } },
        { ...attempt(simulator, 2, { GITHUB_ACTION: '__second' }), matrix: { size: 'small' } },
        { ...attempt(simulator, 2, { GITHUB_JOB: 'other' }), matrix: { size: 'small' } },
        { ...attempt(simulator, 2, { GITHUB_RUN_ID: '78' }), matrix: { size: 'small' } },
      ]
      for (const options of others) {
        const result = await errthquake({ mode: 'start' }, options)
        expect(said(result)).toBe('Attempt 2: no run of an earlier attempt is known; a new one is started.')
      }
      expect(starts()).toHaveLength(1 + others.length)
      const same = await errthquake(
        { mode: 'start' },
        { ...attempt(simulator, 2), matrix: { size: 'small' } },
      )
      expect(said(same)).toContain('attaching to run')
    }))
})

const NO_CACHE = { ACTIONS_RUNTIME_TOKEN: '', ACTIONS_RESULTS_URL: '' }

describe.concurrent('a later attempt that cannot see the first', { timeout: 300_000 }, () => {
  test.for<[string, Record<string, string>]>([
    ['XTC v2, whose list is rejected', { 'xtc-api-version': 'v2' }],
    ['XTC v1, whose list shows no marker', { 'xtc-api-version': 'v1' }],
  ])('ends with an error if there is no cache: %s', async ([_what, inputs]) =>
    scenario({}, async ({ xtc, simulator, starts }) => {
      await xtc({ ...inputs, mode: 'start' }, attempt(simulator, 1, NO_CACHE))
      simulator.faults.add({ match: { path: /\/load-tests$/ }, kind: 'status', status: 403 })
      const second = await xtc({ ...inputs, mode: 'start' }, attempt(simulator, 2, NO_CACHE))
      expectGate(second, 1, 'error', 'preflight')
      expect(errorsIn(second.mainLog).join()).toMatch(/cannot be determined.*set on-rerun to start/)
      expect(starts()).toHaveLength(1)
      const third = await xtc(
        { ...inputs, mode: 'start', 'on-rerun': 'start' },
        attempt(simulator, 3, NO_CACHE),
      )
      expectGate(third, 0, 'started')
      expect(starts()).toHaveLength(2)
    }),
  )

  test('ends with an error if the cache fails: Errthquake', () =>
    scenario({}, async ({ errthquake, simulator, starts }) => {
      await errthquake({ mode: 'start' }, attempt(simulator, 1))
      const body = JSON.stringify({ code: 'internal', msg: 'the cache is broken' })
      simulator.faults.add({
        match: { service: 'actions', path: /GetCacheEntryDownloadURL/ },
        kind: 'status',
        status: 400,
        body,
      })
      const second = await errthquake({ mode: 'start' }, attempt(simulator, 2))
      expectGate(second, 1, 'error', 'preflight')
      expect(errorsIn(second.mainLog).join()).toMatch(/cannot be determined.*set on-rerun to start/)
      expect(starts()).toHaveLength(1)
    }))

  test("attaches by the marker although the service's clock is behind: XTC", () =>
    scenario(
      { now: () => Date.now() - 10 * 60_000, xtc: { run: { speed: 0.3 } } },
      async ({ xtc, simulator, starts }) => {
        await xtc({ mode: 'start' }, attempt(simulator, 1))
        const second = await xtc({ mode: 'start' }, attempt(simulator, 2))
        expect(said(second)).toMatch(/attaching to run 41 of attempt 1/)
        expect(starts()).toHaveLength(1)
      },
    ))
})

describe.concurrent('notes', { timeout: 300_000 }, () => {
  test('are not needed with attach: nothing to attach to starts nothing', () =>
    scenario({}, async ({ errthquake, simulator, starts }) => {
      const result = await errthquake({ 'on-rerun': 'attach' }, attempt(simulator, 2))
      expectGate(result, 1, 'error', 'preflight')
      expect(errorsIn(result.mainLog)[0]).toContain('No run of an earlier attempt is known')
      expect(starts()).toEqual([])
    }))

  test('survive a cache that converts keys to lower case', () =>
    scenario({ actions: { lowersCacheKeys: true } }, async ({ errthquake, simulator, starts }) => {
      const first = await errthquake({ mode: 'start' }, attempt(simulator, 1))
      const second = await errthquake({ mode: 'start' }, attempt(simulator, 2))
      expect(second.outputs['run-id']).toBe(first.outputs['run-id'])
      expect(warningsIn(second.mainLog)).toEqual([])
      expect(starts()).toHaveLength(1)
    }))

  test('are ignored with a warning if other credentials signed them', () =>
    scenario({}, async ({ errthquake, simulator, starts }) => {
      await errthquake({ mode: 'start' }, attempt(simulator, 1))
      const note = simulator.actions.cacheEntries.find(({ key }) => key.includes('-started-'))
      if (note === undefined) throw new Error('no note was left')
      note.key = note.key.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
      const second = await errthquake({ mode: 'start' }, attempt(simulator, 2))
      expect(warningsIn(second.mainLog).join()).toContain(
        'is not signed with these credentials and is ignored',
      )
      expect(starts()).toHaveLength(2)
    }))

  test.each(['read-only', 'none', 'refused'])(
    'that cannot be saved (%s cache) are mentioned once, and are not decisive',
    (kind) =>
      scenario({}, async ({ errthquake, simulator }) => {
        const environment =
          kind === 'none'
            ? { ACTIONS_RUNTIME_TOKEN: '', ACTIONS_RESULTS_URL: '' }
            : simulator.environment({ readOnlyCache: kind === 'read-only' })
        if (kind === 'refused') {
          const body = JSON.stringify({ code: 'permission_denied', msg: 'cache write denied' })
          simulator.faults.add({ match: { path: /CreateCacheEntry/ }, kind: 'status', status: 403, body })
        }
        const result = await errthquake({}, { environment: { ...environment, GITHUB_RUN_ID: '77' } })
        expectGate(result, 0, 'passed')
        const lines = result.mainLog
          .split('\n')
          .filter((line) => line.includes('a re-run may start a second test'))
        expect(lines).toHaveLength(1)
      }),
  )
})
