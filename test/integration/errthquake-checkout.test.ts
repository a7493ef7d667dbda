import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { DEFAULT_ERRTHQUAKE_TOKEN } from '../simulator/errthquake.ts'
import type { FaultRule } from '../simulator/faults.ts'
import type { SimulatorOptions } from '../simulator/simulator.ts'
import { openBench, runInProcess, type Bench, type StepRun } from './step-in-process.ts'

const USERS = 'user,password\nalice,1\nbob,2\n'
const CHECKOUT = `Commands:
  login:
    Url: "https://shop.example/login/{$user}"
    Method: POST
    BodyText: "{$password}"
LoopSequence: [login]
`
const OWN_NAME = /^ltg-[0-9a-f]{12}-[0-9a-f]{16}\.(csv|yaml|png)$/

let bench: Bench

afterEach(() => bench.close())

async function open(
  errthquake: SimulatorOptions['errthquake'] = {},
  files: Record<string, string> = { 'perf/users.csv': USERS, 'perf/checkout.yaml': CHECKOUT },
): Promise<void> {
  bench = await openBench({ errthquake, requestLog: { lines: 200 } })
  for (const [name, text] of Object.entries(files)) await put(name, text)
}

async function put(name: string, text: string | Buffer): Promise<void> {
  const path = join(bench.directory, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

function run(more: Record<string, string> = {}): Promise<StepRun> {
  const given = {
    provider: 'errthquake',
    'errthquake-url': bench.simulator.errthquakeUrl,
    'errthquake-token': DEFAULT_ERRTHQUAKE_TOKEN,
    'test-input': './perf/users.csv',
    'test-config': './perf/checkout.yaml',
    'virtual-users': '20',
    'test-duration': '10m',
    region: 'eu-west-1',
    ...more,
  }
  return runInProcess(bench, given)
}

const service = () => bench.simulator.errthquake
const store = () => service().assets

function requests(method: string): string[] {
  return bench.simulator.record
    .of('errthquake', method, /^\/assets\//)
    .map(({ path }) => path.split('/')[3] ?? '')
}

function warnings({ lines }: StepRun): string[] {
  return lines.filter((line) => line.startsWith('warning: '))
}

/** Breaks the first upload. */
function fault(kind: FaultRule['kind'], more: Partial<FaultRule> = {}): void {
  const match = { service: 'errthquake', method: 'POST', path: /^\/assets\// } as const
  bench.simulator.faults.add({ match, nth: 1, kind, ...more })
}

test('uploads the files from the checkout, runs the test, and deletes them afterwards', async () => {
  await open()
  const { findings, kept, lines } = await run()
  expect(findings.verdict).toMatchObject({ outcome: 'passed' })
  const [document] = service().runs.map((one) => one.document)
  expect(store().uploads).toEqual([document?.['test-input'], document?.['test-config']])
  for (const name of store().uploads) expect(name).toMatch(OWN_NAME)
  expect(store().deleted).toEqual(store().uploads)
  expect(store().deletedInUse).toEqual([])
  expect(service().testInputs).toEqual(['customers.csv', 'products.csv', 'search-terms.csv'])
  // Saved before each upload, and removed once the files are deleted.
  const [input, config] = store().uploads.map((id, index) => ({
    id,
    file: ['./perf/users.csv', './perf/checkout.yaml'][index],
  }))
  expect(kept['remoteFiles']).toEqual([[input], [input, config], []])
  for (const name of store().uploads) expect(lines).toContainEqual(expect.stringContaining(name))
})

test('the upload contains the bytes of the file, with its type', async () => {
  await open()
  await run({ mode: 'start' })
  const [input = '', config = ''] = store().uploads
  expect(store().contentOf(input)).toBe(USERS)
  expect(store().contentOf(config)).toBe(CHECKOUT)
  expect(store().uploaded.get(input)).toMatchObject({ type: 'inputset', contentType: 'text/csv' })
  expect(store().uploaded.get(config)).toMatchObject({ type: 'configuration' })
})

describe('names', () => {
  test('are the same for the same content, and different for other content', async () => {
    await open()
    await run()
    await run()
    const [input, config, inputAgain, configAgain] = store().uploads
    expect([inputAgain, configAgain]).toEqual([input, config])
    await put('perf/users.csv', `${USERS}carol,3\n`)
    await run()
    expect(store().uploads.slice(4)).toEqual([expect.not.stringMatching(input ?? ''), config])
  })

  test('are used for a list of executions too, and each file is uploaded once', async () => {
    await open()
    const one = {
      'test-input': 'customers.csv',
      'test-config': './perf/checkout.yaml',
      'virtual-users': 5,
      'test-duration': '1m',
    }
    const executions = [
      { ...one, region: 'eu-west-1' },
      { ...one, region: 'us-east-1' },
    ]
    const none = { 'test-input': '', 'test-config': '', 'virtual-users': '', 'test-duration': '', region: '' }
    const { findings } = await run({ ...none, executions: JSON.stringify(executions) })
    expect(findings.verdict).toMatchObject({ outcome: 'passed' })
    expect(store().uploads).toHaveLength(1)
    expect(service().runs.map(({ document }) => document['test-config'])).toEqual([
      store().uploads[0],
      store().uploads[0],
    ])
  })
})

describe('files that stay', () => {
  test('include those that were there before, which are not uploaded again and not deleted', async () => {
    await open()
    await run({ mode: 'start' })
    const first = [...store().uploads]
    const { findings } = await run()
    expect(findings.verdict).toMatchObject({ outcome: 'passed' })
    expect(store().uploads).toEqual(first)
    expect(store().deleted).toEqual([])
  })

  test('include those that a run of mode start needs, which are named', async () => {
    await open()
    const started = await run({ mode: 'start' })
    const [warning] = warnings(started)
    for (const name of store().uploads) expect(warning).toContain(name)
    expect(warning).toContain(service().runs[0]?.id)
    expect(store().deleted).toEqual([])
  })

  test('include those of a run that the workspace does not list yet', async () => {
    await open()
    bench.simulator.faults.add({
      match: { service: 'errthquake', method: 'GET', path: /^\/workspaces\/[^/]+$/ },
      kind: 'changed',
      change: (body) => {
        const whole = JSON.parse(body.toString('utf8')) as Record<string, unknown>
        return { body: Buffer.from(JSON.stringify({ ...whole, 'test-results': [] })) }
      },
    })
    const started = await run({ mode: 'start' })
    expect(started.findings.verdict).toMatchObject({ outcome: 'started' })
    expect(warnings(started)[0]).toContain(service().runs[0]?.id)
    expect(store().deleted).toEqual([])
  })

  test("include those that somebody else's run may be using, but no others", async () => {
    await open()
    // The same load, for longer.
    const { findings } = await run({ 'on-timeout': 'leave', timeout: '1m' })
    expect(findings.verdict).toMatchObject({ outcome: 'timed-out' })
    expect(store().deleted).toEqual([])
    await put('perf/users.csv', `${USERS}carol,3\n`)
    const second = await run({ 'virtual-users': '30', 'test-duration': '1m' })
    expect(second.findings.verdict).toMatchObject({ outcome: 'passed' })
    expect(store().deleted).toEqual(store().uploads.slice(2))
  })

  test('because deleting is not allowed are named', async () => {
    await open()
    bench.simulator.faults.add({
      match: { service: 'errthquake', method: 'DELETE', path: /^\/assets\// },
      kind: 'status',
      status: 403,
    })
    const result = await run()
    expect(result.findings.verdict).toMatchObject({ outcome: 'passed' })
    const [warning] = warnings(result)
    for (const name of store().uploads) expect(warning).toContain(name)
  })

  test('are none if the service rejects the start', async () => {
    await open()
    const { findings } = await run({ region: 'nowhere' })
    expect(findings.verdict).toMatchObject({ outcome: 'error', reason: 'preflight' })
    expect(store().uploads).toHaveLength(2)
    expect(store().deleted).toEqual(store().uploads)
  })
})

test('a file that is not there yet when it is to be deleted is deleted a little later', async () => {
  await open()
  const match = { service: 'errthquake', method: 'DELETE', path: /^\/assets\// } as const
  bench.simulator.faults.add({ match, nth: 1, kind: 'status', status: 404 })
  await run()
  expect(store().deleted.toSorted()).toEqual(store().uploads.toSorted())
})

describe('an upload that breaks', () => {
  test('after it was carried out is looked up, and not sent again', async () => {
    await open()
    fault('reset-after')
    const { findings } = await run()
    expect(findings.verdict).toMatchObject({ outcome: 'passed' })
    expect(store().uploads).toHaveLength(2)
    expect(store().deleted).toEqual(store().uploads)
  })

  test.each<[FaultRule['kind'], Partial<FaultRule>]>([
    ['reset-before', {}],
    ['status', { status: 500 }],
    ['html', {}],
  ])('before it was carried out (%s) is looked up, and then sent again', async (kind, more) => {
    await open()
    fault(kind, more)
    const { findings } = await run()
    expect(findings.verdict).toMatchObject({ outcome: 'passed' })
    expect(store().uploads).toHaveLength(2)
    const posts = bench.simulator.record.of('errthquake', undefined, /^\/assets\/[^/]+$/)
    const methods = posts.map(({ method }) => method)
    const first = methods.indexOf('POST')
    expect(methods.slice(first, first + 4)).toEqual(['POST', 'GET', 'GET', 'POST'])
  })

  test('because another run has just uploaded the same file is no problem, and that file stays', async () => {
    await open()
    fault('status', { status: 409, when: 'after-commit' })
    const { findings } = await run()
    expect(findings.verdict).toMatchObject({ outcome: 'passed' })
    expect(store().uploads).toHaveLength(2)
    expect(store().deleted).toEqual(store().uploads.slice(1))
  })

  test('because of a conflict with a file that is not listed starts nothing', async () => {
    await open()
    fault('status', { status: 409 })
    const { findings } = await run()
    expect(findings.verdict).toMatchObject({ outcome: 'error', reason: 'preflight' })
    expect(service().runs).toEqual([])
  })

  test('and is then rejected is still looked for when files are deleted', async () => {
    await open()
    fault('reset-before')
    fault('status', { nth: 2, status: 403 })
    const { findings, kept } = await run()
    expect(findings.verdict).toMatchObject({ outcome: 'error', reason: 'preflight' })
    const [saved] = kept['remoteFiles'] as { id: string }[][]
    expect(saved).toHaveLength(1)
    // Forgotten only at the end, after the attempt to delete it.
    expect(kept['remoteFiles']).toEqual([saved, []])
    expect(new Set(requests('DELETE'))).toEqual(new Set([saved?.[0]?.id]))
  })

  test.each([
    ['viewTestInputs', 'View Test Inputs', 0],
    ['viewTestConfigs', 'View Test Configs', 1],
  ])('without %s names the permission, and nothing is started', async (name, permission, uploads) => {
    await open({ permissions: { [name]: false } })
    const { findings } = await run()
    expect(findings.verdict).toMatchObject({ outcome: 'error', reason: 'preflight' })
    expect(findings.verdict?.message).toContain(permission)
    expect(store().uploads).toHaveLength(uploads)
    expect(store().uploaded.size).toBe(0)
    expect(service().runs).toEqual([])
  })
})

test('a file that another run deleted just before the start is uploaded again', async () => {
  await open()
  await run({ mode: 'start' })
  const [input = ''] = store().uploads
  const { simulator } = bench
  let isDue = true
  // The step sees the file, and then it is gone.
  simulator.faults.add({
    match: { service: 'errthquake', method: 'GET', path: /^\/assets\// },
    nth: 2,
    kind: 'changed',
    change: (body) => {
      if (isDue) store().remove(service(), input)
      isDue = false
      return { body }
    },
  })
  const { findings } = await run({ 'on-rerun': 'start' })
  expect(findings.verdict).toMatchObject({ outcome: 'passed' })
  expect(store().uploads.filter((name) => name === input)).toHaveLength(2)
  expect(service().runs).toHaveLength(2)
})

describe('test-objects', () => {
  const config = CHECKOUT.replace(
    'LoopSequence',
    '    Headers: { X-File: avatar.png, X-Other: ./files/b.png }\nLoopSequence',
  )

  test('are uploaded with names that replace those in the configuration', async () => {
    await open(
      {},
      {
        'perf/users.csv': USERS,
        'perf/checkout.yaml': config,
        'perf/files/avatar.png': 'a',
        'perf/files/b.png': 'b',
      },
    )
    const { findings } = await run({ mode: 'start', 'test-objects': 'perf/files/*.png' })
    expect(findings.verdict).toMatchObject({ outcome: 'started' })
    const [a = '', b = '', , checkout = ''] = store().uploads
    expect([a, b].map((name) => store().uploaded.get(name)?.type)).toEqual(['object', 'object'])
    expect(store().contentOf(checkout)).toBe(config.replace('avatar.png', a).replace('./files/b.png', b))
  })

  test('with another content are another test', async () => {
    const files = { 'perf/users.csv': USERS, 'perf/checkout.yaml': config }
    await open({}, { ...files, 'perf/files/avatar.png': 'a', 'perf/files/b.png': 'b' })
    const objects = { 'test-objects': 'perf/files/*.png' }
    const testOf = async (): Promise<string | undefined> =>
      (await run(objects)).findings.measurements?.run.test
    const first = await testOf()
    expect(await testOf()).toBe(first)
    await put('perf/files/b.png', 'c')
    expect(await testOf()).not.toBe(first)
  })

  test('that no configuration uses are reported', async () => {
    await open({}, { 'perf/users.csv': USERS, 'perf/checkout.yaml': CHECKOUT, 'perf/a.png': 'a' })
    const result = await run({ mode: 'check', 'test-objects': './perf/a.png' })
    expect(warnings(result)).toContainEqual(expect.stringContaining('./perf/a.png'))
  })
})

describe('test-variables', () => {
  const config = CHECKOUT.replace('shop.example', '{$host}')
  const files = { 'perf/users.csv': USERS, 'perf/checkout.yaml': config }

  test('fill the configuration that is uploaded, and are recorded', async () => {
    await open({}, files)
    const { findings, lines } = await run({
      'test-variables': 'host=pr-7.example\nsecret:password=hunter2hunter2',
    })
    const filled = config.replace('{$host}', 'pr-7.example').replace('{$password}', 'hunter2hunter2')
    const [, sent] = bench.simulator.record.of('errthquake', 'POST', /^\/assets\//)
    expect(sent?.body).toContain(filled)
    expect(findings.measurements?.run.parameters).toEqual([
      { name: 'host', value: 'pr-7.example' },
      { name: 'password', secretHash: expect.stringMatching(/^[0-9a-f]{32}$/) },
    ])
    expect(lines).toContainEqual(expect.stringContaining('host=pr-7.example, password=***'))
    // The column of the input is no longer used.
    expect(lines).toContainEqual(expect.stringMatching(/^warning: .*column password/))
    expect(lines.join('\n')).not.toContain('hunter2')
  })

  test('give another file for another value', async () => {
    await open({}, files)
    await run({ mode: 'start', 'test-variables': 'host=a.example' })
    await run({ mode: 'start', 'test-variables': 'host=b.example' })
    const [, a = '', , b = ''] = store().uploads
    expect(new Set(store().uploads).size).toBe(4)
    expect(store().contentOf(a)).toBe(config.replace('{$host}', 'a.example'))
    expect(store().contentOf(b)).toBe(config.replace('{$host}', 'b.example'))
  })

  test.each([
    [
      'a value that would change the structure of the YAML',
      { 'test-variables': 'host=a" #' },
      /checkout\.yaml, line 3, column \d+/,
    ],
    ['a variable that no configuration has', { 'test-variables': 'host=a\nhots=b' }, /\{\$hots\}/],
    ['a variable in a value', { 'test-variables': 'host={$user}' }, /value of host/],
    [
      'no configuration in the checkout',
      { 'test-variables': 'a=b', 'test-config': 'checkout.yaml' },
      /test-config/,
    ],
  ])('are rejected with %s', async (_what, given, message) => {
    await open({}, files)
    const error = { reason: 'bad-input', message: expect.stringMatching(message) }
    await expect(run({ mode: 'check', ...given })).rejects.toMatchObject(error)
  })

  test('without a value are still a fault', async () => {
    await open({}, files)
    await expect(run({ mode: 'check' })).rejects.toMatchObject({
      message: expect.stringContaining('{$host}'),
    })
  })
})

describe('mode check', () => {
  test('says what will be uploaded, warns of unknown keys, and sends nothing', async () => {
    await open()
    await put('perf/checkout.yaml', CHECKOUT.replace('Method', 'Methd'))
    const result = await run({ mode: 'check' })
    expect(result.findings.verdict).toMatchObject({ outcome: 'passed' })
    expect(warnings(result)).toContainEqual(
      expect.stringMatching(/checkout\.yaml, line 4, column 5: .*'Method'\?/),
    )
    expect(requests('POST')).toEqual([])
  })

  test('names every fault of every file at its place', async () => {
    await open()
    await put('perf/users.csv', 'user,user\na,b\n')
    await put('perf/checkout.yaml', 'Commands: [\n')
    await expect(run({ mode: 'check', 'test-objects': 'perf/*.png' })).rejects.toMatchObject({
      reason: 'bad-input',
      message: expect.stringMatching(
        /users\.csv, line 1, column 6: [^]*checkout\.yaml, line 2, column 1: [^]*test-config[^]*perf\/\*\.png/,
      ),
    })
    expect(requests('GET')).toEqual([])
  })

  test('finds a variable that the CSV lacks', async () => {
    await open()
    await put('perf/users.csv', 'user,pasword\na,b\n')
    await expect(run({ mode: 'check' })).rejects.toMatchObject({
      message: expect.stringMatching(/line 5, column 16: .*\{\$password\}.* 'pasword'\?/),
    })
  })

  test.each([
    ['a file outside the workspace', '/etc/passwd'],
    ['a path that leaves the workspace', '../users.csv'],
    ['a link', './link.csv'],
    ['a link in the path', './linked/users.csv'],
    ['a folder', './perf'],
    ["a file in git's own folder", './.git/users.csv'],
    ['a missing file', './perf/user.csv'],
    ['an empty file', './empty.csv'],
  ])('rejects %s', async (_what, name) => {
    await open()
    await put('empty.csv', '')
    await put('.git/users.csv', USERS)
    await symlink(join(bench.directory, 'perf/users.csv'), join(bench.directory, 'link.csv'))
    await symlink(join(bench.directory, 'perf'), join(bench.directory, 'linked'))
    await expect(run({ 'test-input': name })).rejects.toMatchObject({ reason: 'bad-input' })
    expect(bench.simulator.record.of('errthquake')).toEqual([])
  })

  test('rejects test-objects without a configuration in the checkout, or outside the workspace', async () => {
    await open()
    await expect(
      run({ 'test-config': 'checkout.yaml', 'test-objects': 'perf/users.csv\n../../*' }),
    ).rejects.toMatchObject({ message: expect.stringMatching(/^2 inputs need attention/) })
  })
})
