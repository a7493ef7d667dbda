import type { RunCost } from '../../provider.ts'
import { STATES, type LoadTest } from '../contracts/contract.ts'

const MINUTE_MS = 60_000

/**
 * XTC says nothing about the cost of a run. But if the load test itself was run to the end before, its copy
 * takes about as long.
 */
export function xtcCost({ state = '', startedAtMs, finishedAtMs }: LoadTest): RunCost | undefined {
  const isWhole = STATES[state.toUpperCase() as keyof typeof STATES] === 'finished'
  if (!isWhole || startedAtMs === undefined || finishedAtMs === undefined || finishedAtMs <= startedAtMs)
    return undefined
  const minutes = Math.ceil((finishedAtMs - startedAtMs) / MINUTE_MS)
  return { minutes, certainty: 'guess', how: 'as long as its last run' }
}
