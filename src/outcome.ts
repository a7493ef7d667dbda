import type { FailOnKind } from './inputs.ts'
import type { ExecutionStatus, RunStatus } from './providers/provider.ts'
import type { Outcome, Reason } from './verdict/verdict.ts'

export interface Conclusion {
  outcome: Outcome
  reason: Reason | ''
  message: string
  failsStep: boolean
}

const FAILED_AT_START: readonly Reason[] = ['bad-input', 'credentials', 'preflight']

/** What an error of the step means. */
export function conclusionOfError(
  reason: Reason,
  message: string,
  failOn: readonly FailOnKind[],
): Conclusion {
  const failsStep = FAILED_AT_START.includes(reason) || failOn.includes('run')
  return { outcome: 'error', reason, message, failsStep }
}

/** What the end of the remote run means, before anything that it measured is judged. */
export function conclusionOfEnd(
  how: 'final' | 'timeout' | 'unresponsive',
  status: RunStatus,
  missing: readonly { name: string }[],
  failOn: readonly FailOnKind[],
): Conclusion {
  const trouble = troubleOf(how, status)
  if (trouble !== undefined) return { ...trouble, failsStep: failOn.includes('run') }
  const lost = missing.map((file) => file.name).join(', ')
  return {
    outcome: 'passed',
    reason: '',
    message:
      lost === ''
        ? 'The load test ran to its end and its results were collected. Nothing was judged.'
        : `The load test ran to its end, but ${lost} could not be had.`,
    failsStep: lost !== '' && failOn.includes('collect'),
  }
}

function troubleOf(
  how: 'final' | 'timeout' | 'unresponsive',
  status: RunStatus,
): Omit<Conclusion, 'failsStep'> | undefined {
  if (how === 'timeout') {
    return {
      outcome: 'timed-out',
      reason: 'timeout',
      message: `The load test had not ended when the timeout was reached (${statesOf(status.executions)}).`,
    }
  }
  const lost = status.executions.filter((execution) => execution.stage === 'unresponsive')
  if (lost.length > 0) {
    return {
      outcome: 'error',
      reason: 'remote-unresponsive',
      message: `The load test became unresponsive (${statesOf(lost)}).`,
    }
  }
  const failed = status.executions.filter((execution) => execution.stage === 'failed')
  if (failed.length > 0) {
    return {
      outcome: 'error',
      reason: 'remote-failed',
      message: `The load test failed at the service (${statesOf(failed)}).`,
    }
  }
  const aborted = status.executions.filter((execution) => execution.stage === 'aborted')
  if (aborted.length > 0) {
    return {
      outcome: 'error',
      reason: 'remote-aborted',
      message: `The load test was aborted at the service (${statesOf(aborted)}).`,
    }
  }
  return undefined
}

function statesOf(executions: readonly ExecutionStatus[]): string {
  return executions.map((execution) => `${execution.id} ${execution.state}`.trim()).join(', ')
}
