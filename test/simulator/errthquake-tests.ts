import { LOWER_CASE_AND_DIGITS, type Random } from './random.ts'
import { durationMs, type ExecutionDocument } from './errthquake-execution.ts'

export type ErrthquakeFate =
  | 'completes'
  | 'fails-to-start'
  | 'stays-unresponsive' // until somebody stops it
  | 'recovers' // unresponsive for a while, then running again
  | 'completes-unresponsive' // unresponsive, but it still ends by itself

/** How the next test goes. */
export interface ErrthquakeRunPlan {
  fate: ErrthquakeFate
  pendingMs: number
  /**
   * Real length; default: the test duration, or `benchmarkMs`. Interactive tests run until they are stopped.
   */
  runMs: number | undefined
  benchmarkMs: number
  /** How long storing the results takes after the end. */
  storingMs: number
  /** Time after the start. */
  unresponsiveAfterMs: number
  /** Time after the loss of communication. */
  recoversAfterMs: number
  /** How far the estimated finish is off; negative if too early. */
  estimateErrorMs: number
}

export interface ErrthquakeTest {
  id: string
  document: ExecutionDocument
  plan: ErrthquakeRunPlan
  submittedAtMs: number
  /** When a stop arrived first. */
  stoppedAtMs: number | undefined
  minutesAllocated: number
}

export interface ErrthquakeMoment {
  state: 'pending' | 'running' | 'stopping' | 'complete' | 'failed'
  unresponsive: boolean
  startMs: number | undefined
  /** An estimate until the test has ended. */
  finishMs: number | undefined
}

export const DEFAULT_PLAN: ErrthquakeRunPlan = {
  fate: 'completes',
  pendingMs: 300,
  runMs: undefined,
  benchmarkMs: 1500,
  storingMs: 300,
  unresponsiveAfterMs: 300,
  recoversAfterMs: 500,
  estimateErrorMs: 0,
}

const MINUTE_MS = 60_000

/** The state of a test at a moment, calculated from its plan without timers, so that time can be virtual. */
export function momentOfTest(test: ErrthquakeTest, nowMs: number, maxDurationMs: number): ErrthquakeMoment {
  const { plan, stoppedAtMs } = test
  const beginsAtMs = test.submittedAtMs + plan.pendingMs
  if (plan.fate === 'fails-to-start') {
    const state = nowMs < beginsAtMs ? 'pending' : 'failed'
    return { state, unresponsive: false, startMs: undefined, finishMs: undefined }
  }
  // A stop before the start ends the test at the moment it would have begun.
  const startMs = Math.min(beginsAtMs, stoppedAtMs ?? Infinity)
  if (nowMs < startMs) {
    return { state: 'pending', unresponsive: false, startMs: undefined, finishMs: undefined }
  }
  const plannedEndMs = startMs + plannedMs(test, maxDurationMs)
  const ownEndMs = endsByItself(test) ? plannedEndMs : Infinity
  const endMs = Math.min(ownEndMs, stoppedAtMs ?? Infinity)
  const unresponsive = isUnresponsive(plan, Math.min(nowMs, endMs) - startMs)
  if (nowMs < endMs) {
    return { state: 'running', unresponsive, startMs, finishMs: plannedEndMs + plan.estimateErrorMs }
  }
  const state = nowMs < endMs + plan.storingMs ? 'stopping' : 'complete'
  return { state, unresponsive, startMs, finishMs: endMs }
}

export function plannedMs(test: ErrthquakeTest, maxDurationMs: number): number {
  if (test.plan.runMs !== undefined) return test.plan.runMs
  if (test.document['test-type'] === 'benchmark') return test.plan.benchmarkMs
  if (test.document['test-type'] === 'interactive') return maxDurationMs
  return durationMs(test.document['test-duration']) ?? 0
}

/** Minutes reserved at submission: the longest that the test may run, in whole minutes. */
export function minutesFor(document: ExecutionDocument, maxDurationMs: number): number {
  const ms =
    document['test-type'] === 'duration' ? (durationMs(document['test-duration']) ?? 0) : maxDurationMs
  return Math.ceil(ms / MINUTE_MS)
}

/** Minutes that a completed test really used. */
export function minutesUsed(moment: ErrthquakeMoment): number {
  if (moment.startMs === undefined || moment.finishMs === undefined) return 0
  return Math.ceil((moment.finishMs - moment.startMs) / MINUTE_MS)
}

export function isActive(moment: ErrthquakeMoment): boolean {
  return moment.state !== 'complete' && moment.state !== 'failed'
}

export function newTestId(random: Random): string {
  return random.text(LOWER_CASE_AND_DIGITS, 8)
}

function endsByItself(test: ErrthquakeTest): boolean {
  return test.document['test-type'] !== 'interactive' && test.plan.fate !== 'stays-unresponsive'
}

function isUnresponsive(plan: ErrthquakeRunPlan, elapsedMs: number): boolean {
  if (plan.fate === 'completes' || elapsedMs < plan.unresponsiveAfterMs) return false
  return plan.fate !== 'recovers' || elapsedMs < plan.unresponsiveAfterMs + plan.recoversAfterMs
}
