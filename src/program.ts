import type { Cancellation } from './cancellation.ts'
import { composeStep } from './compose.ts'
import { GateError, messageOf } from './errors.ts'
import { parseInputs, secretsOf } from './inputs.ts'
import { conclusionOfError, type Conclusion } from './outcome.ts'
import { readContext } from './platform/context.ts'
import { FileError } from './platform/files.ts'
import { createWorkflow, inputNames, readInput } from './platform/workflow.ts'
import type { Log } from './ports.ts'
import { runStep } from './run.ts'
import { saveRunState } from './run-state.ts'

/** The runner sends SIGINT, later SIGTERM; on Windows CTRL_C and CTRL_BREAK arrive as SIGINT and SIGBREAK. */
export function listenForCancel(cancellation: Cancellation): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const)
    process.on(signal, () => cancellation.cancel())
}

/** The main program; gives the exit code. The one place that fails the step. */
export async function runMain(env: NodeJS.ProcessEnv, cancellation: Cancellation): Promise<0 | 1> {
  let annotations = readInput('annotations').toLowerCase() !== 'false'
  const { log, workflow } = createWorkflow({ annotations: () => annotations })
  for (const secret of secretsOf(readInput)) workflow.secret(secret)
  let conclusion: Conclusion
  try {
    const context = readContext(env)
    const inputs = await parseInputs(readInput, inputNames(env), context)
    annotations = inputs.annotations
    const step = await composeStep({ log, workflow, context, env }, inputs, cancellation)
    conclusion =
      (await runStep(step)).conclusion ??
      conclusionOfError('preflight', 'The step ended without a conclusion.', [])
  } catch (error) {
    conclusion = conclusionBeforeStart(error)
    saveRunState(workflow, { phase: 'over' })
    workflow.output('outcome', conclusion.outcome)
    workflow.output('reason', conclusion.reason)
    await workflow.summary(
      `### Load test: not started\n\nThe inputs or the runner need attention; the step's log says what.\n`,
    )
    if (!(error instanceof GateError) && !(error instanceof FileError))
      log.debug(error instanceof Error ? (error.stack ?? '') : '')
  }
  return say(log, conclusion)
}

function conclusionBeforeStart(error: unknown): Conclusion {
  const reason = error instanceof GateError ? error.reason : 'bad-input'
  return conclusionOfError(reason, messageOf(error), [])
}

/** The verdict is the log's last line. */
function say(log: Log, conclusion: Conclusion): 0 | 1 {
  const verdict = `Load test ${conclusion.outcome}: ${conclusion.message}`
  if (conclusion.failsStep) log.error(verdict, { title: 'Load Test Gate' })
  else if (conclusion.outcome === 'passed' || conclusion.outcome === 'started') log.info(verdict)
  else log.warning(verdict, { title: 'Load Test Gate' })
  return conclusion.failsStep ? 1 : 0
}
