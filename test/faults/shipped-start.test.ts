import { describe, test } from 'vitest'
import type { FaultRule } from '../simulator/faults.ts'
import { runScenario, type Api, type Scenario } from './shipped.ts'

const PATHS: Record<Api, FaultRule['match']> = {
  v1: { service: 'xtc', path: /\/runCopy$/ },
  v2: { service: 'xtc', method: 'POST', path: /\/load-tests\/\d+$/ },
  errthquake: { service: 'errthquake', path: /\/exec$/ },
}
/** The requests that look for a lost run. */
const LISTS: Record<Api, FaultRule['match']> = {
  v1: { service: 'xtc', path: /\/loadTests$/ },
  v2: { service: 'xtc', path: /\/load-tests$/ },
  errthquake: { service: 'errthquake', method: 'GET', path: /^\/workspaces\/[^/]+$/ },
}

function once(api: Api, rule: Omit<FaultRule, 'match'>): FaultRule {
  return { match: PATHS[api], times: 1, ...rule }
}

/**
 * The service carried out the request, but its response was lost. v2 finds the run by its marker, the others
 * adopt it.
 */
function found(api: Api, name: string, rule: Omit<FaultRule, 'match'>): Scenario {
  return {
    name: `${api}: the start ${name} after the commit`,
    api,
    faults: [once(api, rule)],
    outcome: 'passed',
    runs: 1,
    says: [
      /It is unclear whether the test was started/,
      api === 'v2' ? /Found the started run by its marker/ : /Adopted the only new run that matches/,
    ],
  }
}

/** The runs cannot be listed, so it stays unknown whether one was started. The request is not sent again. */
function unknown(api: Api, name: string, rule: Omit<FaultRule, 'match'>, runs: 0 | 1): Scenario {
  // The preflight and the list before the start read the workspace too, so only later requests are rejected.
  const refuseLook: FaultRule = { match: LISTS[api], kind: 'status', status: 403, nth: 3 }
  const lacksList = { xtc: { credentials: [{ scopes: SCOPES_WITHOUT_LIST }] } }
  return {
    name: `${api}: the start ${name}, and the runs cannot be listed`,
    api,
    faults: [once(api, rule), ...(api === 'errthquake' ? [refuseLook] : [])],
    ...(api !== 'errthquake' && { simulator: lacksList }),
    ...(api === 'errthquake' && { inputs: { 'test-duration': '5m' } }),
    outcome: 'error start-unknown',
    runs,
    startRequests: 1,
    says: [/It is unknown whether the test was started; the request was not sent again/],
    active: 'nobody knows',
    check: ({ exitCode }, _simulator, expect) => expect.soft(exitCode).toBe(1),
  }
}

const SCOPES_WITHOUT_LIST = [
  'LOADTEST_STATUS',
  'LOADTEST_DETAILS',
  'LOADTEST_COPY_RUN',
  'LOADTEST_REPORT_DOWNLOAD',
  'LOADTEST_RESULT_DOWNLOAD',
]
function again(api: Api, name: string, rules: Omit<FaultRule, 'match'>[], says: RegExp): Scenario {
  return {
    name: `${api}: the start ${name}`,
    api,
    faults: rules.map((rule) => once(api, rule)),
    outcome: 'passed',
    runs: 1,
    startRequests: 2,
    says: [says],
  }
}

function refused(api: Api, status: number, says: RegExp): Scenario {
  return {
    name: `${api}: the start is rejected with ${status}`,
    api,
    faults: [once(api, { kind: 'status', status })],
    outcome: status === 401 ? 'error credentials' : 'error preflight',
    runs: 0,
    startRequests: 1,
    says: [/nothing is running/, says],
  }
}

