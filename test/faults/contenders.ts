import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Log, Workflow } from '../../src/foundation/ports.ts'
import { parseInputs } from '../../src/inputs/parse-inputs.ts'
import type { HttpPorts } from '../../src/platform/http/http.ts'
import { Cancellation } from '../../src/platform/runner/cancellation.ts'
import { composeStep } from '../../src/program/compose.ts'
import { createProvider } from '../../src/program/create-provider.ts'
import { SERVICES } from '../../src/providers/services.ts'
import type { Findings } from '../../src/step/findings.ts'
import { runStep } from '../../src/step/run-step.ts'
import { DEFAULT_REQUEST_LOG, generatedErrthquakeData } from '../simulator/errthquake-data.ts'
import type { ErrthquakeOptions } from '../simulator/errthquake-options.ts'
import { DEFAULT_ERRTHQUAKE_TOKEN, ErrthquakeSimulator } from '../simulator/errthquake.ts'
import { createRandom, derivedSeed } from '../simulator/random.ts'
import { RequestRecord } from '../simulator/record.ts'
import type { SimService } from '../simulator/service.ts'
import { generatedXltData } from '../simulator/xlt-data.ts'
import { DEFAULT_XLT_DATA } from '../simulator/xlt-scenarios.ts'
import { XtcSimulator } from '../simulator/xtc.ts'
import { xpathFromSource } from '../unit/criteria/xpath/xpath-from-source.ts'
import { contextOf } from '../unit/inputs/workflow-context.ts'
import { ProcessClock, SettledClock } from './settled-clock.ts'
import { VirtualNetwork } from './virtual-network.ts'

/** Several steps that use one service at the same time. */
export interface Contest {
  seed: number
  service: 'errthquake' | 'xtc'
  whenBusy: 'wait' | 'fail'
  /** When each of them begins, measured from the beginning. */
  offsetsMs: readonly number[]
  runMs: number
  timeoutMs: number
  resultsOrder: NonNullable<ErrthquakeOptions['resultsOrder']>
}

export interface Contender {
  findings: Findings
  lines: string[]
  outputs: Record<string, string>
  tookMs: number
}

/** When a run was active at the service; runs that were stopped before they began are left out. */
export interface Span {
  id: string
  fromMs: number
  toMs: number
}

export interface Fought {
  contenders: Contender[]
  spans: Span[]
}

const URLS = { errthquake: 'https://errthquake.test', xtc: 'https://xtc.test' }

/**
 * Runs whole steps in mode `start` against one service, in virtual time, until each had its turn or gave up.
 */
export async function fight(contest: Contest): Promise<Fought> {
  const directory = await mkdtemp(join(tmpdir(), 'contest-'))
  const world = new SettledClock()
  const { service, spans } = contest.service === 'xtc' ? xtcOf(contest, world) : errthquakeOf(contest, world)
  const network = new VirtualNetwork({
    world,
    seed: contest.seed,
    services: new Map([[URLS[contest.service], service]]),
    record: new RequestRecord(),
    faults: [],
    outages: [],
    onSend: () => undefined,
    leakedText: '',
    serviceNow: world.now,
    tellsTime: true,
  })
  try {
    const all = Promise.all(
      contest.offsetsMs.map(async (offsetMs, index) => {
        await world.sleep(offsetMs)
        return await contend(contest, { world, network, index, directory })
      }),
    )
    await world.until(all)
    const contenders = await all
    // Lets the last run end.
    await world.until(world.sleep(contest.runMs + 3_600_000))
    return { contenders, spans: spans() }
  } finally {
    await rm(directory, { recursive: true, force: true, maxRetries: 3 })
  }
}

interface Arena {
  world: SettledClock
  network: VirtualNetwork
  index: number
  directory: string
}

