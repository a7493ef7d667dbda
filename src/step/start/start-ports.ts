import type { Clock, Log, Random, Workflow } from '../../foundation/ports.ts'
import type { Cancellation } from '../../platform/runner/cancellation.ts'
import type { ExecutionHandle, Provider, RunHandle } from '../../providers/provider.ts'

export interface StartPorts {
  provider: Provider
  /** How many runs one start request brings. */
  executionCount: number
  /** What each of them is planned to be. */
  planned?: Omit<ExecutionHandle, 'id'>[]
  clock: Clock
  random: Random
  log: Log
  workflow: Workflow
  cancellation: Cancellation
  /** Told of the run before anything else can fail. */
  onRun: (run: RunHandle) => void
  /** Told while nobody can say whether a run was started. */
  onDoubt?: (mayHaveStarted: boolean) => void
}

export interface Begun {
  handle: RunHandle
  incomplete?: string
  /** True where the run was seen at the service, and not only named by its answer. */
  isSeen?: boolean
}
