import { createHash, createHmac, randomUUID } from 'node:crypto'
import type { WorkflowContext } from '../../foundation/ports.ts'
import type { RunNumber } from '../../providers/provider.ts'

/**
 * Tells this step from every other: matrix legs, several steps of a job, calls of a reusable workflow, and steps that
 * run something else. 16 hexadecimal digits.
 */
export function stepKeyOf(context: WorkflowContext, stepKey: string, definition: unknown): string {
  return digest([workflowFileOf(context), context.job, context.actionId, stepKey, definition])
}

/** `owner/repo/.github/workflows/file.yml`, without the ref behind it: a step is the same step on every branch. */
function workflowFileOf({ workflowRef }: WorkflowContext): string {
  return workflowRef.replace(/@.*$/, '')
}

/** The key of a run that confirms the first one, as if it were of a step of its own: nothing takes one for the other. */
export function keyOfRun(stepKey: string, number: RunNumber | undefined): string {
  return number === undefined ? stepKey : digest([stepKey, 'run', number])
}

/**
 * Stands in the run's name or description where the service takes one, so that nobody else's run is taken for ours.
 * The same for the same attempt, so that a later attempt finds it; made with the credential's key, so that nobody
 * without the credential can make it.
 */
export function markerOf(context: WorkflowContext, stepKey: string, key: Buffer): string {
  // Outside a workflow nothing tells two starts apart but chance.
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
