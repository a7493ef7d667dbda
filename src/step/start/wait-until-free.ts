import { GateError } from '../../foundation/errors.ts'
import { formatSpan } from '../../foundation/format.ts'
import type { Log } from '../../foundation/ports.ts'
import type { HttpPorts } from '../../platform/http/http.ts'
import type { Provider } from '../../providers/provider.ts'
import { pollGapMs } from '../wait/poll-cadence.ts'
import { progressGapMs } from '../wait/progress.ts'
import { busyRuns, namesOf, type Turn } from './other-runs.ts'

export interface TurnPorts {
  provider: Provider
  http: HttpPorts
  log: Log
  whenBusy: 'wait' | 'fail'
  turn: Turn
  timeoutMs: number
  pollIntervalMs: number | 'auto'
}

/**
 * Waits until no run is active at the service, but not longer than until `endMs` (monotonic). Throws a
 * `GateError` after that, or at once if `whenBusy` is `fail`.
 */
export async function waitUntilFree(ports: TurnPorts, endMs: number): Promise<void> {
  const { provider, http, log, whenBusy, timeoutMs, pollIntervalMs, turn } = ports
  const { clock } = http
  const sinceMs = clock.monotonicMs()
  let told = ''
  let toldAtMs = sinceMs
  for (let polls = 1; ; polls++) {
    const others = await busyRuns(provider, http, turn)
    const nowMs = clock.monotonicMs()
    const elapsedMs = nowMs - sinceMs
    if (others.length === 0) {
      if (polls > 1) log.info(`The service is free after ${formatSpan(elapsedMs)}.`)
      return
    }
    const names = namesOf(others)
    if (whenBusy === 'fail')
      throw busy(`Another run is active: ${names}. Nothing was started, as set by when-busy.`)
    if (nowMs >= endMs)
      throw busy(
        `Another run was active for the whole timeout of ${formatSpan(timeoutMs)}: ${names}. Nothing was started.`,
      )
    if (names !== told || nowMs - toldAtMs >= progressGapMs(elapsedMs)) {
      log.info(`Waiting for another run ${turn.until}: ${names}.`)
      told = names
      toldAtMs = nowMs
    }
    const gapMs = pollIntervalMs === 'auto' ? pollGapMs(polls, elapsedMs, nowMs, undefined) : pollIntervalMs
    await clock.sleep(Math.min(gapMs, endMs - nowMs), http.signal())
  }
}

function busy(what: string): GateError {
  return new GateError('preflight', `${what} Start the step again when the service is free.`)
}
