import { cp, mkdir, readFile, symlink } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { StepOptions } from '../runner/run-action.ts'
import type { RuntimeTokenOptions } from '../simulator/actions-results.ts'
import type { Simulator } from '../simulator/simulator.ts'
import { errorsIn, scenario } from './scenario.ts'
import { expectGate, given, jsonIn, statusesOf, verdictOf, warningsIn } from './gate-tools.ts'

const COMPARED = 'requests.p95 <= baseline + 10%'
const BRANCH = { baseline: 'branch', criteria: COMPARED }

function kept(simulator: Simulator): string[] {
  return simulator.actions.cacheEntries
    .filter(({ key, finalized }) => finalized && key.includes('baseline'))
    .map(({ key }) => key)
}

/** The job of another branch or event, with the cache that GitHub gives it. */
function job(
  simulator: Simulator,
  token: RuntimeTokenOptions,
  variables: Record<string, string>,
): Partial<StepOptions> {
  const environment: Record<string, string> = { ...simulator.environment(token) }
  for (const [name, value] of Object.entries(variables)) environment[`GITHUB_${name}`] = value
  return { environment }
}

function pullRequest(simulator: Simulator, baseRef = 'main'): Partial<StepOptions> {
  return job(
    simulator,
    { ref: 'refs/pull/12/merge', baseRef: `refs/heads/${baseRef}` },
    {
      EVENT_NAME: 'pull_request',
      REF: 'refs/pull/12/merge',
      REF_NAME: '12/merge',
      HEAD_REF: 'faster',
      BASE_REF: baseRef,
    },
  )
}

const hasZstd = existsSync('/usr/bin/zstd')
if (!hasZstd) console.warn('No /usr/bin/zstd: keeping with it and finding without it is not tested.')