async function contend(contest: Contest, arena: Arena): Promise<Contender> {
  const { world, network, index, directory } = arena
  const clock = new ProcessClock(world)
  const cancellation = new Cancellation(clock)
  const contender: Omit<Contender, 'findings' | 'tookMs'> = { lines: [], outputs: {} }
  const voice = { log: logInto(contender.lines), workflow: workflowInto(contender.outputs) }
  const given = inputsOf(contest, join(directory, String(index)))
  const read = (name: string): string => given[name] ?? ''
  const context = contextOf({ runId: String(1000 + index) })
  const inputs = await parseInputs(read, Object.keys(given), context)
  const jitter = createRandom(derivedSeed(contest.seed, `jitter of ${index}`))
  const http: HttpPorts = {
    transport: network.transportOf(clock),
    clock,
    random: () => jitter.next(),
    signal: cancellation.signal,
  }
  const ports = { ...voice, context, env: {}, xpath: xpathFromSource, services: SERVICES }
  const step = await composeStep(ports, inputs, [], cancellation)
  const sinceMs = clock.monotonicMs()
  const findings = await runStep({
    ...step,
    nowMs: clock.now,
    http,
    provider: await createProvider(inputs, { ports: http, ...voice }),
  })
  return { ...contender, findings, tookMs: clock.monotonicMs() - sinceMs }
}

function inputsOf(contest: Contest, outputDirectory: string): Record<string, string> {
  const common = {
    mode: 'start',
    'when-busy': contest.whenBusy,
    timeout: `${Math.round(contest.timeoutMs / 1000)}s`,
    'output-directory': outputDirectory,
  }
  if (contest.service === 'xtc') {
    return {
      ...common,
      provider: 'xtc',
      'xtc-url': URLS.xtc,
      'xtc-organization': 'acme',
      'xtc-project': 'shop',
      'xtc-load-test': '1',
      'xtc-client-id': 'simulated-client',
      'xtc-client-secret': 'simulated-client-secret',
    }
  }
  return {
    ...common,
    provider: 'errthquake',
    'errthquake-url': URLS.errthquake,
    'errthquake-token': DEFAULT_ERRTHQUAKE_TOKEN,
    'test-input': 'customers.csv',
    'test-config': 'checkout.yaml',
    'virtual-users': '20',
    'test-duration': `${Math.round(contest.runMs / 1000)}s`,
    region: 'eu-west-1',
  }
}

function errthquakeOf(
  { seed, resultsOrder }: Contest,
  world: SettledClock,
): { service: SimService; spans: () => Span[] } {
  const errthquake = new ErrthquakeSimulator({
    now: world.now,
    seed,
    data: generatedErrthquakeData(DEFAULT_REQUEST_LOG),
    resultsOrder,
    run: { pendingMs: 15_000, storingMs: 5000 },
  })
  return {
    service: errthquake,
    spans: () =>
      errthquake.runs.flatMap((test) => {
        const { startMs, finishMs } = errthquake.moment(test)
        const ran = startMs !== undefined && finishMs !== undefined && finishMs > startMs
        return ran ? [{ id: test.id, fromMs: startMs, toMs: finishMs }] : []
      }),
  }
}

function xtcOf({ seed, runMs }: Contest, world: SettledClock): { service: SimService; spans: () => Span[] } {
  const xtc = new XtcSimulator({
    now: world.now,
    seed,
    data: generatedXltData(DEFAULT_XLT_DATA),
    baseUrl: () => URLS.xtc,
    storageUrl: () => 'https://storage.test',
    run: {
      phases: [
        { state: 'NEW', durationMs: 3000 },
        { state: 'RUNNING', durationMs: runMs },
      ],
    },
  })
  return {
    service: xtc,
    spans: () =>
      xtc.runs.map((run) => {
        const { startTimeMs, endTimeMs } = xtc.loadTests.moment(run)
        return { id: String(run.number), fromMs: startTimeMs, toMs: endTimeMs }
      }),
  }
}

function logInto(lines: string[]): Log {
  const say =
    (level: string) =>
    (text: string): void =>
      void lines.push(`${level}: ${text}`)
  return {
    info: say('info'),
    notice: say('notice'),
    warning: say('warning'),
    error: say('error'),
    debug: () => undefined,
    group: async (_title, work) => await work(),
  }
}

function workflowInto(outputs: Record<string, string>): Workflow {
  return {
    output: (name, value) => void (outputs[name] = value),
    saveState: () => undefined,
    readState: () => '',
    summary: async () => undefined,
    scrub: (text) => text,
    secret: () => undefined,
  }
}
