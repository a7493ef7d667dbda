import { createHash } from 'node:crypto'
import { notePrefix, readNote, writeNote, type Note, type NoteEvent, type NotePlace } from './signed-note.ts'
import type { WorkflowContext } from '../../foundation/ports.ts'
import type { RunHandle } from '../../providers/provider.ts'
import type { Step } from '../step.ts'
import { keyOfRun } from './marker.ts'

/** What is needed to write and read notes. */
export type Noting = Pick<Step, 'cache' | 'log' | 'context' | 'stepKey' | 'key'>

/**
 * Used instead of an outcome in the note about a start: the run may belong to somebody else, so a re-run must
 * not stop it either.
 */
export const ADOPTED = 'adopted'

export type Notes = Partial<Record<NoteEvent, Note>>

const EVENTS: readonly NoteEvent[] = ['started', 'stopped', 'judged']

export async function notesOf(ports: Noting, place: NotePlace, events = EVENTS): Promise<Notes> {
  const { cache, key, log } = ports
  if (cache.unavailable() !== undefined) return {}
  const notes: Notes = {}
  for (const event of events) {
    const { entries } = await cache.find([notePrefix(place, event)])
    if (entries.length === 0) continue
    const note = entries
      .map((entry) => readNote(key, place, event, entry.key))
      .find((found) => found !== undefined)
    if (note === undefined)
      log.warning(
        `A note of attempt ${place.attempt} in the cache is not signed with these credentials and is ignored.`,
      )
    else notes[event] = note
  }
  return notes
}

/** The place of notes about a run, whichever step and attempt writes them. */
export function placeOfRun({ runId }: WorkflowContext, ids: string[]): NotePlace {
  const stepKey = createHash('sha256').update(JSON.stringify(ids)).digest('hex').slice(0, 16)
  return { workflowRunId: runId, stepKey: `run-${stepKey}`, attempt: 0 }
}

/**
 * True if the step that started the run is not sure that it is its own. In mode `wait` only the run's ID is
 * known.
 */
export async function wasAdopted(ports: Noting, runIds: string[]): Promise<boolean> {
  if (ports.context.runId === '') return false
  const { started } = await notesOf(ports, placeOfRun(ports.context, runIds), ['started'])
  return started?.outcome === ADOPTED
}

export interface NewNote {
  event: NoteEvent
  outcome?: string | undefined
  /** How the note is found again: by the step that writes it, or by the run. */
  by?: 'step' | 'run'
}

/** Writes a note for later attempts. If that fails, the worst result is a second test; this is logged. */
export async function leaveNote(
  ports: Noting & Pick<Step, 'provider'>,
  run: RunHandle,
  { event, outcome, by = 'step' }: NewNote,
): Promise<void> {
  const { cache, context, stepKey, key, log } = ports
  if (context.runId === '') return
  const runIds = run.executions.map((execution) => execution.id)
  const place: NotePlace =
    by === 'run'
      ? placeOfRun(context, runIds)
      : { workflowRunId: context.runId, stepKey: keyOfRun(stepKey, run.number), attempt: context.attempt }
  const known = outcome ?? (run.adopted === true ? ADOPTED : undefined)
  const text = writeNote(key, place, {
    event,
    startedAtMs: run.startedAtMs,
    runIds,
    ...(known !== undefined && { outcome: known }),
  })
  const saved =
    text !== undefined && cache.unavailable() === undefined && (await cache.write(text, new Uint8Array()))
  if (saved || event !== 'started' || by === 'run') return
  const why =
    cache.unavailable() ??
    (text === undefined ? 'there are too many executions for one note' : 'the cache did not accept it')
  const marked = ports.provider.marksRuns ? ' It can still be found at the service by its marker.' : ''
  log.info(
    `No note of the run could be saved in the Actions cache (${why}), so a re-run may start a second test.${marked}`,
  )
}
