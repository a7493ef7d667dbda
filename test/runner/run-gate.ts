import { join } from 'node:path'
import { readActionFile, runAction } from './run-action.ts'
import type { PreparedStep, StepEnd } from './prepared-step.ts'
import { actionOf } from './workflow-file.ts'

/**
 * Runs what `action.yml` names, with the inputs of the workflow. The post step follows immediately, not at
 * the end of the job.
 */
export async function runGate(prepared: PreparedStep): Promise<StepEnd> {
  const { matrixJob, step, index, inputs, environment, workspace, token } = prepared
  const declared = Object.keys(readActionFile().inputs)
  const unknown = Object.keys(inputs).filter((name) => !declared.includes(name))
  if (unknown.length > 0) throw new Error(`The action has no input ${unknown.join(', ')}.`)
  const shortened = matrixJob.run.shortened?.[matrixJob.id] ?? {}
  const gate = await runAction({
    inputs: { 'github-token': token, ...inputs, ...shortened },
    environment: {
      ...environment,
      GITHUB_ACTION: step.id ?? `__${actionOf(step.uses ?? '').action.replace('/', '_')}`,
    },
    directory: join(matrixJob.directory, `step-${index}`),
    workingDirectory: workspace,
    event: matrixJob.run.trigger.payload,
    matrix: matrixJob.matrix,
  })
  return { log: gate.log, outputs: gate.outputs, failed: gate.exitCode !== 0, gate }
}
