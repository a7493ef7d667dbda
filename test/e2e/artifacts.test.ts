import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as yauzl from 'yauzl'
import type { StepResult } from '../runner/run-action.ts'
import type { Simulator } from '../simulator/simulator.ts'
import { onDisk } from './mounted-disk.ts'
import { artifactsOf, scenario } from './scenario.ts'

const SAMPLES = join(import.meta.dirname, '../../../shared/samples/xlt')
const hasSamples = existsSync(SAMPLES)
if (!hasSamples) console.warn(`No sample archives at ${SAMPLES}: the test with real archives is skipped.`)

function storedBytes(simulator: Simulator, name: string): Promise<Buffer> {
  const stored = simulator.actions.artifact(name)?.finalized
  if (stored === undefined) throw new Error(`no artifact ${name}`)
  return readFile(stored.path)
}

/** Checks that each raw artifact has the bytes of its file in the output directory. */
async function expectStored(
  simulator: Simulator,
  result: StepResult,
  files: Record<string, string>,
): Promise<void> {
  for (const [name, file] of Object.entries(files)) {
    const local = await readFile(join(result.outputs['output-directory'] ?? '', file))
    expect((await storedBytes(simulator, name)).equals(local)).toBe(true)
    const listed = artifactsOf(result).find((artifact) => artifact.name === name)
    expect(listed).toMatchObject({
      size: local.length,
      sha256: simulator.actions.artifact(name)?.finalized?.sha256,
      id: simulator.actions.artifact(name)?.id,
      url: expect.stringContaining(`/artifacts/${listed?.id}`),
    })
  }
}

/** Checks that the ZIP has these files, among others, with the bytes of those in the output directory. */
async function expectBundled(
  simulator: Simulator,
  result: StepResult,
  { name, files }: { name: string; files: string[] },
): Promise<void> {
  const entries = await entriesOf(await storedBytes(simulator, name))
  expect(entries.map((entry) => entry.name)).toEqual(expect.arrayContaining(files))
  for (const entry of entries) {
    const local = await readFile(join(result.outputs['output-directory'] ?? '', entry.name))
    expect([entry.name, entry.bytes.equals(local)]).toEqual([entry.name, true])
  }
  expect(artifactsOf(result).find((artifact) => artifact.name === name)).toMatchObject({
    sha256: simulator.actions.artifact(name)?.finalized?.sha256,
  })
}

interface Entry {
  name: string
  stored: boolean
  bytes: Buffer
}

async function entriesOf(zipped: Buffer): Promise<Entry[]> {
  const zip = await yauzl.fromBufferPromise(zipped, { lazyEntries: true })
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
    const stored = entry.compressionMethod === 0 || entry.compressedSize >= entry.uncompressedSize
    entries.push({ name: entry.fileName, stored, bytes: Buffer.concat(chunks) })
  }
  return entries
}

