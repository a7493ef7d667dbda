import { GateError } from '../../foundation/errors.ts'
import { HttpError } from '../../platform/http/http.ts'
import { idsOf, isFinal, type RunHandle, type RunStatus, type StartIntent } from '../../providers/provider.ts'
import { lookOnce } from '../traces/find-run.ts'
import { contactLost, endsAtOnce, likelyCause } from '../wait/contact-lost.ts'
import type { Starting } from './starting.ts'

/**
 * Whether the run that an answer named is the one that was started, by one status request. `no` where it certainly is not,
 * or not yet; trouble with the request says nothing about the run.
 */
export async function holds(
  ports: Starting,
  intent: StartIntent,
  run: RunHandle,
): Promise<'yes' | 'no' | 'open'> {
  const { provider, log } = ports
  // It was there before.
  if (run.executions.some(({ id }) => intent.before?.includes(id))) return 'no'
  try {
    // Without its page, so that the provider looks for it, and at the name beside it.
    const { url: _known, ...bare } = run
    return (await fits(ports, intent, await provider.status(bare))) ? 'yes' : 'no'
  } catch (error) {
    if (!(error instanceof HttpError) && !(error instanceof GateError)) throw error
    if (error instanceof HttpError && error.kind === 'status' && [404, 410].includes(error.status ?? 0))
      return 'no'
    // A refusal does not pass: the wait would end with the next request, and whoever does not wait need not ask.
    if (error instanceof HttpError && endsAtOnce(error)) {
      if (ports.inputs.mode === 'start') return 'yes'
      ports.onRun(run)
      throw contactLost(run, `${error.message} ${likelyCause(error)}`, error)
    }
    log.info(`Run ${idsOf(run)} could not be checked yet: ${error.message}`)
    return 'open'
  }
}

/** A run that ended already, or bears another name, may be any: then ours must not be another one. */
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
  // A service that does not keep our marker: the answer is all there is.
  return !hasEnded
}

/** Why a run that the answer named is looked for all the same. */
export function unconfirmed(run: RunHandle): HttpError {
  return new HttpError(
    `The response names run ${idsOf(run)}, but the service does not know it as a run that was just started.`,
    { kind: 'mismatch' },
  )
}
