import { parse } from 'yaml'

/** A workflow step that uses this action. */
export interface GateStep {
  job: string
  /** Empty if the step has none. */
  id: string
  name: string
  inputs: Record<string, string>
  /** The values of the first job of the matrix. */
  matrix: Record<string, unknown> | undefined
}

export interface WorkflowFile {
  steps: GateStep[]
  /** Outputs that jobs declare, as expressions. */
  jobOutputs: Record<string, Record<string, string>>
  /** The names of the other steps in the gate's jobs. */
  others: string[]
}

interface RawStep {
  id?: string
  name?: string
  uses?: string
  run?: string
  with?: Record<string, unknown>
}
interface RawJob {
  steps?: RawStep[]
  outputs?: Record<string, string>
  strategy?: { matrix?: Record<string, unknown> }
}

/** The steps of a workflow that use this action, in the order of the file. */
export function readWorkflow(text: string): WorkflowFile {
  const workflow = parse(text) as { jobs?: Record<string, RawJob> } | null
  const file: WorkflowFile = { steps: [], jobOutputs: {}, others: [] }
  for (const [job, { steps = [], outputs, strategy }] of Object.entries(workflow?.jobs ?? {})) {
    if (outputs !== undefined) file.jobOutputs[job] = outputs
    for (const step of steps) {
      const name = step.name ?? step.uses ?? 'a script'
      if (!isGate(step.uses)) {
        file.others.push(name)
        continue
      }
      const inputs = Object.entries(step.with ?? {}).map(([input, value]) => [input, String(value).trim()])
      file.steps.push({
        job,
        id: step.id ?? '',
        name,
        inputs: Object.fromEntries(inputs) as Record<string, string>,
        matrix: firstLeg(strategy?.matrix),
      })
    }
  }
  return file
}

function isGate(uses = ''): boolean {
  return uses === './' || /\/load-test-gate(@|$)/.test(uses)
}

function firstLeg(matrix: Record<string, unknown> | undefined): Record<string, unknown> | undefined {
  if (matrix === undefined) return undefined
  const { include, exclude: _exclude, ...axes } = matrix
  const leg = Object.fromEntries(
    Object.entries(axes).flatMap(([name, values]) => (Array.isArray(values) ? [[name, values[0]]] : [])),
  ) as Record<string, unknown>
  const first: unknown = Array.isArray(include) ? include[0] : undefined
  return Object.keys(leg).length === 0 && typeof first === 'object' && first !== null ? { ...first } : leg
}
