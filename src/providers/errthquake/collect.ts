import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { messageOf } from '../../errors.ts'
import { download } from '../../platform/download.ts'
import { explainFileError, FileError } from '../../platform/files.ts'
import { HttpError, type HttpPorts } from '../../platform/http.ts'
import type { Log } from '../../ports.ts'
import type { Collected, CollectedFile, ExecutionStatus, RunHandle, RunStatus } from '../provider.ts'
import type { ErrthquakeApi } from './api.ts'
import { paths } from './contract.ts'

/** Results are stored before a test counts as complete, so a 404 passes soon or never. */
const NOT_YET = [404, 409]
const FINISHED_BUDGET_MS = 10 * 60_000
const BROKEN_BUDGET_MS = 60_000

interface Context {
  ports: HttpPorts
  log: Log
  api: ErrthquakeApi
  uid: string
  directory: string
}

export async function collectErrthquake(
  context: Context,
  run: RunHandle,
  status: RunStatus,
): Promise<Collected> {
  const several = status.executions.length > 1
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
    ...(virtualUsers === undefined ? {} : { virtualUsers }),
    ...(startedAtMs === undefined || finishedAtMs === undefined
      ? {}
      : { lastedMs: finishedAtMs - startedAtMs }),
  }))
  return {
    files: outcomes.flatMap((outcome) => outcome.files),
    missing: outcomes.flatMap((outcome) => outcome.missing),
    partial: [],
    facts: {
      provider: 'errthquake',
      ids: run.executions.map((execution) => execution.id),
      state: status.executions.map((execution) => execution.state).join(','),
      ...(tests.length === 0 ? {} : { test: tests.join(', ') }),
      ...(profile.length === 0 ? {} : { loadProfile: profile }),
      observed,
      ...(started.length === 0 ? {} : { startedAtMs: Math.min(...started) }),
      ...(finished.length === 0 ? {} : { finishedAtMs: Math.max(...finished) }),
    },
  }
}

interface Outcome {
  files: CollectedFile[]
  missing: { name: string; reason: string }[]
}

async function collectExecution(
  context: Context,
  execution: ExecutionStatus,
  prefix: string,
): Promise<Outcome> {
  const { uid } = context
  const { id } = execution
  const budgetMs = execution.stage === 'finished' ? FINISHED_BUDGET_MS : BROKEN_BUDGET_MS
  const wanted = [
    { kind: 'metrics', file: 'run.json', path: paths.result(uid, id), format: 'json' },
    { kind: 'metrics', file: 'metrics.json', path: paths.metrics(uid, id), format: 'json' },
    { kind: 'result', file: 'logs.zip', path: paths.logs(uid, id), format: 'zip' },
  ] as const
  const parts = await Promise.all(
    wanted.map((want) => collectFile(context, { ...want, name: `${prefix}${want.file}`, budgetMs })),
  )
  return { files: parts.flatMap((part) => part.files), missing: parts.flatMap((part) => part.missing) }
}

interface Wanted {
  kind: 'metrics' | 'result'
  name: string
  path: string
  format: 'json' | 'zip'
  budgetMs: number
}

async function collectFile(context: Context, want: Wanted): Promise<Outcome> {
  const { api, directory, log } = context
  const path = join(directory, want.name)
  const url = api.urlOf(want.path)
  let said = ''
  try {
    if (want.format === 'json') {
      const document = await api.patiently({ method: 'GET', path: want.path }, (json) => json)
      const sizeBytes = await writeJson(path, document)
      return { files: [{ kind: want.kind, name: want.name, path, sizeBytes }], missing: [] }
    }
    const sizeBytes = await download(context.ports, {
      urls: [url],
      headersFor: async (target) => api.authorization(target),
      path,
      format: want.format,
      budgetMs: want.budgetMs,
      notYet: NOT_YET,
      onRetry: (error) => {
        const what = NOT_YET.includes(error.status ?? 0) ? `${want.name} is not ready yet` : error.message
        if (what !== said) log.info(`${what}; trying again.`)
        said = what
      },
    })
    return { files: [{ kind: want.kind, name: want.name, path, sizeBytes }], missing: [] }
  } catch (error) {
    if (!(error instanceof HttpError) && !(error instanceof FileError)) throw error
    return { files: [], missing: [{ name: want.name, reason: messageOf(error) }] }
  }
}

async function writeJson(path: string, document: unknown): Promise<number> {
  const text = `${JSON.stringify(document, null, 2)}\n`
  try {
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(path, text)
  } catch (error) {
    throw explainFileError(error, path)
  }
  return Buffer.byteLength(text)
}
