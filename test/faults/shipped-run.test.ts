import { describe, test } from 'vitest'
import type { FaultRule } from '../simulator/faults.ts'
import { runScenario, type Scenario } from './shipped.ts'

const TOKEN: FaultRule['match'] = { service: 'xtc', path: /\/oauth\/token$/ }
const DETAILS: FaultRule['match'] = { service: 'xtc', method: 'GET', path: /\/load-tests\/1$/ }
const STATUS: FaultRule['match'] = { service: 'xtc', path: /\/status$/ }
const RESULT: FaultRule['match'] = {
  service: 'errthquake',
  method: 'GET',
  path: /^\/results\/[^/]+\/[^/]+$/,
}
// The archive is tried at two addresses, which are the same here, so it takes two broken responses to make it
// try again.
const REPORT: FaultRule['match'] = { service: 'xtc', path: /\/reports\/1\/archive$/ }
const LOGS: FaultRule['match'] = { service: 'errthquake', path: /\/logs$/ }
const CREATE: FaultRule['match'] = { service: 'actions', path: /CreateArtifact$/ }

type Short = Omit<Scenario, 'api' | 'runs'> & Partial<Pick<Scenario, 'api' | 'runs'>>

const TOKEN_FAULTS: Short[] = [
  {
    name: 'the token request is rejected with 401',
    faults: [{ match: TOKEN, kind: 'status', status: 401 }],
    runs: 0,
    outcome: 'error credentials',
    says: [/xtc-client-id and xtc-client-secret/],
  },
  {
    name: 'a scope is rejected with 400, and named',
    simulator: {
      xtc: { credentials: [{ scopes: ['LOADTEST_LIST', 'LOADTEST_DETAILS', 'LOADTEST_STATUS'] }] },
    },
    runs: 0,
    outcome: 'error credentials',
    says: [/lack scopes LOADTEST_COPY_RUN/],
  },
  {
    name: 'the token endpoint returns a sign-in page',
    faults: [{ match: TOKEN, kind: 'html' }],
    runs: 0,
    outcome: 'error credentials',
    says: [/is a web page, not JSON/],
  },
  {
    name: 'half a token response, then a complete one',
    faults: [{ match: TOKEN, kind: 'half-json', times: 1 }],
    outcome: 'passed',
  },
  {
    name: 'the token request is reset, then succeeds',
    faults: [{ match: TOKEN, kind: 'reset-before', times: 2 }],
    outcome: 'passed',
  },
  {
    name: 'all tokens become invalid during the run',
    meanwhile: { whenAsked: /\/status$/, happen: ({ xtc }) => xtc.tokens.revokeAll() },
    outcome: 'passed',
    check: (_result, simulator, expect) =>
      expect.soft(simulator.record.of('xtc', 'POST', /\/oauth\/token$/).length).toBe(2),
  },
]

const PREFLIGHT_FAULTS: Short[] = [
  {
    name: 'the load test does not exist',
    inputs: { 'xtc-load-test': '4711' },
    runs: 0,
    outcome: 'error preflight',
    says: [/There is no load test 4711/],
  },
  {
    name: 'the credentials are disabled for the project',
    simulator: { xtc: { credentials: [{ switchedOffForProject: true }] } },
    runs: 0,
    outcome: 'error preflight',
    says: [/disabled the credentials of the organization/],
  },
  {
    name: 'the details break off, then arrive completely',
    faults: [{ match: DETAILS, kind: 'truncate', times: 1 }],
    outcome: 'passed',
  },
  {
    name: 'Errthquake rejects the account',
    api: 'errthquake',
    faults: [{ match: { service: 'errthquake', path: /^\/workspaces$/ }, kind: 'status', status: 401 }],
    runs: 0,
    outcome: 'error credentials',
    says: [/errthquake-token/],
  },
]

function hibernating(body: Buffer): { body: Buffer } {
  return { body: Buffer.from(body.toString('utf8').replace(/"state":"\w+"/, '"state":"HIBERNATING"')) }
}

