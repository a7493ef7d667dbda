import { afterEach, beforeEach, expect, test } from 'vitest'
import { createProvider } from '../../src/program/create-provider.ts'
import type { Provider } from '../../src/providers/provider.ts'
import { parseInputs } from '../../src/inputs/parse-inputs.ts'
import { DEFAULT_ERRTHQUAKE_TOKEN } from '../simulator/errthquake.ts'
import { contextOf } from '../unit/inputs/workflow-context.ts'
import { openBench, runInProcess, type Bench, type StepRun } from './step-in-process.ts'

let bench: Bench

beforeEach(async () => {
  bench = await openBench()
})

afterEach(() => bench.close())

/** The step, with a provider that has one operation broken by a fault of the action itself. */
async function withBroken(broken: Partial<Provider>): Promise<StepRun> {
  const given = {
    provider: 'errthquake',
    'errthquake-url': bench.simulator.errthquakeUrl,
    'errthquake-token': DEFAULT_ERRTHQUAKE_TOKEN,
    'test-input': 'customers.csv',
    'test-config': 'checkout.yaml',
    'virtual-users': '20',
    'test-duration': '10m',
    region: 'eu-west-1',
  }
  const inputs = await parseInputs((name) => (given as Record<string, string>)[name] ?? '', [], contextOf())
  return await runInProcess(
    bench,
    given,
    {},
    { provided: async (ports) => ({ ...(await createProvider(inputs, ports)), ...broken }) },
  )
}

const fault = (): never => {
  throw new TypeError('undefined is not iterable')
}

test('an internal error before the start starts nothing, fails the step, and is reported as such', async () => {
  const { findings, outputs } = await withBroken({ preflight: fault })
  expect(findings.verdict).toMatchObject({ outcome: 'error', reason: 'internal', failsStep: true })
  expect(findings.verdict?.message).toContain('before anything was started: undefined is not iterable.')
  expect(outputs['run-id']).toBeUndefined()
  expect(bench.simulator.errthquake.runs).toEqual([])
})

test('an internal error after the start keeps the id, stops the run, and is not reported as bad input or lost contact', async () => {
  const { findings, outputs, states } = await withBroken({ collect: fault })
  expect(findings.verdict).toMatchObject({ outcome: 'error', reason: 'internal' })
  expect(findings.verdict?.message).toContain('after the run had started')
  expect(outputs).toMatchObject({ reason: 'internal', 'run-id': bench.simulator.errthquake.runs[0]?.id })
  expect(states.at(-1)).toEqual({ phase: 'over' })
  expect(bench.simulator.errthquake.active).toEqual([])
})

test('an internal error after the start request leaves post to look for the run', async () => {
  const { findings, states } = await withBroken({
    start: async (_intent, sending) => await (sending?.(async () => fault()) ?? fault()),
  })
  expect(findings.verdict).toMatchObject({ outcome: 'error', reason: 'start-unknown' })
  expect(findings.verdict?.message).toContain('the post step looks for it')
  expect(states.at(-1)).toMatchObject({ phase: 'intent' })
})
