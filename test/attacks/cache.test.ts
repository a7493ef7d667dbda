import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { startCacheServerV1 } from '../enterprise/cache-server-v1.ts'
import { expectGate, warningsIn } from '../e2e/gate-tools.ts'
import { scenario, withoutMasks, type Scenario } from '../e2e/scenario.ts'
import { stepDirectory, type StepResult } from '../runner/run-action.ts'
import {
  compressed,
  ENTRY_NAME,
  keptBaseline,
  pullRequest,
  replaceContent,
  tarOf,
  type PlantedFile,
} from './planted-entries.ts'

const root = join(import.meta.dirname, '..', '..')
const MB = 1 << 20
const COMPARED = { baseline: 'branch', criteria: 'requests.p95 <= baseline * 100', artifacts: 'none' }
const TAKES_TOKEN = `require('node:fs').writeFileSync(process.env.STOLEN, process.env['INPUT_ERRTHQUAKE-TOKEN'])`

/** The step of a pull request that finds the planted archive in place of main's baseline. */
async function withPlanted(
  { errthquake, simulator }: Scenario,
  archive: Buffer,
  options: Parameters<Scenario['errthquake']>[1] = {},
): Promise<{ result: StepResult; key: string }> {
  expectGate(await errthquake({ ...COMPARED, criteria: 'requests.p95 < 60s' }), 0, 'passed')
  const entry = keptBaseline(simulator)
  await replaceContent(simulator, entry, archive)
  const pull = pullRequest(simulator)
  const environment = { ...pull.environment, ...options.environment }
  const result = await errthquake(COMPARED, { ...pull, ...options, environment })
  return { result, key: entry.key }
}

/** Inconclusive, with a warning that names the entry and what is wrong with it. */
function expectRefused({ result, key }: { result: StepResult; key: string }, why: string): void {
  expectGate(result, 0, 'inconclusive', 'baseline')
  const warning = warningsIn(result.mainLog).find((line) => line.includes('of the Actions cache is refused'))
  expect(warning).toContain(key)
  expect(warning).toContain(why)
  expect(result.summary).toContain('this action did not write it')
}

