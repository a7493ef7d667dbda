import { expect, test } from 'vitest'

import { takeRecord, takeWords, VectorMemory } from '../../../../src/measurements/lines/vector-memory.ts'

const MB_OF_WORDS = (1 << 20) / 4

test('tables lie apart, begin with zeros, and have an address in lines of 64 bytes', () => {
  const memory = new VectorMemory()
  const tables = [takeWords(memory, 3), takeWords(memory, 17), takeWords(memory, 1)]
  for (const [i, table] of tables.entries()) table.fill(i + 1)
  expect(tables.map((table) => [...new Set(table)])).toEqual([[1], [2], [3]])
  const addresses = tables.map((table) => memory.addressOf(table))
  expect(addresses.map((address) => address % 64)).toEqual([0, 0, 0])
  expect(addresses.every((address) => address > 0)).toBe(true)
})

test('what was given back is taken again for the same size, with zeros', () => {
  const memory = new VectorMemory()
  const first = takeWords(memory, 100)
  const address = memory.addressOf(first.fill(7))
  memory.giveBack(first)
  expect(memory.addressOf(takeWords(memory, 101))).not.toBe(address)
  const again = takeWords(memory, 100)
  expect(memory.addressOf(again)).toBe(address)
  expect(new Set(again)).toEqual(new Set([0]))
  expect(memory.addressOf(takeWords(memory, 100))).not.toBe(address)
})

test('tables without room have memory of their own, which is never given to others', () => {
  const memory = new VectorMemory()
  const tables = Array.from({ length: 104 }, () => takeWords(memory, MB_OF_WORDS))
  const own = tables.filter((table) => memory.addressOf(table) === 0)
  expect(own.length).toBeGreaterThan(8)
  expect(own.length).toBeLessThan(12)
  memory.giveBack(own[0]!)
  expect(memory.addressOf(takeWords(memory, MB_OF_WORDS))).toBe(0)
})

test('without vectors, nothing is reserved: every table has memory of its own', () => {
  const memory = new VectorMemory('bytes')
  expect(memory.vectors).toBeUndefined()
  const { floats, words } = takeRecord(memory, 2, 3)
  expect(floats.buffer).toBe(words.buffer)
  expect(floats.buffer.byteLength).toBe(28)
  expect(memory.addressOf(floats)).toBe(0)
})
