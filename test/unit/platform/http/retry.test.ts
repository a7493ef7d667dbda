import { describe, expect, test } from 'vitest'
import { retryAfterMs } from '../../../../src/platform/http/answer.ts'
import { HttpError, type HttpPorts } from '../../../../src/platform/http/http.ts'
import { backoffMs, policyFor, RETRY_POLICY, retrySafe } from '../../../../src/platform/http/retry.ts'
import { VirtualClock } from '../../../clock/virtual-clock.ts'

function status(code: number, more: { retryAfterMs?: number } = {}): HttpError {
  return new HttpError(`status ${code}`, { kind: 'status', status: code, ...more })
}

function trouble(kind: HttpError['kind']): HttpError {
  return new HttpError(kind, { kind })
}

describe('the retry policy', () => {
  test.each([
    ['not-sent', 'retry', 'retry', 'again'],
    ['lost', 'retry', 'retry', 'look'],
    ['stalled', 'retry', 'retry', 'look'],
    ['unreadable', 'retry', 'retry', 'look'],
    ['mismatch', 'end', 'retry', 'look'],
  ] as const)('%s: a safe request %s, a download %s, the start %s', (kind, safe, download, start) => {
    expect(policyFor(trouble(kind))).toMatchObject({ safe, download, start })
  })

  test.each([
    [302, 'end', 'end', 'look'],
    [400, 'end', 'end', 'refused'],
    [401, 'renew', 'renew', 'renew'],
    [403, 'end', 'end', 'refused'],
    [404, 'end', 'retry', 'refused'],
    [408, 'retry', 'retry', 'look'],
    [409, 'end', 'retry', 'refused'],
    [425, 'retry', 'retry', 'look'],
    [429, 'retry', 'retry', 'again'],
    [500, 'retry', 'retry', 'look'],
    [501, 'end', 'end', 'look'],
    [502, 'retry', 'retry', 'look'],
    [503, 'retry', 'retry', 'wait-look'],
    [504, 'retry', 'retry', 'look'],
    [101, 'retry', 'end', 'look'],
  ])('for status %i: a safe request %s, a download %s, the start %s', (code, safe, download, start) => {
    expect(policyFor(status(code))).toMatchObject({ safe, download, start })
  })

  test('sends the start again only if it was certainly not carried out', () => {
    const again = RETRY_POLICY.filter((row) => row.start === 'again').map((row) => row.trouble)
    expect(again).toEqual(['not-sent', 429])
  })
})

test('pauses grow exponentially up to 20 s, with full jitter', () => {
  const ceilings = [1, 2, 3, 4, 5, 6, 7, 50].map((failures) => backoffMs(failures, () => 1))
  expect(ceilings).toEqual([1000, 2000, 4000, 8000, 16_000, 20_000, 20_000, 20_000])
  expect(backoffMs(3, () => 0)).toBe(0)
  expect(backoffMs(3, () => 0.5)).toBe(2000)
})

describe('Retry-After', () => {
  const nowMs = Date.UTC(2026, 0, 5, 9, 0, 0)
  test.each([
    ['7', 7000],
    [' 7 ', 7000],
    ['1.5', 1500],
    ['0', 0],
    ['Mon, 05 Jan 2026 09:00:30 GMT', 30_000],
    ['Mon, 05 Jan 2026 08:00:00 GMT', 0],
    ['86400', 120_000],
    ['Tue, 06 Jan 2026 09:00:00 GMT', 120_000],
  ])('%j waits %i ms, at most two minutes', (value, ms) => {
    expect(retryAfterMs({ 'retry-after': value }, nowMs)).toBe(ms)
  })

  test.each(['', 'soon', '-'])('%j has no effect', (value) => {
    expect(retryAfterMs({ 'retry-after': value }, nowMs)).toBeUndefined()
  })
})

describe('retrySafe', () => {
  function ports(clock: VirtualClock): HttpPorts {
    const { signal } = new AbortController()
    return {
      clock,
      random: () => 1,
      signal: () => signal,
      transport: {
        send: () => {
          throw new Error('nothing is sent here')
        },
      },
    }
  }

  async function attempts(errors: Error[], budgetMs = 60_000): Promise<{ atMs: number[]; thrown: unknown }> {
    const clock = new VirtualClock(0)
    const atMs: number[] = []
    try {
      await retrySafe(ports(clock), { budgetMs }, async () => {
        atMs.push(clock.now())
        const error = errors[Math.min(atMs.length - 1, errors.length)]
        if (error !== undefined) throw error
      })
      return { atMs, thrown: undefined }
    } catch (error) {
      return { atMs, thrown: error }
    }
  }

  test('repeats with growing pauses until it succeeds', async () => {
    const { atMs, thrown } = await attempts([status(503), trouble('lost'), trouble('unreadable')])
    expect(thrown).toBeUndefined()
    expect(atMs).toEqual([0, 1000, 3000, 7000])
  })

  test('waits as long as the service asks', async () => {
    expect((await attempts([status(429, { retryAfterMs: 9000 })])).atMs).toEqual([0, 9000])
  })

  test('ends at once if waiting cannot help', async () => {
    for (const error of [status(403), status(401), trouble('mismatch'), new Error('a bug')]) {
      expect(await attempts([error])).toEqual({ atMs: [0], thrown: error })
    }
    const certificate = new HttpError('certificate', { kind: 'not-sent', permanent: true })
    expect(await attempts([certificate])).toEqual({ atMs: [0], thrown: certificate })
  })

  test('returns the last error when its time limit is reached, and never waits beyond it', async () => {
    const errors = Array.from({ length: 20 }, (_, index) => status(500 + (index % 2) * 2))
    const { atMs, thrown } = await attempts(errors, 10_000)
    expect(atMs).toEqual([0, 1000, 3000, 7000])
    expect(thrown).toBe(errors[3])
  })
})
