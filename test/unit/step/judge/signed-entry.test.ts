import { expect, test } from 'vitest'
import { readEntryParts, writeEntryPart, type KeptOrigin } from '../../../../src/step/judge/signed-entry.ts'

const KEY = Buffer.alloc(32, 3)
const ORIGIN: KeptOrigin = {
  repository: 'acme/shop',
  ref: 'refs/heads/main',
  step: '0123456789abcdef',
  workflowRunId: '77',
  attempt: 2,
  keptAtMs: 1_767_225_600_000,
}
const CONTENT = Buffer.from('{\n  "schemaVersion": 1,\n  "ü": [1, 2]\n}\n')

test('a part is read back with everything that is signed with it', () => {
  const { bytes, signature } = writeEntryPart(KEY, ORIGIN, CONTENT)
  expect(readEntryParts(KEY, bytes)).toEqual([{ origin: ORIGIN, signature, content: CONTENT, signed: bytes }])
})

test('several parts of one entry are distinguished', () => {
  const older = { ...ORIGIN, workflowRunId: '76' }
  const entry = Buffer.concat([
    writeEntryPart(KEY, ORIGIN, CONTENT).bytes,
    writeEntryPart(KEY, older, Buffer.from('{}')).bytes,
  ])
  const parts = readEntryParts(KEY, entry)
  expect(parts?.map(({ origin }) => origin)).toEqual([ORIGIN, older])
  expect(parts?.map(({ content }) => String(content))).toEqual([String(CONTENT), '{}'])
})

test('every single byte is signed, or the whole entry is not read', () => {
  const { bytes } = writeEntryPart(KEY, ORIGIN, CONTENT)
  for (let index = 0; index < bytes.length; index++) {
    const changed = Buffer.from(bytes)
    changed[index] = bytes[index]! ^ 1
    expect(readEntryParts(KEY, changed), `byte ${index}`).toBeUndefined()
  }
})

test.each([
  ['of other credentials', writeEntryPart(Buffer.alloc(32, 4), ORIGIN, CONTENT).bytes],
  ['that is truncated', writeEntryPart(KEY, ORIGIN, CONTENT).bytes.subarray(0, -1)],
  ['with more data after it', Buffer.concat([writeEntryPart(KEY, ORIGIN, CONTENT).bytes, Buffer.from('x')])],
  ['without a line', Buffer.from('0'.repeat(200))],
  ['empty', Buffer.alloc(0)],
])('an entry %s is not read', (_, bytes) => {
  expect(readEntryParts(KEY, bytes)).toBeUndefined()
})
