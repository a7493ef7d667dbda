import { expect, test } from 'vitest'
import { boundedXPath, type Isolate } from '../../../../src/criteria/xpath/bounded-xpath.ts'
import { VirtualClock } from '../../../clock/virtual-clock.ts'

const LIMITS = { deadlineMs: 60_000, turnMs: 5000, memoryMb: 1000 }

/**
 * A process in virtual time: expressions are `<what> [<ms>]`, and `what` is `holds`, `breaks`, `hangs` or
 * `dies`.
 */
function isolateIn(clock: VirtualClock, rounds: string[][] = [], readMs = 0): Isolate {
  return async ({ task, onAnswer, signal }) => {
    rounds.push(task.expressions)
    try {
      await clock.sleep(readMs, signal)
      onAnswer({ begins: true })
      for (const expression of task.expressions) {
        const [what = '', ms = '0'] = expression.split(' ')
        if (what === 'dies') return false
        await clock.sleep(what === 'hangs' ? 1e9 : Number(ms), signal)
        onAnswer({ outcome: { status: what === 'holds' ? 'passed' : 'failed', message: '' } })
      }
      return true
    } catch {
      return false
    }
  }
}

async function outcomes(expressions: string[], more: { readMs?: number; signal?: AbortSignal } = {}) {
  const clock = new VirtualClock()
  const rounds: string[][] = []
  const startMs = clock.now()
  const found = await boundedXPath({ expressions, reportPath: 'x' }, LIMITS, {
    clock,
    isolate: isolateIn(clock, rounds, more.readMs),
    signal: more.signal ?? new AbortController().signal,
  })
  const statuses = Object.fromEntries([...found].map(([expression, { status }]) => [expression, status]))
  const messages = new Set(
    [...found].filter(([, { status }]) => status === 'error').map(([, { message }]) => message),
  )
  return { statuses, messages: [...messages], rounds, tookMs: clock.now() - startMs }
}

test('fast expressions take one round, and a repeated expression is evaluated once', async () => {
  const { statuses, rounds } = await outcomes(['holds 1', 'breaks 2', 'holds 1', 'holds 4000'])
  expect(statuses).toEqual({ 'holds 1': 'passed', 'breaks 2': 'failed', 'holds 4000': 'passed' })
  expect(rounds).toEqual([['holds 1', 'breaks 2', 'holds 4000']])
})

test('an expression that hangs is evaluated after the others, and is an error at the deadline', async () => {
  const { statuses, messages, tookMs } = await outcomes(['hangs', 'holds 10', 'breaks 10'])
  expect(statuses).toEqual({ hangs: 'error', 'holds 10': 'passed', 'breaks 10': 'failed' })
  expect(messages[0]).toMatch(
    /^It was not evaluated within 60 s, the time for all XPath expressions together\. Simplify it/,
  )
  expect(tookMs).toBe(LIMITS.deadlineMs)
})

test('a slow expression gets the time that the others leave', async () => {
  const { statuses } = await outcomes(['holds 35000', 'holds 10', 'breaks 20'])
  expect(statuses).toEqual({ 'holds 35000': 'passed', 'holds 10': 'passed', 'breaks 20': 'failed' })
})

test('many hanging expressions do not keep later ones from their turn while there is time', async () => {
  const hanging = Array.from({ length: 8 }, (_, index) => `hangs ${index}`)
  const { statuses, tookMs } = await outcomes([...hanging, 'holds 10'])
  expect(statuses['holds 10']).toBe('passed')
  expect(Object.values(statuses).filter((status) => status === 'error')).toHaveLength(8)
  expect(tookMs).toBe(LIMITS.deadlineMs)
})

test('an expression that ends its process is an error, and the others continue in a new one', async () => {
  const { statuses, messages, rounds } = await outcomes(['holds 1', 'dies', 'breaks 1'])
  expect(statuses).toEqual({ 'holds 1': 'passed', dies: 'error', 'breaks 1': 'failed' })
  expect(messages).toEqual([expect.stringMatching(/^It took more than 1,000 MB of memory/)])
  expect(rounds).toEqual([['holds 1', 'dies', 'breaks 1'], ['breaks 1']])
})

test('if the report ends the process, or is not read in time, every expression is an error', async () => {
  const clock = new VirtualClock()
  const signal = new AbortController().signal
  const isolate: Isolate = () => Promise.resolve(false)
  const found = await boundedXPath({ expressions: ['a', 'b'], reportPath: 'x' }, LIMITS, {
    clock,
    isolate,
    signal,
  })
  expect([...found.values()].map(({ message }) => message)).toEqual(
    Array.from(
      { length: 2 },
      () => expect.stringMatching(/^Reading testreport\.xml took more than 1,000 MB/) as string,
    ),
  )
  const { statuses, rounds, tookMs } = await outcomes(['holds 1', 'breaks 1'], { readMs: 1e9 })
  expect(statuses).toEqual({ 'holds 1': 'error', 'breaks 1': 'error' })
  expect([rounds.length, tookMs]).toEqual([1, LIMITS.deadlineMs])
})

test('if the process cannot be started, every expression is an error with the reason', async () => {
  const found = await boundedXPath({ expressions: ['a'], reportPath: 'x' }, LIMITS, {
    clock: new VirtualClock(),
    isolate: () => Promise.reject(new Error('spawn EAGAIN')),
    signal: new AbortController().signal,
  })
  expect(found.get('a')).toEqual({ status: 'error', message: 'XPath could not be evaluated: spawn EAGAIN' })
})

test('a cancel ends everything at once', async () => {
  const clock = new VirtualClock()
  const startMs = clock.now()
  const cancel = new AbortController()
  void clock.sleep(2000).then(() => cancel.abort())
  const found = await boundedXPath({ expressions: ['hangs', 'holds 1'], reportPath: 'x' }, LIMITS, {
    clock,
    isolate: isolateIn(clock),
    signal: cancel.signal,
  })
  expect([...found.values()].map(({ status }) => status)).toEqual(['error', 'error'])
  expect(clock.now()).toBeLessThan(startMs + 3000)
})
