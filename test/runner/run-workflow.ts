import { holds, interpolate, type Contexts } from './expressions.ts'
import { runSteps } from './run-job.ts'
import {
  jobDirectory,
  githubContext,
  type RanJob,
  type RanWorkflow,
  type WorkflowRun,
} from './workflow-run.ts'
import { matrixValuesOf, needsOf, readWorkflow, unknownIn, type Job, type Workflow } from './workflow-file.ts'

/**
 * Runs the jobs of a workflow file as GitHub does: in the order of their needs, with the jobs of a matrix in
 * parallel.
 */
export async function runWorkflow(run: WorkflowRun): Promise<RanWorkflow> {
  const workflow = await readWorkflow(run.file)
  const unknown = unknownIn(workflow)
  if (unknown.length > 0) throw new Error(`This runner does not know: ${unknown.join('; ')}.`)
  const done = new Map<string, RanJob[]>()
  const waiting = new Map(Object.entries(workflow.jobs))
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([, job]) => needsOf(job).every((id) => done.has(id)))
    if (ready.length === 0) throw new Error(`Jobs wait for each other: ${[...waiting.keys()].join(', ')}.`)
    for (const [id] of ready) waiting.delete(id)
    const ran = await Promise.all(ready.map(([id, job]) => runJob(run, workflow, id, job, done)))
    ready.forEach(([id], index) => done.set(id, ran[index] ?? []))
  }
  const jobs = [...done.values()].flat()
  return { jobs, job: (id, matrixValue) => theOne(jobs, id, matrixValue) }
}

function theOne(jobs: RanJob[], id: string, matrixValue: string | undefined): RanJob {
  const found = jobs.filter(
    (job) =>
      job.id === id && (matrixValue === undefined || Object.values(job.matrix ?? {}).includes(matrixValue)),
  )
  if (found.length !== 1 || found[0] === undefined)
    throw new Error(`There are ${found.length} jobs ${id} ${matrixValue ?? ''}.`)
  return found[0]
}

async function runJob(
  run: WorkflowRun,
  workflow: Workflow,
  id: string,
  job: Job,
  done: Map<string, RanJob[]>,
): Promise<RanJob[]> {
  const needed = needsOf(job).flatMap((name) => done.get(name) ?? [])
  const contexts: Contexts = {
    github: githubContext(run, workflow.name, id),
    needs: Object.fromEntries(needed.map(({ id, result, outputs }) => [id, { result, outputs }])),
    vars: run.vars,
    inputs: run.inputs ?? {},
  }
  const status = needed.every(({ result }) => result === 'success') ? 'success' : 'failure'
  if (!holds(job.if, contexts, status))
    return [{ id, matrix: null, result: 'skipped', outputs: {}, steps: [] }]
  return await Promise.all(
    matrixValuesOf(job).map(async (matrix, index) => {
      const directory = jobDirectory(run, id, index)
      const strategy = { 'job-index': index, 'job-total': matrixValuesOf(job).length }
      const steps = await runSteps(
        { run, workflow, id, job, matrix, directory },
        { ...contexts, matrix, strategy },
      )
      const failed = steps.ran.some(({ outcome }, place) => outcome === 'failure' && !isExcused(job, place))
      const outputs = outputsOf(job, steps.contexts, steps.masks)
      return { id, matrix, result: failed ? 'failure' : 'success', outputs, steps: steps.ran } as const
    }),
  )
}

function isExcused(job: Job, place: number): boolean {
  return job.steps[place]?.['continue-on-error'] === true
}

/** GitHub drops an output that contains a masked value. */
function outputsOf({ outputs = {} }: Job, contexts: Contexts, masks: string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(outputs)
      .map(([name, value]) => [name, interpolate(value, contexts)] as const)
      .filter(([, value]) => !masks.some((mask) => mask !== '' && value.includes(mask))),
  )
}
