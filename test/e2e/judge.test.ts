import { createReadStream, createWriteStream } from 'node:fs'
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { describe, expect, test } from 'vitest'
import * as yauzl from 'yauzl'
import { runAction, stepDirectory, type StepResult } from '../runner/run-action.ts'
import type { Simulator } from '../simulator/simulator.ts'
import { errorsIn, scenario } from './scenario.ts'
import { expectGate, jsonIn, statusesOf, verdictOf } from './gate-tools.ts'

/** Mode judge as in a later job: without provider, credentials or service. */
async function judged(
  parent: string,
  directory: string,
  inputs: Record<string, string> = {},
): Promise<StepResult> {
  return await runAction({
    inputs: { mode: 'judge', 'output-directory': directory, ...inputs },
    directory: stepDirectory(parent),
  })
}

/**
 * Downloads like actions/download-artifact: one folder per artifact, with ZIP content unpacked, even if raw.
 */
async function download(simulator: Simulator, target: string): Promise<void> {
  for (const { name, finalized } of simulator.actions.artifacts) {
    if (finalized === undefined) continue
    const folder = join(target, name)
    await mkdir(folder, { recursive: true })
    const zipped = name.endsWith('.zip') || !/\.(gz|json|xml|md|html)$/.test(name)
    if (zipped) await unpack(finalized.path, folder)
    else await cp(finalized.path, join(folder, name))
  }
}

async function unpack(path: string, folder: string): Promise<void> {
  const zip = await yauzl.openPromise(path, { lazyEntries: true })
  for await (const entry of zip.eachEntry()) {
    const target = join(folder, entry.fileName)
    await mkdir(dirname(target), { recursive: true })
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target))
  }
}

