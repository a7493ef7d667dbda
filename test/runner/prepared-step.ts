import type { RanStep, WorkflowRun } from './workflow-run.ts'
import type { Job, Step, Workflow } from './workflow-file.ts'

/** One job of a matrix, or the only one. */
export interface MatrixJob {
  run: WorkflowRun
  workflow: Workflow
  id: string
  job: Job
  matrix: Record<string, unknown> | null
  directory: string
}

/** A step with everything that it is given. */
export interface PreparedStep {
  matrixJob: MatrixJob
  step: Step
  /** The position in the job, from 0. */
  index: number
  inputs: Record<string, string>
  environment: Record<string, string>
  workspace: string
  token: string
}

export type StepEnd = Pick<RanStep, 'log' | 'outputs' | 'gate'> & { failed: boolean }
