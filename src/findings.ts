import type { Uploaded } from './artifact-upload.ts'
import type { Conclusion } from './outcome.ts'
import type { Collected, Preflight, RunHandle, RunStatus } from './providers/provider.ts'

/** What the step has found out so far; whatever is known is published, also when the step fails. */
export interface Findings {
  preflight?: Preflight
  run?: RunHandle
  status?: RunStatus
  collected?: Collected
  uploads: Uploaded[]
  conclusion?: Conclusion
}
