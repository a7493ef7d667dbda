import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { artifactsOf, errorsIn, scenario } from '../e2e/scenario.ts'

/** No folder can be created below a file, not even by root, which may write anywhere else. */
const NOWHERE = process.platform === 'win32' ? 'C:\\Windows\\win.ini\\home' : '/dev/null/home'
const NO_HOME = { HOME: NOWHERE, USERPROFILE: NOWHERE }
const NO_TEMPORARY = { TMPDIR: NOWHERE, TEMP: NOWHERE, TMP: NOWHERE }

describe.concurrent('a self-hosted runner', () => {
  test('needs no home or temporary folder of the system if RUNNER_TEMP is set', () =>
    scenario({}, async ({ errthquake, simulator }) => {
      const environment = { ...NO_HOME, ...NO_TEMPORARY }
      const result = await errthquake({}, { environment })
      expect(result.exitCode).toBe(0)
      expect(artifactsOf(result).length).toBeGreaterThan(3)
      expect(simulator.actions.cacheEntries.length).toBeGreaterThan(0)
    }))

  test.for([undefined, ''])('with RUNNER_TEMP %o uses the temporary folder of the system', (RUNNER_TEMP) =>
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

  test('that cannot write anywhere says so, and starts nothing', () =>
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

  test('needs no other folder if only output-directory can be written', () =>
    scenario({}, async ({ errthquake, directory }) => {
      const environment = { ...NO_HOME, ...NO_TEMPORARY, RUNNER_TEMP: NOWHERE }
      const files = join(directory, 'files')
      const result = await errthquake({ 'output-directory': files, baseline: 'branch' }, { environment })
      expect(result.exitCode).toBe(0)
      expect(existsSync(join(files, 'logs.zip'))).toBe(true)
      expect(errorsIn(result.log)).toEqual([])
    }))
})

describe.concurrent('a runner, or a replacement for one, without', () => {
  const unset = { GITHUB_OUTPUT: undefined, GITHUB_STATE: undefined, GITHUB_STEP_SUMMARY: undefined }
  test('files for outputs, state and summary says so once, and no retired command is written', () =>
    scenario({}, async ({ errthquake }) => {
      const result = await errthquake({ artifacts: 'none' }, { environment: unset })
      expect(result.exitCode).toBe(0)
      expect(errorsIn(result.log)).toEqual([])
      expect(result.log.match(/^::warning::The runner does not set .*/gm)).toEqual([
        expect.stringMatching(/GITHUB_OUTPUT and GITHUB_STATE: the step has no outputs, and a run that/),
      ])
      expect(result.log).not.toMatch(/::(set-output|save-state)/)
    }))

  test.for([
    ['', 0],
    [NOWHERE, 1],
  ] as const)('a summary at "%s": the error before the start is still reported', ([path, warnings]) =>
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
