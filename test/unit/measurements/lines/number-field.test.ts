import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { readNumber } from '../../../../src/measurements/lines/number-field.ts'

function read(text: string): number | undefined {
  const bytes = Buffer.concat([Buffer.from('1,9.9999'), Buffer.from(text, 'latin1')])
  const row = Float64Array.of(-1)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  return readNumber(view, 8, bytes.length, row, 0) ? row[0] : undefined
}

test('digits with an optional point have the same value as with Number', () => {
  const digits = fc.stringMatching(/^\d{1,9}(\.\d{1,6})?$/).filter((text) => text.length <= 15)
  fc.assert(
    fc.property(digits, (text) => {
      expect(read(text)).toBe(Number(text))
    }),
    { numRuns: 2000, seed: 1 },
  )
})

test('anything else is not read, and never misread', () => {
  const text = fc.string({
    minLength: 1,
    maxLength: 12,
    unit: fc.constantFrom(...'0 1 5 9 . / : ; , - + e E " \xff \x80 \x00'.split(' '), ' '),
  })
  fc.assert(
    fc.property(text, (field) => {
      expect(read(field)).toBe(/^\d+(\.\d+)?$/.test(field) ? Number(field) : undefined)
    }),
    { numRuns: 5000, seed: 1 },
  )
})

test('an empty field is NaN', () => {
  expect(read('')).toBeNaN()
})
