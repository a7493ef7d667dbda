import type { Reason } from '../../foundation/reason.ts'
import type { Scorecard } from '../../measurements/model.ts'
import type { DataTrouble } from '../data-needs.ts'
import type { BaselineUse, CriterionResult } from '../verdict.ts'
import type { FailOn } from './fail-on.ts'

/** What went wrong before there was anything to judge; the message is one or more sentences for people. */
export interface RunFailure {
  reason: Exclude<Reason, 'validity' | 'criteria' | 'scorecard' | 'baseline' | 'cancelled'>
  message: string
}

/** Everything that the outcome follows from. */
export interface OutcomeFacts {
  failure?: RunFailure
  cancelled?: boolean
  /** The run was started and is left to itself (mode `start`). */
  started?: boolean
  /** Nothing was to be started: everything that a start needs was checked, and is in order (mode `check`). */
  checked?: boolean
  /** As `judge` gives them. */
  criteria: readonly CriterionResult[]
  scorecard?: Scorecard
  /** A sentence, where a test of a fixed duration ended before it. */
  endedEarly?: string
  baseline?: BaselineUse
  /** Files that could not be had or are partial, as given to `judge`. */
  troubles?: readonly DataTrouble[]
  /** What else people should know, most important first. */
  warnings?: readonly string[]
  failOn: ReadonlySet<FailOn>
}
