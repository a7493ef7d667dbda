import { GateError } from '../../foundation/errors.ts'
import { HttpError } from '../../platform/http/http.ts'
import { idsOf, type RunHandle } from '../../providers/provider.ts'
import type { StartPorts } from './start-ports.ts'

/**
 * One status request: what an answer named counts once the service knows it. False only where the service certainly does
 * not; any other trouble says nothing about the run, and polling lives through it.
 */
export async function isKnown(
  { provider, log }: Pick<StartPorts, 'provider' | 'log'>,
  run: RunHandle,
): Promise<boolean> {
  try {
    await provider.status(run)
    return true
  } catch (error) {
    if (error instanceof GateError) return true
    if (!(error instanceof HttpError)) throw error
    if (error.kind === 'status' && (error.status === 404 || error.status === 410)) return false
    log.info(`Run ${idsOf(run)} could not be looked at yet: ${error.message}`)
    return true
  }
}

/** Why a run that the answer named is looked for all the same. */
export function unconfirmed(run: RunHandle): HttpError {
  return new HttpError(`The answer names run ${idsOf(run)}, which the service does not know.`, {
    kind: 'mismatch',
  })
}
