import { readFile } from 'node:fs/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { DEFAULT_ERRTHQUAKE_TOKEN } from '../simulator/errthquake.ts'
import type { ExecShape } from '../simulator/errthquake-exec-answer.ts'
import type { SimulatorOptions } from '../simulator/simulator.ts'
import { openBench, runInProcess, type Bench, type StepRun } from './step-in-process.ts'

const MINUTE_MS = 60_000

let bench: Bench

afterEach(() => bench.close())

async function open(errthquake: SimulatorOptions['errthquake'] = {}): Promise<void> {
  bench = await openBench({
    errthquake: { ...errthquake, run: { pendingMs: 20_000, storingMs: 15_000, ...errthquake.run } },
    requestLog: { lines: 200 },
  })
}

function run(more: Record<string, string> = {}): Promise<StepRun> {
  const given: Record<string, string> = {
    provider: 'errthquake',
    'errthquake-url': bench.simulator.errthquakeUrl,
    'errthquake-token': DEFAULT_ERRTHQUAKE_TOKEN,
    'test-input': 'customers.csv',
    'test-config': 'checkout.yaml',
    'virtual-users': '20',
    'test-duration': '1h',
    region: 'eu-west-1',
    ...more,
  }
  return runInProcess(bench, given)
}

/** The bodies of all start requests. */
function submissions(): unknown[] {
  return bench.simulator.record
    .of('errthquake', 'POST', /\/exec$/)
    .map((request) => JSON.parse(request.body) as unknown)
}

function stopsSent(): string[] {
  return bench.simulator.record.of('errthquake', 'PUT', /\/stop$/).map(({ path }) => path.split('/')[3] ?? '')
}

function polls(): number {
  return bench.simulator.record.of('errthquake', 'GET', /^\/results\/[^/]+\/\w+$/).length
}

function idsOfRuns(): string[] {
  return bench.simulator.errthquake.runs.map(({ id }) => id)
}

function expectNothingStarted({ findings }: StepRun): void {
  expect(findings.verdict).toMatchObject({ outcome: 'error', failsStep: true })
  expect(submissions()).toEqual([])
  expect(bench.simulator.errthquake.runs).toEqual([])
}

test('submits, waits an hour and collects, with one start request', async () => {
  await open()
  const { findings, outputs } = await run({ 'ramp-duration': '90s' })
  expect(findings.verdict).toMatchObject({ outcome: 'passed', reason: '' })
  expect(submissions()).toEqual([
    [
      {
        'test-input': 'customers.csv',
        'test-config': 'checkout.yaml',
        'virtual-users': 20,
        'test-duration': '60m0s',
        'ramp-duration': '1m30s',
        'test-type': 'duration',
        region: 'eu-west-1',
      },
    ],
  ])
  const [id] = idsOfRuns()
  expect(outputs).toMatchObject({
    'run-id': id,
    state: 'complete',
    outcome: 'passed',
    'duration-seconds': '3600',
  })
  expect(findings.collected?.files.map(({ name }) => name)).toEqual(['run.json', 'metrics.json', 'logs.zip'])
  const directory = outputs['output-directory'] ?? ''
  expect(JSON.parse(await readFile(`${directory}/run.json`, 'utf8'))).toMatchObject({
    id,
    'test-complete': true,
  })
  expect(JSON.parse(await readFile(`${directory}/metrics.json`, 'utf8'))).toMatchObject({ 'test-id': id })
  expect((await readFile(outputs['result-path'] ?? '')).subarray(0, 2).toString()).toBe('PK')
})

test('the token is sent unchanged, without a scheme', async () => {
  await open()
  const { secrets } = await run({ mode: 'check' })
  const sent = new Set(bench.simulator.record.of('errthquake').map(({ headers }) => headers['authorization']))
  expect([...sent]).toEqual([DEFAULT_ERRTHQUAKE_TOKEN])
  expect(secrets).toEqual([])
})

test('polls follow the estimated finish time', async () => {
  await open()
  await run()
  expect(polls()).toBeLessThan(80)
  await bench.close()
  await open({ run: { estimateErrorMs: -10 * MINUTE_MS } })
  const { findings } = await run()
  expect(findings.verdict?.outcome).toBe('passed')
  expect(polls()).toBeLessThan(130)
})

function metricsAsked(): number {
  return bench.simulator.record.of('errthquake', 'GET', /\/metrics$/).length
}

