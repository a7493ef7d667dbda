import type { Log } from '../../foundation/ports.ts'
import { HttpError } from '../../platform/http/http.ts'
import {
  FINAL_STAGES,
  type ExecutionHandle,
  type ExecutionStatus,
  type Provider,
  type RemoteRun,
  type RunHandle,
  type RunStatus,
} from '../provider.ts'
import type { ConnectOptions } from '../service.ts'
import { createErrthquakeApi, type ErrthquakeApi } from './api.ts'
import { CheckoutAtService } from './assets/checkout-at-service.ts'
import { calls } from './calls.ts'
import { parseListedResults, parseResult, type TestResult, type Workspace } from './contract.ts'
import { couldBe } from './executions/could-be.ts'
import type { ErrthquakeInputs } from './inputs.ts'
import type { Execution } from './executions/execution.ts'
import { regionsInWords } from './executions/planned.ts'
import { discoverWorkspace, preflightErrthquake } from './preflight.ts'
import { readSoFar } from './executions/so-far.ts'
import { turnsOf } from './executions/turns.ts'
import { startAnswer, startedIds, type StartedIds } from './executions/started-ids.ts'
import { unreadableRun } from '../unreadable-run.ts'

export interface ErrthquakeOptions extends Omit<ConnectOptions, 'workflow'> {
  inputs: ErrthquakeInputs
}

export function createErrthquakeProvider(options: ErrthquakeOptions): Provider {
  const { ports, log, inputs, needs } = options
  const api = createErrthquakeApi({ ports, inputs })
  let discovered: Promise<string> | undefined
  const workspace = async (): Promise<string> => {
    discovered ??= discoverWorkspace(api, inputs)
    discovered.catch(() => (discovered = undefined))
    return await discovered
  }
  const checkout = new CheckoutAtService({ ...options, api })
  const states = new States(api, log)
  return {
    name: 'errthquake',
    canStop: true,
    uncheckable: regionsInWords(inputs),
    marksRuns: false,
    preflight: async (starts, faultsOf) => {
      const uid = await workspace()
      const found = await preflightErrthquake(api, inputs, uid, { starts, waits: needs.waits, faultsOf })
      return starts ? await checkout.checked(uid, found) : found
    },
    listRuns: async () => listRuns(api, await workspace(), await checkout.executions()),
    uploadFiles: async (keep) => await checkout.upload(await workspace(), keep),
    removeFiles: async (remoteFiles, runIds) => await checkout.remove(await workspace(), remoteFiles, runIds),
    start: async (_intent, sending = (send) => send()) => {
      const uid = await workspace()
      const executions = await checkout.executions()
      const submit = (): Promise<StartedIds> =>
        sending(() => api.once(calls.exec(uid, executions), startedIds))
      const started = await checkout.withFilesThere(uid, submit)
      const ids = started.isGuess ? await knownOf(api, uid, started.ids) : started.ids
      return startAnswer(ids, inputs)
    },
    status: async (run) => await states.read(await workspace(), run),
    soFar: async (ids, signal) => {
      if (states.fromWorkspace) return []
      const api = createErrthquakeApi({ ports: { ...ports, signal: () => signal }, inputs })
      return await readSoFar(api, await workspace(), ids)
    },
    collect: async (run, status, directory) => {
      // Archives and downloads, which no request before the finish needs.
      const { collectErrthquake } = await import('./collect.ts')
      return await collectErrthquake({ ports, log, api, uid: await workspace(), directory }, run, status)
    },
    stop: async (runId) => {
      await api.patiently(calls.stop(await workspace(), runId), () => undefined)
    },
  }
}

/** Without View Test Results only the workspace shows states; asked once, remembered for the run. */
class States {
  readonly #api: ErrthquakeApi
  readonly #log: Pick<Log, 'info'>
  fromWorkspace = false

  constructor(api: ErrthquakeApi, log: Pick<Log, 'info'>) {
    this.#api = api
    this.#log = log
  }

