import type { Cancellation } from '../platform/runner/cancellation.ts'
import type { JudgePorts } from './judge/judge-run.ts'
import type { NoteEvent } from './traces/signed-note.ts'
import type { CacheStore } from '../platform/cache/cache-store.ts'
import type { HttpPorts } from '../platform/http/http.ts'
import type { ExecutionHandle, Provider, RunHandle } from '../providers/provider.ts'
import type { Service } from '../providers/service.ts'
import type { PublishPorts } from './publish/publish.ts'
import { leaveNote } from './traces/notes.ts'

/** Everything that one step works with. */
export interface Step extends PublishPorts, JudgePorts {
  provider: Provider
  service: Service
  http: HttpPorts
  cancellation: Cancellation
  cache: CacheStore
  /** Tells this step from others of the workflow run. */
  stepKey: string
  /** Signs notes and markers. */
  key: Buffer
  /** What one start brings: an entry per execution. */
  planned: Omit<ExecutionHandle, 'id'>[]
}

/** Mode `wait` knows only the run: the step that started it has another key, and finds the note by the run's id. */
export async function leaveStepNote(
  step: Step,
  run: RunHandle,
  event: NoteEvent,
  outcome?: string,
): Promise<void> {
  const { cancellation, inputs } = step
  const by = inputs.mode === 'wait' ? 'run' : 'step'
  // The cache may take half a minute, which a cancelled step does not have.
  await cancellation.orCancelled(leaveNote(step, run, event, outcome, by))
  // A step in mode `wait` must know that the run may be somebody else's.
  const isForWait = inputs.mode === 'start' && event === 'started' && run.adopted === true
  if (isForWait) await cancellation.orCancelled(leaveNote(step, run, event, outcome, 'run'))
}
