import { HttpError, type HttpPorts } from '../../platform/http/http.ts'
import type { Log } from '../../foundation/ports.ts'
import {
  FINAL_STAGES,
  type ExecutionHandle,
  type ExecutionStatus,
  type Provider,
  type RemoteRun,
  type RunHandle,
  type RunStatus,
  type StartAnswer,
} from '../provider.ts'
import { createErrthquakeApi, type ErrthquakeApi } from './api.ts'
import { collectErrthquake } from './collect.ts'
import { calls } from './calls.ts'
import { parseResult, parseStarted, parseWorkspace, type TestResult } from './contract.ts'
import type { ErrthquakeInputs } from './inputs.ts'
import type { Execution } from './executions/execution.ts'
import { plannedErrthquake } from './executions/planned.ts'
import { discoverWorkspace, preflightErrthquake } from './preflight.ts'

export interface ErrthquakeOptions {
  ports: HttpPorts
  log: Log
  inputs: ErrthquakeInputs
  needs: { starts: boolean; waits: boolean }
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
  // Without View Test Results only the workspace shows states; asked once, remembered for the run.
  let fromWorkspace = false
  return {
    name: 'errthquake',
    canStop: true,
    marksRuns: false,
    preflight: async (starts) =>
      await preflightErrthquake(api, inputs, await workspace(), { starts, waits: needs.waits }),
    look: async () => look(api, await workspace(), inputs.executions),
    start: async (_intent, sending = (send) => send()) => {
      const uid = await workspace()
      return await sending(() => start(api, uid, inputs.executions))
    },
    status: async (run) => {
      const uid = await workspace()
      if (!fromWorkspace) {
        try {
          return await statusOfResults(api, uid, run)
        } catch (error) {
          if (!(error instanceof HttpError) || error.status !== 403) throw error
          fromWorkspace = true
          log.info(
            'The service account may not view test results; the state comes from the workspace instead.',
          )
        }
      }
      return await statusOfWorkspace(api, uid, run)
    },
    collect: async (run, status, directory) =>
      await collectErrthquake({ ports, log, api, uid: await workspace(), directory }, run, status),
    stop: async (runId) => {
      await api.patiently(calls.stop(await workspace(), runId), () => undefined)
    },
  }
}

async function start(api: ErrthquakeApi, uid: string, executions: Execution[]): Promise<StartAnswer> {
  const ids = await api.once(calls.exec(uid, executions), parseStarted)
  const planned = plannedErrthquake(executions)
  const incomplete =
    ids.length === executions.length
      ? {}
      : {
          incomplete:
            `${executions.length} executions were submitted, and the service answered with ${ids.length} id${ids.length === 1 ? '' : 's'}. ` +
            `Certainly started: ${ids.join(', ')}. Look at the workspace in Errthquake, and stop what should not run.`,
        }
  return { executions: ids.map((id, index) => ({ label: '', ...planned[index], id })), ...incomplete }
}

async function look(api: ErrthquakeApi, uid: string, executions: Execution[]): Promise<RemoteRun[]> {
  const { results } = await api.once(calls.workspace(uid), parseWorkspace)
  return results.map((result) => ({
    id: result.id,
    title: `${result.id} (${result.state}, ${result.virtualUsers ?? '?'} virtual users)`,
    texts: [],
    ...(result.startedAtMs === undefined ? {} : { startedAtMs: result.startedAtMs }),
    fits: executions.some(
      (execution) =>
        execution.virtualUsers === result.virtualUsers &&
        (execution.testType === 'interactive') === result.interactive,
    ),
    ended: FINAL_STAGES.includes(result.stage),
  }))
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
  const { results, serviceNowMs } = await api.once(calls.workspace(uid), (json, nowMs) => ({
    ...parseWorkspace(json),
    serviceNowMs: nowMs,
  }))
  return {
    executions: run.executions.map((execution) =>
      statusOf(
        execution,
        results.find((result) => result.id === execution.id),
      ),
    ),
    ...timeOf(serviceNowMs),
  }
}

function timeOf(serviceNowMs: number | undefined): Pick<RunStatus, 'serviceNowMs'> {
  return serviceNowMs === undefined ? {} : { serviceNowMs }
}

function statusOf(execution: ExecutionHandle, result: TestResult | undefined): ExecutionStatus {
  const { id, label } = execution
  if (result === undefined) {
    throw new HttpError(`The service does not know test ${id}.`, { kind: 'status', status: 404 })
  }
  const ended = FINAL_STAGES.includes(result.stage)
  const finish = result.finishAtMs
  return {
    id,
    label,
    state: result.state,
    stage: result.stage,
    ...(result.virtualUsers === undefined ? {} : { virtualUsers: result.virtualUsers }),
    ...(result.startedAtMs === undefined ? {} : { startedAtMs: result.startedAtMs }),
    ...(ended && finish !== undefined ? { finishedAtMs: finish } : {}),
    // The finish time of an interactive test says nothing: it runs until it is stopped.
    ...(!ended && finish !== undefined && !result.interactive ? { estimatedFinishAtMs: finish } : {}),
  }
}
