import { Cancelled, type Cancellation } from './cancellation.ts'
import { formatSpan } from './format.ts'
import { GateError, messageOf } from './errors.ts'
import { HttpError } from './platform/http.ts'
import { backoffMs, policyFor } from './platform/retry.ts'
import type { Clock, Log, Random, Workflow } from './ports.ts'
import type {
  ExecutionHandle,
  Provider,
  RemoteRun,
  RunHandle,
  Sending,
  StartAnswer,
  StartIntent,
} from './providers/provider.ts'
import { PROVIDER_NAMES } from './report/presentation.ts'
import { saveRunState } from './run-state.ts'

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
}

/** How long refusals that are certain (nothing was started) are tried again. */
const SEND_BUDGET_MS = 5 * 60_000
/** How long a run is looked for after an unclear answer. */
const LOOK_BUDGET_MS = 60_000
const LOOK_GAP_MS = 4000
/** One broken answer must not take away the means to find a run later. */
const LOOKS_BEFORE = 3
const REMEMBERED_IDS = 1500
/** After a 503 with Retry-After: so many looks in a row must show nothing new before the request is sent again. */
const LOOKS_BEFORE_AGAIN = 3
/** A run without our marker must be the same single one this many times in a row before it is taken. */
export const LOOKS_IN_ACCORD = 3
/** The service's clock and ours may differ by this much. */
const CLOCK_SKEW_MS = 30_000

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
  workflow.output('run-id', run.handle.executions.map((execution) => execution.id).join(','))
  if (run.handle.url !== undefined) workflow.output('run-url', run.handle.url)
  ports.log.info(
    `${run.handle.adopted ? 'Adopted' : 'Started'} ${PROVIDER_NAMES[provider.name]} run ${run.handle.executions.map((execution) => execution.id).join(', ')}.`,
  )
  if (run.incomplete !== undefined) throw new GateError('start-unknown', run.incomplete)
  return run.handle
}

/** What exists already, so that a new run can be told from an old one where no marker can. */
async function idsBefore(ports: StartPorts): Promise<string[] | undefined> {
  const { provider, log, clock, cancellation } = ports
  if (provider.marksRuns) return undefined
  for (let attempt = 1; ; attempt++) {
    try {
      return idsToRemember(await provider.look())
    } catch (error) {
      if (!(error instanceof HttpError) && !(error instanceof GateError)) throw error
      const mayPass = error instanceof HttpError && policyFor(error).safe === 'retry'
      if (mayPass && attempt < LOOKS_BEFORE) {
        await clock.sleep(LOOK_GAP_MS, cancellation.signal())
        continue
      }
      log.warning(
        `The runs that exist before the start cannot be listed (${messageOf(error)}), so a lost answer to the start request could not be cleared up.`,
      )
      return undefined
    }
  }
}

/** The list goes into the post step's environment, where Windows takes 32 kB: only what could be taken for ours. */
function idsToRemember(runs: RemoteRun[]): string[] {
  const newestFirst = runs
    .filter((run) => run.fits)
    .sort((a, b) => (b.startedAtMs ?? Number.MAX_VALUE) - (a.startedAtMs ?? Number.MAX_VALUE))
  return newestFirst.slice(0, REMEMBERED_IDS).map((run) => run.id)
}

interface Begun {
  handle: RunHandle
  incomplete?: string
}

