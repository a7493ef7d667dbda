import type { Reason } from '../../foundation/reason.ts'
import type { Scorecard } from '../../measurements/model.ts'
import type { DataTrouble } from '../data-needs.ts'
import type { BaselineUse, CriterionResult } from '../verdict.ts'
import type { FailOn } from './fail-on.ts'

/** What went wrong before anything could be judged; the message is one or more sentences for people. */
export interface RunFailure {
  reason: Exclude<Reason, 'validity' | 'criteria' | 'scorecard' | 'baseline' | 'cancelled'>
  message: string
}

/** Everything that determines the outcome. */
export interface OutcomeFacts {
  failure?: RunFailure
  cancelled?: boolean
  /** The run was started and continues without this step (mode `start`). */
  started?: boolean
  /** Everything needed for a start was checked without a problem, and nothing was started (mode `check`). */
  checked?: boolean
  /** The results of `judge`. */
  criteria: readonly CriterionResult[]
  scorecard?: Scorecard
  /** A sentence if a test with a fixed duration ended too early. */
  endedEarly?: string
  baseline?: BaselineUse
  /** Files that are unavailable or partial, as passed to `judge`. */
  troubles?: readonly DataTrouble[]
  /** What else people should know, most important first. */
  warnings?: readonly string[]
  failOn: ReadonlySet<FailOn>
}
