import { causeLast, GateError } from '../../foundation/errors.ts'
import { HttpError, type HttpPorts } from '../../platform/http/http.ts'
import { retrySafe } from '../../platform/http/retry.ts'
import type { Provider, RemoteRun } from '../../providers/provider.ts'

const LOOK_BUDGET_MS = 60_000
/** There may be many active runs. */
const MOST_NAMED = 5

/**
 * The runs that are active at the service, as far as it shows that. Throws a `GateError` if it is unknown.
 */
export async function goingRuns(provider: Provider, http: HttpPorts): Promise<RemoteRun[]> {
  try {
    const runs = await retrySafe(http, { budgetMs: LOOK_BUDGET_MS }, () => provider.look())
    return runs.filter(({ isGoing }) => isGoing === true)
  } catch (error) {
    if (!(error instanceof HttpError) && !(error instanceof GateError)) throw error
    throw new GateError(
      'preflight',
      causeLast(
        'It cannot be determined whether another run is active. Nothing was started. Set when-busy to start to start a run anyway.',
        error,
      ),
      { cause: error },
    )
  }
}

/** For example `run 41 'Checkout', run 42 'Search'`. */
export function namesOf(runs: readonly RemoteRun[]): string {
  const named = runs.slice(0, MOST_NAMED).map(({ title }) => title)
  const more = runs.length - named.length
  return `${named.join(', ')}${more > 0 ? `, and ${more} more` : ''}`
}
