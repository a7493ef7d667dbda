import { setTimeout as delay } from 'node:timers/promises'

const EVERY_MS = 500

export interface Wait {
  /** What is waited for, for the error message. */
  what: string
  withinMs: number
  /** Called before each look; throws to end the wait. */
  check: () => void
}

/** Looks repeatedly until there is a result. Throws when the time is up. */
export async function waitFor<T>(wait: Wait, look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const lastMs = Date.now() + wait.withinMs
  for (;;) {
    wait.check()
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > lastMs)
      throw new Error(`Waited ${wait.withinMs / 1000} s for ${wait.what}, without success.`)
    await delay(EVERY_MS)
  }
}
