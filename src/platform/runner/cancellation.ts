import { ActionError } from '../../foundation/errors.ts'
import type { Clock } from '../../foundation/ports.ts'

/** Thrown by any work that is in progress when the step is cancelled. */
export class Cancelled extends ActionError {
  readonly code = 'cancelled'

  constructor() {
    super('The step was cancelled.')
  }
}

/** The runner allows 7.5 s from its first signal to the next; this leaves time to send the stop. */
const START_GRACE_MS = 5000

/**
 * The step's cancellation. A start request in flight gets 5 s for its response; without it, the run to stop
 * would be unknown. Everything else ends at once.
 */
export class Cancellation {
  readonly #clock: Clock
  #controller = new AbortController()
  #startsInFlight = 0
  #cancelled = false

  constructor(clock: Clock) {
    this.#clock = clock
  }

  get cancelled(): boolean {
    return this.#cancelled
  }

  readonly signal = (): AbortSignal => this.#controller.signal

  cancel(): void {
    if (this.#cancelled) return
    this.#cancelled = true
    const controller = this.#controller
    const abort = (): void => controller.abort(new Cancelled())
    if (this.#startsInFlight === 0) abort()
    else void this.#clock.sleep(START_GRACE_MS, controller.signal).then(abort, () => undefined)
  }

  /** Runs the start request with the grace period described above. */
  async duringStart<T>(work: () => Promise<T>): Promise<T> {
    this.#startsInFlight++
    try {
      return await work()
    } finally {
      this.#startsInFlight--
      if (this.#cancelled) this.#controller.abort(new Cancelled())
    }
  }

  /** Waits for the work, but only until the cancellation; throws the work's own error. */
  async race(work: Promise<unknown>): Promise<'done' | 'cancelled'> {
    const { signal } = this.#controller
    const cancelled = new Promise<'cancelled'>((resolve) => {
      if (signal.aborted) resolve('cancelled')
      signal.addEventListener('abort', () => resolve('cancelled'), { once: true })
    })
    work.catch(() => undefined)
    return await Promise.race([work.then(() => 'done' as const), cancelled])
  }

  /**
   * The work's result, or `Cancelled` when the step is cancelled: for work that does not react to a signal.
   */
  async orCancelled<T>(work: Promise<T>): Promise<T> {
    if ((await this.race(work)) === 'cancelled') throw new Cancelled()
    return await work
  }

  /** From here on requests work again, because the stop must be sent although the step is cancelled. */
  beginCleanup(): void {
    this.#controller = new AbortController()
  }
}
