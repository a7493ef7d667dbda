import type { Brought, RunHandle } from '../../providers/provider.ts'
import type { Step } from '../step.ts'

/** What a run is started with. */
export interface Starting extends Pick<
  Step,
  'inputs' | 'provider' | 'service' | 'planned' | 'http' | 'log' | 'workflow' | 'cancellation' | 'runNumber'
> {
  /** Told of the run before anything else can fail; of none where it turned out not to be ours. */
  onRun: (run: RunHandle | undefined) => void
  /** Told while nobody can say whether a run was started. */
  onDoubt: (mayHaveStarted: boolean) => void
  /** Told of files that go to the service before they do. */
  onBrought: (brought: readonly Brought[]) => void
}

export interface Begun {
  handle: RunHandle
  incomplete?: string
  /** True if the run was seen at the service, false if the service denied it; absent while only its answer names it. */
  isSeen?: boolean
}
