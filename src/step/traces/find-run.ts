import { GateError, messageOf } from '../../foundation/errors.ts'
import { HttpError } from '../../platform/http/http.ts'
import { policyFor } from '../../platform/http/retry.ts'
import type { RemoteRun, StartIntent } from '../../providers/provider.ts'
import type { Step } from '../step.ts'

type Looking = Pick<Step, 'provider' | 'planned' | 'http' | 'log'>

export const LOOK_GAP_MS = 4000
/**
 * After a 503 with Retry-After, this many looks in a row must show nothing new before the request is sent
 * again.
 */
const LOOKS_BEFORE_AGAIN = 3
/** Without our marker, looking must find the same runs this many times in a row before they count as ours. */
export const SAME_LOOKS_NEEDED = 3
/** A single failed request must not make it impossible to find the run later. */
const LOOKS_BEFORE = 3
const REMEMBERED_IDS = 1500

type Before = Pick<StartIntent, 'before' | 'othersBeganByMs'>

/**
 * The runs that already exist, so that a new run can be recognized if the service does not keep our marker.
 */
export async function runsBefore(ports: Looking): Promise<Before> {
  const { provider, log, http } = ports
  if (provider.marksRuns) return {}
  for (let attempt = 1; ; attempt++) {
    try {
      return toRemember(await provider.listRuns())
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
 * The list is saved in the post step's environment, where Windows allows 32 kB. If there are more runs, only
 * the newest are saved, and when the newest of the others began. That time is only compared with other times
 * of the service, because its clock may differ from ours.
 */
function toRemember(runs: RemoteRun[]): Before {
  const newestFirst = runs.toSorted((a, b) => beganAt(b) - beganAt(a))
  const before = newestFirst.slice(0, REMEMBERED_IDS).map((run) => run.id)
  const others = newestFirst.slice(REMEMBERED_IDS)
  if (others[0] === undefined) return { before }
  // Without the start times of the others, they could not be recognized.
  return others[0].startedAtMs === undefined ? {} : { before, othersBeganByMs: others[0].startedAtMs }
}

function beganAt({ startedAtMs }: RemoteRun): number {
  return startedAtMs ?? Number.MAX_VALUE
}

export interface Found {
  /** The runs that are ours, as many as one start request starts. */
  ours?: RemoteRun[]
  /** Runs that may be ours. */
  candidates: RemoteRun[]
  /** New runs that do not match what was requested, as far as the list shows. */
  others?: RemoteRun[]
  /** True if `ours` are the runs that the response named, so they are certainly ours. */
  areNamed?: boolean
  /** True if runs that existed before the start are missing now: the list is incomplete. */
  isIncomplete?: boolean
  /** Why the list could not be used. */
  trouble?: string
  /** Looking again cannot change the result. */
  final?: boolean
}

/** Looks at the service's list once, for the runs that are ours, or may be ours. */
export async function lookOnce(
  ports: Pick<Step, 'provider' | 'planned'>,
  intent: StartIntent,
): Promise<Found> {
  const { provider, planned } = ports
  let runs: RemoteRun[]
  try {
    runs = await provider.listRuns()
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
  const fresh = runs.filter((run) => !old.has(run.id) && !isTooOld(run, intent))
  const candidates = fresh.filter((run) => run.fits)
  const found = {
    candidates,
    others: fresh.filter((run) => !run.fits),
    isIncomplete: intent.before.some((id) => !there.has(id)),
  }
  const named = fresh.filter(({ id }) => intent.named?.includes(id))
  if (intent.named !== undefined && named.length === intent.named.length)
    return { ...found, ours: named, areNamed: true }
  return candidates.length === planned.length && areAll(candidates) ? { ...found, ours: candidates } : found
}

function isTooOld({ startedAtMs }: RemoteRun, { othersBeganByMs }: StartIntent): boolean {
  return othersBeganByMs !== undefined && startedAtMs !== undefined && startedAtMs <= othersBeganByMs
}

/** Whether each run can be a different one of the planned executions. */
function areAll(runs: readonly RemoteRun[], taken: readonly number[] = []): boolean {
  const [run, ...rest] = runs
  if (run === undefined || run.canBe === undefined) return true
  return run.canBe.some((index) => !taken.includes(index) && areAll(rest, [...taken, index]))
}

export function sameRuns(a: RemoteRun[], b: RemoteRun[] | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((run, index) => run.id === b[index]?.id)
}

/**
 * True if several looks in a row show no new run. One look is not enough, because a run may appear a little
 * later than it was started.
 */
export async function nothingNew(ports: Looking, intent: StartIntent): Promise<boolean> {
  for (let look = 1; ; look++) {
    const { trouble, candidates, others = [], isIncomplete = false } = await lookOnce(ports, intent)
    // Any new run may be ours, whatever the list shows: a second test would be worse than none.
    if (trouble !== undefined || isIncomplete || candidates.length + others.length > 0) return false
    if (look >= LOOKS_BEFORE_AGAIN) return true
    await ports.http.clock.sleep(LOOK_GAP_MS, ports.http.signal())
  }
}
