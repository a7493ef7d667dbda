import type { Log } from '../../src/foundation/ports.ts'
import type { ExecutionStatus, Provider } from '../../src/providers/provider.ts'
import { waitForEnd } from '../../src/step/wait/wait-for-end.ts'
import { VirtualClock } from './virtual-clock.ts'

export interface CountedPolls {
  /** When each status request was sent, in milliseconds after the start. */
  atMs: number[]
  /** From the end of the run to the response that reported it. */
  noticedAfterMs: number
}

const quiet = (): void => undefined
const LOG = { info: quiet, notice: quiet, warning: quiet, error: quiet, debug: quiet } as unknown as Log

/** Waits in virtual time for a run of `runMs`; with `estimated`, every response tells the true end time. */
export async function countPolls(runMs: number, estimated: boolean): Promise<CountedPolls> {
  const clock = new VirtualClock()
  const startMs = clock.now()
  const atMs: number[] = []
  const status = (): ExecutionStatus => {
    atMs.push(clock.now() - startMs)
    const stage = clock.now() - startMs >= runMs ? 'finished' : 'running'
    const estimate = estimated ? { estimatedFinishAtMs: startMs + runMs } : {}
    return { id: 'a', label: '', stage, state: stage, ...estimate }
  }
  const { signal } = new AbortController()
  await waitForEnd({
    provider: { status: async () => ({ executions: [status()] }) } as unknown as Provider,
    run: { provider: 'xtc', executions: [{ id: 'a', label: '' }], startedAtMs: startMs },
    clock,
    random: () => 0,
    log: LOG,
    signal: () => signal,
    pollIntervalMs: 'auto',
    timeoutMs: 2 * runMs,
    onStatus: quiet,
    onUrl: quiet,
  })
  return { atMs, noticedAfterMs: clock.now() - startMs - runMs }
}

/** How many requests the same wait takes with one every 5 s: the last is the first at or after the end. */
export function pollsEveryFiveSeconds(runMs: number): number {
  return Math.ceil(runMs / 5000)
}
