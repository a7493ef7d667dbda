import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { notePrefix, readNote, writeNote, type Note } from '../../../../src/step/traces/signed-note.ts'

const KEY = Buffer.alloc(32, 7)
const PLACE = { workflowRunId: '12345678901', stepKey: '0123456789abcdef', attempt: 1 }
const NOTE: Note = { event: 'started', startedAtMs: 1_767_225_600_000, runIds: ['AbC123', 'é-7'] }

function idsOf(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `Run${String(index).padStart(5, '0')}`)
}

test('a note is read back, even if the server changes capital letters', () => {
  const text = writeNote(KEY, PLACE, NOTE) ?? ''
  expect(text).toBe(text.toLowerCase())
  expect(readNote(KEY, PLACE, 'started', text)).toEqual(NOTE)
  const judged: Note = { ...NOTE, event: 'judged', outcome: 'passed' }
  expect(readNote(KEY, PLACE, 'judged', writeNote(KEY, PLACE, judged) ?? '')).toEqual(judged)
})

test('ids with any letters survive', () => {
  const ids = fc.array(fc.stringMatching(/^[\w.é-]{1,12}$/), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(ids, (runIds) => {
      const note = { ...NOTE, runIds }
      expect(readNote(KEY, PLACE, 'started', writeNote(KEY, PLACE, note) ?? '')).toEqual(note)
    }),
    { seed: 1 },
  )
})

test('a key has room for 25 runs of eight characters; for more, no note is saved', () => {
  const most = writeNote(KEY, PLACE, { ...NOTE, runIds: idsOf(25) }) ?? ''
  expect(most.length).toBeGreaterThan(490)
  expect(most.length).toBeLessThanOrEqual(512)
  expect(readNote(KEY, PLACE, 'started', most)?.runIds).toEqual(idsOf(25))
  expect(writeNote(KEY, PLACE, { ...NOTE, runIds: idsOf(26) })).toBeUndefined()
})

test('notes of other credentials, of another place or with changes are not read', () => {
  const text = writeNote(KEY, PLACE, NOTE) ?? ''
  expect(readNote(Buffer.alloc(32, 8), PLACE, 'started', text)).toBeUndefined()
  expect(readNote(KEY, { ...PLACE, attempt: 2 }, 'started', text)).toBeUndefined()
  const moved = text.replace('-1-started-', '-2-started-')
  expect(readNote(KEY, { ...PLACE, attempt: 2 }, 'started', moved)).toBeUndefined()
  const digit = notePrefix(PLACE, 'started').length
  const changed = `${text.slice(0, digit)}${text[digit] === '1' ? '2' : '1'}${text.slice(digit + 1)}`
  expect(readNote(KEY, PLACE, 'started', changed)).toBeUndefined()
  for (const other of ['', notePrefix(PLACE, 'started'), `${notePrefix(PLACE, 'started')}zz.`])
    expect(readNote(KEY, PLACE, 'started', other)).toBeUndefined()
})