test('progress lines show the remaining time, the users, and how much of the test is over', async () => {
  await open()
  const { lines } = await run()
  expect(lines).toContainEqual(
    expect.stringMatching(/^running after \d+ m.*, about \d+ m.* left: \d+ m.* of 1 h, 20 virtual users$/),
  )
  // Refused three times while it ran, and downloaded once.
  expect(metricsAsked()).toBe(4)
})

test('progress lines show figures of the metrics, which are requested once per line', async () => {
  await open({ soFar: (test) => ({ 'test-id': test.id, requests: 4210, errors: 4210 }) })
  const { lines } = await run()
  const active = lines.filter((line) => line.startsWith('running after'))
  for (const line of active) expect(line).toMatch(/, 20 virtual users, requests 4,210, errors 4,210$/)
  expect(metricsAsked()).toBe(active.length + 1)
})

test('without the permission to see results, no metrics are requested', async () => {
  await open({ permissions: { viewTestResults: false } })
  await run({ artifacts: 'none' })
  const { length } = bench.simulator.record.of('errthquake', 'GET', /\/metrics$/)
  expect(length).toBeLessThanOrEqual(1)
})

describe('the check before the start', () => {
  test('names every fault at once, with the closest names', async () => {
    await open({ minutesAllocated: 150, minutesUsedBefore: 20, maxTestDurationMs: 60 * MINUTE_MS })
    const result = await run({
      'test-input': 'custmers.csv',
      'test-config': 'chekout.yaml',
      'virtual-users': '5000',
      'test-duration': '90m',
      region: 'eu-west-1,us-east-1',
    })
    expectNothingStarted(result)
    const message = result.findings.verdict?.message ?? ''
    expect(result.findings.verdict?.reason).toBe('preflight')
    expect(message).toContain(`no test-input 'custmers.csv'. Did you mean 'customers.csv'?`)
    expect(message).toContain(`no test-config 'chekout.yaml'. Did you mean 'checkout.yaml'?`)
    expect(message).toContain('virtual-users 5000 exceeds the workspace’s maximum of 1000'.replace('’', "'"))
    expect(message).toContain("test-duration 1 h 30 m exceeds the workspace's maximum of 1 h")
    expect(message).toContain(
      '180 minutes of test time are needed for all 2 executions together, but only 130 remain',
    )
    expect(message).toContain('More will be available on 2026-')
  })

  test('counts each fault once, however many executions have it', async () => {
    await open()
    const result = await run({ 'test-input': 'none.csv', region: 'eu-west-1,us-east-1' })
    expectNothingStarted(result)
    expect(result.findings.verdict?.message.match(/none\.csv/g)).toHaveLength(1)
  })

  test('lists what exists if no name is similar', async () => {
    await open()
    const { findings } = await run({ 'test-config': 'zzzzzzzzzzzz' })
    expect(findings.verdict?.message).toContain('It has checkout.yaml, browse.yaml.')
  })

  test('shows the hours in the log and the summary', async () => {
    await open()
    const { log, summary } = await run({ mode: 'check' })
    expect(log).toContain("Workspace 'Shop'")
    expect(log).toContain(
      'test time allocated 3000 min, test time remaining 2880 min, in active tests 0 min, rollover 2026-',
    )
    for (const fact of ['Test time allocated', 'Test time remaining', 'In active tests', 'Rollover']) {
      expect(summary).toContain(fact)
    }
    expect(submissions()).toEqual([])
  })

  test.each([
    ['a wrong token', { 'errthquake-token': 'wxyz9876= ffffffffffffffffffffffffffffffff' }, 'credentials'],
    ['an unknown workspace', { 'errthquake-workspace': 'unknown' }, 'preflight'],
  ])('starts nothing: %s', async (_name, more, reason) => {
    await open()
    const result = await run(more)
    expectNothingStarted(result)
    expect(result.findings.verdict?.reason).toBe(reason)
    expect(result.findings.verdict?.message).toMatch(/Check errthquake-(token|url and errthquake-workspace)/)
    expect(result.findings.verdict?.message).not.toContain('ffffffff')
  })

  test('does not look up a workspace that is given', async () => {
    await open()
    await run({ mode: 'check', 'errthquake-workspace': bench.simulator.errthquake.workspaceUid })
    expect(bench.simulator.record.of('errthquake', 'GET', /^\/workspaces$/)).toEqual([])
    await run({ mode: 'check' })
    expect(bench.simulator.record.of('errthquake', 'GET', /^\/workspaces$/)).toHaveLength(1)
  })

  test('recognizes a service that responds with HTML', async () => {
    await open()
    bench.simulator.faults.add({ match: { service: 'errthquake', path: /^\/workspaces$/ }, kind: 'html' })
    const result = await run()
    expectNothingStarted(result)
    expect(result.findings.verdict?.message).toContain('is a web page, not JSON')
    expect(result.findings.verdict?.message).toContain('errthquake-url')
  })

  test('warns of unreadable hours, which do not prevent the start', async () => {
    await open()
    bench.simulator.faults.add({ match: { path: /\/hours$/ }, kind: 'status', status: 403 })
    const { findings, lines } = await run()
    expect(findings.verdict?.outcome).toBe('passed')
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^warning: It could not be checked whether enough test time remains: .*status 403/,
      ),
    )
  })

  test('warns of hours in another form too', async () => {
    await open()
    bench.simulator.faults.add({ match: { path: /\/hours$/ }, kind: 'status', status: 200, body: '[]' })
    const { lines } = await run({ mode: 'check' })
    expect(lines).toContainEqual(expect.stringMatching(/^warning: .*does not say how many minutes remain\.$/))
  })

  test('names the region before the raw response if the start is refused', async () => {
    await open()
    const { findings } = await run({ region: 'eu-west-9' })
    expect(findings.verdict).toMatchObject({ outcome: 'error', reason: 'preflight' })
    expect(findings.verdict?.message).toMatch(/the region 'eu-west-9'.* \(.*status 400/)
  })

  test('needs the minutes until an interactive test is stopped', async () => {
    await open({ minutesAllocated: 100, minutesUsedBefore: 87 })
    const interactive = { 'test-type': 'interactive', 'test-duration': '', 'stop-after': '6m30s' }
    const result = await run({ ...interactive, region: 'eu-west-1,us-east-1' })
    expectNothingStarted(result)
    expect(result.findings.verdict?.message).toContain(
      '14 minutes of test time are needed for all 2 executions together, but only 13 remain',
    )
  })
})

