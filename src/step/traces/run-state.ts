import type { Workflow } from '../../foundation/ports.ts'
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

export function loadRunState(workflow: Workflow): RunState {
  const text = workflow.readState(STATE_NAME)
  return text === '' ? { phase: 'none' } : (JSON.parse(text) as RunState)
}
