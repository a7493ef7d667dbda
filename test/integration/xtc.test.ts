import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { SimulatorOptions } from '../simulator/simulator.ts'
import type { XtcPhase } from '../simulator/xtc-timeline.ts'
import { XTC_RUN_SCOPES } from '../simulator/xtc-token.ts'
import { openBench, runInProcess, type Bench, type StepRun } from './step-in-process.ts'

const MINUTE_MS = 60_000
const PHASES: XtcPhase[] = [
  { state: 'NEW', durationMs: 5000 },
  { state: 'PROVISIONING', durationMs: 3 * MINUTE_MS },
  { state: 'RUNNING', durationMs: 30 * MINUTE_MS },
  { state: 'STOPPING', durationMs: 30_000 },
  { state: 'DEPROVISIONING', durationMs: 30_000 },
]
const MARKER = /ltg-[0-9a-f]{16}/

let bench: Bench

afterEach(() => bench.close())

async function open(xtc: SimulatorOptions['xtc'] = {}): Promise<void> {
  bench = await openBench({
    xtc: { ...xtc, run: { phases: PHASES, archiveDelayMs: 0, ...xtc.run } },
    xltData: { lines: 300 },
  })
}

function run(more: Record<string, string> = {}): Promise<StepRun> {
  const given: Record<string, string> = {
    provider: 'xtc',
    'xtc-url': bench.simulator.xtcUrl,
    'xtc-organization': 'acme',
    'xtc-project': 'shop',
    'xtc-load-test': '7',
    'xtc-client-id': 'simulated-client',
    'xtc-client-secret': 'simulated-client-secret',
    ...more,
  }
  return runInProcess(bench, given)
}

function tokenRequests(): URLSearchParams[] {
  return bench.simulator.record
    .of('xtc', 'POST', /^\/oauth\/token$/)
    .map((request) => new URLSearchParams(request.body))
}

