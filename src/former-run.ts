import { parseDuration } from './duration.ts'
import { endedEarly } from './ended-early.ts'
import type { JudgedRun } from './judging.ts'
import type { RunFacts } from './measurements/model.ts'
import { failureOfEnd } from './outcome.ts'
import type { ExecutionStatus, Stage } from './providers/provider.ts'

/** Last words of the services that tell of a bad end; every other one that left files is a good one. */
const BAD_ENDS: Record<string, Stage> = {
  ABORTED: 'aborted',
  ERROR: 'failed',
  failed: 'failed',
  unresponsive: 'lost',
}

/** How a run ended that was measured before: judging its files again must not make a broken run a good one. */
export function formerEnd(facts: RunFacts): Pick<JudgedRun, 'failure' | 'endedEarly'> {
  const states = facts.state?.split(',').map((state) => state.trim()) ?? []
  const statuses = facts.ids.map((id, index): ExecutionStatus => {
    const state = states[index] ?? ''
    const lastedMs = facts.observed?.[index]?.lastedMs
    return {
      id,
      label: '',
      state,
      stage: BAD_ENDS[state] ?? 'finished',
      ...(lastedMs === undefined ? {} : { startedAtMs: 0, finishedAtMs: lastedMs }),
    }
  })
  const failure = failureOfEnd('final', { executions: statuses })
  const early = endedEarly(plannedOf(facts), statuses)
  return {
    ...(failure === undefined ? {} : { failure }),
    ...(early === undefined ? {} : { endedEarly: early }),
  }
}

function plannedOf({
  provider,
  ids,
  loadProfile,
}: RunFacts): { id: string; label: string; plannedMs?: number }[] {
  return ids.map((id, index) => {
    const settings = new Map(provider === 'errthquake' ? loadProfile?.[index]?.settings : [])
    const plannedMs = parseDuration(settings.get('test-duration') ?? '')
    return { id, label: '', ...(plannedMs === undefined ? {} : { plannedMs }) }
  })
}
