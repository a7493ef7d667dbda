import { Cancelled, type Cancellation } from '../../platform/runner/cancellation.ts'
import { GateError } from '../../foundation/errors.ts'
import { formatSpan } from '../../foundation/format.ts'
import {
  idsBefore,
  LOOK_GAP_MS,
  lookOnce,
  LOOKS_IN_ACCORD,
  nothingNew,
  sameRuns,
  type Found,
} from '../traces/find-run.ts'
import { HttpError } from '../../platform/http/http.ts'
import { backoffMs, policyFor } from '../../platform/http/retry.ts'
import type { Clock, Log, Random, Workflow } from '../../foundation/ports.ts'
import {
  idsOf,
  type ExecutionHandle,
  type Provider,
  type RemoteRun,
  type RunHandle,
  type Sending,
  type StartAnswer,
  type StartIntent,
} from '../../providers/provider.ts'
import { PROVIDER_NAMES } from '../../foundation/provider-name.ts'
import { saveRunState } from '../traces/run-state.ts'
import { LOOK_BUDGET_MS, startRefused, startUnknown } from './start-errors.ts'

export interface StartPorts {
  provider: Provider
  /** How many runs one start request brings. */
  executionCount: number
  /** What each of them is planned to be. */
  planned?: Omit<ExecutionHandle, 'id'>[]
  clock: Clock
  random: Random
  log: Log
  workflow: Workflow
  cancellation: Cancellation
  /** Told of the run before anything else can fail. */
  onRun: (run: RunHandle) => void
  /** Told while nobody can say whether a run was started. */
  onDoubt?: (mayHaveStarted: boolean) => void
}

/** How long refusals that are certain (nothing was started) are tried again. */
const SEND_BUDGET_MS = 5 * 60_000

/**
 * Starts the run at most once. The request is repeated only where it certainly was not carried out; after any other
 * trouble the run is looked for, and where none can be told to be ours the step ends with `start-unknown`.
 * Throws `GateError`; state and outputs hold whatever is known by then.
 */
export async function startOnce(ports: StartPorts, title: string, marker: string): Promise<RunHandle> {
  const { provider, clock, workflow } = ports
  const before = await idsBefore(ports)
  const intent: StartIntent = {
    marker,
    title,
    atMs: clock.now(),
    ...(before === undefined ? {} : { before }),
  }
  const run = await sendUntilClear(ports, intent)
  ports.onRun(run.handle)
  saveRunState(workflow, { phase: 'going', run: run.handle })
  workflow.output('run-id', idsOf(run.handle, ','))
  if (run.handle.url !== undefined) workflow.output('run-url', run.handle.url)
  ports.log.info(
    `${run.handle.adopted ? 'Adopted' : 'Started'} ${PROVIDER_NAMES[provider.name]} run ${idsOf(run.handle)}.`,
  )
  if (run.incomplete !== undefined) throw new GateError('start-unknown', run.incomplete)
  return run.handle
}

function nothingStarted({ workflow, onDoubt }: StartPorts): void {
  saveRunState(workflow, { phase: 'over' })
  onDoubt?.(false)
}

interface Begun {
  handle: RunHandle
  incomplete?: string
}

async function sendUntilClear(ports: StartPorts, intent: StartIntent): Promise<Begun> {
  const { clock, random, cancellation, log, provider, workflow } = ports
  const endMs = clock.monotonicMs() + SEND_BUDGET_MS
  // Set once a request was refused in a way that does not quite rule out that it was carried out.
  let doubtful = false
  const sending: Sending = async (send) => {
    // Nothing is started after a cancel. From here on the post step looks for what the request did.
    if (cancellation.cancelled) throw new Cancelled()
    saveRunState(workflow, { phase: 'intent', intent })
    ports.onDoubt?.(true)
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
        throw startRefused(error)
      }
      log.info(
        waitsForIt
          ? `The service is overloaded: ${error.message} Looking in ${formatSpan(pauseMs)} whether the test was started all the same.`
          : `The start was refused and nothing was started: ${error.message} Sending it again in ${formatSpan(pauseMs)}.`,
      )
      await clock.sleep(pauseMs, cancellation.signal())
      if (doubtful && !(await nothingNew(ports, intent))) return await findAfter(ports, intent, error)
    }
  }
}

/** Whether the request may have been carried out. */
function isUnclear(error: unknown): boolean {
  return !(error instanceof HttpError) || ['look', 'wait-look'].includes(policyFor(error).start)
}

function begun({ provider, clock }: StartPorts, answer: StartAnswer): Begun {
  const handle: RunHandle = {
    provider: provider.name,
    executions: answer.executions,
    startedAtMs: clock.now(),
    ...(answer.url === undefined ? {} : { url: answer.url }),
  }
  return { handle, ...(answer.incomplete === undefined ? {} : { incomplete: answer.incomplete }) }
}

/** Looks for the run after an answer that leaves open whether it was started. */
async function findAfter(ports: StartPorts, intent: StartIntent, cause: HttpError): Promise<Begun> {
  const { clock, cancellation, log } = ports
  log.warning(
    `It is unclear whether the test was started: ${cause.message} Looking for it; the request is not sent again.`,
  )
  const endMs = clock.monotonicMs() + LOOK_BUDGET_MS
  let last: Found = { candidates: [] }
  let accord = 0
  for (;;) {
    const found = await lookOnce(ports, intent)
    const same = found.ours !== undefined && sameRuns(found.ours, last.ours)
    accord = found.ours === undefined ? 0 : same ? accord + 1 : 1
    if (found.ours !== undefined && (ports.provider.marksRuns || accord >= LOOKS_IN_ACCORD)) {
      return adopt(ports, intent, found.ours)
    }
    last = found
    if (found.final === true || clock.monotonicMs() + LOOK_GAP_MS > endMs) break
    await clock.sleep(LOOK_GAP_MS, cancellation.signal())
  }
  // There is nothing that the post step could do better: nothing was found that is certainly ours.
  if (!ports.provider.marksRuns) saveRunState(ports.workflow, { phase: 'over' })
  throw startUnknown(last, cause, ports.executionCount)
}

function adopt({ provider, log, planned }: StartPorts, intent: StartIntent, runs: RemoteRun[]): Begun {
  const ids = runs.map((run) => run.title).join(', ')
  log.warning(
    provider.marksRuns
      ? `Found the started run by its marker: ${ids}.`
      : `Adopted the only new run that fits: ${ids}. It is probably this step's own; this step will not stop it.`,
  )
  // Which of several is which document nobody can say; what one alone was planned to be is known.
  const executions = runs
    .toReversed()
    .map(({ id }) => (runs.length === 1 ? { label: '', ...planned?.[0], id } : { id, label: id }))
  return {
    handle: {
      provider: provider.name,
      executions,
      startedAtMs: intent.atMs,
      ...(provider.marksRuns ? {} : { adopted: true }),
    },
  }
}