describe.concurrent('artifacts', () => {
  test('raw: archives, measurements and page of an XTC run are artifacts, the small files one more', () =>
    scenario({}, async ({ xtc, simulator }) => {
      const result = await xtc()
      const own = ['report.tar.gz', 'result.tar.gz', 'measurements.json', 'summary.html']
      const names = artifactsOf(result).map(({ name }) => name)
      expect(names).toEqual([...own, 'criteria'].map((name) => `load-test-xtc-41.${name}`))
      const files = Object.fromEntries(own.map((name) => [`load-test-xtc-41.${name}`, name]))
      await expectStored(simulator, result, files)
      const small = ['summary.md', 'criteria.json', 'diagnosis.json', 'criteria.junit.xml']
      await expectBundled(simulator, result, { name: 'load-test-xtc-41.criteria', files: small })
      for (const { name, url } of artifactsOf(result)) expect(result.summary).toContain(`[${name}](<${url}>)`)
      expect(result.outputs['report-artifact-id']).toBe(
        String(simulator.actions.artifact('load-test-xtc-41.report.tar.gz')?.id),
      )
    }))

  test('raw: if the report archive is missing, its documents are artifacts in its place', () =>
    scenario({}, async ({ xtc, simulator }) => {
      simulator.faults.add({ match: { path: /\/reports\/1\/archive/ }, kind: 'status', status: 410 })
      const names = artifactsOf(await xtc({ 'fail-on': 'none' })).map(({ name }) => name)
      for (const name of ['testreport.xml', 'scorecard.xml', 'result.tar.gz', 'criteria'])
        expect(names).toContain(`load-test-xtc-41.${name}`)
      expect(names).not.toContain('load-test-xtc-41.report.tar.gz')
    }))

  test('raw: with all, each file of an XTC run is uploaded unchanged', () =>
    scenario({}, async ({ xtc, simulator }) => {
      const result = await xtc({ artifacts: 'all' })
      expect(artifactsOf(result).length).toBeGreaterThan(7)
      await expectStored(simulator, result, {
        'load-test-xtc-41.report.tar.gz': 'report.tar.gz',
        'load-test-xtc-41.result.tar.gz': 'result.tar.gz',
        'load-test-xtc-41.summary.md': 'summary.md',
        'load-test-xtc-41.criteria.json': 'criteria.json',
        'load-test-xtc-41.diagnosis.json': 'diagnosis.json',
      })
    }))

  test("raw: the documents of all executions are in the one artifact, in folders named with the execution's id", () =>
    scenario({}, async ({ errthquake, simulator }) => {
      const result = await errthquake({ region: 'eu-west-1,us-east-1' })
      const [first, second] = simulator.errthquake.runs.map(({ id }) => id)
      const name = `load-test-errthquake-${first}+1`
      await expectStored(simulator, result, {
        [`${name}.${first}.logs.zip`]: `${first}/logs.zip`,
        [`${name}.${second}.logs.zip`]: `${second}/logs.zip`,
      })
      expect(artifactsOf(result)).toHaveLength(5)
      const files = [first, second].flatMap((id) => [`${id}/run.json`, `${id}/metrics.json`])
      await expectBundled(simulator, result, { name: `${name}.criteria`, files: [...files, 'criteria.json'] })
    }))

  test("raw: with all, each file of an Errthquake run is uploaded unchanged, named with the execution's id if there are several", () =>
    scenario({}, async ({ errthquake, simulator }) => {
      const result = await errthquake({ artifacts: 'all', region: 'eu-west-1,us-east-1' })
      const [first, second] = simulator.errthquake.runs.map(({ id }) => id)
      expect(result.outputs['run-id']).toBe(`${first},${second}`)
      const name = `load-test-errthquake-${first}+1`
      await expectStored(simulator, result, {
        [`${name}.${first}.logs.zip`]: `${first}/logs.zip`,
        [`${name}.${second}.logs.zip`]: `${second}/logs.zip`,
        [`${name}.${second}.run.json`]: `${second}/run.json`,
      })
    }))

  test('zip: one artifact contains all files, uncompressed', () =>
    scenario({}, async ({ errthquake, simulator }) => {
      const result = await errthquake({ 'artifact-format': 'zip', 'artifact-name': 'everything' })
      const entries = await entriesOf(await storedBytes(simulator, 'everything'))
      expect(entries.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['run.json', 'metrics.json', 'logs.zip']),
      )
      for (const { name, bytes, stored } of entries) {
        expect(bytes.equals(await readFile(join(result.outputs['output-directory'] ?? '', name)))).toBe(true)
        expect(stored).toBe(true)
      }
      expect(result.outputs['result-artifact-id']).toBe(String(simulator.actions.artifact('everything')?.id))
    }))

  test.skipIf(!hasSamples)('real sample archives are uploaded byte for byte', () =>
    scenario({ samplesDirectory: SAMPLES }, async ({ xtc, simulator }) => {
      await xtc()
      for (const kind of ['report', 'result']) {
        const stored = await storedBytes(simulator, `load-test-xtc-41.${kind}.tar.gz`)
        expect(stored.equals(await readFile(join(SAMPLES, `${kind}-2011.tar.gz`)))).toBe(true)
      }
    }),
  )

  test('raw: the page is uploaded after the data and before everything that links to it', () =>
    scenario({}, async ({ xtc, simulator }) => {
      const result = await xtc({ criteria: 'requests.count > 0' })
      const names = simulator.actions.artifacts.map(({ name }) => name)
      const at = (file: string): number => names.indexOf(`load-test-xtc-41.${file}`)
      expect(at('report.tar.gz')).toBeLessThan(at('summary.html'))
      expect(at('measurements.json')).toBeLessThan(at('summary.html'))
      expect(at('summary.html')).toBeLessThan(at('criteria'))
      const page = simulator.actions.artifact('load-test-xtc-41.summary.html')
      const { outputs, summary } = result
      expect(outputs['page-path']).toBe(join(outputs['output-directory'] ?? '', 'summary.html'))
      expect(outputs['page-artifact-id']).toBe(String(page?.id))
      expect(outputs['page-artifact-url']).toMatch(new RegExp(`/actions/runs/\\d+/artifacts/${page?.id}$`))
      const markdown = await readFile(join(outputs['output-directory'] ?? '', 'summary.md'), 'utf8')
      const html = await readFile(outputs['page-path'] ?? '', 'utf8')
      const runUrl = outputs['page-artifact-url']?.replace(/\/artifacts\/.*/, '') ?? '?'
      for (const text of [summary, markdown]) {
        expect(text).toContain(`(<${outputs['page-artifact-url']}>)`)
        expect(text).toContain(`(<${runUrl}>)`)
        expect(text).toContain('/reports/1/index.html>)')
      }
      expect(html).toContain(`href="${outputs['report-artifact-url']}"`)
      expect(html).toContain(`href="${runUrl}"`)
      expect(html).toContain('/reports/1/index.html"')
    }))

  test('zip: page outputs are those of the one artifact; without artifacts, only the path is set', () =>
    scenario({}, async ({ errthquake, simulator }) => {
      const zipped = await errthquake({ 'artifact-format': 'zip', 'artifact-name': 'everything' })
      const { id } = simulator.actions.artifact('everything') ?? {}
      expect(zipped.outputs['page-artifact-id']).toBe(String(id))
      expect(zipped.summary).toContain(`(<${zipped.outputs['page-artifact-url']}>)`)
      const none = await errthquake({ artifacts: 'none' })
      expect(none.outputs['page-artifact-id']).toBeUndefined()
      expect(existsSync(none.outputs['page-path'] ?? '')).toBe(true)
    }))

  test('the artifacts of two matrix jobs do not collide', () =>
    scenario({}, async ({ xtc, simulator }) => {
      const jobs = [{ region: 'eu' }, { region: 'us' }]
      const environment = { GITHUB_RUN_ID: '77' }
      const results = await Promise.all(
        jobs.map((matrix) => xtc({ 'artifact-name': 'load-{matrix}-{run-id}' }, { matrix, environment })),
      )
      const names = results.flatMap((result) => artifactsOf(result).map(({ name }) => name))
      expect(names.length).toBeGreaterThanOrEqual(6)
      expect(new Set(names).size).toBe(names.length)
      expect(new Set(results.map((result) => result.outputs['run-id'])).size).toBe(2)
      expect(names).toContainEqual(expect.stringMatching(/^load-eu-4[12]\.report\.tar\.gz$/))
      expect(simulator.xtc.runs).toHaveLength(2)
    }))

  test('retention-days is passed on', () =>
    scenario({}, async ({ xtc, simulator }) => {
      await xtc({ 'retention-days': '3' }, { environment: { GITHUB_RETENTION_DAYS: '90' } })
      for (const artifact of simulator.actions.artifacts) {
        const days = (Date.parse(artifact.expiresAt ?? '') - artifact.createdAtMs) / 86_400_000
        // The library counts days of the local calendar, some of which have 23 or 25 hours.
        expect(days).toBeCloseTo(3, 1)
      }
      expect(simulator.actions.artifacts.length).toBeGreaterThan(0)
    }))

  test('only what artifacts lists is uploaded', () =>
    scenario({}, async ({ xtc, simulator }) => {
      await xtc({ artifacts: 'report' })
      expect(simulator.actions.artifacts.map(({ name }) => name)).toContain('load-test-xtc-41.report.tar.gz')
      expect(simulator.actions.artifacts.map(({ name }) => name)).not.toContain(
        'load-test-xtc-41.result.tar.gz',
      )
      const before = simulator.actions.artifacts.length
      const none = await xtc({ artifacts: 'none' })
      expect(simulator.actions.artifacts).toHaveLength(before)
      expect(none.outputs['result-path']).toMatch(/result\.tar\.gz$/)
    }))

  test('on a public repository, the default and all leave out the result, and naming it uploads it', () =>
    scenario({}, async ({ xtc, simulator }) => {
      const event = { repository: { full_name: 'acme/shop', private: false } }
      for (const [id, artifacts] of [
        ['41', ''],
        ['42', 'all'],
      ]) {
        await xtc({ artifacts: artifacts ?? '' }, { event })
        expect(simulator.actions.artifact(`load-test-xtc-${id}.result.tar.gz`)).toBeUndefined()
        expect(simulator.actions.artifact(`load-test-xtc-${id}.report.tar.gz`)).toBeDefined()
      }
      await xtc({ artifacts: 'result' }, { event })
      expect(simulator.actions.artifact('load-test-xtc-43.result.tar.gz')).toBeDefined()
    }))
})