describe.concurrent('a planted cache entry', { timeout: 300_000 }, () => {
  test('a cache entry cannot write files at an absolute path', () =>
    scenario({}, async (on) => {
      const target = join(on.directory, 'written.txt')
      const archive = await compressed(
        await tarOf([
          { name: ENTRY_NAME, content: '{}' },
          { name: target, content: 'planted' },
        ]),
      )
      const planted = await withPlanted(on, archive)
      expect(existsSync(target)).toBe(false)
      expectRefused(planted, 'its archive contains a file named')
    }))

  test('a cache entry cannot write files outside its folder', () =>
    scenario({}, async (on) => {
      const directory = stepDirectory(on.directory)
      const names = Array.from({ length: 6 }, (_, depth) => `${'../'.repeat(depth + 1)}planted.txt`)
      const files = [ENTRY_NAME, ...names].map((name) => ({ name, content: 'planted' }))
      const archive = await compressed(await tarOf(files))
      const planted = await withPlanted(on, archive, { directory })
      const written = await readdir(on.directory, { recursive: true })
      expect(written.filter((path) => path.includes('planted'))).toEqual([])
      expectRefused(planted, '../planted.txt')
    }))

  test('a cache entry cannot write files anywhere on an Enterprise Server either', () =>
    scenario({}, async (on) => {
      const cache = await startCacheServerV1()
      try {
        const environment = {
          GITHUB_SERVER_URL: 'https://ghes.corp.example',
          ACTIONS_CACHE_URL: cache.url,
        }
        await on.errthquake({ ...COMPARED, criteria: 'requests.p95 < 60s' }, { environment })
        const entry = cache.entries.findLast(({ key }) => key.includes('baseline'))
        if (entry === undefined) throw new Error('no baseline was kept')
        const target = join(on.directory, 'written.txt')
        const files = [ENTRY_NAME, target].map((name) => ({ name, content: 'planted' }))
        entry.chunks = [await compressed(await tarOf(files))]
        const result = await on.errthquake(COMPARED, { environment })
        expect(existsSync(target)).toBe(false)
        expectRefused({ result, key: entry.key }, target)
      } finally {
        await cache.close()
      }
    }))

  test("a cache entry cannot replace the post step's program to run with the token", () =>
    scenario({}, async (on) => {
      const action = join(on.directory, 'action')
      await mkdir(action)
      await cp(join(root, 'dist'), join(action, 'dist'), { recursive: true })
      const post = join(action, 'dist', 'post', 'index.js')
      const stolen = join(on.directory, 'stolen.txt')
      const files = [
        { name: ENTRY_NAME, content: '{}' },
        { name: post, content: TAKES_TOKEN },
        { name: join(action, 'dist', 'post', 'package.json'), content: '{"type":"commonjs"}' },
      ]
      const options = { actionRoot: action, environment: { STOLEN: stolen } }
      const planted = await withPlanted(on, await compressed(await tarOf(files)), options)
      expect(existsSync(stolen)).toBe(false)
      expect(readFileSync(post)).toEqual(readFileSync(join(root, 'dist', 'post', 'index.js')))
      expectRefused(planted, post)
    }))

  test.each<[string, PlantedFile[], string]>([
    ['a symbolic link', [{ name: ENTRY_NAME, type: 'symlink', linkname: '/etc/passwd' }], 'not a file'],
    ['a hard link', [{ name: ENTRY_NAME, type: 'link', linkname: '/etc/passwd' }], 'not a file'],
    ['a folder', [{ name: `${ENTRY_NAME}/`, type: 'directory' }], 'not a file'],
    ['a file of another name', [{ name: 'baseline.json', content: '{}' }], 'baseline.json'],
    ['nothing', [], 'is empty'],
  ])('a cache entry that contains %s is rejected', (_, files, why) =>
    scenario({}, async (on) => {
      const planted = await withPlanted(on, await compressed(await tarOf(files)))
      expectRefused(planted, why)
      expect(planted.result.log).not.toContain('root:')
    }),
  )

  test('a cache entry that unpacks to gigabytes stops the reading without filling the memory', () =>
    scenario({}, async (on) => {
      const zeros = Buffer.alloc(300 * MB)
      for (const archive of [await compressed(zeros), gzipSync(zeros)]) {
        let peakMb = 0
        const planted = await withPlanted(on, archive, {
          onMain: (main) => {
            const timer = setInterval(() => {
              if (!existsSync(`/proc/${main.pid}/status`)) return clearInterval(timer)
              const status = readFileSync(`/proc/${main.pid}/status`, 'utf8')
              peakMb = Math.max(peakMb, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
            }, 20)
            main.once('exit', () => clearInterval(timer))
          },
        })
        expectRefused(planted, 'it is larger than 6')
        expect(peakMb).toBeLessThan(300)
      }
    }))

  test.each([
    ['larger than any baseline', () => Buffer.alloc(66 * MB, 'x'), 'it is larger than 6'],
    ['with an unknown compression', () => Buffer.from('BZh91AY&SY'), 'an unknown way'],
    ['that is cut off', () => gzipSync(Buffer.alloc(4096)).subarray(0, 30), 'unexpected end'],
  ])('a cache entry %s is rejected', (_, archive, why) =>
    scenario({}, async (on) => {
      const planted = await withPlanted(on, archive())
      expectRefused(planted, why)
      expect(planted.result.outputs['outcome']).toBe('inconclusive')
    }),
  )

  test('a cache entry with workflow commands in its key and file names writes none to the log', () =>
    scenario({}, async (on) => {
      const { errthquake, simulator } = on
      await errthquake({ ...COMPARED, criteria: 'requests.p95 < 60s' })
      const entry = keptBaseline(simulator)
      entry.key = `${/^load-test-gate-baseline-\d-\w+-\w+-/.exec(entry.key)?.[0]}x\n::stop-commands::pause\n`
      const names = ['\n::add-mask::e\n', '##[error]no'].map((name) => ({ name, content: 'x' }))
      await replaceContent(simulator, entry, await compressed(await tarOf(names)))
      const result = await errthquake(COMPARED, pullRequest(simulator))
      expectGate(result, 0, 'inconclusive', 'baseline')
      const lines = withoutMasks(result.log).split('\n')
      expect(lines.filter((line) => /^\s*::(stop-commands|add-mask)|##\[/.test(line))).toEqual([])
      expect(warningsIn(result.mainLog).join()).toContain('of the Actions cache is refused')
    }))

  test("a cache entry is downloaded without the runner's token", () =>
    scenario({}, async (on) => {
      await withPlanted(on, await compressed(await tarOf([{ name: 'other' }])))
      const fetched = on.simulator.record.of('actions', 'GET', /\/caches\//)
      expect(fetched.length).toBeGreaterThan(0)
      expect(fetched.filter(({ headers }) => headers['authorization'] !== undefined)).toEqual([])
    }))
})
