import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { errthquakeAssumptions } from '../../src/providers/errthquake/assumptions.ts'
import { xtcAssumptions } from '../../src/providers/xtc/assumptions.ts'
import { contractV1 } from '../../src/providers/xtc/contracts/contract-v1.ts'
import { contractV2 } from '../../src/providers/xtc/contracts/contract-v2.ts'
import type { Assumption } from '../../src/providers/assumption.ts'
import { readActionFile } from '../runner/run-action.ts'

const root = join(import.meta.dirname, '..', '..')

function page(name: string): string {
  return readFileSync(join(root, 'docs', `${name}.md`), 'utf8')
}

/** Rows of the table of operations: the first three cells, without code marks. */
function operationsOf(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => /^\| `(GET|POST|PUT|DELETE)`/.test(line))
    .map((line) => line.replaceAll('`', '').split('|').slice(1, 4))
    .map((cells) =>
      cells
        .map((cell) => cell.trim())
        .join(' ')
        .trim(),
    )
}

function rowsOf(assumptions: readonly Assumption[], version = ''): string[] {
  const base = `/public/api/${version}/orgs/{organization}/projects/{project}`
  return assumptions.map(({ method, path, permission = '' }) => {
    const isToken = path === '/oauth/token'
    const below = isToken ? `${path} (at the root)` : path.replace(base, '')
    return [method, isToken ? '' : version, below, permission].filter((cell) => cell !== '').join(' ')
  })
}

describe('the pages about the services', () => {
  test("list XTC's operations as the client assumes them", () => {
    const assumed = [...rowsOf(xtcAssumptions(contractV2), 'v2'), ...rowsOf(xtcAssumptions(contractV1), 'v1')]
    expect(operationsOf(page('xtc')).sort()).toEqual([...new Set(assumed)].sort())
  })

  test("list Errthquake's operations as the client assumes them", () => {
    expect(operationsOf(page('errthquake')).sort()).toEqual(rowsOf(errthquakeAssumptions()).sort())
  })

  test.each(['xtc', 'errthquake'])('name only existing inputs and scripts: %s', (name) => {
    const inputs = Object.keys(readActionFile().inputs)
    const text = page(name)
    const named = [...text.matchAll(/^ {10}([a-z-]+): /gm)].map((match) => match[1] ?? '')
    expect(named.length).toBeGreaterThan(4)
    expect(named.filter((input) => !inputs.includes(input))).toEqual([])
    const inline = [...text.matchAll(/`((?:xtc|errthquake|test|on|poll)-[a-z-]+)(?:: \w+)?`/g)].map(
      (match) => match[1] ?? '',
    )
    expect(inline.length).toBeGreaterThan(2)
    expect(inline.filter((input) => !inputs.includes(input) && input !== 'test-report')).toEqual([])
    const scripts = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object }
    const run = [...text.matchAll(/npm run ([a-z]+)/g)].map((match) => match[1] ?? '')
    expect(run.filter((script) => !(script in scripts.scripts))).toEqual([])
  })

  test('link only to existing pages and headings', () => {
    const heading = /\(xtc\.md#([\w-]+)\)/.exec(page('errthquake'))?.[1]
    const anchors = [...page('xtc').matchAll(/^## (.*)$/gm)].map((match) =>
      (match[1] ?? '')
        .toLowerCase()
        .replaceAll(/[^\w\- ]/g, '')
        .replaceAll(' ', '-'),
    )
    expect(anchors).toContain(heading)
  })
})
