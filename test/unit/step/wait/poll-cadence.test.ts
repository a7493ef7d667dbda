import { expect, test } from 'vitest'
import { pollGapMs } from '../../../../src/step/wait/poll-cadence.ts'
import type { ExecutionStatus, RunStatus, Stage } from '../../../../src/providers/provider.ts'

const NOW_MS = Date.UTC(2026, 0, 5, 10)

function execution(stage: Stage, more: Partial<ExecutionStatus> = {}): ExecutionStatus {
  return { id: 'a', label: '', state: stage, stage, ...more }
}

function running(...executions: ExecutionStatus[]): RunStatus {
  return { executions: executions.length === 0 ? [execution('running')] : executions }
}

function gap(elapsedMs: number, status: RunStatus | undefined = running(), polls = 5): number {
  return pollGapMs(polls, elapsedMs, NOW_MS, status)
}

/** The gap if the service expects the end in this many seconds. */
function gapBefore(seconds: number): number {
  return gap(
    3_600_000,
    running(execution('running', { estimatedFinishAtMs: NOW_MS + Math.round(seconds * 1000) })),
  )
}

test('the first two polls come after 1 s and 2 s, whatever is known', () => {
  const estimated = running(execution('running', { estimatedFinishAtMs: NOW_MS + 3_600_000 }))
  expect(gap(0, undefined, 0)).toBe(1000)
  expect(gap(0, estimated, 0)).toBe(1000)
  expect(gap(1000, estimated, 1)).toBe(2000)
})

test('without an estimate the gap is 2 % of the elapsed time, from 6 s to 30 s', () => {
  expect(gap(3000)).toBe(6000)
  expect(gap(300_000)).toBe(6000)
  expect(gap(500_000)).toBe(10_000)
  expect(gap(1_500_000)).toBe(30_000)
  expect(gap(36_000_000)).toBe(30_000)
  expect(gap(500_000, undefined)).toBe(10_000)
})

test('in a state that precedes the end, there is a poll every 5 s', () => {
  expect(gap(3_600_000, running(execution('ending')))).toBe(5000)
  const estimate = { estimatedFinishAtMs: NOW_MS + 600_000 }
  expect(gap(3_600_000, running(execution('ending', estimate)))).toBe(5000)
})

test('far from the estimated end there is one poll per minute', () => {
  expect(gapBefore(3600)).toBe(60_000)
  expect(gapBefore(71)).toBe(60_000)
})

test('the poll after a long gap is 10 s before the estimated end', () => {
  expect(gapBefore(40)).toBe(30_000)
  expect(gapBefore(15)).toBe(5000)
  expect(gapBefore(10.2)).toBe(1000)
})

test('around the estimated end, polls come every 5 s, and afterwards as without an estimate', () => {
  for (const seconds of [10, 5, 0, -30, -60]) expect(gapBefore(seconds)).toBe(5000)
  expect(gapBefore(-61)).toBe(30_000)
})

test('of several executions, the one that needs the shortest gap decides, and ended ones do not count', () => {
  const far = execution('running', { estimatedFinishAtMs: NOW_MS + 3_600_000 })
  const near = execution('running', { estimatedFinishAtMs: NOW_MS + 5000 })
  const ended = execution('finished', { estimatedFinishAtMs: NOW_MS })
  expect(gap(600_000, running(far, near))).toBe(5000)
  expect(gap(600_000, running(far, ended))).toBe(60_000)
  expect(gap(600_000, running(far, execution('ending')))).toBe(5000)
})
