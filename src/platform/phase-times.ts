import { formatDuration, formatSpan } from '../foundation/format.ts'
import type { Clock, Log } from '../foundation/ports.ts'

const MINUTE_MS = 60_000

export type Phase = 'check' | 'start' | 'wait' | 'collect' | 'judge' | 'confirm' | 'publish'

/** How long each phase of the step took. A phase that happens several times is added up. */
export class PhaseTimes {
  readonly #clock: Pick<Clock, 'monotonicMs'>
  readonly #log: Pick<Log, 'debug'>
  readonly #ms = new Map<Phase, number>()

  constructor(clock: Pick<Clock, 'monotonicMs'>, log: Pick<Log, 'debug'>) {
    this.#clock = clock
    this.#log = log
  }

  /** Does the work, and writes how long it took to the debug log, whether or not it succeeded. */
  async measure<T>(phase: Phase, work: () => Promise<T>): Promise<T> {
    const startMs = this.#clock.monotonicMs()
    try {
      return await work()
    } finally {
      const tookMs = this.#clock.monotonicMs() - startMs
      this.#ms.set(phase, (this.#ms.get(phase) ?? 0) + tookMs)
      this.#log.debug(`Phase ${phase}: ${Math.round(tookMs)} ms`)
    }
  }

  /** For people, such as `start 120 ms, wait 10 m 03 s`; undefined if no phase has ended. */
  get text(): string | undefined {
    const parts = [...this.#ms].map(
      ([phase, ms]) => `${phase} ${ms < MINUTE_MS ? formatDuration(ms) : formatSpan(ms)}`,
    )
    return parts.length === 0 ? undefined : parts.join(', ')
  }
}
