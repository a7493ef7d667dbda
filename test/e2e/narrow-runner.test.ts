import { describe, expect, test } from 'vitest'
import { errorsIn, scenario } from './scenario.ts'

const SHORT = { artifacts: 'none' }
const hasShell = process.platform === 'linux'
if (!hasShell) console.warn('Not on Linux: tests of what a runner does not allow are skipped.')

describe.skipIf(!hasShell)('a runner whose limits are too low', { timeout: 300_000 }, () => {
  test.each([
    ['ulimit -n 40; exec "$@"', /lets this step open only \d+ more files .*ulimit -n/],
    ['ulimit -f 100; exec "$@"', /allows no file larger than .*ulimit -f/],
    [
      'ulimit -f 1; exec "$@"',
      /(does not allow a file of this size|no file of this size|no file larger than).*ulimit -f/,
    ],
  ])('is reported before a test is paid for: %s', (launcher, words) =>
    scenario({}, async ({ errthquake, starts }) => {
      const result = await errthquake(SHORT, { launcher })
      expect(result.exitCode).toBe(1)
      expect(errorsIn(result.mainLog)).toEqual([expect.stringMatching(words)])
      expect(result.log).not.toMatch(/%0A\s+at /)
      expect(starts()).toEqual([])
    }),
  )

  test('causes a warning if files may have at most 5 MB', () =>
    scenario({}, async ({ errthquake }) => {
      const result = await errthquake(SHORT, { launcher: 'ulimit -f 5000; exec "$@"' })
      expect(result.outputs['outcome']).toBe('passed')
      expect(result.mainLog).toMatch(/^::warning::The runner allows no file larger than .*will be missing/m)
    }))
})

describe.skipIf(!hasShell)('a log that cannot be written', { timeout: 300_000 }, () => {
  test.each([
    ['on a full disk', 'exec "$@" > /dev/full 2>&1'],
    ['whose reader has ended', '"$@" 2>&1 | true; exit ${PIPESTATUS[0]}'],
  ])('%s affects neither outcome nor exit code', (_name, launcher) =>
    scenario({}, async ({ errthquake, simulator }) => {
      const passed = await errthquake({ ...SHORT, criteria: 'requests.p95 <= 60s' }, { launcher })
      expect(passed.exitCode).toBe(0)
      expect(passed.outputs['outcome']).toBe('passed')
      const failed = await errthquake({ ...SHORT, criteria: 'requests.p95 <= 1ms' }, { launcher })
      expect(failed.exitCode).toBe(1)
      expect(failed.outputs['outcome']).toBe('failed')
      expect(simulator.errthquake.active).toEqual([])
    }),
  )
})