const SCENARIOS: Scenario[] = [
  found('v2', 'is reset', { kind: 'reset-after' }),
  found('v2', 'returns 500', { kind: 'status', status: 500, when: 'after-commit' }),
  found('v2', 'returns 408', { kind: 'status', status: 408, when: 'after-commit' }),
  found('v2', 'returns a sign-in page', { kind: 'html', when: 'after-commit' }),
  found('v2', 'returns half of its JSON', { kind: 'half-json' }),
  found('v2', 'breaks off', { kind: 'truncate' }),
  found('v2', 'returns other JSON', { kind: 'wrong-json', when: 'after-commit' }),
  found('v2', 'redirects', { kind: 'redirect', when: 'after-commit', headers: { location: '/sign-in' } }),
  {
    ...found('v2', 'returns 503 with Retry-After', {
      kind: 'status',
      status: 503,
      headers: { 'retry-after': '1' },
      when: 'after-commit',
    }),
    says: [
      /In .*, the step checks whether the test was started anyway/,
      /Found the started run by its marker/,
    ],
  },
  found('v1', 'is reset', { kind: 'reset-after' }),
  found('v1', 'returns 502', { kind: 'status', status: 502, when: 'after-commit' }),
  found('v1', 'returns half of its JSON', { kind: 'half-json' }),
  found('errthquake', 'is reset', { kind: 'reset-after' }),
  found('errthquake', 'returns 500', { kind: 'status', status: 500, when: 'after-commit' }),
  found('errthquake', 'returns a sign-in page', { kind: 'html', when: 'after-commit' }),
  unknown('v2', 'is reset before the commit', { kind: 'reset-before' }, 0),
  unknown('v2', 'is reset after the commit', { kind: 'reset-after' }, 1),
  unknown('v1', 'is reset after the commit', { kind: 'reset-after' }, 1),
  again('v2', 'returns 429', [{ kind: 'status', status: 429 }], /nothing was started/),
  again(
    'errthquake',
    'returns 429 with Retry-After',
    [{ kind: 'status', status: 429, headers: { 'retry-after': '1' } }],
    /Sending it again in 1 s/,
  ),
  again(
    'v2',
    'returns 503 with Retry-After before the commit',
    [{ kind: 'status', status: 503, headers: { 'retry-after': '1' } }],
    /the step checks whether the test was started/,
  ),
  again(
    'v1',
    'returns 503 with Retry-After before the commit',
    [{ kind: 'status', status: 503, headers: { 'retry-after': '1' } }],
    /the step checks whether the test was started/,
  ),
  refused('v2', 403, /LOADTEST_COPY_RUN/),
  refused('errthquake', 403, /Execute Tests/),
  {
    name: 'v2: the token is rejected at the start, which continues with a new one',
    api: 'v2',
    faults: [once('v2', { kind: 'status', status: 401 })],
    outcome: 'passed',
    runs: 1,
    startRequests: 2,
    check: (_result, simulator, expect) => {
      const [first, second] = simulator.record.of('xtc', 'POST', /\/load-tests\/\d+$/)
      expect.soft(second?.headers['authorization']).not.toBe(first?.headers['authorization'])
    },
  },
  {
    name: 'v1: somebody else starts the same test, and the response to ours is lost',
    api: 'v1',
    faults: [once('v1', { kind: 'reset-after' })],
    meanwhile: {
      whenAsked: /\/runCopy$/,
      happen: ({ xtc }) => void xtc.loadTests.copyAndRun(xtc.loadTests.all[0] as never),
    },
    strike: { signal: 'SIGINT', whenSaid: /Looking for it/ },
    outcome: 'cancelled cancelled',
    runs: 2,
    startRequests: 1,
    active: 'nobody knows',
    says: [/may have been started and may be active/],
    neverSays: [/Adopted/],
  },
]

describe.concurrent('a start with trouble', () => {
  test.for(SCENARIOS.map((scenario): [string, Scenario] => [scenario.name, scenario]))(
    '%s',
    { timeout: 300_000 },
    async ([, scenario], { expect }) => {
      const unused = await runScenario(scenario, expect)
      expect(unused, 'faults that were never applied').toEqual([])
    },
  )
})
