import { idsOf, type RemoteRun, type RunHandle, type StartIntent } from '../../providers/provider.ts'
import { LOOK_GAP_MS, lookOnce, SAME_LOOKS_NEEDED, sameRuns, type Found } from '../traces/find-run.ts'
import type { Step } from '../step.ts'
import { endRun, inTime, type Stopping } from './stop-run.ts'

type Ending = Stopping & Pick<Step, 'planned'>

const LOOK_MS = 60_000
/** A run that is found just before the time limit can still be stopped. */
const LAST_REQUEST_MS = 30_000

/**
 * The start request was sent, but its response never arrived: finds the run and stops it, or says that it may
 * be active.
 */
export async function endUnknownRun(
  ports: Ending,
  intent: StartIntent,
  { why, named }: { why: string; named?: RunHandle },
): Promise<void> {
  const { provider, log, http } = ports
  const endMs = http.clock.monotonicMs() + LOOK_MS
  const found = await lookInTime(ports, intent)
  const candidates = [...found.candidates, ...(found.others ?? [])]
  if (found.ours === undefined && found.trouble === undefined && candidates.length === 0) {
    const what = `${why}: the start request was sent, but no run from it was found within ${LOOK_MS / 1000} s.`
    if (intent.named === undefined)
      log.warning(`${what} Most likely nothing was started; check the service to be sure.`)
    else
      log.error(
        `${what} The response named run ${intent.named.join(', ')}, which may be active. Check the service, and stop what should not run.`,
      )
    return
  }
  if (found.ours === undefined) {
    const seen = found.trouble ?? `candidates: ${candidates.map((run) => run.title).join(', ')}`
    log.error(
      `${why}: a test may have been started and may be active (${seen}). Check the service, and stop what should not run.`,
    )
    return
  }
  const executions = found.ours.map((run) => ({ id: run.id, label: '' }))
  const page = named !== undefined && idsOf(named) === idsOf({ executions }) ? named.url : undefined
  const run: RunHandle = {
    ...(page !== undefined && { url: page }),
    provider: provider.name,
    executions,
    startedAtMs: intent.atMs,
    ...(!provider.marksRuns && found.areNamed !== true && { adopted: true }),
  }
  await endRun(ports, run, why, Math.max(endMs - http.clock.monotonicMs(), LAST_REQUEST_MS))
}

async function lookInTime(ports: Ending, intent: StartIntent): Promise<Found> {
  const seen: Sighting = { isOver: false, last: { candidates: [], trouble: 'there was no response in time' } }
  const found = await inTime(ports, LOOK_MS, lookFor(ports, intent, seen))
  seen.isOver = true
  return found ?? seen.last
}

interface Sighting {
  isOver: boolean
  last: Found
}

/** Looks repeatedly, because the request may still be in progress, and a new run may not be listed yet. */
async function lookFor(ports: Ending, intent: StartIntent, seen: Sighting): Promise<Found> {
  const { provider, planned, http } = ports
  let last: RemoteRun[] | undefined
  for (let sameLooks = 1; ; sameLooks++) {
    const found = await lookOnce({ provider, planned }, intent)
    const fresh = [...found.candidates, ...(found.others ?? [])]
    // Without a marker, a single new run may belong to somebody else, and ours may appear later.
    if (fresh.length === 0 || !sameRuns(fresh, last)) sameLooks = fresh.length === 0 ? 0 : 1
    last = fresh
    const isSure = provider.marksRuns || found.areNamed === true || sameLooks >= SAME_LOOKS_NEEDED
    const ours = found.ours !== undefined && isSure
    // If time runs out now, a run that was not seen often enough does not count as ours.
    const { ours: _notYet, ...others } = found
    seen.last = ours ? found : others
    // Waiting does not help to recognize a run without a marker: the candidates are named instead.
    const isSettled = !provider.marksRuns && sameLooks >= SAME_LOOKS_NEEDED
    const clear = ours || isSettled || found.candidates.length > planned.length || found.final === true
    if (clear || seen.isOver) return found
    await http.clock.sleep(LOOK_GAP_MS, http.signal())
  }
}