describe.concurrent('problems with artifacts do not change the verdict', () => {
  const expectPassed = (result: StepResult): void => {
    expect(result.exitCode).toBe(0)
    expect(result.outputs['outcome']).toBe('passed')
    expect(existsSync(result.outputs['result-path'] ?? '')).toBe(true)
  }

  test('without an artifact service', () =>
    scenario({}, async ({ xtc }) => {
      const result = await xtc({}, { environment: { ACTIONS_RUNTIME_TOKEN: '', ACTIONS_RESULTS_URL: '' } })
      expectPassed(result)
      expect(result.mainLog).toContain('the runner has no artifact service')
      expect(artifactsOf(result)).toEqual([])
    }))

  test('GitHub Enterprise Server', () =>
    scenario({}, async ({ xtc, simulator }) => {
      const result = await xtc({}, { environment: { GITHUB_SERVER_URL: 'https://github.acme.example' } })
      expectPassed(result)
      expect(result.mainLog).toContain('GitHub Enterprise Server')
      expect(simulator.actions.artifacts).toEqual([])
    }))

  test.each(['GITEA_ACTIONS', 'FORGEJO_ACTIONS'])(
    'a server of one’s own with %s set has artifacts',
    (variable) =>
      scenario({}, async ({ errthquake, simulator }) => {
        const result = await errthquake(
          { artifacts: 'metrics', criteria: 'requests.count > 0' },
          {
            environment: {
              GITHUB_SERVER_URL: 'https://code.acme.example',
              [variable]: 'true',
              GITHUB_RUN_ID: '7',
            },
          },
        )
        expect(result.exitCode).toBe(0)
        expect(result.log).not.toMatch(/Enterprise|::warning/)
        expect(artifactsOf(result).map(({ name }) => name)).toContainEqual(
          expect.stringMatching(/run\.json$/),
        )
        for (const { name, url } of artifactsOf(result)) {
          expect(simulator.actions.artifact(name)?.finalized).toBeDefined()
          expect(url).toBe(`https://code.acme.example/acme/shop/actions/runs/7/artifacts/${name}`)
        }
        const none = await errthquake(
          {},
          {
            environment: {
              GITHUB_SERVER_URL: 'https://code.acme.example',
              [variable]: 'true',
              ACTIONS_RESULTS_URL: '',
            },
          },
        )
        expect(none.mainLog).toMatch(/::warning.*because the runner has no artifact service/)
        expect(none.mainLog).not.toContain('Enterprise')
      }),
  )

  test('with a used-up quota', () =>
    scenario({}, async ({ xtc, simulator }) => {
      simulator.actions.artifactService.quotaExhausted = true
      const result = await xtc()
      expectPassed(result)
      expect(result.mainLog).toMatch(/could not be uploaded/)
      expect(artifactsOf(result)).toEqual([])
    }))

  test('with a name that is taken, another one is used', () =>
    scenario({}, async ({ xtc, simulator }) => {
      const once = { 'artifact-name': 'same' }
      await xtc(once)
      const again = await xtc(once, { environment: { GITHUB_RUN_ATTEMPT: '2' } })
      expectPassed(again)
      expect(again.outputs['report-artifact-id']).toMatch(/^\d+$/)
      expect(simulator.actions.artifact('same.report.attempt-2.tar.gz')).toBeDefined()
      expect(simulator.actions.artifact('same.criteria.attempt-2')).toBeDefined()
    }))
})

describe('a full disk', () => {
  test('is reported with the path and advice, and nothing that exists is lost', async ({ skip }) => {
    const mounted = await onDisk('size=1m', async (disk) => {
      // 1 MB, most of it used: metrics fit, archives do not.
      await writeFile(join(disk, 'taken'), Buffer.alloc(960_000))
      await scenario({ requestLog: { lines: 60_000 } }, async ({ errthquake, simulator }) => {
        const result = await errthquake({ 'output-directory': disk })
        expect(result.mainLog).toContain('the disk is full')
        expect(result.mainLog).toContain('set output-directory to a larger disk')
        expect(result.outputs['run-id']).toBe(simulator.errthquake.runs[0]?.id)
        expect(existsSync(join(disk, 'run.json'))).toBe(true)
        expect(existsSync(join(disk, 'logs.zip'))).toBe(false)
        expect(existsSync(join(disk, 'logs.zip.part'))).toBe(false)
        expect(simulator.errthquake.active).toEqual([])
      })
    })
    if (!mounted) skip('A small disk cannot be mounted here.')
  })
})
