import { Cancellation } from './cancellation.ts'
import { endRun, endUnknownRun } from './cleanup.ts'
import { messageOf } from './errors.ts'
import { executionCountOf, parseInputs, secretsOf, type Inputs } from './inputs.ts'
import { systemClock } from './platform/clock.ts'
import { readContext } from './platform/context.ts'
import { createHttpPorts } from './platform/http-ports.ts'
import { createWorkflow, inputNames, readInput } from './platform/workflow.ts'
import type { Log } from './ports.ts'
import type { Provider } from './providers/provider.ts'
import { createProvider } from './providers/registry.ts'
import { loadRunState, type RunState } from './run-state.ts'

const WHY = 'Cleaning up'

/** The post program: ends or names what a cancelled or killed main step left behind. */
export async function runPost(env: NodeJS.ProcessEnv): Promise<0 | 1> {
  const { log, workflow } = createWorkflow({ annotations: () => true })
  for (const secret of secretsOf(readInput)) workflow.secret(secret)
  const state = loadRunState(workflow)
  if (state.phase === 'none' || state.phase === 'over') return 0
  try {
    const inputs = await parseInputs(readInput, inputNames(env), readContext(env))
    const http = createHttpPorts(new Cancellation(systemClock).signal)
    // Cleaning up reads states, whatever the mode was.
    const provider = createProvider(
      { ...inputs, mode: inputs.mode === 'wait' ? 'wait' : 'run' },
      { ports: http, log, workflow },
    )
    await cleanUp(state, inputs, { provider, log, clock: http.clock, signal: http.signal })
    return 0
  } catch (error) {
    log.error(
      `${WHY} failed, and a load test may be running (${whatIsLeft(state)}). ${messageOf(error)} Check the service, and stop what should not run.`,
    )
    return 1
  }
}

type Ports = { provider: Provider; log: Log } & Parameters<typeof endRun>[0]

async function cleanUp(state: RunState, inputs: Inputs, ports: Ports): Promise<void> {
  if (state.phase === 'going') {
    if (inputs.onCancel === 'leave') {
      ports.log.warning(
        `The step was cancelled, and run ${whatIsLeft(state)} is left going, as on-cancel says.${state.run.url === undefined ? '' : ` Its page: ${state.run.url}`}`,
      )
      return
    }
    await endRun(ports, state.run, WHY)
  }
  if (state.phase === 'intent') await endUnknownRun(ports, state.intent, executionCountOf(inputs), WHY)
}

function whatIsLeft(state: RunState): string {
  if (state.phase === 'going') return state.run.executions.map((execution) => execution.id).join(', ')
  return state.phase === 'intent' ? `started as ${state.intent.marker}` : ''
}
