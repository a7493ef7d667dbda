import { describe, expect, test } from 'vitest'
import { GateError } from '../../../src/foundation/errors.ts'
import { inputFieldsOf, parseInputs, secretsOf, type Inputs } from '../../../src/inputs/parse-inputs.ts'
import { SERVICES } from '../../../src/providers/services.ts'
import type { WorkflowContext } from '../../../src/foundation/ports.ts'
import { readActionFile } from '../../runner/run-action.ts'
import { contextOf } from './workflow-context.ts'

const XTC = {
  provider: 'xtc',
  'xtc-organization': 'acme',
  'xtc-project': 'shop',
  'xtc-load-test': '7',
  'xtc-client-id': 'client',
  'xtc-client-secret': 'a-long-secret',
}
const ERRTHQUAKE = {
  provider: 'errthquake',
  'errthquake-token': 'abcd1234= 0123456789abcdef',
  'test-input': 'customers.csv',
  'test-config': 'checkout.yaml',
  'virtual-users': '20',
  'test-duration': '10m',
  region: 'eu-west-1',
}

type Given = Record<string, string>

function parse(given: Given, context: WorkflowContext = contextOf()): Promise<Inputs> {
  return parseInputs((name) => given[name] ?? '', Object.keys(given), context)
}

/** The single message about everything that is wrong. */
async function faultsOf(given: Given, context?: WorkflowContext): Promise<string> {
  const error: unknown = await parse(given, context).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(GateError)
  expect((error as GateError).reason).toBe('bad-input')
  return (error as GateError).message
}

test.each([['run'], ['no mode']])('faults in files keep their places in mode %s', async (mode) => {
  const place = { file: 'perf/gate.yml', line: 2, column: 5 }
  const given: Given = { ...XTC, mode }
  const further = [{ text: 'In a file.', place }, { text: 'Anywhere.' }]
  const parsing = parseInputs((name) => given[name] ?? '', [], contextOf(), { further })
  await expect(parsing).rejects.toMatchObject({ placed: [{ text: 'In a file.', place }] })
})

test('an empty input has the documented default', async () => {
  expect(await parse(XTC)).toMatchObject({
    mode: 'run',
    timeoutMs: 3 * 3_600_000,
    onTimeout: 'stop',
    onCancel: 'stop',
    pollIntervalMs: 'auto',
    failOn: new Set(['run', 'criteria', 'scorecard', 'validity']),
    artifacts: 'default',
    artifactName: 'load-test-{provider}-{run-id}',
    artifactFormat: 'raw',
    outputDirectory: '',
    summary: true,
    annotations: true,
    setup: {
      url: 'https://xtc.xceptance.com',
      definition: ['https://xtc.xceptance.com', 'acme', 'shop', { number: 7 }, 'v2'],
    },
  })
  expect(await parse(ERRTHQUAKE)).toMatchObject({ setup: { url: 'https://api.errthquake.com' } })
})

