import { expect, test } from 'vitest'
import { errorsIn, scenario } from './scenario.ts'

test('the bundle rejects a run that would cost too much before anything is started', () =>
  scenario({}, async ({ errthquake, starts }) => {
    const result = await errthquake({ 'test-duration': '10m', 'max-minutes': '9' })
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({ outcome: 'error', reason: 'preflight', 'planned-minutes': '10' })
    expect(errorsIn(result.mainLog)[0]).toContain('The run would cost 10 minutes')
    expect(starts()).toEqual([])
  }))

test('the bundle stops a run that takes too long', async () => {
  let aheadMs = 0
  const now = (): number => Date.now() + aheadMs
  await scenario(
    { now, errthquake: { run: { benchmarkMs: 3_600_000 } } },
    async ({ errthquake, simulator }) => {
      const benchmark = { 'test-type': 'benchmark', 'test-duration': '' }
      const started = await errthquake({ ...benchmark, mode: 'start' })
      const [run] = simulator.errthquake.runs
      expect(started.outputs).toMatchObject({ outcome: 'started', 'run-id': run?.id })
      aheadMs = 5 * 60_000
      const result = await errthquake({
        ...benchmark,
        mode: 'wait',
        'run-id': run?.id ?? '',
        'max-minutes': '4',
      })
      expect(result.outputs).toMatchObject({ outcome: 'timed-out', reason: 'timeout' })
      expect(result.mainLog).toContain('more than the 4 minutes that max-minutes allows')
      expect(simulator.errthquake.active).toEqual([])
      expect(result.outputs['result-path']).toMatch(/logs\.zip$/)
    },
  )
})
