import { endedEarly } from '../wait/ended-early.ts'
import { causeLast, GateError, messageOf } from '../../foundation/errors.ts'
import { keyOfRun, markerOf } from '../traces/marker.ts'
import { ADOPTED, notesOf, placeOfRun, type Noting, type Notes } from '../traces/notes.ts'
import type { Step } from '../step.ts'
import { HttpError } from '../../platform/http/http.ts'
import { retrySafe } from '../../platform/http/retry.ts'
import type { Inputs } from '../../inputs/parse-inputs.ts'
import {
  CONFIRMING,
  idsOf,
  isFinal,
  type RemoteRun,
  type RunHandle,
  type RunStatus,
} from '../../providers/provider.ts'

/** `planned`: has lengths and labels, which a note does not have. */
type Rerun = Noting & Pick<Step, 'provider' | 'planned' | 'http'>

const LOOK_BUDGET_MS = 60_000
/** Outcomes after which a run counts as judged. */
const JUDGED = ['passed', 'failed', 'inconclusive']

/** The run of an earlier attempt that this attempt continues, or undefined if a new one has to be started. */
export async function earlierRun(
  ports: Rerun,
  { onRerun, confirm, judged }: Pick<Inputs, 'onRerun' | 'confirm'> & { judged?: RunHandle },
): Promise<RunHandle | undefined> {
  const { context, log } = ports
  if (context.attempt <= 1) return undefined
  if (onRerun === 'start') {
    log.info(`Attempt ${context.attempt}: a new run is started, as set by on-rerun.`)
    return undefined
  }
  const { found, unknownBecause } = await findEarlier(ports, confirm)
  if (found === undefined && unknownBecause !== undefined) throw unseen(unknownBecause)
  // The earlier attempt did not judge it, so it has no note about the result.
  const isJudged = found !== undefined && judged !== undefined && idsOf(found.run) === idsOf(judged)
  const known = isJudged ? { ...found, outcome: 'inconclusive' } : found
  const decision = await decide(ports, known, onRerun)
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
  ports: Rerun,
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
    return { why: 'no run of an earlier attempt is known; a new one is started.' }
  }
  const ids = found.run.executions.map((execution) => execution.id).join(', ')
  const of = `run ${ids} of attempt ${found.attempt}`
  if (onRerun === 'attach') return { run: found.run, why: `attaching to ${of}, as set by on-rerun.` }
  if (found.outcome !== undefined && JUDGED.includes(found.outcome))
    return { why: `${of} was already judged (${found.outcome}); a new one is started.` }
  if (found.stopped) return { why: `${of} was stopped by that attempt; a new one is started.` }
  const status = await statusOf(ports, found.run)
  if (status === undefined) return { why: `${of} no longer exists at the service; a new one is started.` }
  if (!status.executions.every(isFinal))
    return { run: found.run, why: `attaching to ${of}, which is still active.` }
  if (status.executions.some((execution) => execution.stage !== 'finished'))
    return { why: `${of} ended with an error; a new one is started.` }
  if (endedEarly(found.run.executions, status.executions) !== undefined)
    return { why: `${of} ended early; a new one is started.` }
  return { run: found.run, why: `attaching to ${of}, which finished by itself and was never judged.` }
}

/**
 * Undefined only if the service certainly does not know the run. After any other problem nothing is started,
 * because that might start a second test.
 */
async function statusOf({ provider, http }: Rerun, run: RunHandle): Promise<RunStatus | undefined> {
  try {
    return await retrySafe(http, { budgetMs: LOOK_BUDGET_MS }, () => provider.status(run))
  } catch (error) {
    if (!(error instanceof HttpError)) throw error
    if (error.status === 404 || error.status === 410) return undefined
    throw new GateError(
      'preflight',
      causeLast(
        `Run ${idsOf(run)} of an earlier attempt may be active, but it cannot be checked. Nothing was started. Run the step again later, or set on-rerun to start to start a new test anyway.`,
        error,
      ),
      { cause: error },
    )
  }
}

/** It is unknown whether an earlier attempt's run is active, so starting one might start a second test. */
function unseen(why: string): GateError {
  return new GateError(
    'preflight',
    `It cannot be determined whether an earlier attempt started a test: ${why}. Nothing was started. Check the service, and set on-rerun to start to start a new test anyway, or run the step again later.`,
  )
}

