import type { Workflow } from '../../foundation/ports.ts'
import type { RunNumber } from '../../providers/provider.ts'
import type { ConfirmingRun } from '../findings.ts'
import type { Step } from '../step.ts'

/** What is left of the step's limits. */
export interface LimitsLeft {
  timeoutMs: number
  maxMinutes?: number
}

/** The folder for the run's files; the names of their artifacts contain it too. */
export const folderOf = (number: RunNumber): string => `confirming-${number}`

/**
 * The step for a further run. It has its own number, so that its marker and notes differ from those of the
 * first run, its own folder and outputs, and what is left of the limits.
 */
export function furtherStep(
  step: Step,
  number: RunNumber,
  { timeoutMs, maxMinutes }: LimitsLeft,
  onOutput: () => void,
): Step {
  const workflow: Workflow = {
    ...step.workflow,
    // The outputs keep the ID and the page of the first run.
    output: (name, value) => {
      if (name === 'run-id' || name === 'run-url') onOutput()
      else step.workflow.output(name, value)
    },
  }
  return {
    ...step,
    workflow,
    runNumber: number,
    directory: step.directory.folder(folderOf(number)),
    inputs: { ...step.inputs, timeoutMs, ...(maxMinutes !== undefined && { maxMinutes }) },
  }
}

/** The output `confirming-runs`: what is known about each of them, as a JSON list. */
export function confirmingOutput(runs: readonly ConfirmingRun[]): string {
  return JSON.stringify(
    runs.map(({ number, run, status, collected, failure }) => ({
      number,
      ids: run?.executions.map(({ id }) => id) ?? [],
      url: collected?.url ?? run?.url,
      state: status?.executions.map(({ state }) => state).join(','),
      failure,
    })),
  )
}
