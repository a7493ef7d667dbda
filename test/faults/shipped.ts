import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExpectStatic } from 'vitest'
import { runAction, type StepResult } from '../runner/run-action.ts'
import { DEFAULT_ERRTHQUAKE_TOKEN } from '../simulator/errthquake.ts'
import type { FaultRule } from '../simulator/faults.ts'
import { startSimulator, type Simulator, type SimulatorOptions } from '../simulator/simulator.ts'

export type Api = 'v1' | 'v2' | 'errthquake'

/** One fault, one run of the bundles in dist/ over real sockets, and the expected results. */
export interface Scenario {
  name: string
  api: Api
  inputs?: Record<string, string>
  simulator?: SimulatorOptions
  faults?: FaultRule[]
  prepare?: (simulator: Simulator) => void
  /** Sends a signal to main once its log, or the record of requests, matches this. */
  strike?: { signal: NodeJS.Signals; whenSaid?: RegExp; whenAsked?: RegExp; post?: false }
  /** Anything else that happens while the step runs. */
  meanwhile?: { whenAsked: RegExp; happen: (simulator: Simulator) => void }
  environment?: Record<string, string>
  /** `outcome reason`, or undefined if main was killed. */
  outcome: string | undefined
  /** Runs started at the service, whether anybody knows of them or not. */
  runs: number
  /** Start requests that were sent; default: one, or none if nothing was started. */
  startRequests?: number
  says?: RegExp[]
  neverSays?: RegExp[]
  /** Runs still active at the end, which the log must name. */
  active?: number | 'nobody knows'
  check?: (result: StepResult, simulator: Simulator, expect: ExpectStatic) => void | Promise<void>
}

const SECRET = 'simulated-client-secret'
export const START: Record<Api, RegExp> = {
  v1: /\/runCopy$/,
  v2: /^POST .*\/load-tests\/\d+$/,
  errthquake: /\/exec$/,
}
const SMALL: SimulatorOptions = { xltData: { lines: 60 }, requestLog: { lines: 60 } }

/**
 * `expect` is the test's own, because scenarios run at the same time. Returns the faults that were never
 * applied.
 */
export async function runScenario(scenario: Scenario, expect: ExpectStatic): Promise<FaultRule[]> {
  const directory = await mkdtemp(join(tmpdir(), 'shipped-'))
  const simulator = await startSimulator({ ...SMALL, ...scenario.simulator })
  try {
    simulator.faults.add(...(scenario.faults ?? []))
    scenario.prepare?.(simulator)
    const result = await step(scenario, simulator, directory)
    await judge(scenario, simulator, result, expect)
    return simulator.faults.unused()
  } finally {
    await simulator.close()
    await rm(directory, { recursive: true, force: true })
  }
}

async function step(scenario: Scenario, simulator: Simulator, directory: string): Promise<StepResult> {
  const { strike, meanwhile } = scenario
  let said = ''
  let hit = false
  let happened = false
  let kill: (() => void) | undefined
  const asked = (pattern: RegExp): boolean =>
    simulator.record.entries.some(({ method, path }) => pattern.test(`${method} ${path}`))
  const watch = setInterval(() => {
    if (meanwhile !== undefined && !happened && asked(meanwhile.whenAsked)) {
      happened = true
      meanwhile.happen(simulator)
    }
    if (strike === undefined || hit || kill === undefined) return
    const due = strike.whenSaid === undefined ? asked(strike.whenAsked ?? /^/) : strike.whenSaid.test(said)
    if (!due) return
    hit = true
    kill()
  }, 20)
  try {
    return await runAction({
      directory,
      inputs: { ...inputsOf(scenario.api, simulator), ...scenario.inputs },
      environment: { ...simulator.environment(), ...scenario.environment },
      onOutput: (text) => (said += text),
      onMain: (main) => (kill = () => main.kill(strike?.signal)),
      ...(strike?.post !== undefined && { post: strike.post }),
    })
  } finally {
    clearInterval(watch)
  }
}

