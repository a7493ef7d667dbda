import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openBench, runInProcess, type Bench, type StepRun } from '../integration/step-in-process.ts'
import { inputFieldsOf, parseInputs, secretsOf } from '../../src/inputs/parse-inputs.ts'
import { stepKeyFor } from '../../src/program/compose.ts'
import { SERVICES } from '../../src/providers/services.ts'
import { markerOf } from '../../src/step/traces/marker.ts'
import { signingKey } from '../../src/step/traces/signed-note.ts'
import { contextOf } from '../unit/inputs/workflow-context.ts'
import { MeadowServer } from './server.ts'
import { meadow } from './service.ts'

/** The entry that src/providers/services.ts would get. */
const services = [...SERVICES, meadow]

const KEY = 'meadow-secret'

/** The provider of docs/adding-a-provider.md in the real step: start, wait, collect, judge, stop. */
describe('a third provider', () => {
  let bench: Bench
  let server: MeadowServer

  beforeEach(async () => {
    bench = await openBench()
    server = new MeadowServer(bench.clock.now)
    await server.open()
  })
  afterEach(async () => {
    await server.close()
    await bench.close()
  })

  function inputs(plan = 'spring'): Record<string, string> {
    return { provider: 'meadow', 'meadow-url': server.url, 'meadow-key': KEY, 'meadow-plan': plan }
  }

  async function run(given: Record<string, string> = {}, plan?: string): Promise<StepRun> {
    return await runInProcess(bench, { ...inputs(plan), ...given }, {}, { services })
  }

  test('starts once, waits, collects and judges', async () => {
    const { findings, log } = await run({ criteria: 'requests.count == 500\nrequests.error-rate < 10%' })
    expect(findings.verdict).toMatchObject({ outcome: 'passed' })
    expect(findings.run?.executions).toMatchObject([{ id: 'm1', test: 'spring' }])
    expect(findings.collected?.files).toMatchObject([{ name: 'meadow.zip', kind: 'result' }])
    expect(server.runs).toHaveLength(1)
    expect(log).toContain('Plan spring will run.')
  })

  test('finds a run by its marker if the response to the start is lost, and does not start another', async () => {
    server.lostAnswers = 1
    const { findings, log } = await run({ criteria: 'requests.count == 500' })
    expect(server.runs).toHaveLength(1)
    expect(log).toContain('Found the started run by its marker: run m1 (growing).')
    expect(findings.verdict?.outcome).toBe('passed')
  })

  test('stops the run at the timeout', async () => {
    const { findings } = await run({ timeout: '1m' })
    expect(findings.verdict).toMatchObject({ outcome: 'timed-out', failsStep: true })
    expect(server.runs[0]?.stoppedAtMs).toBeDefined()
  })

  test('says why it cannot start, and starts nothing', async () => {
    const { findings } = await run({}, 'autumn')
    expect(findings.verdict).toMatchObject({ outcome: 'error', reason: 'preflight' })
    expect(findings.verdict?.message).toContain("Looking up the plan 'autumn' failed.")
    expect(findings.verdict?.message).toContain('There is no such plan: check meadow-plan.')
    expect(server.runs).toHaveLength(0)
  })

  test('is distinguished from others, and says what it cannot answer', async () => {
    const { findings } = await run({ criteria: 'actions.count > 1\nrequests.count == 500' })
    expect(findings.verdict).toMatchObject({ outcome: 'error', reason: 'preflight' })
    expect(findings.verdict?.message).toContain('actions.count: Meadow measures only requests and agents.')
    expect(server.runs).toHaveLength(0)
    const measured = await run({ criteria: 'requests.count == 500' })
    expect(measured.findings.measurements?.run).toMatchObject({ provider: 'meadow', ids: ['m1'] })
  })

  test('marks its runs with a key that only the holder of its credential can make', async () => {
    await run()
    const [marker] = /ltg-[0-9a-f]{16}/.exec(server.runs[0]?.note ?? '') ?? []
    const made = await parseInputs((name) => inputs()[name] ?? '', [], contextOf(), { services })
    expect(made.setup?.credential).toBe(KEY)
    const stepKey = stepKeyFor(made, contextOf())
    expect(marker).toBe(markerOf(contextOf(), stepKey, signingKey(KEY)))
    expect(marker).not.toBe(markerOf(contextOf(), stepKey, signingKey('')))
  })

  test('has its own inputs, including secrets, and names what is missing', async () => {
    expect(Object.keys(inputFieldsOf(services))).toContain('meadow-plan')
    expect(secretsOf((name) => inputs()[name] ?? '', services)).toEqual([KEY])
    const missing = parseInputs((name) => (name === 'provider' ? 'meadow' : ''), [], contextOf(), {
      services,
    })
    await expect(missing).rejects.toThrow(/'meadow-key' is required.*\n.*'meadow-plan' is required/)
  })
})