describe('several executions', () => {
  test('are sent in one request, and each is polled, collected and reported', async () => {
    await open()
    const { outputs, findings, log, summary } = await run({ region: 'eu-west-1, us-east-1,eu-west-1' })
    expect(submissions()).toHaveLength(1)
    expect(submissions()[0]).toMatchObject([
      { region: 'eu-west-1', 'virtual-users': 20 },
      { region: 'us-east-1', 'virtual-users': 20 },
      { region: 'eu-west-1', 'virtual-users': 20 },
    ])
    expect(log).toContain('3 executions in one request, with 60 virtual users in total.')
    const ids = idsOfRuns()
    expect(outputs).toMatchObject({
      'run-id': ids.join(','),
      state: 'complete,complete,complete',
      'result-path': outputs['output-directory'],
    })
    expect(findings.collected?.files.map(({ name }) => name)).toEqual(
      ids.flatMap((id) => [`${id}/run.json`, `${id}/metrics.json`, `${id}/logs.zip`]),
    )
    for (const label of ['eu-west-1 1', 'us-east-1', 'eu-west-1 2']) expect(log).toContain(`${label} running`)
    for (const id of ids) expect(summary).toContain(id)
  })

  test('from a list in executions are sent in one request', async () => {
    await open()
    const empty = {
      'test-input': '',
      'test-config': '',
      'virtual-users': '',
      'test-duration': '',
      region: '',
    }
    const { findings } = await run({
      ...empty,
      executions: `
- {test-input: products.csv, test-config: browse.yaml, virtual-users: 5, test-duration: 2m, region: eu-west-1}
- {test-input: customers.csv, test-config: checkout.yaml, virtual-users: 7, test-type: benchmark, region: us-east-1}
`,
    })
    expect(findings.verdict?.outcome).toBe('passed')
    expect(submissions()).toMatchObject([
      [
        { 'test-input': 'products.csv', 'virtual-users': 5, 'test-duration': '2m0s' },
        { 'test-input': 'customers.csv', 'virtual-users': 7, 'test-duration': '', 'test-type': 'benchmark' },
      ],
    ])
  })

  test('have one failure for all, and the other is collected', async () => {
    await open()
    bench.simulator.errthquake.nextRuns.push({ fate: 'fails-to-start' })
    const { findings, outputs } = await run({ region: 'eu-west-1,us-east-1', 'test-duration': '2m' })
    expect(findings.verdict).toMatchObject({ outcome: 'error', reason: 'remote-failed' })
    expect(outputs['state']).toBe('failed,complete')
    expect(findings.collected?.files).toHaveLength(4)
  })

  test.each<[ExecShape, number]>([
    ['id', 1],
    ['id', 2],
    ['array', 1],
    ['array', 2],
    ['id-list', 1],
    ['id-list', 2],
    ['names', 1],
    ['names', 2],
  ])('are recognized in a response of the form %s for %i', async (execShape, count) => {
    await open({ execShape })
    const region = ['eu-west-1', 'us-east-1'].slice(0, count).join(',')
    const { outputs } = await run({ region, 'test-duration': '1m' })
    expect(outputs['run-id']).toBe(idsOfRuns().join(','))
    expect(outputs['outcome']).toBe('passed')
  })

  test('with fewer ids than documents give an error that names what has started', async () => {
    await open({ execShape: 'fewer' })
    const { findings, outputs } = await run({ region: 'eu-west-1,us-east-1' })
    expect(findings.verdict).toMatchObject({ outcome: 'error', reason: 'start-unknown' })
    const [id] = idsOfRuns()
    expect(findings.verdict?.message).toContain('2 executions were submitted')
    expect(findings.verdict?.message).toContain(`Certainly started: ${id}`)
    expect(outputs['run-id']).toBe(id)
    expect(submissions()).toHaveLength(1)
    expect(stopsSent()).toEqual([id])
  })
})

