import type { ArrivingData } from '../../measurements/arriving.ts'
import type { HttpPorts } from '../../platform/http/http.ts'
import type { Log } from '../../foundation/ports.ts'
import type { OutputFolder } from '../../platform/files/output-folder.ts'
import { collectFile, together, type FileOutcome } from '../collect-file.ts'
import type { Collected, ExecutionStatus, RunHandle, RunStatus } from '../provider.ts'
import type { ErrthquakeApi } from './api.ts'
import { calls } from './calls.ts'

/**
 * Results are stored before a test counts as complete, so anything that is missing will arrive soon or never.
 */
const FINISHED_BUDGET_MS = 10 * 60_000
const BROKEN_BUDGET_MS = 60_000

interface Context {
  ports: HttpPorts
  log: Log
  api: ErrthquakeApi
  uid: string
  directory: OutputFolder
}

export async function collectErrthquake(
  context: Context,
  run: RunHandle,
  status: RunStatus,
): Promise<Collected> {
  const several = run.executions.length > 1
  const outcomes = await Promise.all(
    status.executions.map((execution) =>
      collectExecution(context, execution, several ? `${execution.id}/` : ''),
    ),
  )
  const started = status.executions.flatMap((execution) => execution.startedAtMs ?? [])
  const finished = status.executions.flatMap((execution) => execution.finishedAtMs ?? [])
  const tests = [...new Set(run.executions.flatMap((execution) => execution.test ?? []))]
  const profile = run.executions.flatMap((execution) => execution.profile ?? [])
  const observed = status.executions.map(({ virtualUsers, startedAtMs, finishedAtMs }) => ({
    ...(virtualUsers !== undefined && { virtualUsers }),
    ...(startedAtMs !== undefined && finishedAtMs !== undefined && { lastedMs: finishedAtMs - startedAtMs }),
  }))
  return {
    ...together(outcomes),
    partial: [],
    facts: {
      provider: 'errthquake',
      ids: run.executions.map((execution) => execution.id),
      state: status.executions.map((execution) => execution.state).join(','),
      ...(tests.length !== 0 && { test: tests.join(', ') }),
      ...(profile.length !== 0 && { loadProfile: profile }),
      observed,
      ...(started.length !== 0 && { startedAtMs: Math.min(...started) }),
      ...(finished.length !== 0 && { finishedAtMs: Math.max(...finished) }),
    },
  }
}

/** Loaded only here, because a run that waits for hours needs no reader. */
async function openReader(): Promise<ArrivingData> {
  const { ArrivingRequestLog } = await import('../../measurements/arriving.ts')
  return new ArrivingRequestLog()
}

/** Three files per execution; the documents are kept unchanged. */
async function collectExecution(
  { ports, log, api, uid, directory }: Context,
  { id, stage }: ExecutionStatus,
  prefix: string,
): Promise<FileOutcome> {
  const budgetMs = stage === 'finished' ? FINISHED_BUDGET_MS : BROKEN_BUDGET_MS
  const wanted = [
    { kind: 'metrics', file: 'run.json', call: calls.result(uid, id), format: 'json' },
    { kind: 'metrics', file: 'metrics.json', call: calls.metrics(uid, id), format: 'json' },
    { kind: 'result', file: 'logs.zip', call: calls.logs(uid, id), format: 'zip' },
  ] as const
  const outcomes = wanted.map(({ kind, file, call, format }) =>
    collectFile(ports, log, directory, {
      kind,
      name: `${prefix}${file}`,
      serviceUrl: api.serviceUrl,
      urls: [api.urlOf(call.path)],
      headersFor: async (url) => api.authorization(url),
      format,
      budgetMs,
      ...(kind === 'result' && { openReader }),
    }),
  )
  return together(await Promise.all(outcomes))
}
