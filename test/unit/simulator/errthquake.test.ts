import { beforeEach, describe, expect, test } from 'vitest'
import { archiveOfBytes } from '../../simulator/archive-body.ts'
import { DEFAULT_ERRTHQUAKE_TOKEN, ErrthquakeSimulator } from '../../simulator/errthquake.ts'
import type { ErrthquakeOptions } from '../../simulator/errthquake-options.ts'
import type { ExecShape } from '../../simulator/errthquake-exec-answer.ts'
import { bodyJson, simRequest, type SimResponse } from '../../simulator/service.ts'

let nowMs: number
let errthquake: ErrthquakeSimulator
let uid: string

const DOCUMENT = {
  'test-input': 'customers.csv',
  'test-config': 'checkout.yaml',
  'virtual-users': 20,
  'test-duration': '2m0s',
  'ramp-duration': '',
  'test-type': 'duration',
  region: 'eu-west-1',
}

function simulate(options: Partial<ErrthquakeOptions> = {}): void {
  errthquake = new ErrthquakeSimulator({
    now: () => nowMs,
    seed: 1,
    data: { logs: async () => archiveOfBytes(Buffer.from('zip')), metrics: async () => ({ requests: 1 }) },
    ...options,
  })
  uid = errthquake.workspaceUid
}

function call(method: string, path: string, body?: unknown, token = DEFAULT_ERRTHQUAKE_TOKEN) {
  return errthquake.handle(
    simRequest(method, path, {
      headers: { Authorization: token },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  )
}

async function value(response: Promise<SimResponse>): Promise<unknown> {
  const answered = await response
  expect(answered.status).toBe(200)
  return bodyJson(answered)
}

async function start(document: Record<string, unknown> = DOCUMENT): Promise<string> {
  const answer = (await value(call('POST', `/workspaces/${uid}/exec`, [document]))) as { id: string }
  return answer.id
}

async function summary(id: string): Promise<Record<string, unknown>> {
  return (await value(call('GET', `/results/${uid}/${id}`))) as Record<string, unknown>
}

beforeEach(() => {
  nowMs = Date.UTC(2026, 0, 5)
  simulate()
})

test('requires the unchanged Authorization value', async () => {
  expect((await call('GET', '/workspaces')).status).toBe(200)
  for (const wrong of [`Bearer ${DEFAULT_ERRTHQUAKE_TOKEN}`, '0123456789abcdef0123456789abcdef', '']) {
    expect((await call('GET', '/workspaces', undefined, wrong)).status).toBe(401)
  }
})

test('shows one workspace, its details and its hours', async () => {
  expect(await value(call('GET', '/workspaces'))).toMatchObject([{ 'workspace-uid': uid, name: 'Shop' }])
  expect(await value(call('GET', `/workspaces/${uid}`))).toMatchObject({
    'test-inputs': ['customers.csv', 'products.csv', 'search-terms.csv'],
    'max-test-duration': '2h0m0s',
    'max-virtual-users': 1000,
    'test-results': [{ 'test-complete': true }, { 'test-complete': true }, { 'test-complete': true }],
  })
  expect(await value(call('GET', `/workspaces/${uid}/hours`))).toMatchObject([
    { 'minutes-allocated': 3000, 'minutes-remaining': 2880, 'minutes-active-tests': 0 },
  ])
})

async function refusalOf(change: Record<string, unknown>): Promise<string> {
  const response = await call('POST', `/workspaces/${uid}/exec`, [{ ...DOCUMENT, ...change }])
  expect(response.status).toBe(400)
  return ((await bodyJson(response)) as { error: string }).error
}

describe('submission', () => {
  test('checks every field', async () => {
    expect(await refusalOf({ 'test-input': 'none.csv' })).toContain('unknown test-input')
    expect(await refusalOf({ 'test-config': 'none.yaml' })).toContain('unknown test-config')
    expect(await refusalOf({ 'virtual-users': '20' })).toContain('must be an integer')
    expect(await refusalOf({ 'virtual-users': 1001 })).toContain('out of bounds')
    expect(await refusalOf({ 'test-duration': '2m' })).toContain('XmYs')
    expect(await refusalOf({ 'test-duration': '' })).toContain('XmYs')
    expect(await refusalOf({ 'test-duration': '121m0s' })).toContain('longer than allowed')
    expect(await refusalOf({ 'ramp-duration': '3m0s' })).toContain('longer than test-duration')
    expect(await refusalOf({ 'test-type': 'benchmark' })).toContain('must be empty')
    expect(await refusalOf({ region: 'moon-1' })).toContain('unknown region')
    expect(await refusalOf({ extra: 1 })).toContain('unknown: extra')
    expect((await call('POST', `/workspaces/${uid}/exec`, DOCUMENT)).status).toBe(400)
    expect(errthquake.runs).toHaveLength(0)
  })

  test('needs the permission and the minutes', async () => {
    errthquake.permissions.executeTests = false
    expect((await call('POST', `/workspaces/${uid}/exec`, [DOCUMENT])).status).toBe(403)
    simulate({ minutesAllocated: 123 })
    expect((await call('POST', `/workspaces/${uid}/exec`, [DOCUMENT, DOCUMENT])).status).toBe(400)
    expect((await call('POST', `/workspaces/${uid}/exec`, [DOCUMENT])).status).toBe(200)
  })

  test.each<[ExecShape, (ids: string[]) => unknown, number]>([
    ['id', (ids) => ({ id: ids }), 2],
    ['array', (ids) => ids.map((id) => ({ id })), 2],
    ['id-list', (ids) => ({ id: ids }), 2],
    ['names', (ids) => ({ 'execution-1': ids[0], 'execution-2': ids[1] }), 2],
    ['fewer', (ids) => ({ id: ids[0] }), 1],
  ])('gets a response of the form %s', async (shape, expected, count) => {
    errthquake.execShape = shape
    const answer = await value(call('POST', `/workspaces/${uid}/exec`, [DOCUMENT, DOCUMENT]))
    const ids = errthquake.runs.map((run) => run.id)
    expect(ids).toHaveLength(count)
    expect(answer).toEqual(expected(ids))
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]{8}$/)
  })

  test('reserves minutes and returns unused ones', async () => {
    const id = await start()
    const hours = () => value(call('GET', `/workspaces/${uid}/hours`))
    expect(await hours()).toMatchObject([{ 'minutes-remaining': 2878, 'minutes-active-tests': 2 }])
    nowMs += 30_300
    await call('PUT', `/results/${uid}/${id}/stop`)
    nowMs += 300
    expect(await hours()).toMatchObject([{ 'minutes-remaining': 2879, 'minutes-active-tests': 0 }])
  })
})

