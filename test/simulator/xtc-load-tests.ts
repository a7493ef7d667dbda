import {
  abortedAt,
  DEFAULT_TIMELINE,
  endOf,
  momentOf,
  scaled,
  type XtcMoment,
  type XtcPhase,
  type XtcTimeline,
} from './xtc-timeline.ts'

export type XtcArchiveKind = 'report' | 'result'

/** How the next run goes. Each plan is used for one run. */
export interface XtcRunPlan {
  phases: readonly XtcPhase[]
  /** FINISHED, ABORTED, ERROR, or an unknown state. */
  finalState: string
  /** How long after the end the archives become available. */
  archiveDelayMs: number
  /** The archives that there will be. Default: both, but none after ERROR. */
  archives: readonly XtcArchiveKind[]
  /** Names of the result and the report, such as `Download from 1 of 2 agent controllers failed.` */
  dataName: string | undefined
  /** Until then, the copy is neither listed nor found by its number. */
  visibleAfterMs: number
  /** Divides the durations of the phases. */
  speed: number
}

export interface XtcLoadTest {
  number: number
  name: string
  description: string
  createdAtMs: number
  /** Undefined for a load test that was never run. */
  timeline: XtcTimeline | undefined
  /** Set for copies. */
  copyOf: number | undefined
  /** The body of the action request that made the copy, v2 only; unknown keys are kept as received. */
  request: Record<string, unknown> | undefined
  archiveDelayMs: number
  archives: readonly XtcArchiveKind[]
  dataName: string | undefined
  visibleAtMs: number
}

export interface XtcSeedLoadTest {
  name: string
  description?: string
  /** NEW (never run), FINISHED, ABORTED or ERROR. */
  state?: string
}

const HOUR_MS = 60 * 60 * 1000

/** The load tests of the project: numbers, copies, and the current state of each run. */
export class XtcLoadTests {
  readonly all: XtcLoadTest[] = []
  /** Plans for the next copies, used in order. */
  readonly nextRuns: Partial<XtcRunPlan>[] = []
  readonly defaultRun: XtcRunPlan
  #now: () => number

  constructor(seeds: readonly XtcSeedLoadTest[], defaultRun: Partial<XtcRunPlan>, now: () => number) {
    this.#now = now
    this.defaultRun = { ...DEFAULT_RUN, ...defaultRun }
    const createdAtMs = now() - seeds.length * HOUR_MS
    seeds.forEach((seed, index) => this.#seed(seed, createdAtMs + index * HOUR_MS))
  }

  /** The copies that were started, in order. */
  get runs(): XtcLoadTest[] {
    return this.all.filter((test) => test.copyOf !== undefined)
  }

  /** What the API shows: a new copy may not be visible yet. */
  get visible(): XtcLoadTest[] {
    return this.all.filter((test) => test.visibleAtMs <= this.#now())
  }

  find(number: number): XtcLoadTest | undefined {
    return this.visible.find((test) => test.number === number)
  }

  moment(test: XtcLoadTest): XtcMoment {
    if (test.timeline === undefined) return { state: 'NEW', startTimeMs: 0, endTimeMs: 0 }
    return momentOf(test.timeline, this.#now())
  }

  /** Whether the run has not ended yet. Such a run must not be left behind. */
  isActive(test: XtcLoadTest): boolean {
    return test.timeline !== undefined && this.#now() < endOf(test.timeline)
  }

  hasEnded(test: XtcLoadTest): boolean {
    return test.timeline !== undefined && this.#now() >= endOf(test.timeline)
  }

  archiveReady(test: XtcLoadTest): boolean {
    return test.timeline !== undefined && this.#now() >= endOf(test.timeline) + test.archiveDelayMs
  }

  copyAndRun(original: XtcLoadTest, request?: Record<string, unknown>): XtcLoadTest {
    const plan = { ...this.defaultRun, ...this.nextRuns.shift() }
    const nowMs = this.#now()
    const copy: XtcLoadTest = {
      number: this.all.length + 1,
      name: text(request?.['name']) ?? original.name,
      description: text(request?.['description']) ?? original.description,
      createdAtMs: nowMs,
      timeline: {
        startedAtMs: nowMs,
        phases: scaled(plan.phases, plan.speed),
        finalState: plan.finalState,
      },
      copyOf: original.number,
      request,
      archiveDelayMs: plan.archiveDelayMs,
      archives: plan.finalState === 'ERROR' && plan.archives === DEFAULT_RUN.archives ? [] : plan.archives,
      dataName: plan.dataName,
      visibleAtMs: nowMs + plan.visibleAfterMs,
    }
    this.all.push(copy)
    return copy
  }

  /** What a person does on the web page; the API has no such call. */
  abort(number: number, finalState = 'ABORTED'): void {
    const test = this.all.find((candidate) => candidate.number === number)
    if (test?.timeline === undefined) throw new Error(`load test ${number} is not running`)
    test.timeline = abortedAt(test.timeline, this.#now(), finalState)
  }

  #seed(seed: XtcSeedLoadTest, createdAtMs: number): void {
    const state = seed.state ?? 'FINISHED'
    this.all.push({
      number: this.all.length + 1,
      name: seed.name,
      description: seed.description ?? '',
      createdAtMs,
      timeline:
        state === 'NEW'
          ? undefined
          : {
              startedAtMs: createdAtMs,
              phases: [{ state: 'RUNNING', durationMs: HOUR_MS / 2 }],
              finalState: state,
            },
      copyOf: undefined,
      request: undefined,
      archiveDelayMs: 0,
      archives: state === 'FINISHED' ? ['report', 'result'] : [],
      dataName: undefined,
      visibleAtMs: 0,
    })
  }
}

const DEFAULT_RUN: XtcRunPlan = {
  phases: DEFAULT_TIMELINE,
  finalState: 'FINISHED',
  archiveDelayMs: 500,
  archives: ['report', 'result'],
  dataName: undefined,
  visibleAfterMs: 0,
  speed: 1,
}

/**
 * Forty load tests, so that lists have several pages. Three have the same name; one name consists only of
 * digits.
 */
export function seedLoadTests(): XtcSeedLoadTest[] {
  const seeds: XtcSeedLoadTest[] = []
  for (let i = 1; i <= 34; i++) {
    seeds.push({ name: `Storefront regression ${i}`, state: i % 9 === 0 ? 'ABORTED' : 'FINISHED' })
  }
  return [
    { name: 'Checkout nightly', description: 'Orders at the nightly rate' },
    ...seeds,
    { name: 'Checkout nightly', description: 'Orders at the nightly rate' },
    { name: '2024', description: 'A name of digits only' },
    { name: 'Search & browse, "peak" <sale>', state: 'NEW' },
    { name: 'Checkout nightly', description: 'Orders at the nightly rate' },
    { name: 'Broken suite', state: 'ERROR' },
  ]
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
