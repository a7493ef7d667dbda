import { LOOK_GAP_MS, lookOnce, SAME_LOOKS_NEEDED, sameRuns, type Found } from '../traces/find-run.ts'
import { causeLast, type GateError } from '../../foundation/errors.ts'
import type { HttpError } from '../../platform/http/http.ts'
import type { RemoteRun, StartIntent } from '../../providers/provider.ts'
import { saveRunState } from '../traces/run-state.ts'
import { checkIfOurs, unconfirmed } from './check-started.ts'
import { LOOK_BUDGET_MS, startUnknown } from './start-errors.ts'
import type { NewRun, Starting } from './starting.ts'

/** Looks for the run after a response that does not show whether it was started. */
export async function findAfter(ports: Starting, intent: StartIntent, cause: HttpError): Promise<NewRun> {
  ports.log.warning(
    causeLast(
      'It is unclear whether the test was started. Looking for it; the request is not sent again.',
      cause,
    ),
  )
  const { found, last } = await lookUntil(ports, intent)
  if (found !== undefined) return adopt(ports, intent, found)
  throw unfound(ports, last, cause)
}

/**
 * Looks for the run that a response named, which may be listed a little later, and for any other that may be
 * ours.
 */
export async function findNamed(
  ports: Starting,
  intent: StartIntent,
  named: NewRun,
  answer: 'no' | 'open',
): Promise<NewRun> {
  const cause = unconfirmed(named.handle)
  if (answer === 'no') ports.log.info(`${cause.message} Looking for it.`)
  let isDenied = answer === 'no'
  const { found, last } = await lookUntil(ports, intent, async ({ trouble }) => {
    const again = await checkIfOurs(ports, intent, named.handle)
    isDenied ||= again === 'no' || trouble === undefined
    return again === 'yes'
  })
  const isNamed =
    last.areNamed === true || (found !== undefined && isSame(named, found)) || last.isEnough === true
  if (isNamed) return named
  if (found !== undefined) return adopt(ports, intent, found)
  // No request succeeded, so the response to the start counts. If the problem continues, polling copes with
  // it.
  if (!isDenied) return named
  throw unfound(ports, last, cause)
}

function isSame({ handle }: NewRun, runs: RemoteRun[]): boolean {
  const ids = new Set(runs.map(({ id }) => id))
  return handle.executions.length === ids.size && handle.executions.every(({ id }) => ids.has(id))
}

type Sight = Found & { isEnough?: boolean }

/** Looks repeatedly until it is clear which run is ours, or `enough` returns true, or the time is up. */
async function lookUntil(
  ports: Starting,
  intent: StartIntent,
  enough?: (found: Found) => Promise<boolean>,
): Promise<{ found?: RemoteRun[]; last: Sight }> {
  const { http, provider } = ports
  const endMs = http.clock.monotonicMs() + LOOK_BUDGET_MS
  let last: Found = { candidates: [] }
  let sameLooks = 0
  for (;;) {
    const found = await lookOnce(ports, intent)
    const same = found.ours !== undefined && sameRuns(found.ours, last.ours)
    sameLooks = found.ours === undefined ? 0 : same ? sameLooks + 1 : 1
    const isSure = provider.marksRuns || found.areNamed === true || sameLooks >= SAME_LOOKS_NEEDED
    if (found.ours !== undefined && isSure) return { found: found.ours, last: found }
    if ((await enough?.(found)) === true) return { last: { ...found, isEnough: true } }
    last = found
    const isOver = http.clock.monotonicMs() + LOOK_GAP_MS > endMs
    // Even if no runs can be listed, a run that was named may still be found by its ID.
    if (isOver || (found.final === true && enough === undefined)) return { last }
    await http.clock.sleep(LOOK_GAP_MS, http.signal())
  }
}

function unfound({ provider, workflow, planned }: Starting, last: Found, cause: HttpError): GateError {
  // The post step could do no better: no run was found that is certainly ours.
  if (!provider.marksRuns) saveRunState(workflow, { phase: 'over' })
  return startUnknown(last, cause, planned.length)
}

function adopt(
  { provider, log, planned, runNumber }: Starting,
  intent: StartIntent,
  runs: RemoteRun[],
): NewRun {
  const ids = runs.map((run) => run.title).join(', ')
  log.warning(
    provider.marksRuns
      ? `Found the started run by its marker: ${ids}.`
      : `Adopted the only new run that matches: ${ids}. It is probably this step's own; this step will not stop it.`,
  )
  // If there are several, it is unknown which run is which of the planned executions; for a single one it is
  // known.
  const executions = runs
    .toReversed()
    .map(({ id }) => (runs.length === 1 ? { label: '', ...planned[0], id } : { id, label: id }))
  return {
    handle: {
      provider: provider.name,
      executions,
      startedAtMs: intent.atMs,
      ...(!provider.marksRuns && { adopted: true }),
      ...(runNumber !== undefined && { number: runNumber }),
    },
    isSeen: true,
  }
}
