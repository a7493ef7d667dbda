import { hkdfSync } from 'node:crypto'
import { isSigned, sign } from '../../foundation/signature.ts'

/**
 * What one attempt leaves for the next: which run it started, whether it stopped it, whether it judged it. A note is
 * small enough to be the key of a cache entry, so reading it downloads and unpacks nothing.
 */
export interface Note {
  event: NoteEvent
  /** When the start request went out. */
  startedAtMs: number
  runIds: string[]
  /** Event `judged`: the outcome. */
  outcome?: string
}

export type NoteEvent = 'started' | 'stopped' | 'judged'

/** Where a note belongs: one workflow run, one step, one attempt. */
export interface NotePlace {
  workflowRunId: string
  stepKey: string
  attempt: number
}

/** The longest key that the cache takes. */
const MAX_KEY_CHARACTERS = 512

/**
 * The key that signs notes and markers: whoever has the service's credential may say which run is ours, and any other
 * job of the same ref, which can write to the same cache, may not.
 */
export function signingKey(credential: string): Buffer {
  return Buffer.from(hkdfSync('sha256', credential, 'load-test-gate', 'notes and markers, version 1', 32))
}

export function notePrefix(place: NotePlace, event: NoteEvent): string {
  return `load-test-gate-note-2-${place.workflowRunId}-${place.stepKey}-${place.attempt}-${event}-`
}

/** The whole key, or undefined where the run has more executions than a key can hold. */
export function writeNote(key: Buffer, place: NotePlace, note: Note): string | undefined {
  const prefix = notePrefix(place, note.event)
  const content = encoded([String(note.startedAtMs), note.outcome ?? '', ...note.runIds].join('\n'))
  const text = `${prefix}${content}.${sign(key, 'note', `${prefix}${content}`)}`
  return text.length <= MAX_KEY_CHARACTERS ? text : undefined
}

/** The note behind a cache key; undefined where it was not signed by the holder of the credential. */
export function readNote(key: Buffer, place: NotePlace, event: NoteEvent, text: string): Note | undefined {
  const prefix = notePrefix(place, event)
  const [content, signature] = text.startsWith(prefix) ? text.slice(prefix.length).split('.') : []
  if (content === undefined || signature === undefined) return undefined
  if (!isSigned(key, 'note', `${prefix}${content}`, signature)) return undefined
  const [startedAtMs, outcome = '', ...runIds] = decoded(content).split('\n')
  return { event, startedAtMs: Number(startedAtMs), runIds, ...(outcome !== '' && { outcome }) }
}

/**
 * Digits and small letters, five bits each: some servers lower the case of keys, which base64 does not survive, and
 * hexadecimal digits would leave room for fewer runs. The text must not begin with a zero byte.
 */
function encoded(text: string): string {
  return BigInt(`0x${Buffer.from(text).toString('hex')}`).toString(32)
}

function decoded(content: string): string {
  const number = Array.from(content).reduce(
    (sum, digit) => sum * 32n + BigInt(Number.parseInt(digit, 32)),
    0n,
  )
  return Buffer.from(number.toString(16), 'hex').toString('utf8')
}
