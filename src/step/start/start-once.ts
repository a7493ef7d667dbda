import { Cancelled } from '../../platform/runner/cancellation.ts'
import { GateError } from '../../foundation/errors.ts'
import { formatSpan } from '../../foundation/format.ts'
import { nothingNew, runsBefore } from '../traces/find-run.ts'
import { HttpError } from '../../platform/http/http.ts'
import { backoffMs, policyFor } from '../../platform/http/retry.ts'
import {
  idsOf,
  type RunHandle,
  type Sending,
  type StartAnswer,
  type StartIntent,
} from '../../providers/provider.ts'
import { saveRunState } from '../traces/run-state.ts'
import { findAfter, findNamed } from './find-started.ts'
import { checkIfOurs } from './check-started.ts'
import { startRefused } from './start-errors.ts'
import type { NewRun, Starting } from './starting.ts'

/** How long a start request is repeated after certain refusals, which mean that nothing was started. */
const SEND_BUDGET_MS = 5 * 60_000

/**
 * Starts the run at most once. The request is repeated only if it certainly had no effect. After any other
 * problem the run is looked for, and if it cannot be identified the step ends with `start-unknown`. Throws
 * `GateError`; state and outputs then have everything that is known.
 */
export async function startOnce(ports: Starting, title: string, marker: string): Promise<RunHandle> {
  const { service, http, provider } = ports
  await provider.uploadFiles?.(ports.onRemoteFiles)
  const intent: StartIntent = { marker, title, atMs: http.clock.now(), ...(await runsBefore(ports)) }
  const begun = await sendUntilClear(ports, intent)
  // If the response has too few IDs, and one of them belongs to another run, it is not reliable: then the
  // whole run is looked for.
  const isDenied = begun.incomplete !== undefined && (await denies(ports, intent, begun))
  if (begun.incomplete !== undefined && !isDenied) {
    take(ports, begun)
    // Logged at once, because the main step may be killed before it reports the error.
    ports.log.warning(begun.incomplete)
    throw new GateError('start-unknown', begun.incomplete)
  }
  const run = await confirmed(ports, intent, isDenied ? { ...begun, isSeen: false } : begun)
  ports.log.info(`${run.handle.adopted ? 'Adopted' : 'Started'} ${service.title} run ${idsOf(run.handle)}.`)
  return run.handle
}

/**
 * True if the service says that a run which the response named does not belong to this start. If the service
 * cannot tell, the result is false.
 */
async function denies(ports: Starting, intent: StartIntent, { handle }: NewRun): Promise<boolean> {
  try {
    return (await checkIfOurs(ports, intent, handle)) === 'no'
  } catch (error) {
    if (error instanceof GateError) return false
    throw error
  }
}

/** From here on the run counts as ours: whatever fails, it is stopped or named. */
function take({ onRun, workflow }: Starting, { handle }: NewRun): void {
  onRun(handle)
  saveRunState(workflow, { phase: 'active', run: handle })
  workflow.output('run-id', idsOf(handle, ','))
  if (handle.url !== undefined) workflow.output('run-url', handle.url)
}

function nothingStarted({ workflow, onDoubt }: Starting): void {
  saveRunState(workflow, { phase: 'over' })
  onDoubt(false)
}

/**
 * Checks the run that the response named. It counts if the service knows it as a run of this start; otherwise
 * the run is looked for. Unless it is an old run, it is saved before the check, so that a cancellation finds
 * it.
 */
async function confirmed(ports: Starting, intent: StartIntent, run: NewRun): Promise<NewRun> {
  const ids = run.handle.executions.map(({ id }) => id)
  const named: StartIntent = { ...intent, named: ids }
  const isOld = ids.some((id) => intent.before?.includes(id))
  if (run.isSeen === undefined && !isOld) take(ports, { handle: unsure(ports, run.handle, named) })
  try {
    const answer =
      run.isSeen === undefined ? await checkIfOurs(ports, intent, run.handle) : run.isSeen ? 'yes' : 'no'
    if (answer === 'no') release(ports, named)
    const found = answer === 'yes' ? run : await findNamed(ports, named, run, answer)
    take(ports, found)
    return found
  } catch (error) {
    if (error instanceof Cancelled) {
      ports.log.warning(
        `Started ${ports.service.title} run ${idsOf(run.handle)}, according to the response; the step was cancelled before the service showed it.`,
      )
    }
    throw error
  }
}

