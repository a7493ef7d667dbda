import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { withTables } from '../../scripts/readme-tables.ts'
import { inputFieldsOf } from '../../src/inputs/parse-inputs.ts'
import { SERVICES } from '../../src/providers/services.ts'
import { OUTPUT_NAMES } from '../../src/foundation/ports.ts'
import { readActionFile } from '../runner/run-action.ts'

const root = join(import.meta.dirname, '..', '..')
const action = readActionFile()
const read = (name: string): string => readFileSync(join(root, name), 'utf8')

describe('action.yml', () => {
  test('declares exactly the inputs that are parsed, in order', () => {
    expect(Object.keys(action.inputs)).toEqual(Object.keys(inputFieldsOf(SERVICES)))
  })

  test('declares the known outputs, in order', () => {
    const declared = Object.keys(action.outputs)
    expect(declared).toEqual(OUTPUT_NAMES.filter((name) => declared.includes(name)))
    expect(declared).toContain('outcome')
  })

  test('every input and output has a description', () => {
    for (const entry of [...Object.values(action.inputs), ...Object.values(action.outputs)]) {
      expect(entry.description.length).toBeGreaterThan(10)
    }
  })

  test('a default has the same effect as an empty input', () => {
    for (const [name, field] of Object.entries(inputFieldsOf(SERVICES))) {
      const byDefault = action.inputs[name]?.default
      // The runner evaluates expressions.
      if (byDefault === undefined || byDefault.includes('${{')) continue
      const given = field.read(byDefault)
      expect([name, given]).not.toEqual([name, undefined])
      expect([name, field.read('')]).toEqual([name, given])
    }
  })

  test('runs on node24, with a post step', () => {
    expect(action.runs).toMatchObject({
      using: 'node24',
      main: 'dist/main/index.js',
      post: 'dist/post/index.js',
    })
  })
})

describe('README.md', () => {
  test('has the tables of action.yml (written by node scripts/readme-tables.ts)', () => {
    expect(withTables(read('README.md'), read('action.yml'))).toBe(read('README.md'))
  })

  test('names the two commands for contributors', () => {
    expect(read('README.md')).toContain('npm ci && npm run demo')
    expect(read('README.md')).toContain('npm ci && npm test')
  })
})

describe('docs/architecture.md', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >

  test.each(Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }))(
    'gives the reason for %s',
    (name) => {
      const rows = read('docs/architecture.md')
        .split('\n')
        .filter((line) => line.startsWith('|') && line.includes(`\`${name}\``))
      expect(rows).toHaveLength(1)
      expect((rows[0]?.split('|')[2] ?? '').trim().length).toBeGreaterThan(15)
    },
  )
})
