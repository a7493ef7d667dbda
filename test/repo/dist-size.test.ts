import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const dist = join(import.meta.dirname, '..', '..', 'dist')
let directory: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'dist-size-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

/** Writes the URL of every module that the process loads to a file, before the module runs. */
const TELL_LOADS = `
import { appendFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
registerHooks({
  load(url, context, next) {
    if (url.startsWith('file:')) appendFileSync(process.env.LOADED_FILE, url + '\\n')
    return next(url, context)
  },
})
`

/** The files of `dist/` that main has loaded when its first request arrives. */
async function loadedBeforeFirstRequest(inputs: Record<string, string>): Promise<string[]> {
  const hook = join(directory, 'tell-loads.mjs')
  const loaded = join(directory, 'loaded.txt')
  await writeFile(hook, TELL_LOADS)
  await writeFile(loaded, '')
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const variables = Object.entries({ 'xtc-url': url, ...inputs }).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    value,
  ])
  const child = spawn(
    process.execPath,
    ['--import', pathToFileURL(hook).href, join(dist, 'main', 'index.js')],
    {
      env: {
        RUNNER_TEMP: directory,
        GITHUB_WORKSPACE: directory,
        LOADED_FILE: loaded,
        ...Object.fromEntries(variables),
      },
      stdio: 'ignore',
    },
  )
  const ended = once(child, 'close')
  try {
    const arrived = await Promise.race([once(server, 'request').then(() => true), ended.then(() => false)])
    if (!arrived) throw new Error('main ended without a request')
    const urls = (await readFile(loaded, 'utf8')).split('\n').filter((line) => line !== '')
    return urls.map((line) => fileURLToPath(line)).filter((path) => path.startsWith(dist))
  } finally {
    child.kill('SIGKILL')
    await ended
    server.closeAllConnections()
    server.close()
  }
}

async function sizeOfAll(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function filesUnder(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

test('dist has at most 6 MB', async () => {
  expect(await sizeOfAll(await filesUnder(dist))).toBeLessThanOrEqual(6e6)
})

const START = {
  provider: 'xtc',
  'xtc-organization': 'acme',
  'xtc-project': 'shop',
  'xtc-load-test': '39',
  'xtc-client-id': 'client',
  'xtc-client-secret': 'client-secret',
}

test('at most 800 kB are loaded before the first request', async () => {
  const criteria = 'requests.p95 <= 500ms\nrequests.error-rate < 1%'
  const loaded = await loadedBeforeFirstRequest({ ...START, criteria })
  expect(loaded.map((path) => basename(path))).toContain('index.js')
  expect(await sizeOfAll(loaded)).toBeLessThanOrEqual(800e3)
})

test('with a criteria file, the YAML reader is loaded too, and it is still at most 800 kB', async () => {
  const file = join(directory, 'criteria.yml')
  await writeFile(file, 'criteria:\n  - requests.p95 <= 500ms\n')
  const plain = await loadedBeforeFirstRequest(START)
  const loaded = await loadedBeforeFirstRequest({ ...START, 'criteria-file': file })
  expect(loaded.length).toBeGreaterThan(plain.length)
  expect(await sizeOfAll(loaded)).toBeLessThanOrEqual(800e3)
})

/**
 * A text that must occur in the package's code. It is looked up in a build, so that a new version cannot make
 * this test useless.
 */
const ONLY_IN = [
  ['@actions/artifact', 'main', 'github.actions.results.api.v1.ArtifactService'],
  ['@actions/cache', 'main', 'github.actions.results.api.v1.CacheService'],
  ['fontoxpath', 'xpath', 'XPTY0004'],
]

test.each(ONLY_IN)('%s is only in the build of %s, and loaded late', async (_name, build = '', word = '') => {
  const holding: string[] = []
  for (const path of await filesUnder(dist)) {
    if ((await readFile(path, 'utf8')).includes(word)) holding.push(path.slice(dist.length + 1))
  }
  expect(holding).not.toEqual([])
  const late = new RegExp(`^${build}[/\\\\]\\d+\\.index\\.js$`)
  expect(holding.filter((path) => !late.test(path))).toEqual([])
})
