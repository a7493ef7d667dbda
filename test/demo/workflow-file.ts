import { readFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { parse } from 'yaml'

/** A workflow step that uses this action. */
export interface GateStep {
  job: string
  /** Empty if the step has none. */
  id: string
  name: string
  /** The condition of the job, if it has one. */
  condition: string | undefined
  inputs: Record<string, string>
  /** Variables of the workflow, the job and the step, as expressions. */
  env: Record<string, string>
  /** The values for the first job of the matrix. */
  matrix: Record<string, unknown> | undefined
}

export interface WorkflowFile {
  steps: GateStep[]
  /** The jobs' outputs, as expressions. */
  jobOutputs: Record<string, Record<string, string>>
  /** The defaults of what a person enters to start the workflow. */
  dispatchInputs: Record<string, string>
  /** The names of the other steps in the jobs. */
  others: string[]
  /** The folder that the file belongs to, in place of a checkout of the repository. */
  workspace: string
}

interface RawStep {
  id?: string
  name?: string
  uses?: string
  run?: string
  env?: Record<string, unknown>
  with?: Record<string, unknown>
}
interface RawJob {
  if?: string | boolean
  env?: Record<string, unknown>
  steps?: RawStep[]
  outputs?: Record<string, string>
  strategy?: { matrix?: Record<string, unknown> }
}
interface RawWorkflow {
  on?: { workflow_dispatch?: { inputs?: Record<string, { default?: unknown }> } }
  env?: Record<string, unknown>
  jobs?: Record<string, RawJob>
}

/** The file, or what is wrong with it. */
export async function openWorkflow(path: string): Promise<WorkflowFile | { fault: string }> {
  try {
    return readWorkflow(await readFile(resolve(path), 'utf8'), workspaceOf(resolve(path)))
  } catch (error) {
    return { fault: faultOf(path, error) }
  }
}

/** The steps that use this action, in the order of the file. */
export function readWorkflow(text: string, workspace = '.'): WorkflowFile {
  const workflow = parse(text) as RawWorkflow | null
  const file: WorkflowFile = {
    steps: [],
    jobOutputs: {},
    dispatchInputs: dispatchInputsOf(workflow?.on),
    others: [],
    workspace,
  }
  const jobs = Object.entries(workflow?.jobs ?? {})
  for (const [job, { if: condition, env, steps = [], outputs, strategy }] of jobs) {
    if (outputs !== undefined) file.jobOutputs[job] = outputs
    for (const step of steps) {
      const name = step.name ?? step.uses ?? 'a script'
      if (!isGate(step.uses)) {
        file.others.push(name)
        continue
      }
      file.steps.push({
        job,
        id: step.id ?? '',
        name,
        condition: condition === undefined ? undefined : String(condition),
        inputs: textsOf(step.with),
        env: textsOf({ ...workflow?.env, ...env, ...step.env }),
        matrix: firstMatrixValues(strategy?.matrix),
      })
    }
  }
  return file
}

function faultOf(path: string, error: unknown): string {
  const { code, message } = error as { code?: string; message: string }
  if (code === 'ENOENT') return `There is no file ${path}.`
  return error instanceof Error && 'linePos' in error
    ? `${path} is not valid YAML: ${message.trim()}`
    : `${path} cannot be read: ${message}`
}

/** The folder itself, unless it is the one where GitHub looks for workflows. */
function workspaceOf(path: string): string {
  const folder = dirname(path)
  const isGitHubs = basename(folder) === 'workflows' && basename(dirname(folder)) === '.github'
  return isGitHubs ? join(folder, '..', '..') : folder
}

function dispatchInputsOf(on: RawWorkflow['on']): Record<string, string> {
  const inputs = Object.entries(on?.workflow_dispatch?.inputs ?? {})
  return textsOf(Object.fromEntries(inputs.map(([name, input]) => [name, input?.default ?? ''])))
}

function textsOf(values: Record<string, unknown> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value).trim()]))
}

function isGate(uses = ''): boolean {
  return uses === './' || /\/load-test-gate(@|$)/.test(uses)
}

function firstMatrixValues(matrix: Record<string, unknown> | undefined): Record<string, unknown> | undefined {
  if (matrix === undefined) return undefined
  const { include, exclude: _exclude, ...axes } = matrix
  const firstOfEach = Object.fromEntries(
    Object.entries(axes).flatMap(([name, values]) => (Array.isArray(values) ? [[name, values[0]]] : [])),
  ) as Record<string, unknown>
  const first: unknown = Array.isArray(include) ? include[0] : undefined
  return Object.keys(firstOfEach).length === 0 && typeof first === 'object' && first !== null
    ? { ...first }
    : firstOfEach
}
