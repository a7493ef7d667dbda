import { GateError } from '../../foundation/errors.ts'
import type { Found } from '../traces/find-run.ts'
import type { HttpError } from '../../platform/http/http.ts'

/** How long a run is looked for after an unclear answer. */
export const LOOK_BUDGET_MS = 60_000

/** The service certainly started nothing. */
export function startRefused(error: HttpError): GateError {
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

/** Nobody can say whether a run was started, nor which one it is. */
export function startUnknown(found: Found, cause: HttpError, executionCount: number): GateError {
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