  async read(uid: string, run: RunHandle): Promise<RunStatus> {
    if (this.fromWorkspace) return await statusOfWorkspace(this.#api, uid, run)
    try {
      return await statusOfResults(this.#api, uid, run)
    } catch (error) {
      if (!(error instanceof HttpError) || error.status !== 403) throw error
      this.fromWorkspace = true
      this.#log.info(
        'The service account may not view test results; the state is read from the workspace instead.',
      )
      return await statusOfWorkspace(this.#api, uid, run)
    }
  }
}

/** Of the words that look like ids, those that the service knows as tests. */
async function knownOf(api: ErrthquakeApi, uid: string, words: string[]): Promise<string[]> {
  const known: string[] = []
  for (const word of words) {
    try {
      if ((await api.once(calls.result(uid, word), parseResult)).id === word) known.push(word)
    } catch (error) {
      if (!(error instanceof HttpError)) throw error
      if (error.status === 404 || error.status === 410) continue
      // Not allowed, or no usable response: the workspace shows the tests too.
      const { results } = await readResults(api, uid)
      return words.filter((other) => results.some(({ id }) => id === other))
    }
  }
  if (known.length > 0) return known
  throw new HttpError('The response to the start names no test that the service knows.', { kind: 'mismatch' })
}

/** Throws if the response does not cover every test, because nothing can be concluded from a missing one. */
async function readResults(
  api: ErrthquakeApi,
  uid: string,
): Promise<Workspace & { serviceNowMs: number | undefined }> {
  return await api.once(calls.workspace(uid), (json, serviceNowMs) => ({
    ...parseListedResults(json),
    serviceNowMs,
  }))
}

async function listRuns(api: ErrthquakeApi, uid: string, executions: Execution[]): Promise<RemoteRun[]> {
  const { results, unreadable = [] } = await readResults(api, uid)
  const turnOf = turnsOf(results)
  const runs = results.map((result, index): RemoteRun => {
    const canBe = couldBe(result, executions)
    const ended = FINAL_STAGES.includes(result.stage)
    const turn = turnOf?.(index)
    return {
      id: result.id,
      title: `${result.id} (${result.state}, ${result.virtualUsers ?? '?'} virtual users)`,
      texts: [],
      ...(result.startedAtMs !== undefined && { startedAtMs: result.startedAtMs }),
      fits: canBe.length > 0,
      canBe,
      ended,
      isActive: !ended,
      ...(turn !== undefined && { turn }),
    }
  })
  return [...runs, ...unreadable.map(unreadableRun)]
}

async function statusOfResults(api: ErrthquakeApi, uid: string, run: RunHandle): Promise<RunStatus> {
  const answers = await Promise.all(
    run.executions.map((execution) =>
      api.once(calls.result(uid, execution.id), (json, serviceNowMs) => ({
        status: statusOf(execution, parseResult(json)),
        serviceNowMs,
      })),
    ),
  )
  return { executions: answers.map(({ status }) => status), ...timeOf(answers.at(-1)?.serviceNowMs) }
}

async function statusOfWorkspace(api: ErrthquakeApi, uid: string, run: RunHandle): Promise<RunStatus> {
  const { results, unreadable = [], serviceNowMs } = await readResults(api, uid)
  const executions = run.executions.map((execution) => {
    const result = results.find(({ id }) => id === execution.id)
    if (result !== undefined) return statusOf(execution, result)
    if (unreadable.length === 0) {
      throw new HttpError(`The service does not know test ${execution.id}.`, { kind: 'status', status: 404 })
    }
    // It may be the unreadable one.
    throw new HttpError(`The service returned nothing readable about test ${execution.id}.`, {
      kind: 'mismatch',
    })
  })
  return { executions, ...timeOf(serviceNowMs) }
}

function timeOf(serviceNowMs: number | undefined): Pick<RunStatus, 'serviceNowMs'> {
  return serviceNowMs === undefined ? {} : { serviceNowMs }
}

/** Throws if the response is about another test. */
function statusOf(execution: ExecutionHandle, result: TestResult): ExecutionStatus {
  const { id, label } = execution
  if (result.id !== id) throw new Error(`it is about test ${result.id.slice(0, 64)}, but ${id} was requested`)
  const ended = FINAL_STAGES.includes(result.stage)
  const finish = result.finishAtMs
  return {
    id,
    label,
    state: result.state,
    stage: result.stage,
    ...(result.virtualUsers !== undefined && { virtualUsers: result.virtualUsers }),
    ...(result.startedAtMs !== undefined && { startedAtMs: result.startedAtMs }),
    ...(ended && finish !== undefined && { finishedAtMs: finish }),
    // The finish time of an interactive test has no meaning, because it runs until it is stopped.
    ...(!ended && finish !== undefined && !result.interactive && { estimatedFinishAtMs: finish }),
  }
}
