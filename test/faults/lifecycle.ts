import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { Cancellation } from '../../src/platform/runner/cancellation.ts'
import { composeStep } from '../../src/program/compose.ts'
import type { Findings } from '../../src/step/findings.ts'
import { parseCriteriaInput } from '../../src/criteria/sources/inline-criteria.ts'
import { measurementsText } from '../../src/measurements/measurements-file.ts'
import type { Measurements } from '../../src/measurements/model.ts'
import { parseInputs, secretsOf, type Inputs } from '../../src/inputs/parse-inputs.ts'
import { ArtifactError } from '../../src/platform/runner/artifact-error.ts'
import type { ArtifactStore } from '../../src/platform/runner/artifacts.ts'
import type { CacheStore } from '../../src/platform/cache/cache-store.ts'
import type { HttpPorts } from '../../src/platform/http/http.ts'
import { neutralize, Scrubber } from '../../src/platform/runner/safe-text.ts'
import type { Log, Workflow } from '../../src/foundation/ports.ts'
import { cleanUp, isNothing } from '../../src/program/post-program.ts'
import { SERVICES } from '../../src/providers/services.ts'
import { createProvider } from '../../src/program/create-provider.ts'
import { loadRemoteFiles } from '../../src/step/traces/remote-files-state.ts'
import { loadRunState, type RunState } from '../../src/step/traces/run-state.ts'
import { runStep } from '../../src/step/run-step.ts'
import { createRandom, derivedSeed } from '../simulator/random.ts'
import { xpathFromSource } from '../unit/criteria/xpath/xpath-from-source.ts'
import { contextOf } from '../unit/inputs/workflow-context.ts'
import type { Schedule } from './schedule.ts'
import { ProcessClock, SettledClock } from './settled-clock.ts'
import {
  CHECKOUT,
  CLIENT_SECRET,
  createServices,
  ERRTHQUAKE_TOKEN,
  inputsFor,
  timeOfService,
  type Services,
} from './services.ts'
import { VirtualNetwork } from './virtual-network.ts'

export interface Line {
  who: 'main' | 'post'
  level: 'info' | 'notice' | 'warning' | 'error'
  text: string
  atMs: number
}

/** The results of a schedule. */
export interface Played {
  schedule: Schedule
  services: Services
  findings: Findings | undefined
  /** What main threw, which it must never do. */
  thrown: unknown
  lines: Line[]
  outputs: Record<string, string>
  states: RunState[]
  summary: string
  /** By name relative to the output directory, without links and partial downloads. */
  files: Map<string, Buffer>
  parts: string[]
  /** From the beginning to the end of main, and the duration of post after it. */
  mainMs: number
  postMs: number
  /** When the interruption came, from the beginning; undefined if it came too late or there was none. */
  interruptedAtMs: number | undefined
  /** How long main continued after a cancel. */
  afterInterruptionMs: number
  startRequests: number
  /** When the first and the last start request were sent, from the beginning. */
  firstStartMs: number | undefined
  startInFlightWhenInterrupted: boolean
}

/** How much time the runner gives a cancelled step before it kills it. */
const KILL_AFTER_CANCEL_MS = 10_000
/** A text that a service may repeat in an error body, and that must neither be shown nor obeyed. */
function leakedTextOf({ service }: Schedule): string {
  const secret = service === 'errthquake' ? ERRTHQUAKE_TOKEN : `client_secret=${CLIENT_SECRET}`
  return `${secret}\n::error::injected\n  ::set-output name=x::y\n##[error]injected\u001b[31m`
}

const NOTHING_SPECIAL: Schedule = {
  seed: 1,
  service: 'xtc-v2',
  mode: 'run',
  executions: 1,
  interactive: false,
  runMs: 60_000,
  fate: 'ends',
  timeoutMs: 3600_000,
  onTimeout: 'stop',
  onCancel: 'stop',
  faults: [],
  outages: [],
  competitors: [],
  interruption: { kind: 'none', from: 'beginning', afterMs: 0 },
  tokenSeconds: 3600,
  revokeAtMs: 0,
  visibleAfterMs: 0,
  archives: 'direct',
  mayList: true,
  artifacts: 'ok',
  clocks: { serviceAheadMs: 0, tellsTime: true, runnerAheadMs: 0, leapAtMs: 0, leapByMs: 0 },
  forms: {
    pageItems: 15,
    pageSize: 'list',
    listOrder: 'newest-first',
    oddEntries: 0,
    numberField: 'id',
    execShape: 'id',
  },
  checkout: 'none',
  confirm: 0,
}

