import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { STATES, type XtcContract } from '../../../../../src/providers/xtc/contracts/contract.ts'
import { contractV1 } from '../../../../../src/providers/xtc/contracts/contract-v1.ts'
import { contractV2 } from '../../../../../src/providers/xtc/contracts/contract-v2.ts'

const NO_EXTRAS = { request: {}, properties: [] }

const BOTH: [string, XtcContract][] = [
  ['v1', contractV1],
  ['v2', contractV2],
]

function envelope(data: unknown): unknown {
  return { success: true, data }
}

describe.each(BOTH)('both versions: %s', (_version, contract) => {
  test('the number may be called index or id', () => {
    expect(contract.parseDetails(envelope({ index: 7, name: 'a' })).number).toBe(7)
    expect(contract.parseDetails(envelope({ id: 7, name: 'a' })).number).toBe(7)
    expect(() => contract.parseDetails(envelope({ name: 'a' }))).toThrow('neither `index` nor `id`')
    expect(() => contract.parseDetails(envelope({ id: '7' }))).toThrow(z.core.$ZodError)
  })

  test('state and times may be in executionState or in data', () => {
    const execution = { state: 'RUNNING', startTime: 1000, endTime: 0 }
    for (const data of [
      { id: 1, executionState: execution },
      { id: 1, ...execution },
    ]) {
      expect(contract.parseStatus(envelope(data))).toMatchObject({ state: 'RUNNING', startedAtMs: 1000 })
      expect(contract.parseStatus(envelope(data)).finishedAtMs).toBeUndefined()
      expect(contract.parseDetails(envelope(data)).state).toBe('RUNNING')
    }
  })

  test('a status without a state is not accepted', () => {
    expect(() => contract.parseStatus(envelope({ id: 1 }))).toThrow('no `state`')
    expect(() => contract.parseStatus(envelope(null))).toThrow(z.core.$ZodError)
  })

  test('times of 0 and null mean neither started nor finished', () => {
    const test = contract.parseDetails(envelope({ id: 1, startTime: 0, endTime: null }))
    expect(test).not.toHaveProperty('startedAtMs')
    expect(test).not.toHaveProperty('finishedAtMs')
  })

  test('an envelope that denies success is a rejection', () => {
    expect(() => contract.parseDetails({ success: false, data: { id: 1 } })).toThrow('success: false')
    expect(() => contract.parseStart({ success: false })).toThrow('success: false')
  })

  test('a start response must name the copy', () => {
    expect(contract.parseStart(envelope({ index: 41, name: 'copy' })).number).toBe(41)
    expect(() => contract.parseStart(envelope({}))).toThrow('neither `index` nor `id`')
    expect(() => contract.parseStart('<html>')).toThrow(z.core.$ZodError)
  })

  test('the list may be a plain array, and unknown fields are ignored', () => {
    const { loadTests, next } = contract.parseList(envelope([{ id: 1, name: 'a', extra: {} }, { index: 2 }]))
    expect(loadTests).toEqual([
      { number: 1, name: 'a' },
      { number: 2, name: '' },
    ])
    expect(next).toBeUndefined()
  })

  test('every call names the scope that it needs', () => {
    const labels = { name: 'n', description: 'd' }
    expect([
      contract.list(undefined).scope,
      contract.details(1).scope,
      contract.status(1).scope,
      contract.start(1, labels, NO_EXTRAS).scope,
    ]).toEqual(['LOADTEST_LIST', 'LOADTEST_DETAILS', 'LOADTEST_STATUS', 'LOADTEST_COPY_RUN'])
  })
})

test('every documented state has a meaning, and three are final', () => {
  expect(Object.keys(STATES).join(' ')).toBe(
    'NEW SCHEDULED STARTING PROVISIONING RUNNING STOPPING DEPROVISIONING FINISHED ABORTED ERROR',
  )
  expect([STATES.FINISHED, STATES.ABORTED, STATES.ERROR]).toEqual(['finished', 'aborted', 'failed'])
})

