import { expect, test } from 'vitest'
import type { ExecutionHandle, ExecutionStatus, Provider } from '../../../../src/providers/provider.ts'
import { BeginTimes } from '../../../../src/step/wait/begin-times.ts'
import { CostLimit } from '../../../../src/step/wait/cost-limit.ts'
import { ServiceClock } from '../../../../src/step/wait/service-clock.ts'
import { VirtualClock } from '../../../clock/virtual-clock.ts'

const MINUTE_MS = 60_000

interface Watched {
  limit: CostLimit
  clock: VirtualClock
  lines: string[]
  /** Ids `a`, `b`…, all of which began when the watch began. */
  executions: (stages: ExecutionStatus['stage'][], finishedAfterMs?: number) => ExecutionStatus[]
}

function watch(
  maxMinutes: number | undefined,
  handles: Partial<ExecutionHandle>[],
  { canStop = true, adopted = false } = {},
): Watched {
  const clock = new VirtualClock()
  const startMs = clock.now()
  const serviceClock = new ServiceClock(clock)
  serviceClock.update(startMs)
  const begins = new BeginTimes(clock, serviceClock, clock.monotonicMs())
  const lines: string[] = []
  const executions: Watched['executions'] = (stages, finishedAfterMs) =>
    stages.map((stage, index) => ({
      id: 'abc'.charAt(index),
      label: '',
      stage,
      state: stage,
      startedAtMs: startMs,
      ...(finishedAfterMs !== undefined && { finishedAtMs: startMs + finishedAfterMs }),
    }))
  for (const execution of executions(handles.map(() => 'running')))
    begins.record(execution, clock.monotonicMs())
  const limit = new CostLimit({
    provider: { canStop } as Provider,
    run: {
      provider: 'errthquake',
      executions: handles.map((handle, index) => ({ label: '', ...handle, id: 'abc'.charAt(index) })),
      startedAtMs: startMs,
      ...(adopted && { adopted: true }),
    },
    clock,
    log: { warning: (text: string) => lines.push(text) } as never,
    begins,
    ...(maxMinutes !== undefined && { maxMinutes }),
  })
  return { limit, clock, lines, executions }
}

async function pass(clock: VirtualClock, ms: number): Promise<void> {
  await clock.sleep(ms)
}

test('a benchmark is over the limit once it has run for that long', async () => {
  const { limit, clock, executions } = watch(10, [{}])
  expect(limit.dueInMs(executions(['running']))).toBe(10 * MINUTE_MS)
  await pass(clock, 10 * MINUTE_MS - 1)
  expect(limit.isReached(executions(['running']))).toBe(false)
  await pass(clock, 1)
  expect(limit.isReached(executions(['running']))).toBe(true)
})

test('a test of exactly that length has half a minute for its end to be seen', async () => {
  const { limit, clock, executions } = watch(10, [{ plannedMs: 10 * MINUTE_MS }])
  await pass(clock, 10 * MINUTE_MS + 29_999)
  expect(limit.isReached(executions(['running']))).toBe(false)
  await pass(clock, 1)
  expect(limit.isReached(executions(['running']))).toBe(true)
})

test('the executions share the limit, and ended ones count with their time', async () => {
  const { limit, clock, executions } = watch(10, [{}, {}])
  expect(limit.dueInMs(executions(['running', 'running']))).toBe(5 * MINUTE_MS)
  await pass(clock, 4 * MINUTE_MS)
  const [ended, running] = [executions(['finished'], 2 * MINUTE_MS)[0], executions(['running', 'running'])[1]]
  if (ended === undefined || running === undefined) throw new Error('two executions')
  expect(limit.dueInMs([ended, running])).toBe(4 * MINUTE_MS)
})

test('time while results are stored costs nothing', async () => {
  const { limit, clock, executions } = watch(10, [{}])
  await pass(clock, 9 * MINUTE_MS)
  expect(limit.isReached(executions(['ending']))).toBe(false)
  await pass(clock, 9 * MINUTE_MS)
  expect(limit.isReached(executions(['ending']))).toBe(false)
})

test.each([
  { what: 'cannot be stopped', options: { canStop: false } },
  { what: 'may be somebody else’s', options: { adopted: true } },
])('a run that $what is mentioned once, and continues', async ({ options }) => {
  const { limit, clock, executions, lines } = watch(1, [{}], options)
  await pass(clock, 2 * MINUTE_MS)
  expect(limit.isReached(executions(['running']))).toBe(false)
  expect(limit.isReached(executions(['running']))).toBe(false)
  expect(lines).toEqual([expect.stringMatching(/^Run a has taken more than the 1 minutes/)])
})

test('without a limit, nothing is ever over it', () => {
  const { limit, executions } = watch(undefined, [{}])
  expect(limit.dueInMs(executions(['running']))).toBe(Number.POSITIVE_INFINITY)
})
