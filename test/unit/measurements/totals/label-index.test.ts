import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { LabelIndex, MAX_LABEL_BYTES } from '../../../../src/measurements/totals/label-index.ts'

function findIn(index: LabelIndex, before: string, label: string): number {
  const bytes = Buffer.from(`${before}${label},behind it`, 'latin1')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  return index.find(view, before.length, before.length + label.length)
}

test('every label has one number, whatever lies around it and however long it is', () => {
  const text = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b', '\0', '\x7f'), maxLength })
  const samples = fc.array(fc.tuple(text(40), text(70)), { maxLength: 300 })
  fc.assert(
    fc.property(samples, (pairs) => {
      const index = new LabelIndex(1000)
      const numbers = new Map<string, number>()
      for (const [before, label] of pairs) {
        if (!numbers.has(label)) numbers.set(label, numbers.size)
        expect(findIn(index, before, label)).toBe(numbers.get(label))
      }
      expect(index.labels).toEqual([...numbers.keys()])
    }),
  )
})

test('labels that are too long are cut, and those for which there is no room have no number', () => {
  const index = new LabelIndex(2)
  const long = 'x'.repeat(MAX_LABEL_BYTES)
  expect(findIn(index, '', `${long}1`)).toBe(0)
  expect(findIn(index, 'any', `${long}2`)).toBe(0)
  expect(findIn(index, '', 'second')).toBe(1)
  expect(findIn(index, '', 'third')).toBe(-1)
  expect(index.labels).toEqual([long, 'second'])
})
