import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

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

/** Small files that know nothing of the rest; every layer may use them. */
const FOUNDATION = [
  'duration.ts',
  'errors.ts',
  'format.ts',
  'inflated-chunks.ts',
  'input-fields.ts',
  'nearest.ts',
  'one-line.ts',
  'ports.ts',
]
/** What a layer may import besides itself, `FOUNDATION` and packages. */
const LAYERS: Record<string, string[]> = {
  platform: [],
  measurements: [],
  verdict: ['measurements'],
  report: ['verdict', 'measurements'],
  providers: ['platform', 'measurements'],
}

function layerOf(path: string): string {
  if (FOUNDATION.includes(path)) return 'foundation'
  const folder = path.split('/')[0] ?? ''
  return folder in LAYERS ? folder : 'step'
}

function isLocal(target: string): boolean {
  return target.endsWith('.ts')
}

test('every file of src was read', () => {
  expect(files.length).toBeGreaterThan(50)
  for (const name of FOUNDATION) expect(files.map(({ path }) => path)).toContain(name)
  expect(files.filter(({ imports }) => imports.length > 0).length).toBeGreaterThan(40)
})

describe('imports point down only', () => {
  test.each(Object.entries(LAYERS))('from %s to %j', (layer, below) => {
    const allowed = new Set([layer, 'foundation', ...below])
    const wrong = files
      // The registry is where the inputs meet the providers: it belongs to the step, beside which it stands.
      .filter(({ path }) => layerOf(path) === layer && path !== 'providers/registry.ts')
      .flatMap(({ path, imports }) =>
        imports
          .filter((target) => isLocal(target) && !allowed.has(layerOf(target)))
          .map((target) => `${path} → ${target}`),
      )
    expect(wrong).toEqual([])
  })

  test('the foundation uses nothing but itself and the names of outcomes', () => {
    const wrong = files
      .filter(({ path }) => FOUNDATION.includes(path))
      .flatMap(({ path, imports }) =>
        imports
          .filter(
            (target) => isLocal(target) && !FOUNDATION.includes(target) && target !== 'verdict/verdict.ts',
          )
          .map((target) => `${path} → ${target}`),
      )
    expect(wrong).toEqual([])
  })
})

test('providers never import each other, and only the step imports the registry', () => {
  const providerOf = (path: string): string => /^providers\/([^/]+)\//.exec(path)?.[1] ?? ''
  for (const { path, imports } of files) {
    const own = providerOf(path)
    if (own === '') continue
    expect(imports.filter((target) => providerOf(target) !== '' && providerOf(target) !== own)).toEqual([])
    expect(imports).not.toContain('providers/registry.ts')
  }
})

test('both providers have files of the same names for the same questions', () => {
  for (const name of ['api', 'collect', 'inputs', 'provider']) {
    for (const provider of ['xtc', 'errthquake']) {
      expect(files.map(({ path }) => path)).toContain(`providers/${provider}/${name}.ts`)
    }
  }
})

test('only platform touches the toolkit and timers', () => {
  const outside = files.filter(({ path }) => layerOf(path) !== 'platform')
  expect(outside.filter(({ imports }) => imports.some((target) => target.startsWith('@actions/')))).toEqual(
    [],
  )
  // Pages that are shown in a browser have the browser's timers.
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
