/**
 * How much longer the shipped step takes with a large log than with a tiny one, compared with only inflating the log:
 * over loopback at full speed, and at the rate of a network. Usage:
 * `node bench/transfer/whole-step.ts [lines, 3000000] [rounds, 5] [bytes per second, 5e7]`. Medians, alternating. The
 * service runs in another process, on the same cores. The processor time is that of the step's main thread, so Linux
 * only.
 */
import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync, readSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { runAction, stepDirectory } from '../../test/runner/run-action.ts'
import { logOf } from '../measurements/generate-request-log.ts'
import { inflateAlone, timed } from '../measurements/timed.ts'
import { median } from '../median.ts'
import { inputsFor, startService, type Service } from './service.ts'

const LIMIT = 1.6
const MOST_BEHIND_MS = 300
const TINY_LINES = 100

interface Took {
  ms: number
  mainThreadMs: number
}

/** Reads from an open file, because anything more would take processor time from the step. */
async function mainThreadMs(process: ChildProcess, seen: (ms: number) => void): Promise<void> {
  const file = openSync(`/proc/${process.pid}/task/${process.pid}/schedstat`, 'r')
  const text = Buffer.alloc(80)
  while (process.exitCode === null && process.signalCode === null) {
    const ms = read(file, text) / 1e6
    if (ms > 0) seen(ms)
    await delay(10)
  }
  closeSync(file)
}

/** The nanoseconds at the beginning of the file; 0 when the process is gone. */
function read(file: number, text: Buffer): number {
  try {
    const bytes = readSync(file, text, 0, text.length, 0)
    return Number.parseInt(text.toString('latin1', 0, bytes), 10) || 0
  } catch {
    return 0
  }
}

async function step(service: Service, directory: string): Promise<Took> {
  let threadMs = 0
  const { durationMs, outputs, log } = await runAction({
    directory: stepDirectory(directory),
    environment: service.environment,
    inputs: { ...inputsFor(service), artifacts: 'none' },
    onMain: (process) => void mainThreadMs(process, (ms) => (threadMs = ms)),
  })
  if (outputs['outcome'] !== 'passed') throw new Error(`The step did not go through:\n${log}`)
  return { ms: durationMs, mainThreadMs: threadMs }
}

/** How much longer each large step took than the tiny one before it. */
async function differences(
  large: Service,
  tiny: Service,
  rounds: number,
  between: () => Promise<void>,
): Promise<Took[]> {
  const directory = await mkdtemp(join(tmpdir(), 'bench-whole-step-'))
  const found: Took[] = []
  for (let round = 0; round < rounds; round++) {
    const few = await step(tiny, directory)
    const many = await step(large, directory)
    found.push({ ms: many.ms - few.ms, mainThreadMs: many.mainThreadMs - few.mainThreadMs })
    await between()
    await rm(directory, { recursive: true })
  }
  return found
}

const shown = (took: Took[]): string =>
  `${median(took.map(({ ms }) => ms)).toFixed(0)} ms (${took.map(({ ms }) => ms.toFixed(0)).join(', ')}; ` +
  `main thread ${median(took.map((one) => one.mainThreadMs)).toFixed(0)} ms)`

const lines = Number(process.argv[2] ?? 3_000_000)
const rounds = Number(process.argv[3] ?? 5)
const rate = Number(process.argv[4] ?? 5e7)
const path = await logOf(lines)
const tiny = await startService(await logOf(TINY_LINES))
const fast = await startService(path)
const inflating: number[] = []
const byLoopback = await differences(fast.service, tiny.service, rounds, async () => {
  inflating.push(await timed(() => inflateAlone(path)))
})
await fast.stop()
const [base, own] = [median(inflating), median(byLoopback.map(({ ms }) => ms))]
console.log(
  `${lines} lines over loopback: inflating ${base.toFixed(0)} ms, the step ${shown(byLoopback)} more than with ${TINY_LINES}: ` +
    `${(own / base).toFixed(2)} × (limit ${LIMIT})`,
)
let behindMs = 0
if (rate > 0) {
  const slow = await startService(path, rate)
  const atRate = await differences(slow.service, tiny.service, rounds, () => Promise.resolve())
  const networkMs = (slow.service.bytes / rate) * 1000
  behindMs = median(atRate.map(({ ms }) => ms)) - networkMs
  console.log(
    `at ${rate / 1e6} MB/s: the network ${networkMs.toFixed(0)} ms, the step ${shown(atRate)} more: ` +
      `${behindMs.toFixed(0)} ms behind (limit ${MOST_BEHIND_MS})`,
  )
  await slow.stop()
}
await tiny.stop()
process.exitCode = own / base <= LIMIT && behindMs <= MOST_BEHIND_MS ? 0 : 1
