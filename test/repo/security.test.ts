import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const attacks = join(root, 'test', 'attacks')
const page = readFileSync(join(root, 'SECURITY.md'), 'utf8')

const rows = [...page.matchAll(/^\|.*\| `([\w-]+\.test\.ts)`: (.+) \|$/gm)].map(
  ([, file = '', title = '']) => ({
    file,
    title,
  }),
)

test('each row of the threat model names an existing attack', () => {
  expect(rows.length).toBeGreaterThan(20)
  const lines = page.split('\n').filter((line) => line.startsWith('| '))
  // The header and the line below it name none.
  expect(lines.length - 2).toBe(rows.length)
  const unknown = rows.filter(
    ({ file, title }) => !readFileSync(join(attacks, file), 'utf8').replaceAll("\\'", "'").includes(title),
  )
  expect(unknown).toEqual([])
})

test('each file of attacks is in the threat model', () => {
  const named = new Set(rows.map(({ file }) => file))
  const files = readdirSync(attacks).filter((name) => name.endsWith('.test.ts'))
  // This file tests a guarantee about cancelling, not an attack.
  expect(files.filter((name) => !named.has(name))).toEqual(['expressions-cancel.test.ts'])
})

test('npm run attacks prints one line for each attack', () => {
  const script = join(root, 'scripts', 'attacks.ts')
  const printed = execFileSync(process.execPath, [script, 'environment'], { encoding: 'utf8' })
  const lines = printed.trimEnd().split('\n')
  expect(lines.slice(0, -1).map((line) => line.split(' ')[0])).toEqual(['blocked', 'blocked'])
  expect(lines.at(-1)).toBe('2 of 2 attacks were blocked.')
})
