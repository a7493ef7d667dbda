import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { withQuotedCode } from '../../scripts/quoted-code.ts'
import { anchorsOf, brokenLinks, linksOf } from './markdown-links.ts'

const root = join(import.meta.dirname, '..', '..')
const read = (name: string): string => readFileSync(join(root, name), 'utf8')
const filesIn = (folder: string, ext: string): string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder))
        .filter((name) => name.endsWith(ext))
        .map((name) => join(folder, name))
    : []

const documents = [...filesIn('.', '.md'), ...filesIn('docs', '.md')]

test.each(documents)('%s links only to things that exist', (file) => {
  expect(brokenLinks(file)).toEqual([])
})

test('links are found, including broken ones', () => {
  const text = '[a](b.md#c "d") ![e](f.png) `[no](code.md)`\n```\n[no](g.md)\n```\n[h]: i.md\n[j](https://k)'
  expect(linksOf(text)).toEqual(['b.md#c', 'f.png', 'i.md'])
  expect(anchorsOf('# One two\n## `One` two!\n```\n# no\n```\n### A, b & c')).toEqual([
    'one-two',
    'one-two-1',
    'a-b--c',
  ])
})

describe('README.md', () => {
  const readme = read('README.md')

  test('is short enough to read', () => {
    const folded = /<details>[^]*?<\/details>/g
    expect(readme.replace(folded, '').split('\n').length).toBeLessThan(215)
  })

  test('has pictures of moderate size', () => {
    const pictures = linksOf(readme).filter((link) => link.endsWith('.png'))
    expect(pictures.length).toBeGreaterThanOrEqual(2)
    for (const picture of pictures) expect(readFileSync(join(root, picture)).length).toBeLessThan(250_000)
  })

  test('links to every example and every document', () => {
    const linked = linksOf(readme).map((link) => link.replace(/#.*/, ''))
    const unlinked = [...filesIn('examples', '.yml'), ...filesIn('docs', '.md')].filter(
      (file) => !linked.includes(file),
    )
    expect(unlinked).toEqual([])
  })
})

test('docs/troubleshooting.md quotes real messages of the action', () => {
  const source = allSource('src')
  const messages = [...read('docs/troubleshooting.md').matchAll(/^\| `(.+?)` \|/gm)].map(
    (match) => match[1] ?? '',
  )
  expect(messages.length).toBeGreaterThanOrEqual(15)
  const unknown = messages.filter((message) => {
    const fixed = message.split('…').map((part) => part.trim())
    return !fixed.every((part) => source.includes(part)) || fixed.join('').length < 12
  })
  expect(unknown).toEqual([])
})

describe('docs/architecture.md', () => {
  const names = [...read('docs/architecture.md').matchAll(/`?((?:src|test|scripts|docs)\/[\w./*-]+)`?/g)].map(
    (match) => match[1] ?? '',
  )

  test('names files and folders that exist', () => {
    expect(names.length).toBeGreaterThan(10)
    const gone = names.filter((name) => !name.includes('*') && !existsSync(join(root, name)))
    expect(gone).toEqual([])
  })

  test('names, without a folder, files of src or of the tools that it describes', () => {
    const text = read('docs/architecture.md')
    const bare = [...text.matchAll(/(?<![\w/.-])([\w-]+\.(?:test\.)?(?:ts|js|mjs|css))\b/g)].map(
      (match) => match[1] ?? '',
    )
    const known = new Set(
      ['src', 'test', 'scripts', 'bench'].flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
          path.replace(/.*[\\/]/, ''),
        ),
      ),
    )
    expect(bare.filter((name) => !known.has(name))).toEqual([])
  })
})

describe('docs/adding-a-provider.md', () => {
  const page = read('docs/adding-a-provider.md')

  test('quotes the current code (node scripts/quoted-code.ts updates it)', () => {
    expect(withQuotedCode(page, read)).toBe(page)
    expect(page.match(/<!-- code: /g)?.length).toBe(7)
    expect(page).toContain('export function createMeadowProvider')
  })

  test('names files that exist', () => {
    const names = [...page.matchAll(/`((?:src|test|scripts)\/[\w./-]+)`/g)].map((match) => match[1] ?? '')
    const onPaper = 'src/providers/meadow/'
    expect(names.filter((name) => name !== onPaper && !existsSync(join(root, name)))).toEqual([])
  })
})

/** The text of all sources, with concatenated string literals joined. */
function allSource(folder: string): string {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.generated.ts'))
    .map((file) => read(join(folder, file)))
    .join('\n')
    .replace(/['"`]\s*\+\s*['"`]/g, '')
    .replaceAll("\\'", "'")
}
