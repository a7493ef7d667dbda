import { describe, expect, test } from 'vitest'
import {
  checkConfiguration,
  variableFaults,
} from '../../../../../src/providers/errthquake/assets/check-configuration.ts'

const TEXT = `Commands:
  login:
    Url: "https://shop.example/login"
    Method: POST
    Headers: { Accept: "*/*", X-User: "{$user}" }
    BodyText: |
      {"user": "{$user}",
       "password": "{$password}"}
    RegexVals:
      token: 'token=(\\w+)'
  cart:
    Url: "https://shop.example/cart?token={$token}"
InitSequence: [login]
LoopSequence: [cart]
LoopCount: 3
# {$nobody}
`

test('a configuration with known keys has no faults and no warnings', async () => {
  const { faults, warnings, variables, found } = await checkConfiguration(TEXT)
  expect({ faults, warnings }).toEqual({ faults: [], warnings: [] })
  expect([...variables]).toEqual([
    ['user', { line: 5, column: 40, message: '' }],
    ['password', { line: 8, column: 21, message: '' }],
    ['token', { line: 12, column: 43, message: '' }],
  ])
  expect([...found]).toContain('token')
})

test('an unknown key is a warning at its place, with the closest name', async () => {
  const text = 'Comands:\n  a:\n    Url: x\nCommands:\n  - Url: x\n    Body: y\n'
  const { faults, warnings } = await checkConfiguration(text)
  expect(faults).toEqual([])
  expect(warnings.map(({ line, column }) => [line, column])).toEqual([
    [1, 1],
    [6, 5],
  ])
  expect(warnings.map(({ message }) => /'(\w+)'\?$/.exec(message)?.[1])).toEqual(['Commands', 'BodyText'])
})

test.each([
  ['broken YAML', 'Commands:\n  a: [1\n', 3],
  ['a list', '- a\n', 1],
  ['nothing', '', 1],
  ['two keys with the same name', 'Commands: {}\nCommands: {}\n', 2],
])('%s is a fault at its line', async (_what, text, line) => {
  const { faults } = await checkConfiguration(text)
  expect(faults.map((fault) => fault.line)).toEqual([line])
})

describe('variables', () => {
  const faultsWith = async (...columns: string[]): Promise<[number, number][]> => {
    const faults = variableFaults(await checkConfiguration(TEXT), new Set(columns), 'users.csv')
    return faults.map(({ line, column }) => [line, column])
  }

  test('that the CSV lacks are faults at their places; those set by a command need no column', async () => {
    expect(await faultsWith('user', 'password')).toEqual([])
    expect(await faultsWith('user')).toEqual([[8, 21]])
    expect(await faultsWith('User', 'password')).toEqual([[5, 40]])
  })
})