describe('permissions', () => {
  test('without View Test Results, nothing could be judged, so nothing is started', async () => {
    await open({ permissions: { viewTestResults: false } })
    const { findings } = await run()
    expect(findings.verdict).toMatchObject({ outcome: 'error', reason: 'preflight', failsStep: true })
    expect(findings.verdict?.message).toContain('lacks the permission View Test Results')
    expect(submissions()).toEqual([])
  })

  test('for an active run, the state is taken from the workspace', async () => {
    await open({ permissions: { viewTestResults: false } })
    const started = await run({ mode: 'start' })
    const { findings, log, outputs } = await run({ mode: 'wait', 'run-id': started.outputs['run-id'] ?? '' })
    expect(findings.verdict).toMatchObject({ outcome: 'passed' })
    expect(outputs['state']).toBe('complete')
    expect(log).toContain('warning: The service account lacks the permission View Test Results')
    expect(findings.collected?.missing.map(({ name }) => name)).toContain('logs.zip')
    // Requested once, then not again.
    expect(polls()).toBeLessThanOrEqual(3)
  })

  test('without Execute Tests, the start is rejected, and nothing runs', async () => {
    await open({ permissions: { executeTests: false } })
    const { findings } = await run()
    expect(findings.verdict).toMatchObject({ outcome: 'error', reason: 'preflight', failsStep: true })
    expect(findings.verdict?.message).toContain('permission Execute Tests')
    expect(bench.simulator.errthquake.runs).toEqual([])
    expect(submissions()).toHaveLength(1)
  })
})

describe('test types', () => {
  test('a benchmark sends an empty duration', async () => {
    await open()
    const { findings } = await run({ 'test-type': 'benchmark', 'test-duration': '' })
    expect(findings.verdict?.outcome).toBe('passed')
    expect(submissions()).toMatchObject([[{ 'test-type': 'benchmark', 'test-duration': '' }]])
  })

  test('an interactive test is stopped after stop-after', async () => {
    await open()
    const { findings, outputs } = await run({
      'test-type': 'interactive',
      'test-duration': '',
      'stop-after': '7m',
    })
    expect(findings.verdict?.outcome).toBe('passed')
    expect(submissions()).toMatchObject([[{ 'test-type': 'interactive', 'test-duration': '' }]])
    expect(stopsSent()).toEqual(idsOfRuns())
    expect(Number(outputs['duration-seconds'])).toBe(420)
  })
})