describe('v1', () => {
  test('everything is a GET, including the start', () => {
    const labels = { name: 'n', description: 'd' }
    expect(contractV1.start(7, labels, NO_EXTRAS)).toEqual({
      method: 'GET',
      path: '/loadTests/7/runCopy',
      scope: 'LOADTEST_COPY_RUN',
    })
    expect(contractV1.list(undefined)).toMatchObject({ method: 'GET', path: '/loadTests' })
    expect(contractV1.archive('report', 7, undefined)).toEqual(['/loadTests/7/reports/1/download'])
    expect(contractV1.archive('result', 7, undefined)).toEqual(['/loadTests/7/results/1/download'])
  })

  test('there is no page, so none is made up', () => {
    const details = contractV1.parseDetails(envelope({ index: 1, name: 'a', url: 'https://x.example' }))
    expect(details.url).toBeUndefined()
  })
})

describe('v2', () => {
  test("the start has name and description, with the user's values merged in", () => {
    const labels = { name: 'n', description: 'd' }
    expect(contractV2.start(7, labels, NO_EXTRAS)).toMatchObject({
      method: 'POST',
      path: '/load-tests/7',
      body: { action: 'runCopy', name: 'n', description: 'd' },
    })
    const request = { action: 'copyAndRun', name: null, properties: { a: 1 } }
    expect(contractV2.start(7, labels, { request, properties: [] }).body).toEqual({
      action: 'copyAndRun',
      description: 'd',
      properties: { a: 1 },
    })
  })

  test('the next page comes from its link, or from offset and size', () => {
    const items = [{ id: 1, name: 'a' }]
    const linked = { items, offset: 0, limit: 1, size: 3, next: 'https://xtc.example/more' }
    expect(contractV2.parseList(envelope(linked)).next).toBe('https://xtc.example/more')
    expect(contractV2.parseList(envelope({ items, offset: 1, limit: 1, size: 3 })).next).toBe(
      '/load-tests?offset=2&limit=1',
    )
    for (const last of [{ items, offset: 2, size: 3 }, { items: [], size: 3 }, { items }]) {
      expect(contractV2.parseList(envelope(last)).next).toBeUndefined()
    }
    expect(contractV2.list('/load-tests?offset=2&limit=1').path).toBe('/load-tests?offset=2&limit=1')
  })

  test('URLs in the details are tried first, then the known endpoints', () => {
    const details = contractV2.parseDetails(
      envelope({
        id: 7,
        name: 'a',
        url: 'https://xtc.example/page',
        reports: [
          { index: 1, name: 'First', archiveUrl: 'https://xtc.example/old' },
          {
            index: 2,
            name: 'Final',
            archiveUrl: 'https://xtc.example/report',
            testReportUrl: 'https://xtc.example/xml',
            scorecardUrl: 'https://xtc.example/card',
          },
        ],
        results: [{ index: 1, name: null, archiveUrl: null }],
      }),
    )
    expect(details.url).toBe('https://xtc.example/page')
    expect(details.archiveNames).toEqual(['First', 'Final'])
    expect(contractV2.archive('report', 7, details)).toEqual([
      'https://xtc.example/report',
      '/load-tests/7/reports/1/archive',
    ])
    expect(contractV2.archive('result', 7, details)).toEqual(['/load-tests/7/results/1/archive'])
    expect(contractV2.document?.('test-report', 7, details)).toEqual([
      'https://xtc.example/xml',
      '/load-tests/7/reports/1/test-report',
    ])
    expect(contractV2.document?.('scorecard', 7, undefined)).toEqual(['/load-tests/7/reports/1/scorecard'])
  })

  test('the status has the tested revision', () => {
    const data = { state: 'RUNNING', revision: 'main/7a95e2f' }
    expect(contractV2.parseStatus(envelope(data)).revision).toBe('main/7a95e2f')
  })
})
