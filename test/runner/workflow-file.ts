import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'

export interface Workflow {
  name: string
  on: unknown
  env?: Record<string, unknown>
  permissions?: Permissions
  concurrency?: Concurrency
  jobs: Record<string, Job>
}

export type Permissions = Record<string, string> | 'read-all' | 'write-all'

export interface Concurrency {
  group: string
  'cancel-in-progress'?: boolean | string
}

export interface Job {
  name?: string
  if?: string
  needs?: string | string[]
  'runs-on': unknown
  'timeout-minutes'?: number
  permissions?: Permissions
  concurrency?: Concurrency
  env?: Record<string, unknown>
  outputs?: Record<string, string>
  /** Only shown by GitHub; its protection rules are not simulated. */
  environment?: unknown
  strategy?: Strategy
  steps: Step[]
}

export interface Strategy {
  'fail-fast'?: boolean
  'max-parallel'?: number
  matrix: Record<string, unknown[]>
}

export interface Step {
  id?: string
  name?: string
  if?: string
  uses?: string
  with?: Record<string, unknown>
  run?: string
  shell?: string
  env?: Record<string, unknown>
  'continue-on-error'?: boolean
}

export async function readWorkflow(path: string): Promise<Workflow> {
  return parse(await readFile(path, 'utf8')) as Workflow
}

export function permissionOf(permissions: Permissions | undefined, scope: string): string {
  if (permissions === 'write-all') return 'write'
  if (permissions === undefined || permissions === 'read-all') return 'read'
  return permissions[scope] ?? 'none'
}

export function needsOf({ needs = [] }: Job): string[] {
  return typeof needs === 'string' ? [needs] : needs
}

/** `owner/name` of an action, and what follows the `@`. */
export function actionOf(uses: string): { action: string; ref: string } {
  const [action = '', ref = ''] = uses.split('@')
  return { action, ref }
}

/** Whether a step is the gate: this repository, or in the examples an action with a placeholder owner. */
export function isGate(step: Step): boolean {
  return step.uses === './' || /^[^/]+\/load-test-gate$/.test(actionOf(step.uses ?? '').action)
}

/** The matrix values of each job; a single null if there is no matrix. */
export function matrixValuesOf({ strategy }: Job): (Record<string, unknown> | null)[] {
  if (strategy === undefined) return [null]
  const { include, ...lists } = strategy.matrix
  const names = Object.keys(lists)
  if (include !== undefined && names.length === 0) return include as Record<string, unknown>[]
  let combinations: Record<string, unknown>[] = [{}]
  for (const name of names)
    combinations = combinations.flatMap((values) =>
      (lists[name] ?? []).map((value) => ({ ...values, [name]: value })),
    )
  return combinations
}

const WORKFLOW_KEYS = keys('name on env permissions concurrency jobs')
const JOB_KEYS = keys(
  'name if needs runs-on timeout-minutes permissions concurrency env outputs environment strategy steps',
)
const STEP_KEYS = keys('id name if uses with run shell env continue-on-error')

/** Parts of a workflow that this runner would silently ignore. A test with them would prove nothing. */
export function unknownIn(workflow: Workflow): string[] {
  const foreign = (where: string, value: object, known: string[]): string[] =>
    Object.keys(value)
      .filter((key) => !known.includes(key))
      .map((key) => `${where}: ${key}`)
  const found = foreign('workflow', workflow, WORKFLOW_KEYS)
  for (const [id, job] of Object.entries(workflow.jobs)) {
    found.push(...foreign(id, job, JOB_KEYS))
    found.push(...job.steps.flatMap((step) => foreign(`step of ${id}`, step, STEP_KEYS)))
    // This runner does not cancel jobs because another job of the matrix failed.
    if (job.strategy !== undefined && job.strategy['fail-fast'] !== false) found.push(`${id}: fail-fast`)
    const matrix = job.strategy?.matrix ?? {}
    if ('exclude' in matrix || ('include' in matrix && Object.keys(matrix).length > 1))
      found.push(`${id}: a matrix of more than lists, or of more than include`)
  }
  return found
}

function keys(words: string): string[] {
  return words.split(' ')
}
