import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { deliver } from '../../simulator/deliver.ts'
import { FaultPlan } from '../../simulator/faults.ts'
import { RequestRecord } from '../../simulator/record.ts'
import { json, simRequest, type SimService } from '../../simulator/service.ts'
import { type Simulator, startSimulator } from '../../simulator/simulator.ts'

function context(faults: FaultPlan) {
  const record = new RequestRecord()
  const slept: number[] = []
  const sleep = async (ms: number) => void slept.push(ms)
  return { faults, record, slept, sleep, now: () => 7 }
}

describe('without sockets', () => {
  let handled: number
  const service: SimService = {
    name: 'xtc',
    handle: () => json(200, { count: ++handled }),
  }

  beforeEach(() => {
    handled = 0
  })

  test('a fault before the commit keeps the request from the service, one after it does not', async () => {
    const faults = new FaultPlan()
    faults.add({ match: { path: /start/ }, nth: 2, kind: 'reset-after' })
    faults.add({ match: { path: /start/ }, nth: 3, kind: 'reset-before' })
    const { record, ...rest } = context(faults)
    const kinds: string[] = []
    for (let i = 0; i < 4; i++) {
      const delivery = await deliver(service, simRequest('POST', '/start'), { ...rest, record })
      kinds.push(delivery.kind)
    }
    expect(kinds).toEqual(['answer', 'reset', 'reset', 'answer'])
    expect(handled).toBe(3)
    expect(record.of('xtc', 'POST', /start/).map((entry) => [entry.committed, entry.status])).toEqual([
      [true, 200],
      [true, 0],
      [false, 0],
      [true, 200],
    ])
    expect(faults.unused()).toEqual([])
  })

  test('waits use the given clock', async () => {
    const faults = new FaultPlan()
    faults.add({ match: { path: /./ }, times: 1, kind: 'delay', delayMs: 90_000, answerDelayMs: 10 })
    const given = context(faults)
    await deliver(service, simRequest('GET', '/slow'), given)
    await deliver(service, simRequest('GET', '/slow'), given)
    expect(given.slept).toEqual([90_000, 10])
  })
})

describe('over sockets', () => {
  let simulator: Simulator

  beforeEach(async () => {
    simulator = await startSimulator()
  })

  afterEach(() => simulator.close())

  const workspaces = (signal?: AbortSignal): Promise<Response> =>
    fetch(`${simulator.errthquakeUrl}/workspaces`, {
      headers: { Authorization: simulator.errthquake.token },
      redirect: 'manual',
      ...(signal !== undefined && { signal }),
    })

  const match = { service: 'errthquake', path: /^\/workspaces/ } as const

  test.each(['reset-before', 'reset-after'] as const)('%s breaks the connection', async (kind) => {
    simulator.faults.add({ match, kind, times: 1 })
    await expect(workspaces()).rejects.toThrow('fetch failed')
    expect((await workspaces()).status).toBe(200)
    const [first] = simulator.record.of('errthquake')
    expect(first).toMatchObject({ committed: kind === 'reset-after', status: 0, fault: kind })
  })

  test('a hanging request never gets a response, and does not keep the simulator from closing', async () => {
    simulator.faults.add({ match, kind: 'hang', when: 'after-commit' })
    const arrived = (count: number): Promise<unknown> =>
      vi.waitUntil(() => simulator.record.of('errthquake').length === count, { timeout: 60_000 })
    const failureOf = (answer: Promise<Response>): Promise<unknown> =>
      answer.then(
        () => undefined,
        (error: unknown) => error,
      )
    const impatient = new AbortController()
    const given = failureOf(workspaces(impatient.signal))
    await arrived(1)
    impatient.abort(new RangeError('enough'))
    expect(await given).toBeInstanceOf(RangeError)
    const pending = failureOf(workspaces())
    await arrived(2)
    await simulator.close()
    expect(await pending).toBeInstanceOf(TypeError)
  })

  test('a truncated response announces its true length and breaks off', async () => {
    simulator.faults.add({ match, kind: 'truncate', afterBytes: 20 })
    const response = await workspaces()
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(100)
    await expect(response.text()).rejects.toThrow('terminated')
  })

  test('a slow response trickles', async () => {
    simulator.faults.add({ match, kind: 'slow', bytesPerSecond: 1000 })
    const startedMs = performance.now()
    const body = await (await workspaces()).text()
    expect(JSON.parse(body)).toHaveLength(1)
    expect(performance.now() - startedMs).toBeGreaterThan(body.length * 0.7)
  })

  test('half a JSON, other JSON, a page, a status and a redirect look as they should', async () => {
    simulator.faults.add(
      { match, nth: 1, kind: 'half-json' },
      { match, nth: 2, kind: 'wrong-json' },
      { match, nth: 3, kind: 'html' },
      { match, nth: 4, kind: 'status', status: 429, headers: { 'retry-after': '3' } },
      { match, nth: 5, kind: 'redirect', headers: { location: 'https://elsewhere.example/' } },
    )
    const half = await (await workspaces()).text()
    expect(() => JSON.parse(half) as unknown).toThrow(SyntaxError)
    expect(await (await workspaces()).json()).toEqual({ unexpected: true })
    expect((await workspaces()).headers.get('content-type')).toContain('text/html')
    const limited = await workspaces()
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '3'])
    const redirect = await workspaces()
    expect([redirect.status, redirect.headers.get('location')]).toEqual([302, 'https://elsewhere.example/'])
  })

  test('an outage refuses connections, and ends on the same port', async () => {
    await simulator.outage('errthquake')
    const refused = new Promise((resolve) => {
      const port = Number(new URL(simulator.errthquakeUrl).port)
      connect(port, '127.0.0.1').once('error', (error: NodeJS.ErrnoException) => resolve(error.code))
    })
    expect(await refused).toBe('ECONNREFUSED')
    await simulator.restore('errthquake')
    expect((await workspaces()).status).toBe(200)
  })

  test('gives its record to other processes, without recording that', async () => {
    await workspaces()
    const record = (await (await fetch(`${simulator.xtcUrl}/__record`)).json()) as unknown[]
    expect(record).toMatchObject([{ service: 'errthquake', method: 'GET', path: '/workspaces', status: 200 }])
  })
})
