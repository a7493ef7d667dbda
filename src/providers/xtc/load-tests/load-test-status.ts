import { oneLine } from '../../../foundation/one-line.ts'
import { HttpError } from '../../../platform/http/http.ts'
import type { ExecutionStatus, RunHandle, RunStatus } from '../../provider.ts'
import type { XtcApi } from '../api.ts'
import { STATES, type LoadTestStatus } from '../contracts/contract.ts'

export async function loadTestStatus(api: XtcApi, run: RunHandle): Promise<RunStatus> {
  const id = run.executions[0]?.id ?? ''
  const number = Number(id)
  const call = api.contract.status(number)
  const { answer, serviceNowMs } = await api.once(call, (json, nowMs) => ({
    answer: api.contract.parseStatus(json, number),
    serviceNowMs: nowMs,
  }))
  const revision = answer.revision === undefined ? undefined : oneLine(answer.revision, 200)
  return {
    executions: [executionOf(id, answer)],
    ...(serviceNowMs !== undefined && { serviceNowMs }),
    ...(revision !== undefined && { revision, notes: [`Revision tested: ${revision}`] }),
    ...(await pageOf(api, run)),
  }
}

function executionOf(id: string, answer: LoadTestStatus): ExecutionStatus {
  const known = STATES[answer.state.toUpperCase() as keyof typeof STATES] as
    ExecutionStatus['stage'] | undefined
  return {
    id,
    label: '',
    state: answer.state,
    stage: known ?? 'running',
    ...(known === undefined && { unknownState: true }),
    ...(answer.startedAtMs !== undefined && { startedAtMs: answer.startedAtMs }),
    ...(answer.finishedAtMs !== undefined && { finishedAtMs: answer.finishedAtMs }),
  }
}

/** The page in XTC, requested until it is known; never a reason to fail. */
async function pageOf(api: XtcApi, run: RunHandle): Promise<Pick<RunStatus, 'url' | 'texts'>> {
  if (run.url !== undefined || api.contract.version === 'v1') return {}
  try {
    const number = Number(run.executions[0]?.id)
    const details = await api.once(api.contract.details(number), (json) =>
      api.contract.parseDetails(json, number),
    )
    const texts = [details.name, details.description ?? '']
    return { texts, ...(details.url !== undefined && { url: details.url }) }
  } catch (error) {
    if (error instanceof HttpError) return {}
    throw error
  }
}
