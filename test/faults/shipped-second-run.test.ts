import { describe, test } from 'vitest'
import { simRequest } from '../simulator/service.ts'
import type { Simulator } from '../simulator/simulator.ts'
import { runScenario, type Scenario } from './shipped.ts'

const MINUTE_MS = 60_000
const EXEC = { service: 'errthquake', path: /\/exec$/ } as const
const RUN_COPY = { service: 'xtc', path: /\/runCopy$/ } as const
const RESULT = { service: 'errthquake', method: 'GET', path: /^\/results\/[^/]+\/[^/]+$/ } as const
const OVERLOADED = { kind: 'status', status: 503, headers: { 'retry-after': '1' }, times: 1 } as const

/** A project whose list has several pages; the load test that is started is on the last one. */
const HUNDRED_AND_FIFTY = Array.from({ length: 150 }, (_, index) => ({ name: `Load test ${150 - index}` }))

function exec(name: string, body: unknown, more: Partial<Scenario>): Scenario {
  return {
    name,
    api: 'errthquake',
    faults: [{ match: EXEC, kind: 'wrong-json', when: 'after-commit', body: JSON.stringify(body), times: 1 }],
    outcome: 'passed',
    runs: 1,
    ...more,
  }
}

const TWO_EXECUTIONS = {
  executions: JSON.stringify(
    [1, 2].map(() => ({
      'test-input': 'customers.csv',
      'test-config': 'checkout.yaml',
      'virtual-users': 10,
      'test-duration': '2m',
      region: 'eu-west-1',
    })),
  ),
  'test-input': '',
  'test-config': '',
  'virtual-users': '',
  'test-duration': '',
  region: '',
}

const CLOCKS: Scenario[] = [
  ...[-5 * MINUTE_MS, 5 * MINUTE_MS].flatMap((skewMs): Scenario[] => [
    {
      name: `Errthquake's clock is off by ${skewMs} ms, and a start that was carried out returns 503`,
      api: 'errthquake',
      simulator: { errthquakeNow: () => Date.now() + skewMs },
      faults: [{ match: EXEC, ...OVERLOADED, when: 'after-commit' }],
      outcome: 'passed',
      runs: 1,
      says: [/Adopted the only new run that matches/],
    },
    {
      name: `XTC's clock is off by ${skewMs} ms, and a start of v1 that was carried out returns 503`,
      api: 'v1',
      simulator: { now: () => Date.now() + skewMs },
      faults: [{ match: RUN_COPY, ...OVERLOADED, when: 'after-commit' }],
      outcome: 'passed',
      runs: 1,
      says: [/Adopted the only new run that matches/],
    },
  ]),
  {
    name: "Errthquake's clock is behind, and the response to the start is lost",
    api: 'errthquake',
    simulator: { errthquakeNow: () => Date.now() - 2 * MINUTE_MS },
    faults: [{ match: EXEC, kind: 'reset-after', times: 1 }],
    outcome: 'passed',
    runs: 1,
    says: [/Adopted the only new run that matches/],
  },
]

const LISTS: Scenario[] = [
  {
    name: 'pages state their own length as the size, and the response to the start is lost',
    api: 'v2',
    simulator: {
      xtc: {
        loadTests: HUNDRED_AND_FIFTY,
        shape: { pageSize: 'page', pageItems: 100, listOrder: 'oldest-first' },
      },
    },
    faults: [
      { match: { service: 'xtc', method: 'POST', path: /\/load-tests\/1$/ }, kind: 'reset-after', times: 1 },
    ],
    outcome: 'passed',
    runs: 1,
    says: [/Found the started run by its marker: 151/],
  },
  {
    name: 'pages state their own length as the size, and the load test is selected by name',
    api: 'v2',
    inputs: { 'xtc-load-test': 'Load test 1' },
    simulator: {
      xtc: {
        loadTests: HUNDRED_AND_FIFTY,
        shape: { pageSize: 'page', pageItems: 50, listOrder: 'oldest-first' },
      },
    },
    outcome: 'passed',
    runs: 1,
  },
  {
    name: 'entries of the list cannot be read, and the response to the start is lost',
    api: 'v2',
    simulator: { xtc: { shape: { oddEntries: [null, { name: 'no number' }, { id: 'x' }, 7] } } },
    faults: [
      { match: { service: 'xtc', method: 'POST', path: /\/load-tests\/1$/ }, kind: 'reset-after', times: 1 },
    ],
    outcome: 'passed',
    runs: 1,
    says: [/Found the started run by its marker/],
  },
  {
    name: 'a response without any tests does not mean that none was started',
    api: 'errthquake',
    faults: [
      { match: EXEC, ...OVERLOADED, when: 'after-commit' },
      // The preflight and the list before the start get true responses.
      ...[3, 4, 5].map((nth) => ({
        match: { service: 'errthquake', method: 'GET', path: /^\/workspaces\/[^/]+$/ } as const,
        kind: 'wrong-json' as const,
        nth,
      })),
    ],
    outcome: 'passed',
    runs: 1,
    says: [/Adopted the only new run that matches/],
  },
]