describe('each value is checked', () => {
  test.each([
    ['provider', 'jmeter', "must be one of 'xtc', 'errthquake', got 'jmeter'."],
    ['mode', 'go', "must be one of 'run', 'start', 'wait', 'check'"],
    ['run-id', '1,,2', 'one or more ids, separated by commas'],
    ['run-id', '1,1', 'one or more ids, separated by commas'],
    ['timeout', '3', 'a duration from 1s to 30 days'],
    ['timeout', '999ms', 'a duration from 1s to 30 days'],
    ['timeout', '721h', 'a duration from 1s to 30 days'],
    ['on-timeout', 'kill', "must be one of 'stop', 'leave'"],
    ['on-cancel', 'kill', "must be one of 'stop', 'leave'"],
    ['poll-interval', 'soon', "must be 'auto' or a duration from 1s to 10m, got 'soon'."],
    ['poll-interval', '999ms', 'from 1s to 10m'],
    ['poll-interval', '11m', 'from 1s to 10m'],
    ['xtc-url', 'xtc.example', 'an https URL'],
    ['xtc-url', 'http://xtc.example', 'an https URL'],
    ['xtc-url', 'https://user:word@xtc.example', 'an https URL'],
    ['xtc-url', 'https://xtc.example/?a=1', 'an https URL'],
    ['xtc-organization', 'a/b', 'a short name'],
    ['xtc-organization', '..', 'a short name'],
    ['xtc-project', 'Our Shop', 'a short name'],
    ['xtc-load-test', 'name:', "a load test's number, or its name"],
    ['xtc-api-version', 'v3', "must be one of 'v2', 'v1'"],
    ['xtc-run-request', '[1]', 'must be a JSON object.'],
    ['errthquake-url', 'http://10.0.0.1', 'an https URL'],
    ['errthquake-workspace', 'my workspace', 'a workspace uid'],
    ['virtual-users', '0', 'a whole number of at least 1'],
    ['virtual-users', '1.5', 'a whole number of at least 1'],
    ['virtual-users', '1e3', 'a whole number of at least 1'],
    ['test-type', 'soak', "must be one of 'duration', 'benchmark', 'interactive'"],
    ['test-duration', '1500ms', 'a duration of whole seconds'],
    ['test-duration', '0s', 'a duration of whole seconds'],
    ['ramp-duration', '2.5s', 'a duration of whole seconds'],
    ['stop-after', '25h', 'a duration from 1s to 24h'],
    ['fail-on', 'run,everything', "'none', or a list of run, criteria"],
    ['fail-on', 'none,run', "'none', or a list of run, criteria"],
    ['artifacts', 'reports', "'all', 'none', or a list of report, result"],
    ['artifact-name', 'x-{sha}', 'placeholders {provider} {run-id} {job} {attempt} {matrix}'],
    ['artifact-format', 'tar', "must be one of 'raw', 'zip'"],
    ['retention-days', '0', 'a whole number from 1 to 400'],
    ['retention-days', '401', 'a whole number from 1 to 400'],
    ['summary', 'yes', "must be 'true' or 'false', got 'yes'."],
    ['annotations', '1', "must be 'true' or 'false'"],
  ])('%s: %s', async (name, value, allowed) => {
    const base = name.startsWith('xtc') || name === 'provider' ? XTC : ERRTHQUAKE
    const message = await faultsOf({ ...base, [name]: value })
    expect(message).toContain(`Input '${name}' must be`)
    expect(message).toContain(allowed)
  })

  test('only loopback may be used without TLS', async () => {
    for (const url of ['http://127.0.0.1:1/', 'http://localhost:1', 'http://[::1]:1']) {
      expect((await parse({ ...XTC, 'xtc-url': url })).setup?.url).toBe(url.replace(/\/$/, ''))
    }
    for (const url of ['http://127.0.0.1.example', 'http://localhost.example', 'ftp://127.0.0.1']) {
      expect(await faultsOf({ ...XTC, 'xtc-url': url })).toContain("Input 'xtc-url'")
    }
  })

  test('a path of the base URL is kept, but not its trailing slashes', async () => {
    expect((await parse({ ...XTC, 'xtc-url': 'https://proxy.example/xtc//' })).setup?.url).toBe(
      'https://proxy.example/xtc',
    )
  })
})

test('every fault of every input is in one message', async () => {
  const message = await faultsOf({
    ...ERRTHQUAKE,
    mode: 'go',
    timeout: 'soon',
    'virtual-users': 'many',
    'test-duration': '1.5s',
    summary: 'yes',
    critera: 'x',
  })
  expect(message).toMatch(/^\d inputs need attention:\n- /)
  for (const name of ['mode', 'timeout', 'virtual-users', 'test-duration', 'summary']) {
    expect(message).toContain(`\n- Input '${name}' must be`)
  }
})

test('everything that is missing is in one message', async () => {
  const xtc = await faultsOf({ provider: 'xtc' })
  for (const name of ['organization', 'project', 'load-test', 'client-id', 'client-secret']) {
    expect(xtc).toContain(`Input 'xtc-${name}' is required for provider xtc`)
  }
  const errthquake = await faultsOf({ provider: 'errthquake' })
  for (const name of ['errthquake-token', 'test-input', 'test-config', 'virtual-users', 'region']) {
    expect(errthquake).toContain(`Input '${name}' is required`)
  }
  expect(errthquake).toContain("Input 'test-duration' is required for a test of type duration")
})

test.each([
  ['xtc', 'xtc-client-id'],
  ['xtc', 'xtc-client-secret'],
  ['errthquake', 'errthquake-token'],
  ['errthquake', 'github-token'],
])('a credential must be one line: %s, %s', async (provider, name) => {
  const given = provider === 'xtc' ? XTC : ERRTHQUAKE
  for (const value of [
    'hunter2\nhunter3',
    'hunter2\rhunter3',
    'hunter2\u0000hunter3',
    'hunter2\u0085hunter3',
  ]) {
    const faults = await faultsOf({ ...given, [name]: value })
    expect(faults).toContain(`Input '${name}' must be one line`)
    expect(faults).not.toContain('hunter')
  }
})

test('a value is shown shortened, and a secret never', async () => {
  const long = 'x'.repeat(500)
  const message = await faultsOf({ ...XTC, mode: long, 'xtc-run-request': '{"password": "hunter2hunter2"' })
  expect(message).toContain(`got '${'x'.repeat(80)}…'`)
  expect(message).toContain("Input 'xtc-run-request' must be a JSON object.")
  expect(message).not.toContain('hunter2')
})

