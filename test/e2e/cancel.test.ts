import { describe, expect, test } from 'vitest'
import { preloaded } from '../attacks/loopback-server.ts'
import type { StepOptions } from '../runner/run-action.ts'
import type { Simulator } from '../simulator/simulator.ts'
import { errorsIn, scenario, withoutMasks } from './scenario.ts'

const LONG = { xtc: { run: { speed: 0.01 } }, errthquake: { run: { runMs: 600_000 } } }

/**
 * Long limits never end, such as the one of a request that hangs: then only the signal can end the step. How long
 * that may take is tested in virtual time, in test/faults.
 */
const environment = preloaded(`
const later = setTimeout
globalThis.setTimeout = (work, ms, ...rest) => later(work, ms < 10_000 ? ms : 2 ** 31 - 1, ...rest)
`)

/** The same, with the environment above. */
function endedOnlyBy(signal: Partial<StepOptions>): Partial<StepOptions> {
  return { ...signal, environment }
}

function seen(simulator: Simulator, service: 'xtc' | 'errthquake' | 'actions', path: RegExp): () => boolean {
  return () => simulator.record.of(service, undefined, path).length > 0
}

describe.concurrent('SIGINT', () => {
  test('before the start: nothing is started', () =>
    scenario(LONG, async ({ errthquake, simulator, starts, signalWhen }) => {
      simulator.faults.add({ match: { path: /\/hours$/ }, kind: 'hang' })
      const options = signalWhen(seen(simulator, 'errthquake', /\/hours$/), 'SIGINT')
      const result = await errthquake({}, endedOnlyBy(options))
      expect(result.outputs['outcome']).toBe('cancelled')
      expect(starts()).toEqual([])
      expect(withoutMasks(result.postLog)).toBe('')
    }))

  test('during the start request: its response is awaited, and the run is stopped', () =>
    scenario(LONG, async ({ errthquake, simulator, starts, signalWhen }) => {
      simulator.faults.add({ match: { path: /\/exec$/ }, kind: 'delay', answerDelayMs: 1000 })
      const result = await errthquake(
        {},
        signalWhen(() => simulator.errthquake.runs.length > 0, 'SIGINT'),
      )
      expect(result.outputs).toMatchObject({
        outcome: 'cancelled',
        'run-id': simulator.errthquake.runs[0]?.id,
      })
      expect(starts()).toHaveLength(1)
      expect(simulator.errthquake.unstopped).toEqual([])
    }))

  test('while waiting: main stops the Errthquake test, and post confirms it', () =>
    scenario(LONG, async ({ errthquake, simulator, starts, signalWhen }) => {
      const options = signalWhen(seen(simulator, 'errthquake', /^\/results\/[^/]+\/\w+$/), 'SIGINT')
      const result = await errthquake({}, endedOnlyBy(options))
      expect(result.outputs['outcome']).toBe('cancelled')
      expect(result.mainLog).toContain('was accepted')
      expect(result.postLog).toContain('no run is left active')
      expect(starts()).toHaveLength(1)
      expect(simulator.errthquake.runs.every(({ stoppedAtMs }) => stoppedAtMs !== undefined)).toBe(true)
    }))

  test('while waiting: XTC has no stop, so post names the run and its page', () =>
    scenario(LONG, async ({ xtc, simulator, starts, signalWhen }) => {
      const result = await xtc({}, signalWhen(seen(simulator, 'xtc', /\/41\/status$/), 'SIGINT'))
      expect(result.outputs).toMatchObject({ outcome: 'cancelled', 'run-id': '41' })
      expect(errorsIn(result.postLog)).toHaveLength(1)
      expect(result.postLog).toContain('run 41 is still active')
      expect(result.postLog).toContain('/load-tests/41')
      expect(starts()).toHaveLength(1)
    }))

  test('while collecting: the run has ended, so there is nothing to clean up', () =>
    scenario({}, async ({ errthquake, simulator, signalWhen }) => {
      simulator.faults.add({ match: { path: /\/logs$/ }, kind: 'hang' })
      const options = signalWhen(seen(simulator, 'errthquake', /\/logs$/), 'SIGINT')
      const result = await errthquake({}, endedOnlyBy(options))
      expect(result.outputs['outcome']).toBe('cancelled')
      expect(errorsIn(result.postLog)).toEqual([])
      expect(simulator.record.of('errthquake', 'PUT')).toEqual([])
    }))

  test('while uploading: the step ends at once', () =>
    scenario({}, async ({ errthquake, simulator, signalWhen }) => {
      simulator.faults.add({ match: { path: /CreateArtifact$/ }, kind: 'hang' })
      const options = signalWhen(seen(simulator, 'actions', /CreateArtifact$/), 'SIGINT')
      const result = await errthquake({}, endedOnlyBy(options))
      expect(result.outputs['outcome']).toBe('cancelled')
      expect(result.outputs['run-id']).toBe(simulator.errthquake.runs[0]?.id)
      expect(errorsIn(result.postLog)).toEqual([])
    }))

  test('with on-cancel leave: the run stays active and is named', () =>
    scenario(LONG, async ({ errthquake, simulator, signalWhen }) => {
      const options = signalWhen(seen(simulator, 'errthquake', /^\/results\/[^/]+\/\w+$/), 'SIGINT')
      const result = await errthquake({ 'on-cancel': 'leave' }, options)
      const id = simulator.errthquake.runs[0]?.id ?? ''
      expect(result.log).toContain(`run ${id} was left running, as set by on-cancel`)
      expect(simulator.errthquake.active).toHaveLength(1)
      expect(simulator.record.of('errthquake', 'PUT')).toEqual([])
    }))

  test('an attached run is stopped as well', () =>
    scenario(LONG, async ({ errthquake, simulator, starts, signalWhen }) => {
      const started = await errthquake({ mode: 'start' })
      // The step that started it polled once.
      const polls = () => simulator.record.of('errthquake', 'GET', /^\/results\/[^/]+\/\w{8}$/).length
      const options = signalWhen(() => polls() > 1, 'SIGINT')
      await errthquake({ mode: 'wait', 'run-id': started.outputs['run-id'] ?? '' }, options)
      expect(simulator.errthquake.runs.every(({ stoppedAtMs }) => stoppedAtMs !== undefined)).toBe(true)
      expect(starts()).toHaveLength(1)
    }))
})

