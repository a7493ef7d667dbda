import type { Clock } from '../../src/foundation/ports.ts'

interface Sleeper {
  atMs: number
  wake: () => void
}

/**
 * A clock for tests: it stands still while anything is being done, and jumps to the next sleeper's moment as
 * soon as nothing is. An hour takes as many turns of the event loop as there are sleeps in it.
 */
export class VirtualClock implements Clock {
  #nowMs: number
  readonly #startMs: number
  #sleepers: Sleeper[] = []
  #holds = 0
  #turning = false

  constructor(startMs = Date.UTC(2026, 0, 5, 9)) {
    this.#nowMs = startMs
    this.#startMs = startMs
  }

  readonly now = (): number => this.#nowMs

  readonly monotonicMs = (): number => this.#nowMs - this.#startMs

  readonly sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error)
      const onAbort = (): void => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper)
        reject(signal?.reason as Error)
      }
      const sleeper: Sleeper = {
        atMs: this.#nowMs + ms,
        wake: () => {
          signal?.removeEventListener('abort', onAbort)
          resolve()
        },
      }
      signal?.addEventListener('abort', onAbort, { once: true })
      this.#sleepers.push(sleeper)
      this.#turn()
    })

  /** Stops the clock until the returned function is called, while something real is going on. */
  hold(): () => void {
    this.#holds++
    let held = true
    return () => {
      if (!held) return
      held = false
      this.#holds--
      this.#turn()
    }
  }

  #turn(): void {
    if (this.#turning || this.#holds > 0 || this.#sleepers.length === 0) return
    this.#turning = true
    // An immediate runs after everything that the last wake-up started without real waiting.
    setImmediate(() => {
      this.#turning = false
      if (this.#holds === 0) this.#wakeNext()
      this.#turn()
    })
  }

  #wakeNext(): void {
    const next = this.#sleepers.reduce<Sleeper | undefined>(
      (first, sleeper) => (first === undefined || sleeper.atMs < first.atMs ? sleeper : first),
      undefined,
    )
    if (next === undefined) return
    this.#sleepers = this.#sleepers.filter((other) => other !== next)
    this.#nowMs = Math.max(this.#nowMs, next.atMs)
    next.wake()
  }
}
