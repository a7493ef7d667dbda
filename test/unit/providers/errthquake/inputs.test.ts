import { describe, expect, test } from 'vitest'
import { parseInputs } from '../../../../src/inputs/parse-inputs.ts'
import {
  executionDocument,
  minutesAndSeconds,
} from '../../../../src/providers/errthquake/executions/execution-document.ts'
import type { Execution } from '../../../../src/providers/errthquake/executions/execution.ts'
import { contextOf } from '../../inputs/workflow-context.ts'

type Given = Record<string, string>

const BASE = { provider: 'errthquake', 'errthquake-token': 'abcd1234= 0123456789abcdef' }
const SINGLE = {
  ...BASE,
  'test-input': 'customers.csv',
  'test-config': 'checkout.yaml',
  'virtual-users': '20',
  'test-duration': '1h30m',
  'ramp-duration': '90s',
  region: 'eu-west-1',
}

async function executionsOf(given: Given): Promise<Execution[]> {
  const inputs = await parseInputs((name) => given[name] ?? '', Object.keys(given), contextOf())
  return (inputs.setup?.definition[2] ?? []) as Execution[]
}

async function faultsOf(given: Given): Promise<string> {
  const error: unknown = await executionsOf(given).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Error)
  return (error as Error).message
}

function document(execution: Execution | undefined): Record<string, string | number> {
  if (execution === undefined) throw new Error('no execution')
  return executionDocument(execution)
}

describe('durations are sent as minutes and seconds', () => {
  test.each([
    ['1h30m', '90m0s'],
    ['90s', '1m30s'],
    ['10m', '10m0s'],
    ['3s', '0m3s'],
    ['1.5m', '1m30s'],
    ['60000ms', '1m0s'],
  ])('%s as %s', async (text, sent) => {
    const given = { ...SINGLE, 'test-duration': text, 'ramp-duration': '' }
    expect(document((await executionsOf(given))[0])).toMatchObject({
      'test-duration': sent,
      'ramp-duration': '',
    })
  })

  test('an empty one is sent empty', () => {
    expect(minutesAndSeconds(undefined)).toBe('')
  })

  test('parts of a second are rejected', async () => {
    for (const name of ['test-duration', 'ramp-duration']) {
      expect(await faultsOf({ ...SINGLE, [name]: '1.5s' })).toContain(`Input '${name}' must be`)
    }
  })
})

test('all seven keys are sent', async () => {
  expect(document((await executionsOf(SINGLE))[0])).toEqual({
    'test-input': 'customers.csv',
    'test-config': 'checkout.yaml',
    'virtual-users': 20,
    'test-duration': '90m0s',
    'ramp-duration': '1m30s',
    'test-type': 'duration',
    region: 'eu-west-1',
  })
})

test('benchmark and interactive tests send an empty duration', async () => {
  for (const type of ['benchmark', 'interactive']) {
    const more = type === 'interactive' ? { 'stop-after': '5m' } : {}
    const given = { ...SINGLE, 'test-type': type, 'test-duration': '', 'ramp-duration': '', ...more }
    expect(document((await executionsOf(given))[0])).toMatchObject({ 'test-type': type, 'test-duration': '' })
    expect(await faultsOf({ ...given, 'test-duration': '5m' })).toContain(
      `must be empty for a test of type ${type}`,
    )
  }
})

test('several regions give one execution each, all with the full number of users', async () => {
  const executions = await executionsOf({ ...SINGLE, region: 'eu-west-1, us-east-1' })
  expect(executions.map(({ region, virtualUsers }) => [region, virtualUsers])).toEqual([
    ['eu-west-1', 20],
    ['us-east-1', 20],
  ])
  expect(await faultsOf({ ...SINGLE, region: 'eu-west-1,,us-east-1' })).toContain("Input 'region'")
})

test('the ramp-up must fit into the test', async () => {
  expect(await faultsOf({ ...SINGLE, 'ramp-duration': '2h' })).toContain('longer than the test')
})

describe('stop-after', () => {
  test('is required for interactive tests', async () => {
    const given = { ...SINGLE, 'test-type': 'interactive', 'test-duration': '', 'ramp-duration': '' }
    expect(await faultsOf(given)).toContain("'stop-after' is required for interactive tests")
  })

  test('is rejected for others', async () => {
    expect(await faultsOf({ ...SINGLE, 'stop-after': '5m' })).toContain(
      "'stop-after' is only for interactive",
    )
  })
})

describe('executions', () => {
  const ENTRY = `
- test-input: customers.csv
  test-config: checkout.yaml
  virtual-users: 20
  test-duration: 1h30m
  region: eu-west-1
`

  test('can be YAML or JSON', async () => {
    const json = JSON.stringify([
      {
        'test-input': 'products.csv',
        'test-config': 'browse.yaml',
        'virtual-users': 5,
        'test-type': 'benchmark',
        'test-duration': '',
        'ramp-duration': null,
        region: 'us-east-1',
      },
    ])
    expect((await executionsOf({ ...BASE, executions: ENTRY })).map(document)).toMatchObject([
      { 'virtual-users': 20, 'test-duration': '90m0s', 'ramp-duration': '', 'test-type': 'duration' },
    ])
    expect((await executionsOf({ ...BASE, executions: json })).map(document)).toMatchObject([
      { 'test-input': 'products.csv', 'test-duration': '', 'ramp-duration': '', 'test-type': 'benchmark' },
    ])
  })

  test('together with single inputs are a fault that names the redundant ones', async () => {
    const message = await faultsOf({ ...BASE, region: 'eu-west-1', 'virtual-users': '5', executions: ENTRY })
    expect(message).toContain("'executions' replaces 'virtual-users', 'region'")
  })

  test('have every fault of every entry reported with its number', async () => {
    const message = await faultsOf({
      ...BASE,
      executions: `
- test-input: customers.csv
  test-config: checkout.yaml
  virtual-users: many
  test-duration: 1500ms
  regoin: eu-west-1
- test-input: customers.csv
  test-config: checkout.yaml
  virtual-users: 1
  test-duration: 1500ms
  region: eu-west-1
- just text
- test-input: customers.csv
  test-config: checkout.yaml
  virtual-users: 1
  test-type: soak
  region: eu-west-1
`,
    })
    expect(message).toContain("entry 1: 'virtual-users' must be a whole number of at least 1")
    expect(message).toContain("entry 1: unknown key 'regoin'; known keys are 'test-input'")
    expect(message).toContain("entry 1: 'region' must be a non-empty text")
    expect(message).toContain("entry 2: 'test-duration' must be a duration of whole seconds")
    expect(message).toContain('entry 3: the entry must be a mapping')
    expect(message).toContain("entry 4: 'test-type' must be one of duration, benchmark, interactive")
  })

  test.each([
    ['- a: [1', 'is not YAML or JSON'],
    ['a: 1', 'must be a list of 1 to 100 execution documents'],
    ['[]', 'must be a list of 1 to 100 execution documents'],
    [`[${'{},'.repeat(100)}{}]`, 'must be a list of 1 to 100 execution documents'],
  ])('are rejected: %j', async (executions, fault) => {
    expect(await faultsOf({ ...BASE, executions })).toContain(`Input 'executions' ${fault}`)
  })

  test('with growing aliases are rejected', async () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      'b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]',
      'c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]',
      'd: [*c, *c, *c, *c, *c, *c, *c, *c, *c]',
    ].join('\n')
    expect(await faultsOf({ ...BASE, executions: bomb })).toContain("Input 'executions' cannot be read")
  })
})