describe.concurrent('SIGKILL', () => {
  test('while waiting: post stops what main left behind', () =>
    scenario(LONG, async ({ errthquake, simulator, starts, signalWhen }) => {
      const options = signalWhen(seen(simulator, 'errthquake', /^\/results\/[^/]+\/\w+$/), 'SIGKILL')
      const result = await errthquake({}, options)
      expect(result.exitCode).toBeNull()
      expect(result.outputs['run-id']).toBe(simulator.errthquake.runs[0]?.id)
      expect(result.postLog).toContain('no run is left active')
      expect(simulator.errthquake.unstopped).toEqual([])
      expect(starts()).toHaveLength(1)
    }))

  test('with on-cancel leave: post leaves the run active and names it', () =>
    scenario(LONG, async ({ errthquake, simulator, signalWhen }) => {
      const options = signalWhen(seen(simulator, 'errthquake', /^\/results\/[^/]+\/\w+$/), 'SIGKILL')
      const result = await errthquake({ 'on-cancel': 'leave' }, options)
      expect(result.postLog).toContain('was left running, as set by on-cancel')
      expect(simulator.errthquake.active).toHaveLength(1)
    }))

  test('before the response to the start: post finds the XTC copy by its marker and names it', () =>
    scenario(LONG, async ({ xtc, simulator, starts, signalWhen }) => {
      simulator.faults.add({
        match: { method: 'POST', path: /\/load-tests\/7$/ },
        kind: 'delay',
        answerDelayMs: 5000,
      })
      const result = await xtc(
        {},
        signalWhen(() => simulator.xtc.runs.length > 0, 'SIGKILL'),
      )
      expect(result.outputs['run-id']).toBeUndefined()
      expect(result.postLog).toContain('41')
      expect(errorsIn(result.postLog)).toHaveLength(1)
      expect(starts()).toHaveLength(1)
    }))

  test('before the response to the start: post names the Errthquake test that may be ours', () =>
    scenario(LONG, async ({ errthquake, simulator, starts, signalWhen }) => {
      simulator.faults.add({ match: { path: /\/exec$/ }, kind: 'delay', answerDelayMs: 5000 })
      const result = await errthquake(
        {},
        signalWhen(() => simulator.errthquake.runs.length > 0, 'SIGKILL'),
      )
      expect(result.postLog).toContain(simulator.errthquake.runs[0]?.id)
      expect(errorsIn(result.postLog)).toHaveLength(1)
      expect(starts()).toHaveLength(1)
    }))

  test('before anything was started: post has nothing to report', () =>
    scenario(LONG, async ({ errthquake, simulator, starts, signalWhen }) => {
      simulator.faults.add({ match: { path: /\/hours$/ }, kind: 'hang' })
      const options = signalWhen(seen(simulator, 'errthquake', /\/hours$/), 'SIGKILL')
      const result = await errthquake({}, options)
      expect(withoutMasks(result.postLog)).toBe('')
      expect(starts()).toEqual([])
    }))
})
