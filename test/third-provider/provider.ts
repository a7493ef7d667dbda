// #region api
import type { HttpPorts } from '../../src/platform/http/http.ts'
import type { ConnectOptions } from '../../src/providers/service.ts'
import { retrySafe } from '../../src/platform/http/retry.ts'
import { CALL_BUDGET_MS, callOnce, explained } from '../../src/providers/authorized-call.ts'
import { collectFile } from '../../src/providers/collect-file.ts'
import type { OutputFolder } from '../../src/platform/files/output-folder.ts'
import type { Collected, Provider, RunHandle, RunStatus } from '../../src/providers/provider.ts'
import { parseRun, parseRuns, paths, stageOf, type MeadowRun } from './contract.ts'
import type { MeadowInputs } from './inputs.ts'

interface Options extends ConnectOptions {
  inputs: MeadowInputs
}
type Send = <T>(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  parse: (json: unknown) => T,
  body?: unknown,
) => Promise<T>

/** Sends once. Every problem becomes an `HttpError`; the retry policy decides what follows. */
function sender({ ports, inputs }: Pick<Options, 'ports' | 'inputs'>): Send {
  return (method, path, parse, body) =>
    callOnce(ports, {
      api: "Meadow's API",
      method,
      url: `${inputs.url}${path}`,
      authorization: { 'x-key': inputs.key },
      parse,
      ...(body !== undefined && { body }),
    })
}
// #endregion api

const COLLECT_MS = 10 * 60_000

// #region provider
export function createMeadowProvider(options: Options): Provider {
  const { ports, inputs } = options
  const send = sender(options)
  return {
    name: 'meadow',
    canStop: true,
    // Meadow keeps a note with each run, and shows it in its list, so our own runs can be recognized.
    marksRuns: true,
    preflight: async (starts) => {
      if (!starts) return { lines: [], facts: [], warnings: [] }
      await safely(ports, inputs.plan, () => send('GET', paths.plan(inputs.plan), () => undefined))
      return { lines: [`Plan ${inputs.plan} will run.`], facts: [['Plan', inputs.plan]], warnings: [] }
    },
    listRuns: async () => {
      const runs = await send('GET', paths.runs(), parseRuns)
      return runs.map((run) => ({
        id: run.id,
        title: `run ${run.id} (${run.state})`,
        texts: [run.note],
        fits: run.plan === inputs.plan,
        ended: run.endedAtMs !== undefined,
        isActive: run.endedAtMs === undefined,
      }))
    },
    start: async (intent, sending = (work) => work()) => {
      const body = { plan: inputs.plan, note: `${intent.title} ${intent.marker}` }
      const run = await sending(() => send('POST', paths.runs(), parseRun, body))
      return { executions: [{ id: run.id, label: '', test: run.plan }] }
    },
    status: async (handle) => {
      const runs = handle.executions.map(({ id }) => send('GET', paths.run(id), parseRun))
      return { executions: (await Promise.all(runs)).map(statusOf) }
    },
    collect: (handle, status, directory) => collect(options, handle, status, directory),
    stop: (id) =>
      retrySafe(ports, { budgetMs: CALL_BUDGET_MS }, () => send('PUT', paths.stop(id), () => undefined)),
  }
}

function statusOf({ id, state, startedAtMs, endedAtMs }: MeadowRun): RunStatus['executions'][number] {
  return {
    id,
    label: '',
    state,
    ...stageOf(state),
    ...(startedAtMs !== undefined && { startedAtMs }),
    ...(endedAtMs !== undefined && { finishedAtMs: endedAtMs }),
  }
}

/**
 * Repeats for a minute what may be repeated; a problem that a person must solve gets an error that says so.
 */
async function safely(ports: HttpPorts, plan: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await retrySafe(ports, { budgetMs: CALL_BUDGET_MS }, work)
  } catch (error) {
    throw explained(error, `Looking up the plan '${plan}'`, {
      byStatus: { 401: 'Check meadow-key.', 404: 'There is no such plan: check meadow-plan.' },
      strange: 'Check meadow-url.',
      urlInput: 'meadow-url',
      reasonOf401: 'credentials',
    })
  }
}
// #endregion provider

// #region collect
async function collect(
  { ports, log, inputs }: Options,
  run: RunHandle,
  { executions }: RunStatus,
  directory: OutputFolder,
): Promise<Collected> {
  const [first] = executions
  const files = await collectFile(ports, log, directory, {
    kind: 'result',
    name: 'meadow.zip',
    serviceUrl: inputs.url,
    urls: [`${inputs.url}${paths.log(first?.id ?? '')}`],
    headersFor: async () => ({ 'x-key': inputs.key }),
    format: 'zip',
    budgetMs: COLLECT_MS,
  })
  return {
    ...files,
    partial: [],
    facts: {
      provider: 'meadow',
      ids: run.executions.map(({ id }) => id),
      test: inputs.plan,
      ...(first?.state !== undefined && { state: first.state }),
      ...(first?.startedAtMs !== undefined && { startedAtMs: first.startedAtMs }),
      ...(first?.finishedAtMs !== undefined && { finishedAtMs: first.finishedAtMs }),
    },
  }
}
// #endregion collect
