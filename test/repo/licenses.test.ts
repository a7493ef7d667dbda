import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { bundledPackages, licensesOf } from '../../scripts/licenses.ts'

const root = join(import.meta.dirname, '..', '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Texts in the code that are long enough to be unique. */
function phrasesOf(code: string): Set<string> {
  const found = new Set<string>()
  const texts = /'([^'\\\n]{24,200})'|"([^"\\\n]{24,200})"|`([^`\\\n$]{24,200})`/g
  for (const [, single, double, template] of code.matchAll(texts)) {
    const phrase = single ?? double ?? template ?? ''
    if (/[a-z]{3,} [a-z]{2,} [a-z]/i.test(phrase)) found.add(phrase)
  }
  return found
}

function packagePaths(): string[] {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { dev?: boolean; optional?: boolean }>
  }
  return Object.entries(packages)
    .filter(([path, { dev, optional }]) => path !== '' && dev !== true && optional !== true)
    .map(([path]) => path)
}

/** Packages with a text in dist that no other package has. They are found without asking the bundler. */
function packagesByText(): string[] {
  const owners = new Map<string, Set<string>>()
  for (const path of packagePaths()) {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const files = globSync('**/*.{js,cjs,mjs}', { cwd: join(root, path), exclude: ['**/node_modules/**'] })
    for (const phrase of phrasesOf(files.map((file) => read(join(path, file))).join('\n'))) {
      owners.set(phrase, (owners.get(phrase) ?? new Set()).add(name))
    }
  }
  const inDist = phrasesOf(
    globSync('dist/**/*.js', { cwd: root })
      .map((file) => read(file))
      .join('\n'),
  )
  const single = [...inDist].map((phrase) => owners.get(phrase)).filter((names) => names?.size === 1)
  return [...new Set(single.flatMap((names) => [...(names ?? [])]))].sort()
}

describe('dist/licenses.txt', () => {
  const licenses = read('dist/licenses.txt')
  const listed = new Set(
    [...licenses.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+) \d+\.\d+\.\d+\S* \(.+\)$/gm)].map(
      (match) => match[1] ?? '',
    ),
  )

  test('names every package with a text in dist', () => {
    const found = packagesByText()
    expect(found.length).toBeGreaterThan(30)
    expect(found.filter((name) => !listed.has(name))).toEqual([])
  })

  test("names every dependency, and the library for the page's charts", () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }
    for (const name of [...Object.keys(dependencies), 'uplot']) expect([...listed]).toContain(name)
  })

  test('has a text for each, and no path of a machine', () => {
    const sections = licenses.split(`\n${'='.repeat(80)}\n\n`).slice(1)
    expect(sections.length).toBeGreaterThan(30)
    expect(sections.filter((section) => (section.split('\n\n', 2)[1] ?? '').length < 5)).toEqual([])
    expect(licenses).not.toContain(root)
  })
})

describe('the licenses of a bundle', () => {
  const directory = mkdtempSync(join(tmpdir(), 'licenses-'))
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  function addPackage(name: string, manifest: object, files: Record<string, string> = {}): string {
    const path = join(directory, 'node_modules', name)
    mkdirSync(path, { recursive: true })
    writeFileSync(join(path, 'package.json'), JSON.stringify({ name, version: '1.0.0', ...manifest }))
    for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text)
    return path
  }

  test('are those of the packages that modules come from, including nested ones', () => {
    const stats = {
      modules: [
        { nameForCondition: '/p/src/main.js' },
        {
          nameForCondition: null,
          modules: [{ nameForCondition: '/p/node_modules/@a/b/node_modules/c/x.js' }],
        },
        { nameForCondition: '/p/node_modules/@a/b/lib/index.js' },
        { nameForCondition: 'C:\\p\\node_modules\\d\\index.js' },
      ],
    }
    expect([...bundledPackages(stats)]).toEqual([
      '/p/node_modules/@a/b/node_modules/c',
      '/p/node_modules/@a/b',
      'C:\\p\\node_modules\\d',
    ])
  })

  test('are always in the same order, and the same text appears only once', () => {
    const b = addPackage('b', { license: 'X' }, { LICENSE: 'The text\r\nof X', NOTICE: 'A notice' })
    const a = addPackage('a', { license: 'X' }, { 'LICENSE.md': 'The text\nof X', NOTICE: 'A notice' })
    const text = licensesOf([b, a])
    expect(text).toContain('a 1.0.0 (X)\nb 1.0.0 (X)\n\nThe text\nof X\n\nA notice\n')
    expect(licensesOf([a, b])).toBe(text)
  })

  test('come from the README, or from the standard texts, if the package has no file', () => {
    const long = `## License\n\n${'Permission is granted. '.repeat(20)}`
    const inReadme = addPackage('in-readme', { license: 'MIT' }, { 'README.md': `# In\n\n${long}` })
    expect(licensesOf([inReadme])).toContain(long.trim())
    const named = addPackage(
      'named',
      { license: 'ISC', author: 'Somebody' },
      { 'README.md': '## License\n\nISC' },
    )
    expect(licensesOf([named])).toContain(
      'Copyright Somebody\n\nThe package ships no license text; this is the text of ISC.',
    )
    expect(licensesOf([addPackage('silent', { author: { name: 'Nobody' } })])).toContain('names no license')
  })

  test('fail the build if none is known', () => {
    const strange = addPackage('strange', { license: 'SEE ELSEWHERE' })
    expect(() => licensesOf([strange])).toThrow('No text is known for the license SEE ELSEWHERE')
  })
})
