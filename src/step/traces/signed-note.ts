import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Inputs } from '../../inputs/parse-inputs.ts'

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
export function signingKey(inputs: Inputs): Buffer {
  const credential = inputs.xtc?.clientSecret ?? inputs.errthquake?.token ?? ''
  return Buffer.from(hkdfSync('sha256', credential, 'load-test-gate', 'notes and markers, version 1', 32))
}

export function notePrefix(place: NotePlace, event: NoteEvent): string {
  return `load-test-gate-note-1-${place.workflowRunId}-${place.stepKey}-${place.attempt}-${event}-`
}

/** The whole key, or undefined where the run has more executions than a key can hold. */
export function writeNote(key: Buffer, place: NotePlace, note: Note): string | undefined {
  const content = Buffer.from(
    JSON.stringify([note.startedAtMs, note.outcome ?? '', ...note.runIds]),
  ).toString('base64url')
  const prefix = notePrefix(place, note.event)
  const text = `${prefix}${content}.${signature(key, prefix, content)}`
  return text.length <= MAX_KEY_CHARACTERS ? text : undefined
}

/** The note behind a cache key; undefined where it was not signed by the holder of the credential. */
export function readNote(key: Buffer, place: NotePlace, event: NoteEvent, text: string): Note | undefined {
  const prefix = notePrefix(place, event)
  const [content, signed] = text.startsWith(prefix) ? text.slice(prefix.length).split('.') : []
  if (content === undefined || signed === undefined) return undefined
  const expected = Buffer.from(signature(key, prefix, content))
  const given = Buffer.from(signed)
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined
  const [startedAtMs, outcome, ...runIds] = JSON.parse(
    Buffer.from(content, 'base64url').toString('utf8'),
  ) as [number, string, ...string[]]
  return { event, startedAtMs, runIds, ...(outcome === '' ? {} : { outcome }) }
}

function signature(key: Buffer, prefix: string, content: string): string {
  return createHmac('sha256', key).update(`${prefix}${content}`).digest('base64url')
}
