import type { Uploaded } from './publish/upload-artifacts.ts'
import type { Measurements } from '../measurements/model.ts'
import type { Collected, Preflight, RunHandle, RunStatus } from '../providers/provider.ts'
import type { Verdict } from '../verdict/verdict.ts'

/** What the step has found out so far; whatever is known is published, also when the step fails. */
export interface Findings {
  preflight?: Preflight
  /** The start request went out and nobody can say yet what it did. */
  mayHaveStarted?: boolean
  run?: RunHandle
  /** When the start was answered, by the monotonic clock. */
  sinceMs?: number
  status?: RunStatus
  collected?: Collected
  measurements?: Measurements
  /** Only where it may be compared with. */
  baseline?: Measurements
  uploads: Uploaded[]
  verdict?: Verdict
}
