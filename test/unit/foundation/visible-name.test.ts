import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { visibleName } from '../../../src/foundation/one-line.ts'

test.each([
  ['plain', 'plain'],
  ['two words', 'two words'],
  ['plain ', 'plain␣'],
  [' plain', '␣plain'],
  ['   ', '␣␣␣'],
  ['a  b', 'a␣␣b'],
  ['tab\tand\u00a0more', 'tab␣and␣more'],
  ['\nline\r\n', '␣line␣␣'],
])('%j is shown as %s', (name, shown) => {
  expect(visibleName(name)).toBe(shown)
})

test('names that differ only in kinds of blanks look different', () => {
  const blanks = fc.string({ unit: fc.constantFrom(' ', 'a', 'b'), maxLength: 12 })
  fc.assert(
    fc.property(blanks, blanks, (a, b) => {
      expect(visibleName(a) === visibleName(b)).toBe(a === b)
    }),
    { seed: 1 },
  )
})

test('a name that is too long keeps its end, and no half characters', () => {
  const [a, b] = ['1', '2'].map((end) => visibleName(`${'🙂'.repeat(300)}${end} `, 80))
  expect(a).toMatch(/^(🙂)+…(🙂)+1␣$/u)
  expect(a).not.toBe(b)
  expect(a!.length).toBeLessThanOrEqual(80)
})
