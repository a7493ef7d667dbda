import type { Clock } from '../../src/foundation/ports.ts'
import { isRealWorkPending, watchDecompression } from './real-work.ts'

interface Sleeper {
  atMs: number
  owner: ProcessClock | undefined
  wake: () => void
}

/** After this many turns of the event loop without real work, everything that could continue has done so. */
const QUIET_TURNS = 3
/**
 * How many checks must find no progress before it counts as a standstill. Loading a module is not visible,
 * and takes long on a busy machine.
 */
const PATIENT_LOOKS = 300
const LOOK_GAP_MS = 100

/**
 * A clock for whole worlds: a service, a network, a main and a post program. It stands still until all real
 * work is done, then jumps to the next sleeper and wakes only that one. The order of events therefore never
 * depends on the speed of the machine, and a seed plays the same every time.
 */
export class SettledClock {
  #nowMs: number
  #sleepers: Sleeper[] = []

  constructor(startMs = Date.UTC(2026, 0, 5, 9)) {
    this.#nowMs = startMs
    watchDecompression()
  }

  readonly now = (): number => this.#nowMs

  readonly sleep = (ms: number): Promise<void> => this.sleepFor(ms)

  sleepFor(ms: number, signal?: AbortSignal, owner?: ProcessClock): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error)
      const onAbort = (): void => {
        this.#drop((other) => other === sleeper)
        reject(signal?.reason as Error)
      }
      const sleeper: Sleeper = {
        atMs: this.#nowMs + Math.max(0, ms),
        owner,
        wake: () => {
          signal?.removeEventListener('abort', onAbort)
          resolve()
        },
      }
      signal?.addEventListener('abort', onAbort, { once: true })
      this.#sleepers.push(sleeper)
    })
  }

  /** Schedules an event in the world, whoever is asleep. */
  at(atMs: number, happen: () => void): void {
    this.#sleepers.push({ atMs: Math.max(atMs, this.#nowMs), owner: undefined, wake: happen })
  }

  /** Removes the sleepers of a dead process. */
  forget(owner: ProcessClock): void {
    this.#drop((sleeper) => sleeper.owner === owner)
  }

  /** Lets time pass until the work is done. Throws if the work waits for something that will never come. */
  async until(work: Promise<unknown>): Promise<void> {
    let done = false
    const end = (): void => void (done = true)
    work.then(end, end)
    for (let looks = 0; looks < PATIENT_LOOKS; looks++) {
      await settled()
      if (done) return
      if (this.#wakeNext()) looks = 0
      else await new Promise((resolve) => setTimeout(resolve, LOOK_GAP_MS))
    }
    throw new Error('Everything waits, and nothing is left to wait for.')
  }

  #wakeNext(): boolean {
    // Among sleepers due at the same moment, the first is the one that went to sleep first.
    let next: Sleeper | undefined
    for (const sleeper of this.#sleepers) if (next === undefined || sleeper.atMs < next.atMs) next = sleeper
    if (next === undefined) return false
    this.#drop((other) => other === next)
    this.#nowMs = next.atMs
    next.wake()
    return true
  }

  #drop(which: (sleeper: Sleeper) => boolean): void {
    this.#sleepers = this.#sleepers.filter((sleeper) => !which(sleeper))
  }
}

async function settled(): Promise<void> {
  for (let quiet = 0; quiet < QUIET_TURNS; quiet++) {
    await new Promise((resolve) => setImmediate(resolve))
    if (isRealWorkPending()) quiet = -1
  }
}

/** The clock of one program, which can be killed: from then on, it never wakes again. */
export class ProcessClock implements Clock {
  readonly #world: SettledClock
  dead = false

  readonly #aheadMs: () => number
  readonly #startMs: number

  /** `aheadMs`: how far the machine's time is off at the moment. */
  constructor(world: SettledClock, aheadMs: () => number = () => 0) {
    this.#world = world
    this.#aheadMs = aheadMs
    this.#startMs = world.now()
  }

  readonly now = (): number => this.#world.now() + this.#aheadMs()

  readonly monotonicMs = (): number => this.#world.now() - this.#startMs

  readonly sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    this.dead ? never() : this.#world.sleepFor(ms, signal, this)

  kill(): void {
    this.dead = true
    this.#world.forget(this)
  }
}

export function never<T>(): Promise<T> {
  return new Promise(() => undefined)
}