describe('a test', () => {
  const start0 = Date.UTC(2026, 0, 5) + 300

  test('is pending, runs with an estimate, stores its results, and is complete', async () => {
    const id = await start()
    expect(await summary(id)).toEqual({
      id,
      'utc-start-time': null,
      'utc-finish-time': null,
      'test-pending': true,
      'test-stopping': false,
      'test-complete': false,
      'test-failed': false,
      'test-unresponsive': false,
      interactive: false,
      'virtual-users': 20,
    })
    nowMs += 300
    expect(await summary(id)).toMatchObject({
      'test-pending': false,
      'utc-start-time': new Date(start0).toISOString(),
      'utc-finish-time': new Date(start0 + 120_000).toISOString(),
    })
    expect((await call('GET', `/results/${uid}/${id}/logs`)).status).toBe(404)
    nowMs += 120_000
    expect(await summary(id)).toMatchObject({ 'test-stopping': true, 'test-complete': false })
    nowMs += 300
    expect(await summary(id)).toMatchObject({ 'test-stopping': false, 'test-complete': true })
    const logs = await call('GET', `/results/${uid}/${id}/logs`)
    expect(logs.headers['content-disposition']).toContain(`${id}-logs.zip`)
    expect(await value(call('GET', `/results/${uid}/${id}/metrics`))).toEqual({ requests: 1 })
  })

  test('may fail to start', async () => {
    errthquake.nextRuns.push({ fate: 'fails-to-start' })
    const id = await start()
    nowMs += 400
    expect(await summary(id)).toMatchObject({
      'test-failed': true,
      'test-pending': false,
      'utc-start-time': null,
    })
  })

  test('may stay unresponsive until it is stopped, recover, or still end', async () => {
    errthquake.nextRuns.push(
      { fate: 'stays-unresponsive' },
      { fate: 'recovers' },
      { fate: 'completes-unresponsive' },
    )
    const [stays, recovers, completes] = [await start(), await start(), await start()]
    nowMs += 700
    for (const id of [stays, recovers, completes]) {
      expect(await summary(id)).toMatchObject({ 'test-unresponsive': true })
    }
    nowMs += 500
    expect(await summary(recovers)).toMatchObject({ 'test-unresponsive': false })
    nowMs += 300_000
    expect(await summary(completes)).toMatchObject({ 'test-complete': true })
    expect(await summary(stays)).toMatchObject({ 'test-complete': false, 'test-unresponsive': true })
    await call('PUT', `/results/${uid}/${stays}/stop`)
    nowMs += 300
    expect(await summary(stays)).toMatchObject({ 'test-complete': true })
  })

  test('runs until it is stopped if it is interactive', async () => {
    const id = await start({ ...DOCUMENT, 'test-type': 'interactive', 'test-duration': '' })
    nowMs += 5 * 3600_000
    expect(await summary(id)).toMatchObject({ interactive: true, 'test-complete': false })
    const stop = await call('PUT', `/results/${uid}/${id}/stop`)
    expect([stop.status, stop.body]).toEqual([200, ''])
    expect(await summary(id)).toMatchObject({ 'test-stopping': true })
    expect((await call('PUT', `/results/${uid}/${id}/stop`)).status).toBe(200)
  })

  test('ends by itself if it is a benchmark', async () => {
    const id = await start({ ...DOCUMENT, 'test-type': 'benchmark', 'test-duration': '' })
    nowMs += 2200
    expect(await summary(id)).toMatchObject({ 'test-complete': true })
  })

  test('is visible only in the workspace details without the permission', async () => {
    const id = await start()
    errthquake.permissions.viewTestResults = false
    expect((await call('GET', `/results/${uid}/${id}`)).status).toBe(403)
    const details = (await value(call('GET', `/workspaces/${uid}`))) as { 'test-results': { id: string }[] }
    expect(details['test-results'].at(-1)?.id).toBe(id)
  })
})

async function assetNames(): Promise<string[]> {
  const list = (await value(call('GET', `/assets/${uid}`))) as { assets: object }
  return Object.keys(list.assets)
}

test('shows only the assets that permissions allow', async () => {
  expect(await assetNames()).toContain('checkout.yaml')
  errthquake.permissions.viewTestConfigs = false
  expect(await assetNames()).not.toContain('checkout.yaml')
})
