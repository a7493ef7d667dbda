import { LOOK_GAP_MS, lookOnce, LOOKS_IN_ACCORD, sameRuns, type Found } from '../traces/find-run.ts'
import type { HttpError } from '../../platform/http/http.ts'
import type { RemoteRun, StartIntent } from '../../providers/provider.ts'
import { saveRunState } from '../traces/run-state.ts'
import { isKnown } from './confirm-started.ts'
import { LOOK_BUDGET_MS, startUnknown } from './start-errors.ts'
import type { Begun, StartPorts } from './start-ports.ts'

/**
 * Looks for the run after an answer that leaves open whether it was started, or that named one which the service does not
 * know: that one may show a little later.
 */
export async function findAfter(
  ports: StartPorts,
  intent: StartIntent,
  cause: HttpError,
  named?: Begun,
): Promise<Begun> {
  const { clock, cancellation, log } = ports
  if (named === undefined)
    log.warning(
      `It is unclear whether the test was started: ${cause.message} Looking for it; the request is not sent again.`,
    )
  else log.info(`${cause.message} Looking for it.`)
  const endMs = clock.monotonicMs() + LOOK_BUDGET_MS
  let last: Found = { candidates: [] }
  let accord = 0
  for (;;) {
    const found = await lookOnce(ports, intent)
    if (named !== undefined && (isListed(named, found) || (await isKnown(ports, named.handle)))) return named
    const same = found.ours !== undefined && sameRuns(found.ours, last.ours)
    accord = found.ours === undefined ? 0 : same ? accord + 1 : 1
    if (found.ours !== undefined && (ports.provider.marksRuns || accord >= LOOKS_IN_ACCORD)) {
      return adopt(ports, intent, found.ours)
    }
    last = found
    const isOver = clock.monotonicMs() + LOOK_GAP_MS > endMs
    // Where nothing can be listed, the run that was named may still show by its id.
    if (isOver || (found.final === true && named === undefined)) break
    await clock.sleep(LOOK_GAP_MS, cancellation.signal())
  }
  // There is nothing that the post step could do better: nothing was found that is certainly ours.
  if (!ports.provider.marksRuns && named === undefined) saveRunState(ports.workflow, { phase: 'over' })
  throw startUnknown(last, cause, ports.executionCount)
}

function isListed({ handle }: Begun, { candidates, others = [] }: Found): boolean {
  const listed = new Set([...candidates, ...others].map(({ id }) => id))
  return handle.executions.every(({ id }) => listed.has(id))
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
    isSeen: true,
  }
}