describe('misspelled names', () => {
  test.each([
    ['vitual-users', 'virtual-users'],
    ['test-confg', 'test-config'],
    ['xtc-cliend-id', 'xtc-client-id'],
    ['arifacts', 'artifacts'],
  ])('%s is rejected, and %s suggested', async (name, meant) => {
    const message = await faultsOf({ ...XTC, [name]: 'x' })
    expect(message).toContain(`Input '${name}' does not exist. Did you mean`)
    expect(message).toContain(`'${meant}'`)
  })

  test('a name that is not similar to any belongs to somebody else', async () => {
    expect(await parse({ ...XTC, 'working-directory': 'x' })).toMatchObject({ provider: 'xtc' })
  })

  test('every declared name is known', async () => {
    const given = Object.fromEntries(Object.keys(inputFieldsOf(SERVICES)).map((name) => [name, '']))
    expect(await parse({ ...given, ...XTC })).toMatchObject({ provider: 'xtc' })
  })
})

describe('mode', () => {
  test('wait needs a run, but no load test', async () => {
    const { 'xtc-load-test': _, ...withoutTest } = XTC
    expect(await faultsOf({ ...withoutTest, mode: 'wait' })).toContain("'run-id' is required in mode wait")
    expect(await parse({ ...withoutTest, mode: 'wait', 'run-id': '12' })).toMatchObject({ runIds: ['12'] })
  })

  test('a run is a fault in another mode', async () => {
    expect(await faultsOf({ ...XTC, 'run-id': '12' })).toContain('mode run does not attach to a run')
  })

  test('XTC accepts one number, Errthquake several ids', async () => {
    expect(await faultsOf({ ...XTC, mode: 'wait', 'run-id': '1,2' })).toContain('must be one number')
    expect(await faultsOf({ ...XTC, mode: 'wait', 'run-id': 'abc' })).toContain('must be one number')
    const inputs = await parse({ ...ERRTHQUAKE, mode: 'wait', 'run-id': 'abcd1234, efgh5678' })
    expect(inputs.runIds).toEqual(['abcd1234', 'efgh5678'])
  })
})

test('a single fault is counted too', async () => {
  expect(await faultsOf({ ...XTC, timeout: '3' })).toMatch(
    /^1 input needs attention: Input 'timeout' must be/,
  )
  expect(await faultsOf({ ...XTC, timeout: '3', summary: 'x' })).toMatch(/^2 inputs need attention:\n- Input/)
})

describe('inputs without effect', () => {
  const judging = { mode: 'judge', 'output-directory': 'files' }
  const { 'xtc-load-test': _, ...withoutTest } = XTC
  const attaching = { ...withoutTest, mode: 'wait', 'run-id': '12' }

  test.each<[string, Given, string]>([
    [
      'of the other provider',
      { ...XTC, 'test-input': 'a.csv', region: 'eu-west-1' },
      "Inputs 'test-input', 'region' are for provider errthquake, but provider is xtc: remove them.",
    ],
    [
      'of the other provider',
      { ...ERRTHQUAKE, 'xtc-load-test': '7' },
      "Input 'xtc-load-test' is for provider xtc, but provider is errthquake: remove it.",
    ],
    ['of a service', { ...judging, 'xtc-project': 'shop' }, "Input 'xtc-project' is not used in mode judge"],
    [
      'about time',
      { ...judging, timeout: '1h', 'max-minutes': '5' },
      "Inputs 'timeout', 'max-minutes' are not used in mode judge: remove them.",
    ],
    [
      'of a start',
      { ...attaching, 'xtc-load-test': '7' },
      "Input 'xtc-load-test' is not used in mode wait, which starts nothing: remove it.",
    ],
    ['of a re-run', { ...attaching, 'on-rerun': 'start' }, "Input 'on-rerun' is not used in mode wait"],
    ['of files', { ...XTC, mode: 'start', artifacts: 'none' }, "Input 'artifacts' is not used in mode start"],
    ['of an attach', { ...XTC, mode: 'check', 'run-id': '7' }, "Input 'run-id' is only for mode wait"],
    [
      'without a token',
      { ...XTC, comment: 'always' },
      "Input 'comment' is always, but 'github-token' is empty",
    ],
  ])('%s: %j', async (_what, given, message) => {
    expect(await faultsOf(given)).toContain(message)
  })

  test.each<[string, Given]>([
    ['start', XTC],
    ['check', XTC],
    ['run', ERRTHQUAKE],
    ['wait', attaching],
    ['judge', judging],
  ])('the defaults passed by the runner are not inputs without effect: mode %s', async (mode, given) => {
    const { inputs } = readActionFile()
    const defaults = Object.entries(inputs).flatMap(([name, { default: value }]) =>
      value === undefined || value.includes('${{') ? [] : [[name, value]],
    )
    const passed = { ...Object.fromEntries(defaults), 'step-key': 'null', 'github-token': 'token' }
    expect(await parse({ ...passed, ...given, mode })).toMatchObject({ mode })
  })

  test('a custom token that a fork does not get is not a fault', async () => {
    const context = contextOf({ withoutSecrets: 'fork' })
    expect(await parse({ ...judging, comment: 'always' }, context)).toMatchObject({ comment: 'always' })
  })
})

