import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { NOT_ON_WINDOWS } from '../not-on-windows.ts'

const root = join(import.meta.dirname, '..', '..')

test('the files that do not run on Windows exist', () => {
  expect(Object.keys(NOT_ON_WINDOWS).filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('files that send signals do not run on Windows', () => {
  const paths = globSync('test/**/*.test.ts', { cwd: root }).map((path) => path.replaceAll('\\', '/'))
  const signalling = paths.filter((path) => /'SIG(?:INT|TERM)'/.test(readFileSync(join(root, path), 'utf8')))
  expect(signalling.length).toBeGreaterThan(3)
  expect(signalling.filter((path) => !(path in NOT_ON_WINDOWS))).toEqual([])
})