const POLL_FAULTS: Short[] = [
  {
    name: 'a poll is reset',
    faults: [{ match: STATUS, kind: 'reset-before', nth: 2 }],
    outcome: 'passed',
    says: [/Contact was restored/],
  },
  {
    name: 'three polls in a row return 500',
    faults: [{ match: STATUS, kind: 'status', status: 500, times: 3 }],
    outcome: 'passed',
    says: [/Contact was restored/],
  },
  {
    name: 'polls return web pages and unexpected JSON',
    api: 'errthquake',
    faults: [
      { match: RESULT, kind: 'html', nth: 1 },
      { match: RESULT, kind: 'wrong-json', nth: 2 },
    ],
    outcome: 'passed',
    says: [/is a web page, not JSON/, /Contact was restored/],
  },
  {
    name: 'an unknown state',
    faults: [{ match: STATUS, kind: 'changed', times: 2, change: hibernating }],
    outcome: 'passed',
    says: [/The state 'HIBERNATING' is not known to this version/],
  },
  {
    name: 'polls are rejected with 401, whatever the token',
    faults: [{ match: STATUS, kind: 'status', status: 401 }],
    simulator: { xtc: { run: { speed: 0.02 } } },
    outcome: 'error contact-lost',
    active: 1,
    says: [/no longer valid/, /run 41 is still active and costs machine time/],
    check: (_result, simulator, expect) =>
      // Once with the old token and once with a new one, then while the run's end is handled.
      expect.soft(simulator.record.of('xtc', 'GET', /\/status$/).length).toBeLessThanOrEqual(4),
  },
  {
    name: 'polls are rejected with 403',
    faults: [{ match: STATUS, kind: 'status', status: 403 }],
    simulator: { xtc: { run: { speed: 0.02 } } },
    outcome: 'error contact-lost',
    active: 1,
    says: [/lack a scope or permission/, /run 41 is still active/],
  },
  {
    name: 'Errthquake forgets the run after a while, and is still told to stop it',
    api: 'errthquake',
    inputs: { 'test-duration': '5m' },
    faults: [
      { match: RESULT, kind: 'status', status: 403, nth: 1 },
      {
        match: { service: 'errthquake', method: 'GET', path: /^\/workspaces\/[^/]+$/ },
        kind: 'status',
        status: 410,
        // After the preflight, the list before the start, and the check of the id in the response.
        nth: 4,
      },
    ],
    outcome: 'error contact-lost',
    says: [/no run is left active/],
  },
  {
    name: 'the run fails at the service, and the step does not pass',
    simulator: { xtc: { run: { finalState: 'ERROR', archives: ['report', 'result'] } } },
    outcome: 'error remote-failed',
  },
]

const DOWNLOAD_FAULTS: Short[] = [
  {
    name: 'an archive breaks off twice',
    faults: [{ match: REPORT, kind: 'truncate', times: 2 }],
    outcome: 'passed',
    says: [/trying again/],
    check: async ({ outputs }, simulator, expect) => {
      const { statSync } = await import('node:fs')
      const path = outputs['report-path'] ?? ''
      expect.soft(path).toMatch(/report\.tar\.gz$/)
      const [run] = simulator.xtc.runs
      const whole = await simulator.xtc.options.data.report(
        run === undefined ? 0 : simulator.xtc.dataSeed(run),
      )
      expect.soft(statSync(path, { throwIfNoEntry: false })?.size ?? whole.bytes).toBe(whole.bytes)
    },
  },
  {
    name: 'a web page arrives instead of the archive',
    faults: [{ match: REPORT, kind: 'html', times: 2 }],
    outcome: 'passed',
    says: [/the response is a web page/],
  },
  {
    name: 'something else arrives instead of the archive',
    faults: [{ match: REPORT, kind: 'wrong-json', times: 2 }],
    outcome: 'passed',
    says: [/the response is not a gzip/],
  },
  {
    name: 'the archive does not match its digest',
    faults: [
      {
        match: REPORT,
        kind: 'status',
        status: 200,
        times: 2,
        headers: { 'content-digest': 'sha-256=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:' },
        body: 'not what it should be',
      },
    ],
    outcome: 'passed',
    says: [/does not match its sha256 digest/],
  },
  {
    name: 'archives arrive late, and from another origin, which gets no token',
    simulator: { xtc: { shape: { archives: 'redirect' } } },
    faults: [{ match: { service: 'xtc', path: /\/archive$/ }, kind: 'status', status: 404, times: 4 }],
    outcome: 'passed',
    says: [/is not ready yet/],
    check: (_result, simulator, expect) => expect.soft(simulator.storage.authorizationsReceived).toBe(0),
  },
  {
    name: 'all tokens become invalid before the archives are downloaded',
    faults: [{ match: REPORT, kind: 'status', status: 401, times: 2 }],
    outcome: 'passed',
    check: ({ outputs }, simulator, expect) => {
      expect.soft(outputs['report-path']).toMatch(/report\.tar\.gz$/)
      expect.soft(simulator.record.of('xtc', 'POST', /\/oauth\/token$/).length).toBe(2)
    },
  },
  {
    name: 'one archive stays unavailable: the other is kept, and fail-on collect fails the step',
    faults: [{ match: REPORT, kind: 'status', status: 403 }],
    outcome: 'passed',
    says: [/report\.tar\.gz is unavailable/],
    check: ({ exitCode, outputs }, _simulator, expect) => {
      expect.soft(exitCode).toBe(1)
      expect.soft(outputs['result-path']).toMatch(/result\.tar\.gz$/)
    },
  },
  {
    name: "Errthquake's log archive breaks off",
    api: 'errthquake',
    faults: [{ match: LOGS, kind: 'truncate', times: 1 }],
    outcome: 'passed',
    says: [/trying again/],
  },
]

