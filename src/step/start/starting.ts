import type { RemoteFile, RunHandle } from '../../providers/provider.ts'
import type { Step } from '../step.ts'

/** What is needed to start a run. */
export interface Starting extends Pick<
  Step,
  'inputs' | 'provider' | 'service' | 'planned' | 'http' | 'log' | 'workflow' | 'cancellation' | 'runNumber'
> {
  /**
   * Called with the run before anything else can fail; called with undefined if it turned out not to be ours.
   */
  onRun: (run: RunHandle | undefined) => void
  /** Called with true as long as it is unknown whether a run was started. */
  onDoubt: (mayHaveStarted: boolean) => void
  /** Called with the files that are uploaded to the service, before they are uploaded. */
  onRemoteFiles: (remoteFiles: readonly RemoteFile[]) => void
}

/** The run that the start request began, as far as is known. */
export interface NewRun {
  handle: RunHandle
  incomplete?: string
  /**
   * True if the service showed the run, false if it denied it; absent while only the response to the start
   * names it.
   */
  isSeen?: boolean
}