describe.concurrent('baseline: branch', { timeout: 300_000 }, () => {
  test('rejects a baseline with another revision of the test, and names the revision in the output', () =>
    scenario({}, async ({ xtc, simulator }) => {
      const first = await xtc(BRANCH)
      expect(first.outputs['revision']).toMatch(/^main\/7a95e2f/)
      simulator.xtc.shape.revision = 'main/0000001'
      const second = await xtc(BRANCH)
      expect(second.outputs['revision']).toBe('main/0000001')
      expectGate(second, 0, 'inconclusive', 'baseline')
      expect((await verdictOf(second)).baseline).toMatchObject({ status: 'refused' })
      expect(second.summary).toContain('main/0000001')
    }))

  test('is inconclusive on the first push and keeps it; the next push and a pull request compare with it', () =>
    scenario({}, async ({ xtc, simulator }) => {
      const first = await xtc(BRANCH)
      expectGate(first, 0, 'inconclusive', 'baseline')
      expect(kept(simulator)).toHaveLength(1)
      const second = await xtc(BRANCH)
      expectGate(second, 0, 'passed')
      expect((await verdictOf(second)).baseline).toMatchObject({
        from: 'branch',
        status: 'used',
        runId: '41',
      })
      expect(kept(simulator)).toHaveLength(2)
      // A slower application, in a pull request.
      simulator.xltData.slowness = 3
      const change = await xtc(BRANCH, pullRequest(simulator))
      expectGate(change, 1, 'failed', 'criteria')
      const { baseline } = await verdictOf(change)
      expect(baseline).toMatchObject({ status: 'used', runId: '42', commit: /^ffac537/ })
      expect(change.summary).toMatch(/run 42, commit ffac537\w*, .* old/)
      expect(change.summary).toContain('Compared with branch')
      expect(change.summary).toMatch(/\+\d+(\.\d+)? ?%/)
      expect((await jsonIn<{ run: { ids: string[] } }>(change, 'baseline.json')).run.ids).toEqual(['42'])
      expect(kept(simulator)).toHaveLength(2)
    }))

  test('a missing first baseline is said once, with who starts it, however many criteria need it', () =>
    scenario({}, async ({ errthquake, simulator }) => {
      const criteria = `${COMPARED}\nrequests["checkout"].p95 <= baseline + 10%`
      const first = await errthquake(
        { baseline: 'branch', criteria, comment: 'always' },
        {
          ...pullRequest(simulator),
          event: { repository: { full_name: 'acme/shop', private: true }, pull_request: { number: 12 } },
        },
      )
      expectGate(first, 0, 'inconclusive', 'baseline')
      const said = 'There is no baseline for branch main yet; the next run of main that passes starts it.'
      const times = (text = ''): number => text.split(said).length - 1
      const page = await readFile(first.outputs['page-path'] ?? '', 'utf8')
      expect(warningsIn(first.mainLog).filter((warning) => times(warning) > 0)).toHaveLength(1)
      const log = first.mainLog.replace(/^::.*\n/gm, '')
      const comment = simulator.github.comments[0]?.body.replace(/<!--[^]*?-->/g, '')
      expect([log, first.summary, page, comment].map(times)).toEqual([1, 1, 1, 1])
      const own = await errthquake({ baseline: 'branch', criteria })
      expect((await verdictOf(own)).baseline?.reason).toBe(
        'There is no baseline for branch main yet; this run starts it, unless it fails.',
      )
    }))

  test.each(['pull_request', 'pull_request_target', 'merge_group', 'issue_comment', 'workflow_run'])(
    'keeps nothing on %s',
    (event) =>
      scenario({}, async ({ errthquake, simulator }) => {
        const environment = { GITHUB_EVENT_NAME: event }
        expectGate(await errthquake({ baseline: 'branch' }, { environment }), 0, 'passed')
        expect(kept(simulator)).toEqual([])
      }),
  )

  test('does not use a failed run as baseline, and does not keep other doubtful runs at all', () =>
    scenario({}, async ({ errthquake, simulator }) => {
      expectGate(
        await errthquake({ baseline: 'branch', criteria: 'requests.p95 < 1ms' }),
        1,
        'failed',
        'criteria',
      )
      // It is one of the runs that make up the usual.
      expect(kept(simulator)).toHaveLength(1)
      const doubtful = { baseline: 'branch', criteria: 'valid: requests.count > 1000000' }
      expectGate(await errthquake(doubtful), 1, 'inconclusive', 'validity')
      expect(kept(simulator)).toHaveLength(1)
      const change = await errthquake(BRANCH, pullRequest(simulator))
      expectGate(change, 0, 'inconclusive', 'baseline')
      expect((await verdictOf(change)).baseline?.reason).toContain('none of its kept runs passed')
    }))

  test('reads the target of a merge queue, but on other branches not the baseline of the default branch', () =>
    scenario({}, async ({ errthquake, simulator }) => {
      await errthquake({ baseline: 'branch' })
      const queue = 'gh-readonly-queue/main/pr-12-0123456789abcdef0123456789abcdef01234567'
      const merge = { EVENT_NAME: 'merge_group', REF: `refs/heads/${queue}`, REF_NAME: queue }
      const token = { baseRef: 'refs/heads/main' }
      const queued = await errthquake(
        { baseline: 'branch', criteria: 'requests.count == baseline' },
        job(simulator, { ...token, ref: merge.REF }, merge),
      )
      expectGate(queued, 0, 'passed')
      const feature = { REF: 'refs/heads/feature', REF_NAME: 'feature' }
      const own = await errthquake(BRANCH, job(simulator, { ...token, ref: feature.REF }, feature))
      expectGate(own, 0, 'inconclusive', 'baseline')
      expect((await verdictOf(own)).baseline?.reason).toContain('no baseline for branch feature yet')
    }))

  test('rejects another load and names the difference', () =>
    scenario({}, async ({ errthquake }) => {
      await errthquake({ baseline: 'branch' })
      const result = await errthquake({ ...BRANCH, 'virtual-users': '30' })
      expectGate(result, 0, 'inconclusive', 'baseline')
      expect((await verdictOf(result)).baseline).toMatchObject({ status: 'refused' })
      expect(result.summary).toMatch(/virtual-users of .*eu-west-1.* is 30, and was 20/)
      expect(warningsIn(result.mainLog).join()).toContain('is 30, and was 20')
    }))

  test('ignores an entry that the credentials did not sign, with a warning', () =>
    scenario({}, async ({ errthquake, simulator }) => {
      await errthquake({ baseline: 'branch' })
      const entry = simulator.actions.cacheEntries.find(({ key }) => key.includes('baseline'))
      if (entry === undefined) throw new Error('nothing was kept')
      entry.key = entry.key.replace(/\..*$/, '.forged')
      const result = await errthquake(BRANCH)
      expectGate(result, 0, 'inconclusive', 'baseline')
      expect(warningsIn(result.mainLog).join()).toContain(
        'is not signed with these credentials and is ignored',
      )
    }))

  test('does not use entries of earlier versions, and replaces them', () =>
    scenario({}, async ({ errthquake, simulator }) => {
      await errthquake({ baseline: 'branch' })
      const entry = simulator.actions.cacheEntries.find(({ key }) => key.includes('baseline'))
      if (entry === undefined) throw new Error('nothing was kept')
      const step = /baseline-2-(\w+)-/.exec(entry.key)?.[1]
      const main = createHash('sha256').update('main').digest('hex').slice(0, 16)
      entry.key = `load-test-gate-baseline-1-${step}-${main}-77-1.Some_Signature`
      const result = await errthquake(BRANCH)
      expectGate(result, 0, 'inconclusive', 'baseline')
      expect((await verdictOf(result)).baseline).toMatchObject({
        status: 'missing',
        reason: expect.stringContaining('was kept by an earlier version of this action') as string,
      })
      expectGate(await errthquake({ ...BRANCH, criteria: 'requests.count == baseline' }), 0, 'passed')
    }))

  test('keeps baselines in a cache that converts keys to lower case', () =>
    scenario({ actions: { lowersCacheKeys: true } }, async ({ errthquake, simulator }) => {
      await errthquake({ baseline: 'branch' })
      const compared = { ...BRANCH, criteria: 'requests.count == baseline' }
      const { exitCode, outputs } = await errthquake(compared, pullRequest(simulator))
      expect({ exitCode, outcome: outputs['outcome'] }).toEqual({ exitCode: 0, outcome: 'passed' })
    }))

  test.runIf(hasZstd)('finds entries of machines with zstd on machines without, and vice versa', () =>
    scenario({}, async ({ errthquake, simulator, directory }) => {
      const PATH = join(directory, 'bin')
      await mkdir(PATH)
      for (const name of ['tar', 'gzip']) await symlink(`/usr/bin/${name}`, join(PATH, name))
      const without = { environment: { PATH } }
      const compared = { ...BRANCH, criteria: 'requests.count == baseline' }
      await errthquake({ baseline: 'branch' })
      expectGate(await errthquake(compared, without), 0, 'passed')
      const both = simulator.actions.cacheEntries.filter(({ key }) => key.includes('baseline'))
      expect(new Set(both.map(({ version }) => version)).size).toBe(2)
      simulator.actions.cacheEntries.splice(simulator.actions.cacheEntries.indexOf(both[0]!), 1)
      expectGate(await errthquake(compared), 0, 'passed')
    }),
  )

  test('is never decisive if the cache is missing or cannot be written', () =>
    scenario({}, async ({ errthquake, simulator }) => {
      const readOnly = await errthquake(BRANCH, {
        environment: simulator.environment({ readOnlyCache: true }),
      })
      expectGate(readOnly, 0, 'inconclusive', 'baseline')
      expect(readOnly.mainLog).toContain('not kept as a baseline: the cache did not accept it')
      const none = await errthquake(BRANCH, {
        environment: { ACTIONS_RUNTIME_TOKEN: '', ACTIONS_RESULTS_URL: '' },
      })
      expectGate(none, 0, 'inconclusive', 'baseline')
      expect(none.summary).toContain('the runner has no cache')
    }))
})

