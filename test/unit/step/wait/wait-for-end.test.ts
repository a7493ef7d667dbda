import { describe, expect, test } from 'vitest'
import { GateError } from '../../../../src/foundation/errors.ts'
import { HttpError } from '../../../../src/platform/http/http.ts'
import type { Log } from '../../../../src/foundation/ports.ts'
import type { ExecutionStatus, Provider, RunHandle, RunStatus } from '../../../../src/providers/provider.ts'
import { waitForEnd, type WaitEnd, type WaitOptions } from '../../../../src/step/wait/wait-for-end.ts'
import { VirtualClock } from '../../../clock/virtual-clock.ts'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

interface Watched {
  end: WaitEnd | undefined
  thrown: unknown
  /** Milliseconds after the start. */
  polls: number[]
  stops: { id: string; atMs: number }[]
  lines: string[]
  urls: string[]
  elapsedMs: number
}

/** Waits for a run whose state depends on the time since its start. */
async function watch(
  statusAt: (elapsedMs: number, startMs: number) => RunStatus,
  more: Partial<WaitOptions> & {
    executions?: RunHandle['executions']
    soFar?: Provider['soFar']
  } = {},
): Promise<Watched> {
  const clock = new VirtualClock()
  const startMs = clock.now()
  const watched: Watched = {
    end: undefined,
    thrown: undefined,
    polls: [],
    stops: [],
    lines: [],
    urls: [],
    elapsedMs: 0,
  }
  const say = (text: string): unknown => watched.lines.push(text)
  const log = { info: say, notice: say, warning: say, error: say, debug: say } as unknown as Log
  const provider = {
    ...(more.soFar !== undefined && { soFar: more.soFar }),
    status: async () => {
      watched.polls.push(clock.now() - startMs)
      return statusAt(clock.now() - startMs, startMs)
    },
    stop: async (id: string) => {
      watched.stops.push({ id, atMs: clock.now() - startMs })
    },
  } as unknown as Provider
  const { signal } = new AbortController()
  const { executions = [{ id: 'a', label: '' }], soFar: _soFar, ...options } = more
  try {
    watched.end = await waitForEnd({
      provider,
      run: { provider: 'xtc', executions, startedAtMs: startMs },
      clock,
      random: () => 0,
      log,
      signal: () => signal,
      pollIntervalMs: 'auto',
      timeoutMs: 3 * HOUR_MS,
      onStatus: () => undefined,
      onUrl: (url) => watched.urls.push(url),
      ...options,
    })
  } catch (error) {
    watched.thrown = error
  }
  watched.elapsedMs = clock.now() - startMs
  return watched
}

function one(stage: ExecutionStatus['stage'], more: Partial<ExecutionStatus> = {}): RunStatus {
  return { executions: [{ id: 'a', label: '', stage, state: stage.toUpperCase(), ...more }] }
}

function runUntil(endMs: number): (elapsedMs: number) => RunStatus {
  return (elapsedMs) => one(elapsedMs >= endMs ? 'finished' : 'running')
}

function gapsOf(polls: number[]): number[] {
  return polls.map((atMs, index) => atMs - (polls[index - 1] ?? 0))
}

describe('an hour-long run', () => {
  test('without an estimate is polled at 1 s, 3 s, then every 6 to 30 s', async () => {
    const { end, polls, elapsedMs } = await watch(runUntil(HOUR_MS))
    expect(end?.how).toBe('final')
    const gaps = gapsOf(polls)
    expect(gaps.slice(0, 3)).toEqual([1000, 2000, 6000])
    expect(Math.max(...gaps)).toBe(30_000)
    expect(Math.min(...gaps.slice(2))).toBe(6000)
    // Seen within half a minute of its end.
    expect(elapsedMs - HOUR_MS).toBeLessThanOrEqual(30_000)
    expect(polls.length).toBeLessThan(250)
  })

  test('with an estimate takes about one poll per minute, and its end is seen within 5 s', async () => {
    const { polls, elapsedMs } = await watch((elapsed, startMs) =>
      one(elapsed >= HOUR_MS ? 'finished' : 'running', {
        estimatedFinishAtMs: startMs + HOUR_MS,
      }),
    )
    expect(polls.length).toBeLessThan(75)
    expect(elapsedMs - HOUR_MS).toBeLessThanOrEqual(5000)
  })

  test('prints one line per change of state, and otherwise less often the longer it lasts', async () => {
    const { lines } = await watch((elapsed, startMs) =>
      elapsed < 5 * MINUTE_MS
        ? one('waiting')
        : one(elapsed >= HOUR_MS ? 'finished' : 'running', { estimatedFinishAtMs: startMs + HOUR_MS }),
    )
    expect(lines.length).toBeLessThanOrEqual(25)
    expect(lines[0]).toBe('WAITING after 1 s')
    expect(lines.filter((line) => line.startsWith('FINISHED'))).toHaveLength(1)
    expect(lines).toContainEqual(expect.stringMatching(/^RUNNING after \d+ m.*, about \d+ m.* left$/))
  })
})

