import { sentenceOf } from '../../foundation/errors.ts'
import type { Log, Workflow } from '../../foundation/ports.ts'
import { scrubTexts } from '../../foundation/scrub-texts.ts'
import type { RunHandle, StartIntent } from '../../providers/provider.ts'

/**
 * What the post step must know of the main step, which may have been killed: whether a run may be going on.
 * `intent` the start request was about to go out; `going` a run is known; `over` there is nothing to clean up, because
 * the run ended, never began, or goes on by the user's wish. `stopDue`: main set out to end it, whatever `on-cancel` says.
 */
export type RunState =
  | { phase: 'none' }
  | { phase: 'intent'; intent: StartIntent }
  | { phase: 'going'; run: RunHandle; stopDue?: boolean }
  | { phase: 'over' }

const STATE_NAME = 'run'

export function saveRunState(workflow: Workflow, state: RunState): void {
  workflow.saveState(STATE_NAME, JSON.stringify(scrubTexts(state, workflow.scrub)))
}

/** As `saveRunState`, where a run is to be ended whatever becomes of the state. False where it could not be kept. */
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
