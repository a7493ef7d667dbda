import type { Clock, Log, Random, Workflow } from '../../foundation/ports.ts'
import type { Cancellation } from '../../platform/runner/cancellation.ts'
import type { ExecutionHandle, Provider, RunHandle } from '../../providers/provider.ts'
import type { Service } from '../../providers/service.ts'

export interface StartPorts {
  provider: Provider
  service: Service
  /** How many runs one start request brings. */
  executionCount: number
  /** What each of them is planned to be. */
  planned?: Omit<ExecutionHandle, 'id'>[]
  /** False where the step ends once the run is started. */
  waits: boolean
  clock: Clock
  random: Random
  log: Log
  workflow: Workflow
  cancellation: Cancellation
  /** Told of the run before anything else can fail; of none where it turned out not to be ours. */
  onRun: (run: RunHandle | undefined) => void
  /** Told while nobody can say whether a run was started. */
  onDoubt?: (mayHaveStarted: boolean) => void
}

export interface Begun {
  handle: RunHandle
  incomplete?: string
  /** True where the run was seen at the service, and not only named by its answer. */
  isSeen?: boolean
}