describe('progress lines', () => {
  const running = (elapsed: number, startMs: number): RunStatus =>
    elapsed < MINUTE_MS
      ? one('waiting')
      : one(elapsed >= HOUR_MS ? 'finished' : 'running', {
          startedAtMs: startMs + MINUTE_MS,
          estimatedFinishAtMs: startMs + HOUR_MS,
          virtualUsers: 1500,
        })

  test('show length, virtual users and figures of the service while it runs', async () => {
    const asked: number[] = []
    const { lines, polls } = await watch(running, {
      executions: [{ id: 'a', label: '', plannedMs: 59 * MINUTE_MS }],
      soFar: async (ids) => {
        asked.push(ids.length)
        return [
          ['requests', 4210],
          ['rate', 7.512],
        ]
      },
    })
    const active = lines.filter((line) => line.startsWith('RUNNING'))
    expect(active.length).toBeGreaterThan(5)
    for (const line of active) {
      const known = / left: (0|\d+ [ms]).* of 59 m, 1,500 virtual users, requests 4,210, rate 7.51$/
      expect(line).toMatch(known)
    }
    // Never with a poll that prints nothing, nor before or after the run.
    expect(asked).toEqual(active.map(() => 1))
    expect(asked.length).toBeLessThan(polls.length / 2)
  })

  test('use the duration of earlier runs if there is no plan', async () => {
    const executions = [{ id: 'a', label: '', likelyMs: 2 * HOUR_MS }]
    const { lines } = await watch(running, { executions })
    expect(lines).toContainEqual(
      expect.stringMatching(/^RUNNING after .* of about 2 h, 1,500 virtual users$/),
    )
  })

  test('ask a service that rejects the request three times', async () => {
    let asked = 0
    const { end } = await watch(running, {
      soFar: async () => {
        asked++
        throw new HttpError('not there', { kind: 'status', status: 404 })
      },
    })
    expect(end?.how).toBe('final')
    expect(asked).toBe(3)
  })

  test('are delayed by 5 s each by a service that hangs, which is asked three times', async () => {
    let asked = 0
    const { end, elapsedMs } = await watch(running, {
      soFar: async () => {
        asked++
        return await new Promise<never>(() => undefined)
      },
    })
    expect(end?.how).toBe('final')
    expect(asked).toBe(3)
    expect(elapsedMs - HOUR_MS).toBeLessThanOrEqual(5 * SECOND_MS)
  })
})

test('a fixed poll interval is kept', async () => {
  const { polls } = await watch(runUntil(50_000), { pollIntervalMs: 10_000 })
  expect(polls).toEqual([10_000, 20_000, 30_000, 40_000, 50_000])
})

test('the timeout is exact to the millisecond', async () => {
  const { end, elapsedMs } = await watch(runUntil(HOUR_MS), { timeoutMs: 10 * MINUTE_MS + 7 })
  expect(end).toMatchObject({ how: 'timeout', status: { executions: [{ state: 'RUNNING' }] } })
  expect(elapsedMs).toBe(10 * MINUTE_MS + 7)
})

test('a run that ends exactly at the timeout has ended', async () => {
  const { end } = await watch(runUntil(10 * MINUTE_MS), { timeoutMs: 10 * MINUTE_MS })
  expect(end?.how).toBe('final')
})

test('ended executions are not polled again', async () => {
  const asked: string[] = []
  const clock = new VirtualClock()
  const startMs = clock.now()
  const { signal } = new AbortController()
  const quiet = { info: () => undefined } as unknown as Log
  const provider = {
    status: async (run: RunHandle) => {
      asked.push(run.executions.map(({ id }) => id).join('+'))
      const executions = run.executions.map(({ id, label }) => {
        const ended = clock.now() - startMs >= (id === 'a' ? 5000 : 12_000)
        return { id, label, stage: ended ? ('finished' as const) : ('running' as const), state: 'x' }
      })
      return { executions }
    },
  } as unknown as Provider
  const end = await waitForEnd({
    provider,
    run: {
      provider: 'errthquake',
      executions: [
        { id: 'a', label: 'eu' },
        { id: 'b', label: 'us' },
      ],
      startedAtMs: startMs,
    },
    clock,
    random: () => 0,
    log: quiet,
    signal: () => signal,
    pollIntervalMs: 4000,
    timeoutMs: HOUR_MS,
    onStatus: () => undefined,
    onUrl: () => undefined,
  })
  expect(asked).toEqual(['a+b', 'a+b', 'b'])
  expect(end.status.executions.map(({ id, label }) => [id, label])).toEqual([
    ['a', 'eu'],
    ['b', 'us'],
  ])
})

