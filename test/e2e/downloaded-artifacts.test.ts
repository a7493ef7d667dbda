import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import * as yauzl from 'yauzl'
import { runAction, stepDirectory } from '../runner/run-action.ts'
import type { Simulator } from '../simulator/simulator.ts'
import { expectGate, jsonIn } from './gate-tools.ts'
import { scenario, type Scenario } from './scenario.ts'

const execute = promisify(execFile)
const script = join(import.meta.dirname, '..', 'runner', 'download-artifacts.ts')

/** Downloads with GitHub's own library, in a separate process; returns the folder. */
async function downloaded(
  { simulator, directory }: Scenario,
  folder: string,
  ...more: string[]
): Promise<string> {
  const path = join(directory, folder)
  await mkdir(path)
  const env = { ...simulator.environment(), GITHUB_WORKSPACE: directory }
  await execute(process.execPath, [script, path, ...more], { env })
  return path
}

function storedPath(simulator: Simulator, name: string): string {
  const stored = simulator.actions.artifact(name)?.finalized
  if (stored === undefined) throw new Error(`no artifact ${name}`)
  return stored.path
}

async function namesInZip(path: string): Promise<string[]> {
  const zip = await yauzl.openPromise(path, { lazyEntries: true })
  const names: string[] = []
  for await (const entry of zip.eachEntry()) names.push(entry.fileName)
  return names
}

/** The artifact with the small files, which is a ZIP. */
const isSmallFiles = (name: string): boolean => name.endsWith('.criteria')

/** Checks that each artifact is one file with its own name and the uploaded bytes. */
async function expectAsUploaded(simulator: Simulator, folder: string, names: string[]): Promise<void> {
  for (const name of names) {
    const file = isSmallFiles(name) ? `${name}.zip` : name
    expect(await readdir(join(folder, name))).toEqual([file])
    const stored = await readFile(storedPath(simulator, name))
    expect([name, stored.equals(await readFile(join(folder, name, file)))]).toEqual([name, true])
  }
}

async function expectJudged(directory: string, folder: string): Promise<void> {
  const result = await runAction({
    inputs: { mode: 'judge', 'output-directory': folder, criteria: 'requests.count == 300' },
    directory: stepDirectory(directory),
  })
  expectGate(result, 0, 'passed')
}

describe.concurrent('artifacts that a later job downloads', { timeout: 300_000 }, () => {
  test('logs.zip and the small files arrive as folders with their contents, every other file unchanged', () =>
    scenario({}, async (stage) => {
      const run = await stage.errthquake()
      const folder = await downloaded(stage, 'later', '*')
      const names = await readdir(folder)
      const logs = names.filter((name) => name.endsWith('logs.zip'))
      expect(logs).toHaveLength(1)
      const [name = ''] = logs
      expect(await readdir(join(folder, name))).toEqual(await namesInZip(storedPath(stage.simulator, name)))
      const small = names.filter(isSmallFiles)
      expect(small).toHaveLength(1)
      for (const file of ['criteria.json', 'run.json', 'metrics.json', 'summary.md']) {
        const arrived = await readFile(join(folder, small[0] ?? '', file))
        expect(arrived.equals(await readFile(join(run.outputs['output-directory'] ?? '', file)))).toBe(true)
      }
      const others = names.filter((one) => ![name, ...small].includes(one))
      expect(others).toHaveLength(2)
      await expectAsUploaded(stage.simulator, folder, others)
      await expectJudged(stage.directory, folder)
    }))

  test('with all, every file except logs.zip arrives unchanged', () =>
    scenario({}, async (stage) => {
      await stage.errthquake({ artifacts: 'all' })
      const folder = await downloaded(stage, 'later', '*')
      const others = (await readdir(folder)).filter((name) => !name.endsWith('logs.zip'))
      expect(others.length).toBeGreaterThan(5)
      await expectAsUploaded(stage.simulator, folder, others)
      await expectJudged(stage.directory, folder)
    }))

  test('a file that was missing is still known, with and without skip-decompress', () =>
    scenario({}, async (stage) => {
      const match = { path: /\/reports\/1\/archive/ }
      stage.simulator.faults.add({ match, kind: 'status', status: 410 })
      await stage.xtc({ 'fail-on': 'none' })
      for (const [folder, ...options] of [['plain'], ['skipped', '--skip-decompress']] as const) {
        const path = await downloaded(stage, folder, '*', ...options)
        const inputs = { mode: 'judge', 'output-directory': path, criteria: 'requests.count > 0' }
        const result = await runAction({ inputs, directory: stepDirectory(stage.directory) })
        const { missingFiles } = await jsonIn<{ missingFiles?: object[] }>(result, 'criteria.json')
        expect([folder, missingFiles]).toMatchObject([folder, [{ name: 'report.tar.gz' }]])
      }
    }))

  test('with skip-decompress, logs.zip arrives as the uploaded file', () =>
    scenario({}, async (stage) => {
      await stage.errthquake()
      const folder = await downloaded(stage, 'later', '*', '--skip-decompress')
      const names = await readdir(folder)
      expect(names.filter((name) => name.endsWith('logs.zip'))).toHaveLength(1)
      await expectAsUploaded(stage.simulator, folder, names)
      await expectJudged(stage.directory, folder)
    }))

  test('archives of XTC arrive unchanged, with and without skip-decompress', () =>
    scenario({}, async (stage) => {
      await stage.xtc({ artifacts: 'all' })
      for (const [folder, ...options] of [['plain'], ['skipped', '--skip-decompress']] as const) {
        const path = await downloaded(stage, folder, '*', ...options)
        const names = await readdir(path)
        expect(names.filter((name) => name.endsWith('.tar.gz'))).toHaveLength(2)
        await expectAsUploaded(stage.simulator, path, names)
      }
    }))

  test('the single artifact of the format zip arrives as its files, including logs.zip unchanged', () =>
    scenario({}, async (stage) => {
      const run = await stage.errthquake({ 'artifact-format': 'zip', 'artifact-name': 'everything' })
      const folder = await downloaded(stage, 'later', 'everything')
      const logs = await readFile(join(folder, 'logs.zip'))
      expect(logs.equals(await readFile(run.outputs['result-path'] ?? ''))).toBe(true)
      await expectJudged(stage.directory, folder)
    }))
})
