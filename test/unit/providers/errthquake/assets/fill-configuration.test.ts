import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { fillConfiguration } from '../../../../../src/providers/errthquake/assets/fill-configuration.ts'

const filling = (variables: Record<string, string>, names: Record<string, string> = {}) => ({
  variables: new Map(Object.entries(variables)),
  names: new Map(Object.entries(names)),
})

test('inserts values and names at their places, and leaves every other byte unchanged', async () => {
  const text = `# {$host} stays in a comment
Commands:
  a: { Url: "https://{$host}/{$user}?x={$host}", Avatar: avatar.png } # avatar.png
  b:
    Url: 'https://shop.example/avatar.png'
    BodyText: |
      {$host}
      {"file": "avatar.png"}
    File: "avatar.png"
`
  expect(
    await fillConfiguration(text, filling({ host: 'x.example' }, { 'avatar.png': 'ltg-1.png' })),
  ).toEqual({
    used: new Set(['ltg-1.png']),
    text: text
      .replace('https://{$host}/', 'https://x.example/')
      .replace('?x={$host}', '?x=x.example')
      .replace('      {$host}', '      x.example')
      .replace('Avatar: avatar.png', 'Avatar: ltg-1.png')
      .replace('File: "avatar.png"', 'File: "ltg-1.png"'),
  })
})

test('fills a text once if aliases repeat it', async () => {
  const text = 'a: &url "{$host}/a"\nb: *url\nc: "{$host}/c"\n'
  expect(await fillConfiguration(text, filling({ host: 'x' }))).toMatchObject({
    text: 'a: &url "x/a"\nb: *url\nc: "x/c"\n',
  })
})

test.each([
  ['a quote in quotes', 'a: x\nb: "{$v}"\n', '"', 2],
  ['a comment', 'b: x{$v}\n', ' # y', 1],
  ['a new key', 'b: x{$v}\n', 'a\nc: d', 1],
  ['an escape', 'b: "{$v}"\n', '\\n', 1],
])('a value that would be %s is a fault at its line', async (_what, text, v, line) => {
  expect(await fillConfiguration(text, filling({ v }))).toMatchObject({ fault: { line } })
})

test('any value is either the only change, or rejected', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ maxLength: 12, unit: fc.constantFrom(...'ab:#"\'\\{}[]&*-,\n \t$'.split('')) }),
      fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL'),
      async (value, defaultStringType) => {
        const before = { Url: 'x{$v}y', other: ['z', '{$v}', '{$w}'] }
        const text = stringify(before, { defaultStringType, defaultKeyType: 'PLAIN' })
        const result = await fillConfiguration(text, filling({ v: value }))
        if (!('text' in result)) return
        expect(parse(result.text)).toEqual({ Url: `x${value}y`, other: ['z', value, '{$w}'] })
      },
    ),
    { numRuns: 500, seed: 7 },
  )
})