interface Search {
  found?: Earlier
  /** Why nothing could be found out. */
  unknownBecause?: string
}

/**
 * The run of the newest attempt. The service's list comes first, if it shows our marker; a note in the cache
 * has the run as well. At least one of the two must be readable.
 */
async function findEarlier(ports: Rerun, confirm: number): Promise<Search> {
  const attempts = Array.from(
    { length: ports.context.attempt - 1 },
    (_, index) => ports.context.attempt - 1 - index,
  )
  const { runs, trouble } = await runsOfService(ports)
  for (const attempt of attempts) {
    const found = await findOf(ports, attempt, runs)
    if (found !== undefined) return { found: await newestOf(ports, found, { runs, confirm }) }
  }
  const cacheTrouble = ports.cache.unavailable() ?? ports.cache.lookupTrouble?.()
  if (trouble === undefined || cacheTrouble === undefined) return {}
  return { unknownBecause: `${trouble}, and there are no notes (${cacheTrouble})` }
}

/** If an attempt started runs to confirm a suspicion, the last of them counts, not the first run. */
async function newestOf(
  ports: Rerun,
  first: Earlier,
  { runs, confirm }: { runs: RemoteRun[]; confirm: number },
): Promise<Earlier> {
  let newest = first
  for (const number of CONFIRMING.slice(0, confirm)) {
    if (newest.outcome !== 'inconclusive') break
    const stepKey = keyOfRun(ports.stepKey, number)
    const next = await findOf({ ...ports, stepKey }, first.attempt, runs)
    if (next === undefined) break
    newest = next
  }
  return newest
}

async function runsOfService({
  provider,
  log,
  http,
}: Rerun): Promise<{ runs: RemoteRun[]; trouble?: string }> {
  if (!provider.marksRuns) return { runs: [], trouble: "the service's list does not show who started a run" }
  try {
    const runs = await retrySafe(http, { budgetMs: LOOK_BUDGET_MS }, () => provider.listRuns())
    // One of them may have our marker, but unreadable.
    const isIncomplete = runs.some(({ isUnreadable }) => isUnreadable)
    return { runs, ...(isIncomplete && { trouble: "an entry of the service's list cannot be read" }) }
  } catch (error) {
    if (!(error instanceof HttpError) && !(error instanceof GateError)) throw error
    const said = messageOf(error).replace(/\.$/, '')
    log.info(`The service's runs cannot be listed to find the run of an earlier attempt: ${said}.`)
    return { runs: [], trouble: `the service's runs cannot be listed (${said})` }
  }
}

async function findOf(ports: Rerun, attempt: number, marked: RemoteRun[]): Promise<Earlier | undefined> {
  const { context, stepKey, provider, key } = ports
  const marker = markerOf({ ...context, attempt }, stepKey, key)
  // If somebody copies our run at the service, the copy has the same marker: ours is the oldest.
  const remote = marked.findLast(
    (run) => run.isUnreadable !== true && run.texts.some((text) => text.includes(marker)),
  )
  const notes: Notes = await notesOf(ports, { workflowRunId: context.runId, stepKey, attempt })
  const started = notes.started ?? notes.stopped ?? notes.judged
  // The note takes precedence: it is signed, and was written when the response to the start arrived.
  const ids = started?.runIds ?? (remote === undefined ? undefined : [remote.id])
  if (ids === undefined) return undefined
  // A run with our marker that has not begun yet has no start time.
  const startedAtMs = started?.startedAtMs ?? remote?.startedAtMs ?? 0
  const executions = ids.map((id, index) => ({ label: '', ...ports.planned[index], id }))
  // Notes about the run itself: after mode `start`, a step in mode `wait` stops and judges the run.
  const { stopped = notes.stopped, judged = notes.judged } = await notesOf(ports, placeOfRun(context, ids))
  return {
    attempt,
    run: {
      provider: provider.name,
      executions,
      startedAtMs,
      attached: true,
      ...(notes.started?.outcome === ADOPTED && { adopted: true }),
    },
    stopped: stopped !== undefined,
    ...(judged?.outcome !== undefined && { outcome: judged.outcome }),
  }
}