let rehearsed: Promise<{ xtc?: Measurements | undefined; errthquake?: Measurements | undefined }> | undefined

/**
 * Plays a schedule: main until it ends or dies, then post, all of it in virtual time and without a socket.
 * Modules that are loaded on demand take real time, so every process first plays two runs whose results are
 * ignored.
 */
export async function play(schedule: Schedule): Promise<Played> {
  rehearsed ??= (async () => {
    const xtc = await playOnce(NOTHING_SPECIAL)
    const errthquake = await playOnce({ ...NOTHING_SPECIAL, service: 'errthquake' })
    await playOnce({ ...NOTHING_SPECIAL, checkout: 'both' })
    const [ofXtc, ofErrthquake] = [xtc, errthquake].map(({ findings }) => findings?.measurements)
    // Includes everything that another run loads.
    if (ofXtc) await playOnce({ ...NOTHING_SPECIAL, confirm: 1 }, usualOf(ofXtc))
    return { xtc: ofXtc, errthquake: ofErrthquake }
  })()
  const measured = await rehearsed
  const before = schedule.service === 'errthquake' ? measured.errthquake : measured.xtc
  return await playOnce(schedule, before && usualOf(before))
}

/** A run of XTC without any trouble, for tests that change one thing. */
export function plainSchedule(more: Partial<Schedule>): Schedule {
  return { ...NOTHING_SPECIAL, ...more }
}

/** An earlier run that was so much faster that a single run looks suspicious in comparison. */
function usualOf(measurements: Measurements): Measurements {
  const { requests } = measurements.subjects
  if (requests?.total === undefined) throw new Error('the rehearsal measured no requests')
  const percentilesMs = requests.total.percentilesMs?.map(([rank, ms]): [number, number] => [rank, ms / 3])
  const total = { ...requests.total, ...(percentilesMs && { percentilesMs }) }
  const { commit: _commit, ...run } = measurements.run
  return { ...measurements, run: { ...run, ids: ['9'] }, subjects: { requests: { ...requests, total } } }
}

async function playOnce(schedule: Schedule, usual?: Measurements): Promise<Played> {
  const directory = await mkdtemp(join(tmpdir(), 'schedule-'))
  try {
    return await new Stage(schedule, directory, usual).play()
  } finally {
    await rm(directory, { recursive: true, force: true, maxRetries: 3 })
  }
}

class Stage {
  readonly #schedule: Schedule
  readonly #directory: string
  readonly #usual: Measurements | undefined
  readonly #world = new SettledClock()
  readonly #services: Services
  readonly #network: VirtualNetwork
  readonly #startMs: number
  readonly #lines: Line[] = []
  readonly #outputs: Record<string, string> = {}
  readonly #states: RunState[] = []
  readonly #kept = new Map<string, string>()
  #summary = ''
  #startRequests = 0
  #firstStartMs: number | undefined
  #interruptedAtMs: number | undefined
  #inFlightAtBlow = false

