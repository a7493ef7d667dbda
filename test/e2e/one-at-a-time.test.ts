import { describe, expect, test } from 'vitest'
import { errorsIn, scenario, withoutMasks } from './scenario.ts'

describe('when-busy', { timeout: 240_000 }, () => {
  test('lets three bundles run one after the other if they start at the same time', () =>
    scenario({ errthquake: { run: { pendingMs: 8000 } } }, async ({ errthquake, simulator }) => {
      const inputs = { 'when-busy': 'wait', 'poll-interval': '1s', criteria: '' }
      const results = await Promise.all([errthquake(inputs), errthquake(inputs), errthquake(inputs)])
      expect(results.map(({ outputs }) => outputs['outcome'])).toEqual(['passed', 'passed', 'passed'])
      const { errthquake: service } = simulator
      const spans = service.runs
        .map((run) => service.moment(run))
        .filter(({ startMs = 0, finishMs = 0 }) => finishMs > startMs)
        .sort((a, b) => (a.startMs ?? 0) - (b.startMs ?? 0))
      expect(spans).toHaveLength(3)
      for (const [index, span] of spans.slice(1).entries())
        expect(span.startMs).toBeGreaterThanOrEqual(spans[index]?.finishMs ?? Number.NaN)
      const log = results.map(({ mainLog }) => mainLog).join('\n')
      expect(log).toContain('Waiting for another run to finish')
      expect(results.map(({ postLog }) => withoutMasks(postLog))).toEqual(['', '', ''])
    }))

  test.each(['errthquake', 'xtc'] as const)('fail: %s starts nothing if another run is active', (name) =>
    scenario({ xtc: { run: { speed: 0.01 } } }, async (world) => {
      const first = await world[name]({
        mode: 'start',
        ...(name !== 'xtc' && { 'test-duration': '10m' }),
      })
      const started = world.starts().length
      const second = await world[name]({ 'when-busy': 'fail' })
      expect(second.outputs).toMatchObject({ outcome: 'error', reason: 'preflight' })
      expect(errorsIn(second.mainLog)[0]).toContain(first.outputs['run-id'])
      expect(errorsIn(second.mainLog)[0]).toContain('Nothing was started')
      expect(world.starts()).toHaveLength(started)
    }),
  )

  test('reports missing LOADTEST_LIST for XTC before anything is started', () =>
    scenario(
      {
        xtc: {
          credentials: [
            {
              scopes: [
                'LOADTEST_DETAILS',
                'LOADTEST_STATUS',
                'LOADTEST_COPY_RUN',
                'LOADTEST_REPORT_DOWNLOAD',
                'LOADTEST_RESULT_DOWNLOAD',
              ],
            },
          ],
        },
      },
      async ({ xtc, starts }) => {
        const result = await xtc({ 'when-busy': 'wait' })
        expect(result.outputs).toMatchObject({ outcome: 'error', reason: 'credentials' })
        expect(errorsIn(result.mainLog)[0]).toContain('LOADTEST_LIST')
        expect(starts()).toEqual([])
      },
    ))

  test('ends the step at once if it is cancelled while it waits, with nothing started', () =>
    scenario({}, async ({ errthquake, starts, simulator }) => {
      await errthquake({ mode: 'start', 'test-duration': '10m' })
      const result = await errthquake(
        { 'when-busy': 'wait' },
        {
          onMain: (main) => {
            main.stdout?.on('data', (text: string) => {
              if (text.includes('Waiting for another run')) main.kill('SIGINT')
            })
          },
        },
      )
      expect(result.outputs['outcome']).toBe('cancelled')
      expect(starts()).toHaveLength(1)
      expect(simulator.errthquake.active).toHaveLength(1)
    }))
})
