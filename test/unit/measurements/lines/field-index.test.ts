import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { readCsvRecord } from '../../../../src/measurements/lines/csv-record.ts'
import { BLOCK_BYTES, FieldIndex, scanBlocks } from '../../../../src/measurements/lines/field-index.ts'
import { loadVectors } from '../../../../src/measurements/lines/load-vectors.ts'
import { VectorMemory } from '../../../../src/measurements/lines/vector-memory.ts'
import { VECTORS } from '../../../../src/measurements/lines/vectors.generated.ts'

const vectors = new FieldIndex(new VectorMemory('vectors'))
const bytes = new FieldIndex(new VectorMemory('bytes'))
/** Vectors look at so many bytes together. */
const STEP = 64
const LONG = 'a'.repeat(STEP + 1)
const DENSE = ',\n'.repeat(STEP)

function fieldsBy(index: FieldIndex, block: string) {
  index.wantNumbers([], [])
  const lines = index.read(Buffer.from(block, 'latin1'))
  const lineEnds = [...index.lineEnds.subarray(0, lines)]
  const found = lines === 0 ? 0 : lineEnds.at(-1)! + 1
  return {
    lineEnds,
    positions: Array.from(index.positions.subarray(0, found + 1), (position) => position - index.start),
  }
}

test('the vectors load, and their code has only the wanted functions and uses the given memory', () => {
  const module = new WebAssembly.Module(Buffer.from(VECTORS, 'base64'))
  const named = (entries: { name: string; kind: string }[]) =>
    entries.map(({ name, kind }) => `${kind} ${name}`).sort()
  expect(named(WebAssembly.Module.exports(module))).toEqual([
    'function addRequests',
    'function addTimers',
    'function convert',
    'function countKeys',
    'function find',
    'function findQuoted',
  ])
  const imports = ['global COMMA', 'global CR', 'global LF', 'global QUOTE', 'memory memory']
  expect(named(WebAssembly.Module.imports(module))).toEqual(imports)
  // If they did not load, everything would be read byte by byte, several times slower, and no other test
  // would notice.
  expect(loadVectors(100_000)?.buffer.byteLength).toBe(131_072)
})

test('vectors find the same as bytes, whatever the block contained before', () => {
  const text = fc.array(fc.constantFrom(',', '\n', '"', 'a', LONG, DENSE, '\r\n', '\xff'), { maxLength: 60 })
  fc.assert(
    fc.property(text, (parts) => {
      const block = `${parts.join('')}\n`
      expect(fieldsBy(vectors, block)).toEqual(fieldsBy(bytes, block))
    }),
    { numRuns: 1000, seed: 1 },
  )
})

/** The fields of all records of a block of CSV, with those that only `readCsvRecord` can read. */
function recordsBy(index: FieldIndex, block: string) {
  const records: { fields: string[]; next: number; isFound: boolean }[] = []
  const text = (start: number, end: number) => Buffer.from(index.bytes.slice(start, end)).toString('latin1')
  index.wantNumbers([], [], true)
  let lines = index.read(Buffer.from(block, 'latin1'))
  for (;;) {
    let before = 0
    for (const lineEnd of index.lineEnds.subarray(0, lines)) {
      const last = lineEnd + 1
      const fields = Array.from({ length: last - before }, (_, i) =>
        text(index.positions[before + i]! + 1, index.positions[before + i + 1]!)
          .replace(/\r$/, (cr) => (before + i + 1 === last ? '' : cr))
          .replace(/^"([^]*)"$/, (_all, content: string) => content.replaceAll('""', '"')),
      )
      before = last
      records.push({ fields, next: index.positions[last]! + 1 - index.start, isFound: true })
    }
    const next = index.positions[before]! + 1
    if (next >= index.end) return records
    const record = readCsvRecord(index.bytes, next, index.end)
    const fields = record.kind === 'fields' ? record.fields.map((field) => field.toString('latin1')) : []
    if (record.kind === 'incomplete') return [...records, { fields, next: block.length, isFound: false }]
    records.push({ fields, next: record.next - index.start, isFound: false })
    if (record.next >= index.end) return records
    lines = index.findFrom(record.next)
  }
}

/** The same by nothing but `readCsvRecord`. */
function recordsByPlainMeans(block: string) {
  const records: { fields: string[]; next: number }[] = []
  const bytes = Buffer.from(block, 'latin1')
  for (let at = 0; at < bytes.length;) {
    const record = readCsvRecord(bytes, at, bytes.length)
    const fields = record.kind === 'fields' ? record.fields.map((field) => field.toString('latin1')) : []
    at = record.kind === 'incomplete' ? bytes.length : record.next
    records.push({ fields, next: at })
  }
  return records
}

test('records of CSV, by vectors and by bytes, are those that readCsvRecord reads', () => {
  const part = fc.constantFrom(',', '\n', '"', '","', '"\r\n"', '\r', '""', 'a', LONG, '\xff')
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
      const block = `${parts.join('')}\n`
      const found = recordsBy(vectors, block)
      expect(found.map(({ fields, next }) => ({ fields, next }))).toEqual(recordsByPlainMeans(block))
      expect(recordsBy(bytes, block)).toEqual(found)
    }),
    { numRuns: 2000, seed: 1 },
  )
})