function inputsOf(api: Api, simulator: Simulator): Record<string, string> {
  const common = { 'poll-interval': '1s', 'fail-on': 'run,collect', artifacts: 'none' }
  if (api !== 'errthquake') {
    return {
      ...common,
      provider: 'xtc',
      'xtc-url': simulator.xtcUrl,
      'xtc-organization': 'acme',
      'xtc-project': 'shop',
      'xtc-load-test': '1',
      'xtc-client-id': 'simulated-client',
      'xtc-client-secret': SECRET,
      'xtc-api-version': api,
    }
  }
  return {
    ...common,
    provider: 'errthquake',
    'errthquake-url': simulator.errthquakeUrl,
    'errthquake-token': DEFAULT_ERRTHQUAKE_TOKEN,
    'test-input': 'customers.csv',
    'test-config': 'checkout.yaml',
    'virtual-users': '50',
    'test-duration': '2s',
    region: 'eu-west-1',
  }
}

async function judge(
  scenario: Scenario,
  simulator: Simulator,
  result: StepResult,
  expect: ExpectStatic,
): Promise<void> {
  const { outputs, log } = result
  const outcome = [outputs['outcome'], outputs['reason']].filter((word) => word !== undefined && word !== '')
  expect.soft(outcome.join(' '), log).toBe(scenario.outcome ?? '')
  const runs = scenario.api === 'errthquake' ? simulator.errthquake.runs.length : simulator.xtc.runs.length
  expect.soft(runs, 'runs started').toBe(scenario.runs)
  const requests = simulator.record.entries.filter(({ method, path }) =>
    START[scenario.api].test(`${method} ${path}`),
  )
  expect.soft(requests.length, 'start requests').toBe(scenario.startRequests ?? (scenario.runs > 0 ? 1 : 0))
  for (const pattern of scenario.says ?? []) expect.soft(log).toMatch(pattern)
  for (const pattern of scenario.neverSays ?? []) expect.soft(log).not.toMatch(pattern)
  if (scenario.active !== 'nobody knows') checkLeftBehind(scenario, simulator, result, expect)
  checkLeaks(simulator, result, expect)
  await scenario.check?.(result, simulator, expect)
}

function checkLeftBehind(
  scenario: Scenario,
  simulator: Simulator,
  { log }: StepResult,
  expect: ExpectStatic,
): void {
  const { errthquake, xtc } = simulator
  const active =
    scenario.api === 'errthquake'
      ? errthquake.unstopped.map(({ id }) => id)
      : xtc.active.map(({ number }) => String(number))
  expect.soft(active.length, `left active: ${active.join(', ')}\n${log}`).toBe(scenario.active ?? 0)
  const alarms = log.split('\n').filter((line) => /^::(error|warning)/.test(line))
  for (const id of active) expect.soft(alarms.join('\n')).toContain(id)
}

/** What people see, without masks and debug lines, which are only for the runner. */
function seenOf(log: string): string {
  return log
    .split('\n')
    .filter((line) => !/^::(add-mask|debug)/.test(line))
    .join('\n')
}

function checkLeaks(
  simulator: Simulator,
  { log, outputs, summary, state }: StepResult,
  expect: ExpectStatic,
): void {
  const seen = seenOf(log)
  const all = [seen, JSON.stringify(outputs), summary, JSON.stringify(state)].join('\n')
  const [name = '', value = ''] = DEFAULT_ERRTHQUAKE_TOKEN.split(' ')
  for (const secret of [SECRET, name, value, ...simulator.xtc.tokens.all])
    expect.soft(all.includes(secret), `shows ${secret.slice(0, 8)}…`).toBe(false)
  expect.soft(seen).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m)
  expect.soft(seen).not.toMatch(/^\s*::(?!group|endgroup|error|warning|notice)/m)
  expect.soft(seen).not.toContain('##[')
}
