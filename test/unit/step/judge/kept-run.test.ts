import { expect, test } from 'vitest'
import { readKeptRuns, writeKeptRun, type KeptOrigin } from '../../../../src/step/judge/kept-run.ts'

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

test('a run is read back with everything that is signed with it', () => {
  const { bytes, signature } = writeKeptRun(KEY, ORIGIN, CONTENT)
  expect(readKeptRuns(KEY, bytes)).toEqual([{ origin: ORIGIN, signature, content: CONTENT, signed: bytes }])
})

test('several runs of one entry are distinguished', () => {
  const older = { ...ORIGIN, workflowRunId: '76' }
  const entry = Buffer.concat([
    writeKeptRun(KEY, ORIGIN, CONTENT).bytes,
    writeKeptRun(KEY, older, Buffer.from('{}')).bytes,
  ])
  const runs = readKeptRuns(KEY, entry)
  expect(runs?.map(({ origin }) => origin)).toEqual([ORIGIN, older])
  expect(runs?.map(({ content }) => String(content))).toEqual([String(CONTENT), '{}'])
})

test('every single byte is signed, or the whole entry is not read', () => {
  const { bytes } = writeKeptRun(KEY, ORIGIN, CONTENT)
  for (let index = 0; index < bytes.length; index++) {
    const changed = Buffer.from(bytes)
    changed[index] = bytes[index]! ^ 1
    expect(readKeptRuns(KEY, changed), `byte ${index}`).toBeUndefined()
  }
})

test.each([
  ['of other credentials', writeKeptRun(Buffer.alloc(32, 4), ORIGIN, CONTENT).bytes],
  ['that is truncated', writeKeptRun(KEY, ORIGIN, CONTENT).bytes.subarray(0, -1)],
  ['with more data after it', Buffer.concat([writeKeptRun(KEY, ORIGIN, CONTENT).bytes, Buffer.from('x')])],
  ['without a line', Buffer.from('0'.repeat(200))],
  ['empty', Buffer.alloc(0)],
])('an entry %s is not read', (_, bytes) => {
  expect(readKeptRuns(KEY, bytes)).toBeUndefined()
})
