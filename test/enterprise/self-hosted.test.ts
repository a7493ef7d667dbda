import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { artifactsOf, errorsIn, scenario } from '../e2e/scenario.ts'
import { runAction } from '../runner/run-action.ts'

/** Below a file no folder can be made, whoever asks: root may write anywhere else. */
const NOWHERE = process.platform === 'win32' ? 'C:\\Windows\\win.ini\\home' : '/dev/null/home'
const NO_HOME = { HOME: NOWHERE, USERPROFILE: NOWHERE }
const NO_TEMPORARY = { TMPDIR: NOWHERE, TEMP: NOWHERE, TMP: NOWHERE }

describe.concurrent('a self-hosted runner', () => {
  test('without a home or a temporary folder of the system needs neither, as long as RUNNER_TEMP is there', () =>
    scenario({}, async ({ errthquake, simulator }) => {
      const environment = { ...NO_HOME, ...NO_TEMPORARY }
      const result = await errthquake({}, { environment })
      expect(result.exitCode).toBe(0)
      expect(artifactsOf(result).length).toBeGreaterThan(4)
      expect(simulator.actions.cacheEntries.length).toBeGreaterThan(0)
    }))

  test.for([undefined, ''])('with RUNNER_TEMP %o takes the temporary folder of the system', (RUNNER_TEMP) =>
    scenario({}, async ({ errthquake, directory }) => {
      const own = join(directory, `system-temp-${RUNNER_TEMP === undefined}`)
      await mkdir(own)
      const temporary = { TMPDIR: own, TEMP: own, TMP: own }
      const environment = { ...NO_HOME, ...temporary, RUNNER_TEMP }
      const result = await errthquake({ mode: 'start' }, { environment })
      expect(result.exitCode).toBe(0)
      expect(await readdir(own)).toEqual(['load-test-gate'])
    }),
  )

  test('with nowhere to write says so, and starts nothing', () =>
    scenario({}, async ({ errthquake, simulator }) => {
      const environment = { ...NO_HOME, ...NO_TEMPORARY, RUNNER_TEMP: NOWHERE }
      const result = await errthquake({}, { environment })
      expect(result.exitCode).toBe(1)
      expect(result.outputs).toMatchObject({ outcome: 'error', reason: 'bad-input' })
      expect(errorsIn(result.log)).toEqual([
        expect.stringMatching(/load-test-gate.*: (it|a part|the file).*set output-directory to/),
      ])
      expect(simulator.record.entries).toEqual([])
    }))

  test('with nowhere to write but output-directory needs no more', () =>
    scenario({}, async ({ errthquake, directory }) => {
      const environment = { ...NO_HOME, ...NO_TEMPORARY, RUNNER_TEMP: NOWHERE }
      const files = join(directory, 'files')
      const result = await errthquake({ 'output-directory': files, baseline: 'branch' }, { environment })
      expect(result.exitCode).toBe(0)
      expect(existsSync(join(files, 'logs.zip'))).toBe(true)
      expect(errorsIn(result.log)).toEqual([])
    }))
})

describe.concurrent('a runner, or a stand-in for one, that takes', () => {
  const unset = { GITHUB_OUTPUT: undefined, GITHUB_STATE: undefined, GITHUB_STEP_SUMMARY: undefined }
  // A step whose outputs go to the log cannot pass through the scenario's watch over commands there.
  test('no files for outputs, state and summary: outputs go out as commands', () =>
    scenario({}, async ({ simulator, directory }) => {
      const result = await runAction({
        directory: join(directory, 'old-runner'),
        environment: { ...simulator.environment(), ...unset },
        inputs: {
          provider: 'errthquake',
          mode: 'start',
          'errthquake-url': simulator.errthquakeUrl,
          'errthquake-token': simulator.errthquake.token,
          'test-input': 'customers.csv',
          'test-config': 'checkout.yaml',
          'virtual-users': '20',
          'test-duration': '1s',
          region: 'eu-west-1',
        },
      })
      expect(result.exitCode).toBe(0)
      expect(errorsIn(result.log)).toEqual([])
      expect(result.mainLog).toMatch(/^::set-output name=run-id::\w+$/m)
      expect(result.mainLog).toMatch(/^::set-output name=outcome::started$/m)
      expect(result.mainLog).toMatch(/^::save-state name=\w+::/m)
    }))

  test.for([
    ['', 0],
    [NOWHERE, 1],
  ] as const)('a summary at "%s": the error before the start is told all the same', ([path, warnings]) =>
    scenario({}, async ({ errthquake, directory }) => {
      const environment = { GITHUB_STEP_SUMMARY: path }
      const result = await errthquake(
        { 'virtual-users': 'many' },
        { environment, directory: join(directory, 'own') },
      )
      expect(result.exitCode).toBe(1)
      expect(result.outputs).toMatchObject({ outcome: 'error', reason: 'bad-input' })
      expect(errorsIn(result.log)).toHaveLength(1)
      expect(result.log.match(/::warning::The job summary could not be written/g) ?? []).toHaveLength(
        warnings,
      )
      expect(await readFile(join(directory, 'own', 'command-output'), 'utf8')).toContain('bad-input')
    }),
  )
})
