import { setTimeout as delay } from 'node:timers/promises'

const EVERY_MS = 500

export interface Wait {
  /** For the error: what is waited for. */
  what: string
  withinMs: number
  /** Called each time before it is looked again; throws what must end the wait. */
  check: () => void
}

/** Asks again and again until there is an answer. Throws once the time is over. */
export async function waitFor<T>(wait: Wait, look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const lastMs = Date.now() + wait.withinMs
  for (;;) {
    wait.check()
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > lastMs) throw new Error(`Waited ${wait.withinMs / 1000} s in vain for ${wait.what}.`)
    await delay(EVERY_MS)
  }
}