const ANSWERS: Scenario[] = [
  exec('a start returns a word and no id', { status: 'accepted' }, { says: [/Adopted/] }),
  exec('a start reports an error in a 200', { error: 'quota' }, { says: [/reports an error/, /Adopted/] }),
  exec('a start names an id that the service does not know', { id: 'notknown' }, { says: [/Adopted/] }),
  {
    name: 'a start returns a map of ids to documents',
    api: 'errthquake',
    simulator: { errthquake: { execShape: 'documents' } },
    outcome: 'passed',
    runs: 1,
    neverSays: [/Adopted/],
  },
  {
    name: 'a start returns the same id for two executions',
    api: 'errthquake',
    inputs: TWO_EXECUTIONS,
    simulator: { errthquake: { execShape: 'twice' } },
    outcome: 'error start-unknown',
    runs: 2,
    startRequests: 1,
    active: 'nobody knows',
    says: [/2 executions were submitted, but the service responded with 1 id/],
  },
  exec(
    'a start of two executions names one id, which the service does not know',
    { id: 'zzzz9999' },
    { inputs: TWO_EXECUTIONS, runs: 2, startRequests: 1, says: [/does not know it/, /Adopted/] },
  ),
  {
    name: 'a status response is about another test, which has ended',
    api: 'errthquake',
    inputs: { 'test-duration': '4s' },
    faults: [2, 3].map((nth) => ({
      match: RESULT,
      kind: 'wrong-json' as const,
      nth,
      body: JSON.stringify({
        id: 'zzzz9999',
        'utc-start-time': '2026-01-05T09:00:00Z',
        'utc-finish-time': '2026-01-05T09:10:00Z',
        'test-complete': true,
        'virtual-users': 50,
      }),
    })),
    outcome: 'passed',
    runs: 1,
    says: [/it is about test zzzz9999/, /Contact was restored/],
  },
  {
    name: 'a status response of XTC is about another load test, which has ended',
    api: 'v2',
    faults: [2, 3].map((nth) => ({
      match: { service: 'xtc', path: /\/status$/ } as const,
      kind: 'wrong-json' as const,
      nth,
      body: JSON.stringify({ success: true, data: { id: 3, state: 'FINISHED' } }),
    })),
    outcome: 'passed',
    runs: 1,
    says: [/it is about load test 3/, /Contact was restored/],
  },
]

/** Somebody else starts a test with the same number of users, and ours never began. */
function otherLoad({ errthquake }: Simulator): void {
  const document = {
    'test-input': 'customers.csv',
    'test-config': 'checkout.yaml',
    'virtual-users': 50,
    'test-duration': '5m0s',
    'ramp-duration': '',
    'test-type': 'duration',
    region: 'eu-west-1',
  }
  const path = `/workspaces/${errthquake.workspaceUid}/exec`
  const headers = { authorization: errthquake.token }
  void errthquake.handle(simRequest('POST', path, { headers, body: JSON.stringify([document]) }))
}

const ADOPTION: Scenario[] = [
  {
    name: 'the only new run lasts longer than ours would, so it is not adopted',
    api: 'errthquake',
    faults: [{ match: EXEC, kind: 'reset-before', times: 1 }],
    meanwhile: { whenAsked: /\/exec$/, happen: otherLoad },
    outcome: 'error start-unknown',
    runs: 1,
    active: 'nobody knows',
    says: [/1 new run may or may not be it/],
    neverSays: [/Adopted/],
  },
]

describe.concurrent.each([
  ['clocks', CLOCKS],
  ['lists', LISTS],
  ['responses', ANSWERS],
  ['adoption', ADOPTION],
])('starts no second run, and takes no other: %s', (_what, scenarios) => {
  test.for(scenarios.map((scenario): [string, Scenario] => [scenario.name, scenario]))(
    '%s',
    { timeout: 300_000 },
    async ([, scenario], { expect }) => {
      const unused = await runScenario(scenario, expect)
      expect(unused, 'faults that were never applied').toEqual([])
    },
  )
})