describe('an unresponsive test', () => {
  test('ends the wait after 5 minutes without any change', async () => {
    const { end, elapsedMs } = await watch((elapsed) =>
      one(elapsed >= 10 * MINUTE_MS ? 'unresponsive' : 'running'),
    )
    expect(end?.how).toBe('unresponsive')
    expect(elapsedMs).toBeGreaterThanOrEqual(15 * MINUTE_MS)
    expect(elapsedMs).toBeLessThan(16 * MINUTE_MS)
  })

  test('may recover before that', async () => {
    const { end } = await watch((elapsed) =>
      one(
        elapsed >= 20 * MINUTE_MS
          ? 'finished'
          : elapsed % (5 * MINUTE_MS) >= MINUTE_MS
            ? 'unresponsive'
            : 'running',
      ),
    )
    expect(end?.how).toBe('final')
  })
})

describe('interactive tests', () => {
  const interactive = { executions: [{ id: 'a', label: '', interactive: true }], stopAfterMs: 90_000 }

  test('are stopped stop-after their beginning', async () => {
    const { stops, end } = await watch((elapsed, startMs) => {
      if (elapsed < 20_000) return one('waiting')
      return one(elapsed >= 115_000 ? 'finished' : 'running', { startedAtMs: startMs + 20_000 })
    }, interactive)
    expect(stops).toEqual([{ id: 'a', atMs: 110_000 }])
    expect(end?.how).toBe('final')
  })

  test('are stopped again every 30 s while they stay active', async () => {
    const { stops } = await watch(
      (elapsed, startMs) => one(elapsed >= 155_000 ? 'finished' : 'running', { startedAtMs: startMs }),
      interactive,
    )
    expect(stops.map(({ atMs }) => atMs)[0]).toBe(90_000)
    expect(stops).toHaveLength(3)
  })
})

test('the page is printed once, as soon as it is known', async () => {
  const { urls } = await watch((elapsed) => ({
    ...one(elapsed >= MINUTE_MS ? 'finished' : 'running'),
    ...(elapsed > 5000 && { url: 'https://xtc.example/41' }),
  }))
  expect(urls).toEqual(['https://xtc.example/41'])
})

test('an unknown state is mentioned once, and waiting continues', async () => {
  const { lines, end } = await watch((elapsed) =>
    elapsed < MINUTE_MS ? one('running', { state: 'WARMING', unknownState: true }) : one('finished'),
  )
  expect(end?.how).toBe('final')
  expect(lines.filter((line) => line.includes("'WARMING' is not known"))).toHaveLength(1)
})

