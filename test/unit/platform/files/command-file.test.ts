import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CommandFile } from '../../../../src/platform/files/command-file.ts'

let directory: string
let path: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'command-file-'))
  path = join(directory, 'state')
  writeFileSync(path, '')
})

afterEach(() => rmSync(directory, { recursive: true, force: true }))

/** The entries as the runner reads them: the last one for each name, without the filler. */
function entries(): Record<string, string> {
  const found: Record<string, string> = {}
  const lines = readFileSync(path, 'utf8').split('\n')
  for (let at = 0; at < lines.length - 1; at++) {
    const [name = '', delimiter = ''] = (lines[at] ?? '').split('<<')
    const end = lines.indexOf(delimiter, at + 1)
    expect(end).toBeGreaterThan(at)
    found[name] = lines.slice(at + 1, end).join('\n')
    at = end
  }
  const { room: _filler, ...others } = found
  return others
}

test('keeps the last text of every name, in any order', () => {
  const file = new CommandFile(path, 'the state')
  file.keep('run', 'none')
  file.keep('uploads', 'a.csv')
  expect(entries()).toEqual({ run: 'none', uploads: 'a.csv' })
  file.keep('run', 'active')
  file.keep('uploads', '')
  file.keep('run', 'over')
  expect(entries()).toEqual({ run: 'over', uploads: '' })
})

test('two names stay in the room reserved for the first, and get another one if they outgrow it', () => {
  const file = new CommandFile(path, 'the state')
  file.keep('run', 'none')
  const { size } = statSync(path)
  file.keep('uploads', 'x'.repeat(size / 2))
  expect(statSync(path).size).toBe(size)
  file.keep('uploads', 'y'.repeat(size * 2))
  expect(statSync(path).size).toBeGreaterThan(size)
  expect(entries()).toEqual({ run: 'none', uploads: 'y'.repeat(size * 2) })
})

test('text that somebody else appended is not overwritten', () => {
  const file = new CommandFile(path, 'the state')
  file.keep('run', 'none')
  appendFileSync(path, 'theirs<<end\n1\nend\n')
  file.keep('uploads', 'a.csv')
  file.keep('run', 'over')
  expect(entries()).toEqual({ run: 'over', theirs: '1', uploads: 'a.csv' })
})
