import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { releaseNotes } from '../../scripts/changelog.ts'

const root = join(import.meta.dirname, '..', '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const CHANGELOG = `# Changelog

## [Unreleased]

* Not yet.

## [1.2.0] - 2026-01-31

### Added

* Something.

## [1.1.0]

* Older.

## [1.0.0] - 2025-12-24
`

test('the notes of a version are its section', () => {
  expect(releaseNotes(CHANGELOG, '1.2.0', '1.2.0')).toBe('### Added\n\n* Something.')
  expect(releaseNotes(CHANGELOG, 'v1.2.0', '1.2.0')).toBe('### Added\n\n* Something.')
})

test.each([
  ['1.3.0', '1.2.0', 'package.json has version 1.2.0, not 1.3.0'],
  ['1.3.0', '1.3.0', "no section '## [1.3.0] - <date>'"],
  ['1.1.0', '1.1.0', 'needs a date'],
  ['1.0.0', '1.0.0', 'says nothing about 1.0.0'],
  ['main', '1.2.0', "'main' is not a version"],
  ['Unreleased', 'Unreleased', "'Unreleased' is not a version"],
])('%s with package version %s is not released', (asked, packageVersion, message) => {
  expect(() => releaseNotes(CHANGELOG, asked, packageVersion)).toThrow(message)
})

test('the changelog has a section for the next version, and one for each released version', () => {
  const versions = [...read('CHANGELOG.md').matchAll(/^## \[([^\]]+)\]/gm)].map((match) => match[1])
  expect(versions[0]).toBe('Unreleased')
  expect(new Set(versions).size).toBe(versions.length)
})

test('the version recommended to users is the major version of package.json', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string }
  const told = globSync(['*.md', 'docs/*.md', 'examples/*.*'], { cwd: root }).flatMap((path) =>
    [...read(path).matchAll(/load-test-gate@(\S+)/g)].map(([, ref]) => ({ path, ref })),
  )
  expect(told.map(({ path }) => path)).toEqual(expect.arrayContaining(['README.md']))
  expect(told.filter(({ path }) => path.startsWith('examples')).length).toBeGreaterThanOrEqual(10)
  expect(told.filter(({ ref }) => ref !== `v${version.split('.')[0]}`)).toEqual([])
})
