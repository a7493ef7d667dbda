import { startSimulator, type Simulator, type SimulatorOptions } from './simulator.ts'
import { seedLoadTests } from './xtc-load-tests.ts'

/** What the workflows in `examples/` need in addition to what every simulator has. */
const LOAD_TESTS = [
  'Search nightly',
  'Browse nightly',
  'Checkout soak',
  'Checkout pull requests',
  'Checkout staging',
]
const CONFIGURATION = 'preview.yaml'
/** A test of 20 minutes takes six seconds. */
const FACTOR = 200

/**
 * A clock that runs faster while something is active, and at its usual speed otherwise, so that it is never
 * far ahead. `isActive` may ask it for the time.
 */
export function hastyClock(isActive: () => boolean, factor = FACTOR, realNow = Date.now): () => number {
  let realMs = realNow()
  let ownMs = realMs
  let isAsking = false
  return () => {
    if (isAsking) return ownMs
    isAsking = true
    const nowMs = realNow()
    ownMs += (nowMs - realMs) * (isActive() ? factor : 1)
    realMs = nowMs
    isAsking = false
    return ownMs
  }
}

/** A simulator for the unchanged workflows in `examples/`, with tests that take less time than planned. */
export async function startForRecipes(options: SimulatorOptions = {}): Promise<Simulator> {
  let started: Simulator | undefined
  const isActive = (): boolean => started !== undefined && started.errthquake.active.length > 0
  started = await startSimulator({
    ...options,
    errthquakeNow: hastyClock(isActive),
    xtc: { loadTests: [...seedLoadTests(), ...LOAD_TESTS.map((name) => ({ name }))] },
    errthquake: { testConfigs: ['checkout.yaml', 'browse.yaml', CONFIGURATION] },
  })
  return started
}
