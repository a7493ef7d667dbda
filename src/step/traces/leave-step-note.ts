import type { RunHandle } from '../../providers/provider.ts'
import type { Step } from '../step.ts'
import { leaveNote } from './notes.ts'
import type { NoteEvent } from './signed-note.ts'

/**
 * Leaves a note about the run for later attempts. In mode `wait` the note belongs to the run: the step that
 * started it has another key, and finds the note by the run's ID.
 */
export async function leaveStepNote(
  step: Step,
  run: RunHandle,
  event: NoteEvent,
  outcome?: string,
): Promise<void> {
  const { cancellation, inputs } = step
  const by = inputs.mode === 'wait' ? 'run' : 'step'
  // Saving may take half a minute, which a cancelled step does not have.
  await cancellation.orCancelled(leaveNote(step, run, { event, outcome, by }))
  // A step in mode `wait` must know that the run may belong to somebody else.
  const isForWait = inputs.mode === 'start' && event === 'started' && run.adopted === true
  if (isForWait) await cancellation.orCancelled(leaveNote(step, run, { event, outcome, by: 'run' }))
}
