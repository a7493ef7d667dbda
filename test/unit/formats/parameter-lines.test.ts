import { describe, expect, test } from 'vitest'
import {
  parametersOf,
  parametersText,
  recordedParameters,
  secretsInLines,
} from '../../../src/formats/parameter-lines.ts'

const RULES = { input: 'xtc-properties', names: { allowed: 'a name', pattern: /^[\w.]+$/ } }
const parse = (text: string) => parametersOf(text, RULES)

test('reads one parameter per line; a value may contain anything except line breaks', () => {
  const text = `
    # users of the morning
    com.example.users=5
    secret:password = a=b, "c": #d ${' '}
    empty=
  `
  expect(parse(text)).toEqual({
    parameters: [
      { name: 'com.example.users', value: '5', isSecret: false },
      { name: 'password', value: 'a=b, "c": #d', isSecret: true },
      { name: 'empty', value: '', isSecret: false },
    ],
    faults: [],
  })
  expect(secretsInLines(text)).toEqual(['a=b, "c": #d'])
})

describe('faults', () => {
  test.each([
    ['hunter2hunter2', 1],
    ['secret:hunter2hunter2', 1],
    ['a=1\n\nno name=hunter2hunter2', 3],
    ['a=hunter2hunter2\nsecret:a=hunter2hunter2', 2],
    ['secret:a=short', 1],
    [`a=${'x'.repeat(10_001)}`, 1],
  ])('%# has its line, and never shows a value', (text, line) => {
    const [fault, ...more] = parse(text).faults
    expect(more).toEqual([])
    expect(fault).toMatchObject({ about: ['xtc-properties'] })
    expect(fault?.text).toMatch(new RegExp(`line ${line}: `))
    expect(fault?.text).not.toMatch(/hunter2|short|xxx/)
    expect(fault).not.toHaveProperty('lacksSecret')
  })

  test('a missing secret, as in jobs for forks', () => {
    expect(parse('secret:a=').faults).toMatchObject([{ lacksSecret: true }])
  })

  test('more than 200 parameters', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, index) => `a${index}=1`).join('\n')
    expect(parse(lines(200)).faults).toEqual([])
    expect(parse(lines(201)).faults).toHaveLength(1)
  })
})

describe('recorded and displayed', () => {
  const { parameters } = parse('secret:b=hunter2hunter2\nsecret:c=hunter2hunter2\na=1')

  test('of a secret, only a hash that depends on the credential and the name', () => {
    const [a, b, c] = recordedParameters(parameters, 'credential')
    expect(a).toEqual({ name: 'a', value: '1' })
    expect(b).toEqual({ name: 'b', secretHash: expect.stringMatching(/^[0-9a-f]{32}$/) })
    expect(c).not.toMatchObject({ secretHash: (b as { secretHash: string }).secretHash })
    expect(recordedParameters(parameters, 'credential')).toEqual([a, b, c])
    expect(recordedParameters(parameters, 'another')[1]).not.toEqual(b)
  })

  test('for people, without secrets', () => {
    expect(parametersText(parameters)).toBe('b=***, c=***, a=1')
  })
})
