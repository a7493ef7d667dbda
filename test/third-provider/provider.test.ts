import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openBench, runInProcess, type Bench, type StepRun } from '../integration/step-in-process.ts'
import { meadowFaults, meadowInputs, meadowSecrets, MEADOW_FIELDS } from './inputs.ts'
import { createMeadowProvider } from './provider.ts'
import { MeadowService } from './service.ts'

/** The provider of docs/adding-a-provider.md in the real step: start, wait, collect, judge, stop. */
describe('a third provider', () => {
  let bench: Bench
  let service: MeadowService

  beforeEach(async () => {
    bench = await openBench()
    service = new MeadowService(bench.clock.now)
    await service.open()
  })
  afterEach(async () => {
    await service.close()
    await bench.close()
  })

  async function run(given: Record<string, string> = {}, plan = 'spring'): Promise<StepRun> {
    const inputs = fieldsOf({ 'meadow-url': service.url, 'meadow-key': 'meadow-secret', 'meadow-plan': plan })
    // Inputs of a provider that exists stand in where the step asks for one; nothing of it is used.
    const stand = {
      provider: 'errthquake',
      'errthquake-token': 'unused token',
      'test-input': 'unused.csv',
      'test-config': 'unused.yaml',
      'virtual-users': '1',
      'test-duration': '10m',
      region: 'unused',
    }
    return await runInProcess(bench, { ...stand, ...given }, {}, ({ ports, log }) =>
      createMeadowProvider({ ports, log, inputs: meadowInputs(inputs) }),
    )
  }

  test('is started once, waited for, collected and judged', async () => {
    const { findings, log } = await run({ criteria: 'requests.count == 500\nrequests.error-rate < 10%' })
    expect(findings.verdict).toMatchObject({ outcome: 'passed' })
    expect(findings.run?.executions).toMatchObject([{ id: 'm1', test: 'spring' }])
    expect(findings.collected?.files).toMatchObject([{ name: 'logs.zip', kind: 'result' }])
    expect(service.runs).toHaveLength(1)
    expect(log).toContain('Plan spring will run.')
  })

  test('whose answer to the start is lost is found by its marker, and not started again', async () => {
    service.lostAnswers = 1
    const { findings, log } = await run({ criteria: 'requests.count == 500' })
    expect(service.runs).toHaveLength(1)
    expect(log).toContain('Found the started run by its marker: run m1 (growing).')
    expect(findings.verdict?.outcome).toBe('passed')
  })

  test('is stopped at the timeout', async () => {
    const { findings } = await run({ timeout: '1m' })
    expect(findings.verdict).toMatchObject({ outcome: 'timed-out', failsStep: true })
    expect(service.runs[0]?.stoppedAtMs).toBeDefined()
  })

  test('that cannot start says why, and starts nothing', async () => {
    const { findings } = await run({}, 'autumn')
    expect(findings.verdict).toMatchObject({ outcome: 'error', reason: 'preflight' })
    expect(findings.verdict?.message).toContain("Looking up the plan 'autumn' failed.")
    expect(findings.verdict?.message).toContain('There is no such plan: check meadow-plan.')
    expect(service.runs).toHaveLength(0)
  })

  test('names what is missing, and its secrets', () => {
    const empty = fieldsOf({})
    expect(meadowFaults(empty, true)).toHaveLength(2)
    expect(meadowFaults(empty, false)).toHaveLength(1)
    expect(meadowSecrets((name) => `of ${name}`)).toEqual(['of meadow-key'])
  })
})

type Fields = Parameters<typeof meadowInputs>[0]

function fieldsOf(given: Record<string, string>): Fields {
  const read = Object.entries(MEADOW_FIELDS).map(([name, field]) => [name, field.parse(given[name] ?? '')])
  return Object.fromEntries(read) as Fields
}