/**
 * If it is unknown which runs existed before, this run may belong to somebody else, so it is never stopped.
 */
function unsure({ provider }: Starting, run: RunHandle, unconfirmed: StartIntent): RunHandle {
  const mayBeTheirs = !provider.marksRuns && unconfirmed.before === undefined
  return { ...run, unconfirmed, ...(mayBeTheirs && { adopted: true }) }
}

/** The run is not ours, or not visible yet: from now on the post step looks for it. */
function release({ onRun, workflow }: Starting, intent: StartIntent): void {
  onRun(undefined)
  workflow.output('run-id', '')
  saveRunState(workflow, { phase: 'intent', intent })
}

async function sendUntilClear(ports: Starting, intent: StartIntent): Promise<NewRun> {
  const { http, cancellation, log, provider, service, workflow } = ports
  const { clock, random } = http
  const endMs = clock.monotonicMs() + SEND_BUDGET_MS
  // Set after a failure that does not completely rule out that the request had an effect.
  let doubtful = false
  const sending: Sending = async (send) => {
    // Nothing is started after a cancellation. From here on the post step looks for a run that the request
    // may have started.
    if (cancellation.cancelled) throw new Cancelled()
    saveRunState(workflow, { phase: 'intent', intent })
    ports.onDoubt(true)
    try {
      return await cancellation.duringStart(send)
    } catch (error) {
      doubtful ||= isUnclear(error)
      if (!doubtful) nothingStarted(ports)
      throw error
    }
  }
  for (let failures = 1; ; failures++) {
    try {
      return newRun(ports, await provider.start(intent, sending))
    } catch (error) {
      if (!(error instanceof HttpError)) throw error
      doubtful ||= isUnclear(error)
      const reaction = policyFor(error).start
      const waitsForIt = reaction === 'wait-look' && error.retryAfterMs !== undefined
      const pauseMs = Math.max(error.retryAfterMs ?? 0, backoffMs(failures, random))
      const again =
        (reaction === 'again' || waitsForIt) && !error.permanent && clock.monotonicMs() + pauseMs < endMs
      if (!again) {
        if (doubtful) return await findAfter(ports, intent, error)
        nothingStarted(ports)
        throw startRefused(error, service, provider.uncheckable)
      }
      log.info(pauseInWords(error, pauseMs, waitsForIt))
      await clock.sleep(pauseMs, http.signal())
      if (doubtful && !(await nothingNew(ports, intent))) return await findAfter(ports, intent, error)
    }
  }
}

function pauseInWords({ message }: HttpError, pauseMs: number, waitsForIt: boolean): string {
  return waitsForIt
    ? `The service is overloaded: ${message} In ${formatSpan(pauseMs)}, the step checks whether the test was started anyway.`
    : `The start was refused, and nothing was started: ${message} Sending it again in ${formatSpan(pauseMs)}.`
}

/** Whether the request may have had an effect. */
function isUnclear(error: unknown): boolean {
  return !(error instanceof HttpError) || ['look', 'wait-look'].includes(policyFor(error).start)
}

function newRun({ provider, http, runNumber }: Starting, answer: StartAnswer): NewRun {
  const handle: RunHandle = {
    provider: provider.name,
    executions: answer.executions,
    startedAtMs: http.clock.now(),
    ...(answer.url !== undefined && { url: answer.url }),
    ...(runNumber !== undefined && { number: runNumber }),
  }
  return { handle, ...(answer.incomplete !== undefined && { incomplete: answer.incomplete }) }
}
