import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { BLOCK_BYTES, FieldIndex, scanBlocks } from '../../../../src/measurements/lines/field-index.ts'
import { loadVectors } from '../../../../src/measurements/lines/load-vectors.ts'
import { VECTORS } from '../../../../src/measurements/lines/vectors.generated.ts'

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

test('the vectors load, and their code has only the two functions and uses the given memory', () => {
  const module = new WebAssembly.Module(Buffer.from(VECTORS, 'base64'))
  const named = (entries: { name: string; kind: string }[]) =>
    entries.map(({ name, kind }) => `${kind} ${name}`).sort()
  expect(named(WebAssembly.Module.exports(module))).toEqual(['function convert', 'function find'])
  const imports = ['global COMMA', 'global LF', 'global QUOTE', 'memory memory']
  expect(named(WebAssembly.Module.imports(module))).toEqual(imports)
  // If they did not load, everything would be read byte by byte, several times slower, and no other test
  // would notice.
  expect(loadVectors(100_000)?.buffer.byteLength).toBe(131_072)
})

test('vectors find the same as bytes, whatever the block contained before', () => {
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

const COLUMNS = [0, 2, 3]
const PLACES = [4, 1, 0]

function numbersBy(index: FieldIndex, block: string) {
  index.wantNumbers(COLUMNS, PLACES)
  const lines = index.read(Buffer.from(block, 'latin1'))
  let before = 0
  return Array.from({ length: lines }, (_, line) => {
    const row = index.rowOf(line, before)
    before = index.lineEnds[line]! + 1
    return { whole: index.isWhole(row), numbers: [...index.rows.subarray(row, row + 7)] }
  })
}

/** A simple reader: the value of a field with digits and optionally a decimal point. */
function plainNumbers(line: string) {
  const fields = line.replace(/\r$/, '').split(',')
  const numbers = Array.from({ length: 7 }, () => NaN)
  let whole = true
  for (const [i, column] of COLUMNS.entries()) {
    const field = fields[column] ?? ''
    const isNumber = /^\d+(\.\d+)?$/.test(field) && field.length <= 15
    if (isNumber) numbers[PLACES[i]!] = Number(field)
    else if (field !== '') whole = false
  }
  return { whole, numbers }
}

test('the numbers of each line, by vectors and by bytes, match those of a simple reader', () => {
  const digits = fc.string({
    unit: fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'),
    maxLength: 17,
  })
  const odd = fc.constantFrom(
    '',
    '.',
    '.5',
    '5.',
    '1.2.3',
    '-1',
    '1e3',
    '0',
    '\xff',
    ' 7',
    '9:',
    '1/2',
    '12345678.',
  )
  const decimal = fc.tuple(digits, fc.constantFrom('.', ':'), digits).map((parts) => parts.join(''))
  const field = fc.oneof(digits, digits, decimal, odd)
  const line = fc.tuple(fc.array(field, { maxLength: 6 }), fc.constantFrom('', '\r'))
  const lines = fc.array(
    line.map(([fields, end]) => fields.join(',') + end),
    { maxLength: 600 },
  )
  fc.assert(
    fc.property(lines, (texts) => {
      const block = texts.map((text) => `${text}\n`).join('')
      const expected = texts.map(plainNumbers)
      expect(numbersBy(vectors, block)).toEqual(expected)
      expect(numbersBy(bytes, block)).toEqual(expected)
    }),
    { numRuns: 300 },
  )
})

test('a full block of only commas and line breaks fits', () => {
  const block = Buffer.alloc(BLOCK_BYTES, ',\n')
  expect(vectors.read(block)).toBe(BLOCK_BYTES / 2)
  expect(vectors.lineEnds[BLOCK_BYTES / 2 - 1]).toBe(BLOCK_BYTES - 1)
})

test('text of any length is read in blocks that end at a line break', () => {
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
