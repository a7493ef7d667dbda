import type { ExecutionStatus, RunStatus } from '../../providers/provider.ts'
import type { FailOn } from '../../verdict/outcome/fail-on.ts'
import { decide } from '../../verdict/outcome/decide.ts'
import { type RunFailure } from '../../verdict/outcome/outcome-facts.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import type { Findings } from '../findings.ts'
import { sentenceOf } from '../../foundation/errors.ts'
import type { Reason } from '../../foundation/reason.ts'

/** The verdict for an error of the step. */
export function verdictOfError(reason: Reason, message: string, failOn: ReadonlySet<FailOn>): Verdict {
  return decide({ failure: { reason: asFailure(reason), message }, criteria: [], failOn })
}

/** The verdict after an unexpected error: a bug in the action, or a problem with the runner. */
export function internalError(
  { run, mayHaveStarted }: Pick<Findings, 'run' | 'mayHaveStarted'>,
  error: unknown,
  failOn: ReadonlySet<FailOn>,
): Verdict {
  const what = sentenceOf(error)
  if (run !== undefined) {
    const message = `Something broke inside the action after the run had started: ${what}`
    return verdictOfError('internal', message, failOn)
  }
  if (mayHaveStarted === true) {
    const message = `Something broke inside the action while the test was being started: ${what} It may be active; the post step looks for it.`
    return verdictOfError('start-unknown', message, failOn)
  }
  const message = `Something broke inside the action before anything was started: ${what}`
  return { ...verdictOfError('internal', message, failOn), failsStep: true }
}

/** Errors have only the reasons in the first rows of the table; the other reasons come from a judgment. */
function asFailure(reason: Reason): RunFailure['reason'] {
  const judged = ['validity', 'criteria', 'scorecard', 'baseline', 'cancelled']
  return judged.includes(reason) ? 'contact-lost' : (reason as RunFailure['reason'])
}

/** What went wrong with the remote run itself, before any measurement is judged; undefined if nothing did. */
export function failureOfEnd(
  how: 'final' | 'timeout' | 'cost' | 'unresponsive',
  { executions }: RunStatus,
): RunFailure | undefined {
  if (how === 'timeout') {
    return {
      reason: 'timeout',
      message: `the load test had not finished when the timeout was reached (${statesOf(executions)}).`,
    }
  }
  if (how === 'cost') {
    return {
      reason: 'timeout',
      message: `the load test had taken more minutes than max-minutes allows (${statesOf(executions)}).`,
    }
  }
  const inStage = (stage: ExecutionStatus['stage']): ExecutionStatus[] =>
    executions.filter((execution) => execution.stage === stage)
  const lost = [...inStage('unresponsive'), ...inStage('lost')]
  if (how === 'unresponsive' || lost.length > 0) {
    return {
      reason: 'remote-unresponsive',
      message: `the load test became unresponsive (${statesOf(lost.length > 0 ? lost : executions)}).`,
    }
  }
  const failed = inStage('failed')
  if (failed.length > 0)
    return { reason: 'remote-failed', message: `the load test failed at the service (${statesOf(failed)}).` }
  const aborted = inStage('aborted')
  if (aborted.length > 0)
    return {
      reason: 'remote-aborted',
      message: `the load test was aborted at the service (${statesOf(aborted)}).`,
    }
  return undefined
}

function statesOf(executions: readonly ExecutionStatus[]): string {
  return executions.map((execution) => `${execution.id} ${execution.state}`.trim()).join(', ')
}
