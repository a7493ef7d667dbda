import { readFileSync, rmSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { StepOptions } from '../runner/run-action.ts'
import { errorsIn, scenario } from './scenario.ts'

interface Broken {
  options: Partial<StepOptions>
  /** The content of the file when it was taken away. */
  held: () => string
}

/** A command file of the runner that is taken away as soon as `seen` matches the log. */
async function takenAway(
  directory: string,
  variable: string,
  seen: (log: string) => boolean,
): Promise<Broken> {
  await mkdir(join(directory, 'taken'), { recursive: true })
  const path = join(directory, 'taken', variable)
  await writeFile(path, '')
  let held = ''
  let log = ''
  const onOutput = (text: string): void => void (log += text)
  const onMain: StepOptions['onMain'] = (main) => {
    const timer = setInterval(() => {
      if (!seen(log)) return
      clearInterval(timer)
      held = readFileSync(path, 'utf8')
      rmSync(path)
    }, 5)
    main.once('exit', () => clearInterval(timer))
  }
  return { options: { environment: { [variable]: path }, onOutput, onMain }, held: () => held }
}

const after =
  (words: string) =>
  (log: string): boolean =>
    log.includes(words)

describe.concurrent('a runner that breaks', { timeout: 300_000 }, () => {
  test.each([
    ['while the run is active', 'Started XTC run', ''],
    ['when the run has ended', 'report.tar.gz: ', " Before that, the outcome was 'passed'"],
  ])('%s: the error names the run and its page, and is not reported as a bad input', (_name, words, until) =>
    scenario({}, async ({ xtc, directory, starts }) => {
      const broken = await takenAway(directory, 'GITHUB_OUTPUT', after(words))
      const result = await xtc({ artifacts: 'none' }, broken.options)
      expect(result.exitCode).toBe(1)
      expect(broken.held()).toMatch(/^run-id<<.*\n41\n/m)
      const error = errorsIn(result.mainLog).at(-1)
      expect(error).toContain('Something broke inside the action after the run had started')
      expect(error).toContain(until)
      expect(error).toMatch(/Run: 41\. Page: http:\/\/127\.0\.0\.1/)
      expect(result.log + result.summary).not.toMatch(/Nothing was started|bad.input/)
      expect(starts()).toHaveLength(1)
    }),
  )

  test('during the start request: main stops the run, although no state can be saved', () =>
    scenario({}, async ({ errthquake, directory, simulator, starts }) => {
      simulator.faults.add({
        match: { service: 'errthquake', path: /\/exec$/ },
        kind: 'delay',
        answerDelayMs: 1500,
      })
      const broken = await takenAway(directory, 'GITHUB_STATE', () => starts().length > 0)
      const result = await errthquake({ 'test-duration': '5m' }, broken.options)
      expect(result.exitCode).toBe(1)
      expect(broken.held()).toContain('intent')
      const runs = simulator.errthquake.runs.map(({ id }) => id)
      expect(runs).toHaveLength(1)
      expect(result.outputs).toMatchObject({ outcome: 'error', reason: 'internal', 'run-id': runs[0] })
      expect(errorsIn(result.mainLog)[0]).toContain('after the run had started')
      expect(simulator.errthquake.active).toEqual([])
    }))

  test('in mode start, where nobody else knows the run: post stops it', () =>
    scenario({}, async ({ errthquake, directory, simulator }) => {
      const broken = await takenAway(directory, 'GITHUB_OUTPUT', after('Started Errthquake run'))
      const result = await errthquake({ mode: 'start', 'test-duration': '5m' }, broken.options)
      expect(result.exitCode).toBe(1)
      expect(errorsIn(result.mainLog)[0]).toContain('the post step stops it')
      expect(result.postLog).toMatch(/no run is left active/)
      expect(simulator.errthquake.active).toEqual([])
    }))

  test('before anything was started: nothing is, and the action itself is the reason', () =>
    scenario({}, async ({ errthquake, starts }) => {
      const result = await errthquake({}, { environment: { GITHUB_STATE: join('/nowhere', 'state') } })
      expect(result.exitCode).toBe(1)
      expect(result.outputs).toMatchObject({ outcome: 'error', reason: 'internal' })
      expect(errorsIn(result.mainLog)[0]).toContain('before anything was started')
      expect(result.summary).toContain('Nothing was started')
      expect(starts()).toEqual([])
    }))
})