test.each(['"a"\r,b', '"a"\r\n"b"', '"a"b,c', '"a""b",c', '"a"\r"b"', 'a"b"', '"a\r\nb"\r', '"",""'])(
  'a field like %j is read in the same way wherever the next 64 bytes begin',
  (record) => {
    for (let before = 0; before < STEP + 20; before++) {
      const block = `${'x'.repeat(before)},${record}\n${record}\r\n`
      const found = recordsBy(vectors, block)
      expect(found.map(({ fields, next }) => ({ fields, next }))).toEqual(recordsByPlainMeans(block))
      expect(recordsBy(bytes, block)).toEqual(found)
    }
  },
)

test('quotes around fields need no slower way, whatever they contain', () => {
  const field = fc
    .array(fc.constantFrom(',', '\n', '\r\n', '""', 'a', LONG, ''), { maxLength: 5 })
    .map((parts) => `"${parts.join('')}"`)
  const record = fc.tuple(fc.array(field, { minLength: 1, maxLength: 5 }), fc.constantFrom('\n', '\r\n'))
  const block = fc.array(
    record.map(([fields, end]) => fields.join(',') + end),
    { minLength: 1 },
  )
  fc.assert(
    fc.property(block, (records) => {
      const found = recordsBy(vectors, records.join(''))
      expect(found).toHaveLength(records.length)
      expect(found.every(({ isFound }) => isFound)).toBe(true)
    }),
    { numRuns: 500, seed: 1 },
  )
})

const COLUMNS = [0, 2, 3]
const PLACES = [4, 1, 0]

function numbersBy(index: FieldIndex, block: string, isCsv: boolean) {
  index.wantNumbers(COLUMNS, PLACES, isCsv)
  const lines = index.read(Buffer.from(block, 'latin1'))
  return Array.from({ length: lines }, (_, line) => {
    const row = index.rowOf(line)
    return [...index.rows.subarray(row, row + 7)]
  })
}

/** A simple reader: the value of a field with digits and optionally a decimal point, or any number of CSV. */
function plainNumbers(line: string, isCsv: boolean) {
  const fields = line.replace(/\r$/, '').split(',')
  const numbers = Array.from({ length: 7 }, () => NaN)
  for (const [i, column] of COLUMNS.entries()) {
    const field = fields[column] ?? ''
    const isNumber = isCsv
      ? /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(field)
      : /^\d+(\.\d+)?$/.test(field) && field.length <= 15
    if (isNumber) numbers[PLACES[i]!] = Number(field)
  }
  return numbers
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
  const power = fc
    .tuple(decimal, fc.constantFrom('e', 'E-', 'e+', 'e-'), digits)
    .map((parts) => parts.join(''))
  const field = fc.oneof(digits, digits, decimal, power, odd)
  const line = fc.tuple(fc.array(field, { maxLength: 6 }), fc.constantFrom('', '\r'))
  const lines = fc.array(
    line.map(([fields, end]) => fields.join(',') + end),
    { maxLength: 600 },
  )
  fc.assert(
    fc.property(lines, (texts) => {
      const block = texts.map((text) => `${text}\n`).join('')
      const quoted = texts.map((text) => text.replace(/[^,\r]+|(?<=,)(?=,)/g, '"$&"'))
      const inQuotes = quoted.map((text) => `${text}\n`).join('')
      for (const index of [vectors, bytes])
        expect(numbersBy(index, inQuotes, true)).toEqual(texts.map((text) => plainNumbers(text, true)))
      for (const isCsv of [false, true]) {
        const expected = texts.map((text) => plainNumbers(text, isCsv))
        expect(numbersBy(vectors, block, isCsv)).toEqual(expected)
        expect(numbersBy(bytes, block, isCsv)).toEqual(expected)
      }
    }),
    { numRuns: 300, seed: 1 },
  )
})

test.each([',\n', ',', '\n', ',,,a\n'])('a full block of only %j fits', (part) => {
  const block = `${part.repeat(BLOCK_BYTES).slice(0, BLOCK_BYTES - 1)}\n`
  expect(fieldsBy(vectors, block)).toEqual(fieldsBy(bytes, block))
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

test('a record is left out whose next line is longer than a block with it', () => {
  // A record that begins with a quote would otherwise be waited for without end: the block ends before the line.
  const text = Buffer.from(`a\n"b\n${'x'.repeat(BLOCK_BYTES)}\nc\n`)
  const blocks: string[] = []
  let tooLong = 0
  const readBlock = () => {
    const block = Buffer.from(vectors.bytes.slice(vectors.start, vectors.end)).toString()
    blocks.push(block)
    const quoteAt = block.indexOf('"')
    return quoteAt < 0 ? vectors.end : vectors.start + quoteAt
  }
  const next = scanBlocks(vectors, [text, 0, text.length], readBlock, () => tooLong++)
  expect(next).toBe(text.length)
  expect(blocks).toEqual(['a\n"b\n', '"b\n', 'c\n'])
  expect(tooLong).toBe(1)
})