function starts(version: string): number {
  return version === 'v1'
    ? bench.simulator.record.of('xtc', 'GET', /\/runCopy$/).length
    : bench.simulator.record.of('xtc', 'POST', /\/load-tests\//).length
}

function expectNothingStarted(): void {
  expect(bench.simulator.xtc.runs).toEqual([])
  expect(starts('v1') + starts('v2')).toBe(0)
}

describe.each(['v1', 'v2'])('API %s', (version) => {
  const runHere = (more: Record<string, string> = {}): Promise<StepRun> =>
    run({ 'xtc-api-version': version, ...more })

  test('duplicates, runs, waits half an hour and collects, with one start request', async () => {
    await open()
    const { findings, outputs } = await runHere()
    expect(findings.verdict).toMatchObject({ outcome: 'passed', reason: '', failsStep: false })
    expect(outputs).toMatchObject({ 'run-id': '41', state: 'FINISHED', outcome: 'passed', reason: '' })
    expect(Number(outputs['duration-seconds'])).toBeGreaterThan(1800)
    expect(starts(version)).toBe(1)
    expect(bench.simulator.xtc.runs.map((copy) => copy.copyOf)).toEqual([7])
    for (const kind of ['report', 'result'] as const) {
      const copy = bench.simulator.xtc.runs[0]
      if (copy === undefined) throw new Error('nothing is running')
      const { bytes } = await bench.simulator.xtc.options.data[kind](bench.simulator.xtc.dataSeed(copy))
      expect((await readFile(outputs[`${kind}-path`] ?? '')).length).toBe(bytes)
    }
  })

  test.each([
    ['ABORTED', 'remote-aborted'],
    ['ERROR', 'remote-failed'],
  ])('%s still collects what exists, then fails with the state', async (finalState, reason) => {
    await open({ run: { finalState, archives: ['result'] } })
    const { findings, outputs } = await runHere()
    expect(findings.verdict).toMatchObject({ outcome: 'error', reason, failsStep: true })
    expect(findings.verdict?.message).toContain(`41 ${finalState}`)
    expect(outputs['state']).toBe(finalState)
    expect(outputs['result-path']).toMatch(/result\.tar\.gz$/)
    expect(findings.collected?.missing.map(({ name }) => name)).toEqual(['report.tar.gz'])
  })

  test.each([404, 409] as const)('late archives (%i) are waited for', async (status) => {
    await open({
      run: { archiveDelayMs: 8 * MINUTE_MS },
      shape: { archiveWaitStatus: status, listsArchives: false },
    })
    const { findings, lines } = await runHere()
    expect(findings.collected?.files.map(({ name }) => name)).toEqual(['report.tar.gz', 'result.tar.gz'])
    expect(lines.filter((line) => line.startsWith('report.tar.gz is not ready yet'))).toHaveLength(1)
  })

  test('finds a load test by its exact name, the newest with that name', async () => {
    await open()
    await runHere({ 'xtc-load-test': 'Checkout nightly' })
    expect(bench.simulator.xtc.runs.map((copy) => copy.copyOf)).toEqual([39])
  })

  test('finds a load test whose name consists of digits', async () => {
    await open()
    await runHere({ 'xtc-load-test': 'name:2024' })
    expect(bench.simulator.xtc.runs[0]?.name).toContain(version === 'v1' ? '2024' : 'acme/shop')
    expect(bench.simulator.xtc.runs[0]?.copyOf).toBe(37)
  })

  test('an unknown name starts nothing, and the closest one is suggested', async () => {
    await open()
    const { findings } = await runHere({ 'xtc-load-test': 'Checkout nigthly' })
    expect(findings.verdict).toMatchObject({ outcome: 'error', reason: 'preflight', failsStep: true })
    expect(findings.verdict?.message).toContain("no load test named 'Checkout nigthly'")
    expect(findings.verdict?.message).toContain("Did you mean 'Checkout nightly'?")
    expectNothingStarted()
  })

  test('copies made by this action are not suggested for an unknown number', async () => {
    await open()
    await run()
    const { findings } = await run({ 'xtc-load-test': '4711' })
    expect(findings.verdict?.message).toContain("Its newest are 40 'Broken suite'")
    const named = await run({ 'xtc-load-test': 'Warenkorb' })
    expect(named.findings.verdict?.message).toContain("Its newest are 40 'Broken suite'")
  })

  test('an unknown number starts nothing, and the newest load tests are named', async () => {
    await open()
    const { findings } = await runHere({ 'xtc-load-test': '4711' })
    expect(findings.verdict).toMatchObject({ outcome: 'error', reason: 'preflight' })
    expect(findings.verdict?.message).toContain("There is no load test 4711 in project 'shop'")
    expect(findings.verdict?.message).toContain("40 'Broken suite'")
    expectNothingStarted()
  })

  test.each([
    ['xtc-organization', 'acne'],
    ['xtc-project', 'shoop'],
  ])('a wrong %s starts nothing, and the message says what to check', async (input, value) => {
    await open()
    const { findings } = await runHere({ [input]: value })
    expect(findings.verdict).toMatchObject({ outcome: 'error', reason: 'preflight' })
    expect(findings.verdict?.message).toContain(`'${value}'`)
    expect(findings.verdict?.message).toContain('check xtc-organization and xtc-project')
    expectNothingStarted()
  })

  test('a retired version is reported as possibly retired', async () => {
    await open({ apiVersions: [version === 'v1' ? 'v2' : 'v1'] })
    const { findings } = await runHere()
    expect(findings.verdict).toMatchObject({ outcome: 'error', reason: 'preflight' })
    expect(findings.verdict?.message).toContain('xtc-api-version')
    expectNothingStarted()
  })

  test('credentials of another version, or disabled for the project, start nothing', async () => {
    await open({ credentials: [{ switchedOffForProject: true }] })
    const { findings } = await runHere()
    expect(findings.verdict?.message).toContain('disabled the credentials of the organization')
    expectNothingStarted()
  })

  test('the name and the last state of the original are logged', async () => {
    await open()
    const { lines } = await runHere({ 'xtc-load-test': '40', mode: 'check' })
    expect(lines[0]).toMatch(/Load test 40 'Broken suite' of acme\/shop .* last state is ERROR, ended 2026-/)
  })
})

describe('scopes', () => {
  const LIST = 'LOADTEST_LIST'
  const WAIT = 'LOADTEST_STATUS LOADTEST_REPORT_DOWNLOAD LOADTEST_RESULT_DOWNLOAD'

  test.each([
    ['run', {}, `LOADTEST_DETAILS LOADTEST_COPY_RUN ${WAIT} ${LIST}`],
    ['start', { mode: 'start' }, `LOADTEST_DETAILS LOADTEST_COPY_RUN LOADTEST_STATUS ${LIST}`],
    ['wait', { mode: 'wait', 'run-id': '1', 'xtc-load-test': '' }, `LOADTEST_DETAILS ${WAIT}`],
    ['check', { mode: 'check' }, `LOADTEST_DETAILS LOADTEST_COPY_RUN ${WAIT} ${LIST}`],
  ])('mode %s requests what it needs, separated by single spaces', async (_mode, more, scopes) => {
    await open()
    await run(more)
    expect(tokenRequests()).toHaveLength(1)
    expect(tokenRequests()[0]?.get('scope')).toBe(scopes)
    expect(bench.simulator.record.of('xtc', 'POST', /token/)[0]?.body).not.toMatch(/\+|,/)
  })

  test('without LOADTEST_LIST, a run by number continues with a warning', async () => {
    await open({ credentials: [{ scopes: XTC_RUN_SCOPES.filter((scope) => scope !== LIST) }] })
    const { findings, log } = await run()
    expect(findings.verdict?.outcome).toBe('passed')
    expect(log).toContain('warning: The credentials lack scope LOADTEST_LIST')
    expect(tokenRequests().map((form) => form.get('scope')?.includes(LIST))).toEqual([true, false])
  })

  test.each([400, 403])(
    'rejected scopes (%i) are named within seven requests',
    async (refusedScopeStatus) => {
      const lacking = ['LOADTEST_COPY_RUN', 'LOADTEST_RESULT_DOWNLOAD', LIST]
      await open({
        refusedScopeStatus,
        credentials: [{ scopes: XTC_RUN_SCOPES.filter((scope) => !lacking.includes(scope)) }],
      })
      const { findings } = await run()
      expect(findings.verdict).toMatchObject({ outcome: 'error', reason: 'credentials', failsStep: true })
      expect(findings.verdict?.message).toContain('lack scopes LOADTEST_COPY_RUN, LOADTEST_RESULT_DOWNLOAD')
      expect(tokenRequests().length).toBeLessThanOrEqual(7)
      expectNothingStarted()
    },
  )

  test('a scope that only a name needs is named if it is rejected', async () => {
    await open({ credentials: [{ scopes: XTC_RUN_SCOPES.filter((scope) => scope !== LIST) }] })
    const { findings } = await run({ 'xtc-load-test': 'Checkout nightly' })
    expect(findings.verdict?.message).toContain('lack scope LOADTEST_LIST')
    expect(tokenRequests().length).toBeLessThanOrEqual(7)
  })
})

describe('the token', () => {
  test.each([
    ['xtc-client-secret', 'wrong-client-secret'],
    ['xtc-client-id', 'somebody-else'],
  ])('a wrong %s is one clear error after one request', async (input, value) => {
    await open()
    const { findings } = await run({ [input]: value })
    expect(findings.verdict).toMatchObject({ outcome: 'error', reason: 'credentials', failsStep: true })
    expect(findings.verdict?.message).toContain('401')
    expect(findings.verdict?.message).toContain('check xtc-client-id and xtc-client-secret')
    expect(findings.verdict?.message).not.toContain('wrong-client-secret')
    expect(tokenRequests()).toHaveLength(1)
    expectNothingStarted()
  })

  test('is masked before it is used, and renewed before it expires', async () => {
    await open({ tokenLifetimeSeconds: 900 })
    const { findings, secrets } = await run()
    expect(findings.verdict?.outcome).toBe('passed')
    // 34 minutes; each token of 15 minutes is renewed five minutes before its end.
    expect(tokenRequests()).toHaveLength(4)
    expect(secrets).toEqual(bench.simulator.xtc.tokens.all)
    expect(bench.simulator.record.of('xtc').filter((request) => request.status === 401)).toEqual([])
  })

  test('with a short lifetime is renewed after half of it', async () => {
    await open({
      tokenLifetimeSeconds: 120,
      run: { phases: [{ state: 'RUNNING', durationMs: 5 * MINUTE_MS }] },
    })
    await run()
    expect(tokenRequests().length).toBeGreaterThanOrEqual(5)
    expect(tokenRequests().length).toBeLessThanOrEqual(7)
    expect(bench.simulator.record.of('xtc').filter((request) => request.status === 401)).toEqual([])
  })

  test('that became invalid is renewed once', async () => {
    await open()
    bench.simulator.faults.add({ match: { path: /\/status$/ }, nth: 4, kind: 'status', status: 401 })
    const { findings } = await run()
    expect(findings.verdict?.outcome).toBe('passed')
    expect(tokenRequests()).toHaveLength(2)
  })
})

describe('a service that responds with HTML', () => {
  test.each([/token$/, /load-tests\/7$/])('%s: one error that says so and starts nothing', async (path) => {
    await open()
    bench.simulator.faults.add({ match: { path }, kind: 'html' })
    const { findings } = await run()
    expect(findings.verdict).toMatchObject({ outcome: 'error', failsStep: true })
    expect(findings.verdict?.message).toContain('is a web page, not JSON')
    expect(findings.verdict?.message).toContain('xtc-url')
    expectNothingStarted()
  })
})

describe('forms that the contract only infers', () => {
  test.each([
    ['an array for the list', { list: 'array' as const }],
    ['pages of three', { pageItems: 3 }],
    ['the oldest first', { listOrder: 'oldest-first' as const }],
    ['the number as index', { numberField: 'index' as const }],
    ['both number fields', { numberField: 'both' as const }],
    ['the state in data', { stateIn: 'data' as const }],
    ['201 for the copy', { copyStatus: 201 as const }],
    ['no lists of archives', { listsArchives: false }],
    ['no URLs', { givesUrls: false }],
  ])('%s', async (_name, shape) => {
    await open({ shape })
    const { findings } = await run({ 'xtc-load-test': 'Checkout nightly' })
    expect(findings.verdict?.outcome).toBe('passed')
    expect(findings.collected?.missing).toEqual([])
    expect(bench.simulator.xtc.runs.map((copy) => copy.copyOf)).toEqual([39])
  })

  test('v1 with the state in executionState', async () => {
    await open({ shape: { statusStateInV1: 'executionState', copyName: 'numbered' } })
    expect((await run({ 'xtc-api-version': 'v1' })).findings.verdict?.outcome).toBe('passed')
  })

  test.each(['redirect', 'signed-url'] as const)(
    'archives by %s: the token never reaches the other origin',
    async (archives) => {
      await open({ shape: { archives } })
      const { findings } = await run()
      expect(findings.collected?.files).toHaveLength(2)
      expect(bench.simulator.record.of('storage')).toHaveLength(2)
      expect(bench.simulator.storage.authorizationsReceived).toBe(0)
    },
  )
})

describe('the copy', () => {
  test('says where it comes from', async () => {
    await open()
    await run()
    const [body] = bench.simulator.xtc.actionRequests
    expect(body).toMatchObject({ action: 'runCopy' })
    expect(body?.['name']).toMatch(/^acme\/shop main, run 1001 attempt 1 \(ltg-[0-9a-f]{16}\)$/)
    expect(body?.['description']).toMatch(MARKER)
  })

  test('has the body merged with xtc-run-request, and keeps the marker', async () => {
    await open()
    await run({
      'xtc-run-request': JSON.stringify({
        name: 'My own name',
        properties: { 'com.xceptance.xlt.loadtests': '5' },
        description: 'My own description',
      }),
    })
    const [body] = bench.simulator.xtc.actionRequests
    expect(body).toMatchObject({
      action: 'runCopy',
      name: 'My own name',
      properties: { 'com.xceptance.xlt.loadtests': '5' },
    })
    expect(body?.['description']).toMatch(/^My own description \[ltg-[0-9a-f]{16}\]$/)
  })

  test('is sent with xtc-properties, which are recorded and shown without secrets', async () => {
    await open()
    const { findings, lines } = await run({ 'xtc-properties': 'users=5\nsecret:password=hunter2hunter2' })
    expect(bench.simulator.xtc.actionRequests).toMatchObject([
      { action: 'runCopy', properties: { users: '5' }, secretProperties: { password: 'hunter2hunter2' } },
    ])
    expect(lines).toContainEqual(expect.stringContaining('users=5, password=***'))
    expect(findings.measurements?.run.parameters).toEqual([
      { name: 'password', secretHash: expect.stringMatching(/^[0-9a-f]{32}$/) },
      { name: 'users', value: '5' },
    ])
    expect(lines.join('\n')).not.toContain('hunter2')
  })

  test('has the properties at the place named in xtc-run-request', async () => {
    await open()
    await run({
      'xtc-properties': 'users=5',
      'xtc-run-request': '{"overrides": {"text": "{properties-text}"}}',
    })
    const [body] = bench.simulator.xtc.actionRequests
    expect(body).toMatchObject({ overrides: { text: 'users=5' } })
    expect(body).not.toHaveProperty('properties')
  })

  test('keeps the marker even if the run request removes name and description', async () => {
    await open()
    const { findings } = await run({ 'xtc-run-request': '{"name": null, "description": null}' })
    expect(findings.verdict?.outcome).toBe('passed')
    expect(bench.simulator.xtc.actionRequests).toEqual([
      { action: 'runCopy', description: expect.stringMatching(/^\[ltg-[0-9a-f]{16}\]$/) },
    ])
  })

  test('whose start is rejected says so, and nothing runs', async () => {
    await open()
    const { findings } = await run({ 'xtc-run-request': '{"name": 7}' })
    expect(findings.verdict).toMatchObject({ outcome: 'error', reason: 'preflight' })
    expect(findings.verdict?.message).toContain('name must be text')
    expect(findings.verdict?.message).toContain('nothing is running')
    expect(bench.simulator.xtc.runs).toEqual([])
  })
})

test('the page comes from the v2 details, and v1 has none', async () => {
  await open()
  const { outputs } = await run()
  expect(outputs['run-url']).toBe(`${bench.simulator.xtcUrl}/orgs/acme/projects/shop/load-tests/41`)
  const v1 = await run({ 'xtc-api-version': 'v1' })
  expect(v1.outputs['run-url'] ?? '').toBe('')
})

test('names that mark data as partial are reported and kept', async () => {
  await open({ run: { dataName: 'Final. Download from 1 of 2 agent controllers failed.' } })
  const { findings, log, summary } = await run()
  expect(findings.collected?.partial).toEqual(['Download from 1 of 2 agent controllers failed.'])
  expect(log).toContain('warning: The service says that data is partial: Download from 1 of 2')
  expect(summary).toContain('Partial data')
})

test('the tested revision is reported once', async () => {
  await open()
  const { lines } = await run()
  expect(lines.filter((line) => line.startsWith('Revision tested: main/7a95e2f'))).toHaveLength(1)
})

test('the tested revision is an output, a fact of the run, and part of its measurements', async () => {
  await open()
  const { outputs, summary, findings } = await run()
  expect(outputs['revision']).toMatch(/^main\/7a95e2f/)
  expect(summary).toContain('main/7a95e2f')
  expect(findings.measurements?.run.revision).toBe(outputs['revision'])
})

test('without information about the revision there is none', async () => {
  await open({ shape: { revision: undefined } })
  const { outputs, findings } = await run()
  expect([outputs['revision'], findings.measurements?.run.revision]).toEqual([undefined, undefined])
  expect(findings.verdict?.outcome).toBe('passed')
})

test('a list at the other documented path is found, with one extra request', async () => {
  await open({ shape: { listAt: '/loadTests', pageItems: 3 } })
  const { findings } = await run({ 'xtc-load-test': 'Checkout nightly' })
  expect(findings.verdict?.outcome).toBe('passed')
  const lists = bench.simulator.record.of('xtc', 'GET', /\/(load-tests|loadTests)$/)
  expect(
    lists.map(({ path }) => path.split('/').at(-1)).filter((noun) => noun === 'load-tests'),
  ).toHaveLength(1)
  expect(lists.length).toBeGreaterThan(2)
})

test('a copy that is not visible yet is waited for', async () => {
  await open({ run: { visibleAfterMs: 20_000 } })
  expect((await run()).findings.verdict?.outcome).toBe('passed')
  expect(starts('v2')).toBe(1)
})

test('the post step could read the intent, then the run, then its end', async () => {
  await open()
  const { states } = await run()
  expect(states.map((state) => (state as { phase: string }).phase).slice(0, 2)).toEqual(['intent', 'active'])
  expect(states.at(-1)).toEqual({ phase: 'over' })
  expect(states[0]).toMatchObject({ intent: { marker: expect.stringMatching(MARKER) } })
  expect(states[1]).toMatchObject({ run: { executions: [{ id: '41' }] } })
})

test('poll-interval changes the polls', async () => {
  await open()
  await run({ 'poll-interval': '2m' })
  expect(bench.simulator.record.of('xtc', 'GET', /\/status$/).length).toBeLessThan(20)
})

test('output-directory is where the files are written', async () => {
  await open()
  const directory = join(bench.directory, 'elsewhere')
  const { outputs } = await run({ 'output-directory': directory })
  expect(outputs).toMatchObject({
    'output-directory': directory,
    'report-path': join(directory, 'report.tar.gz'),
  })
})

describe('the timeout', () => {
  test.each(['stop', 'leave'])('with on-timeout %s names the run that stays active', async (onTimeout) => {
    await open()
    const { findings, log } = await run({ timeout: '10m', 'on-timeout': onTimeout })
    expect(findings.verdict).toMatchObject({ outcome: 'timed-out', reason: 'timeout', failsStep: true })
    expect(log).toContain('run 41')
    expect(log).toContain(onTimeout === 'stop' ? 'has no way to stop it' : 'was left running')
    expect(bench.simulator.xtc.active).toHaveLength(1)
  })
})

describe('fail-on', () => {
  test('none lets the step pass for an aborted run', async () => {
    await open({ run: { finalState: 'ABORTED' } })
    const { findings } = await run({ 'fail-on': 'none' })
    expect(findings.verdict).toMatchObject({ outcome: 'error', failsStep: false })
  })

  test('collect fails the step if a file is missing', async () => {
    await open({ run: { archives: ['report'] } })
    const { findings } = await run({ 'fail-on': 'collect' })
    expect(findings.verdict).toMatchObject({ outcome: 'passed', failsStep: true })
  })
})
