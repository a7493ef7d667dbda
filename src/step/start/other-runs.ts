import { causeLast, GateError } from '../../foundation/errors.ts'
import { HttpError, type HttpPorts } from '../../platform/http/http.ts'
import { retrySafe } from '../../platform/http/retry.ts'
import type { Provider, RemoteRun } from '../../providers/provider.ts'

const LOOK_BUDGET_MS = 60_000
/** There may be many active runs. */
const MOST_NAMED = 5

/** Which runs of others a step waits for. */
export interface Turn {
  isBusy(run: RemoteRun): boolean
  /** What they are waited for. */
  until: string
  /** What to do if it is unknown whether there is one. */
  advice: string
}

/** One run at a time. */
export const ONE_RUN: Turn = {
  isBusy: ({ isActive }) => isActive === true,
  until: 'to finish',
  advice: 'Set when-busy to start to start a run anyway.',
}

/** One start at a time: whichever run begins next uses what a step uploads. */
export const ONE_START: Turn = {
  isBusy: ({ isAboutToBegin }) => isAboutToBegin === true,
  until: 'to begin, because it may use what this step uploads',
  advice: 'Start the step again later.',
}

/**
 * The runs that have to be waited for, and those with an id in `own`, as far as the service shows them. Throws
 * a `GateError` if it is unknown.
 */
export async function busyRuns(
  provider: Provider,
  http: HttpPorts,
  turn: Turn,
  own: ReadonlySet<string> = new Set(),
): Promise<RemoteRun[]> {
  try {
    const runs = await retrySafe(http, { budgetMs: LOOK_BUDGET_MS }, () => provider.listRuns())
    return runs.filter((run) => turn.isBusy(run) || own.has(run.id))
  } catch (error) {
    if (!(error instanceof HttpError) && !(error instanceof GateError)) throw error
    throw new GateError(
      'preflight',
      causeLast(
        `It cannot be determined whether another run is active. Nothing was started. ${turn.advice}`,
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
