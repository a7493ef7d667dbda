import { createHash, createHmac, randomUUID } from 'node:crypto'
import type { WorkflowContext } from '../../foundation/ports.ts'
import type { RunNumber } from '../../providers/provider.ts'

/**
 * Distinguishes this step from all others: matrix jobs, several steps of a job, calls of a reusable workflow,
 * and steps that run something else. 16 hexadecimal digits.
 */
export function stepKeyOf(context: WorkflowContext, stepKey: string, definition: unknown): string {
  return digest([workflowFileOf(context), context.job, context.actionId, stepKey, definition])
}

/**
 * `owner/repo/.github/workflows/file.yml` without the ref, because a step is the same step on every branch.
 */
function workflowFileOf({ workflowRef }: WorkflowContext): string {
  return workflowRef.replace(/@.*$/, '')
}

/**
 * Runs that confirm the first one get a key as if they belonged to another step, so that they are never
 * confused with it.
 */
export function keyOfRun(stepKey: string, number: RunNumber | undefined): string {
  return number === undefined ? stepKey : digest([stepKey, 'run', number])
}

/**
 * Part of the run's name or description, if the service has one, so that no other run is taken for ours. It
 * is the same whenever it is made for the same attempt, so a later attempt finds the run. It is made with the
 * credential's key, so nobody else can make it.
 */
export function markerOf(context: WorkflowContext, stepKey: string, key: Buffer): string {
  // Outside a workflow, only a random value distinguishes two starts.
  const run = context.runId === '' ? randomUUID() : context.runId
  const origin = JSON.stringify([context.serverUrl, context.repository, run, context.attempt, stepKey])
  return `ltg-${createHmac('sha256', key).update(origin).digest('hex').slice(0, 16)}`
}

/** Says where a run comes from: `owner/repo PR 12, run 345 attempt 1 (ltg-…)`. */
export function titleOf(context: WorkflowContext, marker: string, number?: RunNumber): string {
  const branch = context.headRef === '' ? context.refName : context.headRef
  const source = context.pullRequest === undefined ? branch.slice(0, 60) : `PR ${context.pullRequest}`
  const origin = [context.repository === '' ? 'Load Test Gate' : context.repository, source]
    .filter((part) => part !== '')
    .join(' ')
  const run = context.runId === '' ? '' : `, run ${context.runId} attempt ${context.attempt}`
  const confirming = number === undefined ? '' : `, confirming ${number}`
  return `${origin}${run}${confirming} (${marker})`
}

function digest(parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
