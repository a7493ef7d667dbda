import { parseDuration } from '../../foundation/duration.ts'
import type { RunFacts } from '../../measurements/model.ts'
import { regularFile } from '../../platform/files/regular-file.ts'
import { FINAL_STAGES, type CollectedFile } from '../provider.ts'
import type { ServiceFiles } from '../service.ts'
import { errthquakeComparison } from './executions/comparison.ts'

/** Reads the logs and documents of a run's executions. */
export const errthquakeFiles: ServiceFiles = {
  names: [
    { kind: 'result', pattern: /(^|[./])logs\.(zip|csv)$/ },
    { kind: 'metrics', pattern: /(^|[./])(metrics|run)\.json$/ },
    // A downloaded raw ZIP arrives unpacked.
    { kind: 'result', pattern: /(^|[./])logs\.zip\/[^/]+\.csv$/ },
  ],
  judged: ['logs.zip', 'logs.csv'],
  badEnds: { failed: 'failed', unresponsive: 'lost' },
  measure: async ({ files, facts }, executions) => {
    const { measureRequestLogs } = await import('../../measurements/measure-files.ts')
    const logs = files.filter((file) => file.kind === 'result')
    const several = logs.length > 1
    return await measureRequestLogs({
      run: facts,
      open: regularFile,
      executions: logs.map((log) => {
        // A folder of the output directory, or a part of an artifact's name.
        const parts = log.name.split(/[/.]/)
        const execution = several ? executions.find(({ id }) => parts.includes(id)) : undefined
        const label = execution ? execution.label || execution.id : several ? folderOf(log.name) : ''
        if (log.path.endsWith('.csv')) return { label, logsCsvPath: log.path }
        const totals = log.data?.kind === 'request-log' ? log.data.totals : undefined
        return { label, logsZipPath: log.path, totals }
      }),
    })
  },
  unread: ({ subjects }) => [
    subjects.requests === undefined
      ? { file: 'result', kind: 'missing' }
      : { file: 'result', kind: 'partial', fileMissing: true },
  ],
  absent: ({ kinds, subjects }) => (kinds.has('result') || subjects.requests ? [] : ['logs.zip']),
  factsOf: factsOfRunFiles,
  plannedMs: (profile) => parseDuration(new Map(profile?.settings).get('test-duration') ?? ''),
  align: errthquakeComparison,
}

/**
 * Identifies a log without an execution's id in its name: by its folder, or by the corresponding part of an
 * artifact's name.
 */
function folderOf(name: string): string {
  const folder = name.slice(0, Math.max(0, name.lastIndexOf('/')))
  return (
    folder ||
    name
      .replace(/\.csv$|\.zip$/, '')
      .replace(/\.logs$/, '')
      .split('.')
      .at(-1)!
  )
}

/**
 * The contents of `run.json` next to each log, if nothing was measured before; an unreadable one is ignored.
 */
async function factsOfRunFiles(files: readonly CollectedFile[]): Promise<RunFacts> {
  const documents = files.filter(({ name, sizeBytes }) => RUN_FILE.test(name) && sizeBytes < MAX_RUN_BYTES)
  const { parseResult } = await import('./contract.ts')
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
  // A second copy of a downloaded log is not another execution.
  const results = [...new Map(read.flat().map((result) => [result.id, result])).values()]
  const started = results.flatMap(({ startedAtMs }) => startedAtMs ?? [])
  const finished = results.flatMap(({ stage, finishAtMs }) =>
    FINAL_STAGES.includes(stage) ? (finishAtMs ?? []) : [],
  )
  const observed = results.map(({ virtualUsers, startedAtMs, finishAtMs, stage }) => ({
    ...(virtualUsers !== undefined && { virtualUsers }),
    ...(startedAtMs !== undefined &&
      finishAtMs !== undefined &&
      FINAL_STAGES.includes(stage) && { lastedMs: Math.max(0, finishAtMs - startedAtMs) }),
  }))
  return {
    provider: 'errthquake',
    ids: results.map(({ id }) => id),
    ...(results.length !== 0 && { state: results.map(({ state }) => state).join(','), observed }),
    ...(started.length !== 0 && { startedAtMs: Math.min(...started) }),
    ...(finished.length !== 0 && { finishedAtMs: Math.max(...finished) }),
  }
}

const RUN_FILE = /(^|[./])run\.json$/
const MAX_RUN_BYTES = 1e6
