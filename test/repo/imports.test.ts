import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SERVICES } from '../../src/providers/services.ts'

const src = join(import.meta.dirname, '..', '..', 'src')

interface SourceFile {
  /** Relative to src, with `/`. */
  path: string
  text: string
  imports: string[]
}

const files: SourceFile[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => {
    const path = name.replaceAll('\\', '/')
    const text = readFileSync(join(src, name), 'utf8')
    const named = [...text.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*'([^']+)'/g)].map(
      (match) => match[1] ?? '',
    )
    const imports = named.map((target) =>
      target.startsWith('.') ? relative(src, join(src, dirname(path), target)).replaceAll('\\', '/') : target,
    )
    return { path, text, imports }
  })

/** The rooms of src from top to bottom, and what each may import, besides itself and packages. */
const BELOW: Record<string, string[]> = {
  program: [
    'step',
    'inputs',
    'report',
    'providers',
    'verdict',
    'criteria',
    'measurements',
    'platform',
    'formats',
    'foundation',
  ],
  step: [
    'inputs',
    'report',
    'providers',
    'verdict',
    'criteria',
    'measurements',
    'platform',
    'formats',
    'foundation',
  ],
  inputs: ['providers', 'verdict', 'criteria', 'platform', 'foundation'],
  report: ['verdict', 'criteria', 'measurements', 'foundation'],
  providers: ['criteria', 'measurements', 'platform', 'formats', 'foundation'],
  verdict: ['criteria', 'measurements', 'foundation'],
  criteria: ['formats', 'foundation'],
  measurements: ['formats', 'foundation'],
  platform: ['formats', 'foundation'],
  formats: ['foundation'],
  foundation: [],
}

/** The entries, such as `main.ts`, are a separate room. */
function roomOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : 'entries'
}

function isLocal(target: string): boolean {
  return target.endsWith('.ts')
}

function importsOf(room: string): { path: string; target: string }[] {
  return files
    .filter(({ path }) => roomOf(path) === room)
    .flatMap(({ path, imports }) => imports.filter(isLocal).map((target) => ({ path, target })))
}

const arrows = (found: { path: string; target: string }[]): string[] =>
  found.map(({ path, target }) => `${path} → ${target}`)

test('every file of src was read, and every room is in the table', () => {
  expect(files.length).toBeGreaterThan(150)
  expect([...new Set(files.map(({ path }) => roomOf(path)))].sort()).toEqual(
    ['entries', ...Object.keys(BELOW)].sort(),
  )
  expect(files.filter(({ imports }) => imports.some(isLocal)).length).toBeGreaterThan(120)
})

describe('imports point only downwards', () => {
  test.each(Object.entries(BELOW))('from %s to %j', (room, below) => {
    const allowed = new Set([room, ...below])
    expect(arrows(importsOf(room).filter(({ target }) => !allowed.has(roomOf(target))))).toEqual([])
  })

  test('the entries may import the program, the runner and the clock', () => {
    const wrong = importsOf('entries').filter(
      ({ target }) => !/^(?:program|platform\/runner|foundation)\/|^platform\/clock\.ts$/.test(target),
    )
    expect(arrows(wrong)).toEqual([])
  })

  test('step and inputs may import what a service is, but no single service', () => {
    const one = /^providers\/[^/]+\//
    expect(arrows(importsOf('step').filter(({ target }) => one.test(target)))).toEqual([])
    expect(arrows(importsOf('inputs').filter(({ target }) => one.test(target)))).toEqual([])
  })

  test('no file imports itself through others, including types', () => {
    expect(files.map(({ path }) => path).filter((path) => reached(path).has(path))).toEqual([])
  })
})

/** Everything that a file imports, directly or through others. */
function reached(start: string): Set<string> {
  const seen = new Set<string>()
  const open = [start]
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    for (const target of files.find((file) => file.path === path)?.imports ?? []) {
      if (!isLocal(target) || seen.has(target)) continue
      seen.add(target)
      open.push(target)
    }
  }
  return seen
}

test('providers never import each other', () => {
  const providerOf = (path: string): string => /^providers\/([^/]+)\//.exec(path)?.[1] ?? ''
  for (const { path, imports } of files) {
    const own = providerOf(path)
    if (own === '') continue
    expect(imports.filter((target) => providerOf(target) !== '' && providerOf(target) !== own)).toEqual([])
  }
})

test('outside the providers, no line asks which service it is', () => {
  const outside = files.filter(({ path }) => roomOf(path) !== 'providers')
  const asking = outside.flatMap(({ path, text }) =>
    codeOf(text).flatMap((line) => (SERVICE_WORD.test(line) ? [`${path}: ${line.trim()}`] : [])),
  )
  expect(asking).toEqual([])
  expect(SERVICES.length).toBeGreaterThan(1)
  expect(codeOf("f('a', xtc, 'of XTC') // 'xtc'")).toEqual(["f('a', xtc, ) "])
  for (const asks of [
    "if (provider === 'xtc')",
    'inputs.errthquake',
    'createXtcProvider()',
    'ERRTHQUAKE_FIELDS',
  ])
    expect(SERVICE_WORD.test(asks)).toBe(true)
})

/** A service's name as a word, or as part of one. */
const SERVICE_WORD = new RegExp(
  SERVICES.flatMap(({ name }) => {
    const capital = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`
    return [`(?<![A-Za-z])${name}`, capital, name.toUpperCase()]
  }).join('|'),
)

/** The lines of a file without comments and without sentences, which decide nothing. */
function codeOf(text: string): string[] {
  const literal = (quote: string): string => `${quote}(?:[^${quote}\\\\]|\\\\[^])*${quote}`
  const parts = new RegExp(`/\\*[^]*?\\*/|(?<!:)//.*|${["'", '"', '`'].map(literal).join('|')}`, 'g')
  const isCode = (part: string): boolean => !part.startsWith('/') && !part.includes(' ')
  return text.replace(parts, (part) => (isCode(part) ? part : '')).split('\n')
}

test('both providers have files with the same names for the same questions', () => {
  for (const name of ['api', 'collect', 'files', 'inputs', 'provider', 'service']) {
    for (const provider of ['xtc', 'errthquake']) {
      expect(files.map(({ path }) => path)).toContain(`providers/${provider}/${name}.ts`)
    }
  }
})

test('only platform uses the toolkit and timers', () => {
  const outside = files.filter(({ path }) => roomOf(path) !== 'platform')
  expect(outside.filter(({ imports }) => imports.some((target) => target.startsWith('@actions/')))).toEqual(
    [],
  )
  // Pages shown in a browser use the browser's timers.
  const inNode = outside.filter(({ path }) => !path.startsWith('report/page/'))
  expect(inNode.filter(({ text }) => /\bset(Timeout|Interval)\(/.test(text)).map(({ path }) => path)).toEqual(
    [],
  )
})

test('there are no barrels', () => {
  expect(files.filter(({ path }) => /(^|\/)index\.ts$/.test(path))).toEqual([])
  const passOn = files.filter(({ text }) => /^export\s+(\*|\{[^}]*\}|type\s+\{[^}]*\})\s+from\b/m.test(text))
  expect(passOn.map(({ path }) => path)).toEqual([])
})
