import { readFileSync, renameSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { preloaded } from '../attacks/loopback-server.ts'
import { errorsIn, scenario } from './scenario.ts'

interface Broken {
  environment: Record<string, string>
  /** Takes the file away, whoever may still write to it. */
  take: () => void
  /** The content of the file when it was taken away. */
  held: () => string
}

/** A command file of the runner, which can be taken away. */
async function breakable(directory: string, variable: string): Promise<Broken> {
  await mkdir(join(directory, 'taken'), { recursive: true })
  const path = join(directory, 'taken', variable)
  await writeFile(path, '')
  return {
    environment: { [variable]: path },
    take: () => renameSync(path, `${path}.held`),
    held: () => readFileSync(`${path}.held`, 'utf8'),
  }
}

/**
 * A command file that is taken away when main prints these words. Its own process does that, before it
 * continues: seen from outside, it might already have ended.
 */
async function takenAway(directory: string, variable: string, words: string): Promise<Broken> {
  const broken = await breakable(directory, variable)
  const path = JSON.stringify(broken.environment[variable])
  const taking = preloaded(`
import { existsSync, renameSync } from 'node:fs'
const write = process.stdout.write.bind(process.stdout)
process.stdout.write = (text, ...rest) => {
  const isWritten = write(text, ...rest)
  if (String(text).includes(${JSON.stringify(words)}) && existsSync(${path})) renameSync(${path}, ${path} + '.held')
  return isWritten
}
`)
  return { ...broken, environment: { ...broken.environment, ...taking } }
}

describe.concurrent('a runner that breaks', { timeout: 300_000 }, () => {
  test.each([
    ['while the run is active', 'Started XTC run', ''],
    ['when the run has ended', 'report.tar.gz: ', " Before that, the outcome was 'passed'"],
  ])('%s: the error names the run and its page, and is not reported as a bad input', (_name, words, until) =>
    scenario({}, async ({ xtc, directory, starts }) => {
      const broken = await takenAway(directory, 'GITHUB_OUTPUT', words)
      const { environment } = broken
      const result = await xtc({ artifacts: 'none' }, { environment })
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
    scenario({}, async ({ errthquake, directory, simulator }) => {
      const broken = await breakable(directory, 'GITHUB_STATE')
      simulator.faults.add({
        match: { service: 'errthquake', path: /\/exec$/ },
        kind: 'changed',
        // The service has started the test, and main has no response yet.
        change: () => {
          broken.take()
          return {}
        },
      })
      const { environment } = broken
      const result = await errthquake({ 'test-duration': '5m' }, { environment })
      expect(result.exitCode).toBe(1)
      expect(broken.held()).toContain('intent')
      const runs = simulator.errthquake.runs.map(({ id }) => id)
      expect(runs).toHaveLength(1)
      expect(result.outputs).toMatchObject({ outcome: 'error', reason: 'internal', 'run-id': runs[0] })
      expect(errorsIn(result.mainLog)[0]).toContain('after the run had started')
      expect(simulator.errthquake.unstopped).toEqual([])
    }))

  test('in mode start, where nobody else knows the run: post stops it', () =>
    scenario({}, async ({ errthquake, directory, simulator }) => {
      const broken = await takenAway(directory, 'GITHUB_OUTPUT', 'Started Errthquake run')
      const inputs = { mode: 'start', 'test-duration': '5m' }
      const result = await errthquake(inputs, { environment: broken.environment })
      expect(result.exitCode).toBe(1)
      expect(errorsIn(result.mainLog)[0]).toContain('the post step stops it')
      expect(result.postLog).toMatch(/no run is left active/)
      expect(simulator.errthquake.unstopped).toEqual([])
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
