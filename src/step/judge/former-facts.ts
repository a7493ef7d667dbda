import { parseDuration } from '../../foundation/duration.ts'
import { endedEarly } from '../wait/ended-early.ts'
import type { JudgedRun } from './judge-run.ts'
import type { RunFacts } from '../../measurements/model.ts'
import { failureOfEnd } from '../wait/run-failure.ts'
import { regularFile } from '../../platform/files/regular-file.ts'
import {
  FINAL_STAGES,
  type CollectedFile,
  type ExecutionStatus,
  type MissingFile,
  type Stage,
} from '../../providers/provider.ts'

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
  const { parseResult } = await import('../../providers/errthquake/contract.ts')
  const documents = files.filter(({ name, sizeBytes }) => RUN_FILE.test(name) && sizeBytes < MAX_RUN_BYTES)
  const read = await Promise.all(
    documents.map(async ({ path }) => {
      const text = await regularFile(path).text(MAX_RUN_BYTES)
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
const MAX_RUN_BYTES = 1e6

const VERDICT_FILE = /(^|[./\\])criteria\.json$/
const MAX_VERDICT_BYTES = 64e6

/**
 * What the run that left these files could not collect, as its verdict says. Nobody judging again sees that such a file
 * was ever wanted: it is neither there, nor need any criterion of now ask for it.
 */
export async function formerlyMissing(
  paths: string[],
  files: CollectedFile[],
  known: MissingFile[],
  measured: boolean,
): Promise<MissingFile[]> {
  const found = await Promise.all(paths.filter((path) => VERDICT_FILE.test(path)).map(missingIn))
  const byName = new Map(found.flat().map((file) => [file.name, file]))
  // In an artifact's name a folder stands before a dot.
  const has = (name: string): boolean =>
    [...files, ...known].some((file) => `.${dotted(file.name)}`.endsWith(`.${dotted(name)}`))
  return [...byName.values()]
    .filter(({ name }) => !has(name))
    .map((file) => (measured ? { ...file, measuredWithout: true } : file))
}

function dotted(name: string): string {
  return name.replaceAll('/', '.')
}

/** None where the file is no verdict of ours: criteria of the user's may have the same name. */
async function missingIn(path: string): Promise<MissingFile[]> {
  const z = await import('zod/mini')
  const file = z.object({ name: z.string(), reason: z.string() })
  const verdict = z.looseObject({ schemaVersion: z.literal(1), missingFiles: z.array(file) })
  try {
    return verdict.parse(JSON.parse(await regularFile(path).text(MAX_VERDICT_BYTES))).missingFiles
  } catch {
    return []
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
