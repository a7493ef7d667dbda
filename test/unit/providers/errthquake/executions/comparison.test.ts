import { expect, test } from 'vitest'
import { formerEnd } from '../../../../../src/step/judge/former-facts.ts'
import type { RunFacts } from '../../../../../src/measurements/model.ts'
import { errthquakeFiles } from '../../../../../src/providers/errthquake/files.ts'
import { errthquakeComparison } from '../../../../../src/providers/errthquake/executions/comparison.ts'
import { differencesFrom } from '../../../../../src/verdict/comparable-baseline.ts'

const seen = (virtualUsers: number, lastedMs: number, type?: string): RunFacts => ({
  provider: 'errthquake',
  ids: ['a'],
  observed: [{ virtualUsers, lastedMs }],
  ...(type !== undefined && { loadProfile: [{ name: 'eu', settings: [['test-type', type]] }] }),
})

test.each([
  ['the plan is unknown, and the users differ', seen(10, 6e4), seen(1000, 6e4), 1],
  ['about the same length', seen(10, 6e4, 'duration'), seen(10, 61e3), 0],
  ['another length', seen(10, 6e4, 'duration'), seen(10, 9e4), 1],
  ['a slower benchmark', seen(10, 9e4, 'benchmark'), seen(10, 6e4), 0],
  ['an interactive one', seen(10, 9e4, 'interactive'), seen(10, 6e4), 0],
  ['only the baseline is planned', seen(10, 6e4), seen(10, 6e4, 'duration'), 0],
] as const)('%s', (_what, run, baseline, differences) => {
  const aligned = errthquakeComparison(run, baseline)
  expect(differencesFrom(aligned.run, aligned.baseline)).toHaveLength(differences)
})

test('both planned, or nothing observed: unchanged', () => {
  const planned = seen(10, 6e4, 'duration')
  expect(errthquakeComparison(planned, planned)).toEqual({ run: planned, baseline: planned, notes: [] })
  const { observed: _gone, ...bare } = seen(10, 6e4)
  expect(errthquakeComparison(planned, bare).baseline).toBe(bare)
})

test('the end of a run is read back', () => {
  const failure = { reason: 'timeout', message: 'too long.' } as const
  const facts = { ...seen(10, 6e4), state: 'complete' }
  expect(formerEnd(errthquakeFiles, { ...facts, failure, endedEarly: 'Early.' })).toEqual({
    failure,
    endedEarly: 'Early.',
  })
  expect(formerEnd(errthquakeFiles, facts)).toEqual({})
  expect(formerEnd(errthquakeFiles, { ...facts, state: 'failed' }).failure?.reason).toBe('remote-failed')
})
