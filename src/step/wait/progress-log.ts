import { HttpError } from '../../platform/http/http.ts'
import { progressGapMs, progressLine } from './progress.ts'
import type { BeginTimes } from './begin-times.ts'
import type { Clock, Log } from '../../foundation/ports.ts'
import type { ExecutionStatus, Provider, RunHandle, RunStatus, SoFar } from '../../providers/provider.ts'

interface ProgressOptions {
  provider: Provider
  run: RunHandle
  clock: Clock
  log: Log
  signal: () => AbortSignal
  begins: BeginTimes
}

/** The next poll must not be delayed by the figures. */
const LATE_MS = 5000
/**
 * A service that has no figures before the test has finished is not asked any longer after this many
 * refusals.
 */
const MOST_REFUSALS = 3

/** Logs the progress of the run: when something has changed, and from time to time. */
export class ProgressLog {
  readonly #options: ProgressOptions
  readonly #sinceMs: number
  #lastLineMs: number
  #refusals = 0

  constructor(options: ProgressOptions, sinceMs: number) {
    this.#options = options
    this.#sinceMs = sinceMs
    this.#lastLineMs = options.clock.monotonicMs()
  }

  /**
   * Takes a response; the expected finish in it is by our clock. Figures are requested only if a line is due.
   */
  async report(status: RunStatus, changed: boolean): Promise<void> {
    const { clock, log, run, begins } = this.#options
    const nowMs = clock.monotonicMs()
    const waitedMs = nowMs - this.#sinceMs
    if (!changed && nowMs - this.#lastLineMs < progressGapMs(waitedMs)) return
    this.#lastLineMs = nowMs
    const soFar = await this.#soFar(status.executions)
    const begunMs = (id: string): number | undefined => begins.of(id)
    log.info(progressLine(status, { waitedMs, nowMs, handles: run.executions, begunMs, soFar }))
  }

  async #soFar(executions: readonly ExecutionStatus[]): Promise<SoFar> {
    const { provider, clock, signal } = this.#options
    const ids = executions.flatMap(({ id, stage }) => (stage === 'running' ? [id] : []))
    if (provider.soFar === undefined || ids.length === 0 || this.#refusals >= MOST_REFUSALS) return []
    const over = new AbortController()
    const late = clock.sleep(LATE_MS, AbortSignal.any([signal(), over.signal])).then(() => undefined)
    late.catch(() => undefined)
    const told = provider.soFar(ids, AbortSignal.any([signal(), over.signal]))
    try {
      const soFar = await Promise.race([told, late])
      this.#refusals = soFar === undefined ? this.#refusals + 1 : 0
      return soFar ?? []
    } catch (error) {
      if (!(error instanceof HttpError)) throw error
      this.#refusals++
      return []
    } finally {
      told.catch(() => undefined)
      over.abort(new Error('over'))
    }
  }
}
