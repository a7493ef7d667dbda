import type { ChildProcess } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect } from 'vitest'
import { runAction, stepDirectory, type StepOptions, type StepResult } from '../runner/run-action.ts'
import { DEFAULT_ERRTHQUAKE_TOKEN } from '../simulator/errthquake.ts'
import type { RecordedRequest } from '../simulator/record.ts'
import { startSimulator, type Simulator, type SimulatorOptions } from '../simulator/simulator.ts'

export const CLIENT_SECRET = 'simulated-client-secret'

export interface Scenario {
  simulator: Simulator
  /** Temporary; removed afterwards. */
  directory: string
  xtc: (more?: Record<string, string>, options?: Partial<StepOptions>) => Promise<StepResult>
  errthquake: (more?: Record<string, string>, options?: Partial<StepOptions>) => Promise<StepResult>
  /** Requests that start a test, whatever the response. */
  starts: () => RecordedRequest[]
  /** Sends the signal as soon as the simulator has seen the expected request. */
  signalWhen: (seen: () => boolean, signal: NodeJS.Signals) => Partial<StepOptions>
}

/** A simulator whose runs take less than a second, and steps that run the bundles that action.yml names. */
export async function scenario(
  options: SimulatorOptions,
  work: (scenario: Scenario) => Promise<void>,
): Promise<void> {
  const simulator = await startSimulator({
    xltData: { lines: 300 },
    requestLog: { lines: 300 },
    ...options,
    xtc: { ...options.xtc, run: { speed: 4, archiveDelayMs: 0, ...options.xtc?.run } },
    errthquake: {
      ...options.errthquake,
      run: { pendingMs: 100, storingMs: 100, ...options.errthquake?.run },
    },
  })
  const directory = await mkdtemp(join(tmpdir(), 'e2e-'))
  try {
    await work(scenarioOn(simulator, directory))
  } finally {
    await simulator.close()
    await rm(directory, { recursive: true, force: true })
  }
}

function scenarioOn(simulator: Simulator, directory: string): Scenario {
  const run = async (
    inputs: Record<string, string>,
    options: Partial<StepOptions> = {},
  ): Promise<StepResult> => {
    const own = options.directory ?? stepDirectory(directory)
    // The workspace of a job, in which tests put the files of a checkout.
    const environment = {
      GITHUB_WORKSPACE: directory,
      ...simulator.environment(),
      ...options.environment,
    }
    const result = await runAction({ ...options, inputs, directory: own, environment })
    await expectNothingLeaks(simulator, result, own)
    return result
  }
  return {
    simulator,
    directory,
    xtc: (more, options) =>
      run(
        toService(more, {
          provider: 'xtc',
          'poll-interval': '1s',
          'xtc-url': simulator.xtcUrl,
          'xtc-organization': 'acme',
          'xtc-project': 'shop',
          'xtc-load-test': '7',
          'xtc-client-id': 'simulated-client',
          'xtc-client-secret': CLIENT_SECRET,
        }),
        options,
      ),
    errthquake: (more, options) =>
      run(
        toService(more, {
          provider: 'errthquake',
          'poll-interval': '1s',
          'errthquake-url': simulator.errthquakeUrl,
          'errthquake-token': DEFAULT_ERRTHQUAKE_TOKEN,
          'test-input': 'customers.csv',
          'test-config': 'checkout.yaml',
          'virtual-users': '20',
          'test-duration': '1s',
          region: 'eu-west-1',
        }),
        options,
      ),
    starts: () => [
      ...simulator.record.of('xtc', 'POST', /\/load-tests\/\d+$/),
      ...simulator.record.of('xtc', 'GET', /\/runCopy$/),
      ...simulator.record.of('errthquake', 'POST', /\/exec$/),
    ],
    signalWhen: (seen, signal) => ({ onMain: (main) => void signalOnce(main, seen, signal) }),
  }
}

/** Mode `judge` does not contact a service, and rejects inputs that it does not use. */
function toService(more: Record<string, string> = {}, own: Record<string, string>): Record<string, string> {
  return more['mode'] === 'judge' ? { provider: own['provider'] ?? '', ...more } : { ...own, ...more }
}

async function signalOnce(main: ChildProcess, seen: () => boolean, signal: NodeJS.Signals): Promise<void> {
  while (main.exitCode === null && main.signalCode === null) {
    if (seen()) {
      main.kill(signal)
      return
    }
    await delay(10)
  }
}

/**
 * No secret appears except where the runner is told to mask it; text from outside becomes no command or stack
 * trace.
 */
async function expectNothingLeaks(
  simulator: Simulator,
  result: StepResult,
  directory: string,
): Promise<void> {
  const secrets = [
    CLIENT_SECRET,
    'super-secret-property',
    DEFAULT_ERRTHQUAKE_TOKEN,
    ...DEFAULT_ERRTHQUAKE_TOKEN.split(' '),
    ...simulator.xtc.tokens.all,
    simulator.environment()['ACTIONS_RUNTIME_TOKEN'] ?? '',
  ]
  const lines = withoutMasks(result.log).split('\n')
  const texts = [
    lines.join('\n'),
    result.summary,
    JSON.stringify(result.outputs),
    JSON.stringify(result.state),
  ]
  for (const path of await smallFilesUnder(directory)) texts.push(await readFile(path, 'utf8'))
  for (const secret of secrets) {
    expect(texts.filter((text) => text.includes(secret))).toEqual([])
  }
  const commands = lines.filter((line) => /^\s*::/.test(line) || line.includes('##['))
  expect(commands.filter((line) => !/^::(group|endgroup|error|warning|notice|debug)\b/.test(line))).toEqual(
    [],
  )
  expect(result.log).not.toMatch(/\n\s+at (async )?\S+ \(/)
}

async function smallFilesUnder(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !/\.(gz|zip|tzst)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

export interface ListedArtifact {
  name: string
  id: number
  url: string
  size: number
  sha256: string
}

export function artifactsOf(result: StepResult): ListedArtifact[] {
  return JSON.parse(result.outputs['artifacts'] ?? '[]') as ListedArtifact[]
}

/** Removes the only lines that may contain secrets, which the runner hides. */
export function withoutMasks(log: string): string {
  return log.replace(/^::add-mask::.*\n?/gm, '')
}

/** The error annotations of a log. */
export function errorsIn(log: string): string[] {
  return log.split('\n').filter((line) => line.startsWith('::error'))
}
