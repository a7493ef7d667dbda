import { describe, test } from 'vitest'
import { runScenario, START, type Scenario } from './shipped.ts'

const LONG_XTC = { xtc: { run: { speed: 0.02 } } }
const LONG = { 'test-duration': '5m' }
const CANCELLED = 'cancelled cancelled'
const RUNNING = /(pending|running) after/
const LATE = { kind: 'delay' as const, answerDelayMs: 1500, times: 1 }
const START_V2 = { service: 'xtc' as const, method: 'POST', path: /\/load-tests\/\d+$/ }
const EXEC = { service: 'errthquake' as const, path: /\/exec$/ }

/** Between the signal and the end of main, there is only time for a stop. */
const SCENARIOS: Scenario[] = [
  {
    name: 'cancelled while it requests the token',
    api: 'v2',
    faults: [{ match: { service: 'xtc', path: /\/oauth\/token$/ }, kind: 'hang' }],
    strike: { signal: 'SIGINT', whenAsked: /\/oauth\/token$/ },
    outcome: CANCELLED,
    runs: 0,
  },
  {
    name: 'cancelled while it waits: main sends the stop, and post confirms it',
    api: 'errthquake',
    inputs: LONG,
    strike: { signal: 'SIGINT', whenSaid: RUNNING },
    outcome: CANCELLED,
    runs: 1,
    says: [/The stop of \w+ was accepted[\s\S]*no run is left active/],
    check: ({ mainLog }, _simulator, expect) => expect.soft(mainLog).toMatch(/was accepted/),
  },
  {
    name: 'SIGTERM has the same effect',
    api: 'errthquake',
    inputs: LONG,
    strike: { signal: 'SIGTERM', whenSaid: RUNNING },
    outcome: CANCELLED,
    runs: 1,
    says: [/was accepted/],
  },
  {
    name: 'a runner that shuts down without running post',
    api: 'errthquake',
    inputs: LONG,
    strike: { signal: 'SIGINT', whenSaid: RUNNING, post: false },
    outcome: CANCELLED,
    runs: 1,
    says: [/was accepted/],
  },
  {
    name: 'killed while it waits: post ends the run',
    api: 'errthquake',
    inputs: LONG,
    strike: { signal: 'SIGKILL', whenSaid: RUNNING },
    outcome: undefined,
    runs: 1,
    says: [/Cleaning up: sent the stop of \w+/, /Cleaning up: no run is left active/],
  },
  {
    name: 'killed while it waits, and then the service hangs: post says what it waits for and ends',
    api: 'errthquake',
    inputs: { 'test-duration': '5m' },
    strike: { signal: 'SIGKILL', whenSaid: RUNNING },
    // The first stop is main's.
    faults: [2, 3].map((nth) => ({
      match: { service: 'errthquake', path: /^\/workspaces$/ },
      kind: 'hang',
      nth,
    })),
    outcome: undefined,
    runs: 1,
    active: 1,
    says: [
      /Cleaning up: still waiting for the service to confirm that run \w+ has finished/,
      /confirmed within 60 s/,
    ],
  },
  {
    name: 'killed while it waits for XTC: post names the active run',
    api: 'v2',
    simulator: LONG_XTC,
    strike: { signal: 'SIGKILL', whenSaid: /after \d/ },
    outcome: undefined,
    runs: 1,
    active: 1,
    says: [/Cleaning up: run 41 is still active and costs machine time.*load-tests\/41/],
  },
  {
    name: 'cancelled while XTC runs: main and post name the run',
    api: 'v2',
    simulator: LONG_XTC,
    strike: { signal: 'SIGINT', whenSaid: /after \d/ },
    outcome: CANCELLED,
    runs: 1,
    active: 1,
    says: [
      /run 41 is still active: it cannot be stopped from here[\s\S]*Cleaning up: run 41 is still active/,
    ],
  },
  {
    name: 'cancelled with on-cancel: leave',
    api: 'errthquake',
    inputs: { ...LONG, 'on-cancel': 'leave' },
    strike: { signal: 'SIGINT', whenSaid: RUNNING },
    outcome: CANCELLED,
    runs: 1,
    active: 1,
    says: [/was left running, as set by on-cancel/],
  },
  {
    name: 'cancelled during the start request: the response is awaited, and the run is stopped',
    api: 'errthquake',
    inputs: LONG,
    faults: [{ match: EXEC, ...LATE }],
    strike: { signal: 'SIGINT', whenAsked: START.errthquake },
    outcome: CANCELLED,
    runs: 1,
    says: [/Started Errthquake run \w+[\s\S]*The stop of \w+ was accepted/],
    check: ({ outputs }, simulator, expect) =>
      expect.soft(outputs['run-id']).toBe(simulator.errthquake.runs[0]?.id),
  },
  {
    name: 'cancelled during the start request, and the response is 401: it is not sent again',
    api: 'v2',
    faults: [{ match: START_V2, kind: 'status', status: 401, delayMs: 1500, times: 1 }],
    strike: { signal: 'SIGINT', whenAsked: START.v2 },
    outcome: CANCELLED,
    runs: 0,
    startRequests: 1,
    neverSays: [/Cleaning up/],
  },
  {
    name: 'mode start, cancelled during the start request: nothing stays active',
    api: 'errthquake',
    inputs: { ...LONG, mode: 'start', artifacts: '' },
    faults: [{ match: EXEC, ...LATE }],
    strike: { signal: 'SIGINT', whenAsked: START.errthquake },
    outcome: CANCELLED,
    runs: 1,
    says: [/The stop of \w+ was accepted/],
  },
  {
    name: 'killed during the start request: post finds the run by its marker and names it',
    api: 'v2',
    simulator: LONG_XTC,
    faults: [{ match: START_V2, ...LATE }],
    strike: { signal: 'SIGKILL', whenAsked: START.v2 },
    outcome: undefined,
    runs: 1,
    active: 1,
    says: [/Cleaning up: run 41 is still active/],
  },
  {
    name: 'cancelled while it downloads: the run has already ended, so nothing is stopped',
    api: 'errthquake',
    faults: [{ match: { service: 'errthquake', path: /\/logs$/ }, kind: 'hang' }],
    strike: { signal: 'SIGINT', whenAsked: /\/logs$/ },
    outcome: CANCELLED,
    runs: 1,
    check: (_result, simulator, expect) =>
      expect.soft(simulator.record.of('errthquake', 'PUT')).toHaveLength(0),
  },
  {
    name: 'cancelled while it uploads',
    api: 'errthquake',
    inputs: { artifacts: 'all' },
    faults: [{ match: { service: 'actions', path: /CreateArtifact$/ }, kind: 'hang' }],
    strike: { signal: 'SIGINT', whenAsked: /CreateArtifact$/ },
    outcome: CANCELLED,
    runs: 1,
  },
  {
    name: 'one of two executions cannot be stopped at first: the other is stopped, and post tries again',
    api: 'errthquake',
    inputs: { ...LONG, region: 'eu-west-1, us-east-1' },
    faults: [
      { match: { service: 'errthquake', method: 'PUT', path: /\/stop$/ }, kind: 'reset-before', nth: 1 },
    ],
    strike: { signal: 'SIGKILL', whenSaid: RUNNING },
    outcome: undefined,
    runs: 2,
    startRequests: 1,
    says: [/Cleaning up: no run is left active/],
  },
]

describe.concurrent('a step that is cancelled or killed', () => {
  test.for(SCENARIOS.map((scenario): [string, Scenario] => [scenario.name, scenario]))(
    '%s',
    { timeout: 300_000 },
    async ([, scenario], { expect }) => {
      const unused = await runScenario(scenario, expect)
      expect(unused, 'faults that were never applied').toEqual([])
    },
  )
})
