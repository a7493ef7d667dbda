import { hkdfSync } from 'node:crypto'
import { isSigned, sign } from '../../foundation/signature.ts'

/**
 * A message from one attempt to the next: which run it started, whether it stopped it, and whether it judged
 * it. A note is small enough to be the key of a cache entry, so reading it downloads and unpacks nothing.
 */
export interface Note {
  event: NoteEvent
  /** When the start request was sent. */
  startedAtMs: number
  runIds: string[]
  /** The outcome, for the event `judged`. */
  outcome?: string
}

export type NoteEvent = 'started' | 'stopped' | 'judged'

/** What a note belongs to: one workflow run, one step, one attempt. */
export interface NotePlace {
  workflowRunId: string
  stepKey: string
  attempt: number
}

/** The longest key that the cache accepts. */
const MAX_KEY_CHARACTERS = 512

/**
 * The key that signs notes and markers, derived from the service's credential. Other jobs of the same ref can
 * write to the same cache, but without the credential they cannot sign a note.
 */
export function signingKey(credential: string): Buffer {
  return Buffer.from(hkdfSync('sha256', credential, 'load-test-gate', 'notes and markers, version 1', 32))
}

export function notePrefix(place: NotePlace, event: NoteEvent): string {
  return `load-test-gate-note-2-${place.workflowRunId}-${place.stepKey}-${place.attempt}-${event}-`
}

/** The whole key, or undefined if the run has more executions than fit into a key. */
export function writeNote(key: Buffer, place: NotePlace, note: Note): string | undefined {
  const prefix = notePrefix(place, note.event)
  const content = encoded([String(note.startedAtMs), note.outcome ?? '', ...note.runIds].join('\n'))
  const text = `${prefix}${content}.${sign(key, 'note', `${prefix}${content}`)}`
  return text.length <= MAX_KEY_CHARACTERS ? text : undefined
}

/** The note in a cache key; undefined if it was not signed with the credential. */
export function readNote(key: Buffer, place: NotePlace, event: NoteEvent, text: string): Note | undefined {
  const prefix = notePrefix(place, event)
  const [content, signature] = text.startsWith(prefix) ? text.slice(prefix.length).split('.') : []
  if (content === undefined || signature === undefined) return undefined
  if (!isSigned(key, 'note', `${prefix}${content}`, signature)) return undefined
  const [startedAtMs, outcome = '', ...runIds] = decoded(content).split('\n')
  return { event, startedAtMs: Number(startedAtMs), runIds, ...(outcome !== '' && { outcome }) }
}

/**
 * Digits and lower-case letters, five bits each. Some servers convert keys to lower case, so base64 is not
 * possible, and with hexadecimal digits fewer runs would fit. The text must not begin with a zero byte.
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
