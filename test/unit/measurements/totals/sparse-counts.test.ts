import { expect, test } from 'vitest'

import { takeWords, VectorMemory } from '../../../../src/measurements/lines/vector-memory.ts'
import { SparseCounts } from '../../../../src/measurements/totals/sparse-counts.ts'

function countsOf(counts: SparseCounts): Map<number, number> {
  const found = new Map<number, number>()
  counts.forEach((key, count) => found.set(key, (found.get(key) ?? 0) + count))
  return found
}

/** Keys of all sizes, some next to each other, and how often each one is counted. */
const TIMES = new Map(
  Array.from({ length: 5000 }, (_, i): [key: number, times: number] => [
    i % 2 ? Math.imul(i, 0x9e3779b1) : i,
    i === 8 ? 70_000 : i === 10 ? 65_536 : i % 100 === 7 ? 300 : 1 + (i % 3),
  ]),
)

test.each(['vectors', 'bytes'] as const)('by %s, each key has its count, beyond one and two bytes', (how) => {
  const memory = new VectorMemory(how)
  const counts = new SparseCounts(1 << 18, memory)
  const keys = takeWords(memory, 512)
  let end = 0
  const settle = () => {
    expect(counts.addEach(keys, 0, end)).toBe(end)
    end = 0
  }
  for (const [key, times] of TIMES)
    for (let i = 0; i < times; i++) {
      keys[end++] = key
      if (end === keys.length) settle()
    }
  settle()
  expect(countsOf(counts)).toEqual(TIMES)
  // Pages 0 to 3 become page 0, and so on.
  const newKey = (key: number) => ((key >> 8) << 6) | (key & 63)
  const joined = new Map<number, number>()
  for (const [key, times] of TIMES) joined.set(newKey(key), (joined.get(newKey(key)) ?? 0) + times)
  expect(countsOf(counts.rekeyed((firstKey) => newKey(firstKey)))).toEqual(joined)
})

test.each(['vectors', 'bytes'] as const)('by %s, a key without room is left to the caller', (how) => {
  const memory = new VectorMemory(how)
  const counts = new SparseCounts(256, memory)
  const keys = takeWords(memory, 300)
  keys.set(Array.from(keys, (_, i) => 64 * i))
  const done = counts.addEach(keys, 0, keys.length)
  expect(done).toBe(255)
  expect(counts.addEach(keys, done, keys.length)).toBe(done)
  expect(countsOf(counts).size).toBe(255)
  expect(counts.add(0, 1)).toBe(true)
})