describe('trouble', () => {
  const broken = new HttpError('GET https://x/y failed with status 502: (empty)', {
    kind: 'status',
    status: 502,
  })

  test('an outage of less than 10 minutes is survived', async () => {
    const { end, lines } = await watch((elapsed) => {
      if (elapsed > MINUTE_MS && elapsed < 10 * MINUTE_MS) throw broken
      return one(elapsed >= 12 * MINUTE_MS ? 'finished' : 'running')
    })
    expect(end?.how).toBe('final')
    expect(lines.filter((line) => line.startsWith('No usable response'))).toHaveLength(1)
    expect(lines).toContainEqual(expect.stringMatching(/^Contact was restored after 9 m/))
  })

  test('a longer outage ends as lost contact, with the run and the last error', async () => {
    const { thrown } = await watch((elapsed) => {
      if (elapsed > MINUTE_MS) throw broken
      return one('running')
    })
    expect(thrown).toBeInstanceOf(GateError)
    expect((thrown as GateError).reason).toBe('contact-lost')
    expect((thrown as GateError).message).toMatch(/Lost contact with run a\. .*10 m.*status 502/)
  })

  test('with a long interval set by the user, one failed response is not an outage', async () => {
    let failed = false
    const { end, polls } = await watch(
      (elapsed) => {
        if (elapsed > 15 * MINUTE_MS && !failed) {
          failed = true
          throw broken
        }
        return one(elapsed >= 35 * MINUTE_MS ? 'finished' : 'running')
      },
      { pollIntervalMs: 10 * MINUTE_MS },
    )
    expect(end?.how).toBe('final')
    // After a failure, the next try comes soon.
    expect((polls[2] ?? 0) - (polls[1] ?? 0)).toBeLessThanOrEqual(30_000)
  })

  test('an interactive test is stopped even during an outage, without too many polls', async () => {
    const { stops, polls } = await watch(
      (elapsed, startMs) => {
        if (elapsed > 60_000 && elapsed < 6 * MINUTE_MS) throw broken
        return one(elapsed >= 6 * MINUTE_MS ? 'finished' : 'running', { startedAtMs: startMs })
      },
      { executions: [{ id: 'a', label: '', interactive: true }], stopAfterMs: 90_000 },
    )
    expect(stops[0]?.atMs).toBeLessThan(2 * MINUTE_MS)
    expect(polls.length).toBeLessThan(100)
  })

  test('a new run may be unknown for a minute, an old one may not', async () => {
    const unknown = new HttpError('not found', { kind: 'status', status: 404 })
    const fresh = await watch((elapsed) => {
      if (elapsed < 30_000) throw unknown
      return one('finished')
    })
    expect(fresh.end?.how).toBe('final')
    const old = await watch((elapsed) => {
      if (elapsed > 90_000) throw unknown
      return one('running')
    })
    expect((old.thrown as GateError).reason).toBe('contact-lost')
    expect(old.elapsedMs).toBeLessThan(2 * MINUTE_MS)
  })

  test('the minute counts from the response to the start, however long ago the request was sent', async () => {
    const clock = new VirtualClock()
    const unknown = new HttpError('not found', { kind: 'status', status: 404 })
    const { signal } = new AbortController()
    const startedAtMs = clock.now() - 5 * MINUTE_MS
    const end = await waitForEnd({
      provider: {
        status: async () => {
          if (clock.now() - startedAtMs < 5 * MINUTE_MS + 50_000) throw unknown
          return one('finished')
        },
      } as unknown as Provider,
      run: { provider: 'xtc', executions: [{ id: 'a', label: '' }], startedAtMs },
      sinceMs: clock.monotonicMs(),
      clock,
      random: () => 0,
      log: { info: () => undefined } as unknown as Log,
      signal: () => signal,
      pollIntervalMs: 'auto',
      timeoutMs: HOUR_MS,
      onStatus: () => undefined,
      onUrl: () => undefined,
    })
    expect(end.how).toBe('final')
  })

  test('a rejection ends the wait at once and says what it means', async () => {
    const { thrown, polls } = await watch(() => {
      throw new HttpError('forbidden', { kind: 'status', status: 403 })
    })
    expect(polls).toHaveLength(1)
    expect((thrown as GateError).message).toContain('lack a scope or permission')
  })
})

describe('the number of lines', () => {
  const regions = (count: number): RunHandle['executions'] =>
    Array.from({ length: count }, (_, index) => ({ id: `id${index}`, label: `region-${index}` }))

  test.each([
    [1, 1, 22],
    [6, 1, 52],
    [1, 12, 40],
  ])('in %i h with %i executions fits on a screen', async (hours, count, mostLines) => {
    const executions = regions(count)
    const { lines } = await watch(
      (elapsed, startMs) => ({
        executions: executions.map(({ id, label }, index) => {
          const isOver = elapsed >= hours * HOUR_MS - index * 10 * SECOND_MS
          const stage = isOver ? 'finished' : elapsed < 3 * MINUTE_MS ? 'waiting' : 'running'
          return { id, label, stage, state: stage, estimatedFinishAtMs: startMs + hours * HOUR_MS }
        }),
      }),
      { executions, timeoutMs: 8 * HOUR_MS },
    )
    expect(lines.length).toBeLessThanOrEqual(mostLines)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(200)
  })

  test('is at most one per minute, and at least one every 10 minutes or so', async () => {
    const atMs: number[] = []
    const { lines } = await watch(runUntil(6 * HOUR_MS), { timeoutMs: 8 * HOUR_MS })
    for (const line of lines) {
      const [, h = 0, m = 0, s = 0] = /after (?:(\d+) h)? ?(?:(\d+) m)? ?(?:(\d+) s)?/.exec(line) ?? []
      atMs.push(Number(h) * HOUR_MS + Number(m) * MINUTE_MS + Number(s) * SECOND_MS)
    }
    const gaps = atMs.slice(1).map((at, index) => at - (atMs[index] ?? 0))
    expect(Math.min(...gaps.slice(1, -1))).toBeGreaterThanOrEqual(MINUTE_MS)
    expect(Math.max(...gaps)).toBeLessThanOrEqual(12 * MINUTE_MS)
  })

  test('is limited for many executions: they are counted by state, and the first of each is named', async () => {
    const executions = regions(6)
    const { lines } = await watch(
      (elapsed) => ({
        executions: executions.map(({ id, label }, index) => {
          const stage = elapsed > (index === 0 ? 5 : 10) * MINUTE_MS ? 'finished' : 'running'
          return { id, label, stage, state: stage }
        }),
      }),
      { executions },
    )
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^1 finished \(region-0\), 5 running \(region-1, region-2, region-3, region-4, …\) after 5 m/,
      ),
    )
  })
})
