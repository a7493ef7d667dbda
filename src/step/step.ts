import type { CriterionEntry } from '../criteria/language/criterion-entry.ts'
import type { XPathJudge } from '../criteria/xpath/xpath-judge.ts'
import type { Log, Workflow, WorkflowContext } from '../foundation/ports.ts'
import type { Inputs } from '../inputs/parse-inputs.ts'
import type { CacheStore } from '../platform/cache/cache-store.ts'
import type { OutputFolder } from '../platform/files/output-folder.ts'
import type { GitHubAccess } from '../platform/github/github.ts'
import type { HttpPorts } from '../platform/http/http.ts'
import type { ArtifactStore } from '../platform/runner/artifacts.ts'
import type { PhaseTimes } from '../platform/phase-times.ts'
import type { Cancellation } from '../platform/runner/cancellation.ts'
import type { ExecutionHandle, Provider, RunNumber } from '../providers/provider.ts'
import type { Service } from '../providers/service.ts'

/** Everything that one step works with. Each phase takes only the parts that it needs. */
export interface Step {
  inputs: Inputs
  criteria: CriterionEntry[]
  xpath: Pick<XPathJudge, 'judge'>
  context: WorkflowContext
  log: Log
  workflow: Workflow
  /** All services, because the files of an earlier run may be from another service. */
  services: readonly Service[]
  service: Service
  provider: Provider
  /** What one start request starts: one entry per execution. */
  planned: Omit<ExecutionHandle, 'id'>[]
  /** Aborted by `cancellation`, like everything else that waits. */
  http: HttpPorts
  cancellation: Cancellation
  directory: OutputFolder
  store: ArtifactStore
  cache: CacheStore
  github: GitHubAccess
  nowMs: () => number
  times: PhaseTimes
  /** Distinguishes this step from other steps of the workflow run. */
  stepKey: string
  /** Distinguishes this step's baseline from those of other steps; the same on every branch. */
  baselineKey: string
  /** Which of the step's runs this is: 2 and 3 confirm the first one. Absent for the first. */
  runNumber?: RunNumber
  /** Signs notes, markers and baselines. */
  key: Buffer
}

/** What mode `judge` works with: it uses neither the service nor the cache. */
export type JudgeStep = Omit<Step, 'service' | 'provider' | 'planned' | 'cancellation' | 'cache' | 'stepKey'>
