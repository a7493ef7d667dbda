import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { BLOCK_BYTES, FieldIndex, scanBlocks } from '../../../src/measurements/field-index.ts'

const vectors = new FieldIndex('vectors')
const bytes = new FieldIndex('bytes')

function fieldsBy(index: FieldIndex, block: string) {
  const lines = index.read(Buffer.from(block, 'latin1'))
  const lineEnds = [...index.lineEnds.subarray(0, lines)]
  const found = lines === 0 ? 0 : lineEnds.at(-1)! + 1
  return {
    lineEnds,
    positions: [...index.positions.subarray(0, found + 1)],
    quote: index.quoteFrom(index.start),
  }
}

test('vectors find the same as bytes, whatever was in the block before', () => {
  const text = fc.array(fc.constantFrom(',', '\n', '"', 'a', 'long enough for two vectors', '\r\n', '\xff'), {
    maxLength: 60,
  })
  fc.assert(
    fc.property(text, (parts) => {
      const block = `${parts.join('')}\n`
      expect(fieldsBy(vectors, block)).toEqual(fieldsBy(bytes, block))
    }),
    { numRuns: 1000 },
  )
})

test('a full block of nothing but commas and line ends fits', () => {
  const block = Buffer.alloc(BLOCK_BYTES, ',\n')
  expect(vectors.read(block)).toBe(BLOCK_BYTES / 2)
  expect(vectors.lineEnds[BLOCK_BYTES / 2 - 1]).toBe(BLOCK_BYTES - 1)
})

test('text of any length is read in blocks that end with a line end', () => {
  const text = Buffer.from(`${'x'.repeat(99)}\n`.repeat(30_000))
  let lines = 0
  const readBlock = (count: number) => {
    lines += count
    return vectors.end
  }
  expect(scanBlocks(vectors, [text, 100, text.length], readBlock, () => expect.unreachable())).toBe(
    text.length,
  )
  expect(lines).toBe(29_999)
})

test('a line that is longer than a block is left out', () => {
  const text = Buffer.concat([Buffer.alloc(BLOCK_BYTES * 2, 'x'), Buffer.from('\na\n')])
  let tooLong = 0
  scanBlocks(
    vectors,
    [text, 0, text.length],
    () => vectors.end,
    () => tooLong++,
  )
  expect(tooLong).toBe(1)
})
