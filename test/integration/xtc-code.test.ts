import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { FaultRule } from '../simulator/faults.ts'
import type { SimulatorOptions } from '../simulator/simulator.ts'
import type { XtcLoadTest } from '../simulator/xtc-load-tests.ts'
import { XTC_RUN_SCOPES } from '../simulator/xtc-token.ts'
import { openBench, runInProcess, type Bench, type StepRun } from './step-in-process.ts'

const SECOND_MS = 1000
/** Slow enough for polls to see each state. */
const PHASES = [
  { state: 'NEW', durationMs: 20 * SECOND_MS },
  { state: 'PROVISIONING', durationMs: 60 * SECOND_MS },
  { state: 'RUNNING', durationMs: 600 * SECOND_MS },
]
const FILES = {
  '.gitignore': 'target/\n*.log\n',
  'perf/pom.xml': '<project/>',
  'perf/src/TOrder.java': 'class TOrder {}',
  'perf/target/TOrder.class': 'x',
  'perf/run.log': 'x',
}

let bench: Bench

afterEach(() => bench.close())

async function open(
  xtc: NonNullable<SimulatorOptions['xtc']> = {},
  files: Record<string, string> = FILES,
): Promise<void> {
  bench = await openBench({ xltData: { lines: 100 }, xtc: { run: { phases: PHASES }, ...xtc } })
  for (const [name, text] of Object.entries(files)) {
    const path = join(bench.directory, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
}

function run(more: Record<string, string> = {}): Promise<StepRun> {
  return runInProcess(bench, {
    provider: 'xtc',
    'xtc-url': bench.simulator.xtcUrl,
    'xtc-organization': 'acme',
    'xtc-project': 'shop',
    'xtc-load-test': '39',
    'xtc-client-id': 'simulated-client',
    'xtc-client-secret': 'simulated-client-secret',
    'xtc-test-code': './perf',
    ...more,
  })
}

const xtc = () => bench.simulator.xtc
const code = () => xtc().code

function warnings({ lines }: StepRun): string[] {
  return lines.filter((line) => line.startsWith('warning: ') && !line.includes('artifact service'))
}

/** Starts a run of somebody else. */
function startOther(): XtcLoadTest {
  const { loadTests } = xtc()
  loadTests.nextRuns.push({ phases: PHASES.slice(1) })
  return loadTests.copyAndRun(loadTests.find(38)!)
}

/** Breaks the first call of this kind. */
function fault(method: 'POST' | 'DELETE', kind: FaultRule['kind'], more: Partial<FaultRule> = {}): void {
  const match = { service: 'xtc', method, path: /\/code-archives/ } as const
  bench.simulator.faults.add({ match, nth: 1, kind, ...more })
}

test('uploads the folder before the start, says which archive was used, and deletes it afterwards', async () => {
  await open()
  const { findings, kept, lines } = await run()
  expect(findings.verdict).toMatchObject({ outcome: 'passed' })
  const [archive] = code().all
  expect(archive?.names).toEqual(['perf/pom.xml', 'perf/src/TOrder.java'])
  const [started] = xtc().runs
  expect(archive?.uploadedAtMs).toBeLessThanOrEqual(started?.createdAtMs ?? 0)
  expect(lines).toContainEqual(expect.stringMatching(/^Run 41 runs code archive 701, which is \.\/perf\.$/))
  expect(code().deleted).toEqual([701])
  expect(code().deletedTooEarly).toEqual([])
  // Saved before the upload, and removed once the archive is deleted.
  const archive701 = { id: '701', file: './perf' }
  expect(kept['remoteFiles']).toEqual([
    [{ id: 'upload-1', file: './perf' }],
    [archive701],
    [{ ...archive701, runs: ['41'] }],
    [],
  ])
  expect(findings.measurements?.run.revision).toMatch(/^sha256:[0-9a-f]{16}$/)
})

test('the same code is the same revision, whatever the number of its archive', async () => {
  await open()
  const first = await run()
  const second = await run()
  expect(code().uploads).toEqual([701, 702])
  expect(second.outputs['revision']).toBe(first.outputs['revision'])
  await writeFile(join(bench.directory, 'perf/pom.xml'), '<project><a/></project>')
  expect((await run()).outputs['revision']).not.toBe(first.outputs['revision'])
})

describe('the code that was used', () => {
  test('makes the run inconclusive if it came from another archive', async () => {
    await open()
    // Somebody uploads after this step has started its run, but before the run takes its code.
    bench.simulator.faults.add({
      match: { service: 'xtc', method: 'GET', path: /\/status$/ },
      nth: 1,
      kind: 'changed',
      change: (body) => {
        code().upload(code().all[0]?.bytes ?? Buffer.alloc(0))
        return { body }
      },
    })
    const { findings, outputs } = await run({ criteria: 'requests.count > 0' })
    expect(findings.verdict).toMatchObject({ outcome: 'inconclusive', reason: 'validity' })
    expect(findings.verdict?.message).toMatch(/702.*701/)
    expect(outputs['revision']).not.toMatch(/^sha256/)
    // Other archives are not deleted.
    expect(code().deleted).toEqual([701])
  })

  test.each(['nothing', 'use'] as const)(
    'is reported as unknown if the details show %s',
    async (tellsCode) => {
      await open({ shape: { tellsCode } })
      const result = await run()
      expect(result.findings.verdict).toMatchObject({ outcome: 'passed' })
      expect(result.lines).toContainEqual(expect.stringMatching(/XTC does not say .* 701/))
      expect(warnings(result)).toEqual([])
    },
  )

  test('is uncertain, with a warning, if another run was started in the meantime', async () => {
    await open({ shape: { tellsCode: 'nothing' } })
    bench.simulator.faults.add({
      match: { service: 'xtc', method: 'GET', path: /\/status$/ },
      nth: 1,
      kind: 'changed',
      change: (body) => {
        startOther()
        return { body }
      },
    })
    const result = await run()
    expect(warnings(result)).toContainEqual(expect.stringMatching(/701.*42/))
  })
})

describe('one start at a time', () => {
  test('waits until another run has begun, and no longer', async () => {
    await open()
    startOther()
    const beganAtMs = bench.clock.now() + 60 * SECOND_MS
    const { findings, lines } = await run()
    expect(findings.verdict).toMatchObject({ outcome: 'passed' })
    expect(code().all[0]?.uploadedAtMs).toBeGreaterThanOrEqual(beganAtMs)
    expect(code().all[0]?.uploadedAtMs).toBeLessThan(beganAtMs + 120 * SECOND_MS)
    expect(lines).toContainEqual(expect.stringMatching(/Waiting for another run to begin.*41/))
  })

  test('with when-busy: wait, waits until it has finished; with fail, nothing is uploaded', async () => {
    await open()
    const other = startOther()
    const failed = await run({ 'when-busy': 'fail' })
    expect(failed.findings.verdict).toMatchObject({ outcome: 'error', reason: 'preflight' })
    expect(code().uploads).toEqual([])
    await run({ 'when-busy': 'wait' })
    expect(xtc().loadTests.isActive(other)).toBe(false)
    expect(code().all[0]?.uploadedAtMs).toBeGreaterThanOrEqual(other.createdAtMs + 660 * SECOND_MS)
  })
})

describe('archives that stay', () => {
  test('include the one that a run of mode start needs, which is named', async () => {
    await open()
    const result = await run({ mode: 'start' })
    expect(result.findings.verdict).toMatchObject({ outcome: 'started' })
    expect(warnings(result)).toContainEqual(expect.stringMatching(/701 \(\.\/perf\): run 41/))
    expect(code().deleted).toEqual([])
  })

  test('because of missing CODEARCHIVE_DELETE are announced before, and named afterwards', async () => {
    const scopes = XTC_RUN_SCOPES.filter((scope) => scope !== 'CODEARCHIVE_DELETE')
    await open({ credentials: [{ scopes }] })
    const result = await run()
    expect(result.findings.verdict).toMatchObject({ outcome: 'passed' })
    expect(warnings(result)).toHaveLength(2)
    for (const warning of warnings(result)) expect(warning).toContain('CODEARCHIVE_DELETE')
    expect(warnings(result)[1]).toContain('701')
  })

  test('include one that another run is about to use', async () => {
    await open()
    bench.simulator.faults.add({
      match: { service: 'xtc', method: 'GET', path: /\/archive$/ },
      nth: 1,
      kind: 'changed',
      change: (body) => {
        startOther()
        return { body }
      },
    })
    const result = await run()
    expect(warnings(result)).toContainEqual(expect.stringMatching(/701.*run 42 may be about to take it/))
    expect(code().deleted).toEqual([])
  })

  test('a run that the service does not show yet keeps it', async () => {
    await open({ run: { phases: PHASES, visibleAfterMs: 30 * SECOND_MS } })
    const result = await run({ mode: 'start' })
    expect(code().deleted).toEqual([])
    expect(warnings(result)).toContainEqual(expect.stringMatching(/701 \(\.\/perf\): run 41/))
  })

  test('are none if the service rejects the start', async () => {
    await open()
    const { findings } = await run({ 'xtc-run-request': '{"name": 7}' })
    expect(findings.verdict).toMatchObject({ outcome: 'error', reason: 'preflight' })
    expect(code().uploads).toEqual([701])
    expect(code().deleted).toEqual([701])
  })

  test('are named if they have no number', async () => {
    await open({ shape: { namesUploads: false, tellsCode: 'nothing' } })
    const result = await run()
    expect(result.findings.verdict).toMatchObject({ outcome: 'passed' })
    expect(warnings(result).at(-1)).toContain('upload-1 (./perf)')
  })

  test('are named if the deletion is rejected; a deletion without a response is repeated', async () => {
    await open()
    fault('DELETE', 'reset-after')
    await run()
    expect(code().deleted).toEqual([701])
    fault('DELETE', 'status', { status: 403 })
    expect(warnings(await run())).toContainEqual(expect.stringContaining('702'))
  })
})

describe('an upload that breaks', () => {
  test.each<[FaultRule['kind'], Partial<FaultRule>, number]>([
    ['reset-before', {}, 0],
    ['reset-after', {}, 1],
    ['status', { status: 500 }, 0],
    ['html', {}, 0],
  ])(
    'unclear (%s): it is not sent again, nothing is started, and it is named',
    async (kind, more, uploads) => {
      await open()
      fault('POST', kind, more)
      const result = await run()
      expect(result.findings.verdict).toMatchObject({ outcome: 'error', reason: 'preflight' })
      expect(code().uploads).toHaveLength(uploads)
      expect(bench.simulator.record.of('xtc', 'POST', /\/code-archives/)).toHaveLength(1)
      expect(xtc().runs).toEqual([])
      expect(warnings(result)).toContainEqual(expect.stringContaining('upload-1 (./perf)'))
    },
  )

  test('and was certainly not carried out is sent again', async () => {
    await open()
    fault('POST', 'status', { status: 429 })
    const { findings } = await run()
    expect(findings.verdict).toMatchObject({ outcome: 'passed' })
    expect(code().uploads).toEqual([701])
  })

  test.each([403, 413])('with a rejection (%i) starts nothing, and nothing is named', async (status) => {
    await open()
    fault('POST', 'status', { status })
    const result = await run()
    expect(result.findings.verdict).toMatchObject({ outcome: 'error', reason: 'preflight' })
    expect(result.findings.verdict?.message.includes('CODEARCHIVE_UPLOAD')).toBe(status === 403)
    expect(warnings(result)).toEqual([])
    expect(xtc().runs).toEqual([])
  })

  test.each(['CODEARCHIVE_UPLOAD', 'LOADTEST_LIST', 'LOADTEST_RESULT_DOWNLOAD'])(
    'without the scope %s names it, and nothing is uploaded',
    async (missing) => {
      await open({ credentials: [{ scopes: XTC_RUN_SCOPES.filter((scope) => scope !== missing) }] })
      const { findings } = await run()
      expect(findings.verdict).toMatchObject({ outcome: 'error', reason: 'credentials' })
      expect(findings.verdict?.message).toContain(`lack scope ${missing}`)
      expect(code().uploads).toEqual([])
    },
  )
})

describe('mode check', () => {
  test('says what will be uploaded, and sends nothing', async () => {
    await open()
    const { findings, lines } = await run({ mode: 'check' })
    expect(findings.verdict).toMatchObject({ outcome: 'passed' })
    expect(lines).toContainEqual(expect.stringMatching(/^\.\/perf \(2 files, \d+ B packed\) is uploaded/))
    expect(code().uploads).toEqual([])
  })

  test('warns of a load test that does not use the latest archive, and of links', async () => {
    await open({ shape: { usesLatestCode: false } })
    await symlink('/etc/passwd', join(bench.directory, 'perf/secret'))
    const result = await run({ mode: 'check' })
    expect(warnings(result)).toContainEqual(expect.stringMatching(/39.*does not use the latest/))
    expect(warnings(result)).toContainEqual(expect.stringMatching(/links.*: secret/))
  })

  test('lists it as unknown if the details do not show it', async () => {
    await open({ shape: { tellsCode: 'nothing' } })
    const { findings } = await run({ mode: 'check' })
    expect(findings.preflight?.unknown).toContainEqual(expect.stringContaining('Use Latest'))
  })

  test.each([
    ['a folder outside the workspace', '/etc'],
    ['a path that leaves the workspace', '../..'],
    ['a link', './link'],
    ['a file', './perf/pom.xml'],
    ["git's own folder", './.git'],
    ["a folder within git's own folder", './.git/hooks'],
    ['a missing folder', './missing'],
    ['a folder without files that are not ignored', './perf/target'],
  ])('rejects %s', async (_what, folder) => {
    await open()
    await symlink(join(bench.directory, 'perf'), join(bench.directory, 'link'))
    await mkdir(join(bench.directory, '.git/hooks'), { recursive: true })
    for (const file of ['config', 'hooks/x']) await writeFile(join(bench.directory, '.git', file), 'x')
    await expect(run({ mode: 'check', 'xtc-test-code': folder })).rejects.toMatchObject({
      reason: 'bad-input',
      message: expect.stringContaining(folder),
    })
    expect(bench.simulator.record.of('xtc')).toEqual([])
  })

  test('needs API v2, and a step that starts', async () => {
    await open()
    const message = expect.stringContaining("'xtc-test-code'")
    await expect(run({ 'xtc-api-version': 'v1' })).rejects.toMatchObject({ message })
    await expect(run({ mode: 'wait', 'run-id': '40', 'xtc-load-test': '' })).rejects.toMatchObject({
      message,
    })
  })
})
