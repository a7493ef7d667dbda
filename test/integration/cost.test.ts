import { afterEach, describe, expect, test } from 'vitest'
import { DEFAULT_ERRTHQUAKE_TOKEN } from '../simulator/errthquake.ts'
import type { SimulatorOptions } from '../simulator/simulator.ts'
import { openBench, runInProcess, type Bench, type StepRun } from './step-in-process.ts'

const MINUTE_MS = 60_000

let bench: Bench

afterEach(() => bench.close())

async function open(options: SimulatorOptions = {}): Promise<void> {
  bench = await openBench({ requestLog: { lines: 100 }, xltData: { lines: 100 }, ...options })
}

function errthquake(more: Record<string, string> = {}): Promise<StepRun> {
  return runInProcess(bench, {
    provider: 'errthquake',
    'errthquake-url': bench.simulator.errthquakeUrl,
    'errthquake-token': DEFAULT_ERRTHQUAKE_TOKEN,
    'test-input': 'customers.csv',
    'test-config': 'checkout.yaml',
    'virtual-users': '20',
    'test-duration': '10m',
    region: 'eu-west-1',
    ...more,
  })
}

const BENCHMARK = { 'test-type': 'benchmark', 'test-duration': '' }

describe('before the start', () => {
  test('the cost is shown in the log, the summary and the output', async () => {
    await open({ errthquake: { minutesAllocated: 100, minutesUsedBefore: 10 } })
    const { outputs, log, summary } = await errthquake({ region: 'eu-west-1,us-east-1' })
    expect(outputs['planned-minutes']).toBe('20')
    expect(log).toContain('Cost: 20 min of test time (20 virtual users × 10 min × 2 regions).')
    expect(log).toContain('Test time remaining 90 min'.toLowerCase())
    expect(log).toContain('Test time after the run: 70 min.')
    expect(summary).toContain('20 min of test time (20 virtual users × 10 min × 2 regions)')
    expect(summary).toContain('70 min')
  })

  test('different executions are listed one by one', async () => {
    await open()
    const { outputs, log } = await errthquake({
      'test-input': '',
      'test-config': '',
      'virtual-users': '',
      'test-duration': '',
      region: '',
      executions: `
- {test-input: customers.csv, test-config: checkout.yaml, virtual-users: 50, test-duration: 90s, region: eu-west-1}
- {test-input: customers.csv, test-config: browse.yaml, virtual-users: 5, test-duration: 10m, region: eu-west-1}
- {test-input: products.csv, test-config: browse.yaml, virtual-users: 5, test-duration: 10m, region: eu-west-1}
`,
    })
    expect(outputs['planned-minutes']).toBe('22')
    expect(log).toContain('(50 virtual users × 2 min + 5 virtual users × 10 min × 2 executions)')
  })

  test('the cost of a benchmark is unknown', async () => {
    await open()
    const { outputs, log } = await errthquake({ ...BENCHMARK, 'max-minutes': '5' })
    expect(outputs['planned-minutes']).toBeUndefined()
    expect(log).toContain('Cost: at least 0 min of test time (20 virtual users × a benchmark).')
    expect(log).toContain('warning: The cost of the run is not certain before it finishes')
  })

  test('more than max-minutes is rejected together with every other fault, and nothing is started', async () => {
    await open()
    const { findings, outputs } = await errthquake({
      region: 'eu-west-1,us-east-1',
      'test-input': 'nobody.csv',
      'max-minutes': '19',
    })
    expect(findings.verdict).toMatchObject({ outcome: 'error', reason: 'preflight', failsStep: true })
    expect(findings.verdict?.message).toContain("no test-input 'nobody.csv'")
    expect(findings.verdict?.message).toContain('The run would cost 20 minutes')
    expect(findings.verdict?.message).toContain('max-minutes allows only 19')
    expect(outputs['planned-minutes']).toBe('20')
    expect(bench.simulator.errthquake.runs).toEqual([])
  })

  test('mode check rejects it as well, and a limit that is met is not a fault', async () => {
    await open()
    const check = { mode: 'check', 'test-duration': '10m' }
    const refused = await errthquake({ ...check, 'max-minutes': '9' })
    expect(refused.findings.verdict).toMatchObject({ outcome: 'error', reason: 'preflight' })
    const kept = await errthquake({ ...check, 'max-minutes': '10' })
    expect(kept.findings.verdict).toMatchObject({ outcome: 'passed' })
  })

  test('for XTC, the last run of the load test is the estimate', async () => {
    const phases = [{ state: 'RUNNING', durationMs: 30 * MINUTE_MS }]
    await open({ xtc: { run: { phases, archiveDelayMs: 0 } } })
    const inputs = {
      provider: 'xtc',
      'xtc-url': bench.simulator.xtcUrl,
      'xtc-organization': 'acme',
      'xtc-project': 'shop',
      'xtc-load-test': '7',
      'xtc-client-id': 'simulated-client',
      'xtc-client-secret': 'simulated-client-secret',
    }
    const first = await runInProcess(bench, inputs)
    const number = first.outputs['run-id'] ?? ''
    const again = { ...inputs, 'xtc-load-test': number }
    const refused = await runInProcess(bench, { ...again, 'max-minutes': '29' })
    expect(refused.findings.verdict?.message).toContain('would cost about 30 minutes')
    expect(bench.simulator.xtc.runs).toHaveLength(1)
    const { outputs, log } = await runInProcess(bench, { ...again, 'max-minutes': '30' })
    expect(outputs['planned-minutes']).toBe('30')
    expect(log).toContain('Cost: about 30 min: as long as its last run.')
    expect(log).toContain('warning: The cost of the run is not certain before it finishes')
    expect(log).toContain('XTC has no way to stop it when it takes longer.')
  })
})

describe('while it runs', () => {
  test('a benchmark that takes longer is stopped, and its files are collected', async () => {
    await open({ errthquake: { run: { benchmarkMs: 60 * MINUTE_MS, pendingMs: 20_000 } } })
    const { findings, log } = await errthquake({ ...BENCHMARK, 'max-minutes': '12' })
    expect(findings.verdict).toMatchObject({ outcome: 'timed-out', reason: 'timeout', failsStep: true })
    expect(findings.verdict?.message).toContain('max-minutes')
    expect(log).toContain('more than the 12 minutes that max-minutes allows')
    const { errthquake: service } = bench.simulator
    expect(service.active).toEqual([])
    const [test0] = service.runs
    const moment = service.moment(test0 as never)
    expect((moment.finishMs ?? 0) - (moment.startMs ?? 0)).toBeLessThan(12.1 * MINUTE_MS)
    expect(findings.collected?.files).toHaveLength(3)
  })

  test('a test that ends as planned is not stopped', async () => {
    await open({ errthquake: { run: { pendingMs: 20_000, storingMs: 5 * MINUTE_MS } } })
    const { findings } = await errthquake({ region: 'eu-west-1,us-east-1', 'max-minutes': '20' })
    expect(findings.verdict).toMatchObject({ outcome: 'passed' })
    expect(bench.simulator.record.of('errthquake', 'PUT')).toEqual([])
  })
})
