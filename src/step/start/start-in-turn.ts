import { GateError } from '../../foundation/errors.ts'
import { backoffMs } from '../../platform/http/retry.ts'
import { idsOf, type RemoteRun, type RunHandle } from '../../providers/provider.ts'
import { saveRunState } from '../traces/run-state.ts'
import { stopAndConfirm } from '../stop/stop-run.ts'
import type { TellRun } from '../findings.ts'
import type { Step } from '../step.ts'
import { busyRuns, namesOf, ONE_RUN, ONE_START } from './other-runs.ts'
import { waitUntilFree, type TurnPorts } from './wait-until-free.ts'

const OWN_SIGHT_MS = 60_000
const OWN_SIGHT_GAP_MS = 2000
/**
 * A longer, random pause, so that steps that stopped their runs for each other start again at different
 * times.
 */
const GIVE_WAY_SHARE = 3

/**
 * Starts a run when no other run is active at the service. If several steps start at the same time, only the
 * first one in the service's own order keeps its run. The others stop theirs, and wait again. If the order is
 * unknown, all of them stop.
 */
export async function startInTurn(
  step: Step,
  tell: TellRun,
  start: (round: number) => Promise<RunHandle>,
): Promise<RunHandle> {
  const { inputs, provider, http, log } = step
  const { whenBusy, timeoutMs, pollIntervalMs } = inputs
  const isShared = provider.sharesFiles === true
  if (whenBusy === 'start' && !isShared) return await start(1)
  const turn =
    whenBusy === 'start' ? { whenBusy: 'wait' as const, turn: ONE_START } : { whenBusy, turn: ONE_RUN }
  const ports: TurnPorts = { provider, http, log, timeoutMs, pollIntervalMs, ...turn }
  const endMs = http.clock.monotonicMs() + timeoutMs
  for (let round = 1; ; round++) {
    await waitUntilFree(ports, endMs)
    const run = await start(round)
    const ahead = await runsAhead(ports, run)
    if (ahead.length === 0) return run
    const what = `Run ${idsOf(run)} was started when no other run was active, but at the same time somebody started ${namesOf(ahead)}`
    if (!provider.canStop || run.adopted === true) {
      const effect = isShared ? 'either may use what the other uploaded' : 'they affect each other'
      log.warning(`${what}. It cannot be stopped from here, so both continue, and ${effect}.`)
      return run
    }
    await giveWay(step, tell, run, what)
    if (whenBusy === 'fail')
      throw new GateError('preflight', `${what}. This step's run was stopped again, as set by when-busy.`)
    await http.clock.sleep(GIVE_WAY_SHARE * backoffMs(round, http.random), http.signal())
  }
}

/** Other runs that were accepted before this one. Empty if that cannot be determined, which is logged. */
async function runsAhead({ provider, http, log, turn }: TurnPorts, run: RunHandle): Promise<RemoteRun[]> {
  const { clock } = http
  const own = new Set(run.executions.map(({ id }) => id))
  const endMs = clock.monotonicMs() + OWN_SIGHT_MS
  for (;;) {
    const found = await busyRuns(provider, http, turn, own).catch((error: unknown) => {
      if (!(error instanceof GateError)) throw error
      log.warning(
        `It cannot be determined whether somebody else started a run at the same time. ${error.message}`,
      )
      return undefined
    })
    if (found === undefined) return []
    const ours = found.filter(({ id }) => own.has(id))
    const others = found.filter(({ id }) => !own.has(id))
    if (others.length === 0) return []
    // As long as our run is not listed, one that was accepted before it may also be missing.
    if (ours.length === own.size) return others.filter((other) => isAhead(other, ours))
    if (clock.monotonicMs() >= endMs) return others
    await clock.sleep(OWN_SIGHT_GAP_MS, http.signal())
  }
}

function isAhead(other: RemoteRun, ours: readonly RemoteRun[]): boolean {
  const first = Math.min(...ours.map(({ turn }) => turn ?? Number.POSITIVE_INFINITY))
  return other.turn === undefined || other.turn < first
}

/**
 * Throws if the stop is not confirmed: then the run counts as active, and is stopped or named as after any
 * other error.
 */
async function giveWay(step: Step, tell: TellRun, run: RunHandle, what: string): Promise<void> {
  const { log, workflow } = step
  saveRunState(workflow, { phase: 'active', run, stopDue: true })
  log.info(`${what}. This step's run gives way.`)
  if (!(await stopAndConfirm(step, run, 'Giving way')))
    throw new GateError('contact-lost', `${what}, and the stop of this step's run could not be confirmed.`)
  tell({ run: undefined, mayHaveStarted: undefined })
  workflow.output('run-id', '')
  saveRunState(workflow, { phase: 'over' })
}