const ALL = { artifacts: 'all' }
const PUBLISH_FAULTS: Short[] = [
  {
    name: 'an artifact name is taken',
    inputs: { ...ALL, 'artifact-name': 'mine' },
    faults: [{ match: CREATE, kind: 'status', status: 409, nth: 1, body: '{"code":"already_exists"}' }],
    outcome: 'passed',
    says: [/is taken; trying/, /\.attempt-1\./],
  },
  {
    name: 'the storage quota is used up',
    inputs: ALL,
    prepare: ({ actions }) => void (actions.artifactService.quotaExhausted = true),
    outcome: 'passed',
    says: [/could not be uploaded/, /The files stay in/],
  },
  {
    name: 'the artifact service fails every request: no second file is tried, and one warning names all of them',
    inputs: ALL,
    faults: [{ match: CREATE, kind: 'status', status: 500, body: '{"code":"internal","msg":"no."}' }],
    outcome: 'passed',
    says: [
      /could not be uploaded: .*after 5 attempts.* Not tried after that: .*result\.tar\.gz.*summary\.html/,
    ],
    check: ({ log }, simulator, expect) => {
      expect.soft(simulator.record.of('actions', 'POST', /CreateArtifact$/)).toHaveLength(5)
      expect.soft(log.match(/^::warning/gm)).toHaveLength(1)
      expect.soft(log).not.toMatch(/^::warning.*\.\./m)
    },
  },
  {
    name: 'the storage rejects uploads without a reason',
    inputs: ALL,
    faults: [
      { match: { service: 'actions', method: 'PUT', path: /./ }, kind: 'status', status: 403, body: '' },
    ],
    outcome: 'passed',
    says: [/could not be uploaded: [^:.]\S.* Not tried after that: /],
    check: ({ log }, simulator, expect) => {
      expect.soft(simulator.record.of('actions', 'POST', /CreateArtifact$/)).toHaveLength(1)
      expect.soft(log.match(/^::warning/gm)).toHaveLength(1)
    },
  },
  {
    name: 'there is no artifact service',
    inputs: ALL,
    environment: { ACTIONS_RUNTIME_TOKEN: '', ACTIONS_RESULTS_URL: '' },
    outcome: 'passed',
    says: [/Nothing was uploaded as an artifact/],
  },
]

const SCENARIOS = [
  ...TOKEN_FAULTS,
  ...PREFLIGHT_FAULTS,
  ...POLL_FAULTS,
  ...DOWNLOAD_FAULTS,
  ...PUBLISH_FAULTS,
]

describe.concurrent('a run with trouble', () => {
  test.for(SCENARIOS.map((short): [string, Scenario] => [short.name, { api: 'v2', runs: 1, ...short }]))(
    '%s',
    { timeout: 300_000 },
    async ([, scenario], { expect }) => {
      const unused = await runScenario(scenario, expect)
      expect(unused, 'faults that were never applied').toEqual([])
    },
  )
})
