import { retrySafe } from '../../../platform/http/retry.ts'
import { isFinal, type RunHandle, type RunStatus } from '../../../providers/provider.ts'
import { failureOfEnd } from '../../wait/run-failure.ts'
import type { Step } from '../../step.ts'

const CONTACT_BUDGET_MS = 60_000

export interface SeenRun {
  run: RunHandle
  status: RunStatus
  hasEnded: boolean
  /** Why it cannot be a baseline, if it ended badly. */
  failure?: string
}

/** Requests only the state of an earlier run. Throws `HttpError`. */
export async function lookAtRun(
  { provider, http }: Pick<Step, 'provider' | 'http'>,
  ids: readonly string[],
): Promise<SeenRun> {
  const executions = ids.map((id) => ({ id, label: ids.length > 1 ? id : '' }))
  const run: RunHandle = { provider: provider.name, executions, startedAtMs: 0, attached: true }
  const status = await retrySafe(http, { budgetMs: CONTACT_BUDGET_MS }, () => provider.status(run))
  const hasEnded = status.executions.every(isFinal)
  const failure = hasEnded ? failureOfEnd('final', status)?.message : undefined
  return { run, status, hasEnded, ...(failure !== undefined && { failure }) }
}
