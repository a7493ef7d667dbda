import type { Workflow } from '../../foundation/ports.ts'
import type { RunNumber } from '../../providers/provider.ts'
import type { ConfirmingRun } from '../findings.ts'
import type { Step } from '../step.ts'

/** What is left of the step's limits. */
export interface Left {
  timeoutMs: number
  maxMinutes?: number
}

/** The folder of its files, and what their artifacts are named by. */
export const folderOf = (number: RunNumber): string => `confirming-${number}`

/**
 * The step as a further run sees it: with a number, by which its marker and its notes are told from those of the first run, a
 * folder and outputs of its own, and what is left of the limits.
 */
export function furtherStep(
  step: Step,
  number: RunNumber,
  { timeoutMs, maxMinutes }: Left,
  onOutput: () => void,
): Step {
  const workflow: Workflow = {
    ...step.workflow,
    // Id and page of the first run stay what they are.
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

/** The output `confirming-runs`: what is known of each, as a JSON list. */
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
