import { GateError } from '../../foundation/errors.ts'
import { HttpError } from '../../platform/http/http.ts'
import { idsOf, isFinal, type RunHandle, type RunStatus, type StartIntent } from '../../providers/provider.ts'
import { lookOnce } from '../traces/find-run.ts'
import { contactLost, endsAtOnce, likelyCause } from '../wait/contact-lost.ts'
import type { Starting } from './starting.ts'

/**
 * Whether the run that a response named is the one that was started, found out with one status request. `no`:
 * certainly not, or not yet. `open`: the request failed, which says nothing about the run.
 */
export async function checkIfOurs(
  ports: Starting,
  intent: StartIntent,
  run: RunHandle,
): Promise<'yes' | 'no' | 'open'> {
  const { provider, log } = ports
  // The run existed before the start.
  if (run.executions.some(({ id }) => intent.before?.includes(id))) return 'no'
  try {
    // Without the URL, so that the provider looks for the run's page, and reads the name that is shown there.
    const { url: _known, ...bare } = run
    return (await fits(ports, intent, await provider.status(bare))) ? 'yes' : 'no'
  } catch (error) {
    if (!(error instanceof HttpError) && !(error instanceof GateError)) throw error
    if (error instanceof HttpError && error.kind === 'status' && [404, 410].includes(error.status ?? 0))
      return 'no'
    // A refusal will not go away: the next status request would fail in the same way. A step that does not
    // wait makes none.
    if (error instanceof HttpError && endsAtOnce(error)) {
      if (ports.inputs.mode === 'start') return 'yes'
      ports.onRun(run)
      throw contactLost(run, likelyCause(error), error)
    }
    log.info(`Run ${idsOf(run)} could not be checked yet: ${error.message}`)
    return 'open'
  }
}

/**
 * Whether it may be our run. If it has already ended, or has another name, that cannot be told from its
 * status: then it is ours only if no other run is.
 */
async function fits(ports: Starting, intent: StartIntent, status: RunStatus): Promise<boolean> {
  const { texts, executions } = status
  const hasEnded = executions.every(isFinal)
  if (!ports.provider.marksRuns) return !hasEnded || intent.before !== undefined
  if (texts?.some((text) => text.includes(intent.marker))) return true
  if (texts === undefined && !hasEnded) return true
  const { candidates, trouble } = await lookOnce(ports, intent)
  if (trouble !== undefined) return !hasEnded
  const ids = executions.map(({ id }) => id)
  if (candidates.length > 0) return candidates.some(({ id }) => ids.includes(id))
  // The service does not keep our marker, so the response to the start is the only evidence.
  return !hasEnded
}

/** Why a run is looked for although the response named one. */
export function unconfirmed(run: RunHandle): HttpError {
  return new HttpError(
    `The response names run ${idsOf(run)}, but the service does not know it as a run that was just started.`,
    { kind: 'mismatch' },
  )
}
