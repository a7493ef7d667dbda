import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { filesOfTree } from '../../../../../src/platform/files/below/checkout-tree.ts'
import { IgnoreRules, ruleBelow } from '../../../../../src/providers/xtc/code/ignore-rules.ts'

let root: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ignore-rules-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function write(files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), text)
  }
}

async function kept(inside: string): Promise<string[]> {
  const { files } = await filesOfTree(join(root, inside), new IgnoreRules(root, inside))
  return files.map(({ name }) => name)
}

/** The files that git would add, relative to the folder. */
function byGit(inside: string): string[] {
  const git = (...args: string[]): string =>
    execFileSync('git', args, {
      cwd: join(root, inside),
      encoding: 'utf8',
      env: { ...process.env, HOME: root },
    })
  git('init', '--quiet', root)
  const names = git('ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0')
  return names.filter((name) => name !== '').sort()
}

test('keeps the files that no ignore file from the root down excludes', async () => {
  await write({
    '.gitignore': '*.log\n/perf/local/\n# a comment\n\\#odd\n',
    'perf/.gitignore': '!keep.log\ntarget\n/only-here.txt\nsub/*.tmp\n',
    'perf/a.java': '',
    'perf/run.log': '',
    'perf/keep.log': '',
    'perf/#odd': '',
    'perf/local/x': '',
    'perf/target/x': '',
    'perf/src/target/x': '',
    'perf/only-here.txt': '',
    'perf/src/only-here.txt': '',
    'perf/sub/a.tmp': '',
    'perf/src/sub/a.tmp': '',
    'perf/.git/config': '',
  })
  expect(await kept('perf')).toEqual([
    '.gitignore',
    'a.java',
    'keep.log',
    'src/only-here.txt',
    'src/sub/a.tmp',
  ])
})

test('a rule of a folder with unusual characters applies to that folder', () => {
  expect(ruleBelow('a[b]/c d', 'x/y')).toBe('/a\\[b\\]/c\\ d/x/y')
  expect(ruleBelow('a', '!x')).toBe('!/a/**/x')
  expect(ruleBelow('a', 'x/')).toBe('/a/**/x/')
  expect(ruleBelow('a', '  ')).toBeUndefined()
})

const NAMES = ['a', 'b', 'c.log', 'd e', '#f', '!g', '[h]']
const PATTERNS = [
  'a',
  'b/',
  '/a',
  '*.log',
  'a/b',
  'a/',
  '**/b',
  'a/**',
  'b/**/a',
  '*',
  '?',
  '/b/',
  'd e',
  '\\#f',
  '\\!g',
  '!a',
  '!b/',
  '!*.log',
  '!/a',
  '!a/b',
  '# a',
  '',
  'd e/ ',
  '[ab]',
  '\\[h\\]',
  '!b',
  '**/a/b',
]

test('agrees with git', { timeout: 300_000 }, async () => {
  const path = fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 4 })
  const rules = fc.array(fc.constantFrom(...PATTERNS), { maxLength: 4 })
  const trees = fc.record({
    paths: fc.array(path, { minLength: 1, maxLength: 12 }),
    rules: fc.array(fc.tuple(fc.array(fc.constantFrom(...NAMES), { maxLength: 2 }), rules), { maxLength: 3 }),
    inside: fc.constantFrom('', 'a', 'a/b'),
  })
  await fc.assert(
    fc.asyncProperty(trees, async ({ paths, rules: given, inside }) => {
      await rm(root, { recursive: true, force: true })
      await mkdir(join(root, inside), { recursive: true })
      for (const parts of paths)
        await write({ [`${parts.join('/')}.txt`]: '', [`${parts.join('/')}/x`]: '' }).catch(() => undefined)
      for (const [folder, lines] of given)
        await write({ [[...folder, '.gitignore'].join('/')]: lines.join('\n') }).catch(() => undefined)
      expect((await kept(inside)).sort()).toEqual(byGit(inside))
    }),
    { numRuns: 150, seed: 3 },
  )
})
