import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ArtifactClient, DefaultArtifactClient } from '@actions/artifact'
import * as cache from '@actions/cache'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Simulator, startSimulator } from '../simulator/simulator.ts'

let simulator: Simulator
let directory: string
let client: ArtifactClient
let formerDirectory: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'simulator-test-'))
  simulator = await startSimulator()
  Object.assign(process.env, simulator.environment(), {
    RUNNER_TEMP: directory,
    GITHUB_WORKSPACE: directory,
  })
  delete process.env['GITHUB_SERVER_URL']
  // Cache paths are relative to the working directory, as in a job.
  formerDirectory = process.cwd()
  process.chdir(directory)
  client = new DefaultArtifactClient()
})

afterAll(async () => {
  process.chdir(formerDirectory)
  await simulator.close()
  await rm(directory, { recursive: true, force: true })
})

beforeEach(() => {
  simulator.faults.clear()
  Object.assign(process.env, simulator.environment())
})

async function file(name: string, bytes: Buffer): Promise<string> {
  const path = join(directory, name)
  await writeFile(path, bytes)
  return path
}

test('accepts a raw artifact of several blocks, byte for byte', async () => {
  const bytes = randomBytes(20 * 1024 * 1024)
  const path = await file('report.tar.gz', bytes)
  const uploaded = await client.uploadArtifact('ignored', [path], directory, {
    skipArchive: true,
    retentionDays: 5,
  })
  const stored = simulator.actions.artifact('report.tar.gz')
  expect(stored?.id).toBe(uploaded.id)
  expect(stored?.mimeType).toBe('application/gzip')
  expect(stored?.version).toBe(7)
  expect(stored?.expiresAt).toMatch(/^\d{4}-/)
  expect(stored?.finalized?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  // Compared as a whole, because a matcher would go through twenty million elements.
  expect(bytes.equals(await readFile(stored?.finalized?.path ?? ''))).toBe(true)
})

test('returns a raw artifact under its own name', async () => {
  const path = await file('measurements.json', Buffer.from('{"runs":1}'))
  const uploaded = await client.uploadArtifact('', [path], directory, { skipArchive: true })
  const target = join(directory, 'raw-download')
  await mkdir(target)
  await client.downloadArtifact(uploaded.id ?? 0, { path: target })
  expect(await readFile(join(target, 'measurements.json'), 'utf8')).toBe('{"runs":1}')
})

test('accepts a zipped artifact, lists it, returns it and deletes it', async () => {
  const paths = [await file('a.txt', Buffer.from('alpha')), await file('b.txt', randomBytes(100_000))]
  const uploaded = await client.uploadArtifact('load-test', paths, directory, { compressionLevel: 0 })
  const { artifacts } = await client.listArtifacts()
  expect(artifacts.map((artifact) => artifact.name)).toContain('load-test')
  expect((await client.getArtifact('load-test')).artifact.id).toBe(uploaded.id)
  const target = join(directory, 'zip-download')
  await client.downloadArtifact(uploaded.id ?? 0, { path: target })
  expect(await readFile(join(target, 'a.txt'), 'utf8')).toBe('alpha')
  await client.deleteArtifact('load-test')
  await expect(client.getArtifact('load-test')).rejects.toThrow(/not found/i)
})

test('rejects a name that is taken, also after a failed finalize', async () => {
  simulator.faults.add({
    match: { service: 'actions', path: /FinalizeArtifact/ },
    kind: 'status',
    status: 400,
    body: '{"msg":"no"}',
  })
  const path = await file('taken.txt', Buffer.from('text'))
  const upload = () => client.uploadArtifact('', [path], directory, { skipArchive: true })
  await expect(upload()).rejects.toThrow(/400/)
  await expect(upload()).rejects.toThrow(/409/)
  expect(simulator.actions.artifact('taken.txt')).toBeUndefined()
})

test('rejects uploads if the quota is used up', async () => {
  simulator.actions.artifactService.quotaExhausted = true
  const path = await file('quota.txt', Buffer.from('text'))
  const upload = client.uploadArtifact('', [path], directory, { skipArchive: true })
  await expect(upload).rejects.toThrow(/quota/i)
  simulator.actions.artifactService.quotaExhausted = false
})

async function save(key: string, text: string): Promise<number> {
  await mkdir('note', { recursive: true })
  await writeFile('note/run.json', text)
  return cache.saveCache(['note'], key, undefined, true)
}

async function restore(
  key: string,
  restoreKeys: string[] = [],
): Promise<[string | undefined, string | undefined]> {
  await rm('note', { recursive: true, force: true })
  const hit = await cache.restoreCache(['note'], key, restoreKeys, undefined, true)
  const text = existsSync('note/run.json') ? await readFile('note/run.json', 'utf8') : undefined
  return [hit, text]
}

test('keeps a cache entry and finds it by its key', async () => {
  expect(await save('note-1', 'one')).toBeGreaterThan(0)
  expect(await restore('note-1')).toEqual(['note-1', 'one'])
  expect(await restore('other')).toEqual([undefined, undefined])
})

test('finds the newest entry of a prefix', async () => {
  await save('baseline-1', 'old')
  await save('baseline-2', 'new')
  expect(await restore('baseline-9', ['baseline-'])).toEqual(['baseline-2', 'new'])
})

test('never overwrites an entry', async () => {
  await save('once', 'first')
  expect(await save('once', 'second')).toBe(-1)
  expect(await restore('once')).toEqual(['once', 'first'])
})

test('keeps refs separate, and lets a pull request read its base', async () => {
  await save('branch', 'of main')
  const own = { ref: 'refs/pull/7/merge' }
  Object.assign(process.env, simulator.environment(own))
  expect((await restore('branch'))[0]).toBeUndefined()
  Object.assign(process.env, simulator.environment({ ...own, baseRef: 'refs/heads/main' }))
  expect(await restore('branch')).toEqual(['branch', 'of main'])
  Object.assign(process.env, simulator.environment({ ...own, readOnlyCache: true }))
  expect(await save('denied', 'text')).toBe(-1)
})
