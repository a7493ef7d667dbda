/**
 * How long a step with a tiny run takes from the response with the run's final state until main has ended,
 * for both services, and how many requests it sends to the artifact service and the cache. Medians of `node
 * bench/own-seconds.ts [rounds, 5]`. Everything is on loopback, so no network time is included.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runAction, stepDirectory } from '../test/runner/run-action.ts'
import type { RecordedRequest } from '../test/simulator/record.ts'
import { startSimulator, type Simulator } from '../test/simulator/simulator.ts'
import { median } from './median.ts'

const LIMIT_MS = 600
const LINES = 100

interface Took {
  ms: number
  /** Requests to the services for artifacts and the cache. */
  requests: number
  phases: string
}

const STATUS: Record<'errthquake' | 'xtc', RegExp> = {
  errthquake: /^\/results\/[^/]+\/[^/]+$/,
  xtc: /\/status$/,
}

function inputsOf(service: 'errthquake' | 'xtc', simulator: Simulator): Record<string, string> {
  const shared = { provider: service, 'poll-interval': '1s', criteria: 'requests.p95 < 10s' }
  if (service === 'xtc')
    return {
      ...shared,
      'xtc-url': simulator.xtcUrl,
      'xtc-organization': 'acme',
      'xtc-project': 'shop',
      'xtc-load-test': '7',
      'xtc-client-id': 'simulated-client',
      'xtc-client-secret': 'simulated-client-secret',
    }
  return {
    ...shared,
    'errthquake-url': simulator.errthquakeUrl,
    'errthquake-token': simulator.errthquake.token,
    'test-input': 'customers.csv',
    'test-config': 'checkout.yaml',
    'virtual-users': '20',
    'test-duration': '1s',
    region: 'eu-west-1',
  }
}

async function step(service: 'errthquake' | 'xtc', directory: string): Promise<Took> {
  const simulator = await startSimulator({
    xltData: { lines: LINES },
    requestLog: { lines: LINES },
    xtc: { run: { speed: 8, archiveDelayMs: 0 } },
    errthquake: { run: { pendingMs: 0, storingMs: 0 } },
  })
  let endedMs = 0
  try {
    const { outputs, log } = await runAction({
      directory: stepDirectory(directory),
      environment: { ...simulator.environment(), RUNNER_DEBUG: '1' },
      inputs: inputsOf(service, simulator),
      onMain: (main) => void main.once('exit', () => (endedMs = Date.now())),
    })
    if (outputs['outcome'] !== 'passed') throw new Error(`The step did not go through:\n${log}`)
    return took(simulator.record.entries, service, endedMs, log)
  } finally {
    await simulator.close()
  }
}

function took(
  entries: readonly RecordedRequest[],
  service: 'errthquake' | 'xtc',
  endedMs: number,
  log: string,
): Took {
  const last = entries.findLastIndex(
    (entry) => entry.service === service && entry.method === 'GET' && STATUS[service].test(entry.path),
  )
  const after = entries.slice(last).filter((entry) => entry.service === 'actions')
  const phases = [...log.matchAll(/Phase (collect|judge|publish): (\d+) ms/g)].map(
    ([, name, ms]) => `${name} ${ms}`,
  )
  return { ms: endedMs - entries[last]!.atMs, requests: after.length, phases: phases.join(', ') }
}

const rounds = Number(process.argv[2] ?? 5)
const directory = await mkdtemp(join(tmpdir(), 'bench-own-seconds-'))
for (const service of ['errthquake', 'xtc'] as const) {
  const all: Took[] = []
  for (let round = 0; round < rounds; round++) all.push(await step(service, directory))
  const ms = median(all.map((one) => one.ms))
  const middle = all.toSorted((a, b) => a.ms - b.ms)[all.length >> 1]!
  console.log(
    `${service}: ${ms} ms from the last status to the end (limit ${LIMIT_MS}; ${all.map((one) => one.ms).join(', ')}), ` +
      `of which ${middle.phases} ms; ${middle.requests} requests to the artifact service and the cache`,
  )
  if (ms > LIMIT_MS) process.exitCode = 1
}
await rm(directory, { recursive: true })
