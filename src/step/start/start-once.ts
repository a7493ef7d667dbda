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
import { holds } from './confirm-started.ts'
import { startRefused } from './start-errors.ts'
import type { Begun, Starting } from './starting.ts'

/** How long refusals that are certain (nothing was started) are tried again. */
const SEND_BUDGET_MS = 5 * 60_000

/**
 * Starts the run at most once. The request is repeated only where it certainly was not carried out; after any other
 * trouble the run is looked for, and where none can be told to be ours the step ends with `start-unknown`.
 * Throws `GateError`; state and outputs hold whatever is known by then.
 */
export async function startOnce(ports: Starting, title: string, marker: string): Promise<RunHandle> {
  const { service, http, provider } = ports
  await provider.bring?.(ports.onBrought)
  const intent: StartIntent = { marker, title, atMs: http.clock.now(), ...(await runsBefore(ports)) }
  const begun = await sendUntilClear(ports, intent)
  // Too few ids, of which one is not of this start, say nothing: then all of it is looked for.
  const isDenied = begun.incomplete !== undefined && (await denies(ports, intent, begun))
  if (begun.incomplete !== undefined && !isDenied) {
    take(ports, begun)
    // At once: whoever kills main before its end must not swallow what was started.
    ports.log.warning(begun.incomplete)
    throw new GateError('start-unknown', begun.incomplete)
  }
  const run = await confirmed(ports, intent, isDenied ? { ...begun, isSeen: false } : begun)
  ports.log.info(`${run.handle.adopted ? 'Adopted' : 'Started'} ${service.title} run ${idsOf(run.handle)}.`)
  return run.handle
}

/** True if the service says that a run which the response named is not of this start; what it does not say changes nothing. */
async function denies(ports: Starting, intent: StartIntent, { handle }: Begun): Promise<boolean> {
  try {
    return (await holds(ports, intent, handle)) === 'no'
  } catch (error) {
    if (error instanceof GateError) return false
    throw error
  }
}

/** From here on the run counts as ours, and is ended or named whatever fails. */
function take({ onRun, workflow }: Starting, { handle }: Begun): void {
  onRun(handle)
  saveRunState(workflow, { phase: 'going', run: handle })
  workflow.output('run-id', idsOf(handle, ','))
  if (handle.url !== undefined) workflow.output('run-url', handle.url)
}

function nothingStarted({ workflow, onDoubt }: Starting): void {
  saveRunState(workflow, { phase: 'over' })
  onDoubt(false)
}

/**
 * What the answer named counts once the service knows it as a run of this start; where it does not, the run is looked for.
 * It is taken before that all the same, unless it is an old one: a cancel must find it.
 */
async function confirmed(ports: Starting, intent: StartIntent, run: Begun): Promise<Begun> {
  const ids = run.handle.executions.map(({ id }) => id)
  const named: StartIntent = { ...intent, named: ids }
  const isOld = ids.some((id) => intent.before?.includes(id))
  if (run.isSeen === undefined && !isOld) take(ports, { handle: unsure(ports, run.handle, named) })
  try {
    const answer =
      run.isSeen === undefined ? await holds(ports, intent, run.handle) : run.isSeen ? 'yes' : 'no'
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

/** Where nobody knows what existed before, it may be somebody else's, and is not stopped. */
function unsure({ provider }: Starting, run: RunHandle, unconfirmed: StartIntent): RunHandle {
  const mayBeTheirs = !provider.marksRuns && unconfirmed.before === undefined
  return { ...run, unconfirmed, ...(mayBeTheirs && { adopted: true }) }
}

/** The run is not ours, or not seen yet: from here on the post step looks for it. */
function release({ onRun, workflow }: Starting, intent: StartIntent): void {
  onRun(undefined)
  workflow.output('run-id', '')
  saveRunState(workflow, { phase: 'intent', intent })
}

async function sendUntilClear(ports: Starting, intent: StartIntent): Promise<Begun> {
  const { http, cancellation, log, provider, service, workflow } = ports
  const { clock, random } = http
  const endMs = clock.monotonicMs() + SEND_BUDGET_MS
  // Set once a request was refused in a way that does not quite rule out that it was carried out.
  let doubtful = false
  const sending: Sending = async (send) => {
    // Nothing is started after a cancel. From here on the post step looks for what the request did.
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
      return begun(ports, await provider.start(intent, sending))
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
        throw startRefused(error, service)
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

/** Whether the request may have been carried out. */
function isUnclear(error: unknown): boolean {
  return !(error instanceof HttpError) || ['look', 'wait-look'].includes(policyFor(error).start)
}

function begun({ provider, http, runNumber }: Starting, answer: StartAnswer): Begun {
  const handle: RunHandle = {
    provider: provider.name,
    executions: answer.executions,
    startedAtMs: http.clock.now(),
    ...(answer.url !== undefined && { url: answer.url }),
    ...(runNumber !== undefined && { number: runNumber }),
  }
  return { handle, ...(answer.incomplete !== undefined && { incomplete: answer.incomplete }) }
}
