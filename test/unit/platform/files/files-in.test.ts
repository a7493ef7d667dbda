import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { byName, filesNamed } from '../../../../src/platform/files/files-in.ts'

let root = ''
const at = (...names: string[]): string => join(root, ...names)

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'files-in-'))
  for (const name of ['a.json', 'b/c.json', 'b/d/e.json', '.git/f.json', '[x]/g.json', '[y].json']) {
    await mkdir(dirname(at(name)), { recursive: true })
    await writeFile(at(name), '')
  }
  await mkdir(at('outside'))
  await writeFile(at('outside', 'h.json'), '')
  await symlink(at('outside'), at('b', 'link'))
})
afterAll(() => rm(root, { recursive: true }))

const below = (...names: string[]): string[] => names.map((name) => at(name))

test.each([
  ['b', { kind: 'folder', paths: ['b/c.json', 'b/d/e.json', 'b/link'] }],
  ['b/', { kind: 'folder', paths: ['b/c.json', 'b/d/e.json', 'b/link'] }],
  ['[x]', { kind: 'folder', paths: ['[x]/g.json'] }],
  ['*.json', { kind: 'pattern', paths: ['[y].json', 'a.json'] }],
  [
    '**/?.json',
    { kind: 'pattern', paths: ['[x]/g.json', 'a.json', 'b/c.json', 'b/d/e.json', 'outside/h.json'] },
  ],
  ['{a,b/*}.json', { kind: 'pattern', paths: ['a.json', 'b/c.json'] }],
  ['b/link/*.json', { kind: 'pattern', paths: [] }],
  ['nowhere/*.json', { kind: 'pattern', paths: [] }],
])('%s names files', async (named, { kind, paths }) => {
  const found = await filesNamed(at(named))
  expect(found).toEqual({ kind, paths: below(...paths) })
})

test('one file, or none, is a single path, whatever characters are in its name', async () => {
  for (const name of ['a.json', '[y].json', 'nowhere.json'])
    expect(await filesNamed(at(name))).toEqual({ kind: 'single', path: at(name) })
})

test('names are in natural order', () => {
  const names = ['run-10/m.json', 'run-9/m.json', 'run-9/m-10.json', 'run-9/m-2.json', 'a.json']
  expect(names.toSorted(byName)).toEqual([
    'a.json',
    'run-9/m-2.json',
    'run-9/m-10.json',
    'run-9/m.json',
    'run-10/m.json',
  ])
})
