import { GateError, messageOf } from '../../foundation/errors.ts'
import { HttpError } from '../../platform/http/http.ts'
import { policyFor } from '../../platform/http/retry.ts'
import type { RemoteRun, StartIntent } from '../../providers/provider.ts'
import type { Step } from '../step.ts'

type Looking = Pick<Step, 'provider' | 'planned' | 'http' | 'log'>

export const LOOK_GAP_MS = 4000
/** After a 503 with Retry-After: so many looks in a row must show nothing new before the request is sent again. */
const LOOKS_BEFORE_AGAIN = 3
/** A run without our marker must be the same single one this many times in a row before it is taken. */
export const LOOKS_IN_ACCORD = 3
/** One broken answer must not take away the means to find a run later. */
const LOOKS_BEFORE = 3
const REMEMBERED_IDS = 1500

type Before = Pick<StartIntent, 'before' | 'othersBeganByMs'>

/** What exists already, so that a new run can be told from an old one where no marker can. */
export async function runsBefore(ports: Looking): Promise<Before> {
  const { provider, log, http } = ports
  if (provider.marksRuns) return {}
  for (let attempt = 1; ; attempt++) {
    try {
      return toRemember(await provider.look())
    } catch (error) {
      if (!(error instanceof HttpError) && !(error instanceof GateError)) throw error
      const mayPass = error instanceof HttpError && policyFor(error).safe === 'retry'
      if (mayPass && attempt < LOOKS_BEFORE) {
        await http.clock.sleep(LOOK_GAP_MS, http.signal())
        continue
      }
      log.warning(
        `The runs that exist before the start cannot be listed (${messageOf(error)}), so if the response to the start request is lost, the run cannot be found.`,
      )
      return {}
    }
  }
}

/**
 * The list goes into the post step's environment, where Windows takes 32 kB: of more runs than that only the newest, and
 * when the others began. That is compared with nothing but other times of the service: its clock is not ours.
 */
function toRemember(runs: RemoteRun[]): Before {
  const newestFirst = runs.toSorted((a, b) => beganAt(b) - beganAt(a))
  const before = newestFirst.slice(0, REMEMBERED_IDS).map((run) => run.id)
  const others = newestFirst.slice(REMEMBERED_IDS)
  if (others[0] === undefined) return { before }
  // Without the times of those there is nothing to tell them by.
  return others[0].startedAtMs === undefined ? {} : { before, othersBeganByMs: others[0].startedAtMs }
}

function beganAt({ startedAtMs }: RemoteRun): number {
  return startedAtMs ?? Number.MAX_VALUE
}

export interface Found {
  /** The runs that are ours, as many as one start request brings. */
  ours?: RemoteRun[]
  /** Runs that could be. */
  candidates: RemoteRun[]
  /** New runs that are not what was asked for, or not as far as the list tells. */
  others?: RemoteRun[]
  /** Set where `ours` are those that the answer named, and so certainly ours. */
  areNamed?: boolean
  /** Runs that existed before the start and are missing now: the list is not whole. */
  isTorn?: boolean
  /** Why nothing could be seen. */
  trouble?: string
  /** Looking again cannot change it. */
  final?: boolean
}

/** One look at the service: the runs that are ours, or could be. */
export async function lookOnce(
  ports: Pick<Step, 'provider' | 'planned'>,
  intent: StartIntent,
): Promise<Found> {
  const { provider, planned } = ports
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
    const areOurs = marked.length === planned.length && !marked.some(({ isUnreadable }) => isUnreadable)
    return areOurs ? { ours: marked, candidates: marked } : { candidates: marked }
  }
  if (intent.before === undefined) {
    return { candidates: [], trouble: 'it is not known which runs existed before the start', final: true }
  }
  const old = new Set(intent.before)
  const there = new Set(runs.map(({ id }) => id))
  const fresh = runs.filter((run) => !old.has(run.id) && !isAncient(run, intent))
  const candidates = fresh.filter((run) => run.fits)
  const found = {
    candidates,
    others: fresh.filter((run) => !run.fits),
    isTorn: intent.before.some((id) => !there.has(id)),
  }
  const named = fresh.filter(({ id }) => intent.named?.includes(id))
  if (intent.named !== undefined && named.length === intent.named.length)
    return { ...found, ours: named, areNamed: true }
  return candidates.length === planned.length && areAll(candidates) ? { ...found, ours: candidates } : found
}

function isAncient({ startedAtMs }: RemoteRun, { othersBeganByMs }: StartIntent): boolean {
  return othersBeganByMs !== undefined && startedAtMs !== undefined && startedAtMs <= othersBeganByMs
}

/** Whether the runs can be all the planned executions at once, each another one. */
function areAll(runs: readonly RemoteRun[], taken: readonly number[] = []): boolean {
  const [run, ...rest] = runs
  if (run === undefined || run.canBe === undefined) return true
  return run.canBe.some((index) => !taken.includes(index) && areAll(rest, [...taken, index]))
}

export function sameRuns(a: RemoteRun[], b: RemoteRun[] | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((run, index) => run.id === b[index]?.id)
}

/** A run may show up in the list a little later than it was started, so one look is not enough to start another. */
export async function nothingNew(ports: Looking, intent: StartIntent): Promise<boolean> {
  for (let look = 1; ; look++) {
    const { trouble, candidates, others = [], isTorn = false } = await lookOnce(ports, intent)
    // Anything new may be ours, whatever the list tells of it: a second test would be worse than none.
    if (trouble !== undefined || isTorn || candidates.length + others.length > 0) return false
    if (look >= LOOKS_BEFORE_AGAIN) return true
    await ports.http.clock.sleep(LOOK_GAP_MS, ports.http.signal())
  }
}
