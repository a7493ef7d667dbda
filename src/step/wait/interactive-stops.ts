import type { BeginTimes } from './begin-times.ts'
import { HttpError } from '../../platform/http/http.ts'
import type { Clock, Log } from '../../foundation/ports.ts'
import { isFinal, type Provider, type RunHandle, type RunStatus } from '../../providers/provider.ts'

const STOP_AGAIN_MS = 30_000

interface StopOptions {
  provider: Provider
  run: RunHandle
  clock: Clock
  log: Log
  begins: BeginTimes
  /** Interactive executions are stopped this long after they began. */
  stopAfterMs?: number
}

/** Stops interactive executions when their time is up, and repeats a stop that has no effect. */
export class InteractiveStops {
  readonly #options: StopOptions
  #sentMs = Number.NEGATIVE_INFINITY

  constructor(options: StopOptions) {
    this.#options = options
  }

  /** Milliseconds until the next stop is due; infinite if there is none. */
  dueInMs(nowMs: number, status: RunStatus | undefined): number {
    if (nowMs - this.#sentMs < STOP_AGAIN_MS) return Number.POSITIVE_INFINITY
    return Math.min(...this.#due(nowMs, status).map(({ dueInMs }) => Math.max(dueInMs, 0)))
  }

  async send(status: RunStatus | undefined): Promise<void> {
    const { clock, log, provider } = this.#options
    const nowMs = clock.monotonicMs()
    if (nowMs - this.#sentMs < STOP_AGAIN_MS) return
    const due = this.#due(nowMs, status).filter(({ dueInMs }) => dueInMs <= 0)
    if (due.length === 0) return
    this.#sentMs = nowMs
    for (const { id } of due) {
      log.info(`Stopping the interactive test ${id}, as set by stop-after.`)
      try {
        await provider.stop(id)
      } catch (error) {
        if (!(error instanceof HttpError)) throw error
        log.warning(`The stop of ${id} failed and will be repeated: ${error.message}`)
      }
    }
  }

  #due(nowMs: number, status: RunStatus | undefined): { id: string; dueInMs: number }[] {
    const { stopAfterMs, run, begins } = this.#options
    // An adopted run may belong to somebody else, so it is never stopped.
    if (stopAfterMs === undefined || run.adopted === true) return []
    return (status?.executions ?? []).flatMap((execution) => {
      const { id, stage } = execution
      const begunMs = begins.of(id)
      const handle = run.executions.find((other) => other.id === id)
      if (handle?.interactive !== true || begunMs === undefined) return []
      const over = isFinal(execution) || stage === 'ending'
      return over ? [] : [{ id, dueInMs: begunMs + stopAfterMs - nowMs }]
    })
  }
}
