import { Cancellation } from '../platform/runner/cancellation.ts'
import { beginProgram } from './begin-program.ts'
import { composeNote } from './compose.ts'
import { parseInputs } from '../inputs/parse-inputs.ts'
import { readContext } from '../platform/runner/context.ts'
import { inputNames, readInput } from '../platform/runner/workflow.ts'
import { leaveNote } from '../step/traces/notes.ts'
import { loadRunState } from '../step/traces/run-state.ts'
import { systemClock } from '../platform/clock.ts'

/**
 * Leaves the note that the run was stopped, so that a later attempt doesn't take it for one that finished by
 * itself.
 */
export async function runNote(env: NodeJS.ProcessEnv): Promise<0> {
  const { log, workflow } = beginProgram(env, () => false)
  const state = loadRunState(workflow)
  if (state.phase !== 'active') return 0
  const context = readContext(env)
  const inputs = await parseInputs(readInput, inputNames(env), context)
  const ports = await composeNote({ log, workflow, context, env }, inputs, new Cancellation(systemClock))
  await leaveNote(ports, state.run, { event: 'stopped', by: inputs.mode === 'wait' ? 'run' : 'step' })
  return 0
}
