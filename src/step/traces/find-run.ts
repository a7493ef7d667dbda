import type { Cancellation } from '../../platform/runner/cancellation.ts'
import { GateError, messageOf } from '../../foundation/errors.ts'
import { HttpError } from '../../platform/http/http.ts'
import { policyFor } from '../../platform/http/retry.ts'
import type { Clock, Log } from '../../foundation/ports.ts'
import type { Provider, RemoteRun, StartIntent } from '../../providers/provider.ts'

interface LookPorts {
  provider: Provider
  /** How many runs one start request brings. */
  executionCount: number
  clock: Clock
  log: Log
  cancellation: Cancellation
}

export const LOOK_GAP_MS = 4000
/** After a 503 with Retry-After: so many looks in a row must show nothing new before the request is sent again. */
const LOOKS_BEFORE_AGAIN = 3
/** A run without our marker must be the same single one this many times in a row before it is taken. */
export const LOOKS_IN_ACCORD = 3
/** One broken answer must not take away the means to find a run later. */
const LOOKS_BEFORE = 3
const REMEMBERED_IDS = 1500
/** The service's clock and ours may differ by this much. */
const CLOCK_SKEW_MS = 30_000

/** What exists already, so that a new run can be told from an old one where no marker can. */
export async function idsBefore(ports: LookPorts): Promise<string[] | undefined> {
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

/** One look at the service: the runs that are ours, or could be. */
export async function lookOnce(
  ports: Pick<LookPorts, 'provider' | 'executionCount'>,
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

export function sameRuns(a: RemoteRun[], b: RemoteRun[] | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((run, index) => run.id === b[index]?.id)
}

/** A run may show up in the list a little later than it was started, so one look is not enough to start another. */
export async function nothingNew(ports: LookPorts, intent: StartIntent): Promise<boolean> {
  for (let look = 1; ; look++) {
    const { ours, trouble, candidates } = await lookOnce(ports, intent)
    if (ours !== undefined || trouble !== undefined || candidates.length > 0) return false
    if (look >= LOOKS_BEFORE_AGAIN) return true
    await ports.clock.sleep(LOOK_GAP_MS, ports.cancellation.signal())
  }
}
