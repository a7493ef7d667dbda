import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Cancellation } from '../../src/platform/runner/cancellation.ts'
import { composeStep } from '../../src/program/compose.ts'
import type { Findings } from '../../src/step/findings.ts'
import { parseInputs } from '../../src/inputs/parse-inputs.ts'
import type { HttpPorts } from '../../src/platform/http/http.ts'
import { createTransport } from '../../src/platform/http/transport.ts'
import type { Clock, Log, Transport, Workflow, WorkflowContext } from '../../src/foundation/ports.ts'
import type { Provider } from '../../src/providers/provider.ts'
import { createProvider } from '../../src/program/create-provider.ts'
import type { ProviderPorts, Service } from '../../src/providers/service.ts'
import { SERVICES } from '../../src/providers/services.ts'
import { readCriteria } from '../../src/inputs/read-criteria.ts'
import { runStep } from '../../src/step/run-step.ts'
import { VirtualClock } from '../clock/virtual-clock.ts'
import { startSimulator, type Simulator, type SimulatorOptions } from '../simulator/simulator.ts'
import { xpathFromSource } from '../unit/criteria/xpath/xpath-from-source.ts'
import { contextOf } from '../unit/inputs/workflow-context.ts'

/** A simulator and a clock, both in virtual time; requests use real sockets. */
export interface Bench {
  clock: VirtualClock
  simulator: Simulator
  directory: string
  close(): Promise<void>
}

export interface StepRun {
  findings: Findings
  outputs: Record<string, string>
  states: unknown[]
  /** Everything else that was saved for the post step, by name, in order. */
  kept: Record<string, unknown[]>
  /** Every message in order; warnings and errors begin with `warning: ` and `error: `. */
  lines: string[]
  log: string
  secrets: string[]
  summary: string
}

export async function openBench(options: SimulatorOptions = {}): Promise<Bench> {
  const clock = new VirtualClock()
  const simulator = await startSimulator({ now: clock.now, ...options })
  const directory = await mkdtemp(join(tmpdir(), 'step-'))
  return {
    clock,
    simulator,
    directory,
    close: async () => {
      await simulator.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/**
 * Runs the whole step in this process. Nothing is uploaded, because there is no artifact service. `provided`
 * creates a provider that replaces the one from the inputs; `services` are the available ones.
 */
export async function runInProcess(
  bench: Bench,
  given: Record<string, string>,
  more: Partial<WorkflowContext> = {},
  options: { provided?: (ports: ProviderPorts) => Promise<Provider>; services?: readonly Service[] } = {},
): Promise<StepRun> {
  const { clock } = bench
  const { provided, services = SERVICES } = options
  const run: StepRun = {
    findings: { uploads: [] },
    outputs: {},
    states: [],
    kept: {},
    lines: [],
    log: '',
    secrets: [],
    summary: '',
  }
  const context = contextOf(more)
  const read = (name: string): string => given[name] ?? ''
  const { entries, faults } = await readCriteria(read, bench.directory, xpathFromSource)
  const inputs = await parseInputs(read, Object.keys(given), context, {
    services,
    further: faults,
    workspace: bench.directory,
  })
  const cancellation = new Cancellation(clock)
  const http: HttpPorts = {
    transport: holdingTime(createTransport('load-test-gate'), clock),
    clock: clockOfTheStep(clock, cancellation.signal),
    random: () => 0.5,
    signal: cancellation.signal,
  }
  const voice = { log: logInto(run), workflow: workflowInto(run) }
  const ports = { ...voice, context, env: {}, xpath: xpathFromSource, services }
  const step = await composeStep(
    ports,
    { ...inputs, outputDirectory: inputs.outputDirectory || join(bench.directory, 'output') },
    entries,
    cancellation,
  )
  const origin = `repository of the tests ${step.stepKey}`
  const forProvider = { ports: http, log: ports.log, workflow: ports.workflow, origin }
  const provider = await (provided?.(forProvider) ?? createProvider(inputs, forProvider))
  run.findings = await runStep({ ...step, http, provider })
  run.log = run.lines.join('\n')
  return run
}

/** Time stands still while a request is in progress. */
function holdingTime(transport: Transport, clock: VirtualClock): Transport {
  return {
    send: async (request, signal) => {
      const release = clock.hold()
      try {
        const response = await transport.send(request, signal)
        response.body.once('close', release)
        return response
      } catch (error) {
        release()
        throw error
      }
    },
  }
}

/**
 * Pauses of the step pass in virtual time. The watch over a stalled request is the only sleep that does not
 * end with the step's own signal. Requests are real here, so no time passes for it.
 */
function clockOfTheStep(clock: VirtualClock, signalOfStep: () => AbortSignal): Clock {
  return {
    now: clock.now,
    monotonicMs: clock.monotonicMs,
    sleep: (ms, signal) =>
      signal === undefined || signal === signalOfStep() ? clock.sleep(ms, signal) : untilAborted(signal),
  }
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })
}

function logInto(run: StepRun): Log {
  const line =
    (prefix: string) =>
    (text: string): void => {
      run.lines.push(`${prefix}${text}`)
    }
  return {
    info: line(''),
    notice: line('notice: '),
    warning: line('warning: '),
    error: line('error: '),
    debug: () => undefined,
    group: async (_title, work) => await work(),
  }
}

function workflowInto(run: StepRun): Workflow {
  return {
    output: (name, value) => {
      run.outputs[name] = value
    },
    saveState: (name, value) => {
      if (name === 'run') run.states.push(JSON.parse(value))
      else run.kept[name] = [...(run.kept[name] ?? []), JSON.parse(value)]
    },
    readState: () => '',
    summary: async (markdown) => {
      run.summary += markdown
    },
    scrub: (text) => text,
    secret: (word) => {
      run.secrets.push(word)
    },
  }
}