async function sendUntilClear(ports: StartPorts, intent: StartIntent): Promise<Begun> {
  const { clock, random, cancellation, log, provider, workflow } = ports
  const endMs = clock.now() + SEND_BUDGET_MS
  // Set once a request was refused in a way that does not quite rule out that it was carried out.
  let doubtful = false
  const sending: Sending = async (send) => {
    // Nothing is started after a cancel. From here on the post step looks for what the request did.
    if (cancellation.cancelled) throw new Cancelled()
    saveRunState(workflow, { phase: 'intent', intent })
    try {
      return await cancellation.duringStart(send)
    } catch (error) {
      doubtful ||= isUnclear(error)
      if (!doubtful) saveRunState(workflow, { phase: 'over' })
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
      const again = (reaction === 'again' || waitsForIt) && !error.permanent && clock.now() + pauseMs < endMs
      if (!again) {
        if (doubtful) return await findAfter(ports, intent, error)
        throw refusal(ports, error)
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

/** A run may show up in the list a little later than it was started, so one look is not enough to start another. */
async function nothingNew(ports: StartPorts, intent: StartIntent): Promise<boolean> {
  for (let look = 1; ; look++) {
    const { ours, trouble, candidates } = await lookOnce(ports, intent)
    if (ours !== undefined || trouble !== undefined || candidates.length > 0) return false
    if (look >= LOOKS_BEFORE_AGAIN) return true
    await ports.clock.sleep(LOOK_GAP_MS, ports.cancellation.signal())
  }
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

function refusal({ workflow }: StartPorts, error: HttpError): GateError {
  saveRunState(workflow, { phase: 'over' })
  const reason = error.status === 401 ? 'credentials' : 'preflight'
  const advice: Record<number, string> = {
    401: 'The service refuses the credentials for starting a test.',
    403: 'The credentials may not start a test here (XTC: scope LOADTEST_COPY_RUN; Errthquake: permission Execute Tests).',
    404: 'The service does not know what was to be started.',
    429: 'The service refuses more requests for now.',
  }
  const hint =
    error.kind === 'not-sent' ? '' : ` ${advice[error.status ?? 0] ?? 'The service refuses this start.'}`
  return new GateError(reason, `The test could not be started, and nothing runs. ${error.message}${hint}`, {
    cause: error,
  })
}

/** Looks for the run after an answer that leaves open whether it was started. */
async function findAfter(ports: StartPorts, intent: StartIntent, cause: HttpError): Promise<Begun> {
  const { clock, cancellation, log } = ports
  log.warning(
    `It is unclear whether the test was started: ${cause.message} Looking for it; the request is not sent again.`,
  )
  const endMs = clock.now() + LOOK_BUDGET_MS
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
    if (found.final === true || clock.now() + LOOK_GAP_MS > endMs) break
    await clock.sleep(LOOK_GAP_MS, cancellation.signal())
  }
  throw startUnknown(ports, last, cause)
}

export interface Found {
  /** The runs that are ours, as many as one start request brings. */
  ours?: RemoteRun[]
  /** Runs that could be. */
  candidates: RemoteRun[]
  /** Why nothing could be seen. */
  trouble?: string
  /** Looking again cannot change it. */
  final?: boolean
}

export async function lookOnce(
  ports: Pick<StartPorts, 'provider' | 'executionCount'>,
  intent: StartIntent,
): Promise<Found> {
  const { provider, executionCount } = ports
  let runs: RemoteRun[]
  try {
    runs = await provider.look()
  } catch (error) {
    if (!(error instanceof HttpError) && !(error instanceof GateError)) throw error
    const final = error instanceof GateError || (error.kind === 'status' && policyFor(error).safe !== 'retry')
    return { candidates: [], trouble: messageOf(error), final }
  }
  if (provider.marksRuns) {
    const marked = runs.filter((run) => run.texts.some((text) => text.includes(intent.marker)))
    return marked.length === executionCount ? { ours: marked, candidates: marked } : { candidates: marked }
  }
  if (intent.before === undefined) {
    return { candidates: [], trouble: 'it is not known which runs existed before the start', final: true }
  }
  const candidates = runs.filter((run) => isNewAndFits(run, intent))
  return candidates.length === executionCount ? { ours: candidates, candidates } : { candidates }
}

function isNewAndFits(run: RemoteRun, intent: StartIntent): boolean {
  const afterRequest = run.startedAtMs === undefined || run.startedAtMs >= intent.atMs - CLOCK_SKEW_MS
  return run.fits && afterRequest && !(intent.before ?? []).includes(run.id)
}

function sameRuns(a: RemoteRun[], b: RemoteRun[] | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((run, index) => run.id === b[index]?.id)
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

function startUnknown(
  { workflow, provider, executionCount }: StartPorts,
  found: Found,
  cause: HttpError,
): GateError {
  // There is nothing that the post step could do better: nothing was found that is certainly ours.
  if (!provider.marksRuns) saveRunState(workflow, { phase: 'over' })
  const candidates = found.candidates.map((run) => run.title).join(', ')
  const seen =
    found.trouble !== undefined
      ? `It could not be looked for: ${found.trouble}.`
      : found.candidates.length === 0
        ? `No new run was found within ${LOOK_BUDGET_MS / 1000} s.`
        : `${found.candidates.length} new run${found.candidates.length === 1 ? '' : 's'} could be it, ${executionCount} expected: ${candidates}.`
  return new GateError(
    'start-unknown',
    `It is unknown whether the test was started; the request was not sent again. ${cause.message} ${seen} ` +
      'Look at the service, and stop what should not run, before you start the step again.',
    { cause },
  )
}