describe('an unresponsive test', () => {
  test('is stopped after 5 minutes, collected, and ends as an error', async () => {
    await open({ run: { fate: 'stays-unresponsive', unresponsiveAfterMs: 10 * MINUTE_MS } })
    const { findings, outputs } = await run()
    expect(findings.verdict).toMatchObject({
      outcome: 'error',
      reason: 'remote-unresponsive',
      failsStep: true,
    })
    expect(outputs['state']).toBe('unresponsive')
    expect(stopsSent().length).toBeGreaterThanOrEqual(1)
    expect(bench.simulator.errthquake.active).toEqual([])
    expect(findings.collected?.files.map(({ name }) => name)).toContain('logs.zip')
    expect(Number(outputs['duration-seconds'])).toBeGreaterThanOrEqual(15 * 60)
    expect(Number(outputs['duration-seconds'])).toBeLessThan(17 * 60)
  })

  test('may recover before that', async () => {
    await open({ run: { fate: 'recovers', unresponsiveAfterMs: MINUTE_MS, recoversAfterMs: 4 * MINUTE_MS } })
    expect((await run()).findings.verdict?.outcome).toBe('passed')
    expect(stopsSent()).toEqual([])
  })

  test('that ends within 5 minutes is an error, with its results', async () => {
    await open({ run: { fate: 'completes-unresponsive', unresponsiveAfterMs: 58 * MINUTE_MS } })
    const { findings } = await run()
    expect(findings.verdict).toMatchObject({ outcome: 'error', reason: 'remote-unresponsive' })
    expect(findings.collected?.missing).toEqual([])
    expect(stopsSent()).toEqual([])
  })
})

test('a test that fails to start is noticed at once', async () => {
  await open({ run: { fate: 'fails-to-start', pendingMs: 500 } })
  const startMs = bench.clock.now()
  const { findings, outputs } = await run()
  expect(findings.verdict).toMatchObject({ outcome: 'error', reason: 'remote-failed' })
  expect(outputs['state']).toBe('failed')
  // One after the start, and two early ones.
  expect(polls()).toBeLessThanOrEqual(3)
  expect(bench.clock.now() - startMs).toBeLessThan(5 * MINUTE_MS)
})

describe('the timeout', () => {
  test('stops the test, confirms it, and collects what was stored', async () => {
    await open()
    const { findings } = await run({ timeout: '20m' })
    expect(findings.verdict).toMatchObject({ outcome: 'timed-out', reason: 'timeout', failsStep: true })
    expect(stopsSent()).toEqual(idsOfRuns())
    expect(bench.simulator.errthquake.active).toEqual([])
    expect(findings.collected?.files).toHaveLength(3)
  })

  test('leaves the test active with on-timeout leave', async () => {
    await open()
    const { findings, log } = await run({ timeout: '20m', 'on-timeout': 'leave' })
    expect(findings.verdict).toMatchObject({ outcome: 'timed-out' })
    expect(stopsSent()).toEqual([])
    expect(log).toContain(`run ${idsOfRuns()[0]} was left running`)
    expect(bench.simulator.errthquake.active).toHaveLength(1)
  })
})

describe('mode', () => {
  test('start returns the id and ends at once', async () => {
    await open()
    const { findings, outputs, states } = await run({ mode: 'start' })
    expect(findings.verdict).toMatchObject({ outcome: 'started', failsStep: false })
    expect(outputs).toMatchObject({ 'run-id': idsOfRuns()[0], outcome: 'started' })
    // Checks whether the service knows the id in its response.
    expect(polls()).toBe(1)
    expect(states.at(-1)).toEqual({ phase: 'over' })
  })

  test('wait attaches to several runs without starting one', async () => {
    await open()
    await run({ mode: 'start', region: 'eu-west-1,us-east-1' })
    const ids = idsOfRuns().join(',')
    const { outputs } = await run({ mode: 'wait', 'run-id': ids })
    expect(outputs).toMatchObject({ 'run-id': ids, state: 'complete,complete', outcome: 'passed' })
    expect(submissions()).toHaveLength(1)
  })

  test('wait for a run that does not exist is one clear error', async () => {
    await open()
    const result = await run({ mode: 'wait', 'run-id': 'zzzz9999' })
    expectNothingStarted(result)
    expect(result.findings.verdict?.message).toContain('Run zzzz9999 cannot be attached to')
    expect(result.findings.verdict?.message).toContain('Check run-id')
  })
})
