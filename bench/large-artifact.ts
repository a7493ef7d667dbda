/**
 * Memory and time of the shipped step that downloads, verifies, measures and uploads a large `logs.zip` as a
 * raw artifact. Usage: `node bench/large-artifact.ts [bytes,bytes,... 1e6,2e8,2e9] [bytes per second, 0 for
 * no limit] [rounds, 1]`.
 * The services run in another process. The peak is VmHWM of the step's process, so Linux only. "To the
 * verdict" is from the end of the run to the moment before the uploads.
 */
import type { ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { runAction, stepDirectory } from '../test/runner/run-action.ts'
import { median } from './median.ts'
import { inputsFor, startService, type Service } from './transfer/service.ts'

const LIMIT_MB = 260

interface Figures {
  peakMb: number
  /** The peak before the uploads began. */
  verdictPeakMb: number
  verdictMs: number
  /** Processor time of the step's process before the uploads began. */
  verdictCpuMs: number
  uploadMs: number
}

async function watch(process: ChildProcess, seen: (peakMb: number, cpuMs: number) => void): Promise<void> {
  while (process.exitCode === null && process.signalCode === null) {
    const read = (name: string): Promise<string> =>
      readFile(`/proc/${process.pid}/${name}`, 'utf8').catch(() => '')
    const peakKb = Number(/VmHWM:\s+(\d+)/.exec(await read('status'))?.[1] ?? 0)
    // User and system time, in ticks of 10 ms.
    const [user = 0, system = 0] = (await read('stat')).split(' ').slice(13, 15).map(Number)
    if (peakKb > 0) seen(peakKb / 1024, (user + system) * 10)
    await delay(20)
  }
}

async function step(service: Service, directory: string): Promise<Figures> {
  const at: Record<string, number> = {}
  let peakMb = 0
  let verdictPeakMb = 0
  let verdictCpuMs = 0
  const result = await runAction({
    directory: stepDirectory(directory),
    environment: service.environment,
    inputs: { ...inputsFor(service), artifacts: 'all', 'artifact-format': 'raw' },
    onOutput: (text) => {
      for (const name of ['Collect results', 'Upload artifacts'])
        if (text.includes(`::group::${name}`)) at[name] ??= performance.now()
    },
    onMain: (process) =>
      void watch(process, (seenMb, cpuMs) => {
        peakMb = seenMb
        if (at['Upload artifacts'] === undefined) [verdictPeakMb, verdictCpuMs] = [seenMb, cpuMs]
      }),
  })
  const endMs = performance.now()
  const uploaded = (JSON.parse(result.outputs['artifacts'] ?? '[]') as { size: number }[]).map(
    (one) => one.size,
  )
  if (result.outputs['outcome'] !== 'passed' || !uploaded.includes(service.bytes))
    throw new Error(`The step did not pass:\n${result.log}`)
  const [collectMs = Number.NaN, uploadMs = Number.NaN] = [at['Collect results'], at['Upload artifacts']]
  return { peakMb, verdictPeakMb, verdictCpuMs, verdictMs: uploadMs - collectMs, uploadMs: endMs - uploadMs }
}

async function measure(bytes: number, bytesPerSecond: number, rounds: number): Promise<boolean> {
  const directory = await mkdtemp(join(tmpdir(), 'bench-large-artifact-'))
  const figures: Figures[] = []
  for (let round = 0; round < rounds; round++) {
    const { service, stop } = await startService(bytes, bytesPerSecond)
    figures.push(await step(service, directory))
    await stop()
    await rm(directory, { recursive: true })
    if (round === 0) console.log(`${mb(service.bytes)} (${mb(service.plainBytes)} of CSV in it):`)
  }
  const of = (pick: (one: Figures) => number): number => median(figures.map(pick))
  const peakMb = of((one) => one.peakMb)
  console.log(
    `  peak ${peakMb.toFixed(0)} MB (under ${LIMIT_MB}), ${of((one) => one.verdictPeakMb).toFixed(0)} MB before the uploads; to the verdict ${seconds(of((one) => one.verdictMs))}, ` +
      `(${seconds(of((one) => one.verdictCpuMs))} of processor time), then uploads ${seconds(of((one) => one.uploadMs))}; medians of ${rounds}`,
  )
  return peakMb < LIMIT_MB
}

function mb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

const [sizes = '1e6,2e8,2e9', rate = '0', rounds = '1'] = process.argv.slice(2)
let lean = true
for (const bytes of sizes.split(',').map(Number))
  lean = (await measure(bytes, Number(rate), Number(rounds))) && lean
process.exitCode = lean ? 0 : 1
