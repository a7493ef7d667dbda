import { sentenceOf } from '../../foundation/errors.ts'
import type { Log, Workflow } from '../../foundation/ports.ts'
import { scrubTexts } from '../../foundation/scrub-texts.ts'
import type { RunHandle, StartIntent } from '../../providers/provider.ts'

/**
 * Whether a run may be active, saved for the post step in case the main step is killed.
 * - `intent`: the start request is about to be sent.
 * - `active`: a run is known.
 * - `over`: there is nothing to clean up, because the run ended, never began, or continues as the user wants.
 * - `stopDue`: the main step had decided to stop it, whatever `on-cancel` says.
 */
export type RunState =
  | { phase: 'none' }
  | { phase: 'intent'; intent: StartIntent }
  | { phase: 'active'; run: RunHandle; stopDue?: boolean }
  | { phase: 'over' }

const STATE_NAME = 'run'

export function saveRunState(workflow: Workflow, state: RunState): void {
  workflow.saveState(STATE_NAME, JSON.stringify(scrubTexts(state, workflow.scrub)))
}

/**
 * Like `saveRunState`, but does not throw, for a run that must be stopped in any case. False if the state
 * could not be saved.
 */
export function tryToSaveRunState(workflow: Workflow, state: RunState, log: Pick<Log, 'warning'>): boolean {
  try {
    saveRunState(workflow, state)
    return true
  } catch (error) {
    log.warning(`The runner did not keep the state for the post step: ${sentenceOf(error)}`)
    return false
  }
}

export function loadRunState(workflow: Workflow): RunState {
  const text = workflow.readState(STATE_NAME)
  return text === '' ? { phase: 'none' } : (JSON.parse(text) as RunState)
}
