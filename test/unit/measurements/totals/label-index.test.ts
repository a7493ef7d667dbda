import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { LabelIndex } from '../../../../src/measurements/totals/label-index.ts'
import { MAX_NAME_BYTES, shortName } from '../../../../src/measurements/totals/long-names.ts'

function findIn(index: LabelIndex, before: string, label: string): number {
  const bytes = Buffer.from(`${before}${label},behind it`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  return index.find(view, before.length, before.length + Buffer.byteLength(label))
}

test('every label has one number, wherever it is and however long it is', () => {
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
    { seed: 1 },
  )
})

test('labels of up to 8 kB are kept whole, and those without room have no number', () => {
  const index = new LabelIndex(2)
  const long = 'x'.repeat(MAX_NAME_BYTES - 1)
  expect(findIn(index, '', `${long}1`)).toBe(0)
  expect(findIn(index, 'any', `${long}2`)).toBe(1)
  expect(findIn(index, 'anything else', `${long}1`)).toBe(0)
  expect(findIn(index, '', 'third')).toBe(-1)
  expect(index.labels).toEqual([`${long}1`, `${long}2`])
})

test('longer labels are cut and stay distinct by their ends, with the name that a report gives them', () => {
  const index = new LabelIndex(10)
  const names = ['1', '2'].map((end) => 'ü'.repeat(6000) + end)
  for (const before of ['', 'something before it'])
    expect(names.map((name) => findIn(index, before, name))).toEqual([0, 1])
  expect(index.labels).toEqual(names.map(shortName))
  for (const label of index.labels) {
    expect(Buffer.byteLength(label)).toBeLessThanOrEqual(MAX_NAME_BYTES)
    expect(label).toMatch(/^ü+… \(12001 bytes, [0-9a-f]{16}\)$/)
  }
})

test('labels with invalid UTF-8 are combined with those that are displayed in the same way', () => {
  const index = new LabelIndex(10)
  const found = ['61ff', '61fe', '61efbfbd', '62'].map((hex) => {
    const bytes = Buffer.from(`${'00'.repeat(16)}${hex}`, 'hex')
    return index.find(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 16, bytes.length)
  })
  expect(found).toEqual([0, 0, 0, 1])
  expect(index.labels).toEqual(['a\ufffd', 'b'])
})

test('endless names are not kept: together at most 16 MiB', () => {
  const index = new LabelIndex(20_000)
  const numbers = Array.from({ length: 2100 }, (_, i) => findIn(index, '', `${i}${'x'.repeat(8180)}`))
  expect(numbers.filter((number) => number >= 0)).toHaveLength(2048)
  expect(findIn(index, '', `0${'x'.repeat(8180)}`)).toBe(0)
})
