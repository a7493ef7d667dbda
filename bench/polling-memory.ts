// Resident memory while polling for an hour, compared with the reference client idling for an hour. The
// shipped bundle runs as a real process, and the simulator in this one. Both run with a clock that is FACTOR
// times as fast, so the stall limit of 30 s becomes 500 ms.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { startSimulator, type Simulator } from '../test/simulator/simulator.ts'
import { buildReference } from './build-reference.ts'
import { median } from './median.ts'

const ROUNDS = 5
const LIMIT = 1.15
const FACTOR = 60
const HOUR_MS = 3_600_000
/** Memory counts as settled in the last quarter of the hour. */
const SETTLED_FROM = 0.75
const SAMPLES = 60
const root = join(import.meta.dirname, '..')

interface Memory {
  /** Median of the samples in the last quarter. */
  settledMb: number
  peakMb: number
}

async function statusMb(pid: number, field: 'VmRSS' | 'VmHWM'): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(text)?.[1]) / 1024
}

/** Runs the program for an hour of its own clock, then ends it. */
async function memoryOf(file: string, environment: Record<string, string>): Promise<Memory> {
  const clock = pathToFileURL(join(root, 'bench', 'fast-clock.js')).href
  const env = { PATH: process.env['PATH'] ?? '', FAST_CLOCK: String(FACTOR), ...environment }
  const child = spawn(process.execPath, ['--import', clock, file], { env, stdio: 'ignore' })
  const ended = once(child, 'close')
  const settled: number[] = []
  for (let sample = 1; sample <= SAMPLES; sample++) {
    await delay(HOUR_MS / FACTOR / SAMPLES)
    if (child.exitCode !== null || child.pid === undefined) throw new Error(`${file} ended before the hour`)
    if (sample > SAMPLES * SETTLED_FROM) settled.push(await statusMb(child.pid, 'VmRSS'))
  }
  const peakMb = await statusMb(child.pid ?? 0, 'VmHWM')
  child.kill('SIGKILL')
  await ended
  return { settledMb: median(settled), peakMb }
}

function inputs(simulator: Simulator, directory: string): Record<string, string> {
  return {
    RUNNER_TEMP: directory,
    GITHUB_RUN_ID: '1',
    INPUT_PROVIDER: 'xtc',
    'INPUT_XTC-URL': simulator.xtcUrl,
    'INPUT_XTC-ORGANIZATION': 'acme',
    'INPUT_XTC-PROJECT': 'shop',
    'INPUT_XTC-LOAD-TEST': '7',
    'INPUT_XTC-CLIENT-ID': 'simulated-client',
    'INPUT_XTC-CLIENT-SECRET': 'simulated-client-secret',
    INPUT_CRITERIA: 'requests.p95 <= 500ms\nrequests.error-rate < 1%',
  }
}

async function oursAndPolls(directory: string): Promise<Memory & { polls: number }> {
  const simulator = await startSimulator({
    xtc: { run: { phases: [{ state: 'RUNNING', durationMs: HOUR_MS }] } },
  })
  try {
    const memory = await memoryOf(join(root, 'dist', 'main', 'index.js'), inputs(simulator, directory))
    return { ...memory, polls: simulator.record.of('xtc', 'GET', /\/status$/).length }
  } finally {
    await simulator.close()
  }
}

async function referenceIdle(file: string, directory: string): Promise<Memory> {
  const simulator = await startSimulator()
  try {
    const environment = { ...inputs(simulator, directory), REFERENCE_IDLE_MS: String(2 * HOUR_MS) }
    return await memoryOf(file, environment)
  } finally {
    await simulator.close()
  }
}

function report(what: string, reference: number[], ours: number[], more: string): void {
  const [base, own] = [median(reference), median(ours)]
  const ratio = own / base
  console.log(
    `${what} memory of an hour's polling: reference idle ${base.toFixed(1)} MB, ours ${own.toFixed(1)} MB, ratio ${ratio.toFixed(2)} (limit ${LIMIT}), ${more}`,
  )
  if (!(ratio <= LIMIT)) process.exitCode = 1
}

if (process.platform === 'linux') {
  const directory = await mkdtemp(join(tmpdir(), 'bench-memory-'))
  const file = buildReference(directory)
  const all: { reference: Memory[]; ours: (Memory & { polls: number })[] } = { reference: [], ours: [] }
  for (let round = 0; round < ROUNDS; round++) {
    // Both run at the same time: unlike time, memory is not affected by that.
    const [idle, polling] = await Promise.all([referenceIdle(file, directory), oursAndPolls(directory)])
    all.reference.push(idle)
    all.ours.push(polling)
  }
  await rm(directory, { recursive: true })
  const polls = median(all.ours.map((one) => one.polls))
  const more = `${polls} polls, clock ${FACTOR} times as fast, medians of ${ROUNDS}`
  const of = (key: keyof Memory): [number[], number[]] => [
    all.reference.map((one) => one[key]),
    all.ours.map((one) => one[key]),
  ]
  report('settled', ...of('settledMb'), more)
  report('peak', ...of('peakMb'), more)
  if (polls < 180) throw new Error('only ' + polls + ' polls: the machine is too busy for this clock')
} else {
  console.log('memory of polling: skipped, because it is read from /proc, which only Linux has')
}
