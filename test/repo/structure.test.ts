import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

// The linter checks file names and the length of files and functions; imports.test.ts checks the direction of
// imports.
const root = join(import.meta.dirname, '..', '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const files = (pattern: string): string[] =>
  globSync(pattern, { cwd: root }).map((path) => path.replaceAll('\\', '/'))

/** A folder should be readable at a glance; `src` itself also has its three entries. */
const MOST_ENTRIES = 12

describe('src', () => {
  const sources = files('src/**/*.{ts,js,css}')

  test('has no folder with too many entries', () => {
    expect(sources.length).toBeGreaterThan(100)
    const entries = new Map<string, Set<string>>()
    for (const path of sources) {
      const parts = path.split('/')
      for (let depth = 1; depth < parts.length; depth++) {
        const folder = parts.slice(0, depth).join('/')
        entries.set(folder, (entries.get(folder) ?? new Set()).add(parts[depth] ?? ''))
      }
    }
    const large = [...entries].filter(
      ([folder, names]) => names.size > MOST_ENTRIES + (folder === 'src' ? 2 : 0),
    )
    expect(large.map(([folder, names]) => `${folder}: ${names.size}`)).toEqual([])
  })

  test('names files by the question that they answer', () => {
    const vague = /\/(?:utils?|helpers?|common|misc|shared|types|constants)\.\w+$/
    expect([...sources, ...files('{test,scripts,bench}/**/*.ts')].filter((path) => vague.test(path))).toEqual(
      [],
    )
  })

  test("has no client file that the page's script leaves out", () => {
    const script = read('scripts/build-page.mjs')
    const client = files('src/report/page/client/*.js')
    expect(client.length).toBeGreaterThan(3)
    expect(client.filter((path) => !script.includes(`'${path}'`))).toEqual([])
  })

  test('has short entries', () => {
    for (const entry of ['main', 'post', 'xpath'])
      expect(read(`src/${entry}.ts`).split('\n').length).toBeLessThan(26)
  })
})

test('optional fields are spread in one form: ...(condition && { field })', () => {
  const other = /\.\.\.\([^\n]*\? \{\} :|: \{\}\)/
  const paths = files('{src,test,scripts,bench}/**/*.ts')
  const lines = paths.flatMap((path) =>
    read(path)
      .split('\n')
      .map((line) => `${path}: ${line.trim()}`),
  )
  expect(lines.filter((line) => line.includes('...(') && line.includes(' && {')).length).toBeGreaterThan(100)
  expect(lines.filter((line) => line.includes('...(') && other.test(line))).toEqual([])
})

test('the simulator shares no code with src', () => {
  const imports = files('test/simulator/*.ts').flatMap((path) =>
    [...read(path).matchAll(/from '([^']+)'/g)].map((match) => `${path}: ${match[1]}`),
  )
  expect(imports.length).toBeGreaterThan(50)
  expect(imports.filter((line) => /: .*\bsrc\//.test(line))).toEqual([])
})

test('the files with a higher length limit exist', () => {
  const { overrides } = JSON.parse(read('.oxlintrc.json')) as { overrides: { files: string[] }[] }
  const named = overrides.flatMap((override) => override.files).filter((path) => !path.includes('*'))
  expect(named.length).toBeGreaterThan(0)
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('commands named in documents are scripts', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const documents = files('{*.md,docs/*.md,.github/*.md}')
  const named = documents.flatMap((path) =>
    [...read(path).matchAll(/\bnpm run (?:-s )?([\w:-]+)/g)].map(([, name = '']) => name),
  )
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})
