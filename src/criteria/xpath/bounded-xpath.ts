import { messageOf } from '../../foundation/errors.ts'
import type { Clock } from '../../foundation/ports.ts'
import type { XPathOutcome } from './xpath-outcome.ts'
import type { XPathAnswer, XPathTask } from './xpath-task.ts'

export interface XPathLimits {
  /** For all expressions together, including reading the report. */
  deadlineMs: number
  /**
   * An expression that takes longer is postponed until the others are done, and then gets the time that is
   * left.
   */
  turnMs: number
  /** Of the heap. */
  memoryMb: number
}

/** Runs one task in a separate process; true if the process ended by itself and without an error. */
export type Isolate = (isolated: {
  task: XPathTask
  memoryMb: number
  lifetimeMs: number
  onAnswer: (answer: unknown) => void
  signal: AbortSignal
}) => Promise<boolean>

export interface XPathPorts {
  isolate: Isolate
  clock: Clock
  /** Aborted when the step is cancelled. */
  signal: AbortSignal
}

/** A process that nobody stopped ends by itself. */
const LIFE_AFTER_END_MS = 5000
const SIMPLER =
  'Simplify it, or write it in the language of criteria, such as requests["Homepage"].p95 < 500ms, which has no such limit.'

/**
 * Returns the outcome of every expression, whatever the expressions do: one that takes too long or too much
 * memory is an error and doesn't affect the others. Never throws.
 */
export async function boundedXPath(
  task: XPathTask,
  limits: XPathLimits,
  ports: XPathPorts,
): Promise<Map<string, XPathOutcome>> {
  const evaluation = new Evaluation(task, limits, ports)
  while (evaluation.goesOn()) await evaluation.round()
  return evaluation.outcomes
}

/**
 * Expressions are evaluated in order, by one process after the other: a process ends at the first expression
 * where it gets stuck.
 */
class Evaluation {
  readonly outcomes = new Map<string, XPathOutcome>()
  readonly #task: XPathTask
  readonly #limits: XPathLimits
  readonly #ports: XPathPorts
  readonly #endMs: number
  #open: string[]
  /** The end of the turn of the current expression; undefined while the report is read. */
  #turnEndMs: number | undefined

  constructor(task: XPathTask, limits: XPathLimits, ports: XPathPorts) {
    this.#task = task
    this.#limits = limits
    this.#ports = ports
    this.#endMs = ports.clock.monotonicMs() + limits.deadlineMs
    this.#open = [...new Set(task.expressions)]
  }

  goesOn(): boolean {
    if (this.#open.length === 0) return false
    if (this.#ports.signal.aborted) return this.#giveUp('The step was cancelled before it was evaluated.')
    if (this.#ports.clock.monotonicMs() < this.#endMs) return true
    const seconds = this.#limits.deadlineMs / 1000
    return this.#giveUp(
      `It was not evaluated within ${seconds} s, the time for all XPath expressions together. ${SIMPLER}`,
    )
  }

  async round(): Promise<void> {
    const late = new AbortController()
    const over = new AbortController()
    this.#turnEndMs = undefined
    const watched = this.#watch(late, over.signal)
    try {
      const inOrder = await this.#ports.isolate({
        task: { ...this.#task, expressions: this.#open },
        memoryMb: this.#limits.memoryMb,
        lifetimeMs: this.#endMs - this.#ports.clock.monotonicMs() + LIFE_AFTER_END_MS,
        onAnswer: (answer) => this.#hear(answer as XPathAnswer),
        signal: AbortSignal.any([this.#ports.signal, late.signal]),
      })
      if (late.signal.aborted) this.#lastOfAll()
      else if (!this.#ports.signal.aborted && (!inOrder || this.#open.length > 0)) this.#broken()
    } catch (error) {
      this.#giveUp(`XPath could not be evaluated: ${messageOf(error)}`)
    } finally {
      over.abort()
      await watched
    }
  }

  /** Ends the process when the expression's turn, or the time for all of them, is over. */
  async #watch(late: AbortController, over: AbortSignal): Promise<void> {
    const { clock } = this.#ports
    for (;;) {
      const nowMs = clock.monotonicMs()
      const dueMs = Math.min(this.#endMs, this.#turnEndMs ?? Infinity)
      if (dueMs <= nowMs) return late.abort()
      try {
        // The end of the turn may change during the wait, so it is checked again.
        await clock.sleep(Math.min(dueMs - nowMs, this.#limits.turnMs), over)
      } catch {
        return
      }
    }
  }

  #hear(answer: XPathAnswer): void {
    const [expression, ...others] = this.#open
    if ('outcome' in answer && expression !== undefined) {
      this.outcomes.set(expression, answer.outcome)
      this.#open = others
    }
    const nowMs = this.#ports.clock.monotonicMs()
    // The last one may use all the remaining time.
    const shareMs = (this.#endMs - nowMs) / this.#open.length
    this.#turnEndMs = nowMs + Math.max(this.#limits.turnMs, shareMs)
  }

  #lastOfAll(): void {
    if (this.#turnEndMs === undefined) return
    const [stuck, ...others] = this.#open
    if (stuck !== undefined) this.#open = [...others, stuck]
  }

  /**
   * The process ended early: because of the expression that it was evaluating, or while it read the report.
   */
  #broken(): void {
    const took = `more than ${this.#limits.memoryMb.toLocaleString('en-US')} MB of memory, or crashed the evaluation`
    if (this.#turnEndMs === undefined)
      return void this.#giveUp(`Reading testreport.xml took ${took}. ${SIMPLER}`)
    const [stuck, ...others] = this.#open
    this.#open = others
    if (stuck !== undefined)
      this.outcomes.set(stuck, { status: 'error', message: `It took ${took}. ${SIMPLER}` })
  }

  #giveUp(message: string): false {
    for (const expression of this.#open) this.outcomes.set(expression, { status: 'error', message })
    this.#open = []
    return false
  }
}
