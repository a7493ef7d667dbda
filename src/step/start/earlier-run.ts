import { endedEarly } from '../wait/ended-early.ts'
import { GateError, messageOf } from '../../foundation/errors.ts'
import { markerOf } from '../traces/marker.ts'
import { ADOPTED, notesOf, placeOfRun, type NotePorts, type Notes } from '../traces/notes.ts'
import { HttpError, type HttpPorts } from '../../platform/http/http.ts'
import { retrySafe } from '../../platform/http/retry.ts'
import {
  idsOf,
  isFinal,
  type ExecutionHandle,
  type Provider,
  type RemoteRun,
  type RunHandle,
  type RunStatus,
} from '../../providers/provider.ts'

export interface RerunPorts extends NotePorts {
  provider: Provider
  /** As the inputs describe them: planned lengths and labels that a note does not hold. */
  planned: Omit<ExecutionHandle, 'id'>[]
}

interface RerunStep extends RerunPorts {
  http: HttpPorts
}

const LOOK_BUDGET_MS = 60_000
/** Outcomes after which a run counts as judged. */
const JUDGED = ['passed', 'failed', 'inconclusive']
const CLOCK_SKEW_MS = 60_000

/** The run of an earlier attempt that this attempt goes on with, or undefined where a new one is to be started. */
export async function earlierRun(
  ports: RerunStep,
  onRerun: 'auto' | 'attach' | 'start',
): Promise<RunHandle | undefined> {
  const { context, log } = ports
  if (context.attempt <= 1) return undefined
  if (onRerun === 'start') {
    log.info(`Attempt ${context.attempt}: a new run is started, as on-rerun says.`)
    return undefined
  }
  const found = await findEarlier(ports)
  const decision = await decide(ports, found, onRerun)
  log.info(`Attempt ${context.attempt}: ${decision.why}`)
  return decision.run
}

interface Earlier {
  attempt: number
  run: RunHandle
  stopped: boolean
  outcome?: string
}

async function decide(
  ports: RerunStep,
  found: Earlier | undefined,
  onRerun: 'auto' | 'attach',
): Promise<{ run?: RunHandle; why: string }> {
  if (found === undefined) {
    if (onRerun === 'attach') {
      throw new GateError(
        'preflight',
        'No run of an earlier attempt is known, and on-rerun is attach. Nothing was started; set on-rerun to auto or start to run a new test.',
      )
    }
    const unavailable = ports.cache.unavailable()
    const why = unavailable === undefined ? '' : ` (${unavailable})`
    return { why: `no run of an earlier attempt is known${why}; a new one is started.` }
  }
  const ids = found.run.executions.map((execution) => execution.id).join(', ')
  const of = `run ${ids} of attempt ${found.attempt}`
  if (onRerun === 'attach') return { run: found.run, why: `attaching to ${of}, as on-rerun says.` }
  if (found.outcome !== undefined && JUDGED.includes(found.outcome))
    return { why: `${of} was judged already (${found.outcome}); a new one is started.` }
  if (found.stopped) return { why: `${of} was stopped by that attempt; a new one is started.` }
  const status = await statusOf(ports, found.run)
  if (status === undefined) return { why: `${of} is gone at the service; a new one is started.` }
  if (!status.executions.every(isFinal))
    return { run: found.run, why: `attaching to ${of}, which is still going.` }
  if (status.executions.some((execution) => execution.stage !== 'finished'))
    return { why: `${of} ended in error; a new one is started.` }
  if (endedEarly(found.run.executions, status.executions) !== undefined)
    return { why: `${of} ended before its time; a new one is started.` }
  return { run: found.run, why: `attaching to ${of}, which ended by itself and was never judged.` }
}

/** Undefined only where the service certainly does not know the run: anything else must not buy a second test. */
async function statusOf({ provider, http }: RerunStep, run: RunHandle): Promise<RunStatus | undefined> {
  try {
    return await retrySafe(http, { budgetMs: LOOK_BUDGET_MS }, () => provider.status(run))
  } catch (error) {
    if (!(error instanceof HttpError)) throw error
    if (error.status === 404 || error.status === 410) return undefined
    throw new GateError(
      'preflight',
      `Run ${idsOf(run)} of an earlier attempt may be going, and it cannot be looked at: ${error.message} Nothing was started. Run the step again later, or set on-rerun to start to start a new test all the same.`,
      { cause: error },
    )
  }
}

/** The newest attempt's run. The service's own list is asked first where it can show our marker. */
async function findEarlier(ports: RerunStep): Promise<Earlier | undefined> {
  const attempts = Array.from(
    { length: ports.context.attempt - 1 },
    (_, index) => ports.context.attempt - 1 - index,
  )
  const marked = ports.provider.marksRuns ? await runsOfService(ports) : []
  for (const attempt of attempts) {
    const found = await findOf(ports, attempt, marked)
    if (found !== undefined) return found
  }
  return undefined
}

async function runsOfService({ provider, log, http }: RerunStep): Promise<RemoteRun[]> {
  try {
    return await retrySafe(http, { budgetMs: LOOK_BUDGET_MS }, () => provider.look())
  } catch (error) {
    if (!(error instanceof HttpError) && !(error instanceof GateError)) throw error
    log.info(`The service's runs cannot be listed to find the one of an earlier attempt: ${messageOf(error)}`)
    return []
  }
}

async function findOf(ports: RerunPorts, attempt: number, marked: RemoteRun[]): Promise<Earlier | undefined> {
  const { context, stepKey, provider, key } = ports
  const marker = markerOf({ ...context, attempt }, stepKey, key)
  const remote = marked.find((run) => run.texts.some((text) => text.includes(marker)))
  const notes: Notes = await notesOf(ports, { workflowRunId: context.runId, stepKey, attempt })
  const started = notes.started ?? notes.stopped ?? notes.judged
  const ids = remote === undefined ? started?.runIds : [remote.id]
  if (ids === undefined) return undefined
  // A run with our marker that has not begun yet has no time.
  const startedAtMs = started?.startedAtMs ?? remote?.startedAtMs ?? 0
  // A run that began long before the attempt that is said to have started it is not that attempt's.
  if (remote?.startedAtMs !== undefined && remote.startedAtMs < startedAtMs - CLOCK_SKEW_MS) return undefined
  const executions = ids.map((id, index) => ({ label: '', ...ports.planned[index], id }))
  // Mode `start` leaves stopping and judging to a step in mode `wait`.
  const { stopped = notes.stopped, judged = notes.judged } = await notesOf(ports, placeOfRun(context, ids))
  return {
    attempt,
    run: {
      provider: provider.name,
      executions,
      startedAtMs,
      attached: true,
      ...(notes.started?.outcome === ADOPTED ? { adopted: true } : {}),
    },
    stopped: stopped !== undefined,
    ...(judged?.outcome === undefined ? {} : { outcome: judged.outcome }),
  }
}
