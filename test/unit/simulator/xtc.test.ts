import { beforeEach, describe, expect, test } from 'vitest'
import { archiveOfBytes } from '../../simulator/archive-body.ts'
import { bodyBytes, bodyJson, simRequest, type SimResponse } from '../../simulator/service.ts'
import { type XtcOptions, XtcSimulator } from '../../simulator/xtc.ts'
import { XTC_RUN_SCOPES } from '../../simulator/xtc-token.ts'
import { XtcStorage } from '../../simulator/xtc-storage.ts'

const BASE = '/public/api/v2/orgs/acme/projects/shop'
const V1 = '/public/api/v1/orgs/acme/projects/shop'

let nowMs: number
let xtc: XtcSimulator
let token: string

function simulate(options: Partial<XtcOptions> = {}): void {
  xtc = new XtcSimulator({
    now: () => nowMs,
    seed: 1,
    baseUrl: () => 'http://xtc.test',
    storageUrl: () => 'http://storage.test',
    data: {
      report: async () => archiveOfBytes(Buffer.from('report')),
      result: async () => archiveOfBytes(Buffer.from('result')),
      testReport: async () => '<testreport/>',
      scorecard: async () => undefined,
    },
    ...options,
  })
}

async function signIn(scope: string = XTC_RUN_SCOPES.join(' '), secret = 'simulated-client-secret') {
  const form = {
    client_id: 'simulated-client',
    client_secret: secret,
    grant_type: 'client_credentials',
    scope,
  }
  return xtc.handle(
    simRequest('POST', '/oauth/token', {
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    }),
  )
}

async function tokenFor(scope?: string): Promise<string> {
  const answer = (await bodyJson(await signIn(scope))) as { access_token: string }
  return answer.access_token
}

