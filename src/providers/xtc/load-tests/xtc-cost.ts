import type { RunCost } from '../../provider.ts'
import { STATES, type LoadTest } from '../contracts/contract.ts'

const MINUTE_MS = 60_000

/**
 * XTC says nothing of what a run will cost, but how long the load test itself ran the last time, where it did, and to its
 * end: its copy takes about as long.
 */
export function xtcCost({ state = '', startedAtMs, finishedAtMs }: LoadTest): RunCost | undefined {
  const isWhole = STATES[state.toUpperCase() as keyof typeof STATES] === 'finished'
  if (!isWhole || startedAtMs === undefined || finishedAtMs === undefined || finishedAtMs <= startedAtMs)
    return undefined
  const minutes = Math.ceil((finishedAtMs - startedAtMs) / MINUTE_MS)
  return { minutes, certainty: 'guess', how: 'as long as its last run' }
}