describe.concurrent('mode judge', { timeout: 300_000 }, () => {
  test('judges the unchanged directory of an XTC run: same verdict, other criteria, no request', () =>
    scenario({}, async ({ xtc, simulator, directory }) => {
      const criteria = 'requests.p95 < 60s\nactions.p97.5 < 60s\nraw-requests.p42 < 60s'
      const run = await xtc({ criteria })
      const own = run.outputs['output-directory'] ?? ''
      const before = await readdir(own)
      simulator.record.clear()
      const same = await judged(directory, own, { criteria })
      expectGate(same, 0, 'passed')
      expect(same.outputs['criteria']).toBe(run.outputs['criteria'])
      expect(same.outputs).toMatchObject({ 'run-id': '41', artifacts: '[]', 'output-directory': own })
      for (const name of ['started-at', 'state', 'report-path', 'measurements-path'] as const)
        expect(same.outputs[name]).toBe(run.outputs[name])
      const other = await judged(directory, own, { criteria: 'requests.p95 < 1ms', provider: 'xtc' })
      expectGate(other, 1, 'failed', 'criteria')
      expect((await verdictOf(other)).criteria).toHaveLength(1)
      expect(await readdir(own)).toEqual(before)
      expect(simulator.record.entries).toEqual([])
    }))

  test('knows which files the run could not collect, and fail-on collect still fails for them', () =>
    scenario({}, async ({ xtc, errthquake, simulator, directory }) => {
      simulator.faults.add(
        { match: { path: /\/reports\/1\/archive/ }, kind: 'status', status: 410 },
        { match: { path: /\/logs$/ }, kind: 'status', status: 403, nth: 1 },
      )
      const runs = [await xtc(), await errthquake({ region: 'eu-west-1,us-east-1' })]
      for (const run of runs) {
        expectGate(run, 0, 'passed')
        const own = run.outputs['output-directory'] ?? ''
        // Twice, because judging leaves its own verdict.
        for (const again of [1, 2]) {
          const strict = await judged(directory, own, { 'fail-on': 'collect' })
          expect([again, strict.outputs['outcome'], strict.exitCode]).toEqual([again, 'passed', 1])
          expect((await verdictOf(strict)).message).toContain('files are missing')
        }
        expectGate(await judged(directory, own), 0, 'passed')
      }
    }))

  test('judges the files alone, without the earlier measurements', () =>
    scenario({}, async ({ xtc, errthquake, directory }) => {
      const run = await xtc()
      const own = run.outputs['output-directory'] ?? ''
      await rm(join(own, 'measurements.json'))
      const criteria = 'requests.p95 < 60s\nactions.p97.5 < 60s\nraw-requests.p42 < 60s'
      expectGate(await judged(directory, own, { criteria }), 0, 'passed')
      await rm(join(own, 'result.tar.gz'))
      await rm(join(own, 'measurements.json'))
      const less = await judged(directory, own, { criteria })
      expectGate(less, 1, 'inconclusive', 'validity')
      expect(statusesOf(less)).toMatchObject({
        'requests.p95 < 60s': 'passed',
        'raw-requests.p42 < 60s': 'inconclusive',
      })
      const logs = (await errthquake()).outputs['output-directory'] ?? ''
      await rm(join(logs, 'measurements.json'))
      expectGate(await judged(directory, logs, { criteria: 'requests.count == 300' }), 0, 'passed')
    }))

  test('judges downloaded raw artifacts of XTC, even if only the measurements were kept', () =>
    scenario({}, async ({ xtc, simulator, directory }) => {
      const run = await xtc()
      const target = join(directory, 'downloaded')
      await download(simulator, target)
      await cp(run.outputs['output-directory'] ?? '', join(directory, 'kept'), { recursive: true })
      simulator.record.clear()
      const criteria = 'requests.p95 < 60s\nraw-requests.p42 < 60s'
      const result = await judged(directory, target, { criteria })
      expectGate(result, 0, 'passed')
      expect(result.outputs['report-path']).toContain('load-test-xtc-41.report.tar.gz')
      const kept = join(directory, 'kept')
      for (const name of await readdir(kept))
        if (name !== 'measurements.json') await rm(join(kept, name), { recursive: true })
      expectGate(await judged(directory, kept, { criteria }), 0, 'passed')
      expect(simulator.record.entries).toEqual([])
    }))

  test('judges downloaded raw artifacts of several Errthquake executions, whose ZIPs arrive unpacked', () =>
    scenario({}, async ({ errthquake, simulator, directory }) => {
      const criteria =
        'requests.count == 600\nrequests["eu-west-1/checkout"].p95 < 60s\nagents["us-east-1"].cpu-max <= 100%'
      const run = await errthquake({ region: 'eu-west-1,us-east-1', criteria })
      expectGate(run, 0, 'passed')
      const target = join(directory, 'downloaded')
      await download(simulator, target)
      const result = await judged(directory, target, { criteria })
      expectGate(result, 0, 'passed')
      expect(result.outputs['criteria']).toBe(run.outputs['criteria'])
      // Its own copy of the measurements does not count as another run.
      expectGate(await judged(directory, target, { criteria }), 0, 'passed')
      // Without measurements, the executions are distinguished by the ids in the logs' names.
      for (const name of await readdir(target)) {
        if (!name.endsWith('logs.zip')) await rm(join(target, name), { recursive: true })
      }
      const alone = await judged(directory, target, { criteria: 'requests.count == 600' })
      expectGate(alone, 0, 'passed')
    }))

  test('judges the unpacked artifact of the format zip', () =>
    scenario({}, async ({ errthquake, simulator, directory }) => {
      await errthquake({ region: 'eu-west-1,us-east-1', 'artifact-format': 'zip' })
      const target = join(directory, 'downloaded')
      await download(simulator, target)
      const artifacts = await readdir(target)
      expect(artifacts).toHaveLength(1)
      expect(await readdir(join(target, artifacts[0] ?? ''))).toContain('criteria.json')
      const criteria = 'requests["us-east-1/checkout"].p95 < 60s\nrequests.count == 600'
      expectGate(await judged(directory, target, { criteria }), 0, 'passed')
      for (const name of await readdir(target, { recursive: true }))
        if (name.endsWith('measurements.json')) await rm(join(target, name))
      expectGate(await judged(directory, target, { criteria: 'requests.count == 600' }), 0, 'passed')
    }))

  test('judges a single logs.csv', () =>
    scenario({}, async ({ errthquake, directory }) => {
      const run = await errthquake()
      const target = join(directory, 'only')
      await mkdir(target)
      await unpack(run.outputs['result-path'] ?? '', join(target))
      const [csv] = await readdir(target)
      await pipeline(createReadStream(join(target, csv ?? '')), createWriteStream(join(target, 'logs.csv')))
      await rm(join(target, csv ?? ''))
      expect(await readdir(target)).toEqual(['logs.csv'])
      expectGate(await judged(directory, target, { criteria: 'requests.count == 300' }), 0, 'passed')
    }))

  test('compares with the baseline that is there, and with another', () =>
    scenario({}, async ({ xtc, simulator, directory }) => {
      const first = await xtc()
      const run = await xtc({ baseline: 'run:41', criteria: 'warn: requests.p95 <= baseline' })
      const own = run.outputs['output-directory'] ?? ''
      simulator.record.clear()
      const criteria = 'requests.p95 <= baseline * 0.1'
      const result = await judged(directory, own, { criteria })
      expectGate(result, 1, 'failed', 'criteria')
      expect((await verdictOf(result)).baseline).toMatchObject({ status: 'used', runId: '41' })
      const file = `file:${own}/measurements.json`
      const same = { criteria: 'requests.p95 == baseline', baseline: file }
      expectGate(await judged(directory, own, same), 0, 'passed')
      expect(first.outputs['run-id']).toBe('41')
      expect(simulator.record.entries).toEqual([])
    }))

  test('judges an Errthquake run with its own baseline, and reports a bad end from run.json without measurements', () =>
    scenario({}, async ({ errthquake, directory }) => {
      const first = await errthquake()
      const criteria = 'requests.count == baseline'
      const run = await errthquake({ baseline: `run:${first.outputs['run-id']}`, criteria })
      expectGate(run, 0, 'passed')
      const own = run.outputs['output-directory'] ?? ''
      const same = await judged(directory, own, { criteria })
      expectGate(same, 0, 'passed')
      expect((await verdictOf(same)).baseline).toMatchObject({ status: 'used' })
      const document = await jsonIn<Record<string, unknown>>(run, 'run.json')
      await writeFile(join(own, 'run.json'), JSON.stringify({ ...document, 'test-failed': true }))
      await rm(join(own, 'measurements.json'))
      const failed = await judged(directory, own, { criteria: 'requests.count == 300' })
      expectGate(failed, 1, 'error', 'remote-failed')
      // The earlier judgment has written it down.
      await rm(join(own, 'run.json'))
      const again = await judged(directory, own, { criteria: 'requests.count == 300' })
      expectGate(again, 1, 'error', 'remote-failed')
    }))

  test('still reports an aborted run as an error', () =>
    scenario({ xtc: { run: { finalState: 'ABORTED' } } }, async ({ xtc, simulator, directory }) => {
      simulator.faults.add({ match: { path: /\/reports\/1\// }, kind: 'status', status: 410 })
      const run = await xtc({ artifacts: 'none' })
      expectGate(run, 1, 'error', 'remote-aborted')
      const again = await judged(directory, run.outputs['output-directory'] ?? '', {
        criteria: 'actions.p95 < 60s',
      })
      expectGate(again, 1, 'error', 'remote-aborted')
      expect(again.outputs['state']).toBe('ABORTED')
    }))

  test('uploads artifacts if they are named', () =>
    scenario({}, async ({ xtc, simulator }) => {
      const run = await xtc({ artifacts: 'none' })
      const own = run.outputs['output-directory'] ?? ''
      const inputs = {
        mode: 'judge',
        'output-directory': own,
        artifacts: 'summary',
        criteria: 'requests.p95 < 60s',
      }
      expectGate(await xtc(inputs), 0, 'passed')
      expect(simulator.actions.artifacts.map(({ name }) => name)).toContain('load-test-xtc-41.criteria.json')
    }))
})

describe.concurrent('mode judge rejects', { timeout: 300_000 }, () => {
  test('a missing folder, an empty one, one with two runs, and faulty criteria', () =>
    scenario({}, async ({ xtc, errthquake, directory }) => {
      const empty = join(directory, 'empty')
      await mkdir(empty)
      const two = join(directory, 'two')
      const first = await xtc()
      await cp(first.outputs['output-directory'] ?? '', join(two, 'a'), { recursive: true })
      await cp(first.outputs['output-directory'] ?? '', join(two, 'b'), { recursive: true })
      const mixed = join(directory, 'mixed')
      const other = await errthquake()
      await cp(first.outputs['report-path'] ?? '', join(mixed, 'report.tar.gz'))
      await cp(other.outputs['result-path'] ?? '', join(mixed, 'logs.zip'))
      const cases: [string, string, Record<string, string>?][] = [
        ['', "'output-directory' is required"],
        ['/nowhere/at/all', 'there is no such folder'],
        [empty, 'There is nothing to judge'],
        [two, 'several runs'],
        [mixed, 'several runs'],
        [join(two, 'a'), "'provider' is errthquake", { provider: 'errthquake' }],
        [join(two, 'a'), "'baseline' must be file", { baseline: 'branch' }],
        [join(two, 'a'), 'A limit is missing', { criteria: 'requests.p95 <' }],
      ]
      for (const [folder, why, inputs] of cases) {
        const result = await judged(directory, folder, inputs)
        expectGate(result, 1, 'error', 'bad-input')
        expect(errorsIn(result.mainLog)).toHaveLength(1)
        expect(errorsIn(result.mainLog)[0]).toContain(why)
      }
      expect(await jsonIn<object>(first, 'criteria.json')).toBeDefined()
    }))
})
