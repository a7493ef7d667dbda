import { readFile } from 'node:fs/promises'
import { parseDuration } from './duration.ts'
import { endedEarly } from './ended-early.ts'
import type { JudgedRun } from './judging.ts'
import type { RunFacts } from './measurements/model.ts'
import { failureOfEnd } from './outcome.ts'
import { FINAL_STAGES, type CollectedFile, type ExecutionStatus, type Stage } from './providers/provider.ts'

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
  const failure = facts.failure ?? failureOfEnd('final', { executions: statuses })
  const early = facts.endedEarly ?? endedEarly(plannedOf(facts), statuses)
  return {
    ...(failure === undefined ? {} : { failure }),
    ...(early === undefined ? {} : { endedEarly: early }),
  }
}

/** What `run.json` beside each log says, where nothing was measured before; one that cannot be read says nothing. */
export async function factsOfRunFiles(files: CollectedFile[]): Promise<RunFacts> {
  const { parseResult } = await import('./providers/errthquake/contract.ts')
  const documents = files.filter(({ name, sizeBytes }) => RUN_FILE.test(name) && sizeBytes < 1e6)
  const read = await Promise.all(
    documents.map(async ({ path }) => {
      const text = await readFile(path, 'utf8')
      try {
        return [parseResult(JSON.parse(text))]
      } catch {
        return []
      }
    }),
  )
  // A copy of one that was downloaded is no other execution.
  const results = [...new Map(read.flat().map((result) => [result.id, result])).values()]
  const started = results.flatMap(({ startedAtMs }) => startedAtMs ?? [])
  const finished = results.flatMap(({ stage, finishAtMs }) =>
    FINAL_STAGES.includes(stage) ? (finishAtMs ?? []) : [],
  )
  const observed = results.map(({ virtualUsers, startedAtMs, finishAtMs, stage }) => ({
    ...(virtualUsers === undefined ? {} : { virtualUsers }),
    ...(startedAtMs === undefined || finishAtMs === undefined || !FINAL_STAGES.includes(stage)
      ? {}
      : { lastedMs: Math.max(0, finishAtMs - startedAtMs) }),
  }))
  return {
    provider: 'errthquake',
    ids: results.map(({ id }) => id),
    ...(results.length === 0 ? {} : { state: results.map(({ state }) => state).join(','), observed }),
    ...(started.length === 0 ? {} : { startedAtMs: Math.min(...started) }),
    ...(finished.length === 0 ? {} : { finishedAtMs: Math.max(...finished) }),
  }
}

const RUN_FILE = /(^|[./])run\.json$/

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
