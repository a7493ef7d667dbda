import { causeLast, GateError } from '../../foundation/errors.ts'
import type { Found } from '../traces/find-run.ts'
import type { HttpError } from '../../platform/http/http.ts'
import type { RemoteRun } from '../../providers/provider.ts'
import type { Service } from '../../providers/service.ts'

/** How long a run is looked for after an unclear response. */
export const LOOK_BUDGET_MS = 60_000
const MOST_NAMED = 10

/** The error if the service certainly started nothing. `uncheckable`: see `Provider`. */
export function startRefused(
  error: HttpError,
  { title, startPermission }: Service,
  uncheckable: string | undefined,
): GateError {
  const reason = error.status === 401 ? 'credentials' : 'preflight'
  const advice: Record<number, string> = {
    401: 'The service rejects the credentials for starting a test.',
    403: `The credentials may not start a test here (${title}: ${startPermission}).`,
    404: 'The service does not know the test that should be started.',
    429: 'The service accepts no more requests for now.',
  }
  const suspect =
    uncheckable === undefined ? '' : ` Check ${uncheckable}: only a start shows whether it is right.`
  const known =
    advice[error.status ?? 0] ?? `The service refuses this start; its response says why.${suspect}`
  const hint = error.kind === 'not-sent' ? '' : ` ${known}`
  const message = `The test could not be started, and nothing is running.${hint}`
  return new GateError(reason, causeLast(message, error), { cause: error })
}

/** The error if it is unknown whether a run was started, or which one it is. */
export function startUnknown(found: Found, cause: HttpError, executionCount: number): GateError {
  const seen = whatIsSeen(found, executionCount)
  return new GateError(
    'start-unknown',
    causeLast(
      `It is unknown whether the test was started; the request was not sent again. ${seen} ` +
        'Check the service, and stop what should not run, before you start the step again.',
      cause,
    ),
    { cause },
  )
}

/** Describes for users what was found instead. */
export function whatIsSeen({ trouble, candidates, others = [] }: Found, executionCount: number): string {
  if (trouble !== undefined) return `It could not be looked for: ${trouble}.`
  if (candidates.length > 0)
    return `${counted(candidates)} could be it, but ${executionCount} ${executionCount === 1 ? 'was' : 'were'} expected: ${titles(candidates)}.`
  if (others.length === 0) return `No new run was found within ${LOOK_BUDGET_MS / 1000} s.`
  return `${counted(others)} may or may not be it: ${titles(others)}.`
}

function counted(runs: RemoteRun[]): string {
  return `${runs.length} new run${runs.length === 1 ? '' : 's'}`
}

/** Others may have started many runs. */
function titles(runs: RemoteRun[]): string {
  const more = runs.length > MOST_NAMED ? `, and ${runs.length - MOST_NAMED} more` : ''
  return `${runs
    .slice(0, MOST_NAMED)
    .map((run) => run.title)
    .join(', ')}${more}`
}