function call(method: string, path: string, body?: unknown): Promise<SimResponse> {
  return xtc.handle(
    simRequest(method, path, {
      headers: { Authorization: `Bearer ${token}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  )
}

async function data(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
  const response = await call(method, path, body)
  expect(response.status).toBe(200)
  const envelope = (await bodyJson(response)) as { success: boolean; data: Record<string, unknown> }
  expect(envelope.success).toBe(true)
  return envelope.data
}

beforeEach(async () => {
  nowMs = Date.UTC(2026, 0, 5)
  simulate()
  token = await tokenFor()
})

describe('tokens', () => {
  test('are rejected for a wrong secret, for commas, and for scopes that were not granted', async () => {
    expect((await signIn(undefined, 'wrong')).status).toBe(401)
    expect((await signIn('LOADTEST_LIST,LOADTEST_STATUS')).status).toBe(400)
    expect((await signIn('LOADTEST_LIST  LOADTEST_STATUS')).status).toBe(400)
    expect((await signIn('LOADTEST_LIST PROJECT_LIST')).status).toBe(400)
    expect((await signIn('LOADTEST_LIST')).status).toBe(200)
  })

  test('expire after an hour', async () => {
    nowMs += 3600_000 - 1
    expect((await call('GET', `${BASE}/load-tests`)).status).toBe(200)
    nowMs += 1
    expect((await call('GET', `${BASE}/load-tests`)).status).toBe(401)
  })

  test('allow only what their scopes name', async () => {
    token = await tokenFor('LOADTEST_LIST')
    expect((await call('GET', `${BASE}/load-tests`)).status).toBe(200)
    expect((await call('GET', `${BASE}/load-tests/1`)).status).toBe(403)
    expect((await call('GET', `${V1}/loadTests/1/runCopy`)).status).toBe(403)
    expect(xtc.runs).toHaveLength(0)
  })

  test('do not work for another project, nor for one that disabled the credentials', async () => {
    expect((await call('GET', '/public/api/v2/orgs/acme/projects/other/load-tests')).status).toBe(404)
    for (const credentials of xtc.credentials) credentials.switchedOffForProject = true
    expect((await call('GET', `${BASE}/load-tests`)).status).toBe(403)
  })
})

describe('the list', () => {
  test('comes in pages that link to each other', async () => {
    const names: string[] = []
    let path: string | undefined = `${BASE}/load-tests`
    let pages = 0
    while (path !== undefined) {
      const page = (await data('GET', path)) as { items: { name: string }[]; next?: string }
      names.push(...page.items.map((item) => item.name))
      pages++
      path = page.next?.replace('http://xtc.test', '')
    }
    expect(pages).toBe(3)
    expect(names).toHaveLength(40)
    expect(names.filter((name) => name === 'Checkout nightly')).toHaveLength(3)
  })

  test('comes as a plain array with numbers called index, if the shape says so', async () => {
    simulate({ shape: { list: 'array', numberField: 'index', stateIn: 'data', listOrder: 'oldest-first' } })
    token = await tokenFor()
    const items = (await data('GET', `${BASE}/load-tests`)) as unknown as Record<string, unknown>[]
    expect(items[0]).toMatchObject({ index: 1, name: 'Checkout nightly', state: 'FINISHED' })
    expect(items[0]).not.toHaveProperty('id')
  })
})

async function started(): Promise<number> {
  const copy = await data('POST', `${BASE}/load-tests/1`, { action: 'runCopy', name: 'PR 7', extra: 1 })
  expect(copy).toMatchObject({ name: 'PR 7', url: expect.stringContaining('/load-tests/41') })
  return copy['id'] as number
}

describe('a run', () => {
  test('goes through every state of its timeline', async () => {
    const id = await started()
    const seen: string[] = []
    for (let step = 0; step < 300; step++) {
      const status = (await data('GET', `${BASE}/load-tests/${id}/status`)) as {
        executionState: { state: string }
      }
      if (seen.at(-1) !== status.executionState.state) seen.push(status.executionState.state)
      nowMs += 10
    }
    expect(seen).toEqual([
      'NEW',
      'SCHEDULED',
      'STARTING',
      'PROVISIONING',
      'RUNNING',
      'STOPPING',
      'DEPROVISIONING',
      'FINISHED',
    ])
    const details = (await data('GET', `${BASE}/load-tests/${id}`)) as {
      executionState: { startTime: number; endTime: number }
    }
    expect(details.executionState.startTime).toBe(Date.UTC(2026, 0, 5) + 150)
    expect(details.executionState.endTime).toBe(Date.UTC(2026, 0, 5) + 2100)
  })

  test('keeps the action body, including unknown keys, and rejects other actions', async () => {
    await started()
    expect(xtc.actionRequests).toEqual([{ action: 'runCopy', name: 'PR 7', extra: 1 }])
    expect((await call('POST', `${BASE}/load-tests/1`, { action: 'delete' })).status).toBe(400)
    expect((await call('POST', `${BASE}/load-tests/999`, { action: 'runCopy' })).status).toBe(404)
    expect(xtc.runs).toHaveLength(1)
  })

  test('has archives some time after its end, and not before', async () => {
    const id = await started()
    const archive = `${BASE}/load-tests/${id}/reports/1/archive`
    nowMs += 2100
    expect((await call('GET', archive)).status).toBe(404)
    xtc.shape.archiveWaitStatus = 409
    expect((await call('GET', archive)).status).toBe(409)
    expect((await call('GET', `${BASE}/load-tests/${id}/reports/1/test-report`)).status).toBe(200)
    nowMs += 500
    const response = await call('GET', archive)
    expect(response.contentLength).toBe(6)
    expect((await bodyBytes(response)).toString()).toBe('report')
    expect((await call('GET', `${BASE}/load-tests/${id}/reports/2/archive`)).status).toBe(404)
  })

  test('ends as planned, and names partial data', async () => {
    const partial = 'Download from 1 of 2 agent controllers failed.'
    xtc.nextRuns.push({ finalState: 'ABORTED', dataName: partial }, { finalState: 'ERROR' })
    const aborted = await started()
    const failed = await data('POST', `${BASE}/load-tests/1`, { action: 'runCopy' })
    nowMs += 5000
    expect(await data('GET', `${BASE}/load-tests/${aborted}`)).toMatchObject({
      executionState: { state: 'ABORTED' },
      reports: [{ index: 1, name: partial }],
      results: [{ index: 1, name: partial }],
    })
    expect(await data('GET', `${BASE}/load-tests/${String(failed['id'])}`)).toMatchObject({
      executionState: { state: 'ERROR' },
      reports: [],
    })
  })

  test('can be aborted by a person', async () => {
    const id = await started()
    nowMs += 1000
    xtc.loadTests.abort(id)
    expect(await data('GET', `${BASE}/load-tests/${id}/status`)).toMatchObject({
      executionState: { state: 'STOPPING' },
    })
    nowMs += 200
    expect(await data('GET', `${BASE}/load-tests/${id}/status`)).toMatchObject({
      executionState: { state: 'ABORTED' },
    })
  })

  test('redirects archives to an origin that needs no token', async () => {
    xtc.shape.archives = 'redirect'
    const storage = new XtcStorage(xtc)
    const id = await started()
    nowMs += 5000
    const redirect = await call('GET', `${BASE}/load-tests/${id}/results/1/archive`)
    expect(redirect.status).toBe(302)
    const location = redirect.headers['location'] ?? ''
    expect(location).toMatch(/^http:\/\/storage\.test\//)
    const plain = await storage.handle(simRequest('GET', location))
    expect((await bodyBytes(plain)).toString()).toBe('result')
    const leaking = await storage.handle(
      simRequest('GET', location, { headers: { Authorization: `Bearer ${token}` } }),
    )
    expect(leaking.status).toBe(400)
    expect(storage.authorizationsReceived).toBe(1)
  })
})

describe('version 1', () => {
  test('starts a copy by GET, named like the original', async () => {
    const copy = await data('GET', `${V1}/loadTests/1/runCopy`)
    expect(copy).toMatchObject({ index: 41, name: 'Checkout nightly', executionState: { state: 'NEW' } })
    expect(copy).not.toHaveProperty('url')
    nowMs += 5000
    expect(await data('GET', `${V1}/loadTests/41/status`)).toMatchObject({ state: 'FINISHED' })
    expect((await call('GET', `${V1}/loadTests/41/reports/1/download`)).status).toBe(200)
  })

  test('is gone once it is retired', async () => {
    xtc.apiVersions = ['v2']
    expect((await call('GET', `${V1}/loadTests`)).status).toBe(404)
  })
})
