import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesLabel } from '../../../../src/criteria/language/label-pattern.ts'

const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', '.'), maxLength: 8 })

test('matches the same labels as the equivalent regular expression', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), text, (parts, label) => {
      const source = parts.map((part) => part.replace(/[.*]/g, String.raw`\$&`)).join('.*')
      expect(matchesLabel({ parts }, label)).toBe(new RegExp(`^${source}$`, 's').test(label))
    }),
    { numRuns: 5000, seed: 1 },
  )
})

// A regular expression would not end before this limit, nor in this century.
test('is as fast for patterns that make regular expressions explode', { timeout: 30_000 }, () => {
  expect(matchesLabel({ parts: [...Array<string>(5000).fill('a'), 'b'] }, 'a'.repeat(100_000))).toBe(false)
})