  constructor(schedule: Schedule, directory: string, usual: Measurements | undefined) {
    this.#schedule = schedule
    this.#usual = usual
    this.#directory = directory
    this.#services = createServices(schedule, this.#world)
    this.#startMs = this.#world.now()
    this.#network = new VirtualNetwork({
      world: this.#world,
      seed: schedule.seed,
      services: this.#services.byOrigin,
      record: this.#services.record,
      faults: schedule.faults,
      outages: schedule.outages.map((outage) => ({ ...outage, atMs: this.#startMs + outage.atMs })),
      onSend: (route) => {
        if (route === 'start') this.#startIsSent()
      },
      leakedText: leakedTextOf(schedule),
      serviceNow: timeOfService(schedule, this.#world),
      tellsTime: schedule.clocks.tellsTime,
    })
  }

  async play(): Promise<Played> {
    const { schedule } = { schedule: this.#schedule }
    if (schedule.revokeAtMs > 0)
      this.#world.at(this.#startMs + schedule.revokeAtMs, () => this.#services.revokeTokens())
    const main = new ProcessClock(this.#world, this.#runnerAheadMs)
    const cancellation = new Cancellation(main)
    this.#interrupt = () => this.#fall(main, cancellation)
    if (schedule.interruption.from === 'beginning')
      this.#world.at(this.#startMs + schedule.interruption.afterMs, () => this.#interrupt())
    let findings: Findings | undefined
    let thrown: unknown
    const died = new Promise<void>((resolve) => (this.#onDeath = resolve))
    const work = this.#main(main, cancellation).then(
      (found) => (findings = found),
      (error: unknown) => (thrown = error),
    )
    await this.#world.until(Promise.race([work, died]))
    const mainMs = this.#world.now() - this.#startMs
    const { interruptedAtMs } = { interruptedAtMs: this.#interruptedAtMs }
    // Whatever main left, such as a stop that nobody waits for, ends with its process.
    main.kill()
    const beforePostMs = this.#world.now()
    if (!(schedule.interruption.kind === 'shutdown' && interruptedAtMs !== undefined))
      await this.#world.until(this.#post())
    const postMs = this.#world.now() - beforePostMs
    // Requests that were sent before the end still arrive.
    await this.#world.until(this.#world.sleep(60_000))
    return {
      schedule,
      services: this.#services,
      findings,
      thrown,
      lines: this.#lines,
      outputs: this.#outputs,
      states: this.#states,
      summary: this.#summary,
      ...(await filesIn(join(this.#directory, 'output'))),
      mainMs,
      postMs,
      interruptedAtMs,
      afterInterruptionMs: interruptedAtMs === undefined ? 0 : mainMs - interruptedAtMs,
      startRequests: this.#startRequests,
      firstStartMs: this.#firstStartMs,
      startInFlightWhenInterrupted: this.#inFlightAtBlow,
    }
  }

  readonly #runnerAheadMs = (): number => {
    const { runnerAheadMs, leapAtMs, leapByMs } = this.#schedule.clocks
    return runnerAheadMs + (this.#world.now() >= this.#startMs + leapAtMs ? leapByMs : 0)
  }

  #interrupt: () => void = () => undefined
  #onDeath: () => void = () => undefined

  #fall(main: ProcessClock, cancellation: Cancellation): void {
    const { kind } = this.#schedule.interruption
    if (kind === 'none' || main.dead || this.#interruptedAtMs !== undefined) return
    this.#interruptedAtMs = this.#world.now() - this.#startMs
    this.#inFlightAtBlow = this.#states.at(-1)?.phase === 'intent'
    const kill = (): void => {
      main.kill()
      this.#onDeath()
    }
    if (kind === 'kill') return kill()
    cancellation.cancel()
    this.#world.at(this.#world.now() + KILL_AFTER_CANCEL_MS, kill)
  }

  #startIsSent(): void {
    this.#startRequests++
    const { interruption, competitors } = this.#schedule
    if (this.#services.starts > 0 && interruption.from === 'second-start')
      this.#world.at(this.#world.now() + interruption.afterMs, () => this.#interrupt())
    if (this.#firstStartMs !== undefined) return
    this.#firstStartMs = this.#world.now() - this.#startMs
    for (const competitor of competitors) {
      this.#world.at(this.#world.now() + competitor.offsetMs, () => this.#services.compete(competitor))
    }
    if (interruption.from === 'start')
      this.#world.at(this.#world.now() + interruption.afterMs, () => this.#interrupt())
  }

  async #main(clock: ProcessClock, cancellation: Cancellation): Promise<Findings> {
    const given = inputsFor(this.#schedule, this.#services, this.#directory)
    const { log, workflow } = this.#voice('main', clock)
    const read = (name: string): string => given[name] ?? ''
    for (const secret of secretsOf(read)) workflow.secret(secret)
    const context = contextOf()
    const workspace = join(this.#directory, 'checkout')
    await mkdir(join(workspace, 'suite/src'), { recursive: true })
    for (const [name, text] of Object.entries(CHECKOUT)) await writeFile(join(workspace, name), text)
    const inputs = await parseInputs(read, Object.keys(given), context, { workspace })
    const http = this.#http(clock, cancellation.signal, 'main')
    const env = { RUNNER_TEMP: this.#directory }
    const ports = { log, workflow, context, env, xpath: xpathFromSource, services: SERVICES }
    const { entries } = parseCriteriaInput(
      given['confirm'] === undefined ? '' : 'requests.p95 <= usual + 50%',
    )
    if (entries.length > 0) await this.#writeUsual(inputs)
    const step = await composeStep(ports, inputs, entries, cancellation)
    return await runStep({
      ...step,
      nowMs: clock.now,
      http,
      provider: await createProvider(inputs, { ports: http, log, workflow, origin: 'acme/shop' }),
      store: storeOf(this.#schedule, clock),
      cache: EMPTY_CACHE,
    })
  }

  /** The same test and load, as far as the inputs show. */
  async #writeUsual({ setup, provider }: Inputs): Promise<void> {
    if (this.#usual === undefined) throw new Error('nothing was rehearsed')
    const { run } = this.#usual
    const profiles = (setup?.planned ?? []).flatMap(({ profile }) => profile ?? [])
    const [first] = setup?.planned ?? []
    const facts =
      provider === 'errthquake' && first?.test !== undefined
        ? { ...run, test: first.test, loadProfile: profiles }
        : run
    const text = [...measurementsText({ ...this.#usual, run: facts })].join('')
    await writeFile(join(this.#directory, 'usual.json'), text)
  }

  /** Does what the post program does, with the ports of this world. */
  async #post(): Promise<void> {
    const clock = new ProcessClock(this.#world, this.#runnerAheadMs)
    const { log, workflow } = this.#voice('post', clock)
    const given = inputsFor(this.#schedule, this.#services, '')
    const read = (name: string): string => given[name] ?? ''
    for (const secret of secretsOf(read)) workflow.secret(secret)
    const left = { state: loadRunState(workflow), remoteFiles: loadRemoteFiles(workflow) }
    if (isNothing(left)) return
    const inputs = await parseInputs(read, Object.keys(given), contextOf())
    const { signal } = new AbortController()
    const http = this.#http(clock, () => signal, 'post')
    const needed = { ...inputs, mode: inputs.mode === 'wait' ? ('wait' as const) : ('run' as const) }
    const provider = await createProvider(needed, { ports: http, log, workflow })
    await cleanUp(left, inputs, { provider, log, http })
  }

  #http(clock: ProcessClock, signal: () => AbortSignal, who: string): HttpPorts {
    const jitter = createRandom(derivedSeed(this.#schedule.seed, `jitter of ${who}`))
    const random = (): number => jitter.next()
    return { transport: this.#network.transportOf(clock), clock, random, signal }
  }

  /** Log and workflow files, with the same cleaning as the real ones. */
  #voice(who: Line['who'], clock: ProcessClock): { log: Log; workflow: Workflow } {
    const scrubber = new Scrubber()
    const say =
      (level: Line['level']) =>
      (text: string): void => {
        if (clock.dead) return
        const clean = neutralize(scrubber.scrub(text))
        this.#lines.push({ who, level, text: clean, atMs: this.#world.now() - this.#startMs })
      }
    const log: Log = {
      info: say('info'),
      notice: say('notice'),
      warning: say('warning'),
      error: say('error'),
      debug: () => undefined,
      group: async (title, work) => {
        say('info')(title)
        return await work()
      },
    }
    const workflow: Workflow = {
      output: (name, value) => {
        if (!clock.dead) this.#outputs[name] = scrubber.scrub(value)
      },
      saveState: (name, value) => {
        if (clock.dead) return
        this.#kept.set(name, value)
        if (name === 'run') this.#states.push(JSON.parse(value) as RunState)
      },
      readState: (name) => this.#kept.get(name) ?? '',
      summary: async (markdown) => {
        if (!clock.dead) this.#summary += scrubber.scrub(markdown)
      },
      scrub: (text) => scrubber.scrub(text),
      secret: (word) => scrubber.add(word),
    }
    return { log, workflow }
  }
}

const EMPTY_CACHE: CacheStore = {
  unavailable: () => 'the runner has no cache',
  find: async () => ({ entries: [] }),
  read: async () => ({ trouble: 'the runner has no cache' }),
  write: async () => false,
}

function storeOf({ artifacts }: Schedule, clock: ProcessClock): ArtifactStore {
  const taken = new Set<string>()
  return {
    unavailable: () => (artifacts === 'none' ? 'the runner has no artifact service' : undefined),
    upload: async (request) => {
      await clock.sleep(300)
      if (artifacts === 'broken')
        throw new ArtifactError('upload-failed', 'Failed to CreateArtifact: unexpected status 500')
      if (artifacts === 'stalled') {
        await clock.sleep(request.deadlineMs)
        throw new ArtifactError('uploads-refused', 'the upload was abandoned')
      }
      if (artifacts === 'taken' && !taken.has(request.name)) {
        taken.add(request.name)
        throw new ArtifactError(
          'name-taken',
          'Failed to CreateArtifact: (409) Conflict: an artifact with this name already exists',
        )
      }
      return { name: request.name, id: 7, sizeBytes: 1, sha256: '0'.repeat(64), pageName: '7' }
    },
  }
}

async function filesIn(directory: string): Promise<Pick<Played, 'files' | 'parts'>> {
  await mkdir(directory, { recursive: true })
  const files = new Map<string, Buffer>()
  const parts: string[] = []
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = relative(directory, path)
    if (!entry.isFile() || name.startsWith('.artifacts')) continue
    if (name.endsWith('.part')) parts.push(name)
    else files.set(name, await readFile(path))
  }
  return { files, parts }
}
