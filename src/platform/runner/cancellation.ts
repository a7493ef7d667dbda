import { ActionError } from '../../foundation/errors.ts'
import type { Clock } from '../../foundation/ports.ts'

/** Thrown by whatever was under way when the step was cancelled. */
export class Cancelled extends ActionError {
  readonly code = 'cancelled'

  constructor() {
    super('The step was cancelled.')
  }
}

/** The runner allows 7.5 s from its first signal to the next; this leaves time to send the stop. */
const START_GRACE_MS = 5000

/**
 * The step's cancel. A start request in flight gets 5 s to bring its answer: without it nobody would know which run to
 * stop. Everything else ends at once.
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

  /** Runs the start request under the grace described above. */
  async duringStart<T>(work: () => Promise<T>): Promise<T> {
    this.#startsInFlight++
    try {
      return await work()
    } finally {
      this.#startsInFlight--
      if (this.#cancelled) this.#controller.abort(new Cancelled())
    }
  }

  /** Waits for the work, but no longer than until the cancel; the work's own error is thrown. */
  async race(work: Promise<unknown>): Promise<'done' | 'cancelled'> {
    const { signal } = this.#controller
    const cancelled = new Promise<'cancelled'>((resolve) => {
      if (signal.aborted) resolve('cancelled')
      signal.addEventListener('abort', () => resolve('cancelled'), { once: true })
    })
    work.catch(() => undefined)
    return await Promise.race([work.then(() => 'done' as const), cancelled])
  }

  /** The work's result, or `Cancelled` as soon as the step is cancelled: for work that no signal reaches. */
  async orCancelled<T>(work: Promise<T>): Promise<T> {
    if ((await this.race(work)) === 'cancelled') throw new Cancelled()
    return await work
  }

  /** From here on requests work again: the stop must go out although the step is cancelled. */
  beginCleanup(): void {
    this.#controller = new AbortController()
  }
}
