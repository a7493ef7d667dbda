import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { readActionFile, type StepResult } from '../runner/run-action.ts'
import { errorsIn, scenario, withoutMasks } from './scenario.ts'

function expectOutcome(result: StepResult, exitCode: 0 | 1, outcome: string, reason = ''): void {
  expect(result.outputs).toMatchObject({ outcome, reason })
  expect(result.exitCode).toBe(exitCode)
  expect(errorsIn(result.mainLog)).toHaveLength(exitCode)
}

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

describe.concurrent('XTC', () => {
  test.each(['v1', 'v2'])('run with API %s: outputs, summary, one start', (version) =>
    scenario({}, async ({ xtc, starts, simulator }) => {
      const result = await xtc({ 'xtc-api-version': version })
      expectOutcome(result, 0, 'passed')
      const page = `${simulator.xtcUrl}/orgs/acme/projects/shop/load-tests/41`
      expect(result.outputs).toMatchObject({
        'run-id': '41',
        state: 'FINISHED',
        'started-at': expect.stringMatching(ISO),
        'finished-at': expect.stringMatching(ISO),
        'duration-seconds': expect.stringMatching(/^\d+$/),
        'report-path': `${result.outputs['output-directory']}/report.tar.gz`,
        'result-path': `${result.outputs['output-directory']}/result.tar.gz`,
        'report-artifact-id': expect.stringMatching(/^\d+$/),
        'result-artifact-id': expect.stringMatching(/^\d+$/),
        'report-artifact-url': expect.stringMatching(/^https:\/\/github\.com\/acme\/shop\/actions\/runs\//),
        'result-artifact-url': expect.stringMatching(/^https:\/\/github\.com\/acme\/shop\/actions\/runs\//),
      })
      expect(result.outputs['run-url'] ?? '').toBe(version === 'v2' ? page : '')
      expect(result.summary).toMatch(/✅ Passed/)
      expect(starts()).toHaveLength(1)
      expect(simulator.xtc.active).toEqual([])
      expect(withoutMasks(result.postLog)).toBe('')
      expect(Object.keys(readActionFile().outputs)).toEqual(
        expect.arrayContaining(Object.keys(result.outputs)),
      )
    }),
  )

  test('start returns the id and ends while the run is active, and post leaves it alone', () =>
    scenario({ xtc: { run: { speed: 0.01 } } }, async ({ xtc, starts, simulator }) => {
      const result = await xtc({ mode: 'start' })
      expectOutcome(result, 0, 'started')
      expect(result.outputs['run-id']).toBe('41')
      expect(simulator.xtc.active).toHaveLength(1)
      expect(starts()).toHaveLength(1)
      expect(withoutMasks(result.postLog)).toBe('')
    }))

  test('wait attaches to the run of start, and starts nothing', () =>
    scenario({}, async ({ xtc, starts }) => {
      const started = await xtc({ mode: 'start' })
      const result = await xtc({
        mode: 'wait',
        'run-id': started.outputs['run-id'] ?? '',
        'xtc-load-test': '',
      })
      expectOutcome(result, 0, 'passed')
      expect(result.outputs).toMatchObject({ 'run-id': '41', state: 'FINISHED' })
      expect(starts()).toHaveLength(1)
    }))

  test('check starts nothing', () =>
    scenario({}, async ({ xtc, starts, simulator }) => {
      const result = await xtc({ mode: 'check' })
      expectOutcome(result, 0, 'passed')
      expect(result.outputs['run-id']).toBeUndefined()
      expect(starts()).toEqual([])
      expect(simulator.actions.artifacts).toEqual([])
    }))

  test('an aborted run fails the step with its state and still collects what exists', () =>
    scenario({ xtc: { run: { finalState: 'ABORTED' } } }, async ({ xtc, starts, simulator }) => {
      simulator.faults.add({ match: { path: /\/reports\/1\// }, kind: 'status', status: 410 })
      const result = await xtc()
      expectOutcome(result, 1, 'error', 'remote-aborted')
      expect(result.outputs['state']).toBe('ABORTED')
      expect(result.outputs['result-path']).toMatch(/result\.tar\.gz$/)
      expect(result.outputs['result-artifact-id']).toMatch(/^\d+$/)
      expect(result.outputs['report-path']).toBeUndefined()
      expect(starts()).toHaveLength(1)
    }))
})

describe.concurrent('Errthquake', () => {
  test('run: outputs, summary, one start', () =>
    scenario({}, async ({ errthquake, starts, simulator }) => {
      const result = await errthquake()
      expectOutcome(result, 0, 'passed')
      const [run] = simulator.errthquake.runs
      expect(result.outputs).toMatchObject({
        'run-id': run?.id,
        state: 'complete',
        'started-at': expect.stringMatching(ISO),
        'finished-at': expect.stringMatching(ISO),
        'result-path': `${result.outputs['output-directory']}/logs.zip`,
        'result-artifact-id': expect.stringMatching(/^\d+$/),
      })
      expect(result.outputs['report-path']).toBeUndefined()
      expect(result.summary).toContain('Test time remaining')
      expect(starts()).toHaveLength(1)
      expect(simulator.errthquake.active).toEqual([])
    }))

  test('several regions: ids and states separated by commas, paths of the directory', () =>
    scenario({}, async ({ errthquake, starts, simulator }) => {
      const result = await errthquake({ region: 'eu-west-1,us-east-1' })
      expectOutcome(result, 0, 'passed')
      expect(result.outputs).toMatchObject({
        'run-id': simulator.errthquake.runs.map(({ id }) => id).join(','),
        state: 'complete,complete',
        'result-path': result.outputs['output-directory'],
      })
      expect(starts()).toHaveLength(1)
    }))

  test('start and wait', () =>
    scenario({}, async ({ errthquake, starts }) => {
      const started = await errthquake({ mode: 'start' })
      expectOutcome(started, 0, 'started')
      const result = await errthquake({ mode: 'wait', 'run-id': started.outputs['run-id'] ?? '' })
      expectOutcome(result, 0, 'passed')
      expect(starts()).toHaveLength(1)
    }))

  test('check names everything that is wrong, and starts nothing', () =>
    scenario({}, async ({ errthquake, starts }) => {
      const wrong = { mode: 'check', 'test-input': 'custmers.csv', 'virtual-users': '9999' }
      const result = await errthquake(wrong)
      expectOutcome(result, 1, 'error', 'preflight')
      expect(result.mainLog).toContain('customers.csv')
      expect(result.mainLog).toContain('maximum of 1000')
      expectOutcome(await errthquake({ mode: 'check' }), 0, 'passed')
      expect(starts()).toEqual([])
    }))

  test('an interactive test is stopped by stop-after', () =>
    scenario({}, async ({ errthquake, simulator }) => {
      const interactive = { 'test-type': 'interactive', 'test-duration': '', 'stop-after': '1s' }
      expectOutcome(await errthquake(interactive), 0, 'passed')
      expect(simulator.errthquake.active).toEqual([])
    }))

  test('a test that fails to start fails the step', () =>
    scenario({ errthquake: { run: { fate: 'fails-to-start' } } }, async ({ errthquake, simulator }) => {
      simulator.faults.add({ match: { path: /\/(logs|metrics)$/ }, kind: 'status', status: 410 })
      const result = await errthquake({ artifacts: 'none' })
      expectOutcome(result, 1, 'error', 'remote-failed')
      expect(result.outputs['state']).toBe('failed')
    }))
})

describe.concurrent('mistakes of users give one clear error, and nothing is started', () => {
  test('bad inputs, all at once', () =>
    scenario({}, async ({ xtc, starts, simulator }) => {
      const result = await xtc({ timeout: 'soon', critera: 'x', 'xtc-project': '', 'artifact-frmat': 'zip' })
      expectOutcome(result, 1, 'error', 'bad-input')
      for (const name of ['timeout', 'artifact-frmat'])
        expect(errorsIn(result.mainLog)[0]).toContain(`'${name}'`)
      expect(starts()).toEqual([])
      expect(simulator.record.of('xtc')).toEqual([])
      expect(result.summary).toContain('Nothing was started')
    }))

  test('inputs of the other provider, and those that the mode does not use', () =>
    scenario({}, async ({ xtc, errthquake, directory, simulator }) => {
      const foreign = await xtc({ 'errthquake-workspace': 'ws-1', region: 'eu-west-1' })
      expectOutcome(foreign, 1, 'error', 'bad-input')
      const named = "Inputs 'errthquake-workspace', 'region' are for provider errthquake"
      expect(errorsIn(foreign.mainLog)[0]).toContain(named)
      const judging = { mode: 'judge', 'output-directory': directory, 'on-cancel': 'leave' }
      const judged = await errthquake(judging)
      expectOutcome(judged, 1, 'error', 'bad-input')
      expect(errorsIn(judged.mainLog)[0]).toContain("Input 'on-cancel' is not used in mode judge")
      expect(simulator.record.of('xtc')).toEqual([])
    }))

  test('a wrong password', () =>
    scenario({}, async ({ xtc, starts }) => {
      const result = await xtc({ 'xtc-client-secret': 'not-the-right-secret' })
      expectOutcome(result, 1, 'error', 'credentials')
      expect(withoutMasks(result.log)).not.toContain('not-the-right-secret')
      expect(starts()).toEqual([])
    }))

  test('a service that cannot be reached', () =>
    scenario({}, async ({ errthquake, simulator, starts }) => {
      simulator.faults.add({ match: { service: 'errthquake', path: /./ }, kind: 'html' })
      const result = await errthquake()
      expectOutcome(result, 1, 'error', 'preflight')
      expect(errorsIn(result.mainLog)[0]).toContain('web page')
      expect(starts()).toEqual([])
    }))

  test('a pull request from a fork, which is told that it has no secrets', () =>
    scenario({}, async ({ xtc }) => {
      const event = {
        pull_request: { number: 12, head: { repo: { full_name: 'stranger/shop' } } },
        repository: { full_name: 'acme/shop', private: false },
      }
      const result = await xtc({ 'xtc-client-id': '', 'xtc-client-secret': '' }, { event })
      expectOutcome(result, 1, 'error', 'bad-input')
      expect(errorsIn(result.mainLog)[0]).toContain('comes from a fork')
    }))

  test('Dependabot, which is told where its secrets are', () =>
    scenario({}, async ({ errthquake }) => {
      const environment = { GITHUB_ACTOR: 'dependabot[bot]' }
      const result = await errthquake({ 'errthquake-token': '' }, { environment })
      expect(errorsIn(result.mainLog)[0]).toContain('Secrets and variables > Dependabot')
    }))
})

describe.concurrent('text of the service', () => {
  const EVIL = 'a\n::set-output name=outcome::hacked\r::error::fake ##[error]fake <b>x</b> @team | `x`'

  test('does not become commands or markup (XTC)', () =>
    scenario({ xtc: { loadTests: [{ name: EVIL }] } }, async ({ xtc }) => {
      const result = await xtc({ 'xtc-load-test': '1' })
      expectOutcome(result, 0, 'passed')
      expect(result.summary).not.toContain('<b>')
      expect(result.summary).not.toContain('@team')
    }))

  test('does not become commands or markup (Errthquake)', () =>
    scenario({ errthquake: { workspaceName: EVIL } }, async ({ errthquake }) => {
      const result = await errthquake()
      expectOutcome(result, 0, 'passed')
      expect(result.summary).not.toContain('<b>')
    }))

  test('does not become commands in an error', () =>
    scenario({}, async ({ errthquake, simulator }) => {
      const body = JSON.stringify({ error: EVIL })
      simulator.faults.add({ match: { path: /\/exec$/ }, kind: 'status', status: 400, body })
      const result = await errthquake()
      expectOutcome(result, 1, 'error', 'preflight')
      expect(result.mainLog).toContain('status 400')
    }))

  test('does not show secrets of a run request in the log', () =>
    scenario({}, async ({ xtc, simulator }) => {
      const request = { 'xtc-run-request': '{"secretProperties": {"password": "super-secret-property"}}' }
      // A response that repeats what it was sent.
      const body = 'refused: super-secret-property'
      simulator.faults.add({
        match: { method: 'POST', path: /load-tests/ },
        kind: 'status',
        status: 400,
        body,
      })
      const result = await xtc(request)
      expectOutcome(result, 1, 'error', 'preflight')
      expect(errorsIn(result.mainLog)[0]).toContain('refused: ***')
    }))

  test('secret properties come back in no log, file or output', () =>
    scenario({}, async ({ xtc, simulator }) => {
      const properties = 'users=5\nsecret:password=super-secret-property'
      simulator.xtc.loadTests.nextRuns.push({ dataName: 'Result of super-secret-property' })
      const result = await xtc({ 'xtc-properties': properties })
      expectOutcome(result, 0, 'passed')
      expect(simulator.xtc.actionRequests[0]).toMatchObject({
        secretProperties: { password: 'super-secret-property' },
      })
      const file = await readFile(result.outputs['measurements-path'] ?? '', 'utf8')
      for (const text of [withoutMasks(result.mainLog), result.summary, file])
        expect(text).not.toContain('super-secret')
      expect(file).toContain('secretHash')
      expect(result.summary).toContain('password')
    }))
})

describe.concurrent('summary and annotations', () => {
  test('summary: false writes none, annotations: false keeps only the verdict', () =>
    scenario({}, async ({ errthquake, simulator }) => {
      simulator.faults.add({ match: { path: /\/hours$/ }, kind: 'status', status: 403 })
      const quiet = await errthquake({ summary: 'false', annotations: 'false', mode: 'check' })
      expect(quiet.summary).toBe('')
      expect(quiet.mainLog).not.toContain('::warning')
      expect(quiet.mainLog).toContain('Warning: It could not be checked whether enough test time remains')
      const loud = await errthquake({ mode: 'check' })
      expect(loud.mainLog).toContain('::warning::It could not be checked whether enough test time remains')
      expect(loud.summary).not.toBe('')
    }))

  test('fail-on none lets the step pass for a failed run', () =>
    scenario({ errthquake: { run: { fate: 'fails-to-start' } } }, async ({ errthquake, simulator }) => {
      simulator.faults.add({ match: { path: /\/(logs|metrics)$/ }, kind: 'status', status: 410 })
      const result = await errthquake({ 'fail-on': 'none', artifacts: 'none' })
      expect(result.outputs['state']).toBe('failed')
      expectOutcome(result, 0, 'error', 'remote-failed')
    }))
})