describe('the load test', () => {
  test.each([
    ['12', { number: 12 }],
    ['Checkout nightly', { name: 'Checkout nightly' }],
    ['name:2024', { name: '2024' }],
    ['name: 2024', { name: '2024' }],
  ])('%s', async (text, choice) => {
    expect((await parse({ ...XTC, 'xtc-load-test': text })).setup?.definition).toContainEqual(choice)
  })
})

test('v1 sends no body, so a run request for it is a fault', async () => {
  const given = { ...XTC, 'xtc-api-version': 'v1', 'xtc-run-request': '{}' }
  expect(await faultsOf(given)).toContain("'xtc-run-request' needs xtc-api-version v2")
  const properties = { ...XTC, 'xtc-api-version': 'v1', 'xtc-properties': 'a=1' }
  expect(await faultsOf(properties)).toContain("'xtc-properties' needs xtc-api-version v2")
})

describe('without secrets', () => {
  const empty = { ...XTC, 'xtc-client-id': '', 'xtc-client-secret': '' }

  test('a pull request from a fork is told what to do', async () => {
    const message = await faultsOf(empty, contextOf({ withoutSecrets: 'fork' }))
    expect(message).toContain('comes from a fork, and GitHub gives such runs no secrets')
    expect(message).toContain('github.event.pull_request.head.repo.full_name == github.repository')
  })

  test('Dependabot is told where its secrets are set', async () => {
    const message = await faultsOf(
      { ...ERRTHQUAKE, 'errthquake-token': '' },
      contextOf({ withoutSecrets: 'dependabot' }),
    )
    expect(message).toContain('Secrets and variables > Dependabot')
  })

  test('forks are not mentioned if the secret is there', async () => {
    const message = await faultsOf({ ...XTC, mode: 'go' }, contextOf({ withoutSecrets: 'fork' }))
    expect(message).not.toContain('fork')
  })
})

describe('secrets', () => {
  const secrets = (given: Given): string[] => secretsOf((name) => given[name] ?? '')

  test('the Errthquake value is masked as a whole and by word', () => {
    expect(secrets(ERRTHQUAKE)).toEqual(['abcd1234= 0123456789abcdef', 'abcd1234=', '0123456789abcdef'])
  })

  test('every text of the run request is masked, except words of less than 8 characters', () => {
    const request = '{"properties": {"password": "hunter2hunter2", "level": "high"}, "n": 12345678}'
    expect(secrets({ ...XTC, 'xtc-run-request': request })).toEqual(['a-long-secret', 'hunter2hunter2'])
  })

  test('secret parameters are masked, but not placeholders for properties', () => {
    const lines = 'users=12345678\nsecret:password=hunter2hunter2\nsecret:broken hunter3hunter3=x\n'
    expect(secrets({ ...XTC, 'xtc-properties': lines, 'xtc-run-request': '{"p": "{properties}"}' })).toEqual([
      'a-long-secret',
      'hunter2hunter2',
    ])
    expect(secrets({ ...ERRTHQUAKE, 'test-variables': lines })).toContain('hunter2hunter2')
  })
})

describe('parameters of a run', () => {
  test('distinguish steps, but only if there are any', async () => {
    const plain = await parse(XTC)
    expect(plain.setup).not.toHaveProperty('secretDefinition')
    const given = await parse({ ...XTC, 'xtc-properties': 'a=1\nsecret:b=hunter2hunter2' })
    expect(given.setup?.definition).toEqual(plain.setup?.definition)
    expect(JSON.stringify(given.setup?.secretDefinition)).toContain('hunter2hunter2')
    expect(JSON.stringify(given.setup?.parameters)).not.toContain('hunter2hunter2')
    const variables = await parse({ ...ERRTHQUAKE, 'test-variables': 'a=1' })
    expect(variables.setup).toMatchObject({ parameters: [{ name: 'a', value: '1' }] })
    expect(variables.setup).toHaveProperty('secretDefinition')
  })

  test('every fault in their lines is reported', async () => {
    const message = await faultsOf({ ...XTC, 'xtc-properties': 'a\nb c=1\nd=1' })
    expect(message).toContain("'xtc-properties', line 1:")
    expect(message).toContain("'xtc-properties', line 2:")
    expect(await faultsOf({ ...ERRTHQUAKE, 'test-variables': '1a=1' })).toContain("'test-variables', line 1:")
  })
})
