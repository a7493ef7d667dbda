import type { BeginTimes } from './begin-times.ts'
import type { Clock, Log } from '../../foundation/ports.ts'
import {
  idsOf,
  isFinal,
  type ExecutionStatus,
  type Provider,
  type RunHandle,
} from '../../providers/provider.ts'

const MINUTE_MS = 60_000
/** The service ends a test with a planned length by itself, which becomes visible a little later. */
const PLANNED_GRACE_MS = 30_000

interface CostOptions {
  provider: Provider
  run: RunHandle
  clock: Clock
  log: Log
  begins: BeginTimes
  maxMinutes?: number
}

/** Adds up how long the executions have been running, and shows when that exceeds `max-minutes`. */
export class CostLimit {
  readonly #options: CostOptions
  readonly #lastedMs = new Map<string, number>()
  #isWarned = false

  constructor(options: CostOptions) {
    this.#options = options
  }

  /**
   * Milliseconds until the limit is reached if everything that is running continues; infinite if there is no
   * limit.
   */
  dueInMs(executions: readonly ExecutionStatus[] | undefined): number {
    const { maxMinutes, run } = this.#options
    if (maxMinutes === undefined || executions === undefined || this.#isWarned)
      return Number.POSITIVE_INFINITY
    const active = executions.filter((execution) => this.#isRunning(execution)).length
    if (active === 0) return Number.POSITIVE_INFINITY
    const planned = run.executions.filter(({ plannedMs, interactive }) => plannedMs ?? interactive).length
    const spentMs = executions.reduce((sum, execution) => sum + this.#spentMs(execution), 0)
    return Math.max(0, (maxMinutes * MINUTE_MS + planned * PLANNED_GRACE_MS - spentMs) / active)
  }

  /**
   * Whether the run has to be stopped now. One that cannot be stopped, or may belong to somebody else, is
   * only named, once.
   */
  isReached(executions: readonly ExecutionStatus[] | undefined): boolean {
    if (this.dueInMs(executions) > 0) return false
    const { provider, run, log, maxMinutes } = this.#options
    if (provider.canStop && run.adopted !== true) return true
    this.#isWarned = true
    log.warning(
      `Run ${idsOf(run)} has taken more than the ${maxMinutes} minutes that max-minutes allows, and is still active: it cannot be stopped from here. Stop it at the service if it is not needed.`,
    )
    return false
  }

  #isRunning(execution: ExecutionStatus): boolean {
    return this.#options.begins.of(execution.id) !== undefined && !isOver(execution)
  }

  #spentMs(execution: ExecutionStatus): number {
    const { begins, clock } = this.#options
    const begunMs = begins.of(execution.id)
    if (begunMs === undefined) return 0
    const { id, startedAtMs, finishedAtMs } = execution
    if (startedAtMs !== undefined && finishedAtMs !== undefined)
      return Math.max(0, finishedAtMs - startedAtMs)
    const lastsMs = clock.monotonicMs() - begunMs
    if (!isOver(execution)) return lastsMs
    // As long as the finish time is unknown, the moment when the finish was first seen counts.
    const lastedMs = this.#lastedMs.get(id) ?? lastsMs
    this.#lastedMs.set(id, lastedMs)
    return lastedMs
  }
}

function isOver(execution: ExecutionStatus): boolean {
  return execution.stage === 'ending' || isFinal(execution)
}
