import { HttpError } from '../../../platform/http/http.ts'
import type { Call } from '../contracts/contract.ts'

/**
 * Where the list of load tests is. The documentation of v2 names it in two ways: if the first one does not
 * exist, the other is tried once, and the one that works is used for the rest of the step.
 */
export class ListPlace {
  readonly #usual: string
  readonly #other: string | undefined
  #place: string
  #isSettled = false

  constructor([usual = '', other]: readonly string[]) {
    this.#usual = usual
    this.#other = other
    this.#place = usual
  }

  async ask<T>(call: Call, send: (call: Call) => Promise<T>): Promise<T> {
    try {
      const answer = await send(this.#at(this.#place, call))
      this.#isSettled = true
      return answer
    } catch (error) {
      // After an existing page, it means that there is no such page.
      if (this.#isSettled || this.#other === undefined || !isNotThere(error)) throw error
      const answer = await this.#askElsewhere(this.#at(this.#other, call), send, error)
      this.#place = this.#other
      this.#isSettled = true
      return answer
    }
  }

  async #askElsewhere<T>(call: Call, send: (call: Call) => Promise<T>, first: unknown): Promise<T> {
    try {
      return await send(call)
    } catch (error) {
      if (!isNotThere(error)) throw error
      this.#isSettled = true
      // The message about the usual place is one that can be looked up.
      throw first
    }
  }

  /** Full URLs from the service are used as they are. */
  #at(place: string, call: Call): Call {
    const { path } = call
    const isOurs = path === this.#usual || path.startsWith(`${this.#usual}?`)
    return isOurs ? { ...call, path: `${place}${path.slice(this.#usual.length)}` } : call
  }
}

function isNotThere(error: unknown): boolean {
  return error instanceof HttpError && error.kind === 'status' && error.status === 404
}