describe.concurrent('baseline: run and file', { timeout: 300_000 }, () => {
  test('run: downloads the report of an earlier XTC run, and keeps the data of this one separate', () =>
    scenario({}, async ({ xtc }) => {
      const first = await xtc()
      const result = await xtc({
        baseline: `run:${first.outputs['run-id']}`,
        criteria: 'requests.p95 <= baseline * 10\nrequests.p95 <= baseline * 0.1',
      })
      expectGate(result, 1, 'failed', 'criteria')
      expect(statusesOf(result)).toEqual({
        'requests.p95 <= baseline * 10': 'passed',
        'requests.p95 <= baseline * 0.1': 'failed',
      })
      expect((await verdictOf(result)).baseline).toMatchObject({
        from: 'run:41',
        status: 'used',
        runId: '41',
      })
      expect(result.outputs['report-path']).toBe(
        join(result.outputs['output-directory'] ?? '', 'report.tar.gz'),
      )
    }))

  test('run: works for Errthquake, even if the first response is lost', () =>
    scenario({}, async ({ errthquake, simulator }) => {
      const first = await errthquake()
      const id = first.outputs['run-id'] ?? ''
      const path = new RegExp(`/${id}$`)
      simulator.faults.add({ match: { service: 'errthquake', path }, times: 1, kind: 'status', status: 500 })
      const result = await errthquake({ baseline: `run:${id}`, criteria: 'requests.count == baseline' })
      expectGate(result, 0, 'passed')
      expect(result.summary).toContain('could not be verified')
    }))

  test.each([
    ['run:9999', 'xtc'],
    ['run:zzzzzzzz', 'errthquake'],
  ] as const)('%s, which %s does not know, stops the step before its start', (baseline, provider) =>
    scenario({}, async (on) => {
      const result = await on[provider]({ baseline, criteria: COMPARED })
      expectGate(result, 1, 'error', 'preflight')
      expect(errorsIn(result.mainLog)[0]).toContain(`Baseline ${baseline} does not exist`)
      expect(result.outputs['run-id'] ?? '').toBe('')
    }),
  )

  test('file: compares with the measurements of an earlier run, and reports what is unusable', () =>
    scenario({}, async ({ xtc, errthquake, directory }) => {
      const first = await xtc()
      const path = join(directory, 'kept.json')
      await cp(first.outputs['measurements-path'] ?? '', path)
      const compared = await xtc({ baseline: `file:${path}`, criteria: 'requests.count > baseline * 0.5' })
      expectGate(compared, 0, 'passed')
      const bent = await given(directory, 'bent.json', '{"schemaVersion": 7}')
      const folder = join(directory, 'folder')
      await given(folder, 'notes.txt', '')
      const told = [
        [path, 'is a run of xtc'],
        [bent, 'schemaVersion is 7'],
        ['/nowhere.json', 'there is no file /nowhere.json. '],
      ] as const
      for (const [file, why] of told) {
        const result = await errthquake({ baseline: `file:${file}`, criteria: COMPARED })
        expectGate(result, 1, 'error', 'preflight')
        expect(result.mainLog).toContain(why)
      }
      const none = await errthquake({ baseline: `file:${folder}`, criteria: COMPARED })
      expectGate(none, 0, 'inconclusive', 'baseline')
      expect((await verdictOf(none)).baseline?.reason).toContain('There are no measurements in')
    }))
})
